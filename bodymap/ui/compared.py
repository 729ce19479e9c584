"""The zones of compared muscles, laid over each other: each with its own hatch, colour and line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import cos, hypot, radians, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from bodymap.inquiry.tones import COMPARED, Tone, Tones
from bodymap.ui.overlay import BROKEN, line_along, pen
from bodymap.ui.places import Places
from bodymap.ui.stamps import Stamps
from bodymap.ui.theme import Tokens, clear
from bodymap.ui.wash import room_of

if TYPE_CHECKING:
    from bodymap.anatomy.plate import ShapeId

ANGLES = (45.0, 135.0, 90.0)
"""How the hatch of each lies, in degrees against the level, so that crossing hatches stay apart."""
STEP = 3.5
"""How much further inside each draws its edge than the one before, in pixels, so that shared edges show."""
FAINT = 0.14
"""How much of its colour lies under the hatch of an essential place."""


@dataclass(frozen=True)
class Weave:
    """How dense a hatch is, in pixels: from line to line, and how wide a line; and its edge."""

    gap: float
    line: float
    edge: float
    dashes: tuple[float, ...]


DENSE, LOOSE = Weave(8.0, 2.4, 2.4, ()), Weave(14.0, 1.5, 1.6, BROKEN)
"""Essential places are hatched densely within a solid edge, spillover loosely within a broken one."""


class ComparedZones:
    """Paints the zones of up to three muscles so that each can be followed where they overlap."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._shapes: dict[Tone, tuple[ShapeId, ...]] = {}

    @property
    def is_shown(self) -> bool:
        """Whether anything is compared now."""
        return bool(self._shapes)

    def show(self, tones: Tones) -> list[QRect]:
        """Take over what belongs to compared muscles, and return what has to be painted again."""
        found: dict[Tone, tuple[ShapeId, ...]] = {}
        for trio in COMPARED:
            for tone in trio:
                shapes = tuple(shape for shape, given in tones.items() if tone in given)
                if shapes:
                    found[tone] = shapes
        if found == self._shapes:
            return []
        left = self._frames()
        self._shapes = found
        return left + self._frames()

    def paint(self, painter: QPainter, dirty: QRectF, tokens: Tokens, stamps: Stamps) -> None:
        """Paint the zones, one muscle after the other."""
        for number in range(len(COMPARED)):
            room = self._room(number)
            if room.intersects(dirty):
                key = "compared", number, tuple(self._shapes.items())
                stamps.lay(painter, key, room, partial(self._paint_one, number, tokens))

    def _paint_one(self, number: int, tokens: Tokens, painter: QPainter) -> None:
        room = self._room(number)
        image = _clear_image(painter, room)
        inner = QPainter(image)
        inner.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner.translate(-room.topLeft())
        inner.setClipPath(self._places.skin)
        _, essential, spillover = COMPARED[number]
        for tone, weave in ((spillover, LOOSE), (essential, DENSE)):
            for path in self._paths(tone):
                paint_zone(inner, path, number, weave, tokens)
        inner.end()
        painter.drawImage(room.topLeft(), image)

    def _paths(self, tone: Tone) -> list[QPainterPath]:
        found = (self._places.path(shape) for shape in self._shapes.get(tone, ()))
        return [path for path in found if not path.isEmpty()]

    def _room(self, number: int) -> QRectF:
        """Return the whole pixels of the widget that the zones of one muscle take up."""
        paths = [path for tone in COMPARED[number][1:] for path in self._paths(tone)]
        view = QRectF(QPointF(0, 0), self._places.view.size)
        return QRectF(room_of(paths).intersected(view).toAlignedRect())

    def _frames(self) -> list[QRect]:
        rooms = (self._room(number) for number in range(len(COMPARED)))
        return [room.toAlignedRect() for room in rooms if not room.isEmpty()]


def colours_of(tokens: Tokens) -> tuple[str, str, str]:
    """Return the colours of the first, the second and the third that are compared."""
    return tokens.first, tokens.second, tokens.third


def paint_zone(painter: QPainter, path: QPainterPath, number: int, weave: Weave, tokens: Tokens) -> None:
    """Paint one place of a zone: hatch within, an edge along it, further inside for the second and third."""
    colour, paper = colours_of(tokens)[number], tokens.paper
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    if weave is DENSE:
        painter.fillPath(path, clear(colour, FAINT))
    bounds = path.boundingRect()
    for ink, width in ((clear(paper, 0.5), weave.line + 1.6), (QColor(colour), weave.line)):
        painter.setPen(pen(ink, width))
        painter.drawLines(list(hatch_lines(bounds, ANGLES[number], weave.gap)))
    inset = STEP * number
    width = 2 * (inset + weave.edge)
    dashes = tuple(2 * each * weave.edge / width for each in weave.dashes)
    painter.fillPath(line_along(path, width, dashes), QColor(colour))
    if inset:
        painter.setClipping(False)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillPath(line_along(path, 2 * inset), QColor(colour))
    painter.restore()


def hatch_lines(bounds: QRectF, angle: float, gap: float) -> Iterator[QLineF]:
    """Yield parallel lines that cover some bounds, always at the same places of the widget."""
    along = QPointF(cos(radians(angle)), -sin(radians(angle)))
    across = QPointF(-along.y(), along.x())
    centre, reach = bounds.center(), hypot(bounds.width(), bounds.height()) / 2 + gap
    middle = QPointF.dotProduct(centre, across)
    first, last = int((middle - reach) // gap), int((middle + reach) // gap) + 1
    along_centre = QPointF.dotProduct(centre, along)
    for step in range(first, last + 1):
        foot = across * (step * gap) + along * along_centre
        yield QLineF(foot - along * reach, foot + along * reach)


def swatch(number: int, tokens: Tokens, size: Sequence[int], ratio: float = 1.0) -> QImage:
    """Return a small picture of a hatch, as it stands in the drawing."""
    width, height = size
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRect(QRectF(0.5, 0.5, width - 1, height - 1))
    painter.setClipPath(path)
    colour = colours_of(tokens)[number]
    painter.fillPath(path, clear(colour, FAINT))
    painter.setPen(pen(QColor(colour), DENSE.line))
    painter.drawLines(list(hatch_lines(path.boundingRect(), ANGLES[number], DENSE.gap)))
    painter.fillPath(line_along(path, 2 * DENSE.edge), QColor(colour))
    painter.end()
    return image


def _clear_image(painter: QPainter, room: QRectF) -> QImage:
    """Return an empty picture of some room, as sharp as what is painted on."""
    ratio = painter.device().devicePixelRatioF()
    image = QImage((room.size() * ratio).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image
