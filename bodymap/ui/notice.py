"""A strip at the foot of the window with one sentence and a few ways on; nobody has to answer it."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QPushButton, QWidget

from bodymap.language import say
from bodymap.ui.controls import label_of


class Notice(QWidget):
    """Says one thing at a time, and goes when one of its buttons was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._text = label_of("warning")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 8, 14, 10)
        self._row.setSpacing(6)
        self._row.addWidget(self._text, 1)
        self._buttons: list[QPushButton] = []
        self.hide()

    @property
    def words(self) -> str:
        """What is said, or nothing."""
        return "" if self.isHidden() else self._text.text()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The ways on."""
        return tuple(self._buttons)

    def lay_in(self, window: QMainWindow) -> None:
        """Take the place at the foot of a window."""
        whole = window.centralWidget()
        layout = whole.layout() if whole else None
        if layout:
            layout.addWidget(self)

    def show_words(self, words: str, ways: Mapping[str, Callable[[], object]] | None = None) -> None:
        """Say something, with a button for each way on besides putting it away."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(text, do) for text, do in (ways or {say("Dismiss"): _leave_it}).items()]
        self._text.setText(f"⚠ {words}")
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)

        def on_clicked() -> None:
            self.hide()
            do()

        button.clicked.connect(on_clicked)
        self._row.addWidget(button)
        return button


def _leave_it() -> None:
    """Do nothing: the notice was read."""
