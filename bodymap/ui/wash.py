"""The soft-edged zones in which a muscle is felt, within the skin."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPixmap

from bodymap.inquiry.tones import Tone, Tones
from bodymap.ui.overlay import BROKEN, MARGIN, UNDER, line_along, pen
from bodymap.ui.places import Places
from bodymap.ui.theme import Tokens, clear

if TYPE_CHECKING:
    from bodymap.anatomy.plate import ShapeId

SMALLER = 4
"""How many times smaller the mask of a zone is made before it is grown again."""
SPREAD = (1, 1, 2, 2)
"""How far, in pixels of the small mask, a zone is spread out, one time after the other."""
SPARED = 0.5
"""How much of a zone is taken away over the open muscle."""
HATCH = 9
ZONE = (Tone.ESSENTIAL, Tone.SPILLOVER)


@dataclass(frozen=True)
class Wash:
    """A soft-edged area of colour, ready to be laid down."""

    image: QImage
    target: QRectF


class Washes:
    """The zones of the open muscle, made once for as long as they and the view stay."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._tones: Tones = {}
        self._opened: ShapeId | None = None
        self._made: list[Wash] | None = None
        self._grown = 1.0
        self._sources: list[QPointF] = []

    def show(self, tones: Tones) -> list[QRect]:
        """Take over what belongs to a zone, and return what has to be painted again."""
        zone = {shape: found for shape, found in tones.items() if not set(ZONE).isdisjoint(found)}
        opened = next((shape for shape, found in tones.items() if Tone.OPENED in found), None)
        if (zone, opened) == (self._tones, self._opened):
            return []
        left = self._frames()
        self._tones, self._opened = zone, opened
        self.forget()
        return left + self._frames()

    def forget(self) -> None:
        """Make the zones anew when next painted."""
        self._made = None

    def spread(self, grown: float, sources: list[QPointF]) -> list[QRect]:
        """Show this much (0 to 1) of the zones, from some pixels on; return what has to be painted again."""
        self._grown, self._sources = grown, sources
        return self._frames()

    def paint(self, painter: QPainter, dirty: QRectF, tokens: Tokens) -> None:
        """Paint the zones that lie in a rectangle, as far as they have spread."""
        if self._grown <= 0:
            return
        painter.save()
        if self._grown < 1 and self._sources:
            painter.setClipPath(self._reached(), Qt.ClipOperation.IntersectClip)
        self._lay_down(painter, dirty, tokens)
        painter.restore()

    def _reached(self) -> QPainterPath:
        """Return the discs that a spreading zone has filled around where it comes from."""
        corners = [
            corner
            for frame in self._frames()
            for corner in (frame.topLeft(), frame.topRight(), frame.bottomLeft(), frame.bottomRight())
        ]
        reached = QPainterPath()
        reached.setFillRule(Qt.FillRule.WindingFill)
        for source in self._sources:
            farthest = max((QLineF(source, QPointF(corner)).length() for corner in corners), default=0.0)
            reached.addEllipse(source, farthest * self._grown, farthest * self._grown)
        return reached

    def _lay_down(self, painter: QPainter, dirty: QRectF, tokens: Tokens) -> None:
        if self._made is None:
            found = [self._make(tone, tokens) for tone in ZONE]
            self._made = [wash for wash in found if wash]
        for wash in self._made:
            if wash.target.intersects(dirty):
                painter.drawImage(wash.target.topLeft(), wash.image)

    def _frames(self) -> list[QRect]:
        """Return the rectangles within which each kind of zone is softened."""
        frames = (room_of(self._paths(tone)) for tone in ZONE)
        return [frame.toAlignedRect() for frame in frames if not frame.isEmpty()]

    @property
    def _spared(self) -> QPainterPath | None:
        """The outline of the open muscle."""
        return self._places.path(self._opened) if self._opened else None

    def _paths(self, tone: Tone) -> list[QPainterPath]:
        return [self._places.path(shape) for shape, tones in self._tones.items() if tone in tones]

    def _make(self, tone: Tone, tokens: Tokens) -> Wash | None:
        paths = self._paths(tone)
        if not paths:
            return None
        is_solid = tone is Tone.ESSENTIAL
        brush = QBrush(clear(tokens.zone, 0.46)) if is_solid else hatch(clear(tokens.zone, 0.85))
        limit = QRectF(QPointF(0, 0), self._places.view.size)
        lines = edge_of(paths, (1.8 + UNDER, 1.8), () if is_solid else BROKEN)
        edge = tuple(zip(lines, (clear(tokens.paper, 0.9), QColor(tokens.zone)), strict=True))
        return make_wash(paths, self._places.skin, brush, limit, spared=self._spared, edge=edge)


def room_of(paths: Iterable[QPainterPath]) -> QRectF:
    """Return the rectangle that a soft area out of some shapes takes up."""
    bounds = QRectF()
    for path in paths:
        bounds = bounds.united(path.boundingRect())
    return bounds if bounds.isEmpty() else bounds.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)


def make_wash(
    paths: Sequence[QPainterPath],
    skin: QPainterPath,
    brush: QBrush,
    limit: QRectF,
    spared: QPainterPath | None = None,
    edge: Sequence[tuple[QPainterPath, QColor]] = (),
) -> Wash | None:
    """Make a soft area out of some shapes that ends at the skin, in the widget's pixels.

    It is thinner over what is spared: the open muscle is to be seen through its own zone. Its edge is a line
    that stands out on any skin, for whoever sees tints badly.
    """
    bounds = room_of(paths).intersected(limit)
    if bounds.isEmpty():
        return None
    frame = QRectF(bounds.toAlignedRect())
    image = QImage(frame.size().toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setBrushOrigin(-frame.topLeft())
    painter.fillRect(image.rect(), brush)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(image.rect()), _soft_mask(paths, frame))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-frame.topLeft())
    for line, colour in edge:
        painter.fillPath(line, colour)
    outside = QPainterPath(skin)
    outside.addRect(frame.adjusted(-1, -1, 1, 1))
    outside.setFillRule(Qt.FillRule.OddEvenFill)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    painter.fillPath(outside, QColor(0, 0, 0))
    if spared is not None:
        painter.fillPath(spared, clear("#000000", SPARED))
    painter.end()
    return Wash(image, frame)


def edge_of(
    paths: Sequence[QPainterPath], widths: Sequence[float], dashes: Sequence[float] = ()
) -> list[QPainterPath]:
    """Return lines of some widths around all shapes together; the last of them may be broken."""
    whole = QPainterPath()
    for path in paths:
        whole = whole.united(path)
    broken = [()] * (len(widths) - 1) + [tuple(dashes)]
    return [line_along(whole, width, dash) for width, dash in zip(widths, broken, strict=True)]


def _soft_mask(paths: Iterable[QPainterPath], frame: QRectF) -> QImage:
    """Paint shapes small, and spread them out: their edge becomes soft when the picture is grown again."""
    size = (frame.size() / SMALLER).toSize().expandedTo(QSize(1, 1))
    small = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    small.fill(Qt.GlobalColor.transparent)
    painter = QPainter(small)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(small.width() / frame.width(), small.height() / frame.height())
    painter.translate(-frame.topLeft())
    painter.setPen(pen(QColor(0, 0, 0), 5))
    painter.setBrush(Qt.GlobalColor.black)
    for path in paths:
        painter.drawPath(path)
    painter.end()
    for step in SPREAD:
        small = _spread(_spread(small, QPoint(step, 0)), QPoint(0, step))
    return small


def _spread(image: QImage, step: QPoint) -> QImage:
    """Mix each pixel with those one step before and behind it, a quarter each; thrice looks like a blur."""
    mixed = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    mixed.fill(Qt.GlobalColor.transparent)
    painter = QPainter(mixed)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    for place, share in ((QPoint(), 0.5), (step, 0.25), (-step, 0.25)):
        painter.setOpacity(share)
        painter.drawImage(place, image)
    painter.end()
    return mixed


def hatch(colour: QColor) -> QBrush:
    """Return a brush of slanting lines, by which spillover is told from essential without colour."""
    tile = QPixmap(HATCH, HATCH)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(colour, 2.2))
    for start in (-HATCH, 0, HATCH):
        painter.drawLine(QPointF(start, HATCH), QPointF(start + HATCH, 0))
    painter.end()
    return QBrush(tile)
