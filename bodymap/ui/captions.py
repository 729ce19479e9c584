"""The words over the drawing: the patient's sides, and the name of what is pointed at."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

MARGIN = 16


class Captions(QObject):
    """Three labels over a widget that let every press through."""

    def __init__(self, over: QWidget) -> None:
        """Lay the labels over a widget, and keep them in their corners as it grows."""
        super().__init__(over)
        self._over = over
        self._first = _label(over, "side")
        self._second = _label(over, "side")
        self._name = _label(over, "name")
        self._first.move(MARGIN, MARGIN - 2)
        self._name.hide()
        over.installEventFilter(self)

    def show_sides(self, words: tuple[str, str]) -> None:
        """Say which side of the patient is seen, or which lies left and right of the viewer."""
        for label, text in zip((self._first, self._second), words, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
            label.adjustSize()
        self._place()

    def _place(self) -> None:
        """Keep the second side at the right edge."""
        self._second.move(self._over.width() - self._second.width() - MARGIN, MARGIN - 2)

    def show_name(self, name: str) -> None:
        """Name what is pointed at; nothing is named with an empty text."""
        self._name.setText(name)
        self._name.setVisible(bool(name))
        self._name.adjustSize()
        middle = (self._over.width() - self._name.width()) // 2
        self._name.move(max(MARGIN // 2, middle), self._over.height() - self._name.height() - MARGIN)

    @property
    def sides(self) -> tuple[str, str]:
        """What is said of the patient's sides now."""
        return self._first.text(), self._second.text()

    @property
    def name(self) -> str:
        """What is named now."""
        return self._name.text() if self._name.isVisibleTo(self._over) else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)


def _label(over: QWidget, kind: str) -> QLabel:
    made = QLabel(over)
    made.setObjectName(kind)
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made
