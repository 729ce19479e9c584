"""What is painted over the picture of a plate: zones, glows, numbers, crosses, pointer and focus."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPixmap

from bodymap.inquiry.tones import Tone
from bodymap.ui.theme import Tokens, clear

GLOW = {Tone.LEADING: (9.0, 2.6), Tone.LIKELY: (6.0, 1.8), Tone.POSSIBLE: (0.0, 1.4), Tone.OPENED: (7.0, 2.2)}
"""Width in pixels of the halo and of the line around a lit muscle."""
LIT = {Tone.LEADING: 1.0, Tone.LIKELY: 0.85, Tone.POSSIBLE: 0.55, Tone.OPENED: 1.0}
"""How much of a lit muscle's own picture shows."""
MARGIN = 30.0
"""How far, in pixels, anything here may reach beyond the shape it belongs to."""
BADGE = 11.0
CROSS = 6.0
"""Radius of a number and half the width of a trigger point, in pixels."""
SOFTNESS = 20
"""How many times smaller the mask of a zone is made before it is grown again, which blurs its edge."""
HATCH = 9


@dataclass(frozen=True)
class Wash:
    """A soft-edged area of colour, ready to be laid down."""

    image: QImage
    target: QRectF


def pen(colour: QColor, width: float) -> QPen:
    """Return a pen with round ends and corners."""
    round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(QBrush(colour), width, Qt.PenStyle.SolidLine, round_cap, round_join)


def paint_glow(painter: QPainter, path: QPainterPath, tone: Tone, tokens: Tokens) -> None:
    """Paint the line around a lit muscle; the less likely, the thinner, and at last broken."""
    halo, line = GLOW[tone]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if halo:
        painter.setPen(pen(clear(tokens.candidate, 0.30), halo))
        painter.drawPath(path)
    edge = pen(QColor(tokens.candidate), line)
    if tone is Tone.POSSIBLE:
        edge.setDashPattern([4, 3])
    painter.setPen(edge)
    painter.drawPath(path)


def paint_chosen(painter: QPainter, path: QPainterPath, tokens: Tokens) -> None:
    """Paint the tint of a chosen region."""
    painter.fillPath(path, clear(tokens.chosen, 0.30))


def paint_chosen_edge(painter: QPainter, path: QPainterPath, tokens: Tokens) -> None:
    """Paint the firm edge of a chosen region, on top of whatever glows in it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((clear(tokens.paper, 0.8), 5.0), (QColor(tokens.chosen), 2.6)):
        painter.setPen(pen(colour, width))
        painter.drawPath(path)


def paint_pointed(painter: QPainter, path: QPainterPath, tokens: Tokens) -> None:
    """Paint the shape under the pointer."""
    painter.setBrush(clear(tokens.chosen, 0.13))
    painter.setPen(pen(clear(tokens.chosen, 0.85), 1.6))
    painter.drawPath(path)


def paint_focus(painter: QPainter, path: QPainterPath, tokens: Tokens) -> None:
    """Paint the ring around the shape that the keyboard is on: dark and light, seen on anything."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((tokens.paper, 6.0), (tokens.ink, 2.6)):
        painter.setPen(pen(QColor(colour), width))
        painter.drawPath(path)


def paint_inside(painter: QPainter, path: QPainterPath, tokens: Tokens) -> None:
    """Paint the mark of a place inside the head: a dotted ring, quiet enough to be passed over."""
    dotted = pen(clear(tokens.ink, 0.38), 1.1)
    dotted.setDashPattern([1, 3])
    painter.setPen(dotted)
    painter.setBrush(clear(tokens.paper, 0.10))
    painter.drawPath(path)


def paint_cross(painter: QPainter, centre: QPointF, size: float) -> None:
    """Paint a trigger point as an X that stands out on muscle and on skin."""
    arms = [
        QLineF(centre + QPointF(-size, -size), centre + QPointF(size, size)),
        QLineF(centre + QPointF(-size, size), centre + QPointF(size, -size)),
    ]
    for colour, width in (("#ffffff", 6.0), ("#14100d", 3.0)):
        painter.setPen(pen(QColor(colour), width))
        painter.drawLines(arms)


def paint_badge(painter: QPainter, centre: QPointF, number: int, tokens: Tokens, font: QFont) -> None:
    """Paint the number that ties a muscle to its row in the list."""
    painter.setPen(pen(QColor(tokens.paper), 2))
    painter.setBrush(QColor(tokens.badge))
    painter.drawEllipse(centre, BADGE, BADGE)
    painter.setPen(QColor(tokens.badge_ink))
    painter.setFont(font)
    box = QRectF(centre.x() - BADGE, centre.y() - BADGE, 2 * BADGE, 2 * BADGE)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))


def wash(paths: Sequence[QPainterPath], skin: QPainterPath, brush: QBrush, limit: QRectF) -> Wash | None:
    """Make a soft area out of some shapes that ends at the skin, in the widget's pixels."""
    bounds = QRectF()
    for path in paths:
        bounds = bounds.united(path.boundingRect())
    bounds = bounds.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN).intersected(limit)
    if bounds.isEmpty():
        return None
    frame = QRectF(bounds.toAlignedRect())
    mask = _soft_mask(paths, frame)
    image = QImage(frame.size().toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setBrushOrigin(-frame.topLeft())
    painter.fillRect(image.rect(), brush)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(image.rect()), mask)
    outside = QPainterPath(skin)
    outside.addRect(frame.adjusted(-1, -1, 1, 1))
    outside.setFillRule(Qt.FillRule.OddEvenFill)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-frame.topLeft())
    painter.fillPath(outside, QColor(0, 0, 0))
    painter.end()
    return Wash(image, frame)


def _soft_mask(paths: Iterable[QPainterPath], frame: QRectF) -> QImage:
    """Paint shapes small and let Qt grow the picture again: their edge becomes soft."""
    small = QImage((frame.size() / 3).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
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
    smooth = Qt.TransformationMode.SmoothTransformation
    keep = Qt.AspectRatioMode.IgnoreAspectRatio
    tiny = (frame.size() / SOFTNESS).toSize().expandedTo(small.size() / SOFTNESS)
    return small.scaled(tiny, keep, smooth).scaled(small.size(), keep, smooth)


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


def middle_of(path: QPainterPath) -> QPointF:
    """Return a place well inside a shape: the middle of its longest level chord near its middle height."""
    bounds = path.boundingRect()
    best, widest = bounds.center(), 0.0
    for level in (0.5, 0.42, 0.58, 0.34, 0.66):
        y = bounds.top() + level * bounds.height()
        inside = [x for x in _across(bounds) if path.contains(QPointF(x, y))]
        if inside and inside[-1] - inside[0] > widest * 1.15:
            middle = QPointF((inside[0] + inside[-1]) / 2, y)
            if path.contains(middle):
                best, widest = middle, inside[-1] - inside[0]
    return best


def _across(bounds: QRectF) -> list[float]:
    return [bounds.left() + bounds.width() * step / 20 for step in range(1, 20)]
