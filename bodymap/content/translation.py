"""Texts of a translation laid over a pack, text by text."""

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any

from bodymap.content.draft import Draft
from bodymap.content.problem import Problem

_TEXTS = ("plain", "clinical", "title")
_LISTS = ("also", "forms")


def check_translation(draft: Draft) -> Iterator[Problem]:
    """Yield the translated texts that lose or invent a part which the program fills in."""
    for text in draft.entries["texts"].values():
        if text.data["is"] and _parts(text.data["is"]) != _parts(text.data["of"]):
            parts = ", ".join(f"{{{part}}}" for part in sorted(_parts(text.data["of"]))) or "none"
            remedy = f"Keep the parts in braces as they are: {parts}"
            yield text.problem(("is",), "the translation has other parts in braces", remedy, is_fatal=False)


def phrases_of(draft: Draft) -> dict[str, str]:
    """Return all that is translated, by the text that it stands for."""
    texts = draft.entries["texts"].values()
    return {text.data["of"]: text.data["is"] for text in texts if text.data["is"]}


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


def _parts(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {"?"}
