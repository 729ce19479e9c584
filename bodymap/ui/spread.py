"""The one thing that moves: the zone of a muscle that was just opened spreads from its trigger points."""

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

LASTS_MS = 420
"""How long a zone takes to spread: long enough to be followed, over before one would wait for it."""


class Spread(QObject):
    """Runs from nothing to the whole zone; ended early, it is the whole zone at once.

    Signals:
        grown: how much of the zone is to be seen, 0 to 1.
    """

    grown = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.may_move = False
        """Whether anything may move by itself."""
        self._run: QVariantAnimation | None = None

    @property
    def is_running(self) -> bool:
        """Whether a zone is spreading."""
        return self._run is not None and self._run.state() is QVariantAnimation.State.Running

    def begin(self) -> None:
        """Begin at nothing."""
        self._run = self._run or self._make()
        self.grown.emit(0.0)
        self._run.start()

    def end(self) -> None:
        """Be at the end, if it is running."""
        if self._run is not None and self.is_running:
            self._run.stop()
            self.grown.emit(1.0)

    def go_to(self, milliseconds: int) -> None:
        """Be this far, without waiting for a clock."""
        if self._run is not None and self.is_running:
            self._run.setCurrentTime(milliseconds)

    def _on_value(self, value: float) -> None:
        self.grown.emit(value)

    def _make(self) -> QVariantAnimation:
        run = QVariantAnimation(self)
        run.setStartValue(0.0)
        run.setEndValue(1.0)
        run.setDuration(LASTS_MS)
        run.setEasingCurve(QEasingCurve.Type.InOutQuad)
        run.valueChanged.connect(self._on_value)
        return run
