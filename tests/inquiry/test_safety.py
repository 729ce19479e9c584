"""Red flags first: whom the program asks, when it holds muscles back, and what it says then."""

import re
from pathlib import Path

import pytest

from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.screening import Urgency
from bodymap.anatomy.words import Voice
from bodymap.content.pack import load
from bodymap.inquiry.footnotes import Footnotes
from bodymap.inquiry.intents import Ask, FinishScreening, TakeSeat, TickSign, ToggleRegion, UseVoice
from bodymap.inquiry.safety import (
    WHAT_TO_DO,
    ask_red_flags,
    asks_first,
    call_words,
    do_words,
    holds_back,
    raised,
    write_all_flags,
    write_flags,
)
from bodymap.inquiry.screen import compose
from bodymap.inquiry.state import Asking, Inquiry, Seat
from bodymap.inquiry.update import update

TEMPLE = ToggleRegion(Pain("temple", Side.RIGHT))
NONE = FinishScreening(is_none=True)
BLEED = (TickSign("worst_ever"), FinishScreening())


@pytest.fixture(scope="session")
def atlas():
    """The small pack, which asks for red flags."""
    return load([Path(__file__).parents[1] / "packs" / "small"]).atlas


@pytest.fixture
def flags(atlas, ask):
    """Write what was raised when these things were asked."""
    return lambda *intents: write_flags(atlas, ask(*intents), Footnotes(atlas))


class TestAsksFirst:
    def test_a_patient_with_a_pain_is_asked_first(self, atlas, ask):
        assert asks_first(atlas, ask(TEMPLE))

    def test_where_nothing_hurts_nobody_is_asked(self, atlas, begun):
        assert not asks_first(atlas, begun)

    @pytest.mark.parametrize("answer", [NONE, FinishScreening()])
    def test_once(self, atlas, ask, answer):
        answered = ask(TEMPLE, answer)
        assert not asks_first(atlas, answered)
        assert not asks_first(atlas, ask(ToggleRegion(Pain("jaw_angle", Side.LEFT)), of=answered))

    def test_a_clinician_is_not_asked(self, atlas, ask):
        assert not asks_first(atlas, ask(UseVoice(Voice.CLINICAL), TEMPLE))

    def test_a_clinician_who_turns_to_plain_words_is(self, atlas, ask):
        assert asks_first(atlas, ask(UseVoice(Voice.CLINICAL), TEMPLE, UseVoice(Voice.PLAIN)))

    def test_a_pack_without_signs_asks_nothing(self, ask):
        tiny = load([Path(__file__).parents[1] / "packs" / "tiny"]).atlas
        assert not asks_first(tiny, ask(TEMPLE))
        assert not holds_back(tiny, ask(TEMPLE))
        assert ask_red_flags(tiny, ask(TEMPLE, Ask())) is None


class TestHoldsBack:
    def test_while_a_patient_is_asked(self, see):
        screen = see(TEMPLE)
        assert (screen.is_held, screen.rows, screen.heading) == (True, (), "First: your safety")

    def test_no_longer_when_nothing_is_so(self, see):
        screen = see(TEMPLE, NONE)
        assert not screen.is_held
        assert [row.place.muscle for row in screen.rows] == ["temporalis"]

    @pytest.mark.parametrize(
        ("signs", "is_held"),
        [
            (["worst_ever"], True),  # an emergency
            (["new_pain", "over_fifty"], True),  # the same day
            (["new_pain", "chewing_ache"], False),  # soon
            (["over_fifty"], False),
        ],
    )
    def test_what_cannot_wait_goes_first(self, atlas, ask, signs, is_held):
        inquiry = ask(TEMPLE, *map(TickSign, signs), FinishScreening())
        assert holds_back(atlas, inquiry) is is_held
        assert bool(compose(atlas, inquiry).rows) is not is_held

    def test_a_held_screen_says_why_and_lights_no_muscle(self, see):
        screen = see(TEMPLE, *BLEED)
        assert screen.heading == "First: have this looked at"
        assert [flag.rule for flag in screen.flags] == ["bleed"]
        assert not screen.ranks
        assert not screen.fewest

    def test_a_clinician_sees_flags_and_muscles(self, see):
        screen = see(UseVoice(Voice.CLINICAL), TEMPLE, *BLEED)
        assert not screen.is_held
        assert screen.rows
        assert [flag.title for flag in screen.flags] == ["Possible haemorrhage"]

    def test_a_pain_that_is_added_later_is_weighed_too(self, atlas, ask):
        jaw = ask(ToggleRegion(Pain("jaw_angle", Side.RIGHT)), TickSign("new_pain"), TickSign("over_fifty"))
        screened = ask(FinishScreening(), of=jaw)
        assert not holds_back(atlas, screened)
        assert holds_back(atlas, ask(TEMPLE, of=screened))

    def test_answers_can_be_changed(self, atlas, ask):
        held = ask(TEMPLE, *BLEED)
        again = ask(Ask(Asking.RED_FLAGS), TickSign("worst_ever"), FinishScreening(), of=held)
        assert not holds_back(atlas, again)


class TestRaised:
    def test_nothing_is_raised_before_the_answers_are_given(self, atlas, ask):
        ticked = ask(TEMPLE, TickSign("worst_ever"))
        assert raised(atlas, ticked) == ()
        assert [each.rule.id for each in raised(atlas, ask(FinishScreening(), of=ticked))] == ["bleed"]

    def test_none_of_these_takes_the_ticks_away(self, atlas, ask):
        assert raised(atlas, ask(TEMPLE, TickSign("worst_ever"), NONE)) == ()

    def test_the_most_urgent_comes_first_with_the_answers_that_raised_it(self, flags):
        ticks = map(TickSign, ["chewing_ache", "new_pain", "over_fifty", "worst_ever"])
        found = flags(TEMPLE, *ticks, FinishScreening())
        assert [flag.rule for flag in found] == ["bleed", "artery", "new"]
        assert found[1].because == "a pain of a new kind; the jaw tires on chewing"

    def test_a_flag_says_what_to_do_and_why_with_its_sources_in_the_reader_s_voice(self, flags):
        (plain,) = flags(TEMPLE, *BLEED)
        assert plain.title == "May be a bleed"
        assert (plain.urgency, plain.heading) == ("emergency", "Get emergency help now")
        assert (plain.do, plain.why) == ("Do not drive yourself.", "Such a pain can come from a bleed.")
        assert [cite.short for cite in plain.citations] == ["Roe and Poe"]
        (clinical,) = flags(UseVoice(Voice.CLINICAL), TEMPLE, *BLEED)
        assert (clinical.do, clinical.because) == ("Emergency department.", "thunderclap")

    def test_all_rules_can_be_read_the_most_urgent_first(self, atlas, begun):
        found = write_all_flags(atlas, begun, Footnotes(atlas))
        assert [flag.rule for flag in found] == ["bleed", "artery", "new"]
        assert all(not flag.because and flag.do for flag in found)


class TestEmergencyNumber:
    def test_it_is_said_as_the_reader_set_it(self, flags):
        (flag,) = flags(TakeSeat(Seat("112")), TEMPLE, *BLEED)
        assert flag.call == "Call 112 now."

    def test_where_none_is_set_no_number_is_made_up(self, flags):
        (flag,) = flags(TEMPLE, *BLEED)
        assert flag.call == "Call your local emergency number now."
        assert not re.search(r"\d", call_words(""))

    def test_only_an_emergency_calls(self, flags):
        (flag,) = flags(
            TakeSeat(Seat("112")), TEMPLE, TickSign("new_pain"), TickSign("over_fifty"), FinishScreening()
        )
        assert (flag.urgency, flag.call) == ("same_day", "")

    def test_every_urgency_has_its_words(self):
        assert set(WHAT_TO_DO) == set(Urgency)
        assert len({do_words(urgency) for urgency in Urgency}) == len(Urgency)


class TestPage:
    def test_it_asks_group_by_group_and_cannot_be_put_off(self, see):
        page = see(TEMPLE).ticks
        assert page.asking is Asking.RED_FLAGS
        assert [group.heading for group in page.groups] == ["Right now", "About you"]
        assert [tick.id for tick in page.groups[0].ticks] == ["worst_ever", "new_pain", "chewing_ache"]
        assert page.groups[0].ticks[0].words == "The worst pain ever"
        assert (page.none, page.done, page.can_close) == ("None of these", "", False)

    def test_ticks_are_seen_and_counted(self, see):
        page = see(TEMPLE, TickSign("new_pain"), TickSign("over_fifty"), TickSign("new_pain")).ticks
        assert [tick.id for group in page.groups for tick in group.ticks if tick.is_on] == ["over_fifty"]
        assert page.done == "Go on with 1 ticked"

    def test_it_can_be_opened_and_closed_later_by_anybody(self, see):
        assert see(TEMPLE, NONE).ticks is None
        assert see(TEMPLE, NONE, Ask(Asking.RED_FLAGS)).ticks.can_close
        assert see(UseVoice(Voice.CLINICAL), Ask(Asking.RED_FLAGS)).ticks.can_close
        assert see(TEMPLE, NONE, Ask(Asking.RED_FLAGS), Ask(None)).ticks is None


def test_what_else_a_pain_could_be_is_told_for_the_regions_that_hurt(see):
    assert see(ToggleRegion(Pain("jaw_angle", Side.RIGHT)), NONE).safety.otherwise == ()
    (found,) = see(TEMPLE, NONE).safety.otherwise
    assert (found.region, found.is_pressing) == ("Temple", True)


class TestSafetyPage:
    def test_it_is_written_when_it_is_looked_at_and_then_once(self, see):
        page = see(TEMPLE, *BLEED).safety
        assert page.sources == ()
        assert [flag.rule for flag in page.flags] == ["bleed"]
        assert [source.short for source in page.sources] == ["Roe and Poe"]
        assert page.flags is page.flags

    def test_its_parts_share_their_numbers(self, see):
        page = see(TEMPLE, *BLEED).safety
        parts = (page.flags, page.otherwise, page.all_flags)
        cited = {cite.number: cite.short for part in parts for each in part for cite in each.citations}
        assert (
            cited
            == {source.number: source.short for source in page.sources}
            == {1: "Roe and Poe", 2: "Doe 1983"}
        )


class TestCore:
    def test_every_sign_stands_on_the_page_once_under_a_heading(self, core):
        page = ask_red_flags(core, Inquiry("side", asking=Asking.RED_FLAGS))
        assert sorted(tick.id for group in page.groups for tick in group.ticks) == sorted(core.signs)

    @pytest.mark.parametrize("voice", list(Voice))
    def test_every_rule_can_be_read_with_its_sources(self, core, voice):
        found = write_all_flags(core, Inquiry("side", voice=voice), Footnotes(core))
        assert len(found) == len(core.rules)
        assert all(flag.title and flag.do and flag.why and flag.citations for flag in found)

    def test_every_emergency_and_every_same_day_rule_holds_a_patient_back_and_no_clinician(self, core):
        for rule in core.rules:
            regions = rule.regions or ("temple",)
            sides = [Side.RIGHT if core.regions[region].is_paired else Side.MIDLINE for region in regions]
            ticks = [*rule.signs, *(sign.id for sign in core.signs.values() if sign.age and rule.age_from)]
            inquiry = Inquiry("side", pains=(Pain(regions[0], sides[0]),), signs=frozenset(ticks))
            answered = update(core, inquiry, FinishScreening())
            assert rule in {each.rule for each in raised(core, answered)}
            assert holds_back(core, answered) or not rule.urgency.is_pressing
            assert not holds_back(core, update(core, answered, UseVoice(Voice.CLINICAL)))
