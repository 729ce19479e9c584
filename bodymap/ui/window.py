"""The window: lays out the panels, hands each its part of the screen, and passes on what they tell."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import Kind, Shape, ShapeId
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import Layer
from bodymap.inquiry.update import (
    ChooseMuscle,
    ClickShape,
    CloseMuscle,
    GoBack,
    Intent,
    ShowLayer,
    ShowSide,
    StartOver,
    ToggleRegion,
    UseVoice,
)
from bodymap.ui.alerts import Alerts
from bodymap.ui.aside import Aside
from bodymap.ui.controls import Choice
from bodymap.ui.diagram import Diagram
from bodymap.ui.panel import Panel
from bodymap.ui.picture import Studio
from bodymap.ui.settings import Settings
from bodymap.ui.shapes import Outlines
from bodymap.ui.store import Store
from bodymap.ui.theme import THEMES, Tokens, palette, style_sheet

WIDE = 1320
"""From this width on, list and page stand side by side."""
WIDE_SHARE, NARROW_SHARE, MOST_COLUMN = 0.25, 0.37, 560
"""How much of the window's width a column of text takes, and its greatest width in pixels."""
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


class Window(QMainWindow):
    """The one window."""

    def __init__(
        self,
        store: Store,
        outlines: Outlines,
        studio: Studio,
        settings: Settings,
        *,
        theme: str | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Bodymap")
        self.setMinimumSize(760, 520)
        self._store = store
        self._settings = settings
        self._tokens = THEMES[theme or settings.text("theme")]
        self._reads = False
        self.diagram = Diagram(outlines, studio, self._tokens)
        self.panel = Panel(self._tokens)
        self.aside = Aside(self._tokens)
        self.alerts = Alerts()
        self._make_bar()
        self._make_captions()
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        self.show_theme(self._tokens)
        self._screen = store.screen()
        self.show_screen(self._screen)
        self.diagram.setFocus()

    def show_screen(self, screen: Screen) -> None:
        """Hand each panel its part of a screen."""
        if screen.card is not None or screen.chips != self._screen.chips:
            self._reads = False
        self._screen = screen
        self.diagram.show_screen(screen)
        self.panel.show_screen(screen)
        self.aside.show_screen(screen)
        self.back.setEnabled(screen.can_go_back)
        self.start_over.setEnabled(screen.can_start_over)
        self.sides.show_choice(screen.side)
        self.layers.show_choice(screen.layer)
        self.voices.show_choice(screen.voice)
        self._side_caption.setText(screen.side_caption)
        self._side_caption.adjustSize()
        self._arrange()

    def show_theme(self, tokens: Tokens) -> None:
        """Dress everything in the colours of a theme."""
        self._tokens = tokens
        self.setPalette(palette(tokens))
        self.setStyleSheet(style_sheet(tokens))
        for part in (self.diagram, self.panel, self.aside):
            part.show_tokens(tokens)
        self._theme.setText("Light" if tokens.name == "dark" else "Dark")

    def dispatch(self, intent: Intent) -> None:
        """Pass on what the user asks."""
        self._store.dispatch(intent)

    # making

    def _make_bar(self) -> None:
        self.back = QPushButton("‹ Back")
        self.back.setToolTip("Undo the last step (Esc)")
        self.start_over = QPushButton("Start over")
        self.start_over.setToolTip("Forget what was chosen (Ctrl+Backspace)")
        self.sides = Choice("Side", SIDES)
        self.layers = Choice("What a press means", LAYERS)
        self.voices = Choice("Words", VOICES)
        self._theme = QPushButton()
        self._theme.setToolTip("Change between light and dark")
        self._help = QPushButton("How to read")
        self._help.setToolTip("What the colours and signs mean (F1)")
        self._zoom = [QPushButton(text) for text in ("+", "−", "Fit")]
        hints = ("Zoom in (+)", "Zoom out (−)", "Show the whole drawing (0)")
        for button, hint in zip(self._zoom, hints, strict=True):
            button.setToolTip(hint)
            button.setAccessibleName(hint)

    def _make_captions(self) -> None:
        self._side_caption = QLabel(self.diagram)
        self._side_caption.setObjectName("side")
        self._name_caption = QLabel(self.diagram)
        self._name_caption.setObjectName("name")
        self._name_caption.hide()
        for caption in (self._side_caption, self._name_caption):
            caption.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._side_caption.move(16, 14)

    def _lay_out(self) -> None:
        bar = _row([self.back, self.start_over, None, self.layers, None, self.voices, self._theme], "bar")
        foot = _row([self.sides, None, self._help, *self._zoom], "bar")
        drawing = QVBoxLayout()
        drawing.setSpacing(0)
        drawing.addWidget(self.diagram, 1)
        drawing.addWidget(foot)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addLayout(drawing, 1)
        columns.addWidget(self.panel)
        columns.addWidget(self.aside)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(columns, 1)
        column.addWidget(self.alerts)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self._store.screen_changed.connect(self.show_screen)
        self.diagram.shape_clicked.connect(self._on_shape_clicked)
        self.diagram.shape_pointed.connect(self._on_shape_pointed)
        self.panel.region_dropped.connect(self._on_region_dropped)
        self.panel.muscle_chosen.connect(self._on_muscle_chosen)
        self.panel.muscle_pointed.connect(self._on_muscle_pointed)
        self.panel.otherwise_asked.connect(self._on_otherwise_asked)
        self._help.clicked.connect(self._on_help)
        self.aside.left.connect(self._on_aside_left)
        self.back.clicked.connect(self._on_back)
        self.start_over.clicked.connect(self._on_start_over)
        self.sides.chosen.connect(self._on_side)
        self.layers.chosen.connect(self._on_layer)
        self.voices.chosen.connect(self._on_voice)
        self._theme.clicked.connect(self._on_theme)
        for button, factor in zip(self._zoom[:2], (1.25, 0.8), strict=True):
            button.clicked.connect(lambda _checked=False, by=factor: self.diagram.zoom_by(by))
        self._zoom[2].clicked.connect(self.diagram.fit)

    def _add_shortcuts(self) -> None:
        intents: dict[str, Intent] = {
            "Esc": GoBack(),
            "Ctrl+Backspace": StartOver(),
            "R": ShowSide(Side.RIGHT),
            "L": ShowSide(Side.LEFT),
            "1": ShowLayer(Layer.SKIN),
            "2": ShowLayer(Layer.SURFACE),
            "3": ShowLayer(Layer.DEEP),
        }
        for keys, intent in intents.items():
            QShortcut(QKeySequence(keys), self).activated.connect(lambda asked=intent: self.dispatch(asked))
        QShortcut(QKeySequence("P"), self).activated.connect(self._on_other_voice)
        QShortcut(QKeySequence("F1"), self).activated.connect(self._on_help)

    # arranging

    def _arrange(self) -> None:
        """Show list and page side by side where there is room, else the one that is asked for."""
        is_wide = self.width() >= WIDE
        reads = self._screen.card is not None or self._reads
        column = round(self.width() * (WIDE_SHARE if is_wide else NARROW_SHARE))
        for part in (self.panel, self.aside):
            part.setFixedWidth(min(column, MOST_COLUMN))
        self.panel.setVisible(is_wide or not reads)
        self.aside.setVisible(is_wide or reads)
        self.aside.show_way_back(is_needed=reads)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # what the panels tell

    def _on_shape_clicked(self, shape: str) -> None:
        self.dispatch(ClickShape(ShapeId(shape)))

    def _on_shape_pointed(self, shape: str) -> None:
        name = self._screen.names.get(ShapeId(shape), "")
        self._name_caption.setText(name)
        self._name_caption.setVisible(bool(name))
        self._name_caption.adjustSize()
        middle = (self.diagram.width() - self._name_caption.width()) // 2
        self._name_caption.move(
            QPoint(max(8, middle), 14 if middle > self._side_caption.width() + 24 else 58)
        )

    def _on_region_dropped(self, pain: Pain) -> None:
        self.dispatch(ToggleRegion(pain))

    def _on_muscle_chosen(self, place: Place) -> None:
        opened = self._screen.card.place if self._screen.card else None
        self.dispatch(CloseMuscle() if place == opened else ChooseMuscle(place))

    def _on_muscle_pointed(self, place: Place | None) -> None:
        self.diagram.show_light(frozenset({Shape(Kind.MUSCLE, place.muscle, place.side).id} if place else ()))

    def _on_otherwise_asked(self) -> None:
        self._reads = True
        self.dispatch(CloseMuscle())
        self.aside.show_safety()
        self._arrange()

    def _on_help(self) -> None:
        self._reads = True
        self.dispatch(CloseMuscle())
        self.aside.show_help()
        self._arrange()

    def _on_aside_left(self) -> None:
        self._reads = False
        self.dispatch(CloseMuscle())
        self.aside.show_screen(self._screen)
        self._arrange()

    def _on_back(self) -> None:
        self.dispatch(GoBack())

    def _on_start_over(self) -> None:
        self.dispatch(StartOver())

    def _on_side(self, side: Side) -> None:
        self.dispatch(ShowSide(side))

    def _on_layer(self, layer: Layer) -> None:
        self.dispatch(ShowLayer(layer))

    def _on_voice(self, voice: Voice) -> None:
        self._settings.keep("voice", voice.value)
        self.dispatch(UseVoice(voice))

    def _on_other_voice(self) -> None:
        self._on_voice(Voice.CLINICAL if self._screen.voice is Voice.PLAIN else Voice.PLAIN)

    def _on_theme(self) -> None:
        tokens = THEMES["light" if self._tokens.name == "dark" else "dark"]
        self._settings.keep("theme", tokens.name)
        self.show_theme(tokens)


def _row(widgets: list[QWidget | None], name: str) -> QWidget:
    """Lay widgets in a row; nothing stands for room that grows."""
    made = QWidget()
    made.setObjectName(name)
    row = QHBoxLayout(made)
    row.setContentsMargins(12, 8, 12, 8)
    row.setSpacing(6)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return made
