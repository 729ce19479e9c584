"""Checked plain data becomes words and statements."""

from collections.abc import Iterable, Mapping
from typing import Any

from bodymap.anatomy.words import Certainty, Matter, Press, Statement, Sureness, Technique, Words

Plain = Mapping[str, Any]

SURENESS = {str(each): each for each in Sureness}


def build_words(data: Plain) -> Words:
    """Build a text in two voices."""
    return Words(data["plain"], data["clinical"])


def build_maybe_words(data: Plain | None) -> Words | None:
    """Build a text in two voices, where there is one."""
    return None if data is None else build_words(data)


def build_statement(data: Plain) -> Statement:
    """Build something that a reader could act on."""
    certainty = data.get("certainty")
    return Statement(
        build_words(data),
        SURENESS[data["sure"]],
        tuple(data["sources"]),
        build_maybe_words(data.get("caution")),
        data.get("symptom"),
        tuple(data.get("habits", ())),
        data.get("about"),
        Certainty(certainty) if certainty else None,
        _press(data.get("press")),
        tuple(map(Technique, data.get("technique", ()))),
        tuple(map(Matter, data.get("matters", ()))),
        _days(data.get("days")),
        bool(data.get("emergency")),
    )


def build_statements(data: Iterable[Plain]) -> tuple[Statement, ...]:
    """Build statements in their order."""
    return tuple(map(build_statement, data))


def _press(data: Plain | None) -> Press | None:
    if data is None:
        return None
    return Press(data.get("force_kg"), tuple(data["seconds"]), tuple(map(build_words, data["sites"])))


def _days(data: Iterable[int] | None) -> tuple[int, int] | None:
    if data is None:
        return None
    first, last = data
    return first, last
