"""How hard a text is to read, by known words and sentences."""

from pathlib import Path

import pytest

from bodymap.content.pack import read_through
from bodymap.content.readability import AIM_WORDS, count_syllables, grade, longest_sentence, measure

SYLLABLES = {
    1: "jaw pain ache head face tooth teeth eye eyes ear heart the felt walked chewed nerve tongue leads",
    2: "muscle temple needle table doctor tender headache painful swallow pillow quiet diet being going "
    "rested ended places eyelid argue fatigue dying seeing beyond",
    3: "emergent artery medicine hospital however radio area idea carrying",
    4: "emergency ability february information",
    5: "university possibility",
}


@pytest.mark.parametrize(
    ("word", "number"), [(word, number) for number, words in SYLLABLES.items() for word in words.split()]
)
def test_syllables_are_counted_as_they_are_spoken(word, number):
    assert count_syllables(word) == number
    assert count_syllables(word.capitalize()) == number


@pytest.mark.parametrize(
    ("word", "number"), [("doctor's", 2), ("doctor’s", 2), ("12", 1), ("3.5", 1), ("b", 1)]
)
def test_what_is_no_common_word_counts_too(word, number):
    assert count_syllables(word) == number


def test_the_grade_follows_the_formula():
    # 6 words of 1 syllable, in 1 sentence
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    # 12 words, 2 sentences, 13 syllables
    said = "Press on the jaw and wait. The pain may go to the temple."
    assert grade(said) == pytest.approx(0.39 * 13 / 2 + 11.8 * 14 / 13 - 15.59)


def test_a_long_sentence_of_long_words_asks_for_more_school():
    hard = "Individuals experiencing persistent unilateral symptoms should immediately consult a physician."
    assert grade(hard) > 12
    assert grade("If it stays on one side, see a doctor.") < 6


@pytest.mark.parametrize("text", ["", " ", "…", "?!"])
def test_nothing_is_no_grade(text):
    assert (grade(text), longest_sentence(text)) == (0.0, 0)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("One two three.", 3),
        ("One two three. One two.", 3),
        ("One! One two? One two three four", 4),
        ("It may be: One two three", 3),
        ("About 20 in 100 people; we know no more.", 9),
        ("About 2.5 cm deep.", 4),
        ("e.g. this one", 4),
    ],
)
def test_sentences_end_where_a_new_one_begins(text, number):
    assert longest_sentence(text) == number


def test_a_text_is_easy_within_the_aim():
    assert measure("a.yaml:1", "Press on the jaw.").is_easy
    words = " ".join(["we"] * AIM_WORDS)
    assert not measure("a.yaml:1", f"{words}.").is_easy
    assert measure("a.yaml:1", f"{words.removesuffix(' we')}.").is_easy


def test_every_plain_sentence_of_a_pack_is_measured_where_it_stands_the_hardest_first(small: Path):
    readings = read_through(small)
    assert [each.grade for each in readings] == sorted((each.grade for each in readings), reverse=True)
    places = {each.text: each.place for each in readings}
    assert places["A thin needle goes into the sore spot."] == "treatments/needling.yaml:6"
    assert places["See a doctor today."] == "screening.yaml:25"
    assert "Temple" not in places
