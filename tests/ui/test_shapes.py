"""The exact outlines of a drawing."""

import pytest
from PySide6.QtCore import QPointF

from bodymap.anatomy.plate import Kind, read_shape
from bodymap.ui.shapes import PAGE, at, near
from bodymap.ui.tracing import trace

SVG = """
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1300">
  <g id="layer-deep">
    <g id="muscle-a-right">
      <path d="M100 100H300V300H100Z"/><path class="shade" d="M100 100H900V900H100Z"/>
    </g>
  </g>
  <g id="layer-surface"><path id="muscle-b-right" d="M200 200H400V400H200Z"/></g>
  <g id="layer-regions">
    <path id="region-r-right" d="M100 100H200V200H100ZM120 120V180H180V120Z"/>
  </g>
</svg>
"""


SURFACE = frozenset({"layer-surface"})


@pytest.fixture
def outlines(qapp):
    return trace(SVG.encode())


def test_shapes_come_topmost_first_and_know_their_layer(outlines):
    assert [(found.id, found.layer) for found in outlines.of(Kind.MUSCLE)] == [
        ("muscle-b-right", "layer-surface"),
        ("muscle-a-right", "layer-deep"),
    ]
    assert [found.id for found in outlines.of(Kind.MUSCLE, hidden=SURFACE)] == ["muscle-a-right"]


def test_shading_is_no_part_of_a_shape(outlines):
    assert outlines.by_id["muscle-a-right"].bounds.getRect() == (100, 100, 200, 200)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ((250, 250), ("muscle-b-right", "muscle-a-right")),
        ((150, 150), ("muscle-a-right",)),
        ((350, 350), ("muscle-b-right",)),
        ((500, 500), ()),
        ((199.8, 250), ("muscle-a-right",)),
        ((300.2, 150), ()),
        ((400, 300), ("muscle-b-right",)),
    ],
)
def test_what_lies_at_a_place(outlines, place, found):
    assert at(outlines.of(Kind.MUSCLE), QPointF(*place)) == found


def test_a_hole_is_no_part_of_a_shape(outlines):
    regions = outlines.of(Kind.REGION)
    assert at(regions, QPointF(110, 110)) == ("region-r-right",)
    assert at(regions, QPointF(150, 150)) == ()


def test_a_finger_touches_the_nearest(outlines):
    muscles = outlines.of(Kind.MUSCLE)
    assert near(muscles, QPointF(405, 300), 10) == "muscle-b-right"
    assert near(muscles, QPointF(95, 150), 10) == "muscle-a-right"
    assert near(muscles, QPointF(500, 500), 10) is None


def test_every_shape_of_the_plate_has_an_outline_on_the_page(qapp, core):
    plate = core.plates["side"]
    outlines = trace(plate.svg)
    assert set(outlines.by_id) == set(plate.shapes)
    assert not outlines.skin.isEmpty()
    for found in outlines.by_id.values():
        assert not found.path.isEmpty()
        assert found.kind is read_shape(found.id).kind
        assert PAGE.contains(found.bounds.center())
