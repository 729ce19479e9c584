"""A real window on the core pack, without a screen, and a hand that presses in it."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSettings, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bodymap import app
from bodymap.content.pack import Loaded
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import Inquiry
from bodymap.ui import picture
from bodymap.ui.settings import Settings
from bodymap.ui.window import Window

CHORDS = (0.3, 0.5, 0.7)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings in a file that belongs to one test."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> QApplication:
    """Qt's application in the program's own style and typeface."""
    return app.make_application()


@pytest.fixture(scope="session")
def _painted() -> dict[Hashable, Any]:
    return {}


@pytest.fixture
def quick_pictures(monkeypatch: pytest.MonkeyPatch, _painted: dict[Hashable, Any]) -> None:
    """Paint each picture once for the whole run: most tests look at what lies over it."""
    cut, paint = picture.Drawing.text, picture.paint

    def cut_once(drawing: picture.Drawing, what: str, *, is_mirrored: bool) -> bytes:
        key = drawing._svg, what, is_mirrored
        if key not in _painted:
            _painted[key] = cut(drawing, what, is_mirrored=is_mirrored)
        return _painted[key]

    def paint_once(svg: bytes, order: picture.Order) -> QImage:
        if (svg, order) not in _painted:
            _painted[svg, order] = paint(svg, order)
        return QImage(_painted[svg, order])

    monkeypatch.setattr(picture.Drawing, "text", cut_once)
    monkeypatch.setattr(picture, "paint", paint_once)


@pytest.fixture
def open_window(
    qtbot, loaded: Loaded, settings: Settings, quick_pictures: None
) -> Iterator[Callable[..., Window]]:
    """Open windows, most of them without the red flags that are asked first; each is closed at the end."""
    opened: list[Window] = []

    def open_one(
        options: app.Options | None = None, content: Loaded = loaded, *, asks_first: bool = False
    ) -> Window:
        if not asks_first:
            content = replace(content, atlas=replace(content.atlas, signs={}))
        window = app.build(content, replace(options or app.Options(), plate="side"), settings)
        opened.append(window)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.diagram.offer_targets()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield open_one
    for window in opened:
        window.diagram.stop()


@pytest.fixture
def window(open_window: Callable[..., Window]) -> Window:
    """The window as it opens."""
    return open_window()


class Hand:
    """Points and presses in a window, and sees what comes of it."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.diagram = window.diagram

    @property
    def inquiry(self) -> Inquiry:
        return self.window._store.inquiry

    @property
    def screen(self) -> Screen:
        return self.window._screen

    @property
    def chosen(self) -> list[str]:
        """The chosen regions, as on the command line."""
        return [str(pain) for pain in self.inquiry.pains]

    def press(self, pixel: QPointF | QPoint) -> None:
        """Press and let go with the left button."""
        QTest.mouseClick(self.diagram, Qt.MouseButton.LeftButton, pos=_whole(pixel))

    def press_shape(self, shape: str) -> None:
        """Press well inside a shape."""
        self.press(self.diagram.pixel_of(shape))

    def point(self, pixel: QPointF | QPoint) -> None:
        """Move the pointer without a button."""
        QTest.mouseMove(self.diagram, _whole(pixel))

    def edges(self, shape: str, depth: int = 1) -> list[QPoint]:
        """Return the visible pixels this deep inside an outline, at the ends of some of its chords."""
        path = self.diagram.scene.path(shape)
        frame = path.boundingRect().toAlignedRect().intersected(self.diagram.rect().adjusted(1, 1, -1, -1))
        rows = [frame.top() + round(frame.height() * share) for share in CHORDS]
        columns = [frame.left() + round(frame.width() * share) for share in CHORDS]
        chords = [[QPoint(x, y) for x in range(frame.left(), frame.right())] for y in rows]
        chords += [[QPoint(x, y) for y in range(frame.top(), frame.bottom())] for x in columns]
        inside = [[pixel for pixel in chord if path.contains(QPointF(pixel))] for chord in chords]
        return [chord[end] for chord in inside if len(chord) > 2 * depth for end in (depth, -1 - depth)]

    def drag(self, start: QPoint, end: QPoint, steps: int = 4) -> None:
        """Press, move and let go."""
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(self.diagram, left, pos=start)
        for step in range(1, steps + 1):
            QTest.mouseMove(self.diagram, start + (end - start) * step / steps)
        QTest.mouseRelease(self.diagram, left, pos=end)

    def page(self) -> str:
        """Return the text beside the drawing, as soon as it is written."""
        self.settle()
        return self.window.aside.page.toPlainText()

    def settle(self) -> None:
        """Wait until every picture that was ordered is finished and shown."""
        for _ in range(3):
            for timer in self.window.findChildren(QTimer):
                if timer.isActive():
                    timer.setInterval(0)
            QApplication.processEvents()
            self.window._sheets.wait()
            QApplication.processEvents()

    def seen(self) -> QImage:
        """Return the drawing as it stands on the screen, not painted anew, without its outermost pixels."""
        QApplication.processEvents()
        inner = QRect(self.diagram.mapTo(self.window, QPoint()), self.diagram.size()).adjusted(4, 4, -4, -4)
        grabbed = self.window.screen().grabWindow(self.window.winId(), *inner.getRect())
        return grabbed.toImage().convertToFormat(QImage.Format.Format_RGB32)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)


@pytest.fixture
def hand(window: Window) -> Hand:
    """A hand on the window."""
    return Hand(window)


@pytest.fixture
def hand_on() -> type[Hand]:
    """What makes a hand on some other window."""
    return Hand


def _whole(pixel: QPointF | QPoint) -> QPoint:
    return pixel.toPoint() if isinstance(pixel, QPointF) else pixel
