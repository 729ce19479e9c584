"""What typed words may mean: regions, muscles, symptoms, treatments and more, best first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice, pairwise

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.region import Side
from bodymap.language import mark, say
from bodymap.reasoning.lexicon import Entry, Lexicon, Subject, content_words, fit, lexicon_of
from bodymap.reasoning.spelling import BEGUN, EXACT, SAME_SOUND, SAME_STEM, sound, stem

# fmt: off
FILLERS = frozenset({
    "ache", "aches", "aching", "achy", "bad", "discomfort", "feel", "feels", "feeling", "hurt", "hurting",
    "hurts", "pain", "painful", "pains", "sharp", "sore", "soreness", "tender", "tenderness", "throbbing",
    "trouble", "ow",
})
# fmt: on
"""Words that say that it hurts, and not where; they count where they help."""
_FILLER_ENDINGS = ("ache", "ake", "pain", "hurts")
FILLER_WEIGHT, MUSCLE_WEIGHT = 0.2, 0.5
SIDES = dict.fromkeys(("l", "lt", "left"), Side.LEFT) | dict.fromkeys(("r", "rt", "right"), Side.RIGHT)
SIDE_WORDS = {Side.LEFT: mark("left"), Side.RIGHT: mark("right")}
PRIOR = {
    Subject.REGION: 1.0,
    Subject.MUSCLE: 0.99,
    Subject.SYMPTOM: 0.98,
    Subject.HABIT: 0.95,
    Subject.TREATMENT: 0.98,
    Subject.TOPIC: 0.96,
    Subject.STRUCTURE: 0.9,
    Subject.SIGN: 0.86,
}
"""What an equal match is worth by what it is."""
PLACES = (Subject.REGION, Subject.MUSCLE)
THAT_IT_HURTS = 1.12
"""How much more a place is worth where somebody says that it hurts, or a muscle where one is asked for."""
LEAST, LEAST_OF_BEST = 0.3, 0.6
"""What is worth less, absolutely or beside the best, is not listed."""
SPREAD = 0.8
"""What it is worth that all words are there, in several names of one thing."""
MOST_WORDS, MOST_NAMES, MOST_PHRASES, MOST_FREQUENT = 8, 500, 100, 4
"""How many words are read, how many names are looked at, how many kept, how many frequent words paired."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that may be meant: what it is, the name by which it was found, and how well that fits."""

    subject: Subject
    id: str
    matched: str
    score: float


@dataclass(frozen=True, slots=True)
class _Asked:
    """A typed word: what it weighs, and the known words that it may be, the best first, with their worth."""

    weight: float
    known: dict[str, float]

    def worth_in(self, words: Iterable[str]) -> float:
        """Return what it is worth that a name has these words."""
        best, known = 0.0, self.known
        for word in words:
            value = known.get(word, 0.0)
            best = max(value, best) if value else best
        return best


def read_side(text: str) -> tuple[str, Side | None]:
    """Return typed words without those that name a side of the patient, and that side."""
    sides = SIDES | {say(word).casefold(): side for side, word in SIDE_WORDS.items()}
    words = text.split()
    named = [sides[word.casefold()] for word in words if word.casefold() in sides]
    rest = [word for word in words if word.casefold() not in sides]
    return (" ".join(rest), named[-1]) if named and rest else (text, None)


def search(atlas: Atlas, text: str, limit: int = 40) -> tuple[Hit, ...]:
    """Return what typed words may mean, best first; of equals, in the order of the pack."""
    lexicon = lexicon_of(atlas)
    words = tuple(dict.fromkeys(content_words(read_side(text)[0])))[:MOST_WORDS]
    asked = [_Asked(_weight(word, words), _known(lexicon, word)) for word in words]
    priors = _priors(words)
    hits = [
        Hit(entry.subject, entry.id, lexicon.phrases[phrase].text, round(score * priors[entry.subject], 4))
        for entry, phrase, score in _by_entry(lexicon, asked, _fitting(lexicon, asked))
    ]
    most = max((hit.score for hit in hits), default=0.0)
    kept = (hit for hit in hits if hit.score >= max(LEAST, LEAST_OF_BEST * most))
    return tuple(sorted(kept, key=lambda hit: -hit.score)[:limit])


def _weight(word: str, words: tuple[str, ...]) -> float:
    """Return what a word weighs beside the others: that it hurts is said of everything."""
    if all(other in FILLERS for other in words):
        return 1.0
    if stem(word) == "muscle":
        return MUSCLE_WEIGHT
    return FILLER_WEIGHT if word in FILLERS else 1.0


def _priors(words: Iterable[str]) -> Mapping[Subject, float]:
    if any(stem(word) == "muscle" for word in words):
        return {**PRIOR, Subject.MUSCLE: PRIOR[Subject.MUSCLE] * THAT_IT_HURTS}
    if any(word in FILLERS for word in words):
        return PRIOR | {subject: PRIOR[subject] * THAT_IT_HURTS for subject in PLACES}
    return PRIOR


def _known(lexicon: Lexicon, word: str) -> dict[str, float]:
    """Return the known words that a typed one may be, the best first, each with what that is worth."""
    ways = [(known, _begun(word, known)) for known in lexicon.begun_with(word)]
    ways += [(known, SAME_STEM) for known in lexicon.stems.get(stem(word), ())]
    ways += [(known, SAME_SOUND) for known in lexicon.sounds.get(sound(word), ())]
    ways += [(word, EXACT)] if word in lexicon.holding else []
    if not ways:
        near = lexicon.likeness.near(word)
        ways += [(known, value) for each, value in near for known in lexicon.sounds[each]]
    place = _without_filler(word)
    if not ways and place != word:
        return _known(lexicon, place)
    found: dict[str, float] = {}
    for known, value in sorted(ways, key=lambda way: (-way[1], way[0])):
        found.setdefault(known, value)
    return found


def _without_filler(word: str) -> str:
    """Return the place in such a word as ``jawpain``; of a word that holds none, the word."""
    ending = next((each for each in _FILLER_ENDINGS if word.endswith(each) and len(word) > len(each) + 2), "")
    return word.removesuffix(ending)


def _begun(word: str, known: str) -> float:
    """Return what it is worth that a known word begins with what was typed: the more, the less is missing."""
    return BEGUN + (EXACT - BEGUN) * 0.8 * len(word) / len(known)


def _candidates(lexicon: Lexicon, asked: list[_Asked]) -> set[int]:
    """Return the names worth looking at: of each word the best, and those that hold two frequent words."""
    room = MOST_NAMES // max(1, len(asked))
    found: set[int] = set()
    frequent: list[tuple[int, ...]] = []
    for each in asked:
        left = room
        for known in each.known:
            held = lexicon.holding[known]
            found.update(held[:left])
            left -= len(held)
            if left <= 0:
                frequent.append(lexicon.holding[next(iter(each.known))])
                break
    for one, other in pairwise(frequent[:MOST_FREQUENT]):
        both = set(one)
        found.update(islice((number for number in other if number in both), room))
    return found


def _fitting(lexicon: Lexicon, asked: list[_Asked]) -> list[tuple[int, float]]:
    """Return names that hold what was asked, each with how well it fits as a whole, the best first."""
    whole = sum(each.weight for each in asked)
    fitting = []
    for number in sorted(_candidates(lexicon, asked)):
        phrase = lexicon.phrases[number]
        held = covered = 0.0
        for each in asked:
            value = each.worth_in(phrase.words)
            held += each.weight * value
            covered += value
        covered = min(1.0, covered / phrase.length)
        fitting.append((number, held / whole * fit(covered) * phrase.worth))
    return nlargest(MOST_PHRASES, fitting, key=lambda found: found[1])


def _by_entry(
    lexicon: Lexicon, asked: list[_Asked], fitting: list[tuple[int, float]]
) -> list[tuple[Entry, int, float]]:
    """Return each entry once, with its best name; words of several names count together."""
    found: dict[int, tuple[int, float]] = {}
    for number, value in fitting:
        found.setdefault(lexicon.phrases[number].entry, (number, value))
    whole = sum(each.weight for each in asked)
    scored = []
    for entry in sorted(found):
        number, value = found[entry]
        if len(asked) > 1:
            words = [word for phrase in lexicon.of_entry[entry] for word in lexicon.phrases[phrase].words]
            spread = sum(each.weight * each.worth_in(words) for each in asked)
            value = max(value, SPREAD * spread / whole)
        scored.append((lexicon.entries[entry], number, value))
    return scored
