"""The slider that peels the drawing: skin, muscles, deep muscles, bone, each stop by its name."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QWidget

from bodymap.inquiry.state import Layer
from bodymap.language import say
from bodymap.ui.overlay import pen
from bodymap.ui.theme import Tokens

STOP = 84
"""Room in pixels for each stop and its name."""
HEIGHT = 44
TRACK, KNOB, DOT = 13.0, 9.0, 4.0
"""How far down the track lies, and the radii of the knob and of a stop."""


class LayerSlider(QSlider):
    """One stop for each layer; dragged, pressed at a name, or moved by the arrow keys.

    Signals:
        chosen: the Layer of the stop that the user went to.
    """

    chosen = Signal(object)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._tokens = tokens
        self._layers: tuple[tuple[Layer, str], ...] = ()
        self.setAccessibleName(say("How deep the drawing is opened"))
        self.setToolTip(say("Peel the drawing (1 to 4)"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPageStep(1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.valueChanged.connect(self._on_value)

    def show_tokens(self, tokens: Tokens) -> None:
        """Paint in the colours of a theme."""
        self._tokens = tokens
        self.update()

    def show_layers(self, layers: tuple[tuple[Layer, str], ...], layer: Layer) -> None:
        """Offer these layers, and show which one is open."""
        self.blockSignals(True)  # noqa: FBT003 - Qt takes no keywords
        if layers != self._layers:
            self._layers = layers
            self.setRange(0, len(layers) - 1)
            self.setFixedSize(self.sizeHint())
        self.setValue([known for known, _ in layers].index(layer))
        self.blockSignals(False)  # noqa: FBT003
        self.setAccessibleDescription(self._layers[self.value()][1])
        self.update()

    def stop_at(self, layer: Layer) -> QPointF:
        """Return the middle of a layer's stop, in pixels."""
        return self._stop([known for known, _ in self._layers].index(layer))

    def _stop(self, number: int) -> QPointF:
        return QPointF(STOP * (number + 0.5), TRACK)

    def _on_value(self, value: int) -> None:
        self.chosen.emit(self._layers[value][0])

    def sizeHint(self) -> QSize:
        return QSize(STOP * len(self._layers), HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._go_to(event.position().x())
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _go_to(self, x: float) -> None:
        self.setValue(min(len(self._layers) - 1, max(0, int(x // STOP))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent, line, ink = map(QColor, (self._tokens.accent, self._tokens.ink_soft, self._tokens.ink))
        here = self._stop(self.value())
        painter.setPen(pen(line, 3))
        painter.drawLine(self._stop(0), self._stop(len(self._layers) - 1))
        painter.setPen(pen(accent, 3))
        painter.drawLine(self._stop(0), here)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, (_, words) in enumerate(self._layers):
            is_passed = number <= self.value()
            painter.setBrush(accent if is_passed else line)
            painter.drawEllipse(self._stop(number), DOT, DOT)
            self._write(painter, number, words, ink)
        self._paint_knob(painter, here, accent, ink)

    def _write(self, painter: QPainter, number: int, words: str, ink: QColor) -> None:
        painter.save()
        font = painter.font()
        font.setPixelSize(13)
        font.setBold(number == self.value())
        painter.setFont(font)
        painter.setPen(ink)
        box = QRectF(STOP * number, TRACK + KNOB, STOP, HEIGHT - TRACK - KNOB)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def _paint_knob(self, painter: QPainter, here: QPointF, accent: QColor, ink: QColor) -> None:
        painter.setBrush(accent)
        painter.drawEllipse(here, KNOB, KNOB)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(ink, 2))
            painter.drawEllipse(here, KNOB + 3, KNOB + 3)
