"""A ring that fills while a finger presses: followed by eye, and by ear where that is switched on."""

import time
from collections.abc import Callable
from importlib import import_module
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from bodymap.language import say, say_number
from bodymap.ui.theme import Tokens, mix

if TYPE_CHECKING:
    from bodymap.ui.sound import Sound

SIZE, BAND = 108, 11
TRACK = 0.2
"""How much of the ink is in what is still to be filled."""
FRAME_MS = 33
WHOLE, TOP = 360 * 16, 90 * 16
"""A full turn, and where it begins, in Qt's sixteenths of a degree."""


class Ring(QAbstractButton):
    """Counts the seconds of a press, begun and stopped by pressing it.

    Signals:
        ended: the seconds are full.
    """

    ended = Signal()

    def __init__(
        self,
        tokens: Tokens,
        parent: QWidget | None = None,
        now: Callable[[], float] = time.monotonic,
        sound: "Sound | None" = None,
    ) -> None:
        """Make a ring; ``now`` is the clock that it goes by."""
        super().__init__(parent)
        self._tokens = tokens
        self._now = now
        self._sound = sound
        self._seconds, self._notch = 5, 0
        self._begun: float | None = None
        self._is_full = False
        self._told = 0
        self._moves = True
        self.is_heard = False
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self.advance)
        self.clicked.connect(self._on_clicked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())
        self._name()

    @property
    def is_running(self) -> bool:
        """Whether seconds are being counted."""
        return self._begun is not None

    @property
    def filled(self) -> float:
        """How much of the ring is full, 0 to 1."""
        if self._begun is None:
            return float(self._is_full)
        passed = min(self._now() - self._begun, self._seconds)
        return (passed if self._moves else int(passed)) / self._seconds

    @property
    def count(self) -> str:
        """What stands in the ring: the seconds that are left, or that it went well."""
        if self._begun is None:
            return "✓" if self._is_full else str(self._seconds)
        return str(max(1, ceil(self._seconds - (self._now() - self._begun))))

    def show_tokens(self, tokens: Tokens) -> None:
        """Paint in the colours of a theme."""
        self._tokens = tokens
        self.update()

    def show_motion(self, *, is_on: bool) -> None:
        """Fill evenly, or, where things are to keep still, once a second."""
        self._moves = is_on
        self.update()

    def show_seconds(self, seconds: int, notch: int = 0) -> None:
        """Stand ready to count some seconds, with a mark on the way."""
        self.stop()
        self._seconds, self._notch = max(1, seconds), notch
        self._is_full = False
        self._name()
        self.update()

    def start(self) -> None:
        """Count from the beginning."""
        self._begun, self._is_full, self._told = self._now(), False, 0
        self._timer.start()
        self._name()
        self.update()

    def stop(self) -> None:
        """Stop counting; what was counted is forgotten."""
        self._begun = None
        self._timer.stop()
        self._name()
        self.update()

    def advance(self) -> None:
        """Show how far the clock has come, and tell each full second."""
        if self._begun is None:
            return
        passed = self._now() - self._begun
        if passed >= self._seconds:
            self._finish()
        elif int(passed) > self._told:
            self._told = int(passed)
            self._heard("tick")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIZE, SIZE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.stop()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(BAND, BAND, -BAND, -BAND)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._tokens.accent), 2))
            painter.drawEllipse(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))
        painter.setPen(QPen(mix(self._tokens.ink, self._tokens.raised, TRACK), BAND))
        painter.setBrush(QColor(self._tokens.raised))
        painter.drawEllipse(inner)
        painter.setPen(QPen(QColor(self._tokens.accent), BAND, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(inner, TOP, -round(self.filled * WHOLE))
        if self._notch:
            painter.setPen(
                QPen(QColor(self._tokens.ink), BAND, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            )
            painter.drawArc(inner, TOP - round(self._notch / self._seconds * WHOLE) + 16, -32)
        self._paint_count(painter, inner)

    def _paint_count(self, painter: QPainter, inner: QRectF) -> None:
        font = QFont(self.font())
        font.setPixelSize(round(inner.height() * 0.4))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._tokens.ink))
        painter.drawText(inner.translated(0, -7), Qt.AlignmentFlag.AlignCenter, self.count)
        font.setPixelSize(round(inner.height() * 0.15))
        painter.setFont(font)
        below = QRectF(inner.left(), inner.center().y() + 12, inner.width(), 20)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._word())

    def _word(self) -> str:
        """Say what pressing the ring does."""
        if self.is_running:
            return say("stop")
        return say("again") if self._is_full else say("start")

    def _finish(self) -> None:
        self._begun, self._is_full = None, True
        self._timer.stop()
        self._heard("end")
        self._name()
        words = say_number(self._seconds, "1 second is over", "{number} seconds are over")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.ended.emit()

    def _heard(self, what: str) -> None:
        """Play a sound; what makes it is fetched when it is first heard."""
        if self.is_heard:
            self._sound = self._sound or import_module("bodymap.ui.sound").Sound()
            getattr(self._sound, what)()

    def _name(self) -> None:
        """Say to a screen reader what the ring is, and what pressing it does."""
        counts = say_number(self._seconds, "Count 1 second", "Count {number} seconds")
        self.setAccessibleName(say("Stop counting") if self.is_running else counts)
        self.setToolTip(say("Start or stop the ring (Space)"))

    def _on_clicked(self) -> None:
        if self.is_running:
            self.stop()
        else:
            self.start()
