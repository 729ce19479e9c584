"""Terms of art, found where they stand in a text and explained in everyday words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.words import Voice
from bodymap.inquiry.footnotes import Cite, Footnotes
from bodymap.inquiry.wording import sentence

if TYPE_CHECKING:
    from bodymap.anatomy.treatment import Term

_KEY = "glossary"
_WORD = re.compile(r"\w+")


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
        forms = [(form.casefold(), term) for term in atlas.terms.values() for form in term.forms]
        self._forms: dict[str, list[tuple[str, Term]]] = {}
        for form, term in sorted(forms, key=lambda each: -len(each[0])):
            first = _WORD.search(form)
            if first:
                self._forms.setdefault(first[0], []).append((form, term))

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where each term first stands in a text, from and to, and its id; of two, the longer."""
        seen: set[str] = set()
        folded, here = text.casefold(), 0
        if len(folded) != len(text):  # some letters fold to two, and then places would not agree
            folded = text.lower()
        for word in _WORD.finditer(folded):
            if word.start() < here:
                continue
            for form, term in self._forms.get(word[0], ()):
                end = word.start() + len(form)
                if folded.startswith(form, word.start()) and not folded[end : end + 1].isalnum():
                    here = end
                    if term.id not in seen:
                        seen.add(term.id)
                        yield word.start(), end, term.id
                    break

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
