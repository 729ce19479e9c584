"""What all pages beside the drawing have in common."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bodymap.inquiry.screen import Screen
from bodymap.ui.theme import Tokens


class DeskPage(QWidget):
    """A page beside the drawing on which something is done.

    Signals:
        asked: the intent of what was pressed.
    """

    asked = Signal(object)

    def show_tokens(self, tokens: Tokens) -> None:
        """Dress the page in the colours of a theme."""
        raise NotImplementedError

    def show_screen(self, screen: Screen) -> None:
        """Show the page's part of a screen; it is open in it."""
        raise NotImplementedError
