"""The box in which one types what one looks for."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget
from shiboken6 import isValid

from bodymap.inquiry.find import Found
from bodymap.inquiry.intents import TypeQuery
from bodymap.language import say

LEAST_WIDTH, MOST_WIDTH = 136, 300
MOST_LETTERS = 80
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}
"""How many hits further each key goes."""
FAR = 10_000
_ELSEWHERE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class FindBox(QLineEdit):
    """A box for what is looked for; arrows and Enter go to what was found, Escape is left to the window.

    Signals:
        asked: the intent of what was typed.
        moved: by how many hits the user goes on.
        entered: the hit to which the user went is chosen.
    """

    asked = Signal(object)
    moved = Signal(int)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.setPlaceholderText(say("Find (Ctrl+K)"))
        self.setAccessibleName(say("Find a place, a muscle, what is felt, or a treatment"))
        hint = say("Type; arrows and Enter choose; Esc closes (Ctrl+K or /)")
        self.setToolTip(hint)
        self.setAccessibleDescription(hint)
        self.setClearButtonEnabled(True)
        self.setMaxLength(MOST_LETTERS)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setMaximumWidth(MOST_WIDTH)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHorizontalStretch(20)  # of the room that the stretches beside the slider share
        self.setSizePolicy(policy)
        self._is_open = False
        self._came_from: QWidget | None = None
        self.at_rest: QWidget | None = None
        """What takes the keys where nothing else had them before."""
        self.textChanged.connect(self._on_text)

    def open(self) -> None:
        """Take the keys, with what was typed ready to be typed over."""
        if not self.hasFocus():
            self._came_from = QApplication.focusWidget()
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        if not self._is_open:
            self.asked.emit(TypeQuery(self.text()))

    def show_found(self, found: Found | None) -> None:
        """Show what is looked for; where that is over, be empty and give the keys back."""
        was_open, self._is_open = self._is_open, found is not None
        if found is None:
            self.clear()
            if was_open and self.hasFocus():
                self._give_back()
        elif found.query != self.text():
            self.setText(found.query)

    def _give_back(self) -> None:
        """Give the keys to what had them before, or to what comes next."""
        before, self._came_from = self._came_from, None
        for each in (before, self.at_rest):
            if each is not None and isValid(each) and each.isVisible():
                each.setFocus()
                return

    def _on_text(self, text: str) -> None:
        if text or self._is_open:
            self._is_open = True
            self.asked.emit(TypeQuery(text))

    def event(self, event: QEvent) -> bool:
        """Keep the key that takes a word away from the window, where it would take everything."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Backspace
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.moved.emit(STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in {
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
        }:
            self.moved.emit(FAR if key == Qt.Key.Key_End else -FAR)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self._is_open:
            self.asked.emit(TypeQuery(self.text()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in {*_ELSEWHERE, Qt.FocusReason.ShortcutFocusReason}:
            self._came_from = None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._is_open and not self.text() and event.reason() not in _ELSEWHERE:
            self.asked.emit(TypeQuery(None))
