"""What is said when something is wrong: a strip with one line and its details, never a box to be answered."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bodymap.language import say, say_number


class Alerts(QWidget):
    """A strip at the foot of the window that lists what could not be used, until it is dismissed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[str, ...] = ()
        self._text = QLabel()
        self._text.setObjectName("warning")
        self._text.setWordWrap(True)
        self._more = QPushButton(say("Show all"))
        self._more.clicked.connect(self._show_all)
        close = QPushButton(say("Dismiss"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.addWidget(self._text, 1)
        row.addWidget(self._more)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 10)
        column.addLayout(row)
        self.hide()

    def show_problems(self, lines: Sequence[str]) -> None:
        """Say what is wrong, one line each; the first is shown at once."""
        self._lines = tuple(lines)
        self.setVisible(bool(lines))
        if lines:
            self._text.setText(_shorten(self._lines))
            self._more.setVisible(len(lines) > 1)

    @property
    def lines(self) -> tuple[str, ...]:
        """What is wrong, line by line."""
        return self._lines

    def _show_all(self) -> None:
        self._text.setText("\n".join(f"⚠ {line}" for line in self._lines))
        self._more.hide()


def _shorten(lines: Sequence[str]) -> str:
    """Return the first line, and how many there are besides."""
    if len(lines) == 1:
        return f"⚠ {lines[0]}"
    return say_number(
        len(lines) - 1, "⚠ {problem}  (and 1 more)", "⚠ {problem}  (and {number} more)", problem=lines[0]
    )
