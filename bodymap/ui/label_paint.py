"""How a name beside the drawing is painted: letters, halo and leader."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath

from bodymap.ui import measures
from bodymap.ui.label_room import ROW, Placed
from bodymap.ui.overlay import pen
from bodymap.ui.theme import Tokens, clear, mix

SIZE = measures.USUAL.note
"""Height of the letters in pixels."""
DOT = 2.2
REACH = 6.0
"""How far the halo of a text and the dot of a leader reach."""
HALO = tuple(
    (QPointF(x, y), 0.2 if abs(x) + abs(y) > 2 else 0.5)  # noqa: PLR2004
    for y in (-2, -1, 0, 1, 2)
    for x in (-3, -2, -1, 0, 1, 2, 3)
    if 0 < x * x + 1.5 * y * y < 10  # noqa: PLR2004
)
"""Where a text is written in paper before it is written in ink, and how firmly.

As outlines the letters would come out a shade differently from one time to the next.
"""


@dataclass(frozen=True)
class Label:
    """A name in its place, and whether it stands out."""

    text: str
    placed: Placed
    is_bold: bool

    @property
    def frame(self) -> QRectF:
        """All that it may take up."""
        left, top, right, bottom = self.placed.box
        x = [left, right, *(point[0] for point in self.placed.leader)]
        y = [top, bottom, *(point[1] for point in self.placed.leader)]
        frame = QRectF(QPointF(min(x), min(y)), QPointF(max(x), max(y)))
        return frame.adjusted(-REACH, -REACH, REACH, REACH)


def paint_leader(painter: QPainter, label: Label, tokens: Tokens, *, are_soft: bool) -> None:
    """Paint the line from a text to its spot, on paper so that it shows on anything."""
    line = QPainterPath(QPointF(*label.placed.leader[0]))
    for point in label.placed.leader[1:]:
        line.lineTo(*point)
    ink = tone_of(label, tokens, are_soft=are_soft)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(line, pen(clear(tokens.paper, 0.55), 2.8))
    painter.strokePath(line, pen(ink, 1.4 if label.is_bold else 0.9))
    spot = QPointF(*label.placed.leader[-1])
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, radius in ((clear(tokens.paper, 0.8), DOT + 1.2), (ink, DOT)):
        painter.setBrush(colour)
        painter.drawEllipse(spot, radius, radius)


def paint_text(painter: QPainter, label: Label, tokens: Tokens, *, are_soft: bool) -> None:
    """Paint a text, and around it a halo of paper."""
    left, top, right, _ = label.placed.box
    letters = bold_as_wide(label.text, right - left) if label.is_bold else font()
    metrics = QFontMetricsF(letters)
    base = QPointF(round(left), round(top + (ROW + metrics.capHeight()) / 2))
    painter.setFont(letters)
    for aside, opacity in HALO:
        painter.setPen(clear(tokens.paper, opacity))
        painter.drawText(base + aside, label.text)
    painter.setPen(tone_of(label, tokens, are_soft=are_soft))
    painter.drawText(base, label.text)


def font() -> QFont:
    """Return the letters of a name."""
    made = QFont()
    made.setPixelSize(SIZE)
    return made


def bold_as_wide(text: str, width: float) -> QFont:
    """Return bold letters, set so close that a text is no wider than in plain ones."""
    made = font()
    made.setBold(True)
    excess = QFontMetricsF(made).horizontalAdvance(text) - width
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -max(0.0, excess) / max(1, len(text)))
    return made


def tone_of(label: Label, tokens: Tokens, *, are_soft: bool) -> QColor:
    """Return the colour in which a name and its leader are written."""
    if label.is_bold or not are_soft:
        return QColor(tokens.ink)
    return mix(tokens.ink, tokens.paper, 0.62)
