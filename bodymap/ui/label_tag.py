"""A name on its way to its place beside a drawing: where it may stand, and what that costs.

Plain numbers, in pixels; the layout moves the tags, and decides which of them stay.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from bodymap.ui.label_room import ROW, Field, Placed, Spot, Wish
from bodymap.ui.lines import Box, Leg, cross, grown, holds, is_near, meets, overlap, united

GAP = 5.0
"""Between a text and its leader, and between a text and the skin."""
CLEAR, ROUND = 3.0, 4.5
"""How far a leader keeps from texts, and from spots, to which it does not lead."""
LEAST = 7.0
"""The shortest way from a text, or from an elbow, to a spot."""
MOST_AHEAD = 80.0
"""How far a leader may go on level with its text before it bends."""
MOST_ASIDE, ASIDE = 80.0, (30.0, -30.0, 55.0, -55.0, 79.0, -79.0)
"""How far above or below its spot a name may stand, and where it is tried if it cannot stand beside it."""
MOST_WAY = 0.55
"""How much of the skin's breadth a leader may go over."""
BARE = 30.0
"""Where less than this is free in a margin, texts must lie on shapes."""
ON_LARGE, LARGE = 0.75, 0.04
"""The share of a text that may lie on a shape as large as this share of the widget: it bears its own name."""
OVERLAP, SLOPE, FACE, DEPTH = 1.3, 0.7, 400.0, 10.0
"""What a pixel of text on skin costs, a pixel up or down, a way over the face; and which depth is enough."""
STEEP, BACK = 2.2, 30.0
"""How steep a leader must be that goes back along its text, so as to pass its corner; and what that costs."""
REFUSED, NEVER = 400.0, float("inf")
"""What a row costs in which a name cannot stand, and one that cannot be taken."""

Way = tuple[float, float, float, Spot]
"""What it costs to lead from a row to a spot: the cost, the row, and where the spot is."""


@dataclass(frozen=True, slots=True)
class Pose:
    """All that a label takes up."""

    box: Box
    frame: Box
    legs: tuple[Leg, ...]
    extent: Box

    def is_in_the_way_of(self, other: "Pose") -> bool:
        """Whether two labels cannot both be written."""
        if not overlap(self.extent, other.extent):
            return False
        if overlap(self.frame, other.frame):
            return True
        if any(meets(leg, other.frame) for leg in self.legs) or any(
            meets(leg, self.frame) for leg in other.legs
        ):
            return True
        return any(
            cross(leg, foot)
            or is_near(self.legs[-1][1], foot, ROUND)
            or is_near(other.legs[-1][1], leg, ROUND)
            for leg in self.legs
            for foot in other.legs
        )


@dataclass(eq=False)
class Tag:
    """A name on its way to its place."""

    wish: Wish
    room: Field
    is_left: bool = True
    y: float = 0.0
    spot: Spot = field(default=Spot(0.0, 0.0, 0.0))
    aim: float = 0.0
    elbow: float | None = None

    # where it stands

    @property
    def _way(self) -> float:
        """Which way the leader goes, 1 to the right or -1 to the left."""
        return 1.0 if self.is_left else -1.0

    def end_at(self, y: float) -> float:
        """Return where the text ends in a row, and the leader may begin."""
        if self.is_left:
            return self.room.edges[0] + self.wish.width + GAP
        return self.room.edge(y, is_left=False) - self.wish.width - GAP

    @property
    def end(self) -> float:
        return self.end_at(self.y)

    @property
    def box(self) -> Box:
        edge = self.room.edge(self.y, is_left=self.is_left)
        left, right = (edge, edge + self.wish.width) if self.is_left else (edge - self.wish.width, edge)
        return left, self.y - ROW / 2, right, self.y + ROW / 2

    @property
    def frame(self) -> Box:
        """What leaders and other texts keep out of."""
        return grown(self.box, CLEAR, -1.0)

    @property
    def straight(self) -> Leg:
        """The leader without its elbow."""
        return (self.end, self.y), (self.spot.x, self.spot.y)

    def pose(self) -> Pose:
        """Return all that is taken up now."""
        start, spot = self.straight
        points = (start, spot) if self.elbow is None else (start, (self.elbow, self.y), spot)
        frame = self.frame
        extent = united(frame, (*spot, *spot))
        return Pose(self.box, frame, tuple(pairwise(points)), grown(extent, ROUND))

    def placed(self) -> Placed:
        """Return what is written where."""
        pose = self.pose()
        return Placed(
            self.wish.key, self.is_left, pose.box, (pose.legs[0][0], *(end for _, end in pose.legs))
        )

    def fits(self, pose: Pose) -> bool:
        """Whether the text lies in the room and covers little, and the spot can be led to."""
        if pose.box[0] < 0 or pose.box[2] > self.room.width or not self._reaches(self.spot, self.y):
            return False
        if any(overlap(pose.box, part) for part in self.room.face):
            return False
        _, bare, _ = self.room.free(self.y, is_left=self.is_left)
        return self._may_cover(bare)

    def _may_cover(self, bare: float) -> bool:
        """Whether the text may stand in a row that is free of named shapes so far."""
        return bare < BARE or self.wish.width - bare <= self._most_hidden

    @cached_property
    def _most_hidden(self) -> float:
        """How much of the text may lie on named shapes."""
        is_large = self.wish.area >= LARGE * self.room.width * self.room.height
        return self.wish.width * max(self.room.most_hidden, ON_LARGE if is_large else 0.0)

    # choosing

    @cached_property
    def ends(self) -> dict[bool, Way | None]:
        """The best way to the left margin (true) and to the right one, if there is one."""
        mine, found = self.is_left, {}
        for self.is_left in (True, False):
            found[self.is_left] = self._best()
        self.is_left = mine
        return found

    def turn_to(self, *, is_left: bool) -> None:
        """Turn to a margin, in the row of the best spot."""
        self.is_left, self.elbow = is_left, None
        found = self.ends[is_left]
        if found is not None:
            _, self.y, _, self.spot = found
            self.aim = self.y

    def lead(self) -> None:
        """Lead to the spot that is best for the row in which the text stands."""
        self.elbow = None
        found = self.ways(self.y)
        if found:
            self.spot = found[0][3]
            beside = self._cost(0.0, self.spot, self.spot.y)
            self.aim = self.spot.y if beside < FACE else self.y

    def ways(self, row: float) -> list[Way]:
        """Return the best two spots that can be led to from a row, the better first."""
        found: list[Way] = []
        for base, spot in self._bases[self.is_left]:
            if len(found) == 2 and base >= found[1][0]:  # noqa: PLR2004
                break
            cost = self._cost(base, spot, row)
            if cost < NEVER:
                found = sorted([*found, (cost, row, spot.x, spot)], key=_without_spot)[:2]
        return found

    def _best(self) -> Way | None:
        """Return the best way to the margin from beside a spot; where there is none, from above or below."""
        best: Way | None = None
        bases, covers = self._bases[self.is_left], self._covers[self.is_left]
        for aside in (0.0, *ASIDE):
            for base, spot in bases:
                if best and base + SLOPE * abs(aside) >= best[0]:
                    break
                y = spot.y + aside
                number = self.room.row_near(y)
                if number is None or covers[number] >= NEVER:
                    continue
                cost = self._cost(base, spot, y) + covers[number] / 2
                if cost < (best[0] if best else NEVER):
                    best = cost, y, spot.x, spot
            if best and best[0] < FACE:
                break
        return best

    @cached_property
    def _bases(self) -> dict[bool, list[tuple[float, Spot]]]:
        """The spots that may be led to from each margin, the cheapest first, with what that always costs."""
        return {side: sorted(self._based(is_left=side), key=lambda one: one[0]) for side in (True, False)}

    def _based(self, *, is_left: bool) -> Iterator[tuple[float, Spot]]:
        way, middle = (1.0 if is_left else -1.0), self.room.midline
        for spot in self.wish.spots:
            if middle is None or way * (middle - spot.x) >= 0:
                start, stop = self.room.skin_at(spot.y)
                edge = self.room.edge(spot.y, is_left=is_left)
                within = min(spot.x - start if is_left else stop - spot.x, way * (spot.x - edge))
                if within <= MOST_WAY * (stop - start):
                    yield max(0.0, within) + 2 * (DEPTH - min(spot.depth, DEPTH)), spot

    def _cost(self, base: float, spot: Spot, y: float) -> float:
        """Return what it costs to lead from a row to a spot."""
        if not self._reaches(spot, y):
            return NEVER
        end = self.end_at(y)
        cost = base + SLOPE * abs(spot.y - y)
        if self._way * (spot.x - end) < LEAST:
            cost += BACK
        return cost + FACE if self._crosses_face(((end, y), (spot.x, spot.y))) else cost

    def _reaches(self, spot: Spot, y: float) -> bool:
        """Whether a leader from a row leads away from the text, or steeply past its end."""
        aside = abs(spot.y - y)
        if aside > MOST_ASIDE:
            return False
        beyond = self._way * (spot.x - self.end_at(y))
        return beyond >= LEAST or aside >= ROW - min(0.0, beyond) * STEEP

    def _crosses_face(self, leg: Leg) -> bool:
        return any(meets(leg, part) and not holds(part, leg[1]) for part in self.room.face)

    def costs_of_rows(self) -> Iterator[float]:
        """Go through what it costs to stand in each row."""
        spot, aim = self.spot, self.aim
        for row, cost in zip(self.room.rows, self._covers[self.is_left], strict=True):
            is_open = cost < NEVER and abs(row - spot.y) <= MOST_ASIDE and self._reaches(spot, row)
            yield abs(row - aim) + (cost if is_open else REFUSED)

    @cached_property
    def _covers(self) -> dict[bool, list[float]]:
        """What it costs to have the text in each row, on the left (true) and on the right."""
        return {side: [self._cover(*free) for free in rows] for side, rows in self.room.room.items()}

    def _cover(self, skin: float, bare: float, clear: float) -> float:
        """Return what it costs to have the text in a row which is so far free of skin, shapes and face."""
        need = self.wish.width + 2 * GAP
        if need > clear or not self._may_cover(bare):
            return NEVER
        return max(0.0, OVERLAP * (need - max(0.0, skin)))

    def bend(self, fences: Sequence[tuple[float, Box]]) -> None:
        """Lead the leader out beyond the texts that it would cross, as far as that goes.

        A fence is where a text ends, and what is kept clear around it.
        """
        self.elbow = None
        (end, y), spot = self.straight
        start = end
        for _ in range(3):
            hit = [stop for stop, frame in fences if meets(((start, y), spot), frame)]
            if not hit:
                break
            start = max(hit) if self.is_left else min(hit)
            is_far = not 0 < self._way * (start - end) <= MOST_AHEAD
            if is_far or self._way * (spot[0] - start) < LEAST or self._crosses_face(((start, y), spot)):
                return
        self.elbow = start if start != end else None


def _without_spot(way: Way) -> tuple[float, float, float]:
    return way[0], way[3].y, way[2]
