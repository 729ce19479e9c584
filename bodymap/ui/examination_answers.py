"""The open question with its answers, large enough for a finger, and above it what was answered before."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from bodymap.anatomy.finding import Finding
from bodymap.inquiry.answers import Option
from bodymap.inquiry.examination import Stop
from bodymap.inquiry.intents import Find
from bodymap.inquiry.probe import Question
from bodymap.language import say
from bodymap.ui.big_button import BigButton
from bodymap.ui.controls import WrappingRow, label_of
from bodymap.ui.roll import Roll


class Answers(QWidget):
    """Asks one question, and takes its answers and the taking back of earlier ones.

    Signals:
        asked: the intent of a pressed answer.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stop: Stop | None = None
        self._told, self._answers = QWidget(self), QWidget(self)
        self._felt, self._question, self._meaning = label_of("soft"), label_of("group"), label_of("soft")
        self._scrolled: Roll | None = None
        self.told: list[BigButton] = []
        self.buttons: list[BigButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for widget in (self._told, self._felt, self._question, self._meaning, self._answers):
            self._column.addWidget(widget)

    def show_stop(self, stop: Stop) -> None:
        """Show the question that is asked now, and what was answered."""
        known, self._stop = self._stop, stop
        for label, words in (
            (self._felt, stop.felt),
            (self._question, stop.asked or stop.standing),
            (self._meaning, stop.meaning),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        if stop.question is Question.FELT:  # it stands among the places, to be scrolled with them
            self._meaning.hide()
        if known is None or (known.told, known.place) != (stop.told, stop.place):
            self._show_told(stop.told)
        if known is None or (known.options, known.place) != (stop.options, stop.place):
            self._show_options(stop)

    def take_focus(self) -> bool:
        """Take the focus with the first answer, if there is one."""
        if self.buttons:
            self.buttons[0].setFocus()
        return bool(self.buttons)

    def take_key(self, text: str) -> bool:
        """Answer by a key; say whether it stands for an answer."""
        options = self._stop.options if self._stop else ()
        found = next((option for option in options if option.key and option.key == text.upper()), None)
        if found:
            self._on_finding(found.finding)
        return found is not None

    def _show_told(self, told: tuple[Option, ...]) -> None:
        """Show what was answered as chips; pressing one takes it back."""
        row = WrappingRow(gap=4)
        self.told = [self._make(option, row) for option in told]
        for option, button in zip(told, self.told, strict=True):
            button.setObjectName("chip")
            button.setText(say("{answer}  ✕", answer=option.words))
            button.setAccessibleName(say("{answer}: take back", answer=option.words))
        self._told = self._replace(self._told, _holding(row))
        self._told.setVisible(bool(told))

    def _show_options(self, stop: Stop) -> None:
        """Show the answers: short ones side by side, long ones below each other, places as chips."""
        is_felt = stop.question is Question.FELT
        row = QVBoxLayout() if stop.question is Question.SPREAD else WrappingRow(fills=not is_felt)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        focused = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), None)
        offset = self._scrolled.verticalScrollBar().value() if self._scrolled else 0
        self.buttons = [self._make(option, row) for option in stop.options]
        self._scrolled = None
        new = _holding(row)
        if is_felt:
            for option, button in zip(stop.options, self.buttons, strict=True):
                button.setCheckable(True)
                button.setChecked(option.is_on)
                button.setText(f"✓ {option.words}" if option.is_on else option.words)
            new = self._scrolled = Roll(_below(stop.meaning, new))
        self._answers = self._replace(self._answers, new)
        self._column.setStretchFactor(new, int(is_felt))
        self._answers.setVisible(bool(self.buttons))
        if focused is not None and focused < len(self.buttons):
            self.buttons[focused].setFocus()
        if self._scrolled:
            self._scrolled.verticalScrollBar().setValue(offset)

    def _replace(self, old: QWidget, new: QWidget) -> QWidget:
        new.setParent(self)
        self._column.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        return new

    def _make(self, option: Option, row: QVBoxLayout | WrappingRow) -> BigButton:
        button = BigButton("", gives_way=not isinstance(row, WrappingRow))
        words = say("{answer} ({key})", answer=option.words, key=option.key) if option.key else option.words
        button.setText(words)
        button.clicked.connect(partial(self._on_finding, option.finding))
        row.addWidget(button)
        return button

    def _on_finding(self, finding: Finding) -> None:
        if self._stop:
            self.asked.emit(Find(self._stop.place, finding))


def _below(words: str, widget: QWidget) -> QWidget:
    """Return a widget with words above it."""
    made, label = QWidget(), label_of("soft")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    label.setText(words)
    label.setVisible(bool(words))
    column.addWidget(label)
    column.addWidget(widget)
    column.addStretch(1)
    return made


def _holding(row: QLayout) -> QWidget:
    """Return a widget that holds a row."""
    row.setContentsMargins(0, 0, 0, 0)
    made = QWidget()
    made.setLayout(row)
    return made
