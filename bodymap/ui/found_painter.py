"""Paints a line of what was found: a heading, or a hit with what it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen

from bodymap.inquiry.find import FoundHit
from bodymap.ui.measures import LEAST_HEIGHT
from bodymap.ui.row_painter import PAD, ROW_ROLE, Index, RowPainter
from bodymap.ui.theme import clear

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

GAP, EDGE, TICK = 4, 4, 16
"""Room around words, the width of the bar at the current hit, and room for a tick."""


class FoundPainter(RowPainter):
    """Paints headings and hits in the lettering of the list."""

    def sizeHint(self, _option: "QStyleOptionViewItem", index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self._lay_line(None, QRect(0, 0, width, 0), index.data(ROW_ROLE)))

    def paint(self, painter: QPainter, option: "QStyleOptionViewItem", index: Index) -> None:
        line: str | FoundHit = index.data(ROW_ROLE)
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, str):
            painter.fillRect(rect, QColor(self.tokens.panel))
        elif index == self._view.currentIndex():
            self._mark(painter, rect)
        self._lay_line(painter, rect, line)
        painter.setPen(QColor(self.tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _mark(self, painter: QPainter, rect: QRect) -> None:
        """Show that Enter would choose this: by a bar and a frame, not by colour alone."""
        painter.fillRect(rect, clear(self.tokens.accent, 0.14))
        painter.fillRect(rect.x(), rect.y(), EDGE, rect.height(), QColor(self.tokens.accent))
        painter.setPen(QPen(QColor(self.tokens.accent), 1))
        painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, -1.5, -1.5))

    def _lay_line(self, painter: QPainter | None, rect: QRect, line: str | FoundHit) -> int:
        """Paint the line, or only measure it when there is no painter; return its height."""
        if isinstance(line, str):
            return self._write(painter, rect, GAP, [(line, "number")])
        title = f"✓ {line.title}" if line.is_chosen else line.title
        words = [(title, "title"), (line.subtitle, "soft")]
        needed = self._write(None, rect, PAD // 2, words)
        height = max(LEAST_HEIGHT, needed)
        self._write(painter, rect, PAD // 2 + (height - needed) // 2, words)
        return height

    def _write(self, painter: QPainter | None, rect: QRect, room: int, words: list[tuple[str, str]]) -> int:
        y = rect.top() + room
        for text, kind in words:
            if not text:
                continue
            laid = self._text(text, kind, rect.width() - 2 * PAD)
            if painter:
                painter.setFont(self._lettering(kind))
                painter.setPen(self._inks.get(kind, self._inks["soft"]))
                painter.drawStaticText(rect.left() + PAD, y, laid)
            y += round(laid.size().height() + 0.49)
        return y + room - rect.top()
