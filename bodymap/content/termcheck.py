"""Holds the glossary against the plain texts: no form of two terms, no term of art unexplained."""

import re
from collections.abc import Iterator
from functools import cache

from bodymap.content.draft import Draft, Entry
from bodymap.content.problem import Problem, quoted
from bodymap.content.reading import Steps
from bodymap.content.wording import texts

_ENDINGS = (
    *("itis", "itides", "algias?", "algic", "omas?", "osis", "pathy", "pathies", "pathic"),
    *("ectomy", "ectomies", "a?emia", "a?emic", "plegia", "plegic", "phagia", "paresis", "rrhea", "rrhoea"),
)
_BEGINNINGS = ("myo", "neuro", "cephal", "arthr")
_WHOLE = (
    *("fascia", "fascial", "referrals?", "palpat(?:ion|e|es|ed|ing)", "isch(?:a?emia|a?emic)"),
    *("par(?:ae|e)sthesias?", "spasms?", "trismus", "tinnitus", "vertigo", "nociceptive", "nociceptors?"),
    *("cervical", "thoracic", "occipital", "suboccipital", "mandible", "mandibular", "bilateral(?:ly)?"),
    *("unilateral(?:ly)?", "prophyla(?:xis|ctic)", "analgesics?", "bruxism", "anterior", "posterior"),
)
_EVERYDAY = ("aroma", "coma", "diploma", "diagnosis", "empathy", "sympathy")
_WORD = re.compile(r"[^\W\d_]+")
_OF_ART = re.compile(
    rf"(?!(?:{'|'.join(_EVERYDAY)})$)"
    rf"(?:[a-z]+(?:{'|'.join(_ENDINGS)})|(?:{'|'.join(_BEGINNINGS)})[a-z]+|{'|'.join(_WHOLE)})"
)


@cache
def is_of_art(word: str) -> bool:
    """Whether a word, in small letters, looks as terms of art do: by its ending, its beginning or itself."""
    return bool(_OF_ART.fullmatch(word))


def check_terms(draft: Draft) -> Iterator[Problem]:
    """Yield the forms that stand under two terms, and the terms of art that no form explains."""
    yield from _forms_twice(draft)
    if draft.entries["terms"] and "terms" not in draft.unread and not draft.broken["terms"]:
        yield from _unexplained(draft)


def _forms(draft: Draft) -> Iterator[tuple[Entry, int, str]]:
    for term in draft.entries["terms"].values():
        yield from ((term, number, form) for number, form in enumerate(term.data["forms"]))


def _forms_twice(draft: Draft) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    for term, number, form in _forms(draft):
        other = first.setdefault(form.casefold(), term)
        if other is not term:
            what = f"the form {quoted(form)} stands under the term {quoted(other.id)} too"
            remedy = "Keep it under the one that is meant"
            yield term.problem(("forms", number), what, remedy, is_fatal=False)


def _unexplained(draft: Draft) -> Iterator[Problem]:
    forms = sorted({form for _, _, form in _forms(draft)}, key=len, reverse=True)
    explained = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.IGNORECASE)
    for entry in draft.all():
        for path, text in texts(entry.data):
            if path[-1] == "plain":
                yield from _of_art(entry, path, text, explained)


def _of_art(entry: Entry, path: Steps, text: str, explained: re.Pattern[str]) -> Iterator[Problem]:
    """Yield the first term of art in what the glossary leaves of a text."""
    if _first_of_art(text) and (found := _first_of_art(explained.sub("", text))):
        what = f"the plain text uses {quoted(found)}, which the glossary does not explain"
        remedy = "Say it in everyday words, or add it to glossary.yaml"
        yield entry.problem(path, what, remedy, is_fatal=False)


def _first_of_art(text: str) -> str:
    return next((word for word in _WORD.findall(text) if is_of_art(word.lower())), "")
