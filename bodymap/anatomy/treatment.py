"""Treatments and topics: what can be done about it, and what there is to know."""

from dataclasses import dataclass, fields
from typing import NewType, TypeAlias

from bodymap.anatomy.words import SourceId, Statement, Words

TreatmentId = NewType("TreatmentId", str)
TopicId = NewType("TopicId", str)


@dataclass(frozen=True, slots=True)
class Chapter:
    """Statements under a heading of their own."""

    name: Words
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One feature, and what is said of it in each column."""

    name: Words
    cells: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Things side by side, feature by feature; every cell has its own sources."""

    name: Words
    columns: tuple[Words, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of a course of treatment, counted in visits; without a last one it goes on."""

    first: int
    last: int | None
    what: Statement

    @property
    def visits(self) -> str:
        """The visits as they are written: ``1–3``, ``10+``."""
        return f"{self.first}+" if self.last is None else f"{self.first}–{self.last}"


@dataclass(frozen=True, slots=True)
class Treatment:
    """Something that is done about it: what it is, for whom, how it goes, and what is known of it."""

    id: TreatmentId
    name: Words
    also: tuple[str, ...]
    what_it_is: tuple[Statement, ...]
    how_it_works: tuple[Statement, ...]
    for_whom: tuple[Statement, ...]
    not_for: tuple[Statement, ...]
    visit: tuple[Statement, ...]
    feels_like: tuple[Statement, ...]
    afterwards: tuple[Statement, ...]
    course: tuple[Statement, ...]
    stages: tuple[Stage, ...]
    track: tuple[Statement, ...]
    change_plan: tuple[Statement, ...]
    who_gives: tuple[Statement, ...]
    evidence: tuple[Statement, ...]
    cost: tuple[Statement, ...]
    disputed: tuple[Statement, ...]
    parts: tuple[Chapter, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """Something there is to know, in chapters."""

    id: TopicId
    name: Words
    also: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of art, explained where it is read."""

    id: str
    name: Words
    forms: tuple[str, ...]
    """The spellings under which it stands in plain texts."""
    means: Statement


Told: TypeAlias = Treatment | Topic | Chapter | Table | TableRow | Stage | Statement


def sources_of(told: Told) -> tuple[SourceId, ...]:
    """Return the sources of all that is said, in the order of reading, each once."""
    if isinstance(told, Statement):
        return told.sources
    below = (each for field in fields(told) for each in _several(getattr(told, field.name)))
    return tuple(dict.fromkeys(source for each in below for source in sources_of(each)))


def _several(value: object) -> tuple[Told, ...]:
    held = value if isinstance(value, tuple) else (value,)
    return tuple(each for each in held if isinstance(each, Chapter | Table | TableRow | Stage | Statement))
