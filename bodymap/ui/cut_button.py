"""A button whose words are cut short where it has no room for them; then a hint says them whole."""

from PySide6.QtCore import QEvent, QMargins, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

LETTERS_CHANGE = {
    *(QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.Polish),
    *(QEvent.Type.ApplicationFontChange, QEvent.Type.EnabledChange),
}
"""After what a text may want other room."""
AS_QT_DOES = Qt.TextFlag.TextShowMnemonic.value
"""How a button measures its words."""
LEAST = 44
"""The least width in pixels."""


class CutButton(QPushButton):
    """Wants room for all its words, and makes do with less."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ("", "", "")
        self._hint = ""
        self._size: QSize | None = None

    @property
    def whole(self) -> str:
        """All that is said on it."""
        return "".join(self._words)

    def show_words(self, words: str, before: str = "", after: str = "") -> None:
        """Write words, between signs that are never cut."""
        if self._words != (before, words, after):
            self._words, self._size = (before, words, after), None
            super().setText(self.whole)
            self._cut(self.width())

    def setText(self, text: str) -> None:
        """Write words without signs."""
        self.show_words(text)

    def setToolTip(self, hint: str) -> None:
        """Give a hint; where the words are cut, they stand in its place."""
        self._hint = hint
        super().setToolTip(self.whole if self.text() != self.whole else hint)

    def sizeHint(self) -> QSize:
        """Return the room for all words, which is asked for again and again."""
        if self._size is None:
            self.ensurePolished()
            whole, shown = (self.fontMetrics().size(AS_QT_DOES, text) for text in (self.whole, self.text()))
            missing = whole.width() - shown.width()
            self._size = super().sizeHint().grownBy(QMargins(0, 0, missing, 0))
        return self._size

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(LEAST, hint.width()), hint.height())

    def event(self, event: QEvent) -> bool:
        if event.type() in LETTERS_CHANGE:
            self._size = None
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut(event.size().width())

    def _cut(self, width: int) -> None:
        """Write what there is room for."""
        before, words, after = self._words
        metrics, missing = self.fontMetrics(), self.sizeHint().width() - width
        if missing > 0 and words:
            room = max(0, metrics.horizontalAdvance(words) - missing)
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        if self.text() != f"{before}{words}{after}":
            super().setText(f"{before}{words}{after}")
            self.setToolTip(self._hint)
