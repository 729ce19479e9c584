"""The bars above and below the drawing: steps back, layers, words; what is laid over the drawing; zoom."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bodymap.anatomy.words import Voice
from bodymap.inquiry.intents import (
    OpenJaw,
    OpenPage,
    ShowLayer,
    StartOver,
    Turn,
)
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import Layer, Page, Switch
from bodymap.language import mark, say
from bodymap.ui.accessible import heard
from bodymap.ui.controls import Choice, WrappingRow
from bodymap.ui.file_menu import FileMenu
from bodymap.ui.find_box import LEAST_WIDTH, FindBox
from bodymap.ui.layer_slider import LayerSlider
from bodymap.ui.theme import Tokens
from bodymap.ui.view import GRID

SWITCHES = {
    Switch.DANGERS: (
        mark("Dangers"),
        mark("Vessels, nerves, glands, airway and lung: where needle and finger keep away (D)"),
    ),
    Switch.POINTS: (mark("Trigger points"), mark("All trigger points of this view (T)")),
    Switch.NAMES: (mark("Names"), mark("Write names beside the drawing (N)")),
    Switch.MIRROR: (mark("Mirror"), mark("Turn the drawing as in a mirror (M)")),
}
JAW = (mark("Open the jaw"), mark("See the inner side of the jaw and its joint (J)"))
VOICES = {
    Voice.PLAIN: (mark("Plain"), mark("Everyday words (P)")),
    Voice.CLINICAL: (mark("Clinical"), mark("The words of the field (P)")),
}
ZOOMS = {
    1.25: ("+", mark("Zoom in (+)")),
    0.8: ("−", mark("Zoom out (−)")),
    0.0: (mark("Fit"), mark("Show the whole drawing (0)")),
}
ZOOM_MARGIN = 12
BACK, OVER, SETTINGS = (mark("‹ Back"), "‹"), (mark("Start over"), "↺"), (mark("Settings"), "⚙")
FILES = (mark("File ▾"), "☰")
"""What stands on a button where there is room for it, and where there is none."""
NARROW_BOX = 80
"""The least width in pixels of the box to find by, where there is no room."""


class TopBar(QWidget):
    """Steps back, how deep the drawing is opened, the words and the look.

    Signals:
        asked: the intent of a pressed button.
        back_asked: the user wants one step back.
        voice_chosen: the Voice that was pressed.
    """

    asked = Signal(object)
    back_asked = Signal()
    voice_chosen = Signal(object)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setAccessibleName(say("Steps, layers and words"))
        self.back = _button(say(BACK[0]), say("Undo the last step (Esc)"))
        self.start_over = _button(say(OVER[0]), say("Forget what was chosen (Ctrl+Backspace)"))
        self.find_box = FindBox()
        self.layers = LayerSlider(tokens)
        self.voices = Choice(
            say("Words"), {voice: (say(text), say(hint)) for voice, (text, hint) in VOICES.items()}
        )
        self.settings = _button(say(SETTINGS[0]), say("Words, look, clinic and paper (Ctrl+,)"))
        self.settings.setCheckable(True)
        self.files = FileMenu()
        steps = [self.back, self.start_over, self.find_box]
        ends: list[QWidget | None] = [self.voices, self.files, self.settings]
        _lay_in_row(self, [*steps, None, self.layers, None, *ends])
        self.find_box.asked.connect(self.asked)
        self.back.clicked.connect(self.back_asked)
        self.start_over.clicked.connect(self._on_start_over)
        self.layers.chosen.connect(self._on_layer)
        self.voices.chosen.connect(self.voice_chosen)
        self.settings.clicked.connect(self._on_settings)
        self._shrinking: dict[QPushButton, tuple[str, str]] = {
            self.back: BACK,
            self.start_over: OVER,
            self.settings: SETTINGS,
            self.files: FILES,
        }
        for button, (words, _) in self._shrinking.items():
            button.setAccessibleName(heard(say(words)))

    def show_tokens(self, tokens: Tokens) -> None:
        """Paint in the colours of a theme."""
        self.layers.show_tokens(tokens)

    def show_screen(self, screen: Screen) -> None:
        """Show what is chosen, and which steps are open."""
        self.back.setEnabled(screen.can_go_back)
        self.start_over.setEnabled(screen.can_start_over)
        self.find_box.show_found(screen.found)
        self.layers.show_layers(screen.layers, screen.layer)
        self.voices.show_choice(screen.voice)
        self.settings.setChecked(screen.page is Page.SETTINGS)

    def _on_settings(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's own signal
        self.asked.emit(OpenPage(Page.SETTINGS if is_on else None))

    def fit(self) -> None:
        """Write words where they fit, else signs; the height follows."""
        for is_short in (False, True):
            for button, words in self._shrinking.items():
                if button.text() in {say(each) for each in words}:  # else it says something for a moment
                    button.setText(say(words[is_short]))
            self.layers.draw_close(is_narrow=is_short)
            self.find_box.setMinimumWidth(NARROW_BOX if is_short else LEAST_WIDTH)
            if self.minimumSizeHint().width() <= self.width():
                break
        self.setFixedHeight(-(-self.sizeHint().height() // GRID) * GRID)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _on_start_over(self) -> None:
        self.asked.emit(StartOver())

    def _on_layer(self, layer: Layer) -> None:
        self.asked.emit(ShowLayer(layer))


class FootBar(QWidget):
    """What is laid over the drawing, each on its own switch, and help.

    Signals:
        asked: the intent of a pressed switch.
        help_asked: the user wants to know how to read the map.
    """

    asked = Signal(object)
    help_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("Over the drawing"))
        self.jaw = _button(*map(say, JAW))
        self.switches = {switch: _button(*map(say, words)) for switch, words in SWITCHES.items()}
        self._help = _button(say("How to read"), say("What the colours and signs mean (F1)"))
        for button in (self.jaw, *self.switches.values()):
            button.setCheckable(True)
        self.setObjectName("bar")
        row = WrappingRow(self, 6)
        row.setContentsMargins(12, 8, 12, 8)
        for button in (self.jaw, *self.switches.values(), self._help):
            row.addWidget(button)
        self.jaw.toggled.connect(self._on_jaw)  # a screen reader toggles what can be checked, without a click
        for button in self.switches.values():
            button.toggled.connect(self._on_switch)
        self._help.clicked.connect(self.help_asked)

    def show_screen(self, screen: Screen) -> None:
        """Show which switches are on, and which mean something here."""
        self.jaw.setEnabled(screen.can_open_jaw)
        self.jaw.setChecked(screen.opens_jaw)
        for switch, button in self.switches.items():
            button.setEnabled(switch in screen.offered)
            button.setChecked(switch in screen.switches)

    def _on_jaw(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's own signal
        self.asked.emit(OpenJaw(is_on))

    def _on_switch(self, is_on: bool) -> None:  # noqa: FBT001
        for switch, button in self.switches.items():
            if button is self.sender():
                self.asked.emit(Turn(switch, is_on))


class ZoomPad(QWidget):
    """Zoom in, zoom out, fit: a column in the corner of the drawing.

    Signals:
        zoom_asked: a factor; 0 stands for the whole drawing.
    """

    zoom_asked = Signal(float)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAccessibleName(say("Zoom"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._factors: dict[QWidget, float] = {}
        for factor, words in ZOOMS.items():
            button = _button(*map(say, words))
            button.setObjectName("zoom")
            button.setAccessibleName(say(words[1]))
            button.clicked.connect(self._on_zoom)
            column.addWidget(button)
            self._factors[button] = factor
        self._over = over
        over.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        size = self.sizeHint()
        corner = self._over.rect().bottomRight()
        self.setGeometry(
            corner.x() - size.width() - ZOOM_MARGIN,
            corner.y() - size.height() - ZOOM_MARGIN,
            size.width(),
            size.height(),
        )

    def _on_zoom(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.zoom_asked.emit(self._factors[sender])


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
