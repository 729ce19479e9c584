"""A child: presses in the window, each from the button going down until everything is painted."""

import random
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.machine import memory, tell
from bodymap import app
from bodymap.inquiry.state import Layer
from bodymap.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable

ROUND = ("start over", "region", "region", "region", "region", "layer", "muscle", "muscle", "muscle", "layer")
VIEW_EVERY = 4
"""The patient is turned in every fourth round."""
SEED = 20
LOOK_MS = 150
"""Nobody presses again sooner; what is told to a screen reader is told by then."""
IDLE_MS = 700
"""By then what the program does after its start, when it has nothing else to do, has begun."""


class _Presser:
    """Presses in rounds: some regions, then muscles on two layers, then all of it forgotten."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._dice = random.Random(SEED)
        self._layers = [Layer.SURFACE, Layer.SKIN, Layer.DEEP, Layer.SKIN]
        self._view = 0
        self._do: dict[str, Callable[[], tuple[QWidget, QPoint]]] = {
            "start over": lambda: _middle(window.top.start_over),
            "region": self._shape,
            "muscle": self._shape,
            "layer": self._layer,
            "view": self._next_view,
        }

    def press(self, kind: str) -> tuple[float, float]:
        """Press something of a kind; return the milliseconds until it was painted, then the processor's."""
        widget, place = self._do[kind]()
        took = _clock(widget, place)
        self.rest()
        return took

    def rest(self) -> None:
        """Let the background finish, as it does while the user looks."""
        QTest.qWait(LOOK_MS)
        for _ in range(3):
            self._window.diagram.scene.wait()
            QApplication.processEvents()

    def _shape(self) -> tuple[QWidget, QPoint]:
        diagram = self._window.diagram
        while True:
            shape = self._dice.choice(list(diagram.scene.target_names()))
            pixel = diagram.pixel_of(shape).toPoint()
            if diagram.rect().contains(pixel) and diagram.shapes_at(pixel.toPointF()):
                return diagram, pixel

    def _layer(self) -> tuple[QWidget, QPoint]:
        self._layers.append(self._layers.pop(0))
        slider = self._window.top.layers
        return slider, slider.stop_at(self._layers[-1]).toPoint()

    def _next_view(self) -> tuple[QWidget, QPoint]:
        """Turn to the next view that has all layers."""
        buttons = [
            button for button in self._window.strip.buttons if button.seen and button.seen.plate != "mouth"
        ]
        self._view = (self._view + 1) % len(buttons)
        return _middle(buttons[self._view])


def _middle(widget: QWidget) -> tuple[QWidget, QPoint]:
    return widget, widget.rect().center()


def _kinds(number: int) -> list[str]:
    """Return what to press, one after the other; the first start over has nothing to forget."""
    found: list[str] = []
    for turn in range(number):
        found += [*ROUND, *(["view"] if turn % VIEW_EVERY == VIEW_EVERY - 1 else [])]
        if len(found) > number:
            break
    return found[1 : number + 1]


class _Yardstick(QWidget):
    """Answers a press by painting one picture anew, so that a slow moment of the machine can be told."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(960, 960)
        self._picture = QImage(self.size(), QImage.Format.Format_RGB32)
        self._picture.fill(Qt.GlobalColor.white)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).drawImage(0, 0, self._picture)

    def press(self) -> tuple[float, float]:
        return _clock(self, self.rect().center())


def _clock(widget: QWidget, place: QPoint) -> tuple[float, float]:
    """Press, and return the milliseconds until all was painted, then the processor's."""
    began, worked = time.perf_counter(), time.thread_time()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000


def main(words: list[str]) -> None:
    width, height, number = map(int, words)
    application = app.make_application()
    window = app.build(app.load_packs(), app.Options(voice="clinical"))
    window.resize(width, height)
    window.show()
    application.processEvents()
    presser = _Presser(window)
    while not window.diagram.scene.is_sharp:
        presser.rest()
    first = memory()
    QTest.qWait(IDLE_MS)
    presser.rest()
    yardstick = _Yardstick()
    yardstick.show()
    application.processEvents()
    bare = [yardstick.press() for _ in range(number)]
    yardstick.hide()
    took = [(kind, *presser.press(kind)) for kind in _kinds(number)]
    later = memory()
    window.diagram.stop()
    tell(took=took, bare=bare, size=[window.width(), window.height()], first=first, later=later)


if __name__ == "__main__":
    main(sys.argv[1:])
