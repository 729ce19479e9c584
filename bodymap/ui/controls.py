"""Small controls that more than one panel uses: a choice of one among few, and rows that wrap."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLayout, QLayoutItem, QPushButton, QWidget

from bodymap.ui.measures import SPACE_1


class Choice(QWidget):
    """A row of buttons of which exactly one is down.

    Signals:
        chosen: the value of the button that was pressed.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        options: Mapping[Any, tuple[str, str]],
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
    ) -> None:
        """Make a button for each option; its value maps to its text and its hint."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._values = list(options)
        row: QLayout = WrappingRow(self, SPACE_1) if wraps else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_1)
        for number, (text, hint) in enumerate(options.values()):
            button = QPushButton(text, self)
            button.setCheckable(True)
            button.setToolTip(hint)
            button.setAccessibleDescription(f"{name}. {hint}" if hint else name)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idToggled.connect(self._on_toggled)  # a screen reader toggles, without a click

    def show_choice(self, value: object) -> None:
        """Show which one is chosen."""
        button = self._group.button(self._values.index(value))
        if button and not button.isChecked():
            self._group.blockSignals(True)  # noqa: FBT003 - Qt takes no keywords
            button.setChecked(True)
            self._group.blockSignals(False)  # noqa: FBT003

    def button(self, value: object) -> QPushButton:
        """Return the button of a value."""
        return self.findChildren(QPushButton)[self._values.index(value)]

    def _on_toggled(self, number: int, is_on: bool) -> None:  # noqa: FBT001 - Qt's own signal
        if is_on:
            self.chosen.emit(self._values[number])


def label_of(kind: str) -> QLabel:
    """Make a label for words that wrap; its kind is its name in the style sheet."""
    label = QLabel()
    label.setObjectName(kind)
    label.setIndent(0)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class WrappingRow(QLayout):
    """Lays widgets side by side and goes to the next line when there is no room.

    Those of a line may share its whole width, so that their outer edges stand in line with what is above.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 6, *, fills: bool = False) -> None:
        super().__init__(parent)
        self._fills = fills
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
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _place(self, rect: QRect, *, is_trial: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        y = inner.y()
        for line in self._lines(inner.width()):
            height = max(item.sizeHint().height() for item in line)
            if not is_trial:
                self._place_line(line, QRect(inner.x(), y, inner.width(), height))
            y += height + self._gap
        return max(0, y - self._gap - inner.y()) + rect.height() - inner.height()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Share the items that are seen among lines."""
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            needed = item.sizeHint().width()
            if not lines or needed > left:
                lines.append([])
                left = width
            lines[-1].append(item)
            left -= needed + self._gap
        return lines

    def _place_line(self, line: list[QLayoutItem], room: QRect) -> None:
        """Lay the items of a line side by side; what is left over they share, if they are to fill it."""
        widths = [min(item.sizeHint().width(), room.width()) for item in line]
        spare = room.width() - sum(widths) - self._gap * (len(line) - 1) if self._fills else 0
        x = room.x()
        for number, (item, width) in enumerate(zip(line, widths, strict=True), 1):
            own = width + spare // len(line) + (spare % len(line) if number == len(line) else 0)
            item.setGeometry(QRect(QPoint(x, room.y()), QSize(own, item.sizeHint().height())))
            x += own + self._gap
