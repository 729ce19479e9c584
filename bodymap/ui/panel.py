"""The panel beside the drawing: what was chosen, what it may come from, and what else it could be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from bodymap.inquiry.screen import Chip, Screen
from bodymap.language import say
from bodymap.ui.candidates import Candidates
from bodymap.ui.controls import WrappingRow
from bodymap.ui.theme import Tokens


class Panel(QWidget):
    """The chosen regions as chips, the list, and the way to what else it could be.

    Signals:
        region_dropped: the Pain whose chip was pressed.
        muscle_chosen, view_chosen, muscle_pointed: as the list tells them.
        safety_asked: the user wants to know what else it could be, and when to get help.
    """

    region_dropped = Signal(object)
    muscle_chosen = Signal(object)
    view_chosen = Signal(object, str)
    muscle_pointed = Signal(object)
    safety_asked = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._chips: tuple[Chip, ...] = ()
        self._buttons: dict[Chip, _ChipButton] = {}
        self._heading = _label("heading")
        self._hint = _label("soft")
        self._chip_row = WrappingRow()
        self._unexplained = _label("warning")
        self._safety = QPushButton(self)
        self._safety.setObjectName("quiet")
        self._safety.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._safety.clicked.connect(self.safety_asked)
        self.candidates = Candidates(tokens, self)
        self.candidates.muscle_chosen.connect(self.muscle_chosen)
        self.candidates.view_chosen.connect(self.view_chosen)
        self.candidates.muscle_pointed.connect(self.muscle_pointed)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 10)
        column.setSpacing(8)
        column.addWidget(self._hint)
        column.addLayout(self._chip_row)
        column.addWidget(self._heading)
        column.addWidget(self._unexplained)
        column.addWidget(self.candidates, 1)
        column.addWidget(self._safety)

    def show_tokens(self, tokens: Tokens) -> None:
        """Paint in the colours of a theme."""
        self.candidates.show_tokens(tokens)

    def show_screen(self, screen: Screen) -> None:
        """Show the list and what belongs to it."""
        self._heading.setText(screen.heading)
        self._hint.setText(screen.hint)
        self._hint.setVisible(not screen.chips)
        self._show_chips(screen.chips)
        self._unexplained.setText(screen.unexplained)
        self._unexplained.setVisible(bool(screen.unexplained))
        self._safety.setText(
            say("⚠ What else it could be, and when to get help ›")
            if screen.chips
            else say("⚠ When to get help ›")
        )
        self.candidates.show_rows(screen.rows)

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

    def _make_chip(self, chip: Chip) -> "_ChipButton":
        button = _ChipButton(chip, self)
        button.dropped.connect(self.region_dropped)
        return button


class _ChipButton(QPushButton):
    """A chosen region; pressing it takes the region away."""

    dropped = Signal(object)

    def __init__(self, chip: Chip, parent: QWidget) -> None:
        super().__init__(f"{chip.words}  ✕", parent)
        self.setObjectName("chip")
        self.setAccessibleName(say("{region}: take away", region=chip.words))
        self._pain = chip.pain
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.dropped.emit(self._pain)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
