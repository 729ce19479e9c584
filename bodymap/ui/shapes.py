"""A drawing as shapes that can be pointed at."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from bodymap.anatomy.plate import PAGE_HEIGHT, PAGE_WIDTH, Kind, ShapeId

PAGE = QRectF(0, 0, PAGE_WIDTH, PAGE_HEIGHT)
"""The frame of every plate, in its own units (2.8 to a millimetre)."""
EDGE = 1.0
"""Width of the outline that still belongs to a shape, in units of the page."""
BEHIND = "layer-behind"
"""The layer of the muscles that lie behind head and neck, and are drawn whole nonetheless."""


@dataclass(frozen=True)
class Outline:
    """The exact outline of one shape, in units of the page."""

    id: ShapeId
    kind: Kind
    layer: str
    path: QPainterPath
    bounds: QRectF

    def holds(self, point: QPointF) -> bool:
        """Whether a point lies within the shape."""
        return self.bounds.contains(point) and self.path.contains(point)

    def has_on_edge(self, point: QPointF) -> bool:
        """Whether a point lies on the line around the shape."""
        if not self.bounds.contains(point):
            return False
        pen = QPainterPathStroker()
        pen.setWidth(EDGE)
        return pen.createStroke(self.path).contains(point)


class Outlines:
    """The shapes of one drawing in the order in which they are drawn."""

    def __init__(self, found: Mapping[ShapeId, Outline], skin: QPainterPath) -> None:
        """Keep the outlines and the silhouette of the skin."""
        self.by_id = found
        self.skin = skin

    def of(self, *kinds: Kind, hidden: frozenset[str] = frozenset()) -> list[Outline]:
        """Return the shapes of some kinds, topmost first, without those of hidden layers."""
        drawn = reversed(list(self.by_id.values()))
        return [outline for outline in drawn if outline.kind in kinds and outline.layer not in hidden]


def at(outlines: list[Outline], point: QPointF) -> tuple[ShapeId, ...]:
    """Return the shapes under a point, topmost first; where there is none, those whose edge it is."""
    within = tuple(outline.id for outline in outlines if outline.holds(point))
    return within or tuple(outline.id for outline in outlines if outline.has_on_edge(point))


def near(outlines: list[Outline], point: QPointF, reach: float) -> ShapeId | None:
    """Return the shape that a finger of this radius touches, the nearest middle first."""
    touch = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
    touched = [outline for outline in outlines if outline.path.intersects(touch)]
    if not touched:
        return None
    return min(touched, key=lambda outline: QLineF(outline.bounds.center(), point).length()).id
