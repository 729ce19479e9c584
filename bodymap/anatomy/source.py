"""Sources, and how far each is to be trusted."""

from dataclasses import dataclass
from enum import StrEnum

from bodymap.anatomy.words import SourceId


class Family(StrEnum):
    """Where a source's knowledge comes from."""

    TRAVELL_SIMONS = "TS"
    INDEPENDENT = "IND"
    REVIEW = "REVIEW"
    ANATOMY = "ANAT"
    GUIDELINE = "GUIDE"
    WEB = "WEB"
    FOUNDING = "SEED"
    ONTOLOGY = "ONT"


@dataclass(frozen=True, slots=True)
class Source:
    """A publication, and how much of it was read."""

    id: SourceId
    title: str
    by: str
    year: int | None
    locator: str
    kind: str
    family: Family
    read: str
    reliability: str

    @property
    def citation(self) -> str:
        """The source in one line."""
        when = f" ({self.year})" if self.year else ""
        return f"{self.by}{when}. {self.title}. {self.locator}"
