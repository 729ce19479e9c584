"""The slider that peels the drawing: skin, muscles, deep muscles, bone, each stop by its name."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QWidget

from bodymap.inquiry.state import Layer
from bodymap.language import say
from bodymap.ui.overlay import pen
from bodymap.ui.theme import Tokens

LEAST_STOP, STOP_ROOM, NARROW_ROOM = 48, 16, 7
"""The least room in pixels for a stop, and the room around its name: usually, and in a narrow window."""
GAP = 2
"""Between the knob and the names."""
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
        self._room, self._spare = LEAST_STOP, STOP_ROOM
        self.setAccessibleName(say("How deep the drawing is opened"))
        self.setToolTip(say("Peel the drawing (1 to 4)"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPageStep(1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.valueChanged.connect(self._on_value)

    def show_tokens(self, tokens: Tokens) -> None:
        """Paint in the colours of a theme."""
        self._tokens = tokens
        self._measure()
        self.update()

    def show_layers(self, layers: tuple[tuple[Layer, str], ...], layer: Layer) -> None:
        """Offer these layers, and show which one is open."""
        self.blockSignals(True)  # noqa: FBT003 - Qt takes no keywords
        if layers != self._layers:
            self._layers = layers
            self.setRange(0, len(layers) - 1)
            self._measure()
        self.setValue([known for known, _ in layers].index(layer))
        self.blockSignals(False)  # noqa: FBT003
        self.setAccessibleDescription(self._layers[self.value()][1])
        self.update()

    def draw_close(self, *, is_narrow: bool) -> None:
        """Set the stops closer together, where there is little room."""
        spare = NARROW_ROOM if is_narrow else STOP_ROOM
        if spare != self._spare:
            self._spare = spare
            self._measure()

    def _measure(self) -> None:
        """Give each stop the room that the longest name needs."""
        metrics = QFontMetrics(self._letters(is_bold=True))
        names = [metrics.horizontalAdvance(words) for _, words in self._layers]
        self._room = max([LEAST_STOP, *(width + self._spare for width in names)])
        self.setFixedSize(self.sizeHint())

    def _letters(self, *, is_bold: bool) -> QFont:
        made = QFont(self.font())
        made.setPixelSize(self._tokens.scale.note)
        made.setBold(is_bold)
        return made

    def stop_at(self, layer: Layer) -> QPointF:
        """Return the middle of a layer's stop, in pixels."""
        return self._stop([known for known, _ in self._layers].index(layer))

    def _stop(self, number: int) -> QPointF:
        return QPointF(self._room * (number + 0.5), TRACK)

    def _on_value(self, value: int) -> None:
        self.chosen.emit(self._layers[value][0])

    @property
    def _height(self) -> int:
        return round(TRACK + KNOB + GAP + self._tokens.scale.px(20))

    def sizeHint(self) -> QSize:
        return QSize(self._room * len(self._layers), self._height)

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
        self.setValue(min(len(self._layers) - 1, max(0, int(x // self._room))))

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
        painter.setFont(self._letters(is_bold=number == self.value()))
        painter.setPen(ink)
        below = TRACK + KNOB
        box = QRectF(self._room * number, below, self._room, self._height - below)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def _paint_knob(self, painter: QPainter, here: QPointF, accent: QColor, ink: QColor) -> None:
        painter.setBrush(accent)
        painter.drawEllipse(here, KNOB, KNOB)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(ink, 2))
            painter.drawEllipse(here, KNOB + 3, KNOB + 3)
