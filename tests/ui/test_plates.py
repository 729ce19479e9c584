"""What must be true of the drawings whoever draws them: each plate of the core pack, shape by shape."""

from itertools import combinations, product

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize

from bodymap.anatomy.plate import Kind, Shape, read_shape
from bodymap.anatomy.region import Side
from bodymap.inquiry.screen import compose
from bodymap.inquiry.state import Inquiry, Layer, Switch, layers_of
from bodymap.ui.drawing import JOINT
from bodymap.ui.fingertips import REACH, Fingertips
from bodymap.ui.overlay import middle_of
from bodymap.ui.pressing import UNPRESSED
from bodymap.ui.shapes import EDGE, PAGE, at
from bodymap.ui.tracing import trace

PLATES = ("front", "side", "back", "mouth")
BOTH_SIDES = ("front", "back", "mouth")
OUTSIDE = ("front", "side", "back")
STEP = 9
"""Units of the page between the points at which the skin is tried."""
NEAR = 1.2
"""How near to an edge, in units of the page, a point may lie in two regions or in none."""
ONE_UNIT = 1.0
LEVEL = (Kind.MUSCLE, Kind.TRIGGER_POINT, Kind.BONE, Kind.CARTILAGE, Kind.DANGER)
"""The kinds that are drawn whole, and so end at the same heights in every view."""
THREE_MM = 8.4
MOST_BYTES = 1_200_000
LEAST_TARGET = 24.0
DRAWING = QSize(540, 586)
"""The room that a window of 1024 by 700 pixels leaves the drawing."""
BEHIND = b'id="layer-behind"'


@pytest.fixture(scope="module")
def seen(qapp, core):
    """Return the outlines of each plate as the window has them: what is hidden behind the head is cut off."""
    return {plate: trace(core.plates[plate].svg) for plate in PLATES}


@pytest.fixture(scope="module")
def outlines(qapp, core):
    """Return the outlines of each plate whole, as they are drawn."""
    svgs = {plate: core.plates[plate].svg.replace(BEHIND, b'id="layer-whole"') for plate in PLATES}
    return {plate: trace(svg) for plate, svg in svgs.items()}


@pytest.fixture(scope="module")
def inside(core):
    """Return the names of the regions that lie inside the head."""
    return {region.id for region in core.regions.values() if region.is_inside}


def muscle_of(outline):
    shape = read_shape(outline.id)
    return Shape(Kind.MUSCLE, shape.name.rpartition("_")[0], shape.side).id


def is_near_an_edge(outlines, point):
    touch = QRectF(point.x() - NEAR, point.y() - NEAR, 2 * NEAR, 2 * NEAR)
    return any(
        outline.path.intersects(touch) and not outline.path.contains(touch)
        for outline in outlines
        if outline.bounds.intersects(touch)
    )


def skin_points(plate):
    """Return points in a grid over the skin, as far as the page goes."""
    lines = range(STEP // 2, round(PAGE.height()), STEP), range(STEP // 2, round(PAGE.width()), STEP)
    points = (QPointF(x, y) for y in lines[0] for x in lines[1])
    return [point for point in points if plate.skin.contains(point)]


@pytest.mark.parametrize("plate", PLATES)
class TestPoints:
    def test_every_trigger_point_lies_in_its_muscle(self, outlines, plate):
        points = outlines[plate].of(Kind.TRIGGER_POINT)
        assert points
        astray = [
            point.id
            for point in points
            if not outlines[plate].by_id[muscle_of(point)].path.contains(point.bounds.center())
        ]
        assert astray == []

    def test_every_band_overlaps_its_muscle_and_holds_its_trigger_point(self, outlines, plate):
        for band in outlines[plate].of(Kind.BAND):
            assert outlines[plate].by_id[muscle_of(band)].path.intersects(band.path), band.id
            shape = read_shape(band.id)
            point = outlines[plate].by_id[Shape(Kind.TRIGGER_POINT, shape.name, shape.side).id]
            assert band.path.contains(point.bounds.center()), band.id


class TestRegions:
    @pytest.mark.parametrize("plate", PLATES)
    def test_every_place_on_the_skin_is_one_region(self, outlines, inside, plate):
        """In the mouth, which is all inside, no matter of which kind."""
        regions = [
            region
            for region in outlines[plate].of(Kind.REGION)
            if plate == "mouth" or read_shape(region.id).name not in inside
        ]
        points = skin_points(outlines[plate])
        assert len(points) > 5000
        astray = []
        for point in points:
            found = [region.id for region in regions if region.holds(point)]
            if len(found) != 1 and not is_near_an_edge(regions, point):
                astray.append((point.toTuple(), found))
        assert astray == []

    @pytest.mark.parametrize("plate", OUTSIDE)
    def test_places_inside_do_not_overlap(self, outlines, inside, plate):
        zones = [zone for zone in outlines[plate].of(Kind.REGION) if read_shape(zone.id).name in inside]
        overlaps = [
            (one.id, other.id)
            for one, other in combinations(zones, 2)
            if one.bounds.intersects(other.bounds) and _overlap(one, other) > EDGE
        ]
        assert overlaps == []


@pytest.mark.parametrize("plate", BOTH_SIDES)
@pytest.mark.parametrize("how", ["outlines", "seen"])
def test_the_left_is_the_right_in_a_mirror(plate, how, request):
    by_id = request.getfixturevalue(how)[plate].by_id
    rights = {name: outline for name, outline in by_id.items() if read_shape(name).side is Side.RIGHT}
    lefts = {read_shape(name).mirrored.id for name in by_id if read_shape(name).side is Side.LEFT}
    assert set(rights) == lefts != set()
    astray = {}
    for name, right in rights.items():
        left = by_id[read_shape(name).mirrored.id].bounds
        mirrored = QRectF(
            PAGE.width() - right.bounds.right(), right.bounds.top(), *right.bounds.size().toTuple()
        )
        apart = max(
            abs(one - other) for one, other in zip(mirrored.getCoords(), left.getCoords(), strict=True)
        )
        if apart > ONE_UNIT:
            astray[name] = round(apart, 1)
    assert astray == {}


def test_everything_is_as_high_and_as_low_on_each_plate_that_shows_the_outside(outlines):
    astray = {}
    names = {shape.name for plate in OUTSIDE for shape in map(read_shape, outlines[plate].by_id)}
    for kind, name in product(LEVEL, sorted(names)):
        ends = {}
        for plate in OUTSIDE:
            for side in (Side.RIGHT, Side.MIDLINE):
                outline = outlines[plate].by_id.get(Shape(kind, name, side).id)
                if outline:
                    ends[plate] = outline.bounds.top(), min(outline.bounds.bottom(), PAGE.height())
        for end, where in enumerate(("top", "bottom")):
            found = {plate: round(both[end], 1) for plate, both in ends.items()}
            apart = max(found.values(), default=0) - min(found.values(), default=0)
            if apart > THREE_MM:
                astray[kind, name, where] = found
    assert astray == {}


@pytest.mark.parametrize("plate", PLATES)
def test_the_middle_of_every_shape_lies_in_it(seen, plate):
    """Where the keyboard's focus, a number or the line to a name goes; thin and bent ones too."""
    shapes = [shape for shape in seen[plate].by_id.values() if shape.kind is not Kind.TRIGGER_POINT]
    astray = [shape.id for shape in shapes if not shape.path.contains(middle_of(shape.path))]
    assert astray == []


@pytest.mark.parametrize("plate", PLATES)
def test_a_drawing_stays_small_enough_to_be_opened_at_once(core, plate):
    size = len(core.plates[plate].svg)
    assert size <= MOST_BYTES


@pytest.mark.parametrize("name", PLATES)
def test_everything_that_can_be_pressed_is_large_enough_for_a_finger(seen, core, name):
    """24 pixels, as WCAG 2.2 asks, in a window of 1024 by 700, in each layer where it lies open.

    What another shape covers is pressed through that one, or in a deeper layer.
    """
    plate = core.plates[name]
    _, _, width, height = plate.interest
    scale = min(DRAWING.width() / width, DRAWING.height() / height)
    best, small = {}, {}
    for layer in layers_of(plate.aspect):
        jaws = {False, plate.can_open_jaw and layer in {Layer.DEEP, Layer.BONE}}
        for opens, dangers in product(jaws, (frozenset(), frozenset({Switch.DANGERS}))):
            inquiry = Inquiry(name, layer=layer, switches=dangers, opens_jaw=opens)
            hidden = UNPRESSED.get(layer, frozenset()) | (frozenset() if opens else JOINT)
            pressable = seen[name].of(*compose(core, inquiry).pressable, hidden=hidden)
            reach = Fingertips(pressable).small(scale)
            for outline in pressable:
                own = max(outline.bounds.width(), outline.bounds.height()) * scale
                size = round(max(own, 2 * reach.get(outline.id, 0.0)), 1)
                best[outline.id] = max(size, best.get(outline.id, 0.0))
                lies_open = at(pressable, middle_of(outline.path))[:1] == (outline.id,)
                if lies_open and size < LEAST_TARGET:
                    small[outline.id, layer] = size
    assert len(best) > 40
    assert small == {}
    assert {shape: size for shape, size in best.items() if size < LEAST_TARGET} == {}


def test_a_fingertip_is_larger_than_the_least_target_and_the_drawing_has_the_room_assumed_here(hand, qtbot):
    assert 2 * REACH > LEAST_TARGET
    hand.window.resize(1024, 700)
    qtbot.waitUntil(lambda: hand.diagram.size() == DRAWING)


def _overlap(one, other):
    """Return how wide two shapes overlap, in units of the page."""
    both = one.path.intersected(other.path).boundingRect()
    return min(both.width(), both.height())
