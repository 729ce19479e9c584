"""How a typed word is compared with a known one: folded, by its stem, by its sound, and nearly."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from itertools import chain
from typing import Any
from unicodedata import combining, normalize

MOST_LETTERS = 32
"""Nobody types a longer word; what follows is not compared."""
MOST_REMEMBERED = 20_000
"""Of how many words stem and sound are remembered: of the known ones, and of what was typed last."""
MOST_PIECES = 5_000
"""How many places of pieces of words are counted; the frequent ones tell least."""
MOST_LIKE = 60
"""How many known words that share letters with a typed one are compared with it in full."""
SHORT = 5
"""Up to this many letters a word that begins otherwise is another word."""
EXACT, SAME_STEM, SAME_SOUND, BEGUN, NEAR, NEAR_BEGUN, SLIP = 1.0, 0.95, 0.88, 0.72, 0.84, 0.74, 0.12
"""What it is worth that a word is there, in each of the ways; a slip of the hand takes some of it."""

_SPECIAL = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "'": "", "’": ""})
_WORD = re.compile(r"[^\W_]+")
_SOUNDS = (
    *(("ph", "f"), ("tch", "k"), ("ch", "k"), ("ck", "k"), ("qu", "k"), ("q", "k")),
    *(("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("gh", ""), ("y", "i"), ("z", "s")),
    *(("ae", "e"), ("oe", "e"), ("ea", "e"), ("ee", "e"), ("ious", "ius"), ("eus", "ius"), ("ou", "u")),
    ("th", "t"),
)
"""What is spoken alike, one after the other."""
_SILENT = ("ps", "pt")
_DOUBLE = re.compile(r"(.)\1+")
_ENDING = re.compile(r"(?<=\w{4})(ing|ness|ed|(?<=[sxz])es|(?<=[cs]h)es|(?<![sui])s)$")
_JOINED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")


def fold(text: str) -> str:
    """Return a text without capitals, accents and apostrophes."""
    if text.isascii():
        return text.casefold().replace("'", "")
    plain = "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
    return plain.translate(_SPECIAL)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded; a hyphen parts them."""
    return tuple(word[:MOST_LETTERS] for word in _WORD.findall(fold(text)))


def joined_words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text that hyphens part, each as one."""
    return tuple(word.replace("-", "")[:MOST_LETTERS] for word in _JOINED.findall(fold(text)))


@lru_cache(MOST_REMEMBERED)
def stem(word: str) -> str:
    """Return a word without the ending of a plural or of a verb."""
    return _ENDING.sub("", word)


@lru_cache(MOST_REMEMBERED)
def sound(word: str) -> str:
    """Return roughly how a word is spoken, so that ``pharynx`` and ``farinx`` are the same."""
    word = word[1:] if word.startswith(_SILENT) else word
    for written, spoken in _SOUNDS:
        word = word.replace(written, spoken)
    return _DOUBLE.sub(r"\1", word)


def slips_allowed(word: str) -> int:
    """Return how many slips a word of this length may hold and still be known for what it is."""
    return next(slips for least, slips in ((10, 3), (7, 2), (4, 1), (0, 0)) if len(word) >= least)


@dataclass(frozen=True)
class Likeness:
    """The sounds of all known words, and the pieces of three letters by which the like are found."""

    sounds: tuple[str, ...]
    holding: dict[str, list[int]]

    def near(self, word: str) -> list[tuple[str, float]]:
        """Return the sounds of known words that a word may be meant for, each with what that is worth."""
        asked = sound(word)
        slips = slips_allowed(asked)
        if not slips:
            return []
        counted = Counter(chain.from_iterable(self._telling(asked)))
        known = [self.sounds[number] for number, _ in counted.most_common(MOST_LIKE)]
        judged = [(each, _judge(asked, each, slips)) for each in known]
        return [(each, value) for each, value in judged if value]

    def _telling(self, asked: str) -> Iterator[list[int]]:
        """Yield where the pieces of a word stand, the rare ones first, until it is enough to tell by."""
        seen = 0
        for held in sorted((self.holding.get(piece, []) for piece in _pieces(asked)), key=len):
            if seen and seen + len(held) > MOST_PIECES:
                return
            seen += len(held)
            yield held


def likeness(words: Iterable[str]) -> Likeness:
    """Return what is needed to find the words that are like a typed one."""
    sounds = tuple(sorted(set(map(sound, words))))
    holding: dict[str, list[int]] = {}
    for number, each in enumerate(sounds):
        for piece in _pieces(each):
            holding.setdefault(piece, []).append(number)
    return Likeness(sounds, holding)


def _pieces(word: str) -> Sequence[str]:
    framed = f"^{word}$"
    return sorted({framed[start : start + 3] for start in range(len(framed) - 2)})


def _judge(asked: str, known: str, slips: int) -> float:
    """Return what it is worth that a known word is like the one asked for, or like its beginning."""
    if len(asked) <= SHORT and asked[:1] != known[:1]:
        return 0.0
    measure = _distance()
    whole: int = measure(asked, known, score_cutoff=slips)
    if whole <= slips:
        return NEAR - SLIP * (whole - 1) if whole else SAME_SOUND
    begun = min(measure(asked, known[: len(asked) + more], score_cutoff=slips) for more in (-1, 0, 1))
    is_begun = begun < slips and len(known) > len(asked)
    return NEAR_BEGUN - SLIP * begun if is_begun else 0.0


@cache
def _distance() -> Any:  # noqa: ANN401 - a function of C
    """Bring the comparing of letters in at the first word that is not known: a start does without."""
    return import_module("rapidfuzz.distance.OSA").distance
