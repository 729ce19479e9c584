"""Which red flags the answers raise: each condition of a rule by itself, then the core's own rules."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.anatomy.screening import Rule, Sign, Urgency
from bodymap.anatomy.words import Statement, Sureness, Words
from bodymap.reasoning.screening import most_urgent, screen

SAID = Words("said plainly", "said clinically")
DO = Statement(SAID, Sureness.HIGH, ("STUDY",))
RULE = Rule("rule", SAID, Urgency.SOON, ("a",), (), 1, None, (), DO, DO)
EVERYDAY = {"stiff_neck", "jaw_click", "pain_on_chewing", "desk_work", "stress", "mouth_wide_open"}


@pytest.fixture
def raises(atlas):
    """Say by which answers each rule is met that is."""
    signs = {name: Sign(name, "group", SAID) for name in "abcd"}
    signs |= {"fifty": Sign("fifty", "group", SAID, age=50), "ten": Sign("ten", "group", SAID, age=10)}

    def raises(answers, *rules, **more):
        found = screen(replace(atlas, signs=signs, rules=rules), answers, **more)
        return {each.rule.id: each.because for each in found}

    return raises


class TestConditions:
    def test_every_sign_of_all_has_to_be_there(self, raises):
        rule = replace(RULE, all_of=("a", "b"))
        assert raises({"a"}, rule) == {}
        assert raises({"b", "a", "d"}, rule) == {"rule": ("a", "b")}

    def test_one_of_any_is_enough_unless_more_are_asked_for(self, raises):
        rule = replace(RULE, all_of=(), any_of=("a", "b", "c"))
        assert raises({"d"}, rule) == {}
        assert raises({"c", "a"}, rule) == {"rule": ("a", "c")}
        assert raises({"c"}, replace(rule, least=2)) == {}
        assert raises({"c", "b"}, replace(rule, least=2)) == {"rule": ("b", "c")}

    def test_where_both_are_named_both_have_to_be_met(self, raises):
        rule = replace(RULE, any_of=("b", "c"))
        assert raises({"a"}, rule) == raises({"b"}, rule) == {}
        assert raises({"a", "b"}, rule) == {"rule": ("a", "b")}

    @pytest.mark.parametrize(
        ("answers", "age", "is_met"),
        [
            ({"a"}, None, False),
            ({"a"}, 49, False),
            ({"a"}, 50, True),
            ({"a"}, 0, False),
            ({"a", "fifty"}, None, True),
            ({"a", "ten"}, None, False),
            ({"a", "ten"}, 68, True),
            ({"a", "ten", "fifty"}, None, True),
            ({"a", "fifty"}, 60, True),
            ({"fifty"}, 60, False),
        ],
    )
    def test_an_age_is_known_by_its_years_or_by_a_tick(self, raises, answers, age, is_met):
        assert bool(raises(answers, replace(RULE, age_from=50), age=age)) is is_met

    def test_one_of_its_regions_has_to_hurt(self, raises):
        rule = replace(RULE, regions=("temple", "jaw_angle"))
        assert raises({"a"}, rule) == {}
        assert raises({"a"}, rule, regions={"throat"}) == {}
        assert raises({"a"}, rule, regions={"throat", "jaw_angle"}) == {"rule": ("a",)}
        assert raises({"a"}, RULE, regions={"throat"}) == {"rule": ("a",)}

    def test_what_is_unknown_raises_nothing(self, raises):
        assert raises({"gone"}, RULE) == {}

    def test_nothing_that_was_answered_raises_nothing(self, raises):
        assert raises((), RULE, age=90, regions={"temple"}) == {}


class TestOrder:
    def test_the_most_urgent_comes_first_and_of_equals_the_first_of_the_pack(self, raises):
        rules = [
            replace(RULE, id=f"{urgency}_{number}", urgency=urgency)
            for number, urgency in enumerate([*reversed(Urgency), *reversed(Urgency)])
        ]
        assert list(raises({"a"}, *rules)) == [
            *("emergency_3", "emergency_7", "same_day_2", "same_day_6"),
            *("soon_1", "soon_5", "routine_0", "routine_4"),
        ]

    def test_the_highest_urgency_is_told_if_there_is_any(self, atlas):
        signs = {"a": Sign("a", "group", SAID)}
        rules = (RULE, replace(RULE, id="now", urgency=Urgency.EMERGENCY))
        known = replace(atlas, signs=signs, rules=rules)
        assert most_urgent(screen(known, {"a"})) is Urgency.EMERGENCY
        assert most_urgent(screen(known, ())) is None


class TestCore:
    def test_jaw_ache_and_a_new_headache_at_68_may_be_an_inflamed_artery(self, core):
        found = screen(core, {"new_headache", "jaw_ache_chewing"}, age=68, regions={"temple"})
        gca = next(each for each in found if each.rule.id == "gca")
        assert gca.rule.urgency is Urgency.SAME_DAY
        assert {"new_headache", "jaw_ache_chewing"} >= set(gca.because)
        assert most_urgent(found) is Urgency.SAME_DAY
        young = screen(core, {"new_headache", "jaw_ache_chewing"}, age=30, regions={"temple"})
        assert "gca" not in {each.rule.id for each in young}

    def test_what_is_felt_and_done_every_day_raises_nothing(self, core):
        assert set(core.symptoms) | set(core.habits) >= EVERYDAY
        assert screen(core, EVERYDAY, age=90, regions=set(core.regions)) == ()

    def test_no_symptom_and_no_habit_is_called_as_a_sign_is(self, core):
        assert not set(core.signs) & (set(core.symptoms) | set(core.habits))

    def test_every_rule_is_met_by_its_own_signs_and_every_sign_serves_one(self, core):
        for rule in core.rules:
            found = screen(core, rule.signs, age=rule.age_from, regions=rule.regions)
            assert rule in {each.rule for each in found}, rule.id
        ages = {rule.age_from for rule in core.rules}
        used = {sign for rule in core.rules for sign in rule.signs}
        assert {sign.id for sign in core.signs.values() if not (sign.age and ages)} <= used

    def test_an_age_alone_raises_nothing(self, core):
        ticks = {sign.id for sign in core.signs.values() if sign.age}
        assert screen(core, ticks, age=120, regions=set(core.regions)) == ()

    @given(data=st.data())
    def test_one_more_sign_never_lowers_what_was_raised(self, core, data):
        signs = st.sampled_from(sorted(core.signs))
        answers = set(data.draw(st.lists(signs, max_size=5)))
        more = answers | {data.draw(signs)}
        before = {each.rule.id for each in screen(core, answers, regions={"temple"})}
        assert before <= {each.rule.id for each in screen(core, more, regions={"temple"})}
