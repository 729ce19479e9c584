"""A child: a bare window that paints something and answers a press, as any such program must."""

import time

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from benchmarks.machine import tell


class _Sheet(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.pressed = False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor("#1f5c8f" if self.pressed else "#fffdfa"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed = event.button() is Qt.MouseButton.LeftButton
        self.update()


def main() -> None:
    application = QApplication(["bare"])
    window = QMainWindow()
    sheet = _Sheet()
    window.setCentralWidget(sheet)
    window.resize(1280, 860)
    window.show()
    application.processEvents()
    press(sheet, QPointF(100, 100))
    application.processEvents()
    tell(ready=time.monotonic())


def press(widget: QWidget, place: QPointF) -> None:
    """Press and let go the left button, without the test library."""
    left, nothing = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    plain = Qt.KeyboardModifier.NoModifier
    screen = QPointF(widget.mapToGlobal(place))
    for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, nothing)):
        QCoreApplication.sendEvent(widget, QMouseEvent(kind, place, screen, left, held, plain))


if __name__ == "__main__":
    main()
