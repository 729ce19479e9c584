"""What each intent makes of an inquiry: cases on the tiny pack, then laws on the core."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import read_shape
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.screen import compose
from bodymap.inquiry.state import Inquiry, Layer
from bodymap.inquiry.tones import Tone
from bodymap.inquiry.update import (
    ChooseMuscle,
    ClickShape,
    CloseMuscle,
    GoBack,
    ShowLayer,
    ShowSide,
    StartOver,
    ToggleRegion,
    Turn,
    UseVoice,
    update,
)

TEMPLE, JAW = Pain("temple", Side.RIGHT), Pain("jaw_angle", Side.RIGHT)
TEMPORALIS = Place("temporalis", Side.RIGHT)
CHOOSE = ChooseMuscle(TEMPORALIS)


class TestRegions:
    def test_a_press_adds_a_pain_and_a_second_press_takes_it_away(self, ask):
        once = ask(ClickShape("region-temple-right"))
        assert once.pains == (TEMPLE,)
        assert ask(ClickShape("region-temple-right"), of=once).pains == ()

    def test_pains_keep_the_order_in_which_they_were_chosen(self, ask):
        assert ask(ToggleRegion(JAW), ToggleRegion(TEMPLE)).pains == (JAW, TEMPLE)

    def test_taking_one_away_leaves_the_others(self, ask):
        assert ask(ToggleRegion(JAW), ToggleRegion(TEMPLE), ToggleRegion(JAW)).pains == (TEMPLE,)

    def test_both_sides_are_two_places(self, ask):
        both = ask(ClickShape("region-temple-right"), ClickShape("region-temple-left"))
        assert both.pains == (TEMPLE, Pain("temple", Side.LEFT))

    def test_the_midline_has_one_side(self, ask):
        assert ask(ClickShape("region-throat-mid")).pains == (Pain("throat", Side.MIDLINE),)

    def test_a_pain_closes_the_open_muscle(self, ask):
        assert ask(CHOOSE, ToggleRegion(TEMPLE)).place is None

    @pytest.mark.parametrize(
        "shape", ["region-throat-left", "region-temple-mid", "region-knee-left", "outline-skin-mid", ""]
    )
    def test_a_place_that_does_not_exist_changes_nothing(self, ask, begun, shape):
        assert ask(ClickShape(shape)) == begun


class TestMuscles:
    def test_a_press_on_a_muscle_opens_it_and_a_second_press_closes_it(self, ask):
        once = ask(ClickShape("muscle-temporalis-right"))
        assert once.place == TEMPORALIS
        assert ask(ClickShape("muscle-temporalis-right"), of=once).place is None

    def test_a_press_on_a_trigger_point_opens_its_muscle(self, ask):
        assert ask(ClickShape("trp-masseter_deep_1-left")).place == Place("masseter_deep", Side.LEFT)

    def test_the_drawing_turns_to_the_side_of_the_muscle(self, ask):
        assert ask(ChooseMuscle(Place("temporalis", Side.LEFT))).side is Side.LEFT

    def test_a_muscle_of_the_middle_turns_nothing(self, ask):
        assert ask(ShowSide(Side.LEFT), ChooseMuscle(Place("buccinator", Side.MIDLINE))).side is Side.LEFT

    def test_pains_stay_when_a_muscle_opens_and_closes(self, ask):
        assert ask(ToggleRegion(TEMPLE), CHOOSE, CloseMuscle()).pains == (TEMPLE,)

    def test_an_unknown_muscle_changes_nothing(self, ask, begun):
        assert ask(ClickShape("muscle-gone-right"), ChooseMuscle(Place("gone", Side.LEFT))) == begun


class TestWaysOut:
    def test_back_undoes_one_step_at_a_time(self, ask, begun):
        two = ask(ToggleRegion(TEMPLE), CHOOSE)
        assert ask(GoBack(), of=two).place is None
        assert ask(GoBack(), GoBack(), of=two) == begun
        assert ask(GoBack(), GoBack(), GoBack(), of=two) == begun

    def test_starting_over_clears_and_can_be_undone(self, ask):
        before = ask(ShowLayer(Layer.DEEP), ShowSide(Side.LEFT), ToggleRegion(TEMPLE), CHOOSE)
        after = ask(StartOver(), of=before)
        assert (after.pains, after.place) == ((), None)
        assert ask(GoBack(), of=after) == before

    def test_starting_over_keeps_side_and_layer(self, ask):
        after = ask(ShowLayer(Layer.DEEP), ShowSide(Side.LEFT), ToggleRegion(TEMPLE), StartOver())
        assert (after.side, after.layer) == (Side.LEFT, Layer.DEEP)

    @pytest.mark.parametrize("intent", [StartOver(), CloseMuscle(), GoBack(), ShowSide(Side.MIDLINE)])
    def test_what_changes_nothing_is_no_step(self, ask, begun, intent):
        assert ask(intent) == begun


class TestLooking:
    def test_a_change_of_voice_is_no_step(self, ask):
        clinical = ask(ToggleRegion(TEMPLE), UseVoice(Voice.CLINICAL))
        assert len(clinical.history) == 1
        assert ask(GoBack(), of=clinical) == Inquiry("side", voice=Voice.CLINICAL)

    def test_sides_and_layers_are_steps(self, ask, begun):
        assert ask(ShowSide(Side.LEFT), ShowLayer(Layer.SURFACE), GoBack(), GoBack()) == begun

    def test_looking_at_the_other_side_moves_no_pain(self, ask):
        assert ask(ToggleRegion(TEMPLE), ShowSide(Side.LEFT)).pains == (TEMPLE,)


class TestCore:
    def test_no_shape_raises_and_every_region_and_muscle_means_something(self, core):
        begun = Inquiry("side")
        for drawn in map(read_shape, sorted(core.plates["side"].shapes)):
            for shape in {drawn, drawn.mirrored}:
                assert update(core, begun, ClickShape(shape.id)) != begun

    @given(data=st.data())
    def test_back_undoes_any_step(self, core, steps, data):
        inquiry = Inquiry("side")
        for intent in data.draw(st.lists(steps, max_size=8)):
            after = update(core, inquiry, intent)
            if after != inquiry and not isinstance(intent, GoBack | UseVoice | Turn):
                assert update(core, after, GoBack()) == inquiry
            inquiry = after

    @given(data=st.data())
    def test_whatever_is_asked_can_be_shown_and_cleared(self, core, steps, data):
        inquiry = Inquiry("side")
        for intent in data.draw(st.lists(steps, max_size=8)):
            inquiry = update(core, inquiry, intent)
        compose(core, inquiry)
        cleared = compose(core, update(core, inquiry, StartOver()))
        assert (cleared.chips, cleared.card, cleared.structure) == ((), None, None)
        assert {tone for tones in cleared.tones.values() for tone in tones} <= {Tone.MARKED}
        assert not cleared.can_start_over

    @given(data=st.data())
    def test_asking_does_not_change_what_was(self, core, steps, data):
        before = Inquiry("side", pains=(TEMPLE,))
        update(core, before, data.draw(steps))
        assert before == replace(Inquiry("side"), pains=(TEMPLE,))
