"""The menu of settings: colours of the window, the skin of the figure, the number to call."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from bodymap.language import mark, say

LOOKS = {
    "theme": {
        "light": mark("Light"),
        "dark": mark("Dark"),
        "contrast": mark("High contrast"),
        "print": mark("For printing"),
    },
    "skin": {"light": mark("Light skin"), "dark": mark("Dark skin")},
}
"""The settings that say how the window looks, and the words for their values."""


class LookMenu(QPushButton):
    """A button that opens a menu of looks; the menu is made when it is first opened.

    Signals:
        chosen: a setting and its new value.
        number_asked: the user wants to set the number to call in an emergency.
    """

    chosen = Signal(str, str)
    number_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Settings ▾"), parent)
        hint = say("Light, dark, high contrast; the skin of the figure; the number to call in an emergency")
        self.setToolTip(hint)
        self.setAccessibleDescription(hint)
        self._now = {"theme": "light", "skin": "light"}
        self._menu: QMenu | None = None
        self.number: QAction | None = None
        self.clicked.connect(self.open)

    def show_look(self, theme: str, skin: str) -> None:
        """Show which look is worn."""
        self._now = {"theme": theme, "skin": skin}
        for action in self.actions_of_menu():
            setting, value = action.data()
            action.setChecked(self._now[setting] == value)

    def open(self) -> None:
        """Open the menu under the button."""
        self._menu = self._menu or self._make()
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def actions_of_menu(self) -> list[QAction]:
        """Return the entries of the menu, if it was opened before."""
        return [action for action in self._menu.actions() if action.data()] if self._menu else []

    def _make(self) -> QMenu:
        menu = QMenu(self)
        for setting, values in LOOKS.items():
            group = QActionGroup(menu)
            for value, words in values.items():
                action = menu.addAction(say(words))
                action.setCheckable(True)
                action.setChecked(self._now[setting] == value)
                action.setData((setting, value))
                group.addAction(action)
            menu.addSeparator()
        self.number = menu.addAction(say("Emergency number…"))
        menu.triggered.connect(self._on_triggered)
        return menu

    def _on_triggered(self, action: QAction) -> None:
        if action is self.number:
            self.number_asked.emit()
        else:
            self.chosen.emit(*action.data())
