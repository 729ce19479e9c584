"""What is worked out once for each muscle and side: whose pain it is, how telling, how often found."""

from dataclasses import replace

import pytest

from bodymap.anatomy.muscle import Laterality, MapStatus, Place
from bodymap.anatomy.region import Side
from bodymap.anatomy.words import Sureness
from bodymap.reasoning.evidence import best_reach, evidence_of

RIGHT, LEFT = Side.RIGHT, Side.LEFT


def test_it_is_worked_out_at_the_first_asking_only(knowing, muscle, felt):
    atlas = knowing(muscle("a", [felt("temple")]))
    assert evidence_of(atlas) is evidence_of(atlas)


def test_muscles_stand_by_name_on_both_sides_and_only_candidates_do(knowing, muscle, felt):
    unmapped = muscle("c", [felt("temple")], map_status=MapStatus.NONE)
    evidence = evidence_of(knowing(muscle("b", [felt("temple")]), muscle("a", [felt("throat")]), unmapped))
    assert [str(place) for place in evidence.places] == ["a:right", "a:left", "b:right", "b:left"]
    assert [evidence.number(place) for place in evidence.places] == [0, 1, 2, 3]
    assert evidence.number(Place("c", RIGHT)) is evidence.number(Place("a", Side.MIDLINE)) is None


def test_muscles_that_are_felt_in_a_region_are_counted_and_those_mapped_together_once(knowing, muscle, felt):
    evidence = evidence_of(
        knowing(
            muscle("a", [felt("temple"), felt("throat")], [felt("temple")]),
            muscle("b", [felt("temple")], pattern="jaw_closers"),
            muscle("c", [felt("temple")], pattern="jaw_closers"),
            muscle("d", [felt("temple")]),
        )
    )
    assert evidence.felt_by == {"temple": 3, "throat": 1}


def test_a_region_tells_the_more_the_fewer_muscles_are_felt_there(knowing, muscle, felt):
    everywhere = [felt("temple")]
    atlas = knowing(
        muscle("a", [*everywhere, felt("throat"), felt("jaw_angle")]),
        muscle("b", [*everywhere, felt("jaw_angle")]),
        muscle("c", everywhere),
        muscle("d", everywhere),
    )
    assert evidence_of(atlas).telling == {"temple": 0.0, "jaw_angle": 0.5, "throat": 0.75}


def test_what_is_brought_holds_how_telling_the_region_is_and_the_share_of_the_pattern(knowing, muscle, felt):
    both = muscle("a", [felt("temple"), felt("throat")])
    evidence = evidence_of(knowing(both, muscle("b", [felt("temple")]), telling=0.5))
    brought = pytest.approx(1.25 + 0.4 * 0.5)
    assert evidence.reaching["throat", Side.MIDLINE] == [(0, brought), (1, brought)]


def test_the_shares_of_a_pattern_sum_to_one(knowing, muscle, felt):
    weak = felt("throat", sureness=Sureness.MEDIUM)
    evidence = evidence_of(knowing(muscle("a", [felt("temple"), weak], [felt("temple")])))
    assert evidence.shares == ({"temple": pytest.approx(2 / 3), "throat": pytest.approx(1 / 3)},)


def test_a_pattern_that_is_worth_nothing_has_no_share(knowing, muscle, felt):
    assert evidence_of(knowing(muscle("a", [felt("temple")]), essential=0.0)).shares == ({"temple": 0.0},)


def test_of_several_studies_of_a_complaint_the_largest_counts_and_of_equals_the_first(
    knowing, muscle, felt, frequency
):
    studies = (
        frequency("headache", 10, number=20),
        frequency("headache", 30, number=40),
        frequency("headache", 90, number=40),
        frequency("jaw_pain", 50, number=5),
    )
    atlas = knowing(muscle("a", [felt("temple")], frequencies=studies), muscle("b", [felt("temple")]))
    assert evidence_of(atlas).frequencies == ({"headache": studies[1], "jaw_pain": studies[3]}, {})


def test_what_a_study_found_is_worth_what_it_is_more_than_among_people_without_it(
    knowing, muscle, felt, frequency
):
    studies = (
        replace(frequency("headache", 40), controls=10.0),
        replace(frequency("jaw_pain", 5), controls=10.0),
    )
    atlas = knowing(muscle("a", [felt("temple")], frequencies=studies), found=2.0)
    assert evidence_of(atlas).found == {"headache": [(0, pytest.approx(0.6))], "jaw_pain": [(0, 0.0)]}


def test_a_muscle_is_felt_where_it_lies_on_its_side_if_that_is_weighed(knowing, muscle, felt):
    made = muscle("a", [felt("throat")], lies_under=("temple",))
    atlas = knowing(made, local=0.5)
    assert best_reach(atlas, made, RIGHT, "temple", RIGHT).value == 0.5
    assert best_reach(atlas, made, RIGHT, "temple", LEFT) is None
    assert best_reach(knowing(made, local=0.0), made, RIGHT, "temple", RIGHT) is None
    evidence = evidence_of(atlas)
    assert evidence.felt_by == {"temple": 1, "throat": 1}
    assert evidence.shares == ({"throat": 1.0},)
    assert evidence.reaching["temple", RIGHT] == [(0, 0.5)]


@pytest.mark.parametrize(("local", "worth"), [(0.2, 0.25), (0.25, 0.25), (0.5, 0.5)])
def test_a_referral_counts_unless_lying_there_is_worth_more(knowing, muscle, felt, local, worth):
    made = muscle("a", [felt("temple", sureness=Sureness.LOW)], lies_under=("temple",))
    found = best_reach(knowing(made, local=local), made, RIGHT, "temple", RIGHT)
    assert (found.value, found.referral is None) == (worth, local > 0.25)


def test_the_surest_statement_ties_a_symptom_or_habit_to_a_muscle(knowing, muscle, felt, symptom, habit):
    said = [symptom("ringing", Sureness.LOW), symptom("ringing"), symptom("ringing", Sureness.MEDIUM)]
    kept = (habit("gum", sureness=Sureness.MEDIUM),)
    atlas = knowing(muscle("a", [felt("temple")], feels_like=tuple(said), keeps_it_going=kept))
    assert evidence_of(atlas).goes_with == {"ringing": {0: (1.0, said[1])}, "gum": {0: (0.5, kept[0])}}


def test_a_region_goes_with_its_complaints(knowing, muscle, felt):
    complaints = evidence_of(knowing(muscle("a", [felt("temple")]))).complaints
    assert complaints["temple"] == ("headache", "jaw_pain")
    assert complaints["throat"] == ()


@pytest.mark.parametrize(
    ("laterality", "pain_side", "value"),
    [
        (Laterality.SAME, RIGHT, 1.0),
        (Laterality.SAME, LEFT, None),
        (Laterality.SAME_AND_OTHER, LEFT, 0.25),
        (Laterality.SAME_OFTEN_BOTH, LEFT, 0.25),
        (Laterality.MIDLINE, LEFT, 1.0),
    ],
)
def test_the_best_referral_reaches_a_pain_by_its_side(knowing, muscle, felt, laterality, pain_side, value):
    made = muscle("a", [felt("temple", laterality=laterality)])
    best = best_reach(knowing(made), made, RIGHT, "temple", pain_side)
    assert (best and best.value) == value


class TestCore:
    def test_the_shares_of_every_muscle_sum_to_one(self, core):
        for shares in evidence_of(core).shares:
            assert sum(shares.values()) == pytest.approx(1)

    def test_telling_lies_between_nought_and_one_and_the_commonest_region_tells_nothing(self, core):
        telling = evidence_of(core).telling
        assert min(telling.values()) == 0
        assert max(telling.values()) < 1

    def test_every_figure_is_of_a_complaint_and_a_muscle_that_can_be_a_candidate_has_one(self, core):
        evidence = evidence_of(core)
        assert evidence.found
        assert set(evidence.found) <= set(core.complaints)
        for complaint, worths in evidence.found.items():
            assert all(complaint in evidence.frequencies[muscle] for muscle, _ in worths)
