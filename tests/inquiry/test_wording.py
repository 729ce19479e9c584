"""How facts become sentences."""

import pytest

from bodymap.anatomy.muscle import MuscleId, Strength
from bodymap.anatomy.muscle import Tested as Proof  # pytest takes every Test… for a class of tests
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Sureness, Voice
from bodymap.inquiry import reasons, wording
from bodymap.inquiry.state import SideNames
from bodymap.language import use
from bodymap.reasoning.account import told as told_of
from bodymap.reasoning.ranking import rank
from bodymap.reasoning.term import TermKind

TEMPLE, THROAT = Pain("temple", Side.LEFT), Pain("throat", Side.MIDLINE)
JAW = Pain("jaw_angle", Side.RIGHT)
PLAIN, CLINICAL = Voice.PLAIN, Voice.CLINICAL


def told(atlas, pain, symptoms=(), voice=PLAIN, side=Side.RIGHT):
    """Return the reasons of the best candidate on a side, by the kind of their term."""
    found = next(c for c in rank(atlas, told_of([pain], symptoms)).candidates if c.place.side is side)
    return {term.kind: reasons.explain(atlas, term, voice) for term in found.terms}


def test_pains_and_muscles_are_named_with_their_side_in_both_voices(atlas):
    assert wording.name_pain(atlas, TEMPLE, PLAIN) == "Temple (left)"
    assert wording.name_pain(atlas, TEMPLE, CLINICAL) == "Temporal region (left)"
    assert wording.name_pain(atlas, THROAT, PLAIN) == "Throat"


def test_muscles_mapped_together_go_by_the_name_of_their_pattern(atlas):
    (found,) = rank(atlas, told_of([TEMPLE])).candidates
    assert found.together == (MuscleId("masseter_deep"),)
    assert reasons.name_candidate(atlas, found, CLINICAL) == "Jaw elevators"


def test_a_region_says_how_strong_how_sure_and_from_where(atlas):
    said = told(atlas, TEMPLE, side=Side.LEFT)[TermKind.REGION]
    for part in (
        "Temple (left)",
        "main place",
        "from the spot that these muscles share",
        "2 sources",
        "well supported",
        "separate study",
    ):
        assert part in said
    assert "middle" not in said


def test_what_crosses_says_so(atlas):
    assert told(atlas, JAW, side=Side.LEFT)[TermKind.REGION].endswith("felt across the middle")


def test_the_focus_says_its_share(atlas):
    assert told(atlas, TEMPLE, side=Side.LEFT)[TermKind.FOCUS].startswith("1 of its 3 places chosen")


def test_a_symptom_is_named(atlas):
    said = told(atlas, TEMPLE, ["ringing"], side=Side.LEFT)[TermKind.SYMPTOM]
    assert "Ringing in the ear" in said
    assert "1 source" in said


@pytest.mark.parametrize(("number", "words"), [(0, "0 sources"), (1, "1 source"), (2, "2 sources")])
def test_sources_are_counted(number, words):
    assert reasons.count_sources(number) == words


def test_what_speaks_against_is_named(atlas):
    (best, *_) = rank(atlas, told_of([TEMPLE, THROAT])).candidates
    assert reasons.speak_against(atlas, best, PLAIN) == "Not felt from here: Throat"
    (only,) = rank(atlas, told_of([TEMPLE])).candidates
    assert reasons.speak_against(atlas, only, PLAIN) == ""


def test_nothing_has_no_words_of_its_own():
    for words in wording.SURENESS.values():
        assert len(set(words.values())) == len(Sureness)
    for words in wording.STRENGTH.values():
        assert len(set(words.values())) == len(Strength)
    assert all(set(words) == set(Proof) for words in wording.TESTED.values())
    assert set(wording.SIDE) == set(Side)


@pytest.mark.parametrize(("text", "said"), [("", ""), ("a b", "A b"), ("McX", "McX"), ("émile", "Émile")])
def test_a_sentence_begins_with_a_capital(text, said):
    assert wording.sentence(text) == said


def test_every_term_of_the_core_pack_has_words(core):
    for region in core.regions.values():
        pain = Pain(region.id, Side.RIGHT if region.is_paired else Side.MIDLINE)
        for candidate in rank(core, told_of([pain], core.symptoms)).candidates:
            for voice in Voice:
                assert all(reasons.explain(core, term, voice) for term in candidate.terms)


@pytest.mark.parametrize(
    ("names", "right"), [("words", "right"), ("patient", "patient's right"), ("letters", "R")]
)
def test_the_sides_are_called_as_a_seat_has_it(atlas, names, right):
    use(wording.call_sides({}, SideNames(names)))
    try:
        assert wording.name_side(Side.RIGHT) == right
        assert wording.add_side("Temple", Side.RIGHT) == f"Temple ({right})"
        assert wording.name_side(Side.MIDLINE) == "middle"
    finally:
        use({})


def test_the_sides_are_called_in_the_language_of_the_atlas():
    abroad = {"right": "rechts", "left": "links", "R": "re"}
    called = wording.call_sides(abroad, SideNames.LETTERS)
    assert (called["right"], called["left"]) == ("re", "L")
    assert wording.call_sides(abroad, SideNames.WORDS) == abroad
