"""Which shape lies beside which, as arrow keys walk over the body, and which view lies beyond its edge."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.plate import Aspect, Kind, Plate, Shape, ShapeId
from bodymap.anatomy.region import RegionId, Side
from bodymap.inquiry.views import View


class Way(StrEnum):
    """A direction on the page as it is seen."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"

    @property
    def opposite(self) -> "Way":
        """The way back."""
        return OPPOSITE[self]


OPPOSITE = {Way.LEFT: Way.RIGHT, Way.RIGHT: Way.LEFT, Way.UP: Way.DOWN, Way.DOWN: Way.UP}
AHEAD = {Way.LEFT: (-1, 0), Way.RIGHT: (1, 0), Way.UP: (0, -1), Way.DOWN: (0, 1)}
SIDEWAYS = 2.0
"""How much a step aside counts against a neighbour, beside a step ahead."""
WIDTH, WIDTH_BESIDE = 1.0, 1.15
"""How far aside a neighbour may lie for each step ahead; more where the two touch on the body."""
BESIDE = 0.35
"""What a step counts to where the two touch on the body, as the atlas has it."""

Place = tuple[float, float]
Paths = Mapping[ShapeId, Mapping[Way, ShapeId]]
BEYOND = {
    (Aspect.ANTERIOR, Way.LEFT): (Aspect.RIGHT_LATERAL, Side.RIGHT),
    (Aspect.ANTERIOR, Way.RIGHT): (Aspect.RIGHT_LATERAL, Side.LEFT),
    (Aspect.POSTERIOR, Way.LEFT): (Aspect.RIGHT_LATERAL, Side.LEFT),
    (Aspect.POSTERIOR, Way.RIGHT): (Aspect.RIGHT_LATERAL, Side.RIGHT),
    (Aspect.RIGHT_LATERAL, Way.LEFT): (Aspect.POSTERIOR, Side.MIDLINE),
    (Aspect.RIGHT_LATERAL, Way.RIGHT): (Aspect.ANTERIOR, Side.MIDLINE),
}
"""What is seen after a quarter turn of the patient, for drawings that are not flipped."""


class Beside(Mapping[ShapeId, frozenset[ShapeId]]):
    """The regions that touch each region of a plate on the body, as the atlas has them, on both its faces."""

    def __init__(self, atlas: Atlas, plate: Plate) -> None:
        self._atlas = atlas
        self._shapes = plate.named_faces

    def __getitem__(self, shape: ShapeId) -> frozenset[ShapeId]:
        """Return the shapes of the regions that touch a region."""
        return frozenset(found.id for found in self._touching(self._shapes[shape]))

    def __iter__(self) -> Iterator[ShapeId]:
        """Go through the shapes."""
        return iter(self._shapes)

    def __len__(self) -> int:
        """Count the shapes."""
        return len(self._shapes)

    def _touching(self, shape: Shape) -> Iterator[Shape]:
        region = self._atlas.regions.get(RegionId(shape.name)) if shape.kind is Kind.REGION else None
        for name in region.adjacent if region else ():
            known = self._atlas.regions.get(name)
            if known and not known.is_paired:
                yield Shape(Kind.REGION, name, Side.MIDLINE)
            elif known:
                sides = (Side.RIGHT, Side.LEFT) if shape.side is Side.MIDLINE else (shape.side,)
                yield from (Shape(Kind.REGION, name, side) for side in sides)


def lay_paths(places: Mapping[ShapeId, Place], beside: Mapping[ShapeId, frozenset[ShapeId]]) -> Paths:
    """Say for each shape which one an arrow key goes to; from each, all can be reached.

    ``places`` are the middles of the shapes on the page as it is seen, ``beside`` what touches on the body.
    """
    paths = {shape: dict(_neighbours(shape, places, beside.get(shape, frozenset()))) for shape in places}
    _open_up(paths, places)
    return paths


def turn_paths(paths: Paths) -> Paths:
    """Return the paths of the page seen as in a mirror."""
    turned = {Way.LEFT: Way.RIGHT, Way.RIGHT: Way.LEFT}
    return {
        shape: {turned.get(way, way): there for way, there in ways.items()} for shape, ways in paths.items()
    }


def joined(paths: Paths) -> frozenset[ShapeId]:
    """Return the most shapes of which each can be reached from each by arrow keys alone."""
    backwards: dict[ShapeId, dict[int, ShapeId]] = {shape: {} for shape in paths}
    for shape, ways in paths.items():
        for there in ways.values():
            backwards[there][len(backwards[there])] = shape
    best: frozenset[ShapeId] = frozenset()
    left = list(paths)
    while len(best) < len(left):
        found = _reached(left[-1], paths) & _reached(left[-1], backwards)
        best = max(best, found, key=len)
        left = [shape for shape in left if shape not in found]
    return best


def views_beyond(atlas: Atlas, plate: Plate, views: tuple[View, ...]) -> dict[Way, View]:
    """Return the views that one comes to by going on over the edges of the open one."""
    here = next((view for view in views if view.is_shown), None)
    found: dict[Way, View] = {}
    for (aspect, way), (seen, side) in BEYOND.items() if here else ():
        fitting = (view for view in views if atlas.plates[view.plate].aspect is seen and view.side is side)
        beyond = next(fitting, None) if aspect is plate.aspect else None
        if beyond and here:
            found[way.opposite if here.is_flipped else way] = beyond
    return found


def nearest(height: float, places: Mapping[ShapeId, Place], side: Way) -> ShapeId | None:
    """Return the shape to begin with when the page is entered from a side, at some height."""
    if not places:
        return None
    outwards = AHEAD[side][0]

    def distance(shape: ShapeId) -> float:
        x, y = places[shape]
        return abs(y - height) * SIDEWAYS - x * outwards

    return min(places, key=distance)


def _neighbours(
    shape: ShapeId, places: Mapping[ShapeId, Place], touching: frozenset[ShapeId]
) -> Iterator[tuple[Way, ShapeId]]:
    """Find what lies next in each direction; what touches on the body comes before what merely lies there."""
    here_x, here_y = places[shape]
    for way, (ahead_x, ahead_y) in AHEAD.items():
        best: tuple[float, ShapeId] | None = None
        for other, (x, y) in places.items():
            ahead = (x - here_x) * ahead_x + (y - here_y) * ahead_y
            aside = abs((x - here_x) * ahead_y) + abs((y - here_y) * ahead_x)
            touches = other in touching
            if ahead <= 0 or aside > ahead * (WIDTH_BESIDE if touches else WIDTH):
                continue
            cost = (ahead + SIDEWAYS * aside) * (BESIDE if touches else 1.0)
            if best is None or (cost, other) < best:
                best = cost, other
        if best:
            yield way, best[1]


def _open_up(paths: dict[ShapeId, dict[Way, ShapeId]], places: Mapping[ShapeId, Place]) -> None:
    """Let a shape that the arrows miss be reached from the nearest that has no better use for the key."""
    while len(core := joined(paths)) < len(paths):
        lost = [shape for shape in paths if shape not in core]
        pairs = sorted((_apart(places[here], places[there]), here, there) for here in core for there in lost)
        for _, here, there in pairs:
            kept = dict(paths[here]), dict(paths[there])
            way = _way_between(places[here], places[there])
            paths[here][way], paths[there][way.opposite] = there, here
            if len(joined(paths)) > len(core):
                break
            paths[here], paths[there] = kept
        else:
            return


def _reached(shape: ShapeId, paths: Mapping[ShapeId, Mapping[Any, ShapeId]]) -> frozenset[ShapeId]:
    """Return what can be reached from a shape."""
    found, to_try = {shape}, [shape]
    while to_try:
        new = set(paths[to_try.pop()].values()) - found
        found |= new
        to_try += new
    return frozenset(found)


def _apart(one: Place, other: Place) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _way_between(here: Place, there: Place) -> Way:
    """Return the arrow that points most nearly from one place to another."""
    x, y = there[0] - here[0], there[1] - here[1]
    if abs(x) > abs(y):
        return Way.RIGHT if x > 0 else Way.LEFT
    return Way.DOWN if y > 0 else Way.UP
