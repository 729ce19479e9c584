"""Trigger points: those of the open muscle with their numbers and bands, and all others as small marks."""

from functools import partial

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter

from bodymap.anatomy.plate import ShapeId
from bodymap.inquiry.tones import Tone, Tones
from bodymap.ui import overlay
from bodymap.ui.places import Places
from bodymap.ui.stamps import Stamps

SHOWN = frozenset({Tone.POINT, Tone.MARKED})


class Points:
    """Places trigger points, and paints them."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._tones: Tones = {}

    def show(self, tones: Tones) -> None:
        """Take over which are shown, and how."""
        self._tones = tones

    def at(self, pixel: QPointF, reach: float) -> ShapeId | None:
        """Return the one nearest to a pixel of the widget, within reach."""
        shown = [shape for shape, tones in self._tones.items() if not SHOWN.isdisjoint(tones)]
        seen = [(shape, self._places.bounds(shape)) for shape in shown]
        away = [(QLineF(box.center(), pixel).length(), shape) for shape, box in seen if not box.isEmpty()]
        distance, nearest = min(away, default=(reach, ShapeId("")))
        return nearest if distance < reach else None

    def numbers(self) -> list[tuple[str, QPointF]]:
        """Return the numbers of those of the open muscle, and the pixels on which they lie."""
        shown = [shape for shape, tones in self._tones.items() if Tone.POINT in tones]
        seen = [shape for shape in shown if not self._places.path(shape).isEmpty()]
        return [(_number_of(shape), self._places.bounds(shape).center()) for shape in seen]

    def paint(self, painter: QPainter, dirty: QRectF, stamps: Stamps) -> None:
        """Paint those that lie in a rectangle, and the bands in which those of the open muscle lie."""
        for shape in self._seen(Tone.BAND, dirty):
            overlay.paint_band(painter, partial(self._places.edge, shape))
        for shape in self._seen(Tone.MARKED, dirty):
            overlay.paint_mark(painter, self._places.bounds(shape).center(), self._size)
        for shape in self._seen(Tone.TARGET, dirty):
            overlay.paint_target(painter, self._places.bounds(shape).center(), self._size)
        for shape in self._seen(Tone.POINT, dirty):
            stamps.lay(painter, ("point", shape), self._places.room(shape), partial(self._paint_one, shape))

    def _paint_one(self, shape: ShapeId, painter: QPainter) -> None:
        overlay.paint_cross(painter, self._places.bounds(shape).center(), self._size, _number_of(shape))

    @property
    def _size(self) -> float:
        """Half the width in pixels of a trigger point, as the page is zoomed."""
        return overlay.CROSS * min(1.6, max(0.8, self._places.view.scale))

    def _seen(self, tone: Tone, dirty: QRectF) -> list[ShapeId]:
        found = (shape for shape, tones in self._tones.items() if tone in tones)
        return [shape for shape in found if self._places.touches(shape, dirty)]


def _number_of(shape: ShapeId) -> str:
    """Return which of its muscle's trigger points a shape is."""
    return shape.split("-")[1].rpartition("_")[2]
