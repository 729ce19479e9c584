"""The words over the drawing: which side it is, and the name of what is pointed at."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

MARGIN = 16


class Captions:
    """Two labels over a widget that let every press through."""

    def __init__(self, over: QWidget) -> None:
        """Lay the labels over a widget."""
        self._over = over
        self._side = _label(over, "side")
        self._name = _label(over, "name")
        self._side.move(MARGIN, MARGIN - 2)
        self._name.hide()

    def show_side(self, words: str) -> None:
        """Say which side of the patient is seen."""
        self._side.setText(words)
        self._side.adjustSize()

    def show_name(self, name: str) -> None:
        """Name what is pointed at; nothing is named with an empty text."""
        self._name.setText(name)
        self._name.setVisible(bool(name))
        self._name.adjustSize()
        middle = (self._over.width() - self._name.width()) // 2
        self._name.move(max(MARGIN // 2, middle), self._over.height() - self._name.height() - MARGIN)

    @property
    def name(self) -> str:
        """What is named now."""
        return self._name.text() if self._name.isVisibleTo(self._over) else ""


def _label(over: QWidget, kind: str) -> QLabel:
    made = QLabel(over)
    made.setObjectName(kind)
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made
