"""Every name of an atlas by its words, worked out once, so that a search only has to look them up."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from bodymap.anatomy.atlas import Atlas, Symptom
from bodymap.anatomy.muscle import Muscle
from bodymap.anatomy.words import Words
from bodymap.reasoning.spelling import Likeness, likeness, sound, stem, words_of

if TYPE_CHECKING:
    from bodymap.anatomy.treatment import Topic, Treatment

NAME, LATIN, ALSO, GROUP, ASKED = 1.0, 0.97, 0.94, 0.8, 0.8
"""What a name is worth by where it stands: as the name, in Latin, as another name, as that of a group."""
# fmt: off
SKIPPED = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "i", "in", "into", "is", "it",
    "its", "me", "my", "of", "on", "or", "so", "that", "the", "this", "to", "when", "with",
})
# fmt: on
"""Words that say nothing about what is meant."""
UNCOUNTED = frozenset({"area", "muscle", "muscles", "musculus", "part", "region"})
"""Words that a name may well be typed without."""
MOST_BEGUN = 120
"""How many words that begin alike are looked at, the shortest first."""
_KEY = "lexicon"
_LEAST_BEGUN = 3
_LAST = "\U0010ffff"


class Subject(StrEnum):
    """What something found is, in the order in which equals are listed."""

    REGION = "region"
    MUSCLE = "muscle"
    SYMPTOM = "symptom"
    HABIT = "habit"
    TREATMENT = "treatment"
    TOPIC = "topic"
    STRUCTURE = "structure"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found; of a structure the id is that of its kind and its own."""

    subject: Subject
    id: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """One name of an entry: as it is written, what it is worth, and how many words of it count."""

    entry: int
    text: str
    worth: float
    length: int


@dataclass(frozen=True)
class Lexicon:
    """All names, and the numbers of the phrases in which each word stands."""

    entries: tuple[Entry, ...]
    phrases: tuple[Phrase, ...]
    of_entry: tuple[tuple[int, ...], ...]
    holding: dict[str, tuple[int, ...]]
    words: tuple[str, ...]
    beginnings: dict[str, tuple[str, ...]]
    stems: dict[str, tuple[str, ...]]
    sounds: dict[str, tuple[str, ...]]
    likeness: Likeness

    def begun_with(self, word: str) -> tuple[str, ...]:
        """Return the known words that begin with what was typed so far, the shortest first."""
        if len(word) < _LEAST_BEGUN:
            return self.beginnings.get(word, ())
        found = self.words[bisect_left(self.words, word) : bisect_left(self.words, word + _LAST)]
        return tuple(sorted(found, key=len)[:MOST_BEGUN])


def lexicon_of(atlas: Atlas) -> Lexicon:
    """Return the lexicon of an atlas, worked out at the first asking."""
    if _KEY not in atlas.derived:
        atlas.derived[_KEY] = _work_out(atlas)
    found: Lexicon = atlas.derived[_KEY]
    return found


def content_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that say what is meant, or all of them where none does."""
    words = words_of(text)
    return tuple(word for word in words if word not in SKIPPED) or words


def _work_out(atlas: Atlas) -> Lexicon:
    entries: list[Entry] = []
    phrases: list[Phrase] = []
    of_entry: list[tuple[int, ...]] = []
    holding: dict[str, list[int]] = {}
    for entry, names in _entries(atlas):
        first = len(phrases)
        for text, worth in _each_once(names):
            words = content_words(text)
            for word in dict.fromkeys(words):
                holding.setdefault(word, []).append(len(phrases))
            counted = sum(word not in UNCOUNTED for word in words)
            phrases.append(Phrase(len(entries), text, worth, counted or len(words)))
        of_entry.append(tuple(range(first, len(phrases))))
        entries.append(entry)
    words = tuple(sorted(holding))
    return Lexicon(
        tuple(entries),
        tuple(phrases),
        tuple(of_entry),
        {word: tuple(numbers) for word, numbers in holding.items()},
        words,
        _beginnings(words),
        _grouped((stem(word), word) for word in words),
        _grouped((sound(word), word) for word in words),
        likeness(words),
    )


def _each_once(names: Iterable[tuple[str, float]]) -> Iterator[tuple[str, float]]:
    """Yield the names of an entry, of the same words only that which is worth most."""
    seen: set[tuple[str, ...]] = set()
    for text, worth in sorted(names, key=lambda name: -name[1]):
        words = content_words(text)
        if words and words not in seen:
            seen.add(words)
            yield text, worth


def _beginnings(words: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return the words under their first letters, of each the shortest."""
    short = sorted(words, key=len)
    pairs = ((word[:length], word) for length in range(1, _LEAST_BEGUN) for word in short)
    return {begun: found[:MOST_BEGUN] for begun, found in _grouped(pairs).items()}


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key, word in pairs:
        found.setdefault(key, []).append(word)
    return {key: tuple(words) for key, words in found.items()}


def _entries(atlas: Atlas) -> Iterator[tuple[Entry, list[tuple[str, float]]]]:
    """Yield everything that can be found, with its names and what each is worth."""
    for region in atlas.regions.values():
        yield Entry(Subject.REGION, region.id), _names(region.name, region.also)
    for muscle in sorted(atlas.muscles.values(), key=_fewest_referrals_last):
        yield Entry(Subject.MUSCLE, muscle.id), _names_of_muscle(atlas, muscle)
    told: dict[Subject, Mapping[Any, Symptom | Treatment | Topic]] = {
        Subject.SYMPTOM: atlas.symptoms,
        Subject.HABIT: atlas.habits,
        Subject.TREATMENT: atlas.treatments,
        Subject.TOPIC: atlas.topics,
    }
    for subject, known in told.items():
        for each in known.values():
            yield Entry(subject, each.id), _names(each.name, each.also)
    for structure in atlas.structures.values():
        key = f"{structure.kind}-{structure.id}"
        yield Entry(Subject.STRUCTURE, key), _names(structure.name, structure.also)
    for sign in atlas.signs.values():
        asked = [(sign.ask.plain, ASKED), (sign.ask.clinical, ASKED)]
        yield Entry(Subject.SIGN, sign.id), [*asked, *((text, ALSO) for text in sign.also)]


def _fewest_referrals_last(muscle: Muscle) -> int:
    """Order muscles: of those that fit a word equally, one is likelier meant that is felt in more places."""
    return -sum(len(point.referrals) for point in muscle.trigger_points)


def _names_of_muscle(atlas: Atlas, muscle: Muscle) -> list[tuple[str, float]]:
    """Return the names of a muscle; it goes by that of those with which it is mapped together as well."""
    pattern = atlas.patterns.get(muscle.pattern or "")
    shared = [(text, GROUP) for text in (pattern.name.plain, pattern.name.clinical)] if pattern else []
    return [*_names(muscle.name, muscle.also), (muscle.latin.strip("()"), LATIN), *shared]


def _names(name: Words, also: Iterable[str]) -> list[tuple[str, float]]:
    return [(name.plain, NAME), (name.clinical, NAME), *((text, ALSO) for text in also)]
