"""What a page to take home is made of, and what is left out first where it does not all find room."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from itertools import pairwise

from bodymap.anatomy.plate import PlateId
from bodymap.anatomy.region import Side
from bodymap.anatomy.source import Source
from bodymap.anatomy.words import SourceId
from bodymap.inquiry.state import Paper
from bodymap.inquiry.tones import Tones
from bodymap.language import say


class Need(IntEnum):
    """How needed a line is: what stands further down is left out sooner."""

    ALWAYS = 0
    FOUND = 1
    AFTERCARE = 2
    WARNING = 3
    EXPLAINED = 4
    COURSE = 5
    TRACKED = 6
    MORE = 7


class Kind(StrEnum):
    """What a part of the page is about, and so how it stands out."""

    FLAG = "flag"
    FOUND = "found"
    AGREED = "agreed"
    AFTERWARDS = "afterwards"
    TRACKED = "tracked"
    HABITS = "habits"
    CALL = "call"
    TODAY = "today"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or a few, with their sources; one that leads goes with what follows, or not at all."""

    text: str
    sources: tuple[SourceId, ...] = ()
    need: Need = Need.ALWAYS
    is_strong: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it."""

    kind: Kind
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """One view of this person's map, as it is to be drawn, and in words for those who hear the page."""

    plate: PlateId
    side: Side
    is_flipped: bool
    captions: tuple[str, str]
    title: str
    tones: Tones
    words: str


@dataclass(frozen=True)
class Handout:
    """One page to take home."""

    title: str
    clinic: str
    person: str
    day: str
    pictures: tuple[Picture, ...]
    parts: tuple[Part, ...]
    framing: str
    version: str
    paper: Paper
    known: Mapping[SourceId, Source]
    left_out: tuple[str, ...] = ()
    """The headings under which something found no room, once for each line."""

    @property
    def numbers(self) -> Mapping[SourceId, int]:
        """The number of each source that is cited, in the order of reading."""
        cited = dict.fromkeys(
            source for part in self.parts for line in part.lines for source in line.sources[:MOST_CITED]
        )
        return {source: number for number, source in enumerate(cited, 1)}

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources in short, each with its number and where a library finds it."""
        return tuple(f"{number} {_cite(self.known[source])}" for source, number in self.numbers.items())


Spot = tuple[int, int]
"""Where a line stands: the number of its part, and its own in there."""
MOST_CITED = 2
"""How many sources stand at a line: the page is for reading, and the window names them all."""


def order_of_leaving(handout: Handout) -> list[Spot]:
    """Return which lines can be left out, the least needed first."""
    lines = [
        (line.need, number, place)
        for number, part in enumerate(handout.parts)
        for place, line in enumerate(part.lines)
        if line.need is not Need.ALWAYS
    ]
    return [(number, place) for _, number, place in sorted(lines, reverse=True)]


def leave_out(handout: Handout, gone: Collection[Spot]) -> Handout:
    """Return a page without some lines."""
    if not gone:
        return handout
    parts = (_without(part, {at for n, at in gone if n == each}) for each, part in enumerate(handout.parts))
    left_out = tuple(handout.parts[number].heading for number, _ in gone)
    return replace(handout, parts=tuple(filter(None, parts)), left_out=left_out)


def say_left_out(handout: Handout) -> str:
    """Say what found no room on the page; nothing where all of it did."""
    if not handout.left_out:
        return ""
    headings = "; ".join(dict.fromkeys(handout.left_out))
    return say("Shortened to one page. There was no room for all of: {parts}.", parts=headings)


def _without(part: Part, gone: set[int]) -> Part | None:
    """Return a part without some lines; nothing where no line is left that says something by itself."""
    kept = [line for place, line in enumerate(part.lines) if place not in gone]
    followed = tuple(
        line
        for line, after in pairwise([*kept, None])
        if line and not (line.leads and (after is None or after.leads))
    )
    return replace(part, lines=followed) if followed else None


def _cite(source: Source) -> str:
    return (
        say("{source}, {name}", source=source.short, name=source.names[0]) if source.names else source.short
    )
