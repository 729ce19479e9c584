"""What pressing a muscle brought."""

from dataclasses import dataclass
from enum import StrEnum

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.region import Pain


class Spread(StrEnum):
    """Where a pain that pressing brings is felt: under the finger, beyond it in the muscle, or elsewhere."""

    LOCAL = "local"
    SPREADING = "spreading"
    REFERRED = "referred"


@dataclass(frozen=True, slots=True)
class Finding:
    """What pressing a muscle brought, as far as it was said."""

    familiar: Answer | None = None
    """Whether it is the pain that the patient knows."""
    hurts: Answer | None = None
    spread: Spread | None = None
    felt: tuple[Pain, ...] = ()
    """The regions in which it was felt, where it spread or was referred."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return self == Finding()

    @property
    def verdict(self) -> Answer | None:
        """Whether it speaks for the muscle; what does not hurt is no familiar pain."""
        return Answer.NO if self.hurts is Answer.NO else self.familiar
