"""What names and the room beside a drawing are, for those who lay out the ones in the other.

Plain numbers, in pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bodymap.ui.lines import Box, Point

Reach = tuple[float, float]
"""From where to where something goes in a row."""

ROW = 19.0
"""From one row of text to the next."""
SLOT = ROW / 2
"""Rows are this far apart, so that every other one may be taken."""
LEAST_HIDDEN, ROOMY = 0.3, 100.0
"""The share of a text that may lie on named shapes where margins are at least this wide."""


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


@dataclass(frozen=True, slots=True)
class Placed:
    """A name in its place: the box of its text, and its leader from the text to the spot."""

    key: str
    is_left: bool
    box: Box
    leader: tuple[Point, ...]


@dataclass(frozen=True)
class Field:
    """The room there is: a widget, and how far skin and named shapes reach in each of its slots.

    The lower right ``corner`` is kept free, and no text lies on the ``face``, nor does a leader go over it if
    there is another way. No leader crosses the ``midline``, if there is one.
    """

    width: float
    height: float
    top: float
    bottom: float
    skin: Sequence[Reach | None] = ()
    drawn: Sequence[Reach | None] = ()
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

    def skin_at(self, y: float) -> Reach:
        """Return from where to where the skin goes in a row, as far as it is in sight."""
        found = _in_row(self.skin, y)
        return (max(0.0, found[0]), min(self.width, found[1])) if found else (0.0, self.width)

    def free(self, y: float, *, is_left: bool) -> tuple[float, float, float]:
        """Return how wide a text may be before it lies on skin, on named shapes, and on the face."""
        edge, clear = self.edge(y, is_left=is_left), self.width
        for left, top, right, bottom in self.face:
            if top <= y + ROW / 2 and bottom >= y - ROW / 2:
                clear = min(clear, left - edge if is_left else edge - right)
        skin, drawn = (
            min((_room(edge, found, is_left=is_left) for found in _near_row(reaches, y)), default=self.width)
            for reaches in (self.skin, self.drawn)
        )
        return skin, drawn, clear

    @cached_property
    def rows(self) -> tuple[float, ...]:
        """The middles of all rows that a text may stand in, each overlapping the next by half."""
        count = int((self.bottom - self.top - ROW) / SLOT) + 1
        return tuple(self.top + ROW / 2 + number * SLOT for number in range(max(0, count)))

    def row_near(self, y: float) -> int | None:
        """Return the number of the row that is nearest to a place, if the place is not beyond all rows."""
        number = round((y - self.top - ROW / 2) / SLOT)
        return number if 0 <= number < len(self.rows) else None

    @cached_property
    def room(self) -> dict[bool, tuple[tuple[float, float, float], ...]]:
        """What is free in each row, on the left (true) and on the right."""
        sides = (True, False)
        return {side: tuple(self.free(y, is_left=side) for y in self.rows) for side in sides}

    @cached_property
    def most_hidden(self) -> float:
        """The share of a text that may lie on named shapes: the less room there is, the more."""
        free = [max(0.0, bare) for side in self.room.values() for _, bare, _ in side]
        mean = sum(free) / len(free) if free else 0.0
        return min(1.0, max(LEAST_HIDDEN, 1 + LEAST_HIDDEN - mean / ROOMY))


def _in_row(reaches: Sequence[Reach | None], y: float) -> Reach | None:
    number = int(y // SLOT)
    return reaches[number] if 0 <= number < len(reaches) else None


def _near_row(reaches: Sequence[Reach | None], y: float) -> list[Reach]:
    return [found for aside in (-SLOT, 0.0, SLOT) if (found := _in_row(reaches, y + aside))]


def _room(edge: float, reach: Reach, *, is_left: bool) -> float:
    return reach[0] - edge if is_left else edge - reach[1]
