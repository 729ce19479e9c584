"""Where names stand beside a drawing: rows in two margins, and leaders that cross nothing.

Plain numbers, in pixels. A name stands flush with the left or the right margin; its leader goes from the end
of the text, straight or with one elbow, to a spot inside the shape. What cannot be written without crossing
something else is left out, the smaller shape first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

ROW = 19.0
"""From one row of text to the next."""
SLOT = ROW / 2
"""Rows begin at whole multiples of this."""
GAP = 5.0
"""Between a text and its leader, and between a text and the skin."""
CLEAR = 3.0
"""How far a leader keeps from what it does not belong to."""
LEAST = 7.0
"""The shortest way from a text, or from an elbow, to a spot."""
OVERLAP, SLOPE, FACE, DEPTH = 1.3, 0.7, 400.0, 10.0
"""What a pixel of text on skin costs, a pixel up or down, a way over the face; and which depth is enough."""
CROWD, NEAR, CHOICE = 9.0, 2.5 * ROW, 20.0
"""What a name near by on the same margin costs, how near that is, and which ways count as equally long."""
TRIES = 14
"""How many rows near a spot are tried for a name that is in the way where it stands."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place within the visible part of a shape; its depth is how far the shape's edge is."""

    x: float
    y: float
    depth: float


@dataclass(frozen=True, slots=True)
class Wish:
    """A name that is to be written, how wide it is, and the spots to which it may lead."""

    key: str
    width: float
    area: float
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class Field:
    """The room there is: a widget, how far the skin reaches in each of its slots, and what is kept free.

    No leader crosses the ``midline``, if there is one, and none should cross the ``face``.
    """

    width: float
    height: float
    top: float
    bottom: float
    skin: Sequence[tuple[float, float] | None] = ()
    corner: tuple[float, float] = (0.0, 0.0)
    edges: tuple[float, float] = (14.0, 14.0)
    midline: float | None = None
    face: tuple[Box, ...] = ()

    def edge(self, y: float, *, is_left: bool) -> float:
        """Return where the text of a row is flush."""
        if is_left:
            return self.edges[0]
        in_corner = y + ROW / 2 > self.height - self.corner[1]
        return self.width - (max(self.edges[1], self.corner[0]) if in_corner else self.edges[1])

    def skin_at(self, y: float, *, is_left: bool) -> float:
        """Return where the skin begins in a row, as seen from a margin."""
        number = int(y / SLOT)
        found = self.skin[number] if 0 <= number < len(self.skin) else None
        if found is None:
            return self.width if is_left else 0.0
        return found[0] if is_left else found[1]

    def rows(self) -> list[float]:
        """Return the middles of all rows that a text may stand in."""
        count = int((self.bottom - self.top - ROW) / SLOT) + 1
        return [self.top + ROW / 2 + number * SLOT for number in range(max(0, count))]


@dataclass(frozen=True, slots=True)
class Placed:
    """A name in its place: the box of its text, and its leader from the text to the spot."""

    key: str
    is_left: bool
    box: Box
    leader: tuple[Point, ...]


def lay_out(wishes: Sequence[Wish], room: Field) -> list[Placed]:
    """Place as many names as can be written without one being in another's way."""
    labels = [_Label(wish, room) for wish in wishes]
    labels = _choose_margins([label for label in labels if label.turn()], room)
    for is_left in (True, False):
        side = [label for label in labels if label.is_left is is_left]
        for _ in range(2):
            _spread(side, room)
            for label in side:
                label.lead()
        _spread(side, room)
        _uncross(side)
        for label in side:
            label.bend(side)
    kept = _settle(labels, room)
    return [label.placed() for label in sorted(kept, key=lambda label: (not label.is_left, label.y))]


@dataclass(eq=False)
class _Label:
    """A name on its way to its place."""

    wish: Wish
    room: Field
    is_left: bool = True
    y: float = 0.0
    spot: Spot = field(default=Spot(0.0, 0.0, 0.0))
    elbow: float | None = None

    # the text

    @property
    def _way(self) -> float:
        """Which way the leader goes, 1 to the right or -1 to the left."""
        return 1.0 if self.is_left else -1.0

    @property
    def end(self) -> float:
        """Where the text ends and the leader may begin."""
        return self.room.edge(self.y, is_left=self.is_left) + self._way * (self.wish.width + GAP)

    @property
    def box(self) -> Box:
        edge = self.room.edge(self.y, is_left=self.is_left)
        ends = sorted((edge, edge + self._way * self.wish.width))
        return ends[0], self.y - ROW / 2, ends[1], self.y + ROW / 2

    @property
    def leader(self) -> tuple[Point, ...]:
        start, spot = (self.end, self.y), (self.spot.x, self.spot.y)
        return (start, spot) if self.elbow is None else (start, (self.elbow, self.y), spot)

    @property
    def fits(self) -> bool:
        """Whether the text lies in the room, and the spot beyond its end."""
        box = self.box
        inside = box[0] >= 0 and box[2] <= self.room.width
        return inside and self._way * (self.spot.x - self.end) >= LEAST

    def placed(self) -> Placed:
        return Placed(self.wish.key, self.is_left, self.box, self.leader)

    # choosing

    def turn(self) -> bool:
        """Turn to the margin to which the way is shorter; say whether there is a way at all."""
        costs = self.costs()
        if costs == (None, None):
            return False
        left, right = costs
        self.turn_to(is_left=right is None or (left is not None and left <= right))
        return True

    def turn_to(self, *, is_left: bool) -> None:
        """Turn to a margin, in the row of the best spot."""
        self.is_left, self.elbow = is_left, None
        found = self._best(None)
        if found is not None:
            self.spot = found[1]
            self.y = self.spot.y

    def costs(self) -> tuple[float | None, float | None]:
        """Return how long the way to each margin is, if there is one."""
        found: list[float | None] = []
        for is_left in (True, False):
            self.is_left = is_left
            best = self._best(None)
            found.append(best[0] if best else None)
        return found[0], found[1]

    def lead(self) -> None:
        """Lead to the spot that is best for the row in which the text stands."""
        self.elbow = None
        found = self._best(self.y)
        if found is not None:
            self.spot = found[1]

    def _best(self, row: float | None) -> tuple[float, Spot] | None:
        found = [(cost, spot.y, spot.x, spot) for cost, spot in self.ways(row)]
        return (min(found)[0], min(found)[3]) if found else None

    def ways(self, row: float | None) -> Iterator[tuple[float, Spot]]:
        """Go through the spots that can be led to from a row, or each from its own, with what it costs."""
        way, middle = self._way, self.room.midline
        for spot in self.wish.spots:
            y = spot.y if row is None else row
            edge = self.room.edge(y, is_left=self.is_left)
            end = edge + way * (self.wish.width + GAP)
            if middle is not None and way * (middle - spot.x) < 0:
                continue
            start = end
            if way * (spot.x - end) < LEAST:
                if row is not None:
                    continue
                start = spot.x  # in another row there may be room
                if way * (spot.x - edge) < LEAST + GAP + self.wish.width:
                    continue
            skin = self.room.skin_at(spot.y, is_left=self.is_left)
            within = max(0.0, way * (spot.x - skin)) if 0 <= skin <= self.room.width else 0.0
            within = min(within, way * (spot.x - edge))
            cost = within + SLOPE * abs(spot.y - y) + 2 * (DEPTH - min(spot.depth, DEPTH))
            if self._crosses_face((start, y), spot):
                cost += FACE
            yield cost, spot

    def _crosses_face(self, start: Point, spot: Spot) -> bool:
        at = (spot.x, spot.y)
        return any(not _holds(box, at) and _meets(start, at, box) for box in self.room.face)

    def bend(self, others: Sequence["_Label"]) -> None:
        """Lead the leader out beyond the texts that it would cross, as far as that goes."""
        self.elbow = None
        for _ in range(3):
            start = self.leader[-2]
            at = (self.spot.x, self.spot.y)
            hit = [other.end for other in others if other is not self and _meets(start, at, other.frame)]
            if not hit:
                return
            farthest = max(hit) if self.is_left else min(hit)
            if self._way * (self.spot.x - farthest) < LEAST or farthest == self.elbow:
                return
            self.elbow = farthest

    @property
    def frame(self) -> Box:
        """What other leaders keep out of."""
        box = self.box
        return box[0] - CLEAR, box[1] + 1, box[2] + CLEAR, box[3] - 1

    def is_in_the_way_of(self, other: "_Label") -> bool:
        """Whether two labels cannot both be written."""
        one, two = self.box, other.box
        if one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]:
            return True
        mine, theirs = self.leader, other.leader
        if any(_meets(*leg, other.frame) for leg in pairwise(mine)):
            return True
        if any(_meets(*leg, self.frame) for leg in pairwise(theirs)):
            return True
        if any(_cross(*leg, *foot) for leg in pairwise(mine) for foot in pairwise(theirs)):
            return True
        return any(_near(mine[-1], *leg) for leg in pairwise(theirs)) or any(
            _near(theirs[-1], *leg) for leg in pairwise(mine)
        )


def _choose_margins(labels: list[_Label], room: Field) -> list[_Label]:
    """Share the names between the margins; the smallest shapes find no row where there are too many."""
    most = int((room.bottom - room.top) / ROW)
    taken: dict[bool, list[float]] = {True: [], False: []}
    kept = []
    for label in sorted(sorted(labels, key=_by_area)[: 2 * most], key=_by_choice):
        costs = dict(zip((True, False), label.costs(), strict=True))
        open_to = [side for side, cost in costs.items() if cost is not None and len(taken[side]) < most]
        if open_to:
            crowds = {side: CROWD * sum(abs(y - label.y) < NEAR for y in taken[side]) for side in open_to}
            label.turn_to(is_left=min(open_to, key=lambda side: (costs[side] or 0.0) + crowds[side]))
            taken[label.is_left].append(label.y)
            kept.append(label)
    return kept


def _by_choice(label: _Label) -> tuple[float, float, str]:
    """Sort those first that have the least choice between the margins."""
    left, right = label.costs()
    choice = abs(left - right) // CHOICE if left is not None and right is not None else float("inf")
    return -choice, label.y, label.wish.key


def _by_area(label: _Label) -> tuple[float, str]:
    return -label.wish.area, label.wish.key


def _spread(side: list[_Label], room: Field) -> None:
    """Give each name of a margin a row near its spot, in order, where its text covers little skin."""
    if not side:
        return
    side.sort(key=lambda label: (label.spot.y, label.wish.key))
    rows, apart = room.rows(), round(ROW / SLOT)
    is_left = side[0].is_left
    free = []
    for y in rows:
        edge = room.edge(y, is_left=is_left)
        reach = [room.skin_at(y + aside, is_left=is_left) for aside in (-SLOT, 0, SLOT)]
        free.append(min(reach) - edge if is_left else edge - max(reach))
    infinite = float("inf")
    best = [0.0] * len(rows)
    choices: list[list[int]] = []
    for number, label in enumerate(side):
        need, y = label.wish.width + 2 * GAP, label.spot.y
        least, at = infinite, -1
        totals, chosen = [infinite] * len(rows), [-1] * len(rows)
        for slot, row in enumerate(rows):
            before = slot - apart if number else slot
            if before >= 0 and best[before] < least:
                least, at = best[before], before
            cost = abs(row - y)
            if need > free[slot]:
                cost += OVERLAP * (need - free[slot])
            totals[slot], chosen[slot] = least + cost, at
        best = totals
        choices.append(chosen)
    slot = min(range(len(rows)), key=best.__getitem__)
    for label, chosen in zip(reversed(side), reversed(choices), strict=True):
        label.y = rows[slot]
        slot = chosen[slot]


def _uncross(side: list[_Label]) -> None:
    """Let names whose leaders cross change their rows, as long as that makes the ways shorter."""
    for _ in range(len(side)):
        swapped = False
        for number, one in enumerate(side):
            for other in side[number + 1 :]:
                if _cross(*one.leader, *other.leader):  # type: ignore[misc]
                    one.y, other.y = other.y, one.y
                    swapped = True
        if not swapped:
            return


def _settle(labels: list[_Label], room: Field) -> list[_Label]:
    """Keep the names that are in nobody's way, the largest shapes first, and move others or leave them out."""
    kept: list[_Label] = []
    for label in sorted(labels, key=_by_area):
        if _stands(label, kept) or _finds_room(label, kept, room):
            kept.append(label)
    return kept


def _stands(label: _Label, kept: Sequence[_Label]) -> bool:
    return label.fits and not any(label.is_in_the_way_of(other) for other in kept)


def _finds_room(label: _Label, kept: Sequence[_Label], room: Field) -> bool:
    """Try other spots and other rows, the nearest first, on this margin and then on the other."""
    mine = label.is_left
    for is_left in (mine, not mine):
        label.is_left = is_left
        best = label._best(None)
        if best is None:
            continue
        taken = {other.y for other in kept if other.is_left is is_left}
        home = best[1].y
        rows = [y for y in room.rows() if all(abs(y - other) >= ROW for other in taken)]
        for label.y in sorted(rows, key=lambda y: (abs(y - home), y))[:TRIES]:
            ways = sorted((cost, spot.x, spot.y, spot) for cost, spot in label.ways(label.y))
            for _, _, _, label.spot in ways[:2]:
                label.bend(kept)
                if _stands(label, kept):
                    return True
    return False


def _side_of(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two lines meet."""
    if max(a[0], b[0]) < min(c[0], d[0]) or max(c[0], d[0]) < min(a[0], b[0]):
        return False
    if max(a[1], b[1]) < min(c[1], d[1]) or max(c[1], d[1]) < min(a[1], b[1]):
        return False
    return _side_of(a, b, c) * _side_of(a, b, d) <= 0 and _side_of(c, d, a) * _side_of(c, d, b) <= 0


def _meets(a: Point, b: Point, box: Box) -> bool:
    """Whether a line comes into a box."""
    left, top, right, bottom = box
    if max(a[0], b[0]) < left or min(a[0], b[0]) > right or max(a[1], b[1]) < top or min(a[1], b[1]) > bottom:
        return False
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    sides = [_side_of(a, b, corner) for corner in corners]
    return min(sides) <= 0 <= max(sides)


def _holds(box: Box, point: Point) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _near(point: Point, a: Point, b: Point) -> bool:
    """Whether a point lies on a line, or nearly so."""
    if not _holds(
        (min(a[0], b[0]) - CLEAR, min(a[1], b[1]) - CLEAR, max(a[0], b[0]) + CLEAR, max(a[1], b[1]) + CLEAR),
        point,
    ):
        return False
    along = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
    if not along:
        return True
    share = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / along
    share = min(1.0, max(0.0, share))
    x, y = a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
    return (x - point[0]) ** 2 + (y - point[1]) ** 2 < CLEAR**2
