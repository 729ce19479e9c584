"""A small window that explains a term of art where it was pressed."""

from html import escape

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from bodymap.inquiry.glossary import Explanation

WIDTH, GAP = 320, 14


class TermPopup(QFrame):
    """Stays until something is pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("term")
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.addWidget(self._label)

    @property
    def words(self) -> str:
        """What it says."""
        return self._label.text()

    def show_explanation(self, known: Explanation, near: QPoint) -> None:
        """Show what a term means, near a point and wholly on its screen."""
        cites = "; ".join(escape(cite.short) for cite in known.citations)
        self._label.setText(
            f"<b>{escape(known.title)}</b><br>{escape(known.text)}<br><small>[{cites}]</small>"
        )
        self.setAccessibleName(f"{known.title}. {known.text}")
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = min(max(room.left(), near.x() - WIDTH // 2), room.right() - self.width())
        below = near.y() + GAP
        is_low = below + self.height() > room.bottom()
        y = near.y() - GAP - self.height() if is_low else below
        self.move(x, min(max(room.top(), y), room.bottom() - self.height()))
        self.show()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self.hide()
