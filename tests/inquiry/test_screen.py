"""What is to be seen of an inquiry: read as text on the tiny pack, then laws on the core."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import POINTS, Kind, read_shape
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.intents import (
    ChooseMuscle,
    ClickShape,
    OpenJaw,
    ShowLayer,
    ShowSide,
    ToggleRegion,
    Turn,
    UseVoice,
)
from bodymap.inquiry.names import ShapeNames
from bodymap.inquiry.screen import compose, mark_inside
from bodymap.inquiry.state import Inquiry, Layer, Switch
from bodymap.inquiry.tones import LIT_UP_TO, Tone
from bodymap.inquiry.update import update

TEMPLE, JAW = Pain("temple", Side.RIGHT), Pain("jaw_angle", Side.RIGHT)
THROAT, MOLARS = Pain("throat", Side.MIDLINE), Pain("upper_molars", Side.LEFT)
INQUIRIES = {
    "nothing yet": (),
    "jaw and temple of the right": (ToggleRegion(JAW), ToggleRegion(TEMPLE)),
    "an open muscle of the left, to a clinician": (
        UseVoice(Voice.CLINICAL),
        ToggleRegion(MOLARS),
        ChooseMuscle(Place("temporalis", Side.LEFT)),
    ),
    "a muscle that nobody mapped": (ShowLayer(Layer.DEEP), ChooseMuscle(Place("buccinator", Side.RIGHT))),
}


MIRROR = Turn(Switch.MIRROR, is_on=True)


@pytest.fixture
def look(core):
    """See what the core shows of a plate when these things were asked."""

    def look(plate, *intents):
        inquiry = Inquiry(plate, is_screened=True)
        for intent in intents:
            inquiry = update(core, inquiry, intent)
        return compose(core, inquiry)

    return look


@pytest.mark.parametrize("name", INQUIRIES)
def test_a_screen_reads_as_it_did(see, describe, snapshot, name):
    assert describe(see(*INQUIRIES[name])) == snapshot


class TestList:
    def test_before_any_pain_the_list_is_the_index_of_the_shown_side(self, see):
        for side in (Side.RIGHT, Side.LEFT):
            rows = see(ShowSide(side)).rows
            assert [row.title for row in rows] == ["Cheek muscle", "Deep jaw muscle", "Temple muscle"]
            assert {row.place.side for row in rows} == {side}
            assert {row.rank for row in rows} == {0}

    def test_with_a_pain_it_is_the_ranking(self, see):
        rows = see(ToggleRegion(JAW)).rows
        assert [row.rank for row in rows] == list(range(1, len(rows) + 1))
        assert rows[0].share == 1.0
        assert all(row.reasons for row in rows)

    def test_the_open_muscle_is_marked_in_its_row(self, see):
        shown = see(ToggleRegion(JAW), ChooseMuscle(Place("temporalis", Side.RIGHT)))
        assert [row.place.side for row in shown.rows if row.is_open] == [Side.RIGHT]

    def test_one_candidate_is_said_in_the_singular(self, see):
        assert see(ToggleRegion(TEMPLE)).heading.startswith("1 muscle ")
        assert see(ToggleRegion(JAW)).heading.startswith("2 muscles ")

    def test_what_no_muscle_explains_is_told_with_its_name(self, see, atlas):
        assert see(ToggleRegion(TEMPLE)).unexplained == ""
        silent = replace(atlas, muscles={"buccinator": atlas.muscles["buccinator"]})
        shown = compose(silent, Inquiry("side", pains=(THROAT,)))
        assert shown.unexplained.startswith("Throat: ")
        assert shown.rows == ()


class TestOtherwise:
    def test_the_pressing_come_first(self, core):
        pains = tuple(Pain(region, Side.RIGHT) for region in core.regions)
        found = [known.is_pressing for known in compose(core, Inquiry("side", pains=pains)).safety.otherwise]
        assert found == sorted(found, reverse=True)
        assert any(found)

    def test_it_is_told_once_for_both_sides(self, see):
        both = see(ToggleRegion(TEMPLE), ToggleRegion(Pain("temple", Side.LEFT)))
        assert len(both.safety.otherwise) == len(see(ToggleRegion(TEMPLE)).safety.otherwise) == 1


class TestNames:
    @pytest.mark.parametrize("voice", list(Voice))
    def test_every_shape_that_can_be_pressed_has_a_name_of_its_own_on_both_sides(self, core, voice):
        plate = core.plates["side"]
        names = ShapeNames(core, plate, voice)
        drawn = [shape for shape in map(read_shape, plate.shapes) if shape.kind not in POINTS]
        assert set(names) == {side.id for shape in drawn for side in (shape, shape.mirrored)}
        assert all(names.values())
        regions = [name for shape, name in names.items() if shape.startswith("region-")]
        assert len(set(regions)) == len(regions)

    def test_a_name_says_the_side_unless_it_has_none(self, see):
        names = see().names
        assert names["region-temple-left"] == "Temple (left)"
        assert names["region-throat-mid"] == "Throat"
        assert see(UseVoice(Voice.CLINICAL)).names["muscle-temporalis-right"] == "Temporalis (right)"

    @pytest.mark.parametrize(
        ("voice", "bone", "cartilage"),
        [
            (Voice.PLAIN, "Collarbone (left)", "Adam's apple"),
            (Voice.CLINICAL, "Clavicle (left)", "Thyroid cartilage"),
        ],
    )
    def test_structures_have_names_too(self, core, voice, bone, cartilage):
        names = ShapeNames(core, core.plates["side"], voice)
        assert names["bone-clavicle-left"] == bone
        assert names["cartilage-thyroid-mid"] == cartilage

    def test_places_inside_are_marked_on_both_sides(self, atlas):
        assert mark_inside(atlas, "side") == {
            "region-upper_molars-right",
            "region-upper_molars-left",
            "region-throat-mid",
        }


def test_a_press_means_a_region_on_the_skin_and_a_muscle_below(see):
    pressed = {layer: see(ShowLayer(layer)).pressable for layer in Layer}
    kinds = {layer: pressed[layer] & {Kind.REGION, Kind.MUSCLE, Kind.BONE} for layer in Layer}
    muscle = {Kind.MUSCLE}
    assert kinds == {
        Layer.SKIN: {Kind.REGION},
        Layer.SURFACE: muscle,
        Layer.DEEP: muscle,
        Layer.BONE: {Kind.BONE},
    }


def test_dangers_are_pressed_only_where_they_are_shown(see):
    assert Kind.DANGER not in see().pressable
    assert all(
        Kind.DANGER in see(Turn(Switch.DANGERS, is_on=True), ShowLayer(layer)).pressable for layer in Layer
    )


class TestPlates:
    @pytest.mark.parametrize(
        ("plate", "seen", "in_a_mirror"),
        [
            ("front", ("right", "left"), ("left", "right")),
            ("mouth", ("right", "left"), ("left", "right")),
            ("back", ("left", "right"), ("right", "left")),
        ],
    )
    def test_captions_say_which_side_of_the_patient_lies_on_which_side(self, look, plate, seen, in_a_mirror):
        assert look(plate).captions == tuple(f"Patient's {side}" for side in seen)
        mirrored = look(plate, MIRROR)
        assert mirrored.captions == tuple(f"Patient's {side}" for side in in_a_mirror)
        assert (look(plate).is_flipped, mirrored.is_flipped) == (False, True)
        assert not mirrored.swaps_sides  # the drawing has both, each under its own name

    @pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
    def test_a_plate_of_one_side_says_which_and_knows_no_mirror(self, look, side):
        for shown in (look("side", ShowSide(side)), look("side", ShowSide(side), MIRROR)):
            assert shown.captions == (f"Patient's {side} side", "")
            assert shown.is_flipped is shown.swaps_sides is (side is Side.LEFT)
            assert Switch.MIRROR not in shown.offered

    @pytest.mark.parametrize("plate", ["front", "side", "back"])
    def test_the_outside_opens_in_four_layers(self, look, plate):
        assert [layer for layer, _ in look(plate).layers] == list(Layer)

    def test_the_mouth_opens_in_two_that_are_named_for_it(self, look):
        assert [layer for layer, _ in look("mouth").layers] == [Layer.SKIN, Layer.DEEP]
        assert dict(look("mouth").layers)[Layer.SKIN] != dict(look("front").layers)[Layer.SKIN]

    def test_the_jaw_opens_where_its_joint_is_drawn(self, look, core):
        able = {plate for plate in core.plates if look(plate).can_open_jaw}
        assert able == {"front", "side"}
        assert look("side", OpenJaw(opens=True)).opens_jaw

    def test_a_switch_is_offered_where_it_means_something(self, look):
        everywhere = {Switch.POINTS, Switch.NAMES}
        assert look("front").offered == {*everywhere, Switch.DANGERS, Switch.MIRROR}
        assert look("side").offered == {*everywhere, Switch.DANGERS}
        assert look("mouth").offered == {*everywhere, Switch.MIRROR}

    def test_names_stand_beside_the_drawing_only_when_asked_for_and_without_a_side(self, look):
        assert look("front").labels == {}
        shown = look("front", Turn(Switch.NAMES, is_on=True))
        assert shown.labels["bone-clavicle-left"] == "Collarbone"
        assert shown.names["bone-clavicle-left"] == "Collarbone (left)"

    def test_in_the_mouth_nothing_is_marked_as_lying_inside(self, look):
        assert look("front").marked
        assert look("mouth").marked == frozenset()


class TestPoints:
    @pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
    def test_the_switch_marks_every_trigger_point_of_the_view_by_the_patients_side(self, look, core, side):
        shown = look("side", ShowSide(side), Turn(Switch.POINTS, is_on=True))
        drawn = {shape for shape in core.plates["side"].shapes if shape.startswith("trp-")}
        wanted = drawn if side is Side.RIGHT else {read_shape(shape).mirrored.id for shape in drawn}
        assert drawn
        assert {shape for shape, tones in shown.tones.items() if Tone.MARKED in tones} == wanted

    def test_those_of_the_open_muscle_stand_out_from_the_others(self, look):
        shown = look("side", Turn(Switch.POINTS, is_on=True), ChooseMuscle(Place("temporalis", Side.RIGHT)))
        assert shown.tones["trp-temporalis_1-right"] == (Tone.POINT,)
        assert shown.tones["trp-masseter_deep_1-right"] == (Tone.MARKED,)

    def test_the_bands_of_the_open_muscle_are_outlined_where_they_are_drawn(self, look, core):
        bands = [read_shape(shape) for shape in core.plates["front"].shapes if shape.startswith("band-")]
        assert bands
        for band in bands:
            muscle = Place(band.name.rpartition("_")[0], band.side)
            assert look("front", ChooseMuscle(muscle)).tones[band.id] == (Tone.BAND,)
        assert not any(Tone.BAND in tones for tones in look("front").tones.values())


class TestStructure:
    def test_it_has_its_card_and_is_marked(self, look):
        shown = look("front", ClickShape("danger-facial_nerve-left"))
        assert shown.structure.shape == read_shape("danger-facial_nerve-left")
        assert shown.structure.side == "left"
        assert shown.tones["danger-facial_nerve-left"] == (Tone.EXAMINED,)
        assert shown.card is None

    def test_the_candidates_go_on_glowing(self, look):
        shown = look("front", ToggleRegion(TEMPLE), ClickShape("bone-clavicle-left"))
        assert shown.ranks == look("front", ToggleRegion(TEMPLE)).ranks != {}

    def test_one_can_start_over_from_it(self, look):
        assert look("front", ClickShape("bone-clavicle-left")).can_start_over


class TestElsewhere:
    def test_a_candidate_that_is_seen_better_elsewhere_says_where(self, look, core):
        rows = {row.place: row for row in look("back", ToggleRegion(TEMPLE)).rows}
        way = rows[Place("temporalis", Side.RIGHT)].elsewhere
        assert way.plate == "side"
        assert core.plates["side"].name.plain in way.words

    def test_one_that_is_seen_best_here_has_no_way_elsewhere(self, look):
        rows = {row.place: row for row in look("side", ToggleRegion(TEMPLE)).rows}
        assert rows[Place("temporalis", Side.RIGHT)].elsewhere is None

    @pytest.mark.parametrize("plate", ["front", "side", "back", "mouth"])
    def test_the_index_lists_what_is_drawn_here_and_leads_nowhere_else(self, look, core, plate):
        rows = look(plate).rows
        drawn = {shape.split("-")[1] for shape in core.plates[plate].shapes if shape.startswith("muscle-")}
        assert {row.place.muscle for row in rows} == drawn
        assert all(row.elsewhere is None for row in rows)


class TestCore:
    @given(data=st.data())
    def test_list_drawing_and_chips_agree(self, core, steps, data):
        inquiry = Inquiry("side")
        for intent in data.draw(st.lists(steps, max_size=8)):
            inquiry = update(core, inquiry, intent)
        screen = compose(core, inquiry)
        assert [chip.pain for chip in screen.chips] == list(inquiry.pains)
        chosen = {shape for shape, tones in screen.tones.items() if Tone.CHOSEN in tones}
        assert len(chosen) == len(screen.chips)
        numbered = {row.rank: row.place for row in screen.rows if 0 < row.rank <= LIT_UP_TO}
        if inquiry.place:
            assert screen.card.place == inquiry.place
            assert screen.ranks == {}
        else:
            assert screen.card is None
            assert {
                rank: Place(read_shape(shape).name, read_shape(shape).side)
                for shape, rank in screen.ranks.items()
            } == numbered
        assert all(0 < row.share <= 1 for row in screen.rows if row.rank)
        assert screen.can_go_back is bool(inquiry.history)
