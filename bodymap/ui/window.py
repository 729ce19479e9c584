"""The window: lays out the panels, hands each its part of the screen, and passes on what they tell."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import POINTS, Kind, PlateId, Shape, ShapeId, read_shape
from bodymap.anatomy.region import Pain
from bodymap.anatomy.words import Voice
from bodymap.inquiry.geography import Way
from bodymap.inquiry.hearing import tell_change
from bodymap.inquiry.intents import (
    ChooseMuscle,
    ClickShape,
    CloseMuscle,
    Find,
    GoBack,
    Intent,
    OpenGuide,
    OpenJaw,
    OpenPage,
    ShowView,
    TakeSeat,
    ToggleRegion,
    Turn,
    TypeQuery,
    UseVoice,
)
from bodymap.inquiry.probe import tell_familiar
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import Page, Paper, Switch
from bodymap.language import say
from bodymap.ui import finger
from bodymap.ui.accessible import announce, name_buttons
from bodymap.ui.alerts import Alerts
from bodymap.ui.aside import Aside
from bodymap.ui.bars import FootBar, TopBar, ZoomPad
from bodymap.ui.captions import Captions
from bodymap.ui.compare_page import ComparePage
from bodymap.ui.diagram import Diagram
from bodymap.ui.examination_page import ExaminationPage
from bodymap.ui.focus import enter, go_to, part_of, stop_after
from bodymap.ui.handing import Handing
from bodymap.ui.inks import Inks
from bodymap.ui.keeping import Keeper
from bodymap.ui.keys import Act, all_keys
from bodymap.ui.panel import Panel
from bodymap.ui.seat import look_of, may_move, seat_of
from bodymap.ui.seat_page import SeatPage
from bodymap.ui.settings import Settings
from bodymap.ui.sheets import Sheets
from bodymap.ui.store import Store
from bodymap.ui.theme import Tokens, palette, style_sheet
from bodymap.ui.view import GRID
from bodymap.ui.view_strip import ViewStrip

WIDE = 1320
"""From this width on, list and page stand side by side."""
WIDE_SHARE, NARROW_SHARE = 0.25, 0.37
"""How much of the window's width a column of text takes."""
GROWTH = 0.4
"""How much of the growth of the text its column follows."""
LEAST_COLUMN, MOST_COLUMN = 300, 560
"""The least and the greatest width in pixels of a column of text: at most about seventy letters."""
LEAST_SIZE = (680, 440)
"""The least size of the window: a screen of 1024x700, scaled to 150 %."""
MOTION_MS = 700
"""How long after the start the system is asked for its wish for less motion; before, nothing moves."""


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
        self.setMinimumSize(*LEAST_SIZE)
        self._store, self._settings = store, settings
        self._theme, self._tokens = theme, look_of(settings, theme)
        self._reads = False
        self._is_touched = settings.text("targets") == "large"
        self._sheets = sheets
        self._screen = store.screen()
        self._make_parts()
        self._lay_out()
        self.keeper = Keeper(store, self.top.files, self)
        self._connect()
        self._add_shortcuts()
        self.show_theme(self._tokens)
        self.show_screen(self._screen)
        self.seat.show_values(settings.all())
        self._begin()
        QTimer.singleShot(MOTION_MS, self, self._take_motion)

    def _make_parts(self) -> None:
        self.diagram = Diagram(self._sheets, self._screen.plate, self._tokens)
        self.captions, self.zooms = Captions(self.diagram), ZoomPad(self.diagram)
        self.strip = ViewStrip(self._sheets, self._tokens)
        self.top, self.foot = TopBar(self._tokens), FootBar()
        self.panel, self.seat = Panel(self._tokens), SeatPage(self._tokens)
        self.steps, self.alerts = ExaminationPage(self._tokens), Alerts()
        comparing = ComparePage(self._tokens)
        self.handing = Handing(self._sheets, self._tokens, lambda: self.diagram.view, self)
        pages = {Page.EXAMINE: self.steps, Page.COMPARE: comparing, Page.WEIGH: comparing}
        pages |= {Page.HAND_OVER: self.handing.page, Page.SETTINGS: self.seat}
        self.aside = Aside(self._tokens, pages)

    def show_screen(self, screen: Screen) -> None:
        """Hand each panel its part of a screen."""
        if _has_page(screen) or screen.chips != self._screen.chips or screen.ticks or screen.found:
            self._reads = False
        news = tell_change(self._screen, screen)
        self._screen = screen
        for part in (self.diagram, self.panel, self.aside, self.top, self.foot, self.strip):
            part.show_screen(screen)
        for part in (self.diagram, self.foot, self.strip):
            part.setVisible(screen.page is not Page.HAND_OVER)
        self.handing.show_screen(screen)
        self.captions.show_sides(screen.captions)
        self._arrange()
        name_buttons(self)
        for each in news:
            announce(self, each)

    def show_theme(self, tokens: Tokens) -> None:
        """Dress everything in the colours of a theme."""
        self._tokens = tokens
        self.setPalette(palette(tokens))
        self.setStyleSheet(style_sheet(tokens) + finger.sheet(is_touched=self._is_touched))
        for part in (self.diagram, self.panel, self.aside, self.strip, self.top, self.handing):
            part.show_tokens(tokens)

    @property
    def wish_for_targets(self) -> str:
        """How large the buttons are to be, as it was set."""
        return self._settings.text("targets")

    def show_targets(self, *, is_touched: bool) -> None:
        """Make room for fingers, or for a mouse."""
        self._is_touched = is_touched
        self.show_theme(self._tokens)
        self.resize(self.size())
        self._arrange()

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
        for part in (self.panel, self.aside, self.top, self.strip, self.foot):
            part.asked.connect(self.dispatch)
        self._connect_drawing()
        self._connect_pages()
        self._connect_find_box()
        self.top.back_asked.connect(self._on_back)
        self.top.voice_chosen.connect(self._on_voice)
        self.seat.taken.connect(self._on_settings)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)

    def _connect_drawing(self) -> None:
        self.diagram.shape_clicked.connect(self._on_shape_clicked)
        self.diagram.shape_pointed.connect(self._on_shape_pointed)
        self.diagram.edge_passed.connect(self._on_edge_passed)
        self.foot.help_asked.connect(self._on_help_asked)
        self.zooms.zoom_asked.connect(self.diagram.zoom_by)

    def _connect_pages(self) -> None:
        self.panel.region_dropped.connect(self._on_region_dropped)
        self.panel.muscle_chosen.connect(self._on_muscle_chosen)
        self.panel.view_chosen.connect(self._on_view_chosen)
        self.panel.muscle_pointed.connect(self._on_muscle_pointed)
        self.panel.safety_asked.connect(self._on_safety_asked)
        self.aside.left.connect(self._on_aside_left)
        self.aside.guide_asked.connect(self._on_guide_asked)
        self.panel.held.guide_asked.connect(self._on_guide_asked)
        self.aside.finding_told.connect(self._on_finding_told)
        self.handing.failed.connect(self.alerts.show_problems)
        self.handing.page.paper_chosen.connect(self._on_paper)
        self.handing.page.voice_chosen.connect(self._on_page_voice)

    def _connect_find_box(self) -> None:
        box = self.top.find_box
        box.moved.connect(self.panel.found.go)
        box.entered.connect(self.panel.found.list.choose)
        box.at_rest = self.diagram

    def _add_shortcuts(self) -> None:
        for key in all_keys():
            if key.does is not None:
                for keys in key.keys:
                    pressed = QShortcut(QKeySequence(keys), self).activated
                    pressed.connect(partial(self._on_key, key.does))

    # arranging

    def _arrange(self) -> None:
        """Show list and page side by side where there is room, else the one that is asked for."""
        is_wide = self.width() >= self._tokens.scale.px(WIDE)
        reads = (_has_page(self._screen) or self._reads) and self._screen.found is None
        self._share_width(is_wide=is_wide)
        self.top.fit()
        seen: dict[QWidget, bool] = {self.panel: is_wide or not reads, self.aside: is_wide or reads}
        hides_focus = not seen[self.panel] and self.panel.isAncestorOf(self.focusWidget() or self)
        for page in sorted(seen, key=seen.__getitem__):  # first what goes, so that the drawing keeps its room
            page.setVisible(seen[page])
        if hides_focus:
            self.aside.take_focus()
        self.aside.show_way_back(is_needed=reads)

    def _share_width(self, *, is_wide: bool) -> None:
        """Give the columns of text their width; the drawing keeps whole pixels of scaled screens."""
        scale = self._tokens.scale
        share = (WIDE_SHARE if is_wide else NARROW_SHARE) * (1 + (scale.percent / 100 - 1) * GROWTH)
        least = min(scale.px(LEAST_COLUMN), self.width() // 2)
        column = max(least, min(round(self.width() * share), scale.px(MOST_COLUMN)))
        rest = (self.width() - column * (2 if is_wide else 1)) % GRID
        self.panel.setFixedWidth(column if is_wide else column + rest)
        self.aside.setFixedWidth(column + rest)

    def _read(self, show: Callable[[], None], *, reads: bool = True) -> None:
        """Turn the page beside the list to something that is no muscle."""
        self.dispatch(CloseMuscle())
        self._reads = reads
        show()
        self._arrange()

    # what the keyboard and the panels tell

    def _on_key(self, does: Intent | Switch | Act) -> None:
        """Do what a key asks."""
        acts = {
            Act.BACK: self._on_back,
            Act.COMPARE: self._on_compare,
            Act.FIND: self.top.find_box.open,
            Act.OPEN: self.keeper.ask_for_file,
            Act.SAVE: self.keeper.save,
            Act.SAVE_AS: self.keeper.save_as,
            Act.HELP: self._on_help_asked,
            Act.JAW: self._on_jaw,
            Act.VOICE: self._on_other_voice,
            Act.DRAWING: self.diagram.enter,
            Act.LIST: self._enter_list,
            Act.PAGE: self._enter_page,
            Act.NEXT_PART: self._enter_next,
        }
        if isinstance(does, Act):
            acts[does]()
        elif isinstance(does, Switch):
            self._on_switch(does)
        else:
            self.dispatch(does)

    def _enter_list(self) -> None:
        """Give the focus to the list, and bring it where a page stood."""
        if not self.panel.isVisible():
            self._on_aside_left()
        enter(self.panel)

    def _enter_page(self) -> None:
        """Give the focus to the page, and bring it where the list stood."""
        if not self.aside.isVisible():
            self._reads = True
            self._arrange()
        enter(self.aside)

    def _enter_next(self) -> None:
        """Give the focus to the next of drawing, list and page."""
        steps = {self.diagram: self._enter_list, self.panel: self._enter_page}
        part = part_of(steps, self.focusWidget())
        (steps[part] if part else self.diagram.enter)()

    def _on_edge_passed(self, way: str) -> None:
        """Turn to the view beyond the edge of the drawing, if there is one."""
        view = self._screen.beyond.get(Way(way))
        if view:
            turn = partial(self.dispatch, ShowView(view.plate, view.side))
            self.diagram.enter_from(Way(way), turn)

    def focusNextPrevChild(self, is_forward: bool) -> bool:  # noqa: FBT001 - Qt's own
        parts = (self.top, self.strip, self.diagram, self.foot, self.panel, self.aside, self.alerts)
        stop = stop_after(parts, self.focusWidget(), is_forward=is_forward)
        if stop:
            reason = Qt.FocusReason.TabFocusReason if is_forward else Qt.FocusReason.BacktabFocusReason
            go_to(stop, reason)
        return stop is not None

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
        """Close what was found, or else the page that is being read; or else undo the last step."""
        if self._screen.found:
            self.dispatch(TypeQuery(None))
        elif self._reads:
            self._on_aside_left()
        else:
            self.dispatch(GoBack())

    def _on_guide_asked(self, guide: str) -> None:
        self.dispatch(OpenGuide(guide))

    def _on_finding_told(self, answer: Answer | None) -> None:
        if self._screen.card:
            card = self._screen.card
            self.dispatch(Find(card.place, tell_familiar(card.found, answer)))

    def _on_safety_asked(self) -> None:
        self._read(self.aside.show_safety)

    def _on_help_asked(self) -> None:
        self._read(self.aside.show_help)

    def _on_aside_left(self) -> None:
        if self._screen.page is Page.SETTINGS:
            self.dispatch(OpenPage(None))
        else:
            self._read(lambda: self.aside.show_screen(self._screen), reads=False)

    def _on_voice(self, voice: Voice) -> None:
        self._on_settings({"voice": voice.value})

    def _on_other_voice(self) -> None:
        self._on_voice(Voice.CLINICAL if self._screen.voice is Voice.PLAIN else Voice.PLAIN)

    def _on_switch(self, switch: Switch) -> None:
        if switch in self._screen.offered:
            self.dispatch(Turn(switch, switch not in self._screen.switches))

    def _on_jaw(self) -> None:
        self.dispatch(OpenJaw(not self._screen.opens_jaw))

    def _on_settings(self, values: Mapping[str, str]) -> None:
        """Keep what was set, and let it show at once."""
        for key, value in values.items():
            self._settings.keep(key, value)
        if "targets" in values:
            self.show_targets(is_touched=finger.is_touched(values["targets"]))
        if "theme" in values:
            self._theme = None
        if "voice" in values:
            self.dispatch(UseVoice(Voice(values["voice"])))
        self.dispatch(TakeSeat(seat_of(self._settings)))
        self._dress()
        self._take_motion()
        self.seat.show_values(self._settings.all())

    def _on_paper(self, paper: Paper) -> None:
        self._on_settings({"paper": paper.value})

    def _on_page_voice(self, voice: Voice) -> None:
        self._on_settings({"page_words": voice.value})

    def _on_compare(self) -> None:
        """Open what is compared, or close it."""
        is_open = self._screen.page in {Page.COMPARE, Page.WEIGH}
        self.dispatch(OpenPage(None if is_open else Page.COMPARE))

    def _take_motion(self) -> None:
        self.diagram.spread.may_move = may_move(self._settings)
        self.steps.show_motion(is_on=may_move(self._settings))

    def _dress(self) -> None:
        """Look as the settings say, and as large as this window wants it."""
        tokens = look_of(self._settings, self._theme, self.size().toTuple())
        self._sheets.use(Inks(self._settings.text("skin"), tokens.printing))
        if tokens != self._tokens:
            self.show_theme(tokens)
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press a button as Space does; what else is pressed stays with Qt."""
        button = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()
        self._arrange()


def _has_page(screen: Screen) -> bool:
    """Whether a screen opens something to read: a muscle, a structure, a treatment or a topic."""
    opened = (screen.card, screen.structure, screen.guide, screen.page)
    return any(each is not None for each in opened)
