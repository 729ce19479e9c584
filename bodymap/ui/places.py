"""Where the shapes of a plate lie in the widget, by the patient's side, in the widget's pixels."""

from collections.abc import Iterable

from PySide6.QtCore import QMarginsF, QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QPainterPath

from bodymap.anatomy.plate import ShapeId, read_shape
from bodymap.ui import overlay
from bodymap.ui.shapes import Outline, Outlines
from bodymap.ui.view import View

LINE = 60
"""Units of the page within which shapes count as side by side."""
SIGHT = QMarginsF(8, 40, 8, 64)
"""The edges of the drawing on which names and sides are written, in pixels."""


class Places:
    """Paths, frames and middles of shapes; each is worked out once for as long as the view stays."""

    def __init__(self, outlines: Outlines) -> None:
        self.view = View(QSize(100, 100))
        self.swaps_sides = False
        self._outlines = outlines
        self._paths: dict[ShapeId, QPainterPath] = {}
        self._bounds: dict[ShapeId, QRectF] = {}
        self._edges: dict[tuple[ShapeId, float, tuple[float, ...]], QPainterPath] = {}
        self._middles: dict[ShapeId, QPointF] = {}
        self._skin: QPainterPath | None = None

    def move(self, view: View) -> None:
        """Lay the page elsewhere in the widget."""
        self.view = view
        for known in (self._paths, self._bounds, self._edges, self._middles):
            known.clear()
        self._skin = None

    @property
    def skin(self) -> QPainterPath:
        """The silhouette of the skin."""
        if self._skin is None:
            self._skin = self.view.transform.map(self._outlines.skin)
        return self._skin

    def turned(self, shape: ShapeId) -> ShapeId:
        """Go from the patient's side to the drawn side, or back."""
        known = read_shape(shape) if self.swaps_sides else None
        return known.mirrored.id if known else shape

    def path(self, shape: ShapeId) -> QPainterPath:
        """Return the outline of a shape; an empty one when it is not seen from this side."""
        if shape not in self._paths:
            outline = self._outlines.by_id.get(self.turned(shape))
            self._paths[shape] = self.view.transform.map(outline.path) if outline else QPainterPath()
        return self._paths[shape]

    def bounds(self, shape: ShapeId) -> QRectF:
        """Return the exact bounds of a shape."""
        if shape not in self._bounds:
            self._bounds[shape] = self.path(shape).boundingRect()
        return self._bounds[shape]

    def edge(self, shape: ShapeId, width: float, dashes: tuple[float, ...] = ()) -> QPainterPath:
        """Return the line of some width along a shape, to be filled."""
        key = shape, width, dashes
        if key not in self._edges:
            self._edges[key] = overlay.line_along(self.path(shape), width, dashes)
        return self._edges[key]

    def middle(self, shape: ShapeId) -> QPointF:
        """Return a pixel well inside a shape."""
        if shape not in self._middles:
            self._middles[shape] = overlay.middle_of(self.path(shape))
        return self._middles[shape]

    def frame(self, shape: ShapeId) -> QRect:
        """Return the rectangle of a shape."""
        return self.bounds(shape).toAlignedRect()

    def way_into_sight(self, shape: ShapeId) -> QPointF:
        """Return how far the page must move for a shape, or the middle of a large one, to be seen."""
        inside = QRectF(QPointF(0, 0), self.view.size).marginsRemoved(SIGHT)
        if inside.contains(self.middle(shape)):
            return QPointF()
        frame = self.bounds(shape)
        if frame.width() > inside.width() or frame.height() > inside.height():
            frame = QRectF(self.middle(shape), QSizeF(1, 1))
        x = max(inside.left() - frame.left(), 0.0) + min(inside.right() - frame.right(), 0.0)
        y = max(inside.top() - frame.top(), 0.0) + min(inside.bottom() - frame.bottom(), 0.0)
        return QPointF(x, y)

    @property
    def reach(self) -> float:
        """How far, in pixels, anything painted of a shape may reach beyond it."""
        return max(overlay.MARGIN, overlay.SHADOW * self.view.scale + overlay.EDGE)

    def frames(self, shapes: Iterable[ShapeId]) -> list[QRect]:
        """Return the rectangles of shapes with everything that may be painted around them."""
        reach = round(self.reach)
        frames = (self.frame(shape) for shape in shapes)
        return [frame.adjusted(-reach, -reach, reach, reach) for frame in frames if not frame.isEmpty()]

    def room(self, *shapes: ShapeId) -> QRectF:
        """Return the part of the widget that shapes and their edges may take up."""
        room = QRectF()
        for shape in shapes:
            room = room.united(self.bounds(shape))
        reach = self.reach
        return room.adjusted(-reach, -reach, reach, reach).intersected(QRectF(QPointF(0, 0), self.view.size))

    def touches(self, shape: ShapeId, dirty: QRectF) -> bool:
        """Whether anything of a shape may lie in a rectangle."""
        reach, bounds = self.reach, self.bounds(shape)
        return not bounds.isEmpty() and bounds.adjusted(-reach, -reach, reach, reach).intersects(dirty)


def reading_order(outline: Outline) -> tuple[int, float]:
    """Return a key that sorts shapes by lines from top to bottom, and in a line from left to right."""
    centre = outline.bounds.center()
    return round(centre.y() / LINE), centre.x()
