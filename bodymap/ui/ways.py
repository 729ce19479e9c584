"""The ways from the list on: press, compare, hand over; red flags, treatments, what else it could be."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from bodymap.inquiry.intents import Ask, OpenGuide, OpenPage
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import Asking, Page
from bodymap.language import mark, say
from bodymap.ui.controls import WrappingRow

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
        self.factors, self.red_flags, self.guides = (QPushButton(self) for _ in range(3))
        self.safety = QPushButton(self)
        self.steps = {page: QPushButton(say(words), self) for page, (words, _) in STEPS.items()}
        steps = QHBoxLayout()
        steps.setSpacing(6)
        for page, button in self.steps.items():
            hint = say(STEPS[page][1])
            button.setToolTip(hint)
            button.setAccessibleDescription(hint)
            button.clicked.connect(partial(self._on_step, page))
            steps.addWidget(button)
        self.safety.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = WrappingRow(gap=2)
        for button in (self.factors, self.red_flags, self.guides):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(steps)
        column.addLayout(row)
        column.addWidget(self.safety)
        for button in (self.factors, self.red_flags, self.guides, self.safety):
            button.setObjectName("quiet")
        self.factors.clicked.connect(self._on_factors)
        self.red_flags.clicked.connect(self._on_red_flags)
        self.guides.clicked.connect(self._on_guides)
        self.safety.clicked.connect(self.safety_asked)

    def show_screen(self, screen: Screen) -> None:
        """Show the ways that lead somewhere."""
        is_asking = screen.ticks is not None
        self.factors.setText(say("+ What goes with it ›"))
        self.factors.setVisible(bool(screen.chips) and not (is_asking or screen.is_held))
        self.red_flags.setText(say("Change my answers ›") if screen.is_held else say("Red flags ›"))
        self.red_flags.setVisible(screen.has_red_flags and not is_asking)
        self.guides.setText(say("Treatments, and good to know ›"))
        self.guides.setVisible(screen.has_guides and not is_asking)
        for button in self.steps.values():
            button.setVisible(not (is_asking or screen.is_held))
        is_chosen = bool(screen.chips)
        more, less = say("⚠ What else it could be, and when to get help ›"), say("⚠ When to get help ›")
        self.safety.setText(more if is_chosen else less)
        self.safety.setVisible(not is_asking)

    def _on_step(self, page: Page) -> None:
        self.asked.emit(OpenPage(page))

    def _on_factors(self) -> None:
        self.asked.emit(Ask(Asking.FACTORS))

    def _on_red_flags(self) -> None:
        self.asked.emit(Ask(Asking.RED_FLAGS))

    def _on_guides(self) -> None:
        self.asked.emit(OpenGuide())
