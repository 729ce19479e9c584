"""The window: lays out the panels, hands each its part of the screen, and passes on what they tell."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMainWindow, QVBoxLayout, QWidget

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.finding import Finding
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import POINTS, Kind, PlateId, Shape, ShapeId, read_shape
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.intents import (
    Ask,
    ChooseMuscle,
    ClickShape,
    CloseMuscle,
    Find,
    GoBack,
    Intent,
    OpenGuide,
    OpenJaw,
    OpenPage,
    ShowLayer,
    ShowSide,
    ShowView,
    StartOver,
    TakeSeat,
    ToggleRegion,
    Turn,
    UseVoice,
)
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import Asking, Layer, Page, Paper, Switch
from bodymap.language import say
from bodymap.ui.alerts import Alerts
from bodymap.ui.aside import Aside
from bodymap.ui.bars import FootBar, TopBar, ZoomPad
from bodymap.ui.captions import Captions
from bodymap.ui.diagram import Diagram
from bodymap.ui.handing import Handing
from bodymap.ui.inks import Inks
from bodymap.ui.panel import Panel
from bodymap.ui.settings import Settings
from bodymap.ui.sheets import Sheets
from bodymap.ui.store import Store
from bodymap.ui.theme import Tokens, palette, style_sheet, worn
from bodymap.ui.view import GRID
from bodymap.ui.view_strip import ViewStrip

WIDE = 1320
"""From this width on, list and page stand side by side."""
WIDE_SHARE, NARROW_SHARE, MOST_COLUMN = 0.25, 0.37, 560
"""How much of the window's width a column of text takes, and its greatest width in pixels."""
KEYS: dict[str, Intent] = {
    "Ctrl+Backspace": StartOver(),
    "R": ShowSide(Side.RIGHT),
    "L": ShowSide(Side.LEFT),
    "1": ShowLayer(Layer.SKIN),
    "2": ShowLayer(Layer.SURFACE),
    "3": ShowLayer(Layer.DEEP),
    "4": ShowLayer(Layer.BONE),
    "F": ShowView(PlateId("front")),
    "B": ShowView(PlateId("back")),
    "O": ShowView(PlateId("mouth")),
    "S": Ask(Asking.RED_FLAGS),
    "W": Ask(Asking.FACTORS),
    "G": OpenGuide(),
    "E": OpenPage(Page.EXAMINE),
    "C": OpenPage(Page.COMPARE),
    "H": OpenPage(Page.HAND_OVER),
}
SWITCH_KEYS = {"D": Switch.DANGERS, "T": Switch.POINTS, "N": Switch.NAMES, "M": Switch.MIRROR}


class Window(QMainWindow):
    """The one window."""

    def __init__(
        self,
        store: Store,
        sheets: Sheets,
        settings: Settings,
        *,
        theme: str | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle(say("Bodymap"))
        self.setMinimumSize(960, 560)
        self._store = store
        self._settings = settings
        self._tokens = worn(theme or settings.text("theme"), settings.text("skin"))
        self._reads = False
        self._sheets = sheets
        self._screen = store.screen()
        self.diagram = Diagram(sheets, self._screen.plate, self._tokens)
        self.captions = Captions(self.diagram)
        self.zooms = ZoomPad(self.diagram)
        self.strip = ViewStrip(sheets, self._tokens)
        self.top, self.foot = TopBar(self._tokens), FootBar()
        self.panel = Panel(self._tokens)
        self.handing = Handing(sheets, self._tokens, lambda: self.diagram.view, self)
        self.aside = Aside(self._tokens, {Page.HAND_OVER: self.handing.page})
        self.alerts = Alerts()
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        self.show_theme(self._tokens)
        self.show_screen(self._screen)
        self._begin()

    def show_screen(self, screen: Screen) -> None:
        """Hand each panel its part of a screen."""
        if _has_page(screen) or screen.chips != self._screen.chips or screen.ticks:
            self._reads = False
        is_news = screen.heading != self._screen.heading
        self._screen = screen
        for part in (self.diagram, self.panel, self.aside, self.top, self.foot, self.strip):
            part.show_screen(screen)
        for part in (self.diagram, self.foot, self.strip):
            part.setVisible(screen.page is not Page.HAND_OVER)
        self.handing.show_screen(screen)
        self.captions.show_sides(screen.captions)
        self._arrange()
        if is_news:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, screen.heading))

    def show_theme(self, tokens: Tokens) -> None:
        """Dress everything in the colours of a theme."""
        self._tokens = tokens
        self.setPalette(palette(tokens))
        self.setStyleSheet(style_sheet(tokens))
        for part in (self.diagram, self.panel, self.aside, self.strip, self.top, self.handing):
            part.show_tokens(tokens)
        self.top.look.show_look(tokens.name, self._settings.text("skin"))

    def dispatch(self, intent: Intent) -> None:
        """Pass on what the user asks."""
        self._store.dispatch(intent)

    # making

    def _begin(self) -> None:
        self.diagram.setFocus()
        self.strip.begin()

    def _lay_out(self) -> None:
        views = QHBoxLayout()
        views.setSpacing(0)
        views.addWidget(self.strip)
        views.addWidget(self.diagram, 1)
        views.addWidget(self.handing.desk, 1)
        drawing = QVBoxLayout()
        drawing.setSpacing(0)
        drawing.addLayout(views, 1)
        drawing.addWidget(self.foot)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addLayout(drawing, 1)
        columns.addWidget(self.panel)
        columns.addWidget(self.aside)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(columns, 1)
        column.addWidget(self.alerts)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self._store.screen_changed.connect(self.show_screen)
        self.diagram.shape_clicked.connect(self._on_shape_clicked)
        self.diagram.shape_pointed.connect(self._on_shape_pointed)
        self.panel.region_dropped.connect(self._on_region_dropped)
        self.panel.muscle_chosen.connect(self._on_muscle_chosen)
        self.panel.view_chosen.connect(self._on_view_chosen)
        self.panel.muscle_pointed.connect(self._on_muscle_pointed)
        self.panel.safety_asked.connect(self._on_safety_asked)
        self.panel.asked.connect(self.dispatch)
        self.aside.left.connect(self._on_aside_left)
        self.aside.guide_asked.connect(self._on_guide_asked)
        self.panel.held.guide_asked.connect(self._on_guide_asked)
        self.aside.finding_told.connect(self._on_finding_told)
        self.aside.asked.connect(self.dispatch)
        self.top.back_asked.connect(self._on_back)
        self.top.asked.connect(self.dispatch)
        self.top.voice_chosen.connect(self._on_voice)
        self.top.look_chosen.connect(self._on_look)
        self.top.number_asked.connect(self._on_number_asked)
        self.strip.asked.connect(self.dispatch)
        self.foot.asked.connect(self.dispatch)
        self.foot.help_asked.connect(self._on_help_asked)
        self.zooms.zoom_asked.connect(self.diagram.zoom_by)
        self.handing.failed.connect(self.alerts.show_problems)
        self.handing.page.paper_chosen.connect(self._on_paper)

    def _add_shortcuts(self) -> None:
        for keys, intent in KEYS.items():
            QShortcut(QKeySequence(keys), self).activated.connect(lambda asked=intent: self.dispatch(asked))
        for keys, switch in SWITCH_KEYS.items():
            QShortcut(QKeySequence(keys), self).activated.connect(
                lambda turned=switch: self._on_switch(turned)
            )
        QShortcut(QKeySequence("J"), self).activated.connect(self._on_jaw)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._on_back)
        QShortcut(QKeySequence("P"), self).activated.connect(self._on_other_voice)
        QShortcut(QKeySequence("F1"), self).activated.connect(self._on_help_asked)

    # arranging

    def _arrange(self) -> None:
        """Show list and page side by side where there is room, else the one that is asked for."""
        self.top.setFixedHeight(-(-self.top.sizeHint().height() // GRID) * GRID)
        is_wide = self.width() >= WIDE
        reads = _has_page(self._screen) or self._reads
        self._share_width(is_wide=is_wide)
        seen: dict[QWidget, bool] = {self.panel: is_wide or not reads, self.aside: is_wide or reads}
        hides_focus = not seen[self.panel] and self.panel.isAncestorOf(self.focusWidget() or self)
        for page in sorted(seen, key=seen.__getitem__):  # first what goes, so that the drawing keeps its room
            page.setVisible(seen[page])
        if hides_focus:
            self.aside.page.setFocus()
        self.aside.show_way_back(is_needed=reads)

    def _share_width(self, *, is_wide: bool) -> None:
        """Give the columns of text their width; the drawing keeps whole pixels of scaled screens."""
        share = WIDE_SHARE if is_wide else NARROW_SHARE
        column = min(round(self.width() * share), MOST_COLUMN)
        rest = (self.width() - column * (2 if is_wide else 1)) % GRID
        self.panel.setFixedWidth(column if is_wide else column + rest)
        self.aside.setFixedWidth(column + rest)

    def _read(self, show: Callable[[], None], *, reads: bool = True) -> None:
        """Turn the page beside the list to something that is no muscle."""
        self.dispatch(CloseMuscle())
        self._reads = reads
        show()
        self._arrange()

    # what the panels tell

    def _on_shape_clicked(self, shape: str) -> None:
        self.dispatch(ClickShape(ShapeId(shape)))

    def _on_shape_pointed(self, shape: str) -> None:
        known = read_shape(shape)
        if known and known.kind in POINTS:  # a spot is named after its muscle
            known = Shape(Kind.MUSCLE, known.name.rpartition("_")[0], known.side)
        self.captions.show_name(self._screen.names.get(known.id, "") if known else "")

    def _on_region_dropped(self, pain: Pain) -> None:
        self.dispatch(ToggleRegion(pain))

    def _on_muscle_chosen(self, place: Place) -> None:
        opened = self._screen.card.place if self._screen.card else None
        self.dispatch(CloseMuscle() if place == opened else ChooseMuscle(place))

    def _on_view_chosen(self, place: Place, plate: str) -> None:
        self.dispatch(ChooseMuscle(place, PlateId(plate)))

    def _on_muscle_pointed(self, place: Place | None) -> None:
        shapes = {Shape(Kind.MUSCLE, place.muscle, place.side).id} if place else set()
        self.diagram.show_light(frozenset(shapes))

    def _on_back(self) -> None:
        """Close the page that is being read, or else undo the last step."""
        if self._reads:
            self._on_aside_left()
        else:
            self.dispatch(GoBack())

    def _on_guide_asked(self, guide: str) -> None:
        self.dispatch(OpenGuide(guide))

    def _on_finding_told(self, answer: Answer | None) -> None:
        if self._screen.card:
            self.dispatch(Find(self._screen.card.place, Finding(familiar=answer)))

    def _on_safety_asked(self) -> None:
        self._read(self.aside.show_safety)

    def _on_help_asked(self) -> None:
        self._read(self.aside.show_help)

    def _on_aside_left(self) -> None:
        self._read(lambda: self.aside.show_screen(self._screen), reads=False)

    def _on_voice(self, voice: Voice) -> None:
        self._settings.keep("voice", voice.value)
        self.dispatch(UseVoice(voice))

    def _on_other_voice(self) -> None:
        self._on_voice(Voice.CLINICAL if self._screen.voice is Voice.PLAIN else Voice.PLAIN)

    def _on_switch(self, switch: Switch) -> None:
        if switch in self._screen.offered:
            self.dispatch(Turn(switch, switch not in self._screen.switches))

    def _on_jaw(self) -> None:
        self.dispatch(OpenJaw(not self._screen.opens_jaw))

    def _on_number_asked(self) -> None:
        """Ask for the number to call in an emergency; what is no number is not kept."""
        now = self._settings.text("emergency_number")
        words = say("The number to call in an emergency here, such as 112 or 911:")
        number, is_given = QInputDialog.getText(self, say("Emergency number"), words, text=now)
        if is_given and self._settings.allows("emergency_number", number.strip()):
            self._settings.keep("emergency_number", number.strip())
            self._take_seat(emergency_number=number.strip())

    def _on_paper(self, paper: Paper) -> None:
        self._settings.keep("paper", paper.value)
        self._take_seat(paper=paper)

    def _take_seat(self, **changes: object) -> None:
        self.dispatch(TakeSeat(replace(self._store.inquiry.seat, **changes)))  # type: ignore[arg-type]

    def _on_look(self, setting: str, value: str) -> None:
        self._settings.keep(setting, value)
        tokens = worn(value if setting == "theme" else self._tokens.name, self._settings.text("skin"))
        self._sheets.use(Inks(self._settings.text("skin"), tokens.printing))
        self.show_theme(tokens)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _has_page(screen: Screen) -> bool:
    """Whether a screen opens something to read: a muscle, a structure, a treatment or a topic."""
    opened = (screen.card, screen.structure, screen.guide, screen.page)
    return any(each is not None for each in opened)
