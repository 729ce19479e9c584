"""What is heard: states, neighbours and changes, asked of the core in words."""

from dataclasses import replace

import pytest

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.geography import Way
from bodymap.inquiry.hearing import News, describe_shape, name_shape, tell_change, tell_states
from bodymap.inquiry.intents import (
    Ask,
    ChooseMuscle,
    ClickShape,
    CloseMuscle,
    FinishScreening,
    OpenGuide,
    OpenJaw,
    OpenPage,
    ShowLayer,
    ShowSide,
    ShowView,
    StartOver,
    TickSign,
    ToggleRegion,
    Turn,
    UseVoice,
)
from bodymap.inquiry.screen import compose
from bodymap.inquiry.state import Asking, Inquiry, Layer, Page, Switch
from bodymap.inquiry.tones import Tone
from bodymap.inquiry.update import update

TEMPLE = Pain("temple", Side.RIGHT)
TEMPORALIS = Place("temporalis", Side.RIGHT)


@pytest.fixture
def walk(core):
    """Do some things one after the other, and return the screens before and after the last."""
    calm = replace(core, signs={})

    def walk(*intents, atlas=calm, voice=Voice.PLAIN):
        inquiry = before = Inquiry("side", voice=voice)
        for intent in intents:
            before, inquiry = inquiry, update(atlas, inquiry, intent)
        return compose(atlas, before), compose(atlas, inquiry)

    return walk


def heard(walk, *intents, **given):
    return " | ".join(news.words for news in tell_change(*walk(*intents, **given)))


class TestStates:
    def test_what_does_not_stand_out_has_its_name_alone(self, walk):
        assert name_shape(walk()[1], "region-temple-right") == "Temple (right)"

    def test_a_chosen_region(self, walk):
        screen = walk(ToggleRegion(TEMPLE))[1]
        assert name_shape(screen, "region-temple-right") == "Temple (right): chosen"
        assert name_shape(screen, "region-forehead-right").endswith(")")

    def test_a_candidate_has_its_number(self, walk):
        screen = walk(ToggleRegion(TEMPLE))[1]
        for row in screen.rows[:3]:
            shape = f"muscle-{row.place.muscle}-{row.place.side}"
            assert tell_states(screen, shape) == (f"number {row.rank} in the list",)

    @pytest.mark.parametrize(
        ("voice", "essential", "spillover"),
        [
            (Voice.PLAIN, "felt here: main place", "felt here: some people"),
            (Voice.CLINICAL, "referral zone: essential", "referral zone: spillover"),
        ],
    )
    def test_the_zone_of_an_open_muscle_is_told_in_either_voice(self, walk, voice, essential, spillover):
        screen = walk(ChooseMuscle(Place("masseter_superficial", Side.RIGHT)), voice=voice)[1]
        assert tell_states(screen, "muscle-masseter_superficial-right") == ("open",)
        said = {tone: set() for tone in (Tone.ESSENTIAL, Tone.SPILLOVER)}
        for shape, tones in screen.tones.items():
            for tone in said:
                said[tone] |= set(tell_states(screen, shape)) if tone in tones else set()
        assert said == {Tone.ESSENTIAL: {essential}, Tone.SPILLOVER: {spillover}}

    def test_every_tone_that_a_shape_can_carry_is_heard(self, core, walk):
        """But for spots and bands, which are named on the muscle's page, and belong to no target."""
        screen = walk()[1]
        for tone in set(Tone) - {Tone.POINT, Tone.BAND, Tone.MARKED, Tone.TARGET}:
            toned = replace(screen, tones={"muscle-temporalis-right": (tone,)})
            assert tell_states(toned, "muscle-temporalis-right"), tone


class TestDescriptions:
    def test_neighbours_and_what_a_press_does(self, walk):
        beside = {Way.LEFT: "region-side_of_head-right", Way.DOWN: "region-in_front_of_ear-right"}
        words = describe_shape(walk()[1], "region-temple-right", beside)
        assert words.startswith("Press to choose it. Left: Side of the head above the ear (right).")
        assert "Right: Front of the head and neck." in words
        assert "Up:" not in words

    @pytest.mark.parametrize(
        ("intents", "shape", "hint"),
        [
            ((), "region-temple-right", "Press to choose it."),
            ((ToggleRegion(TEMPLE),), "region-temple-right", "Press to take it away."),
            ((), "muscle-temporalis-right", "Press to open its page."),
            ((ChooseMuscle(TEMPORALIS),), "muscle-temporalis-right", "Press to close its page."),
            ((), "bone-mandible-mid", "Press to open its page."),
        ],
    )
    def test_the_hint_says_what_a_press_will_do(self, walk, intents, shape, hint):
        assert describe_shape(walk(*intents)[1], shape, {}).startswith(hint)

    def test_a_press_does_what_the_hint_says(self, walk):
        assert not walk(ToggleRegion(TEMPLE), ClickShape("region-temple-right"))[1].chips


class TestNews:
    def test_nothing_is_said_where_nothing_changed(self, walk):
        screen = walk(ToggleRegion(TEMPLE))[1]
        assert tell_change(screen, screen) == ()

    def test_a_region_is_chosen_and_the_first_candidates_follow(self, walk):
        screen = walk(ToggleRegion(TEMPLE))[1]
        said = heard(walk, ToggleRegion(TEMPLE))
        assert said.startswith(f"Temple (right): chosen. {screen.heading}. First: {screen.rows[0].title}")
        assert said.count(screen.rows[0].title) == 1

    def test_a_region_is_taken_away(self, walk):
        forehead = Pain("forehead", Side.LEFT)
        said = heard(walk, ToggleRegion(TEMPLE), ToggleRegion(forehead), ToggleRegion(forehead))
        assert said.startswith("Forehead (left): taken away.")
        assert heard(walk, ToggleRegion(TEMPLE), StartOver()).startswith("Nothing is chosen.")

    @pytest.mark.parametrize(
        ("intent", "words"),
        [
            (ShowView("front"), "Front of the head and neck"),
            (ShowSide(Side.LEFT), "Side of the head and neck, left"),
            (ShowLayer(Layer.DEEP), "Deep"),
            (OpenJaw(opens=True), "Jaw: open"),
            (Turn(Switch.DANGERS, is_on=True), "Dangers: shown"),
            (UseVoice(Voice.CLINICAL), "Clinical words"),
            (ChooseMuscle(TEMPORALIS), "(right): open"),
            (OpenGuide(), ": open"),
            (OpenPage(Page.EXAMINE), "Press and check: open"),
            (Ask(Asking.FACTORS), "What goes with it"),
        ],
    )
    def test_every_turn_is_said(self, walk, intent, words):
        assert words in heard(walk, ToggleRegion(TEMPLE), intent)

    def test_closing_is_said(self, walk):
        assert heard(walk, ChooseMuscle(TEMPORALIS), CloseMuscle()).startswith("Closed")

    def test_a_red_flag_interrupts_and_is_said_once(self, core, walk):
        found = [
            tell_change(*walk(ToggleRegion(TEMPLE), TickSign(sign), FinishScreening(), atlas=core))
            for sign in core.signs
        ]
        urgent = [news for said in found for news in said if news.is_urgent]
        assert urgent
        for news in urgent:
            assert isinstance(news, News)
            assert ": " in news.words
        sign = next(s for s, said in zip(core.signs, found, strict=True) if any(n.is_urgent for n in said))
        names = Turn(Switch.NAMES, is_on=True)
        again = walk(ToggleRegion(TEMPLE), TickSign(sign), FinishScreening(), names, atlas=core)
        assert not any(news.is_urgent for news in tell_change(*again))
