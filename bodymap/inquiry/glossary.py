"""Terms of art, found where they stand in a text and explained in everyday words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.words import Voice
from bodymap.inquiry.footnotes import Cite, Footnotes
from bodymap.inquiry.wording import sentence

if TYPE_CHECKING:
    from bodymap.anatomy.treatment import Term

_KEY = "glossary"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a term means, in the reader's voice."""

    title: str
    text: str
    citations: tuple[Cite, ...]


class Glossary:
    """The terms of an atlas, by the spellings under which they stand in texts."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._forms = {form.casefold(): term for term in atlas.terms.values() for form in term.forms}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._forms, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where each term first stands in a text, from and to, and its id."""
        seen: set[str] = set()
        for found in self._pattern.finditer(text) if self._forms else ():
            term = self._forms[found[0].casefold()]
            if term.id not in seen:
                seen.add(term.id)
                yield found.start(), found.end(), term.id

    def explain(self, name: str, voice: Voice) -> Explanation | None:
        """Explain a term; nothing where there is none of that id."""
        term: Term | None = self._atlas.terms.get(name)
        if term is None:
            return None
        return Explanation(
            sentence(term.name.in_voice(voice)),
            term.means.words.in_voice(voice),
            Footnotes(self._atlas).cite(term.means.sources),
        )


def glossary_of(atlas: Atlas) -> Glossary:
    """Return the glossary of an atlas, made at the first asking."""
    if _KEY not in atlas.derived:
        atlas.derived[_KEY] = Glossary(atlas)
    made: Glossary = atlas.derived[_KEY]
    return made
