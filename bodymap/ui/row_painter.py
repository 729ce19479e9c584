"""Paints one row of the list: number, name, a bar for its share, and the reasons below."""

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QFont, QPainter, QPen, QStaticText, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate

from bodymap.inquiry.rows import Row
from bodymap.ui.overlay import paint_ring
from bodymap.ui.theme import Tokens, clear, mix

if TYPE_CHECKING:  # it brings all of Qt's styles, which a start does not need
    from PySide6.QtWidgets import QStyleOptionViewItem

ROW_ROLE = Qt.ItemDataRole.UserRole
PAD = 12
NUMBER = 34
"""How far the words are moved in beside a number."""
DISC = 11
"""Radius of the disc that a number stands on."""
BAR = 5
OPEN_TINT, OPEN_EDGE = 0.14, 4
"""How much an open row is tinted, and the width of the bar at its edge that needs no colour."""
LINK_REACH = 8
"""How far above its words the way to another view can be pressed."""
MOST_TEXTS = 600
WRAP = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

Index = QModelIndex | QPersistentModelIndex


class RowPainter(QStyledItemDelegate):
    """Paints a row: number, name, side, a bar for its share, and the reasons below."""

    def __init__(self, tokens: Tokens, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._texts: dict[tuple[str, str, int], QStaticText] = {}
        self._fonts: dict[str, QFont] = {}
        self.take_tokens(tokens)

    def take_tokens(self, tokens: Tokens) -> None:
        """Paint in the colours of a theme."""
        self.tokens = tokens
        self._texts, self._fonts = {}, {}
        self._inks = {
            "title": QColor(tokens.ink),
            "reason": mix(tokens.ink, tokens.ink_soft, 0.6),
            "soft": QColor(tokens.ink_soft),
            "link": QColor(tokens.accent),
            "found": QColor(tokens.ink),
        }

    def sizeHint(self, _option: "QStyleOptionViewItem", index: Index) -> QSize:
        row: Row = index.data(ROW_ROLE)
        width = self._view.viewport().width()
        return QSize(width, self._lay_out(None, QRect(0, 0, width, 0), row))

    def paint(self, painter: QPainter, option: "QStyleOptionViewItem", index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_open:
            painter.fillRect(rect, clear(self.tokens.candidate, OPEN_TINT))
            painter.fillRect(rect.x(), rect.y(), OPEN_EDGE, rect.height(), QColor(self.tokens.ink))
        elif index == self._view.indexAt(self._view.viewport().mapFromGlobal(QCursor.pos())):
            painter.fillRect(rect, clear(self.tokens.accent, 0.08))
        self._lay_out(painter, rect, row)
        painter.setPen(QColor(self.tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self._view.hasFocus() and index == self._view.currentIndex():
            paint_ring(painter, rect, self.tokens)
        painter.restore()

    def _lay_out(self, painter: QPainter | None, rect: QRect, row: Row) -> int:
        """Paint the row, or only measure it when there is no painter; return its height."""
        left = self.indent(row)
        width = rect.width() - left - PAD
        y = rect.top() + PAD - 2
        if painter and row.rank:
            radius = self.tokens.scale.px(DISC)
            self._paint_number(painter, QPointF(rect.left() + PAD + radius, y + radius), row)
        for words, kind in _lines(row):
            text = self._text(words, kind, width)
            if painter:
                painter.setFont(self._lettering(kind))
                painter.setPen(self._inks[kind])
                painter.drawStaticText(rect.left() + left, y, text)
            y += _height(text) + (1 if kind == "title" else 4)
            if kind == "title" and row.rank:
                y += self._paint_share(painter, QPoint(rect.left() + left, y + 3), width, row)
        return y + PAD - 4 - rect.top()

    def indent(self, row: Row) -> int:
        """Return how far from the left the words of a row begin."""
        return PAD + (self.tokens.scale.px(NUMBER) if row.rank else 0)

    def _text(self, words: str, kind: str, width: int) -> QStaticText:
        """Return a text laid out for a width; the same are asked for again and again."""
        key = words, kind, width
        if key not in self._texts:
            if len(self._texts) > MOST_TEXTS:
                self._texts.clear()
            text = QStaticText(words)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setTextOption(WRAP)
            text.setTextWidth(width)
            text.prepare(font=self._lettering(kind))
            self._texts[key] = text
        return self._texts[key]

    def _lettering(self, kind: str) -> QFont:
        if kind not in self._fonts:
            scale, made = self.tokens.scale, QFont(self._view.font())
            made.setPixelSize(scale.strong if kind == "title" else scale.note)
            made.setBold(kind in {"title", "number", "link", "found"})
            self._fonts[kind] = made
        return self._fonts[kind]

    def is_link_at(self, rect: QRect, row: Row, y: int) -> bool:
        """Whether a height in the list, within the row's rectangle, is that of its way to another view."""
        if row.elsewhere is None:
            return False
        left = self.indent(row)
        height = _height(self._text(row.elsewhere.words, "link", rect.width() - left - PAD))
        return y >= rect.bottom() - PAD - height - LINK_REACH

    def _paint_number(self, painter: QPainter, centre: QPointF, row: Row) -> None:
        painter.setPen(QPen(QColor(self.tokens.badge if row.tone else self.tokens.ink_soft), 1))
        painter.setBrush(QColor(self.tokens.badge if row.tone else self.tokens.raised))
        radius = self.tokens.scale.px(DISC)
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(QColor(self.tokens.badge_ink if row.tone else self.tokens.ink))
        painter.setFont(self._lettering("number"))
        box = QRectF(centre.x() - radius - 1, centre.y() - radius - 1, 2 * radius + 2, 2 * radius + 2)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(row.rank))

    def _paint_share(self, painter: QPainter | None, corner: QPoint, width: int, row: Row) -> int:
        if painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(clear(self.tokens.line, 0.6))
            painter.drawRoundedRect(QRectF(corner.x(), corner.y(), width, BAR), 2.5, 2.5)
            painter.setBrush(bar_ink(self.tokens))
            painter.drawRoundedRect(
                QRectF(corner.x(), corner.y(), max(BAR, width * row.share), BAR), 2.5, 2.5
            )
        return BAR + 9


def bar_ink(tokens: Tokens) -> QColor:
    """Return the colour of the bar for a row's share, which stands out also on an open row."""
    return mix(tokens.candidate, tokens.ink, 0.8)


def _lines(row: Row) -> Iterator[tuple[str, str]]:
    """Go through the texts of a row, each with the kind of lettering it is written in."""
    yield f"{row.title} · {row.subtitle}" if row.rank else row.title, "title"
    if not row.rank:
        yield row.subtitle, "soft"
        return
    if row.found:
        yield row.found, "found"
    yield from ((reason, "reason") for reason in row.reasons)
    if row.against:
        yield row.against, "soft"
    if row.elsewhere:
        yield row.elsewhere.words, "link"


def _height(text: QStaticText) -> int:
    return ceil(text.size().height())
