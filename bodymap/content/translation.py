"""Texts of a translation laid over a pack, text by text."""

from collections.abc import Iterator, Mapping
from typing import Any

from bodymap.content.draft import Draft
from bodymap.content.problem import Problem
from bodymap.language import parts_of

_TEXTS = ("plain", "clinical")
_LISTS = ("also", "forms")


def check_translation(draft: Draft) -> Iterator[Problem]:
    """Yield the translated texts that lose, invent or change a part which the program fills in."""
    for text in draft.entries["texts"].values():
        if not _fits(text.data):
            known = ", ".join(sorted(_parts(text.data["of"]) or ()))
            remedy = f"Keep the parts in braces as they are: {known}" if known else "Leave out the braces"
            yield text.problem(("is",), "the translation has other parts in braces", remedy, is_fatal=False)


def phrases_of(draft: Draft) -> dict[str, str]:
    """Return all that is translated, by the text that it stands for; what does not fit stays in English."""
    texts = (text.data for text in draft.entries["texts"].values())
    return {text["of"]: text["is"] for text in texts if text["is"] and _fits(text)}


def translate(data: Any, phrases: Mapping[str, str]) -> Any:  # noqa: ANN401
    """Return plain data with each text for readers in the other language, where there is one."""
    if isinstance(data, list):
        return [translate(each, phrases) for each in data]
    if not isinstance(data, dict):
        return data
    return {name: _translated(name, value, phrases) for name, value in data.items()}


def _translated(name: str, value: Any, phrases: Mapping[str, str]) -> Any:  # noqa: ANN401
    if name in _TEXTS and isinstance(value, str):
        return phrases.get(value, value)
    if name in _LISTS and isinstance(value, list):
        return [phrases.get(each, each) for each in value]
    return translate(value, phrases)


def _fits(text: Mapping[str, str]) -> bool:
    """Whether a translation, where there is one, has the parts of its text."""
    known = _parts(text["of"])
    return not text["is"] or (known is not None and _parts(text["is"]) == known)


def _parts(text: str) -> frozenset[str] | None:
    """Return the parts of a phrase as they are written; nothing where its braces do not match."""
    try:
        found = parts_of(text)
    except ValueError:
        return None
    return frozenset(
        f"{{{name}{f'!{turned}' if turned else ''}{f':{form}' if form else ''}}}"
        for name, form, turned in found
    )
