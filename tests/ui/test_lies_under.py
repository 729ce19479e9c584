"""Where the pack says that a muscle lies under a region, the drawing shows it there."""

import pytest
from PySide6.QtCore import QPointF

from bodymap.anatomy.plate import Kind, Shape
from bodymap.anatomy.region import Side
from bodymap.ui.tracing import trace

PLATES = ("front", "side", "back")
STEP = 4
SEEN_FROM_BELOW = {("mylohyoid", "under_chin")}
"""What only a plate from below would show."""
LEAST_OF_THE_MUSCLE, LEAST_OF_THE_REGION = 0.1, 0.3
"""How much of the muscle must lie under the region, or of the region over the muscle."""


@pytest.fixture(scope="module")
def outlines(qapp, core):
    return [
        trace(core.plates[plate].svg.replace(b'id="layer-behind"', b'id="layer-whole"')) for plate in PLATES
    ]


def points_in(path):
    box = path.boundingRect().toAlignedRect()
    grid = (
        QPointF(x, y)
        for x in range(box.left(), box.right(), STEP)
        for y in range(box.top(), box.bottom(), STEP)
    )
    return {(point.x() // STEP, point.y() // STEP) for point in grid if path.contains(point)}


def shared(outlines, muscle, region):
    """Return the largest share of either that lies on the other, on any plate."""
    found = [0.0]
    for drawn in outlines:
        one = drawn.by_id.get(Shape(Kind.MUSCLE, muscle, Side.RIGHT).id)
        other = drawn.by_id.get(Shape(Kind.REGION, region, Side.RIGHT).id)
        if one and other and one.path.intersects(other.path):
            here = one.path.intersected(other.path)
            both = len(points_in(here))
            found += [
                both / max(1, len(points_in(one.path))) / LEAST_OF_THE_MUSCLE,
                both / max(1, len(points_in(other.path))) / LEAST_OF_THE_REGION,
            ]
    return max(found)


def test_each_muscle_is_drawn_under_the_regions_that_it_lies_under(core, outlines):
    wrong = [
        (muscle.id, region)
        for muscle in core.muscles.values()
        for region in muscle.lies_under
        if (muscle.id, region) not in SEEN_FROM_BELOW and shared(outlines, muscle.id, region) < 1
    ]
    assert wrong == []


def test_every_muscle_with_a_map_under_the_skin_says_where(core):
    silent = {muscle.id for muscle in core.muscles.values() if muscle.is_candidate and not muscle.lies_under}
    assert silent == {"lateral_pterygoid", "longus_colli", "superior_oblique"}
