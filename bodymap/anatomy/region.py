"""Sides of the patient, and the places where pain is felt."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from bodymap.anatomy.words import SourceId, Words

RegionId = NewType("RegionId", str)


class Side(StrEnum):
    """A side of the patient, never of the viewer."""

    RIGHT = "right"
    LEFT = "left"
    MIDLINE = "midline"

    @property
    def opposite(self) -> "Side":
        """The other side; the midline is its own."""
        return {Side.RIGHT: Side.LEFT, Side.LEFT: Side.RIGHT}.get(self, Side.MIDLINE)


@dataclass(frozen=True, slots=True)
class Region:
    """A place where pain is felt."""

    id: RegionId
    name: Words
    where: Words
    is_paired: bool
    is_inside: bool
    group: str
    also: tuple[str, ...]
    adjacent: tuple[RegionId, ...]
    codes: tuple[tuple[str, str], ...]
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True, order=True)
class Pain:
    """A region on a side: one place where it hurts."""

    region: RegionId
    side: Side

    def __str__(self) -> str:
        """The pain as it is written on the command line, such as ``temple:right``."""
        return self.region if self.side is Side.MIDLINE else f"{self.region}:{self.side}"
