"""A calm strip above the list: what to ask next, and what was told."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bodymap.anatomy.answer import Answer
from bodymap.inquiry.intents import Ask, Reply
from bodymap.inquiry.questions import NO_QUESTIONS, Question, Questions
from bodymap.inquiry.state import Asking
from bodymap.language import say
from bodymap.ui.answer_line import AnswerLine
from bodymap.ui.controls import WrappingRow
from bodymap.ui.cut_button import CutButton

HEIGHTS = (0, 860, 1000)
"""From which height of the panel on one question is shown, two, and three."""
LEAST_WIDTH, MORE = 300, 84
"""How wide the strip is at least, and the way to more answers."""
MOST_TOLD = (1, 3, 4)
"""How many answers are listed beside that many questions."""


class QuestionStrip(QWidget):
    """Asks a few questions, each in a place of its own, and lists what was answered.

    A question keeps its place until it is answered and the next one is, so that nobody answers what was
    not read, and one sees what one said and can take it back.

    Signals:
        asked: the intent of what was pressed.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions = NO_QUESTIONS
        self._about: object = None
        self._room = 1
        self._places: list[str] = []
        self._just = ""
        """What was answered last, and keeps its place until something else is."""
        self.lines = [AnswerLine(self) for _ in HEIGHTS]
        self.next = QPushButton("›", self)
        self.next.setObjectName("quiet")
        self.next.setMinimumSize(36, 44)
        self.next.setToolTip(say("Another question"))
        self.next.setAccessibleName(say("Another question"))
        self.next.clicked.connect(self._on_next)
        self.lines[0].row.addWidget(self.next, 0, Qt.AlignmentFlag.AlignVCenter)
        self.told: list[CutButton] = []
        self._told_row = WrappingRow(gap=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for line in self.lines:
            column.addWidget(line)
            line.answered.connect(self._on_answered)
        column.addLayout(self._told_row)

    def show_questions(self, questions: Questions, about: object = None) -> None:
        """Show what to ask; what stands somewhere stays there, as long as the same places hurt."""
        if about != self._about:
            self._about, self._places, self._just = about, [], ""
        is_news = questions.effect and questions.effect != self._questions.effect
        self._questions = questions
        self._settle()
        self._show()
        if is_news:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, questions.effect))

    def give_room(self, height: int) -> None:
        """Show as many questions as there is room for in a panel of some height."""
        room = sum(height >= least for least in HEIGHTS)
        if room != self._room:
            self._room = room
            self._settle()
            self._show()

    def _known(self) -> dict[str, Question]:
        """Return the questions that may stand in a place now."""
        just = [each for each in self._questions.told if each.factor == self._just]
        return {each.factor: each for each in (*self._questions.open, *just)}

    def _settle(self) -> None:
        """Keep each question that may still stand where it stands, and fill the other places."""
        known = self._known()
        if self._just not in known:
            self._just = ""
        kept = [each if each in known else "" for each in self._places[: self._room]]
        kept += [""] * (self._room - len(kept))
        waiting = [each.factor for each in self._questions.open if each.factor not in kept]
        filled = [each or (waiting.pop(0) if waiting else "") for each in kept]
        self._places = [each for each in filled if each]

    def _show(self) -> None:
        known = self._known()
        for number, line in enumerate(self.lines):
            shown = known.get(self._places[number]) if number < len(self._places) else None
            line.setVisible(shown is not None)
            if shown:
                whom = shown.speaks_for if self._room > 1 else ""
                more = self._questions.effect if shown.answer else whom
                line.show_line(shown.factor, shown.ask, shown.answer, more, shown.speaks_for)
        others = [each for each in self._questions.open if each.factor not in self._places]
        self.next.setVisible(self._room == 1 and bool(others))
        told = [each for each in self._questions.told if each.factor not in self._places]
        self._list_told(told)
        self.setVisible(bool(self._places or told))

    def _list_told(self, told: list[Question]) -> None:
        """List what was answered, the last first; each is taken back by pressing it."""
        while self._told_row.takeAt(0) is not None:
            pass
        for old in self.told:
            old.hide()
            old.deleteLater()
        most = MOST_TOLD[self._room - 1]
        room = max(self.width(), LEAST_WIDTH) - (MORE if len(told) > most else 0)
        self.told = [self._make(Reply(each.factor, None)) for each in told[:most]]
        for button, each in zip(self.told, told, strict=False):
            button.show_words(each.told, after="  ✕")
            button.setMaximumWidth(room)
            button.setAccessibleName(say("Told: {what}. Take it back", what=each.told))
        if len(told) > most:
            more = say("{number} more ›", number=len(told) - most)
            self.told.append(self._make(Ask(Asking.FACTORS)))
            self.told[-1].setText(more)
        for button in self.told:
            self._told_row.addWidget(button)

    def _make(self, intent: Reply | Ask) -> CutButton:
        button = CutButton(self)
        button.setObjectName("told")
        button.clicked.connect(partial(self.asked.emit, intent))
        button.show()
        return button

    def _on_answered(self, factor: str, answer: Answer | None) -> None:
        self._just = factor if answer else ""
        self.asked.emit(Reply(factor, answer))

    def _on_next(self) -> None:
        """Put the next question in the place of the one that is shown, round and round."""
        names = [each.factor for each in self._questions.open]
        here = self._places[0] if self._places else ""
        after = names[names.index(here) + 1 :] if here in names else names
        self._places = (after or names)[:1]
        self._just = ""
        self._settle()
        self._show()
