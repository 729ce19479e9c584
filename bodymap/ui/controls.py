"""Small controls that more than one panel uses: a choice of one among few, and rows that wrap."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLayout, QLayoutItem, QPushButton, QWidget


class Choice(QWidget):
    """A row of buttons of which exactly one is down.

    Signals:
        chosen: the value of the button that was pressed.
    """

    chosen = Signal(object)

    def __init__(
        self, name: str, options: Mapping[Any, tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Make a button for each option; its value maps to its text and its hint."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._values = list(options)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for number, (text, hint) in enumerate(options.values()):
            button = QPushButton(text, self)
            button.setCheckable(True)
            button.setToolTip(hint)
            button.setAccessibleDescription(f"{name}. {hint}")
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idClicked.connect(self._on_clicked)

    def show_choice(self, value: object) -> None:
        """Show which one is chosen."""
        button = self._group.button(self._values.index(value))
        if button and not button.isChecked():
            button.setChecked(True)

    def button(self, value: object) -> QPushButton:
        """Return the button of a value."""
        return self.findChildren(QPushButton)[self._values.index(value)]

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self._values[number])


def label_of(kind: str) -> QLabel:
    """Make a label for words that wrap; its kind is its name in the style sheet."""
    label = QLabel()
    label.setObjectName(kind)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def fit(button: QPushButton, before: str, words: str, after: str, room: int) -> None:
    """Write words on a button between signs that must be seen; what is cut off is told as a hint."""
    metrics = button.fontMetrics()
    left = room - metrics.horizontalAdvance(before + after)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, left) if left > 0 else words
    button.setText(f"{before}{shown}{after}")
    button.setToolTip("" if shown == words else words)


class WrappingRow(QLayout):
    """Lays widgets side by side and goes to the next line when there is no room."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, is_trial: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap, 0
            if not is_trial:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x, line = x + hint.width() + self._gap, max(line, hint.height())
        return y + line - rect.y()
