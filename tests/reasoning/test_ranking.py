"""Which muscles could explain these pains: sums done by hand, then laws on the core pack."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.anatomy.muscle import Laterality, MapStatus, MuscleId, Place, Strength
from bodymap.anatomy.muscle import Tested as Proof  # pytest takes every Test… for a class of tests
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Sureness
from bodymap.reasoning.ranking import TermKind, essential_regions, rank, reach

RIGHT, LEFT, MIDLINE = Side.RIGHT, Side.LEFT, Side.MIDLINE
TEMPLE, LEFT_TEMPLE = Pain("temple", RIGHT), Pain("temple", LEFT)
JAW, THROAT = Pain("jaw_angle", RIGHT), Pain("throat", MIDLINE)


def places(ranking):
    return [str(candidate.place) for candidate in ranking.candidates]


def scores(ranking):
    return {str(candidate.place): candidate.score for candidate in ranking.candidates}


class TestSum:
    def test_a_main_place_counts_by_strength_sureness_tests_and_focus(self, knowing, muscle, felt):
        known = knowing(muscle("a", [felt("temple", sureness=Sureness.MEDIUM, tested=Proof.INDEPENDENT)]))
        (found,) = rank(known, [TEMPLE]).candidates
        assert [(term.kind, term.value) for term in found.terms] == [
            (TermKind.REGION, 1.0 * 0.5 * 2.0),
            (TermKind.FOCUS, 0.4),
        ]
        assert found.score == 1.4

    def test_spillover_counts_less_and_is_no_part_of_the_focus(self, knowing, muscle, felt):
        known = knowing(muscle("a", [felt("temple", strength=Strength.SPILLOVER), felt("jaw_angle")]))
        (found,) = rank(known, [TEMPLE]).candidates
        assert [term.value for term in found.terms] == [0.5]

    def test_the_best_trigger_point_counts_and_not_their_sum(self, knowing, muscle, felt):
        weak, strong = felt("temple", sureness=Sureness.LOW), felt("temple")
        (found,) = rank(knowing(muscle("a", [weak], [strong], [weak])), [TEMPLE]).candidates
        assert found.terms[0].value == 1.0
        assert found.terms[0].trigger_point.id == "a_2"

    def test_each_pain_counts_for_its_share(self, knowing, muscle, felt):
        known = knowing(muscle("a", [felt("temple"), felt("jaw_angle")]), muscle("b", [felt("temple")]))
        assert scores(rank(known, [TEMPLE, JAW])) == {"a:right": 1.4, "b:right": 0.9}

    def test_focus_is_the_share_of_the_main_places(self, knowing, muscle, felt):
        known = knowing(muscle("a", [felt("temple"), felt("jaw_angle")], [felt("throat"), felt("temple")]))
        (focus,) = [term for term in rank(known, [TEMPLE]).candidates[0].terms if term.kind is TermKind.FOCUS]
        assert focus.share == (1, 3)
        assert focus.value == pytest.approx(0.4 / 3)

    def test_a_pain_said_twice_counts_once(self, atlas):
        assert rank(atlas, [JAW, JAW]) == rank(atlas, [JAW])

    def test_no_pain_has_no_candidates(self, atlas):
        assert rank(atlas, []).candidates == ()

    def test_what_nobody_explains_is_told(self, knowing, muscle, felt):
        ranking = rank(knowing(muscle("a", [felt("temple")])), [THROAT, TEMPLE])
        assert ranking.unexplained == (THROAT,)
        assert ranking.candidates[0].explained == (TEMPLE,)
        assert ranking.candidates[0].unexplained == (THROAT,)


class TestSymptoms:
    def test_a_symptom_adds_to_a_candidate(self, knowing, muscle, felt, symptom):
        known = knowing(muscle("a", [felt("temple")], feels_like=(symptom("ringing", Sureness.MEDIUM),)))
        (found,) = rank(known, [TEMPLE], ["ringing"]).candidates
        assert found.terms[-1].value == pytest.approx(0.2 * 0.5)
        assert found.terms[-1].sources == ("STUDY",)

    def test_a_symptom_said_twice_of_a_muscle_counts_once_at_its_surest(self, knowing, muscle, felt, symptom):
        said = tuple(symptom("ringing", sure) for sure in (Sureness.LOW, Sureness.HIGH, Sureness.MEDIUM))
        (found,) = rank(
            knowing(muscle("a", [felt("temple")], feels_like=said)), [TEMPLE], ["ringing"]
        ).candidates
        assert [term.value for term in found.terms if term.kind is TermKind.SYMPTOM] == [0.2]

    def test_a_symptom_alone_finds_its_muscles_on_both_sides(self, knowing, muscle, felt, symptom):
        known = knowing(
            muscle("a", [felt("temple")], feels_like=(symptom("ringing"),)), muscle("b", [felt("temple")])
        )
        assert places(rank(known, [], ["ringing"])) == ["a:right", "a:left"]

    def test_with_a_pain_a_symptom_brings_no_muscle_that_is_not_felt_there(
        self, knowing, muscle, felt, symptom
    ):
        known = knowing(
            muscle("a", [felt("temple")]), muscle("b", [felt("throat")], feels_like=(symptom("ringing"),))
        )
        assert places(rank(known, [TEMPLE], ["ringing"])) == ["a:right"]

    def test_an_unknown_symptom_changes_nothing(self, atlas):
        assert rank(atlas, [JAW], ["humming"]) == rank(atlas, [JAW])


class TestSides:
    def test_pain_on_a_side_leads_to_muscles_of_that_side(self, knowing, muscle, felt):
        known = knowing(muscle("a", [felt("temple")]))
        assert places(rank(known, [TEMPLE])) == ["a:right"]
        assert places(rank(known, [LEFT_TEMPLE])) == ["a:left"]

    @pytest.mark.parametrize("laterality", [Laterality.SAME_AND_OTHER, Laterality.SAME_OFTEN_BOTH])
    def test_the_other_side_counts_less_where_the_source_knows_it(self, knowing, muscle, felt, laterality):
        known = knowing(muscle("a", [felt("temple", laterality=laterality)]))
        assert scores(rank(known, [LEFT_TEMPLE])) == {"a:left": 1.4, "a:right": 0.65}
        ipsilateral, contralateral = rank(known, [LEFT_TEMPLE]).candidates
        assert not ipsilateral.terms[0].is_other_side
        assert contralateral.terms[0].is_other_side

    def test_the_midline_is_reached_from_both_sides_right_first(self, knowing, muscle, felt):
        known = knowing(muscle("a", [felt("throat", laterality=Laterality.MIDLINE)]))
        assert scores(rank(known, [THROAT])) == {"a:right": 1.4, "a:left": 1.4}
        assert places(rank(known, [THROAT])) == ["a:right", "a:left"]

    @pytest.mark.parametrize("laterality", list(Laterality))
    @pytest.mark.parametrize("side", [RIGHT, LEFT])
    def test_a_referral_reaches_its_own_side_without_crossing(self, felt, laterality, side):
        assert reach(felt("temple", laterality=laterality), side, side) == (True, False)

    def test_only_what_the_source_says_crosses(self, felt):
        crossing = {
            laterality: reach(felt("temple", laterality=laterality), RIGHT, LEFT) for laterality in Laterality
        }
        assert crossing == {
            Laterality.SAME: (False, False),
            Laterality.SAME_AND_OTHER: (True, True),
            Laterality.SAME_OFTEN_BOTH: (True, True),
            Laterality.MIDLINE: (True, False),
        }


class TestShown:
    def test_ties_go_by_name(self, knowing, muscle, felt):
        names = ["c", "a", "d", "b"]
        known = knowing(*(muscle(name, [felt("temple")]) for name in names))
        assert places(rank(known, [TEMPLE])) == ["a:right", "b:right", "c:right", "d:right"]

    def test_a_muscle_without_a_map_is_no_candidate(self, knowing, muscle, felt):
        known = knowing(muscle("a", [felt("temple")], map_status=MapStatus.NONE), muscle("b", []))
        assert rank(known, [TEMPLE]).candidates == ()
        assert rank(known, [TEMPLE]).unexplained == (TEMPLE,)

    def test_muscles_mapped_together_show_once_and_name_the_others(self, knowing, muscle, felt):
        known = knowing(
            muscle("b", [felt("temple")], pattern="jaw_closers"),
            muscle("a", [felt("temple")], pattern="jaw_closers"),
            muscle("c", [felt("temple")]),
        )
        ranking = rank(known, [TEMPLE])
        assert len(ranking.candidates) == 2
        (together,) = [candidate for candidate in ranking.candidates if candidate.together]
        assert {together.place.muscle, *together.together} == {"a", "b"}

    def test_of_muscles_mapped_together_the_one_that_fits_best_speaks(self, atlas):
        """The tiny pack maps two together that differ: none of what they know may be lost."""
        ranking = rank(atlas, [TEMPLE, THROAT])
        assert places(ranking)[0] == "temporalis:right"
        assert ranking.candidates[0].together == (MuscleId("masseter_deep"),)
        assert ranking.unexplained == ()


@pytest.fixture(scope="module")
def everywhere(core):
    """Every region of the core pack on every side it has."""
    return [
        Pain(region.id, side)
        for region in core.regions.values()
        for side in ((RIGHT, LEFT) if region.is_paired else (MIDLINE,))
    ]


class TestCore:
    """Laws that hold for whatever the pack says."""

    @given(data=st.data())
    def test_every_rank_is_sorted_and_every_score_is_its_sum(self, core, everywhere, data):
        pains = data.draw(st.lists(st.sampled_from(everywhere), max_size=6))
        felt = data.draw(st.sets(st.sampled_from(sorted(core.symptoms)), max_size=3))
        ranking = rank(core, pains, felt)
        found = [candidate.score for candidate in ranking.candidates]
        assert found == sorted(found, reverse=True)
        for candidate in ranking.candidates:
            assert candidate.score == pytest.approx(sum(term.value for term in candidate.terms), abs=1e-6)
            assert all(term.value > 0 for term in candidate.terms)
            assert sorted((*candidate.explained, *candidate.unexplained)) == sorted(set(pains))

    @given(data=st.data())
    def test_the_order_of_the_clicks_does_not_matter(self, core, everywhere, data):
        pains = data.draw(st.lists(st.sampled_from(everywhere), max_size=6, unique=True))
        shuffled = data.draw(st.permutations(pains))
        one, other = rank(core, pains), rank(core, shuffled)
        assert places(one) == places(other)
        assert scores(one) == scores(other)
        assert set(one.unexplained) == set(other.unexplained)

    def test_no_order_of_three_clicks_breaks_a_tie_otherwise(self, core):
        pains = [Pain("throat", MIDLINE), TEMPLE, LEFT_TEMPLE]
        assert len({tuple(places(rank(core, order))) for order in permutations(pains)}) == 1

    @given(data=st.data())
    def test_the_mirrored_question_has_the_mirrored_answer(self, core, everywhere, data):
        pains = data.draw(st.lists(st.sampled_from(everywhere), max_size=4, unique=True))
        mirrored = [Pain(pain.region, pain.side.opposite) for pain in pains]
        there = {
            Place(c.place.muscle, c.place.side.opposite): c.score for c in rank(core, mirrored).candidates
        }
        assert {c.place: c.score for c in rank(core, pains).candidates} == there

    def test_a_muscle_of_the_other_side_says_that_its_pain_crosses(self, core, everywhere):
        for pain in everywhere:
            for candidate in rank(core, [pain]).candidates:
                crosses = MIDLINE is not pain.side is not candidate.place.side
                referral = candidate.terms[0].referral
                assert candidate.terms[0].is_other_side is (
                    crosses and referral.laterality is not Laterality.MIDLINE
                )
                assert not crosses or referral.laterality is not Laterality.SAME

    def test_every_candidate_has_a_map_and_shows_once(self, core, everywhere):
        for pain in everywhere:
            ranking = rank(core, [pain])
            shown = [
                (name, candidate.place.side)
                for candidate in ranking.candidates
                for name in (candidate.place.muscle, *candidate.together)
            ]
            assert len(shown) == len(set(shown))
            assert all(core.muscles[name].is_candidate for name, _ in shown)

    def test_every_region_that_is_referred_to_finds_all_its_muscles(self, core, everywhere):
        for pain in everywhere:
            ranking = rank(core, [pain])
            shown = {name for c in ranking.candidates for name in (c.place.muscle, *c.together)}
            assert {muscle.id for muscle, *_ in core.referring.get(pain.region, ())} <= shown
            assert (ranking.unexplained == ()) is bool(shown)

    def test_the_main_places_of_a_muscle_bring_it_up_front(self, core):
        """Whoever has the whole of a muscle's main pattern finds it among the first six that glow."""
        late = []
        for muscle in core.muscles.values():
            pains = [
                Pain(name, RIGHT if core.regions[name].is_paired else MIDLINE)
                for name in sorted(essential_regions(muscle))
            ]
            if pains and muscle.is_candidate:
                front = rank(core, pains).candidates[:6]
                if not any(muscle.id in {c.place.muscle, *c.together} for c in front):
                    late.append(muscle.id)
        assert late == []
