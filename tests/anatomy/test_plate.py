"""What a shape id means, and back."""

import pytest

from bodymap.anatomy.plate import POINTS, STRUCTURES, Aspect, Kind, Plate, Shape, read_shape
from bodymap.anatomy.region import Side
from bodymap.anatomy.words import Words


@pytest.mark.parametrize(
    ("shape_id", "shape"),
    [
        ("region-temple-left", Shape(Kind.REGION, "temple", Side.LEFT)),
        ("muscle-masseter_deep-right", Shape(Kind.MUSCLE, "masseter_deep", Side.RIGHT)),
        ("trp-temporalis_1-right", Shape(Kind.TRIGGER_POINT, "temporalis_1", Side.RIGHT)),
        ("band-temporalis_1-left", Shape(Kind.BAND, "temporalis_1", Side.LEFT)),
        ("region-throat-mid", Shape(Kind.REGION, "throat", Side.MIDLINE)),
        ("bone-skull-mid", Shape(Kind.BONE, "skull", Side.MIDLINE)),
        ("danger-facial_artery-right", Shape(Kind.DANGER, "facial_artery", Side.RIGHT)),
    ],
)
def test_a_shape_id_is_read_and_written(shape_id, shape):
    assert read_shape(shape_id) == shape
    assert shape.id == shape_id


@pytest.mark.parametrize(
    "shape_id",
    [
        "",
        "-",
        "--",
        "region",
        "region--left",
        "region-temple",
        "region-temple-midline",
        "bone-skull",
        "outline-skin-mid",
        "Region-a-left",
    ],
)
def test_what_is_only_part_of_the_picture_has_no_meaning(shape_id):
    assert read_shape(shape_id) is None


def test_a_shape_mirrored_twice_is_itself(core):
    for shape in map(read_shape, core.plates["side"].shapes):
        assert shape.mirrored.mirrored == shape
        assert (shape.mirrored == shape) is (shape.side is Side.MIDLINE)


def test_a_mirrored_plate_shows_both_sides(core):
    plate = core.plates["side"]
    for shape in map(read_shape, plate.shapes):
        assert plate.shows(shape)
        assert plate.shows(shape.mirrored)
    assert not plate.shows(Shape(Kind.REGION, "knee", Side.LEFT))


def test_every_kind_is_a_point_a_structure_a_region_or_a_muscle():
    assert {*POINTS, *STRUCTURES, Kind.REGION, Kind.MUSCLE} == set(Kind)
    assert not set(POINTS) & set(STRUCTURES)


def test_what_has_a_name_of_its_own_is_a_named_face_on_both_sides():
    drawn = {f"{kind}-it-right" for kind in Kind} | {"bone-skull-mid", "outline-ear-right"}
    plate = Plate("side", Words("", ""), Aspect.RIGHT_LATERAL, b"", "", frozenset(drawn), is_mirrored=True)
    named = {f"{kind}-it-{side}" for kind in set(Kind) - set(POINTS) for side in ("right", "left")}
    assert set(plate.named_faces) == named | {"bone-skull-mid"}
