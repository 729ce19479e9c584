"""A child: a keystroke in the search box, on the content as it is and on a hundred times as much."""

import random
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from benchmarks.machine import tell
from bodymap import resources
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.words import Words
from bodymap.content.pack import load
from bodymap.inquiry.find import find
from bodymap.inquiry.state import Inquiry

TIMES = 100
TYPED = (
    *("toothake", "scm", "ringing", "jaw hurts", "left temple", "masester", "trapezious descendens"),
    *("behind the eye", "dry nedling", "carotid artery", "stiff neck", "s", "musculus pterygoideus"),
    *("neck and shoulder muscle", "qwertzuiop", "hurts to swallow"),
)
KEPT = frozenset(["muscle", "of", "the", "in", "neck", "jaw", "eye", "head", "and", "part"])
"""Words that every copy shares, as real ones would; the others are each copy's own."""
LETTERS = "aeioubcdfglmnprst"


def grown(atlas: Atlas, times: int) -> Atlas:
    """Return an atlas with so many copies of what can be found, under names of their own."""
    dice = random.Random(11)
    fields = ("regions", "muscles", "symptoms", "habits", "treatments", "topics", "signs")
    copies: dict[str, Any] = {field: _copies(getattr(atlas, field), times, dice) for field in fields}
    return replace(atlas, **copies)


def _copies(known: Mapping[str, Any], times: int, dice: random.Random) -> dict[str, Any]:
    found = dict(known)
    for number in range(1, times):
        for name, each in known.items():
            words = {
                field: _other(getattr(each, field), dice) for field in ("name", "ask") if hasattr(each, field)
            }
            also = tuple(_bent(text, dice) for text in each.also)
            found[f"{name}_{number}"] = replace(each, id=f"{name}_{number}", also=also, **words)
    return found


def _other(words: Words, dice: random.Random) -> Words:
    return Words(_bent(words.plain, dice), _bent(words.clinical, dice))


def _bent(text: str, dice: random.Random) -> str:
    """Return a text with two letters of each of its words put in place of others."""
    return " ".join(word if word in KEPT else _bend(word, dice) for word in text.split())


def _bend(word: str, dice: random.Random) -> str:
    letters = list(word)
    for _ in range(2):
        letters[dice.randrange(len(letters))] = dice.choice(LETTERS)
    return "".join(letters)


def keystrokes(atlas: Atlas) -> tuple[float, list[tuple[float, float]]]:
    """Return the milliseconds of the first keystroke ever, and of each other by wall and processor."""
    plate = next(iter(atlas.plates))
    first, _ = _once(atlas, Inquiry(plate, query="j"))
    typed = (Inquiry(plate, query=text[:end]) for text in TYPED for end in range(1, len(text) + 1))
    return first, [min(_once(atlas, each), _once(atlas, each)) for each in typed]


def _once(atlas: Atlas, inquiry: Inquiry) -> tuple[float, float]:
    began, worked = time.perf_counter(), time.process_time()
    find(atlas, inquiry)
    return (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000


def main(_words: list[str]) -> None:
    core = load([resources.packs() / "core"], assets=resources.assets()).atlas
    small, large = keystrokes(core), keystrokes(grown(core, TIMES))
    tell(first=[small[0], large[0]], small=small[1], large=large[1], times=TIMES)


if __name__ == "__main__":
    main(sys.argv[1:])
