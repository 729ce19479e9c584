"""What is painted over the picture of a plate: glows, numbers, crosses, pointer and focus."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Protocol

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
)

from bodymap.inquiry.tones import LETTERS, Tone
from bodymap.ui.measures import USUAL
from bodymap.ui.theme import Tokens, clear

GLOW = {
    Tone.LEADING: (9.0, 2.6),
    Tone.LIKELY: (6.0, 1.8),
    Tone.POSSIBLE: (0.0, 1.4),
    Tone.OPENED: (7.0, 2.2),
    **dict.fromkeys((Tone.FIRST, Tone.SECOND, Tone.THIRD), (7.0, 3.0)),
}
"""Width in pixels of the halo and of the line around a lit muscle."""
LIT = {
    Tone.LEADING: 1.0,
    Tone.LIKELY: 0.85,
    Tone.POSSIBLE: 0.55,
    Tone.OPENED: 1.0,
    **dict.fromkeys((Tone.FIRST, Tone.SECOND, Tone.THIRD), 0.8),
}
"""How much of a lit muscle's own picture shows."""
SHADOW = 14.0
"""How far, in units of the page, a muscle's own shadow reaches beyond it."""
MARGIN = 30.0
"""How far, in pixels, anything here may reach beyond the shape it belongs to."""
EDGE = 8.0
"""How far the line and the halo around a shape may reach."""
BADGE = 11.0
HALO, MARK = "#ffffff", "#14100d"
UNDER = 2.8
"""How much broader than a line is what lies under it in the colour of the paper, so that it stands out."""
FOCUS = 9.0, 5.4
"""Widths of the ring around what has the focus: broader than the line of a chosen region."""
CROSS = 6.0
"""Radius of a number and half the width of a trigger point, in pixels."""
TARGET, SIGN = 7.5, 8.0
"""How far the ring of a fingertip goes beyond its trigger point; the radius of a sign beside a number."""


LEVELS, FINE = (0.5, 0.42, 0.58, 0.34, 0.66), 200
"""Heights at which a shape's middle is looked for, and in how many steps where it is thin."""
BLUNT = 3.0
"""Up to this width nobody sees how the corners of a line are made."""
BROKEN, DOTTED, FAINT = (4.0, 3.0), (1.0, 3.0), (1.0, 3.6)
"""Dashes and gaps, in widths of the line."""


class Edge(Protocol):
    """Gives the line along a shape, to be filled."""

    def __call__(self, width: float, dashes: tuple[float, ...] = (), /) -> QPainterPath:
        """Return the line of this width, broken by these dashes and gaps."""


def pen(colour: QColor, width: float) -> QPen:
    """Return a pen with round ends and corners."""
    round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(QBrush(colour), width, Qt.PenStyle.SolidLine, round_cap, round_join)


def line_along(path: QPainterPath, width: float, dashes: Sequence[float] = ()) -> QPainterPath:
    """Return the line of some width along an outline; filling it is quicker than drawing with a pen."""
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    if dashes:
        stroker.setDashPattern(list(dashes))
    elif width > BLUNT:
        stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(path)


def paint_glow(painter: QPainter, edge: Edge, tone: Tone, tokens: Tokens) -> None:
    """Paint the line around a lit muscle; the less likely, the thinner, and at last broken."""
    halo, line = GLOW[tone]
    colour = colour_of(tone, tokens)
    if halo:
        painter.fillPath(edge(halo), clear(colour, 0.30))
    painter.fillPath(edge(line + UNDER), clear(tokens.paper, 0.85))
    painter.fillPath(edge(line, BROKEN if tone is Tone.POSSIBLE else ()), QColor(colour))


def colour_of(tone: Tone, tokens: Tokens) -> str:
    """Return the colour in which a muscle is lit."""
    compared = {Tone.FIRST: tokens.first, Tone.SECOND: tokens.second, Tone.THIRD: tokens.third}
    return compared.get(tone, tokens.candidate)


def paint_chosen(painter: QPainter, path: QPainterPath, tokens: Tokens) -> None:
    """Paint the tint of a chosen region."""
    painter.fillPath(path, clear(tokens.chosen, 0.30))


def paint_chosen_edge(painter: QPainter, edge: Edge, tokens: Tokens) -> None:
    """Paint the firm edge of a chosen region, on top of whatever glows in it."""
    painter.fillPath(edge(2.6 + UNDER + 1.0), clear(tokens.paper, 0.95))
    painter.fillPath(edge(2.6), QColor(tokens.chosen))


def paint_pointed(painter: QPainter, path: QPainterPath, edge: Edge, tokens: Tokens) -> None:
    """Paint the shape under the pointer."""
    painter.fillPath(path, clear(tokens.chosen, 0.13))
    painter.fillPath(edge(1.6), clear(tokens.chosen, 0.85))


def paint_focus(painter: QPainter, edge: Edge, tokens: Tokens) -> None:
    """Paint the ring around the shape that the keyboard is on: dark and light, seen on anything."""
    painter.fillPath(edge(FOCUS[0]), QColor(tokens.paper))
    painter.fillPath(edge(FOCUS[1]), QColor(tokens.ink))


def paint_ring(painter: QPainter, frame: QRect, tokens: Tokens) -> None:
    """Paint the ring within the frame of what has the keyboard's focus: dark and light, seen on anything."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width, inset in ((tokens.paper, 4.0, 4.0), (tokens.ink, 2.0, 3.0)):
        painter.setPen(pen(QColor(colour), width))
        painter.drawRoundedRect(QRectF(frame).adjusted(inset, inset, -inset, -inset), 6, 6)


def paint_inside(painter: QPainter, path: QPainterPath, edge: Edge) -> None:
    """Paint the mark of a place inside the head: a dotted ring, quiet, and seen on any skin and on hair."""
    painter.fillPath(path, clear(HALO, 0.12))
    painter.fillPath(edge(2.2), clear(HALO, 0.28))
    painter.fillPath(edge(1.2, DOTTED), clear(MARK, 0.5))


def paint_cross(painter: QPainter, centre: QPointF, size: float, number: str) -> None:
    """Paint a trigger point as an X that stands out on muscle and on skin, with its number beside it."""
    arms = [
        QLineF(centre + QPointF(-size, -size), centre + QPointF(size, size)),
        QLineF(centre + QPointF(-size, size), centre + QPointF(size, -size)),
    ]
    font = QFont(painter.font())
    font.setPixelSize(USUAL.body)
    font.setBold(True)
    label = QPainterPath()
    label.addText(centre + QPointF(size + 4, 5), font, number)
    for colour, width in ((HALO, 6.0), (MARK, 3.0)):
        painter.setPen(pen(QColor(colour), width))
        painter.drawLines(arms)
    painter.strokePath(label, pen(QColor(HALO), 4.0))
    painter.fillPath(label, QColor(MARK))


def paint_target(painter: QPainter, centre: QPointF, size: float) -> None:
    """Paint the ring of a fingertip around a trigger point that is to be pressed, seen on any skin."""
    reach = size + TARGET
    painter.setBrush(clear(HALO, 0.35))
    for colour, width in ((HALO, 5.0), (MARK, 2.4)):
        painter.setPen(pen(QColor(colour), width))
        painter.drawEllipse(centre, reach, reach)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_felt(painter: QPainter, path: QPainterPath, edge: Edge, tokens: Tokens) -> None:
    """Paint a region in which pressing was felt: a tint, and a dotted edge."""
    painter.fillPath(path, clear(tokens.zone, 0.28))
    painter.fillPath(edge(5.0), clear(tokens.paper, 0.8))
    painter.fillPath(edge(3.4, DOTTED), QColor(tokens.zone))


def paint_confirmed(painter: QPainter, edge: Edge, tokens: Tokens) -> None:
    """Paint the double line around a muscle that brought the familiar pain."""
    painter.fillPath(edge(8.0), QColor(tokens.candidate))
    painter.fillPath(edge(4.0), QColor(tokens.paper))
    painter.fillPath(edge(1.2), QColor(tokens.ink))


def paint_ruled_out(painter: QPainter, edge: Edge, tokens: Tokens) -> None:
    """Paint the faint dots around a muscle that did not bring the familiar pain."""
    painter.fillPath(edge(2.0, FAINT), clear(tokens.ink_soft, 0.9))


def paint_mark(painter: QPainter, centre: QPointF, size: float) -> None:
    """Paint a trigger point among all others: a small X, without a number."""
    arm = size * 0.72
    for colour, width in ((HALO, 4.4), (MARK, 2.0)):
        painter.setPen(pen(QColor(colour), width))
        painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
        painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))


def paint_band(painter: QPainter, edge: Edge) -> None:
    """Paint the edge of the band of fibres that a trigger point lies in: a broken line."""
    painter.fillPath(edge(2.6), clear(HALO, 0.55))
    painter.fillPath(edge(1.2, BROKEN), clear(MARK, 0.8))


def paint_sign(painter: QPainter, centre: QPointF, sign: str, tokens: Tokens, font: QFont) -> None:
    """Paint the sign that says how a muscle stands, beside its number."""
    painter.setPen(pen(QColor(tokens.badge), 1.4))
    painter.setBrush(QColor(tokens.raised))
    painter.drawEllipse(centre, SIGN, SIGN)
    painter.setPen(QColor(tokens.ink))
    painter.setFont(font)
    box = QRectF(centre.x() - SIGN, centre.y() - SIGN, 2 * SIGN, 2 * SIGN)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)


def paint_badge(painter: QPainter, centre: QPointF, number: int | str, tokens: Tokens, font: QFont) -> None:
    """Paint the number that ties a muscle to its row in the list, or the letter of one that is compared."""
    ground, ink = badge_colours(str(number), tokens)
    painter.setPen(pen(QColor(tokens.paper), 2))
    painter.setBrush(QColor(ground))
    painter.drawEllipse(centre, BADGE, BADGE)
    painter.setPen(QColor(ink))
    painter.setFont(font)
    box = QRectF(centre.x() - BADGE, centre.y() - BADGE, 2 * BADGE, 2 * BADGE)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))


def badge_colours(said: str, tokens: Tokens) -> tuple[str, str]:
    """Return the colours of the ground and of the words of a badge."""
    compared = dict(zip(LETTERS, (tokens.first, tokens.second, tokens.third), strict=True))
    return (compared[said], tokens.paper) if said in compared else (tokens.badge, tokens.badge_ink)


def middle_of(path: QPainterPath) -> QPointF:
    """Return a place well inside a shape: the middle of its longest level chord near its middle height."""
    bounds = path.boundingRect()
    best, widest = bounds.center(), 0.0
    for level in LEVELS:
        y = bounds.top() + level * bounds.height()
        inside = [x for x in _across(bounds) if path.contains(QPointF(x, y))]
        if inside and inside[-1] - inside[0] > widest * 1.15:
            middle = QPointF((inside[0] + inside[-1]) / 2, y)
            if path.contains(middle):
                best, widest = middle, inside[-1] - inside[0]
    return best if widest or path.contains(best) else _middle_of_thin(path)


def _middle_of_thin(path: QPainterPath) -> QPointF:
    """Return a place inside a shape so thin, or so bent, that the middles of its chords miss it."""
    bounds = path.boundingRect()
    best, most = bounds.center(), 0
    for level in LEVELS:
        y = bounds.top() + level * bounds.height()
        tried = [(path.contains(QPointF(x, y)), x) for x in _across(bounds, FINE)]
        for is_inside, run in groupby(tried, key=itemgetter(0)):
            places = [x for _, x in run]
            if is_inside and len(places) > most:
                best, most = QPointF(places[len(places) // 2], y), len(places)
    return best


def _across(bounds: QRectF, steps: int = 20) -> list[float]:
    return [bounds.left() + bounds.width() * step / steps for step in range(1, steps)]
