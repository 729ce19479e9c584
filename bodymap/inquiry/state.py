"""The inquiry: where it hurts, what is shown, and the way back."""

from dataclasses import dataclass, replace
from enum import StrEnum

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import PlateId
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice

STEPS_KEPT = 100


class Layer(StrEnum):
    """How deep the plate is opened, and so what a press means: a region on the skin, or a muscle."""

    SKIN = "skin"
    SURFACE = "surface"
    DEEP = "deep"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Everything the user has said so far, and how they got here."""

    plate: PlateId
    side: Side = Side.RIGHT
    layer: Layer = Layer.SKIN
    voice: Voice = Voice.PLAIN
    pains: tuple[Pain, ...] = ()
    place: Place | None = None
    history: tuple["Inquiry", ...] = ()

    def step(self, **changes: object) -> "Inquiry":
        """Return the inquiry changed, with this one remembered; an idle change is no step."""
        changed = replace(self, **changes)  # type: ignore[arg-type]
        if changed == self:
            return self
        return replace(changed, history=(*self.history, replace(self, history=()))[-STEPS_KEPT:])

    def back(self) -> "Inquiry":
        """Return the inquiry as it was one step ago, in the present voice."""
        if not self.history:
            return self
        return replace(self.history[-1], voice=self.voice, history=self.history[:-1])
