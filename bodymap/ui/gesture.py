"""What fingers or the mouse do on the drawing: a press, a drag, or two fingers that spread."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF

CLOSE = 8.0
"""Fingers closer than this, in pixels, say nothing of how far they spread."""


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a gesture: the drawing moves by some pixels and grows by a factor about a point."""

    pan: QPointF
    factor: float
    about: QPointF


class Gesture:
    """Follows one or two points from their first touch to the last; what never moved was a press."""

    def __init__(self, slack: float) -> None:
        """Begin; a point that moves no further than the slack, in pixels, is still a press."""
        self._slack = slack
        self._start: QPointF | None = None
        self._last: tuple[QPointF, ...] = ()
        self._moves = False

    @property
    def is_under_way(self) -> bool:
        """Whether a button or a finger is down."""
        return bool(self._last)

    @property
    def resting(self) -> QPointF | None:
        """Where a finger or the mouse is down and never moved, if so."""
        return self._last[0] if self._last and not self._moves else None

    def follow(self, points: Sequence[QPointF]) -> Step | None:
        """Take where the points are now; return what the drawing is to do, if anything."""
        now = tuple(QPointF(point) for point in points[:2])
        before, same = self._last, len(now) == len(self._last)
        if not before:
            self._start, self._moves = now[0], False
        if len(now) > 1:
            self._moves = True
        if before and not self._moves:
            start = self._start or now[0]
            if (now[0] - start).manhattanLength() < self._slack:
                return None
            self._moves = True
        self._last = now
        return _step(before, now) if before and same else None

    def end(self) -> QPointF | None:
        """Let go; return where it was a press."""
        pressed = self._last[0] if self._last and not self._moves else None
        self._start, self._last, self._moves = None, (), False
        return pressed


def _step(before: tuple[QPointF, ...], now: tuple[QPointF, ...]) -> Step:
    """Return how the drawing follows points that moved."""
    middle, was = _middle(now), _middle(before)
    factor = 1.0
    if len(now) > 1:
        spread, old = QLineF(*now).length(), QLineF(*before).length()
        factor = spread / old if min(spread, old) > CLOSE else 1.0
    return Step(middle - was, factor, middle)


def _middle(points: tuple[QPointF, ...]) -> QPointF:
    whole = QPointF()
    for point in points:
        whole += point
    return whole / len(points)
