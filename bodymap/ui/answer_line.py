"""A line that is answered with yes or no, or not at all."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from bodymap.anatomy.answer import Answer
from bodymap.language import mark, say
from bodymap.ui.controls import label_of
from bodymap.ui.measures import LEAST_HEIGHT

SIDES = 32
"""How much wider than its words a button is; so it does not move when it is pressed."""
OFFERED = {Answer.YES: mark("Yes"), Answer.NO: mark("No")}


class AnswerLine(QWidget):
    """A question with yes and no; pressing the given answer again takes it back.

    Signals:
        answered: what was asked about, and the Answer, or nothing when it was taken back.
    """

    answered = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked = ""
        self._words, self._more = label_of("line"), label_of("soft")
        self.buttons = {answer: QPushButton(self) for answer in OFFERED}
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._words)
        words.addWidget(self._more)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)
        self.row.addLayout(words, 1)
        for answer, button in self.buttons.items():
            button.setCheckable(True)
            button.setMinimumHeight(LEAST_HEIGHT)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self._on_pressed, answer))
            self.row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_line(
        self, asked: str, words: str, answer: Answer | None, more: str = "", hint: str = ""
    ) -> None:
        """Show what is asked, how it was answered, something more below, and what the buttons tell."""
        self.asked = asked
        self._words.setText(words)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        for offered, button in self.buttons.items():
            is_given = offered is answer
            name = say(OFFERED[offered])
            button.setText(f"✓ {name}" if is_given else name)
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(f"✓ {name}") + SIDES)
            button.setChecked(is_given)
            button.setAccessibleName(f"{words} {name}")
            button.setToolTip(hint)
            button.setAccessibleDescription(more or hint)

    def _on_pressed(self, answer: Answer) -> None:
        self.answered.emit(self.asked, answer if self.buttons[answer].isChecked() else None)
