"""How hard a text is to read: the school grade that it asks for, and its longest sentence."""

import re
from dataclasses import dataclass

AIM_GRADE, AIM_WORDS = 6.0, 15
"""What a plain text should not go beyond: a grade of US schools, and words in a sentence."""

_SENTENCE = re.compile(r"(?<=[.!?:;])\s+(?=[^a-z]|$)")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*|\d[\d.,]*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^aeiouyl]e|[aeiouy]le|[^td]ed|[^sxzcgh]es|(?:[aein]g|q)ues?)$")
_SPLIT = re.compile(
    r"i[ao](?!us|n)|ie(?=t)|[^qg]ua|eo(?!u)|[^g]ui(?=ng)|[eoy]i(?=ng)|(?<!^e)y[aeo]|(?:are|ide)a(?=s?$)"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A plain text, where it stands, and how hard it is."""

    place: str
    text: str
    grade: float
    longest: int
    """The words of the longest sentence."""

    @property
    def is_easy(self) -> bool:
        """Whether it keeps to the aim."""
        return self.grade <= AIM_GRADE and self.longest < AIM_WORDS


def measure(place: str, text: str) -> Reading:
    """Measure a text."""
    return Reading(place, text, grade(text), longest_sentence(text))


def grade(text: str) -> float:
    """Return the school grade of a text by the formula of Kincaid and others.

    0.39 x words a sentence + 11.8 x syllables a word - 15.59: Kincaid JP, Fishburne RP, Rogers RL, Chissom
    BS, Derivation of new readability formulas for Navy enlisted personnel, 1975.
    """
    sentences = [words for words in map(_words, _SENTENCE.split(text)) if words]
    if not sentences:
        return 0.0
    words = [word for sentence in sentences for word in sentence]
    syllables = sum(map(count_syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def longest_sentence(text: str) -> int:
    """Return the number of words of the longest sentence."""
    return max((len(_words(sentence)) for sentence in _SENTENCE.split(text)), default=0)


def count_syllables(word: str) -> int:
    """Return the syllables of an English word, by its vowels; a number counts as one."""
    spelt = word.lower().replace("’", "'").removesuffix("'s")
    if not spelt.isalpha():
        return 1
    number = len(_VOWELS.findall(spelt)) + len(_SPLIT.findall(spelt))
    return max(1, number - bool(_SILENT.search(spelt)))


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
