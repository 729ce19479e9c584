"""The page on which muscles are pressed one after the other, with one question in sight at a time."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bodymap.inquiry.examination import Stop
from bodymap.inquiry.intents import ChooseMuscle, GoBack, OpenGuide, OpenPage
from bodymap.inquiry.probe import Question
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import Page
from bodymap.language import say
from bodymap.ui.big_button import BigButton
from bodymap.ui.controls import WrappingRow, label_of
from bodymap.ui.desk_page import DeskPage
from bodymap.ui.examination_answers import Answers
from bodymap.ui.examination_overview import ExaminationOverview
from bodymap.ui.examination_text import write_stop
from bodymap.ui.muscle_card import MuscleCard
from bodymap.ui.ring import Ring
from bodymap.ui.roll import Roll
from bodymap.ui.theme import Tokens

LEAST_TEXT = 84
"""How much of the text must be in sight, in pixels."""
OWN_KEYS = {Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_U, Qt.Key.Key_Space}
"""Keys that mean something else here than in the window, while this page has the focus."""


class ExaminationPage(DeskPage):
    """Where and how to press, a ring that counts, a question, and the way to the next muscle."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stop: Stop | None = None
        self._title, self._progress = label_of("heading"), label_of("soft")
        self._progress.setWordWrap(False)
        self._technique, self._hold = label_of("group"), label_of("soft")
        self.ring = Ring(tokens, self)
        self.sound = BigButton("", self)
        self.sound.setText(say("♪ Tick aloud"))
        self.sound.setCheckable(True)
        self.how = MuscleCard(tokens, self)
        self.how.setAccessibleName(say("How to press this muscle"))
        self.how.setMinimumHeight(LEAST_TEXT)
        self.answers = Answers(self)
        self.elsewhere = BigButton("quiet", self)
        self.before, self.undo, self.after = (BigButton("", self, gives_way=False) for _ in range(3))
        self.overview = ExaminationOverview(self)
        self._parts, self._pressing = QWidget(self), QWidget(self)
        self._roll = self._hold_together(self._pressing, self.how)
        self._write()
        self._lay_ring()
        self._lay_out()
        self._connect()

    def show_tokens(self, tokens: Tokens) -> None:
        """Dress the page in the colours of a theme."""
        self.ring.show_tokens(tokens)
        self.how.show_tokens(tokens)

    def show_motion(self, *, is_on: bool) -> None:
        """Let the ring fill evenly, or step once a second."""
        self.ring.show_motion(is_on=is_on)

    def show_screen(self, screen: Screen) -> None:
        """Show the muscle that is pressed now, or what was found."""
        known, had_focus = self._stop, self._has_focus()
        told = screen.examination
        self._stop = told if isinstance(told, Stop) else None
        self._parts.setVisible(self._stop is not None)
        self.overview.setVisible(self._stop is None)
        if self._stop:
            self.how.show_glossary(screen.glossary)
            self._show_stop(self._stop, can_undo=screen.can_go_back)
        elif told is not None and not isinstance(told, Stop):
            self.overview.show_overview(told)
        if had_focus:
            self._move_focus(known)
        self._announce(known)

    def _show_stop(self, stop: Stop, *, can_undo: bool) -> None:
        is_new = self.ring.property("place") != str(stop.place)
        self._title.setText(stop.title)
        self._progress.setText(stop.progress)
        presses = stop.question is not Question.FELT
        self._column.setStretchFactor(self.answers, int(not presses))
        self._roll.setVisible(presses)
        self._technique.setText(stop.technique)
        self._technique.setVisible(bool(stop.technique))
        self._hold.setText(stop.hold.words or stop.hold.note)
        self._hold.setVisible(bool(stop.hold.words or stop.hold.note))
        if is_new:
            self.ring.setProperty("place", str(stop.place))
            self.ring.show_seconds(stop.hold.seconds, stop.hold.notch)
        for widget in (self.ring, self.sound):
            widget.setVisible(stop.hold.seconds > 0)
        self.how.show_text(lambda: write_stop(stop, self.how.pen))
        self.answers.show_stop(stop)
        self.elsewhere.setVisible(stop.elsewhere is not None)
        self.elsewhere.setText(stop.elsewhere.words if stop.elsewhere else "")
        self.before.setEnabled(stop.before is not None)
        self.undo.setEnabled(can_undo)
        self.after.setText(say("Next ›") if stop.after else say("What was found ›"))

    # making

    def _write(self) -> None:
        """Write what stays on the buttons."""
        self.before.setText(say("‹ Previous"))
        self.undo.setText(say("Undo"))
        self.before.setToolTip(say("The muscle before this one (Page up)"))
        self.undo.setToolTip(say("Undo the last step (Esc)"))
        self.after.setToolTip(say("The next muscle that is open (Page down)"))

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self._parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        column.addLayout(head)
        column.addWidget(self.elsewhere)
        column.addWidget(self._roll, 1)
        column.addWidget(self.answers)
        column.addLayout(self._ways())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._parts)
        whole.addWidget(self.overview)

    def _lay_ring(self) -> None:
        """Lay the ring beside how hard and how long."""
        beside = QVBoxLayout()
        beside.setSpacing(4)
        for widget in (self._technique, self._hold, self.sound):
            beside.addWidget(widget)
        beside.addStretch(1)
        pressing = QHBoxLayout(self._pressing)
        pressing.setContentsMargins(0, 0, 0, 0)
        pressing.setSpacing(10)
        pressing.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignTop)
        pressing.addLayout(beside, 1)

    @staticmethod
    def _hold_together(ring: QWidget, how: QWidget) -> Roll:
        """Return the ring and how to press; on a low screen they are scrolled, and the answers stay."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(ring)
        column.addWidget(how, 1)
        return Roll(body)

    def _ways(self) -> WrappingRow:
        """Lay the ways to the muscles before and after in a row, and the way back between them."""
        ways = WrappingRow(fills=True)
        for button in (self.before, self.undo, self.after):
            ways.addWidget(button)
        return ways

    def _connect(self) -> None:
        self.sound.toggled.connect(self._on_sound)
        self.how.guide_asked.connect(self._on_guide)
        self.answers.asked.connect(self.asked)
        self.overview.asked.connect(self.asked)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.undo.clicked.connect(self._on_undo)
        self.elsewhere.clicked.connect(self._on_elsewhere)
        for key, turn in ((Qt.Key.Key_PageDown, self._on_after), (Qt.Key.Key_PageUp, self._on_before)):
            shortcut = QShortcut(QKeySequence(key), self)  # what scrolls would take them as keys
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(turn)

    # what is pressed

    def _on_sound(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's own signal
        self.ring.is_heard = is_on

    def _on_guide(self, guide: str) -> None:
        self.asked.emit(OpenGuide(guide))

    def _on_before(self) -> None:
        if self._stop and self._stop.before:
            self.asked.emit(ChooseMuscle(self._stop.before))

    def _on_after(self) -> None:
        """Go to the next muscle; after the last one, to what was found."""
        if self._stop:
            after = self._stop.after
            self.asked.emit(ChooseMuscle(after) if after else OpenPage(Page.EXAMINE))

    def _on_undo(self) -> None:
        self.asked.emit(GoBack())

    def _on_elsewhere(self) -> None:
        if self._stop and self._stop.elsewhere:
            self.asked.emit(ChooseMuscle(self._stop.place, self._stop.elsewhere.plate))

    # the keyboard

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def _move_focus(self, known: Stop | None) -> None:
        """Go to the ring of another muscle, to the answers of another question, else stay."""
        if self._stop is None:
            (self.overview.start if self.overview.start.isVisible() else self.overview).setFocus()
        elif known is None or known.place != self._stop.place:
            self._begin()
        elif known.question != self._stop.question:
            self.answers.take_focus() or self.after.setFocus()

    def _announce(self, known: Stop | None) -> None:
        """Tell a screen reader the muscle that was come to, and each new question."""
        stop = self._stop
        if stop is None or not self.isVisible():
            return
        is_new = known is None or known.place != stop.place
        if is_new or (known and known.question != stop.question):
            words = ". ".join(
                part for part in (stop.title if is_new else "", stop.asked or stop.standing) if part
            )
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _begin(self) -> None:
        self.ring.setFocus() if self.ring.isVisible() else self.answers.take_focus()

    def _takes(self, event: QEvent) -> bool:
        """Whether a key is the page's own, and no shortcut of the window."""
        is_key = isinstance(event, QKeyEvent) and event.key() in OWN_KEYS and not event.modifiers()
        return is_key and self._stop is not None

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.window().focusWidget()
        if event.key() == Qt.Key.Key_Space and self.ring.isVisible():
            self.ring.click()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QPushButton):
            focused.click()
        elif not self.answers.take_key(event.text()):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stop:
            self._begin()
