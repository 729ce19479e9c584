"""The translator's hook: every sentence of the program's own that a reader sees goes through here."""

from collections.abc import Mapping
from string import Formatter

_phrases: dict[str, str] = {}
_parse = Formatter().parse


def use(phrases: Mapping[str, str]) -> None:
    """Speak with these phrases from now on, English text to its translation; with none, in English.

    One that is empty, or whose ``{parts}`` are not those of its English, is left out: better the English
    sentence than one without its number.
    """
    _phrases.clear()
    _phrases.update({text: phrase for text, phrase in phrases.items() if phrase and _fits(phrase, text)})


def say(text: str, /, **parts: object) -> str:
    """Return a phrase in the reader's language, with its ``{parts}`` filled in."""
    return _phrases.get(text, text).format(**parts)


def say_number(number: int, one: str, many: str, **parts: object) -> str:
    """Return the phrase for a number of things, with ``{number}`` and its other parts filled in."""
    return say(one if number == 1 else many, number=number, **parts)


def mark(text: str) -> str:
    """Return the text as it is: it is a phrase, and will be said where it is used."""
    return text


def parts_of(text: str) -> frozenset[tuple[str, str, str]]:
    """Return the parts that a phrase leaves to be filled in; raises ValueError where it is no phrase."""
    found = ((name, form or "", turned or "") for _, name, form, turned in _parse(text) if name is not None)
    return frozenset(found)


def _fits(phrase: str, text: str) -> bool:
    if "{" not in text + phrase and "}" not in phrase:  # nearly all, and there are thousands
        return True
    try:
        return parts_of(phrase) == parts_of(text)
    except ValueError:
        return False
