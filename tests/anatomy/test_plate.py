"""What a shape id means, and back."""

import pytest

from bodymap.anatomy.plate import Kind, Shape, read_shape
from bodymap.anatomy.region import Side


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
