"""The ways from the list on: press, compare, hand over; red flags, treatments, what else it could be."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bodymap.inquiry.intents import Ask, OpenGuide, OpenPage
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import Asking, Page
from bodymap.language import mark, say
from bodymap.ui.controls import WrappingRow
from bodymap.ui.measures import SPACE_1

STEPS = {
    Page.EXAMINE: (mark("Press and check"), mark("Press muscle by muscle, and keep what was found (E)")),
    Page.COMPARE: (mark("Compare"), mark("Lay muscles or treatments side by side (C)")),
    Page.HAND_OVER: (mark("Hand over"), mark("Make a page to take home (H)")),
}


class Ways(QWidget):
    """Buttons under the list, each with where it leads.

    Signals:
        asked: the intent of a pressed button.
        safety_asked: the user wants to know what else it could be, and when to get help.
    """

    asked = Signal(object)
    safety_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.factors, self.red_flags, self.guides, self.more, self.safety = (
            QPushButton(self) for _ in range(5)
        )
        self.steps = {page: QPushButton(say(words), self) for page, (words, _) in STEPS.items()}
        self._offered: list[QPushButton] = []
        self._is_tight = self._is_unfolded = False
        self._lay_out()
        self.factors.clicked.connect(self._on_factors)
        self.red_flags.clicked.connect(self._on_red_flags)
        self.guides.clicked.connect(self._on_guides)
        self.safety.clicked.connect(self.safety_asked)
        self.more.clicked.connect(self._on_more)

    def _lay_out(self) -> None:
        steps = WrappingRow(gap=6, fills=True)
        for page, button in self.steps.items():
            hint = say(STEPS[page][1])
            button.setToolTip(hint)
            button.setAccessibleDescription(hint)
            button.setObjectName("step")
            button.clicked.connect(partial(self._on_step, page))
            steps.addWidget(button)
        row = WrappingRow(gap=2)
        for button in (self.factors, self.red_flags, self.guides, self.more, self.safety):
            button.setObjectName("quiet")
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addLayout(steps)
        column.addLayout(row)

    def show_screen(self, screen: Screen) -> None:
        """Show the ways that lead somewhere."""
        is_asking = screen.ticks is not None
        offered = {
            self.factors: bool(screen.chips) and not (is_asking or screen.is_held),
            self.red_flags: screen.has_red_flags and not is_asking,
            self.guides: screen.has_guides and not is_asking,
        }
        self._offered = [button for button, is_offered in offered.items() if is_offered]
        self.factors.setText(say("+ What goes with it ›"))
        self.red_flags.setText(say("Change my answers ›") if screen.is_held else say("Red flags ›"))
        self.guides.setText(say("Treatments, good to know ›"))
        self._fold()
        for button in self.steps.values():
            button.setVisible(not (is_asking or screen.is_held))
        is_chosen = bool(screen.chips)
        more, less = say("⚠ What else? When to get help ›"), say("⚠ When to get help ›")
        self.safety.setText(more if is_chosen else less)
        self.safety.setVisible(not is_asking)

    def fold(self, *, is_tight: bool) -> None:
        """Keep all but the way to help behind one button, where there is little room for the list."""
        if is_tight != self._is_tight:
            self._is_tight, self._is_unfolded = is_tight, False
            self._fold()

    def _fold(self) -> None:
        is_folded = self._is_tight and not self._is_unfolded
        for button in (self.factors, self.red_flags, self.guides):
            button.setVisible(button in self._offered and not is_folded)
        self.more.setVisible(self._is_tight and bool(self._offered))
        self.more.setText(say("More ▾") if is_folded else say("Less ▴"))

    def _on_more(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self._fold()

    def _on_step(self, page: Page) -> None:
        self.asked.emit(OpenPage(page))

    def _on_factors(self) -> None:
        self.asked.emit(Ask(Asking.FACTORS))

    def _on_red_flags(self) -> None:
        self.asked.emit(Ask(Asking.RED_FLAGS))

    def _on_guides(self) -> None:
        self.asked.emit(OpenGuide())
