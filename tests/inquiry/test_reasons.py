"""Why a muscle is in the list, term by term, in words."""

from dataclasses import replace
from pathlib import Path

import pytest

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.content.pack import load
from bodymap.inquiry import reasons
from bodymap.inquiry.reasons import (
    FINDING,
    MAIN_KINDS,
    explain,
    explain_fit,
    explain_shortly,
    name_candidate,
    speak_against,
    weigh_sources,
)
from bodymap.reasoning.account import Account
from bodymap.reasoning.ranking import rank
from bodymap.reasoning.term import Term, TermKind

TEMPLE, THROAT = Pain("temple", Side.RIGHT), Pain("throat", Side.MIDLINE)
TEMPORALIS = Place("temporalis", Side.RIGHT)
EVERYTHING = Account(
    (TEMPLE, Pain("jaw_angle", Side.LEFT), THROAT),
    {"ringing": Answer.YES, "gum": Answer.NO},
    {TEMPORALIS: Answer.YES},
)


@pytest.fixture(scope="session")
def atlas():
    """The small pack with every weight at work, a muscle under the throat and one more in the jaw."""
    small = load([Path(__file__).parents[1] / "packs" / "small"]).atlas
    weights = {name: replace(weight, value=weight.value or 0.5) for name, weight in small.weights.items()}
    more = replace(small.muscles["masseter_deep"], id="more", pattern=None)
    there = replace(small.muscles["temporalis"], lies_under=("throat",))
    muscles = {**small.muscles, "temporalis": there, "more": more}
    return replace(small, weights=weights, muscles=muscles)


@pytest.fixture
def terms(atlas):
    """The terms of the best candidate of an account, by their kind."""

    def terms(account=EVERYTHING, of=atlas):
        found = rank(of, account).candidates[0]
        assert found.place == TEMPORALIS
        return {term.kind: term for term in reversed(found.terms)}

    return terms


@pytest.mark.parametrize("voice", list(Voice))
@pytest.mark.parametrize("kind", list(TermKind))
def test_every_kind_of_term_has_words_in_both_voices(atlas, terms, kind, voice):
    assert explain(atlas, terms()[kind], voice)


@pytest.mark.parametrize("kind", [kind for kind in TermKind if kind not in {TermKind.FOCUS, TermKind.WHOLE}])
def test_a_term_without_what_it_rests_on_says_nothing_and_does_not_raise(atlas, kind):
    places = {
        TermKind.TELLING: ": 0 of 0 muscles are felt there",
        TermKind.LOCAL: ": the muscle itself lies there",
    }
    assert explain(atlas, Term(kind, 1.0), Voice.PLAIN) == places.get(kind, "")


def test_a_region_says_how_strong_from_where_and_how_sure(atlas, terms):
    assert explain(atlas, terms()[TermKind.REGION], Voice.PLAIN) == (
        "Temple (right): main place · from the spot that these muscles share · 2 sources · well supported"
        " · seen in a separate study"
    )
    assert explain(atlas, terms()[TermKind.REGION], Voice.CLINICAL) == (
        "Temporal region (right): essential · from Anterior fibres · 2 sources · confidence high"
        " · independent study"
    )


def test_a_pain_that_crosses_says_so(atlas, terms):
    found = rank(atlas, EVERYTHING).candidates[0].terms
    crossing = next(term for term in found if term.pain == Pain("jaw_angle", Side.LEFT))
    assert explain(atlas, crossing, Voice.PLAIN).endswith("felt across the middle")
    assert explain(atlas, crossing, Voice.CLINICAL).endswith("contralateral")


def test_a_pain_over_the_muscle_itself_says_so(atlas, terms):
    assert explain(atlas, terms()[TermKind.LOCAL], Voice.PLAIN) == "Throat: the muscle itself lies there"


def test_a_row_says_a_study_shortly_and_the_rest_as_the_card_does(atlas, terms):
    known = terms()
    assert explain_shortly(atlas, known[TermKind.FOUND], Voice.CLINICAL) == (
        "Headache disorders: a study found it in 40 of 100"
    )
    others = [term for kind, term in known.items() if kind is not TermKind.FOUND]
    assert all(
        explain_shortly(atlas, each, Voice.PLAIN) == explain(atlas, each, Voice.PLAIN) for each in others
    )


def test_how_few_muscles_are_felt_there_is_counted(atlas, terms):
    telling = replace(terms()[TermKind.TELLING], pain=TEMPLE)
    one, two = replace(telling, share=(1, 7)), replace(telling, share=(2, 7))
    assert explain(atlas, one, Voice.PLAIN) == "Temple (right): 1 of 7 muscles is felt there"
    assert explain(atlas, two, Voice.PLAIN) == "Temple (right): 2 of 7 muscles are felt there"


def test_the_fit_is_said_in_one_line(atlas):
    both = rank(atlas, EVERYTHING).candidates[0]
    assert explain_fit(both) == "2 of its 3 places chosen · explains 3 of 3 places chosen"
    one = rank(atlas, Account((TEMPLE,))).candidates[0]
    assert explain_fit(one) == "1 of its 3 places chosen"


def test_a_study_says_whom_it_examined(atlas, terms):
    assert explain(atlas, terms()[TermKind.FOUND], Voice.PLAIN) == (
        "a study found it in 40 of 100 people with headaches · 20 people were examined"
        " · 5 of 100 without it · fairly supported"
    )
    alone = replace(terms()[TermKind.FOUND].frequency, controls=None)
    term = replace(terms()[TermKind.FOUND], frequency=alone)
    assert "without it" not in explain(atlas, term, Voice.CLINICAL)
    none = replace(terms()[TermKind.FOUND], frequency=replace(alone, controls=0))
    assert "0 of 100 without it" in explain(atlas, none, Voice.CLINICAL)


@pytest.mark.parametrize(
    ("factor", "answer", "said"),
    [
        ("ringing", Answer.YES, "Goes with: Ringing in the ear · weakly supported · 1 source"),
        ("ringing", Answer.NO, "not so: Ringing in the ear · weakly supported · 1 source"),
        ("gum", Answer.YES, "may keep it going: Chewing gum · fairly supported · 1 source"),
        ("gum", Answer.NO, "not so: Chewing gum · fairly supported · 1 source"),
    ],
)
def test_a_symptom_or_habit_says_whether_it_is_there(atlas, terms, factor, answer, said):
    kind = TermKind.HABIT if factor == "gum" else TermKind.SYMPTOM
    account = Account((TEMPLE,), {factor: answer})
    assert explain(atlas, terms(account)[kind], Voice.PLAIN) == said


@pytest.mark.parametrize("answer", list(Answer))
def test_a_finding_says_what_pressing_brought(atlas, terms, answer):
    account = Account((TEMPLE,), findings={TEMPORALIS: answer})
    assert explain(atlas, terms(account)[TermKind.FINDING], Voice.PLAIN) == FINDING[answer]


def test_what_a_candidate_leaves_open_speaks_against_it(atlas):
    both = rank(atlas, Account((TEMPLE, Pain("temple", Side.LEFT)))).candidates[0]
    assert speak_against(atlas, both, Voice.PLAIN) == "Not felt from here: Temple (left)"
    assert speak_against(atlas, rank(atlas, Account((TEMPLE,))).candidates[0], Voice.PLAIN) == ""


def test_muscles_mapped_together_go_by_the_name_of_all(atlas):
    candidate = rank(atlas, Account((TEMPLE,))).candidates[0]
    assert name_candidate(atlas, candidate, Voice.PLAIN) == "Muscles that close the jaw"
    assert name_candidate(atlas, replace(candidate, together=()), Voice.PLAIN) == "Temple muscle"


def test_sources_that_all_descend_from_one_map_are_called_so(atlas):
    copied = replace(atlas.sources["ATLAS"], id="COPY")
    known = replace(atlas, sources={**atlas.sources, "COPY": copied})
    assert weigh_sources(known, ["ATLAS"]) == "1 source"
    assert weigh_sources(known, ["ATLAS", "COPY"]) == "2 sources, all from one map"
    assert weigh_sources(known, ["ATLAS", "COPY", "STUDY"]) == "3 sources"


def test_a_row_says_the_main_kinds_and_every_kind_has_its_way_to_be_said():
    assert set(reasons._EXPLAINED) == set(TermKind)
    assert set(MAIN_KINDS) < set(TermKind)
