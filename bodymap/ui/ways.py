"""The ways from the list to other pages: what goes with it, red flags, treatments, what else it could be."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from bodymap.inquiry.intents import Ask, OpenGuide
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import Asking
from bodymap.language import say
from bodymap.ui.controls import WrappingRow


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
        self.safety.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = WrappingRow(gap=2)
        for button in (self.factors, self.red_flags, self.guides):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
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
        is_chosen = bool(screen.chips)
        more, less = say("⚠ What else it could be, and when to get help ›"), say("⚠ When to get help ›")
        self.safety.setText(more if is_chosen else less)
        self.safety.setVisible(not is_asking)

    def _on_factors(self) -> None:
        self.asked.emit(Ask(Asking.FACTORS))

    def _on_red_flags(self) -> None:
        self.asked.emit(Ask(Asking.RED_FLAGS))

    def _on_guides(self) -> None:
        self.asked.emit(OpenGuide())
