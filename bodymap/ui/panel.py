"""The panel beside the drawing: what was chosen, what it may come from, and what else it could be."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bodymap.anatomy.answer import Answer
from bodymap.inquiry.intents import Ask, FinishScreening, Reply, TickSign
from bodymap.inquiry.screen import Chip, Screen
from bodymap.inquiry.state import Asking
from bodymap.language import say
from bodymap.ui.candidates import Candidates
from bodymap.ui.controls import WrappingRow, label_of
from bodymap.ui.cut_button import CutButton
from bodymap.ui.found_page import FoundPage
from bodymap.ui.muscle_card import MuscleCard
from bodymap.ui.questions import QuestionStrip
from bodymap.ui.safety_page import write_held
from bodymap.ui.theme import Tokens
from bodymap.ui.tick_page import TickPanel
from bodymap.ui.ways import Ways

ROOMY = 520
"""From which height in pixels on there is room for all that stands around the list."""


class Panel(QWidget):
    """The chosen regions as chips, the list, and the way to what else it could be.

    Signals:
        region_dropped: the Pain whose chip was pressed.
        muscle_chosen, view_chosen, muscle_pointed: as the list tells them.
        safety_asked: the user wants to know what else it could be, and when to get help.
        asked: the intent of a pressed button or tick.
    """

    region_dropped = Signal(object)
    muscle_chosen = Signal(object)
    view_chosen = Signal(object, str)
    muscle_pointed = Signal(object)
    safety_asked = Signal()
    asked = Signal(object)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._screen: Screen | None = None
        self._tokens = tokens
        self._chips: tuple[Chip, ...] = ()
        self._buttons: dict[Chip, _ChipButton] = {}
        self._heading, self._hint = label_of("heading"), label_of("soft")
        self._chip_row = WrappingRow()
        self._unexplained, self._fewest = label_of("warning"), label_of("soft")
        self.banner = QPushButton(self)
        self.banner.setObjectName("banner")
        self.questions = QuestionStrip(self)
        self.candidates = Candidates(tokens, self)
        self.ticks = TickPanel(tokens, self)
        self.held = MuscleCard(tokens, self)
        self.held.setAccessibleName(say("What comes first"))
        self.found = FoundPage(tokens, self)
        self.ways = Ways(self)
        self.setAccessibleName(say("List"))
        self._lay_out()
        self._connect()
        self._order()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 10)
        column.setSpacing(8)
        column.addWidget(self._hint)
        column.addLayout(self._chip_row)
        for widget in (self._heading, self.banner, self._unexplained, self._fewest):
            column.addWidget(widget)
        column.addWidget(self.questions)
        for page in (self.found, self.candidates, self.ticks, self.held):
            column.addWidget(page, 1)
        column.addWidget(self.ways)

    def _connect(self) -> None:
        self.banner.clicked.connect(self.safety_asked)
        self.candidates.muscle_chosen.connect(self.muscle_chosen)
        self.candidates.view_chosen.connect(self.view_chosen)
        self.candidates.muscle_pointed.connect(self.muscle_pointed)
        self.questions.asked.connect(self.asked)
        self.ticks.ticked.connect(self._on_ticked)
        self.ticks.answered.connect(self._on_answered)
        self.ticks.finished.connect(self._on_finished)
        self.ticks.closed.connect(self._on_closed)
        self.found.asked.connect(self.asked)
        self.ways.asked.connect(self.asked)
        self.ways.safety_asked.connect(self.safety_asked)

    def show_tokens(self, tokens: Tokens) -> None:
        """Paint in the colours of a theme."""
        self._tokens = tokens
        self.candidates.show_tokens(tokens)
        self.ticks.show_tokens(tokens)
        self.found.show_tokens(tokens)
        self.held.show_tokens(tokens)
        if self._screen:
            self._show_held(self._screen)

    def show_screen(self, screen: Screen) -> None:
        """Show the list and what belongs to it, or what was found in their place."""
        self._screen = screen
        if screen.found:
            self._give_way(screen)
        else:
            self._show_list(screen)
        self.found.show_found(screen.found)

    def _give_way(self, screen: Screen) -> None:
        """Make room for what was found; the chips stay."""
        self._show_chips(screen.chips)
        for label in (self._heading, self._hint, self._unexplained, self._fewest):
            label.hide()
        for part in (self.banner, self.questions, self.ways):
            part.hide()
        for page in (self.candidates, self.ticks, self.held):
            page.hide()

    def _show_list(self, screen: Screen) -> None:
        is_asking, is_held = screen.ticks is not None, screen.is_held and screen.ticks is None
        self._heading.setText(screen.heading)
        self._heading.setVisible(not is_asking)
        self._hint.setText(screen.hint)
        self._hint.setVisible(not screen.chips and not is_asking)
        self._show_chips(screen.chips)
        self._unexplained.setText(screen.unexplained)
        self._unexplained.setVisible(bool(screen.unexplained) and not is_asking)
        self._fewest.setText(screen.fewest)
        self._heading.setToolTip(screen.fewest)
        self._fewest.setVisible(bool(screen.fewest) and not is_asking and not self._is_tight)
        self._show_banner(screen, is_wanted=not (is_asking or is_held))
        self.questions.show_questions(screen.questions, screen.chips)
        self.ways.show_screen(screen)
        self.ways.show()
        if screen.ticks:
            self.ticks.show_page(screen.ticks)
        self.ticks.setVisible(is_asking)
        self._show_held(screen)
        self.held.setVisible(is_held)
        self.candidates.setVisible(not (is_asking or is_held))
        self.candidates.show_rows(screen.rows)

    @property
    def _is_tight(self) -> bool:
        """Whether so little room is left for the list that what stands around it makes way."""
        return self.height() < self._tokens.scale.px(ROOMY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ways.fold(is_tight=self._is_tight)
        self.questions.give_room(self.height())
        if self._screen and self._screen.ticks is None:
            self._fewest.setVisible(bool(self._screen.fewest) and not self._is_tight)

    def _show_banner(self, screen: Screen, *, is_wanted: bool) -> None:
        """Say above the list what was raised."""
        if screen.flags:
            flag = screen.flags[0]
            self.banner.setText(say("⚠ {what}: what, and why ›", what=flag.heading))
            self.banner.setToolTip(flag.title)
            self.banner.setAccessibleDescription(flag.title)
        self.banner.setVisible(bool(screen.flags) and is_wanted)

    def _show_held(self, screen: Screen) -> None:
        if screen.is_held and screen.ticks is None:
            self.held.show_glossary(screen.glossary)
            self.held.show_text(partial(write_held, screen, self.held.pen))

    def _on_ticked(self, name: str) -> None:
        self.asked.emit(TickSign(name))

    def _on_answered(self, name: str, answer: Answer | None) -> None:
        self.asked.emit(Reply(name, answer))

    def _on_finished(self, is_none: bool) -> None:  # noqa: FBT001 - Qt's own signal
        ticks = self._screen.ticks if self._screen else None
        is_safety = ticks is not None and ticks.asking is Asking.RED_FLAGS
        self.asked.emit(FinishScreening(is_none) if is_safety else Ask(None))

    def _on_closed(self) -> None:
        self.asked.emit(Ask(None))

    def _show_chips(self, chips: tuple[Chip, ...]) -> None:
        if chips == self._chips:
            return
        self._chips = chips
        while self._chip_row.takeAt(0) is not None:
            pass
        kept = {chip: self._buttons.get(chip) or self._make_chip(chip) for chip in chips}
        for chip, button in self._buttons.items():
            if chip not in kept:
                button.hide()
                button.deleteLater()
        self._buttons = kept
        for button in kept.values():
            self._chip_row.addWidget(button)
        self._order()

    def _order(self) -> None:
        """Have what comes later also heard later: a screen reader goes by the order of the children."""
        later = (self._heading, self.banner, self._unexplained, self._fewest)
        for widget in (*later, self.questions, self.candidates, self.ticks, self.held, self.ways):
            widget.raise_()

    def _make_chip(self, chip: Chip) -> "_ChipButton":
        button = _ChipButton(chip, self)
        button.dropped.connect(self.region_dropped)
        return button


class _ChipButton(CutButton):
    """A chosen region; pressing it takes the region away. Where a column is narrow, its name is cut short."""

    dropped = Signal(object)

    def __init__(self, chip: Chip, parent: QWidget) -> None:
        super().__init__(parent)
        self.show_words(chip.words, after="  ✕")
        self.setToolTip(chip.words)
        self.setObjectName("chip")
        self.setAccessibleName(say("{region}: take away", region=chip.words))
        self._pain = chip.pain
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.dropped.emit(self._pain)
