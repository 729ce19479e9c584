"""The bars above and below the drawing: steps back, what a press means, words, side and zoom."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from bodymap.anatomy.region import Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import Layer
from bodymap.inquiry.update import ShowLayer, ShowSide, StartOver
from bodymap.ui.controls import Choice
from bodymap.ui.theme import Tokens

SIDES = {
    Side.RIGHT: ("Patient's right", "Show the right side of the patient (R)"),
    Side.LEFT: ("Patient's left", "Show the left side of the patient (L)"),
}
LAYERS = {
    Layer.SKIN: ("Where it hurts", "Press the places that hurt (1)"),
    Layer.SURFACE: ("Muscles", "Press a muscle (2)"),
    Layer.DEEP: ("Deep muscles", "Open the drawing and press a deep muscle (3)"),
}
VOICES = {
    Voice.PLAIN: ("Plain words", "Everyday words (P)"),
    Voice.CLINICAL: ("Clinical", "The words of the field (P)"),
}
ZOOMS = {"+": ("Zoom in (+)", 1.25), "−": ("Zoom out (−)", 0.8), "Fit": ("Show the whole drawing (0)", 0.0)}


class TopBar(QWidget):
    """Steps back, what a press means, the words and the colours.

    Signals:
        asked: the intent of a pressed button.
        back_asked: the user wants one step back.
        voice_chosen: the Voice that was pressed.
        theme_asked: the user wants the other colours.
    """

    asked = Signal(object)
    back_asked = Signal()
    voice_chosen = Signal(object)
    theme_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = _button("‹ Back", "Undo the last step (Esc)")
        self.start_over = _button("Start over", "Forget what was chosen (Ctrl+Backspace)")
        self.layers = Choice("What a press means", LAYERS)
        self.voices = Choice("Words", VOICES)
        self._theme = _button("Dark", "Change between light and dark")
        _lay_in_row(self, [self.back, self.start_over, None, self.layers, None, self.voices, self._theme])
        self.back.clicked.connect(self.back_asked)
        self.start_over.clicked.connect(self._on_start_over)
        self.layers.chosen.connect(self._on_layer)
        self.voices.chosen.connect(self.voice_chosen)
        self._theme.clicked.connect(self.theme_asked)

    def show_screen(self, screen: Screen) -> None:
        """Show what is chosen, and which steps are open."""
        self.back.setEnabled(screen.can_go_back)
        self.start_over.setEnabled(screen.can_start_over)
        self.layers.show_choice(screen.layer)
        self.voices.show_choice(screen.voice)

    def show_tokens(self, tokens: Tokens) -> None:
        """Offer the other theme."""
        self._theme.setText("Light" if tokens.name == "dark" else "Dark")

    def _on_start_over(self) -> None:
        self.asked.emit(StartOver())

    def _on_layer(self, layer: Layer) -> None:
        self.asked.emit(ShowLayer(layer))


class FootBar(QWidget):
    """The side of the patient, help, and zoom.

    Signals:
        asked: the intent of a pressed button.
        help_asked: the user wants to know how to read the map.
        zoom_asked: a factor; 0 stands for the whole drawing.
    """

    asked = Signal(object)
    help_asked = Signal()
    zoom_asked = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.sides = Choice("Side", SIDES)
        self._help = _button("How to read", "What the colours and signs mean (F1)")
        zooms = [_button(text, hint) for text, (hint, _) in ZOOMS.items()]
        _lay_in_row(self, [self.sides, None, self._help, *zooms])
        self.sides.chosen.connect(self._on_side)
        self._help.clicked.connect(self.help_asked)
        for button in zooms:
            button.clicked.connect(self._on_zoom)

    def show_screen(self, screen: Screen) -> None:
        """Show which side is seen."""
        self.sides.show_choice(screen.side)

    def _on_side(self, side: Side) -> None:
        self.asked.emit(ShowSide(side))

    def _on_zoom(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.zoom_asked.emit(ZOOMS[sender.text()][1])


def _button(text: str, hint: str) -> QPushButton:
    made = QPushButton(text)
    made.setToolTip(hint)
    made.setAccessibleDescription(hint)
    return made


def _lay_in_row(bar: QWidget, widgets: list[QWidget | None]) -> None:
    """Lay widgets in a row; nothing stands for room that grows."""
    bar.setObjectName("bar")
    row = QHBoxLayout(bar)
    row.setContentsMargins(12, 8, 12, 8)
    row.setSpacing(6)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
