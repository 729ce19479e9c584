"""Sources as numbers in a text, and in full at its end."""

from collections.abc import Iterable

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.words import SourceId


class Footnotes:
    """Numbers the sources in the order in which they are first named."""

    def __init__(self) -> None:
        self._numbers: dict[SourceId, int] = {}

    def number(self, sources: Iterable[SourceId]) -> tuple[int, ...]:
        """Return the numbers of some sources, giving new ones where needed."""
        return tuple(sorted(self._numbers.setdefault(source, len(self._numbers) + 1) for source in sources))

    def list(self, atlas: Atlas) -> tuple[str, ...]:
        """Return the citations in the order of their numbers."""
        return tuple(atlas.sources[source].citation for source in self._numbers)
