"""Sources, cited in short at a statement and in full at the end of a page."""

from collections.abc import Iterable
from dataclasses import dataclass

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.source import Family, Source
from bodymap.anatomy.words import SourceId
from bodymap.language import mark, say

FAMILY = {
    Family.TRAVELL_SIMONS: mark("from the maps of Travell and Simons"),
    Family.INDEPENDENT: mark("a study of its own"),
    Family.REVIEW: mark("a review"),
    Family.ANATOMY: mark("anatomy"),
    Family.GUIDELINE: mark("a guideline"),
    Family.WEB: mark("a web page"),
    Family.FOUNDING: mark("a founding page of this project"),
    Family.ONTOLOGY: mark("a list of codes"),
}
READ = {
    "full": mark("read whole"),
    "abstract": mark("its abstract was read"),
    "excerpt": mark("a part was read"),
    "title_only": mark("only its title was read"),
    "title_page": mark("only its title page was read"),
    "index_only": mark("only its index was read"),
    "not_read": mark("not read"),
}


@dataclass(frozen=True, slots=True)
class Cite:
    """A source as it is cited at a statement: its number on the page, and its short name."""

    number: int
    short: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A source in full: what it is, under which names libraries know it, and where it can be opened."""

    number: int
    short: str
    citation: str
    names: tuple[str, ...]
    address: str
    trust: str
    """Whose knowledge it is, and how much of it was read."""


class Footnotes:
    """Numbers the sources in the order in which they are first named."""

    def __init__(self, atlas: Atlas) -> None:
        self._sources = atlas.sources
        self._numbers: dict[SourceId, int] = {}

    def cite(self, sources: Iterable[SourceId]) -> tuple[Cite, ...]:
        """Return how some sources are cited, by their numbers, giving new ones where needed."""
        numbers = {self._numbers.setdefault(name, len(self._numbers) + 1): name for name in sources}
        return tuple(Cite(number, self._sources[numbers[number]].short) for number in sorted(numbers))

    def list(self) -> tuple[Reference, ...]:
        """Return the sources in full, in the order of their numbers."""
        return tuple(_refer(number, self._sources[name]) for name, number in self._numbers.items())


def _refer(number: int, source: Source) -> Reference:
    trust = f"{say(FAMILY[source.family])}; {say(READ[source.read])}" if source.read in READ else ""
    return Reference(
        number,
        source.short,
        source.citation,
        source.names,
        source.address,
        trust or say(FAMILY[source.family]),
    )
