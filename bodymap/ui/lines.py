"""Lines and boxes in the plane: do they meet? Plain numbers."""

Point = tuple[float, float]
Leg = tuple[Point, Point]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def cross(one: Leg, other: Leg) -> bool:
    """Whether two lines meet."""
    (a, b), (c, d) = one, other
    for axis in (1, 0):  # most lie one above the other
        if max(a[axis], b[axis]) < min(c[axis], d[axis]) or max(c[axis], d[axis]) < min(a[axis], b[axis]):
            return False
    return _side(a, b, c) * _side(a, b, d) <= 0 and _side(c, d, a) * _side(c, d, b) <= 0


def meets(leg: Leg, box: Box) -> bool:
    """Whether a line comes into a box."""
    a, b = leg
    left, top, right, bottom = box
    if (a[1] < top and b[1] < top) or (a[1] > bottom and b[1] > bottom):
        return False
    if (a[0] < left and b[0] < left) or (a[0] > right and b[0] > right):
        return False
    sides = [_side(a, b, corner) for corner in ((left, top), (right, top), (right, bottom), (left, bottom))]
    return min(sides) <= 0 <= max(sides)


def is_near(point: Point, leg: Leg, reach: float) -> bool:
    """Whether a point lies no further than this from a line."""
    if not holds(grown(box_of(leg), reach), point):
        return False
    (x, y), (to_x, to_y) = leg
    along = (to_x - x) ** 2 + (to_y - y) ** 2
    share = ((point[0] - x) * (to_x - x) + (point[1] - y) * (to_y - y)) / along if along else 0.0
    share = min(1.0, max(0.0, share))
    return (x + share * (to_x - x) - point[0]) ** 2 + (y + share * (to_y - y) - point[1]) ** 2 < reach**2


def box_of(leg: Leg) -> Box:
    """Return the box around a line."""
    (x, y), (to_x, to_y) = leg
    left, right = (x, to_x) if x < to_x else (to_x, x)
    return (left, y, right, to_y) if y < to_y else (left, to_y, right, y)


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes have a point in common."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def holds(box: Box, point: Point) -> bool:
    """Whether a point lies in a box."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def grown(box: Box, by: float, down: float | None = None) -> Box:
    """Return a box larger on all sides; up and down by another measure, if one is given."""
    down = by if down is None else down
    return box[0] - by, box[1] - down, box[2] + by, box[3] + down


def united(one: Box, other: Box) -> Box:
    """Return the box around two boxes."""
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
