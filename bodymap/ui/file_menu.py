"""The menu of files: save, save elsewhere, open."""

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from bodymap.language import mark, say

ENTRIES = {
    "open": (mark("Open…"), "Ctrl+O"),
    "save": (mark("Save"), "Ctrl+S"),
    "save_as": (mark("Save as…"), "Ctrl+Shift+S"),
}
"""What can be done with files, the words for it, and its keys."""
SAID_MS = 3000


class FileMenu(QPushButton):
    """A button that opens the menu of files, and says for a moment that something was saved.

    Signals:
        asked: what is to be done, one of the entries.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("File ▾"), parent)
        self._name = self.text()
        hint = say("Save this map as a file, or open one (Ctrl+S, Ctrl+O). Nothing is stored unless you do")
        self.setToolTip(hint)
        self.setAccessibleDescription(hint)
        self._menu: QMenu | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(SAID_MS)
        self._calm.timeout.connect(self._show_name)
        self.clicked.connect(self.open)

    def open(self) -> None:
        """Open the menu under the button."""
        self._menu = self._menu or self._make()
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def show_saved(self) -> None:
        """Say for a moment that it was saved."""
        if not self._calm.isActive():
            self._name = self.text()
        self.setText(say("Saved ✓"))
        self._calm.start()

    def _show_name(self) -> None:
        self.setText(self._name)

    def _make(self) -> QMenu:
        menu = QMenu(self)
        for name, (words, keys) in ENTRIES.items():
            menu.addAction(f"{say(words)}\t{keys}").setData(name)
        menu.triggered.connect(lambda action: self.asked.emit(action.data()))
        return menu

    def sizeHint(self) -> QSize:
        """Keep room for either text, so that nothing moves when it changes."""
        flag, texts = Qt.TextFlag.TextShowMnemonic.value, (say("Saved ✓"), self.text())
        wide, now = (self.fontMetrics().size(flag, text).width() for text in texts)
        return super().sizeHint() + QSize(max(0, wide - now), 0)
