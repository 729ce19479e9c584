"""Room for a finger around shapes that are smaller than its tip."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF

from bodymap.anatomy.plate import ShapeId
from bodymap.ui.overlay import middle_of
from bodymap.ui.shapes import Outline, at

REACH = 14.0
"""How far, in pixels, a small shape is pressed from its middle: a target of 28, above WCAG 2.2's 24."""
STEPS = 6
"""How many places across and down a small shape are tried, to find one that nothing covers."""
MOST_GROWN = 1.7
"""How much larger than the shape its target may be, so that what lies around it can be pressed as well."""
TOUCH_REACH, TOUCH_GROWN = 22.0, 3.0
"""The same for a finger on a screen, which hides what it presses: a target of 44."""


class Fingertips:
    """Finds which small shape a finger means; a shape that another one covers is never meant."""

    def __init__(
        self, pressable: list[Outline], reach: float = REACH, most_grown: float = MOST_GROWN
    ) -> None:
        """Look among these shapes, given topmost first, as far as a tip reaches."""
        self._pressable = pressable
        self._tip, self._most_grown = reach, most_grown
        self._scale = 0.0
        self._small: list[tuple[QPointF, float, ShapeId]] = []

    def at(self, place: QPointF, scale: float) -> list[ShapeId]:
        """Return the small shape whose middle is nearest to a place of the page, if one is in reach.

        ``scale`` is pixels to a unit of the page.
        """
        self._look_at(scale)
        away = [(QLineF(middle, place).length(), reach, shape) for middle, reach, shape in self._small]
        touched = [(distance, shape) for distance, reach, shape in away if distance < reach]
        return [min(touched)[1]] if touched else []

    def small(self, scale: float) -> dict[ShapeId, float]:
        """Return the shapes that are smaller than a fingertip, and how far each is pressed, in pixels."""
        self._look_at(scale)
        return {shape: reach * scale for _, reach, shape in self._small}

    def _look_at(self, scale: float) -> None:
        if scale != self._scale:
            self._scale, self._small = scale, list(self._find(self._tip / scale))

    def _find(self, reach: float) -> Iterator[tuple[QPointF, float, ShapeId]]:
        """Find the shapes that a fingertip covers, where they lie open; with middle and reach on the page."""
        for outline in self._pressable:
            half = max(outline.bounds.width(), outline.bounds.height()) / 2
            open_place = self._open_place(outline) if half < reach else None
            if open_place is not None:
                yield open_place, min(reach, half * self._most_grown), outline.id

    def _open_place(self, outline: Outline) -> QPointF | None:
        """Return a place where a shape lies open, its middle or else the nearest to it."""
        middle, bounds = middle_of(outline.path), outline.bounds
        steps = [(step + 0.5) / STEPS for step in range(STEPS)]
        grid = [
            bounds.topLeft() + QPointF(bounds.width() * x, bounds.height() * y) for x in steps for y in steps
        ]
        grid.sort(key=lambda place: QLineF(place, middle).length())
        found = (place for place in (middle, *grid) if at(self._pressable, place)[:1] == (outline.id,))
        return next(found, None)
