"""What is to be seen of an inquiry: read as text on the tiny pack, then laws on the core."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import POINTS, Kind, read_shape
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.names import ShapeNames
from bodymap.inquiry.screen import compose, mark_inside
from bodymap.inquiry.state import Inquiry, Layer, Switch
from bodymap.inquiry.tones import LIT_UP_TO, Tone
from bodymap.inquiry.update import (
    ChooseMuscle,
    ShowLayer,
    ShowSide,
    ToggleRegion,
    Turn,
    UseVoice,
    update,
)

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
        found = [known.is_pressing for known in compose(core, Inquiry("side", pains=pains)).otherwise]
        assert found == sorted(found, reverse=True)
        assert any(found)

    def test_it_is_told_once_for_both_sides(self, see):
        both = see(ToggleRegion(TEMPLE), ToggleRegion(Pain("temple", Side.LEFT)))
        assert len(both.otherwise) == len(see(ToggleRegion(TEMPLE)).otherwise) == 1


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
