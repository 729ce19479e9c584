"""Looks for wording that promises too much, that a patient cannot know, or that two muscles share."""

import re
from collections.abc import Iterator
from typing import Any

from bodymap.content.draft import Draft, Entry
from bodymap.content.problem import Problem, quoted
from bodymap.content.reading import Steps

_CLAIM = re.compile(
    r"(?<!if )(?<!do )(?<!when )(?<!unless )(?<!that )(?<!what )(?<!pain )\byou have\b"
    r"|\bis caused by\b|\bcauses? (?:your|this|the) pain\b|\b(?:your|the) diagnosis is\b|\bdiagnoses you\b",
    re.IGNORECASE,
)
_JARGON = re.compile(r"\b(?:TrPs?\d*|DC/TMD|RCTs?|CBT|ipsilateral(?:ly)?|contralateral(?:ly)?)\b")


def check_wording(draft: Draft) -> Iterator[Problem]:
    """Yield what the words of a pack do wrong; none of it keeps anything out."""
    for entry in draft.all():
        for path, text in texts(entry.data):
            yield from _too_much(entry, path, text)
            if path[-1] == "plain":
                yield from _too_hard(entry, path, text)
    yield from _twins(draft)


def _too_much(entry: Entry, path: Steps, text: str) -> Iterator[Problem]:
    found = _CLAIM.search(text)
    if found:
        remedy = 'Say "felt in" or "may come from"; the program never diagnoses'
        yield entry.problem(path, f"the text claims too much: {quoted(found[0])}", remedy, is_fatal=False)


def _too_hard(entry: Entry, path: Steps, text: str) -> Iterator[Problem]:
    found = _JARGON.search(text)
    if found:
        what = f"the plain text uses the word {quoted(found[0])}"
        yield entry.problem(path, what, "Say it in everyday words", is_fatal=False)


def _twins(draft: Draft) -> Iterator[Problem]:
    """Yield the muscles that share their plain name with another one."""
    first: dict[str, str] = {}
    for name, muscle in draft.entries["muscles"].items():
        plain = muscle.data["name"]["plain"]
        other = first.setdefault(plain.casefold(), name)
        if other != name:
            what = f"the muscle {quoted(other)} is called {quoted(plain)} too"
            yield muscle.problem(("name", "plain"), what, "Give each its own plain name", is_fatal=False)


def texts(data: Any, path: Steps = ()) -> Iterator[tuple[Steps, str]]:  # noqa: ANN401
    """Yield every text in two voices, with its path."""
    for step, value in data.items() if isinstance(data, dict) else enumerate(data):
        if step in {"plain", "clinical"} and isinstance(value, str):
            yield (*path, step), value
        elif isinstance(value, dict | list):
            yield from texts(value, (*path, step))
