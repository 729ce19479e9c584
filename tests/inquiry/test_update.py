"""What each intent makes of an inquiry: cases on the tiny pack, then laws on the core."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import POINTS, read_shape
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.intents import (
    ChooseMuscle,
    ClickShape,
    CloseMuscle,
    GoBack,
    OpenJaw,
    ShowLayer,
    ShowSide,
    ShowView,
    StartOver,
    ToggleRegion,
    Turn,
    UseVoice,
)
from bodymap.inquiry.screen import compose
from bodymap.inquiry.state import Inquiry, Layer, Switch
from bodymap.inquiry.tones import Tone
from bodymap.inquiry.update import update

TEMPLE, JAW = Pain("temple", Side.RIGHT), Pain("jaw_angle", Side.RIGHT)
TEMPORALIS = Place("temporalis", Side.RIGHT)
CHOOSE = ChooseMuscle(TEMPORALIS)
SUBOCCIPITAL = Place("rectus_capitis_posterior_minor", Side.RIGHT)
COLLARBONE = "bone-clavicle-right"


@pytest.fixture
def turn(core):
    """Ask one thing after the other of the core, from the front on."""

    def turn(*intents, plate="front", **more):
        inquiry = Inquiry(plate, **more)
        for intent in intents:
            inquiry = update(core, inquiry, intent)
        return inquiry

    return turn


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


class TestViews:
    def test_another_plate_is_a_step_and_moves_no_pain(self, turn):
        there = turn(ToggleRegion(TEMPLE), ShowView("back"))
        assert (there.plate, there.pains, len(there.history)) == ("back", (TEMPLE,), 2)
        assert turn(ToggleRegion(TEMPLE), ShowView("back"), GoBack()) == turn(ToggleRegion(TEMPLE))

    @pytest.mark.parametrize("intent", [ShowView("gone"), ShowView("front"), ShowSide(Side.MIDLINE)])
    def test_a_plate_that_is_open_or_unknown_changes_nothing(self, turn, intent):
        assert turn(intent) == turn()

    def test_a_plate_drawn_for_one_side_is_seen_from_the_one_asked_for(self, turn):
        assert turn(ShowView("side", Side.LEFT)).side is Side.LEFT

    def test_a_plate_of_both_sides_remembers_which_was_seen(self, turn):
        there = turn(ShowView("side", Side.LEFT), ShowView("back"))
        assert (there.plate, there.side) == ("back", Side.LEFT)
        assert turn(ShowView("side"), plate="back", side=Side.LEFT).side is Side.LEFT

    @pytest.mark.parametrize("plate", ["front", "back", "mouth", "side"])
    def test_a_side_is_seen_on_the_plate_that_is_drawn_for_one(self, turn, plate):
        there = turn(ShowSide(Side.LEFT), plate=plate)
        assert (there.plate, there.side) == ("side", Side.LEFT)

    def test_where_no_plate_is_drawn_for_one_side_it_means_nothing(self, core):
        front = replace(core, plates={"front": core.plates["front"]})
        assert update(front, Inquiry("front"), ShowSide(Side.LEFT)) == Inquiry("front")

    @pytest.mark.parametrize(
        ("layer", "opened"),
        [
            (Layer.SKIN, Layer.SKIN),
            (Layer.SURFACE, Layer.DEEP),
            (Layer.DEEP, Layer.DEEP),
            (Layer.BONE, Layer.DEEP),
        ],
    )
    def test_the_mouth_opens_as_deep_as_it_can(self, turn, layer, opened):
        assert turn(ShowView("mouth"), layer=layer).layer is opened

    @pytest.mark.parametrize("layer", [Layer.SURFACE, Layer.BONE])
    def test_a_layer_that_a_plate_does_not_have_changes_nothing(self, turn, layer):
        assert turn(ShowLayer(layer), plate="mouth") == turn(plate="mouth")


class TestJaw:
    @pytest.mark.parametrize(
        ("layer", "opened"),
        [
            (Layer.SKIN, Layer.DEEP),
            (Layer.SURFACE, Layer.DEEP),
            (Layer.DEEP, Layer.DEEP),
            (Layer.BONE, Layer.BONE),
        ],
    )
    def test_opening_it_goes_as_deep_as_its_inner_side_lies(self, turn, layer, opened):
        there = turn(OpenJaw(opens=True), plate="side", layer=layer)
        assert (there.opens_jaw, there.layer) == (True, opened)

    def test_closing_it_stays_where_one_is_and_both_are_steps(self, turn):
        there = turn(OpenJaw(opens=True), OpenJaw(opens=False))
        assert (there.opens_jaw, there.layer, len(there.history)) == (False, Layer.DEEP, 2)

    @pytest.mark.parametrize("layer", list(Layer))
    def test_it_closes_where_muscles_or_skin_cover_it(self, turn, layer):
        opens = turn(OpenJaw(opens=True), ShowLayer(layer)).opens_jaw
        assert opens is (layer in {Layer.DEEP, Layer.BONE})

    @pytest.mark.parametrize("plate", ["back", "mouth"])
    def test_where_no_joint_is_drawn_it_cannot_be_opened_and_closes(self, turn, plate):
        assert turn(OpenJaw(opens=True), plate=plate) == turn(plate=plate)
        assert not turn(OpenJaw(opens=True), ShowView(plate)).opens_jaw

    def test_it_stays_open_where_it_can(self, turn):
        assert turn(OpenJaw(opens=True), ShowView("side")).opens_jaw


class TestSwitches:
    def test_a_switch_is_no_step_and_turns_off_again(self, turn):
        on = turn(Turn(Switch.DANGERS, is_on=True), Turn(Switch.POINTS, is_on=True))
        assert (on.switches, on.history) == ({Switch.DANGERS, Switch.POINTS}, ())
        off = turn(Turn(Switch.DANGERS, is_on=False), switches=on.switches)
        assert off.switches == {Switch.POINTS}

    def test_turning_it_twice_is_turning_it_once(self, turn):
        on = Turn(Switch.NAMES, is_on=True)
        assert turn(on, on) == turn(on)

    def test_switches_stay_as_they_are_when_a_step_is_undone(self, turn):
        there = turn(ToggleRegion(TEMPLE), Turn(Switch.DANGERS, is_on=True), GoBack())
        assert there == turn(switches=frozenset({Switch.DANGERS}))
        kept = frozenset({Switch.MIRROR})
        back = turn(ToggleRegion(TEMPLE), Turn(Switch.MIRROR, is_on=False), GoBack(), switches=kept)
        assert back.switches == frozenset()


class TestStructures:
    def test_a_press_opens_it_and_a_second_press_closes_it(self, turn):
        once = turn(ClickShape(COLLARBONE))
        assert once.structure == read_shape(COLLARBONE)
        assert turn(ClickShape(COLLARBONE), ClickShape(COLLARBONE)).structure is None

    def test_another_one_takes_its_place(self, turn):
        both = turn(ClickShape(COLLARBONE), ClickShape("danger-facial_nerve-right"))
        assert both.structure == read_shape("danger-facial_nerve-right")

    @pytest.mark.parametrize("shape", ["bone-gone-right", "joint-clavicle-right", "danger-clavicle-right"])
    def test_one_that_is_not_known_of_its_kind_changes_nothing(self, turn, shape):
        assert turn(ClickShape(shape)) == turn()

    def test_a_muscle_and_a_structure_put_each_other_away(self, turn):
        bone = turn(CHOOSE, ClickShape(COLLARBONE))
        assert (bone.place, bone.structure) == (None, read_shape(COLLARBONE))
        muscle = turn(ClickShape(COLLARBONE), CHOOSE)
        assert (muscle.place, muscle.structure) == (TEMPORALIS, None)

    @pytest.mark.parametrize("intent", [ToggleRegion(TEMPLE), CloseMuscle(), StartOver(), GoBack()])
    def test_a_pain_and_each_way_out_close_it(self, turn, intent):
        assert turn(ClickShape(COLLARBONE), intent).structure is None

    def test_it_moves_no_pain(self, turn):
        assert turn(ToggleRegion(TEMPLE), ClickShape(COLLARBONE)).pains == (TEMPLE,)


class TestWhereAMuscleIsSeen:
    def test_one_that_is_not_drawn_here_turns_to_its_best_plate_in_one_step(self, turn):
        there = turn(ChooseMuscle(SUBOCCIPITAL))
        assert (there.plate, there.place, len(there.history)) == ("back", SUBOCCIPITAL, 1)
        assert turn(ChooseMuscle(SUBOCCIPITAL), GoBack()) == turn()

    def test_one_that_is_drawn_here_turns_nothing_though_it_is_seen_better_elsewhere(self, core, turn):
        assert "temporalis" not in core.plates["front"].best_for
        there = turn(CHOOSE)
        assert (there.plate, there.place) == ("front", TEMPORALIS)

    def test_a_named_plate_is_taken(self, turn):
        there = turn(ChooseMuscle(TEMPORALIS, "side"))
        assert (there.plate, there.place, len(there.history)) == ("side", TEMPORALIS, 1)

    def test_a_named_plate_that_is_unknown_turns_nothing(self, turn):
        assert turn(ChooseMuscle(TEMPORALIS, "gone")) == turn(CHOOSE)

    def test_the_side_turns_with_it(self, turn):
        there = turn(ChooseMuscle(Place("temporalis", Side.LEFT), "side"))
        assert (there.plate, there.side) == ("side", Side.LEFT)

    def test_turning_opens_the_other_plate_as_deep_as_it_can_and_closes_the_jaw_there(self, turn):
        there = turn(OpenJaw(opens=True), ShowLayer(Layer.BONE), ChooseMuscle(SUBOCCIPITAL))
        assert (there.plate, there.layer, there.opens_jaw) == ("back", Layer.BONE, False)


class TestCore:
    def test_no_shape_of_any_plate_raises_and_each_means_something(self, core):
        for plate in core.plates.values():
            begun = Inquiry(plate.id)
            for shape in plate.named_faces:
                assert update(core, begun, ClickShape(shape)) != begun, (plate.id, shape)
            for point in map(read_shape, plate.shapes):
                if point.kind in POINTS:
                    assert update(core, begun, ClickShape(point.id)).place is not None, (plate.id, point.id)

    @given(data=st.data())
    def test_back_undoes_any_step(self, core, steps, data):
        inquiry = Inquiry("side")
        for intent in data.draw(st.lists(steps, max_size=8)):
            after = update(core, inquiry, intent)
            before = replace(inquiry, query=None, switches=after.switches)  # neither is a step
            if replace(after, query=None) != before and not isinstance(intent, GoBack | UseVoice):
                assert update(core, after, GoBack()) == before
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
