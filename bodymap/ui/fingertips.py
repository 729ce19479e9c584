"""Room for a finger around shapes that are smaller than its tip."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF

from bodymap.anatomy.plate import ShapeId
from bodymap.ui.overlay import middle_of
from bodymap.ui.shapes import Outline, at

REACH = 14.0
"""How far, in pixels, a small shape is pressed from its middle: a target of 28, above WCAG 2.2's 24."""
MOST_GROWN = 1.6
"""How much larger than the shape its target may be, so that what lies around it can be pressed as well."""


class Fingertips:
    """Finds which small shape a finger means; a shape that another one covers is never meant."""

    def __init__(self, pressable: list[Outline]) -> None:
        """Look among these shapes, given topmost first."""
        self._pressable = pressable
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
            self._scale, self._small = scale, list(self._find(REACH / scale))

    def _find(self, reach: float) -> Iterator[tuple[QPointF, float, ShapeId]]:
        """Find the shapes that a fingertip covers, where they lie open; with middle and reach on the page."""
        for outline in self._pressable:
            half = max(outline.bounds.width(), outline.bounds.height()) / 2
            if half < reach:
                middle = middle_of(outline.path)
                if at(self._pressable, middle)[:1] == (outline.id,):
                    yield middle, min(reach, half * MOST_GROWN), outline.id
