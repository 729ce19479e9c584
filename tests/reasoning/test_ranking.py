"""Which muscles could explain these pains: sums done by hand, then laws on the core pack."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.muscle import Laterality, MapStatus, MuscleId, Place, Strength
from bodymap.anatomy.muscle import Tested as Proof  # pytest takes every Test… for a class of tests
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Sureness
from bodymap.reasoning.account import Account, told
from bodymap.reasoning.evidence import reach
from bodymap.reasoning.ranking import rank
from bodymap.reasoning.term import TermKind

RIGHT, LEFT, MIDLINE = Side.RIGHT, Side.LEFT, Side.MIDLINE
TEMPLE, LEFT_TEMPLE = Pain("temple", RIGHT), Pain("temple", LEFT)
JAW, THROAT = Pain("jaw_angle", RIGHT), Pain("throat", MIDLINE)


def ask(atlas, pains, felt=(), **more):
    """Rank what these pains may come from, and all these symptoms and habits."""
    return rank(atlas, Account(told(pains).pains, dict.fromkeys(felt, Answer.YES), **more))


def answer(pains, **answers):
    return Account(tuple(pains), {name: Answer(said) for name, said in answers.items()})


def terms(candidate, kind):
    return [term.value for term in candidate.terms if term.kind is kind]


def places(ranking):
    return [str(candidate.place) for candidate in ranking.candidates]


def scores(ranking):
    return {str(candidate.place): candidate.score for candidate in ranking.candidates}


class TestSum:
    def test_a_main_place_counts_by_strength_sureness_tests_and_focus(self, knowing, muscle, felt):
        known = knowing(muscle("a", [felt("temple", sureness=Sureness.MEDIUM, tested=Proof.INDEPENDENT)]))
        (found,) = ask(known, [TEMPLE]).candidates
        assert [(term.kind, term.value) for term in found.terms] == [
            (TermKind.REGION, 1.0 * 0.5 * 2.0),
            (TermKind.FOCUS, 0.4),
            (TermKind.WHOLE, 0.0),
        ]
        assert found.score == 1.4

    def test_spillover_counts_less_also_in_the_focus(self, knowing, muscle, felt):
        known = knowing(muscle("a", [felt("temple", strength=Strength.SPILLOVER), felt("jaw_angle")]))
        (found,) = ask(known, [TEMPLE]).candidates
        assert terms(found, TermKind.REGION) == [0.5]
        assert terms(found, TermKind.FOCUS) == [pytest.approx(0.4 * 0.5 / 1.5)]

    def test_the_best_trigger_point_counts_and_not_their_sum(self, knowing, muscle, felt):
        weak, strong = felt("temple", sureness=Sureness.LOW), felt("temple")
        (found,) = ask(knowing(muscle("a", [weak], [strong], [weak])), [TEMPLE]).candidates
        assert found.terms[0].value == 1.0
        assert found.terms[0].trigger_point.id == "a_2"

    def test_every_pain_that_is_explained_adds_up(self, knowing, muscle, felt):
        known = knowing(muscle("a", [felt("temple"), felt("jaw_angle")]), muscle("b", [felt("temple")]))
        assert scores(ask(known, [TEMPLE, JAW])) == {"a:right": 2.4, "b:right": 1.4}

    def test_focus_is_the_share_of_the_muscles_own_pattern(self, knowing, muscle, felt):
        known = knowing(muscle("a", [felt("temple"), felt("jaw_angle")], [felt("throat"), felt("temple")]))
        (focus,) = [term for term in ask(known, [TEMPLE]).candidates[0].terms if term.kind is TermKind.FOCUS]
        assert focus.share == (1, 3)
        assert focus.value == pytest.approx(0.4 / 3)

    def test_the_same_region_of_both_sides_is_one_part_of_the_pattern(self, knowing, muscle, felt):
        crossing = felt("temple", laterality=Laterality.SAME_AND_OTHER)
        known = knowing(muscle("a", [crossing, felt("jaw_angle")]))
        found = ask(known, [TEMPLE, LEFT_TEMPLE]).candidates[0]
        assert found.score == pytest.approx(1.0 + 0.2)
        assert terms(found, TermKind.REGION) == [1.0, 0.0]
        assert found.explained == (TEMPLE, LEFT_TEMPLE)

    @pytest.mark.parametrize("order", [[TEMPLE, LEFT_TEMPLE], [LEFT_TEMPLE, TEMPLE]])
    def test_of_a_region_that_hurts_on_both_sides_the_better_side_counts(self, knowing, muscle, felt, order):
        known = knowing(muscle("a", [felt("temple", laterality=Laterality.SAME_AND_OTHER)]))
        assert scores(ask(known, order)) == {"a:right": 1.4, "a:left": 1.4}

    def test_pain_over_the_muscle_itself_counts_where_no_referral_reaches(self, knowing, muscle, felt):
        known = knowing(
            muscle("a", [felt("temple")], lies_under=("jaw_angle", "temple")),
            muscle("b", [felt("jaw_angle")]),
            local=0.3,
        )
        assert scores(ask(known, [JAW])) == {"b:right": 1.4, "a:right": 0.3}
        (local,) = [term for term in ask(known, [JAW]).candidates[1].terms if term.kind is TermKind.LOCAL]
        assert (local.pain, local.referral) == (JAW, None)
        assert scores(ask(known, [TEMPLE])) == {"a:right": 1.4}
        assert scores(ask(known, [LEFT_TEMPLE])) == {"a:left": 1.4}

    def test_a_weak_referral_is_never_worse_than_none(self, knowing, muscle, felt):
        weak = felt("temple", sureness=Sureness.LOW, strength=Strength.SPILLOVER)
        known = knowing(muscle("a", [weak], lies_under=("temple",)), local=0.3, focus=0)
        assert scores(ask(known, [TEMPLE])) == {"a:right": 0.3}

    def test_pain_where_few_muscles_are_felt_tells_more(self, knowing, muscle, felt):
        known = knowing(
            muscle("a", [felt("temple")]), muscle("b", [felt("temple"), felt("throat")]), telling=0.5, focus=0
        )
        assert scores(ask(known, [TEMPLE])) == {"a:right": 1.0, "b:right": 1.0}
        assert scores(ask(known, [THROAT])) == {"b:right": 1.25, "b:left": 1.25}
        (telling,) = [
            term for term in ask(known, [THROAT]).candidates[0].terms if term.kind is TermKind.TELLING
        ]
        assert telling.share == (1, 2)

    def test_explaining_more_of_the_whole_counts(self, knowing, muscle, felt):
        known = knowing(muscle("a", [felt("temple")]), muscle("b", [felt("jaw_angle")]), whole=0.6, focus=0)
        assert scores(ask(known, [TEMPLE])) == {"a:right": 1.6}
        assert scores(ask(known, [TEMPLE, JAW])) == {"a:right": 1.3, "b:right": 1.3}

    def test_how_often_it_was_found_counts_for_the_complaint_that_it_explains(
        self, knowing, muscle, felt, frequency
    ):
        studied = (frequency("headache", 40), frequency("jaw_pain", 80))
        known = knowing(
            muscle("a", [felt("temple"), felt("throat")], frequencies=studied[:1]),
            muscle("b", [felt("temple")], frequencies=studied),
            found=0.5,
        )
        of_a, of_b = (terms(each, TermKind.FOUND) for each in reversed(ask(known, [TEMPLE]).candidates))
        assert (of_a, of_b) == ([0.2], [0.4])
        assert terms(ask(known, [THROAT]).candidates[0], TermKind.FOUND) == []

    def test_what_is_found_without_the_complaint_too_counts_less(self, knowing, muscle, felt, frequency):
        studied = replace(frequency("headache", 80), controls=30.0), frequency("jaw_pain", 40)
        known = knowing(muscle("a", [felt("temple")], frequencies=studied), found=1.0)
        assert terms(ask(known, [TEMPLE]).candidates[0], TermKind.FOUND) == [0.5]

    def test_of_several_studies_the_largest_counts(self, knowing, muscle, felt, frequency):
        several = (
            frequency("headache", 90, 10),
            frequency("headache", 30, 100),
            frequency("headache", 60, 50),
        )
        known = knowing(muscle("a", [felt("temple")], frequencies=several), found=1.0)
        assert terms(ask(known, [TEMPLE]).candidates[0], TermKind.FOUND) == [0.3]

    def test_a_pain_said_twice_counts_once(self, atlas):
        assert scores(ask(atlas, [JAW, JAW])) == scores(ask(atlas, [JAW]))

    def test_no_pain_has_no_candidates(self, atlas):
        assert list(ask(atlas, []).candidates) == []

    def test_what_nobody_explains_is_told(self, knowing, muscle, felt):
        ranking = ask(knowing(muscle("a", [felt("temple")])), [THROAT, TEMPLE])
        assert ranking.unexplained == (THROAT,)
        assert ranking.candidates[0].explained == (TEMPLE,)
        assert ranking.candidates[0].unexplained == (THROAT,)


class TestSymptoms:
    def test_a_symptom_adds_to_a_candidate(self, knowing, muscle, felt, symptom):
        known = knowing(muscle("a", [felt("temple")], feels_like=(symptom("ringing", Sureness.MEDIUM),)))
        (found,) = ask(known, [TEMPLE], ["ringing"]).candidates
        assert found.terms[-1].value == pytest.approx(0.2 * 0.5)
        assert found.terms[-1].sources == ("STUDY",)

    def test_a_symptom_said_twice_of_a_muscle_counts_once_at_its_surest(self, knowing, muscle, felt, symptom):
        said = tuple(symptom("ringing", sure) for sure in (Sureness.LOW, Sureness.HIGH, Sureness.MEDIUM))
        known = knowing(muscle("a", [felt("temple")], feels_like=said))
        (found,) = ask(known, [TEMPLE], ["ringing"]).candidates
        assert [term.value for term in found.terms if term.kind is TermKind.SYMPTOM] == [0.2]

    def test_a_symptom_alone_finds_its_muscles_on_both_sides(self, knowing, muscle, felt, symptom):
        known = knowing(
            muscle("a", [felt("temple")], feels_like=(symptom("ringing"),)), muscle("b", [felt("temple")])
        )
        assert places(ask(known, [], ["ringing"])) == ["a:right", "a:left"]

    def test_with_a_pain_a_symptom_brings_no_muscle_that_is_not_felt_there(
        self, knowing, muscle, felt, symptom
    ):
        known = knowing(
            muscle("a", [felt("temple")]), muscle("b", [felt("throat")], feels_like=(symptom("ringing"),))
        )
        assert places(ask(known, [TEMPLE], ["ringing"])) == ["a:right"]

    def test_an_unknown_symptom_changes_nothing(self, atlas):
        assert scores(ask(atlas, [JAW], ["humming"])) == scores(ask(atlas, [JAW]))

    def test_what_is_not_there_speaks_a_little_against(self, knowing, muscle, felt, symptom, habit):
        known = knowing(
            muscle(
                "a", [felt("temple")], feels_like=(symptom("ringing"),), keeps_it_going=(habit("gum", "x"),)
            )
        )
        worth = {
            (ringing, gum): rank(known, answer([TEMPLE], ringing=ringing, gum=gum)).candidates[0].score
            for ringing in ("yes", "no", "not_sure")
            for gum in ("yes", "no", "not_sure")
        }
        assert worth["yes", "yes"] == pytest.approx(1.4 + 0.2 + 0.15)
        assert worth["no", "no"] == pytest.approx(1.4 - 0.1 - 0.05)
        assert worth["not_sure", "not_sure"] == 1.4


class TestFindings:
    def test_familiar_pain_raises_and_its_absence_lowers(self, knowing, muscle, felt):
        known = knowing(*(muscle(name, [felt("temple")]) for name in "abc"))
        findings = {
            Place("b", RIGHT): Answer.YES,
            Place("a", RIGHT): Answer.NO,
            Place("c", RIGHT): Answer.NOT_SURE,
        }
        ranking = ask(known, [TEMPLE], findings=findings)
        assert scores(ranking) == {"b:right": 3.4, "c:right": 1.4, "a:right": 0.4}
        assert [each.finding for each in ranking.candidates] == [Answer.YES, Answer.NOT_SURE, Answer.NO]

    def test_familiar_pain_brings_a_muscle_that_no_map_sends_there(self, knowing, muscle, felt):
        known = knowing(muscle("a", [felt("temple")]), muscle("b", [felt("throat")]))
        ranking = ask(known, [TEMPLE], findings={Place("b", LEFT): Answer.YES})
        assert places(ranking) == ["b:left", "a:right"]
        assert ranking.candidates[0].unexplained == (TEMPLE,)

    def test_a_finding_is_of_one_side_and_of_all_that_is_mapped_together(self, knowing, muscle, felt):
        known = knowing(
            muscle("a", [felt("throat")], pattern="jaw_closers"),
            muscle("b", [felt("throat")], pattern="jaw_closers"),
        )
        ranking = ask(known, [THROAT], findings={Place("b", LEFT): Answer.YES})
        assert scores(ranking) == {"a:left": 3.4, "a:right": 1.4}

    def test_a_finding_in_an_unknown_muscle_changes_nothing(self, atlas):
        strange = {Place("gone", RIGHT): Answer.YES, Place("masseter_deep", MIDLINE): Answer.YES}
        assert scores(ask(atlas, [JAW], findings=strange)) == scores(ask(atlas, [JAW]))


class TestFewest:
    def test_the_fewest_muscles_that_explain_everything(self, knowing, muscle, felt):
        known = knowing(
            muscle("a", [felt("temple")]),
            muscle("b", [felt("temple"), felt("jaw_angle")]),
            muscle("c", [felt("jaw_angle"), felt("throat")]),
        )
        assert [str(p) for p in ask(known, [TEMPLE, JAW]).fewest] == ["b:right"]
        assert [str(p) for p in ask(known, [TEMPLE, JAW, THROAT]).fewest] == ["b:right", "c:right"]

    def test_of_sets_as_small_the_best_ranked_is_taken(self, knowing, muscle, felt):
        weak = felt("temple", sureness=Sureness.LOW)
        known = knowing(muscle("a", [weak]), muscle("b", [felt("temple")]), muscle("c", [felt("jaw_angle")]))
        assert [str(p) for p in ask(known, [TEMPLE, JAW]).fewest] == ["b:right", "c:right"]

    def test_what_nobody_explains_is_left_out(self, knowing, muscle, felt):
        known = knowing(muscle("a", [felt("temple")]))
        assert [str(p) for p in ask(known, [TEMPLE, THROAT]).fewest] == ["a:right"]
        assert ask(known, [THROAT]).fewest == ()


class TestSides:
    def test_pain_on_a_side_leads_to_muscles_of_that_side(self, knowing, muscle, felt):
        known = knowing(muscle("a", [felt("temple")]))
        assert places(ask(known, [TEMPLE])) == ["a:right"]
        assert places(ask(known, [LEFT_TEMPLE])) == ["a:left"]

    @pytest.mark.parametrize("laterality", [Laterality.SAME_AND_OTHER, Laterality.SAME_OFTEN_BOTH])
    def test_the_other_side_counts_less_where_the_source_knows_it(self, knowing, muscle, felt, laterality):
        known = knowing(muscle("a", [felt("temple", laterality=laterality)]))
        assert scores(ask(known, [LEFT_TEMPLE])) == {"a:left": 1.4, "a:right": 0.65}
        ipsilateral, contralateral = ask(known, [LEFT_TEMPLE]).candidates
        assert not ipsilateral.terms[0].is_other_side
        assert contralateral.terms[0].is_other_side

    def test_the_midline_is_reached_from_both_sides_right_first(self, knowing, muscle, felt):
        known = knowing(muscle("a", [felt("throat", laterality=Laterality.MIDLINE)]))
        assert scores(ask(known, [THROAT])) == {"a:right": 1.4, "a:left": 1.4}
        assert places(ask(known, [THROAT])) == ["a:right", "a:left"]

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
        assert places(ask(known, [TEMPLE])) == ["a:right", "b:right", "c:right", "d:right"]

    def test_a_muscle_without_a_map_is_no_candidate(self, knowing, muscle, felt):
        known = knowing(muscle("a", [felt("temple")], map_status=MapStatus.NONE), muscle("b", []))
        assert list(ask(known, [TEMPLE]).candidates) == []
        assert ask(known, [TEMPLE]).unexplained == (TEMPLE,)

    def test_muscles_mapped_together_show_once_and_name_the_others(self, knowing, muscle, felt):
        known = knowing(
            muscle("b", [felt("temple")], pattern="jaw_closers"),
            muscle("a", [felt("temple")], pattern="jaw_closers"),
            muscle("c", [felt("temple")]),
        )
        ranking = ask(known, [TEMPLE])
        assert len(ranking.candidates) == 2
        (together,) = [candidate for candidate in ranking.candidates if candidate.together]
        assert {together.place.muscle, *together.together} == {"a", "b"}

    def test_of_muscles_mapped_together_the_one_that_fits_best_speaks(self, atlas):
        """The tiny pack maps two together that differ: none of what they know may be lost."""
        ranking = ask(atlas, [TEMPLE, THROAT])
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


def accounts(core, everywhere):
    """Any account: pains, answers and findings."""
    answers = st.sampled_from(list(Answer))
    places = st.builds(Place, st.sampled_from(sorted(core.muscles)), st.sampled_from([RIGHT, LEFT]))
    return st.builds(
        Account,
        st.lists(st.sampled_from(everywhere), max_size=6, unique=True).map(tuple),
        st.dictionaries(st.sampled_from(sorted((*core.symptoms, *core.habits))), answers, max_size=4),
        st.dictionaries(places, answers, max_size=3),
    )


def difference(ranking, one, other):
    """How far one place stands above another, where a place that is no candidate has nothing."""
    found = {candidate.place: candidate.score for candidate in ranking.candidates}
    return found.get(one, 0.0) - found.get(other, 0.0)


class TestCore:
    """Laws that hold for whatever the pack says."""

    @given(data=st.data())
    def test_every_rank_is_sorted_and_every_score_is_its_sum(self, core, everywhere, data):
        ranking = rank(core, data.draw(accounts(core, everywhere)))
        found = [candidate.score for candidate in ranking.candidates]
        assert found == sorted(found, reverse=True)
        for candidate in ranking.candidates:
            assert candidate.score == pytest.approx(sum(term.value for term in candidate.terms), abs=1e-6)
            assert all(term.value >= 0 or term.answer is Answer.NO for term in candidate.terms)
            assert not set(candidate.explained) & set(candidate.unexplained)

    @given(data=st.data())
    def test_the_order_of_the_clicks_does_not_matter(self, core, everywhere, data):
        pains = data.draw(st.lists(st.sampled_from(everywhere), max_size=6, unique=True))
        shuffled = data.draw(st.permutations(pains))
        one, other = ask(core, pains), ask(core, shuffled)
        assert places(one) == places(other)
        assert scores(one) == scores(other)
        assert set(one.unexplained) == set(other.unexplained)

    def test_no_order_of_three_clicks_breaks_a_tie_otherwise(self, core):
        pains = [Pain("throat", MIDLINE), TEMPLE, LEFT_TEMPLE]
        assert len({tuple(places(ask(core, order))) for order in permutations(pains)}) == 1

    @given(data=st.data())
    def test_the_mirrored_question_has_the_mirrored_answer(self, core, everywhere, data):
        pains = data.draw(st.lists(st.sampled_from(everywhere), max_size=4, unique=True))
        mirrored = [Pain(pain.region, pain.side.opposite) for pain in pains]
        there = {
            Place(c.place.muscle, c.place.side.opposite): c.score for c in ask(core, mirrored).candidates
        }
        assert {c.place: c.score for c in ask(core, pains).candidates} == there

    def test_a_muscle_of_the_other_side_says_that_its_pain_crosses(self, core, everywhere):
        for pain in everywhere:
            for candidate in ask(core, [pain]).candidates:
                crosses = MIDLINE is not pain.side is not candidate.place.side
                referral = candidate.terms[0].referral
                assert candidate.terms[0].is_other_side is (
                    crosses and referral.laterality is not Laterality.MIDLINE
                )
                assert not crosses or referral.laterality is not Laterality.SAME

    def test_every_candidate_has_a_map_and_shows_once(self, core, everywhere):
        for pain in everywhere:
            ranking = ask(core, [pain])
            shown = [
                (name, candidate.place.side)
                for candidate in ranking.candidates
                for name in (candidate.place.muscle, *candidate.together)
            ]
            assert len(shown) == len(set(shown))
            assert all(core.muscles[name].is_candidate for name, _ in shown)

    def test_every_region_that_is_referred_to_finds_all_its_muscles(self, core, everywhere):
        for pain in everywhere:
            ranking = ask(core, [pain])
            shown = {name for c in ranking.candidates for name in (c.place.muscle, *c.together)}
            assert {muscle.id for muscle, *_ in core.referring.get(pain.region, ())} <= shown
            assert (ranking.unexplained == ()) is bool(shown)

    @given(data=st.data())
    def test_a_region_that_a_muscle_refers_to_never_lowers_it(self, core, everywhere, data):
        """Nor against any muscle that does not refer there."""
        account = data.draw(accounts(core, everywhere))
        new = data.draw(st.sampled_from([pain for pain in everywhere if pain not in account.pains]))
        before = rank(core, account)
        after = rank(core, replace(account, pains=(*account.pains, new)))
        mates = {c.place: {Place(m, c.place.side) for m in c.together} for c in after.candidates}
        known = {candidate.place: candidate.score for candidate in before.candidates}
        reached = [c for c in after.candidates if new in c.explained and c.place in known]
        others = [c for c in after.candidates if new not in c.explained and c.place in known]
        for candidate in reached:
            assert mates[candidate.place] & set(known) or candidate.score >= known[candidate.place] - 1e-6
            for other in others:
                gap = difference(before, candidate.place, other.place)
                assert difference(after, candidate.place, other.place) >= gap - 1e-6

    @given(data=st.data())
    def test_more_evidence_never_lowers_a_muscle(self, core, everywhere, data):
        account = data.draw(accounts(core, everywhere))
        before = {candidate.place: candidate.score for candidate in rank(core, account).candidates}
        if not before:
            return
        place = data.draw(st.sampled_from(sorted(before)))
        muscle = core.muscles[place.muscle]
        felt = [each.symptom for each in muscle.feels_like if each.symptom]
        kept = [habit for each in muscle.keeps_it_going for habit in each.habits]
        found = replace(account, findings={**account.findings, place: Answer.YES})
        for more in (
            found,
            *(replace(account, answers={**account.answers, f: Answer.YES}) for f in felt + kept),
        ):
            after = {candidate.place: candidate.score for candidate in rank(core, more).candidates}
            assert after.get(place, before[place]) >= before[place] - 1e-6

    @given(data=st.data())
    def test_the_fewest_explain_all_and_none_of_them_is_idle(self, core, everywhere, data):
        ranking = ask(core, data.draw(st.lists(st.sampled_from(everywhere), max_size=7, unique=True)))
        chosen = [candidate for candidate in ranking.candidates if candidate.place in ranking.fewest]
        explained = [set(candidate.explained) for candidate in chosen]
        everything = {pain for candidate in ranking.candidates for pain in candidate.explained}
        assert set().union(*explained) == everything
        for one in explained:
            assert set().union(*(other for other in explained if other is not one)) != everything

    def test_the_main_places_of_a_muscle_bring_it_up_front(self, core):
        """Whoever has the whole of a muscle's main pattern finds it among the first six that glow."""
        late = []
        for muscle in core.muscles.values():
            main = {
                referral.region
                for point in muscle.trigger_points
                for referral in point.referrals
                if referral.strength is Strength.ESSENTIAL
            }
            pains = [Pain(name, RIGHT if core.regions[name].is_paired else MIDLINE) for name in sorted(main)]
            if pains and muscle.is_candidate:
                front = ask(core, pains).candidates[:6]
                if not any(muscle.id in {c.place.muscle, *c.together} for c in front):
                    late.append(muscle.id)
        assert late == []
