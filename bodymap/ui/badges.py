"""The numbers that tie muscles to their rows in the list."""

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF
from PySide6.QtGui import QFont, QPainter

from bodymap.anatomy.plate import ShapeId
from bodymap.ui import overlay
from bodymap.ui.measures import USUAL
from bodymap.ui.places import Places
from bodymap.ui.theme import Tokens

REACH = overlay.BADGE + 2
BESIDE = QPointF(14, -7)
"""Where the sign stands beside its number."""


class Badges:
    """Places the numbers so that none covers another, and paints them."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._ranks: Mapping[ShapeId, int | str] = {}
        self._signs: Mapping[ShapeId, str] = {}
        self._found: set[tuple[float, float, int | str, str]] = set()
        self._shapes: dict[int | str, ShapeId] = {}

    def show(self, ranks: Mapping[ShapeId, int | str], signs: Mapping[ShapeId, str]) -> list[QRect]:
        """Take over the ranks and their signs, and return what has to be painted again."""
        old, self._ranks, self._signs = self._found, ranks, signs
        self.place()
        return [_frame(x, y) for x, y, *_ in old ^ self._found]

    def place(self) -> None:
        """Find a place for each; where two would meet, the one of lower rank goes below."""
        taken: list[QPointF] = []
        self._found, self._shapes = set(), {}
        for shape, rank in sorted(self._ranks.items(), key=lambda item: str(item[1])):
            if self._places.path(shape).isEmpty():
                continue
            centre = QPointF(self._places.middle(shape))
            while any(QLineF(centre, other).length() < 2 * REACH for other in taken):
                centre += QPointF(0, 2 * overlay.BADGE + 2)
            taken.append(centre)
            self._found.add((centre.x(), centre.y(), rank, self._signs.get(shape, "")))
            self._shapes[rank] = shape

    def numbers(self) -> list[tuple[str, QPointF]]:
        """Return each number and the pixel on which it stands."""
        found = sorted(self._found, key=lambda one: str(one[2]).zfill(3))
        return [(f"{rank}{sign}", QPointF(x, y)) for x, y, rank, sign in found]

    def at(self, pixel: QPointF) -> ShapeId | None:
        """Return the muscle whose number lies under a pixel."""
        for x, y, rank, _ in self._found:
            if QLineF(QPointF(x, y), pixel).length() <= REACH:
                return self._shapes[rank]
        return None

    def paint(self, painter: QPainter, dirty: QRectF, tokens: Tokens) -> None:
        """Paint those that lie in a rectangle."""
        font = QFont(painter.font())
        font.setPixelSize(USUAL.note)
        font.setBold(True)
        for x, y, rank, sign in sorted(self._found, key=lambda found: str(found[2]).zfill(3)):
            if QRectF(_frame(x, y)).intersects(dirty):
                overlay.paint_badge(painter, QPointF(x, y), rank, tokens, font)
                if sign:
                    overlay.paint_sign(painter, QPointF(x, y) + BESIDE, sign, tokens, font)


def _frame(x: float, y: float) -> QRect:
    around = QRectF(x - REACH, y - REACH, 2 * REACH, 2 * REACH)
    sign = QRectF(x + BESIDE.x(), y + BESIDE.y(), 0, 0).adjusted(-10, -10, 10, 10)
    return around.united(sign).toAlignedRect()
