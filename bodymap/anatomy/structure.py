"""Structures: what a plate draws besides regions and muscles, and the dangers among it."""

from dataclasses import dataclass
from typing import NewType

from bodymap.anatomy.plate import Kind
from bodymap.anatomy.words import SourceId, Statement, Words

StructureId = NewType("StructureId", str)


@dataclass(frozen=True, slots=True)
class Structure:
    """A bone, a cartilage, a part of a joint or of the mouth, teeth, or what a needle keeps away from.

    Its id is its own within its kind only: there is a thyroid cartilage, and a thyroid gland.
    """

    id: StructureId
    kind: Kind
    name: Words
    codes: tuple[tuple[str, str], ...]
    sources: tuple[SourceId, ...]
    mind: Statement | None = None
    """Why needle and finger keep away, and where it runs; every danger says it."""
    also: tuple[str, ...] = ()
