"""Hands over: keeps the preview true, and brings the page, the picture and the text out of the program."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import Page
from bodymap.language import mark, say
from bodymap.ui.handout_page import HandoutPage
from bodymap.ui.saving import CannotSaveError, write_file
from bodymap.ui.sheets import Sheets
from bodymap.ui.theme import Tokens
from bodymap.ui.view import View

if TYPE_CHECKING:
    from bodymap.ui.print_shop import PrintShop

PAUSE_MS = 180
"""How long typing rests before the page is set anew."""
FILES = {
    "pdf": (mark("Save the page as PDF"), "pain-map", (".pdf",), mark("PDF (*.pdf)")),
    "html": (mark("Save the page as a web page"), "pain-map", (".html",), mark("Web page (*.html)")),
    "picture": (
        mark("Save the drawing as a picture"),
        "drawing",
        (".png", ".svg"),
        mark("Picture (*.png);;Drawing in lines (*.svg)"),
    ),
}


def choose_file(parent: QWidget, title: str, name: str, kinds: str) -> str:
    """Ask in the system's own dialog where to save; nothing when it is left."""
    return QFileDialog.getSaveFileName(parent, title, name, kinds)[0]


class Handing(QObject):
    """Belongs to the window, and takes the effects of handing over off it.

    Signals:
        failed: sentences that say what could not be done, and what to do instead.
    """

    failed = Signal(list)

    def __init__(self, sheets: Sheets, tokens: Tokens, view: Callable[[], View], parent: QWidget) -> None:
        """Belong to a window, of which ``view`` says how the drawing lies in it now."""
        super().__init__(parent)
        self._window = parent
        self._sheets = sheets
        self._tokens = tokens
        self._view = view
        self._screen: Screen | None = None
        self.today: Callable[[], date] = date.today
        self.choose = choose_file
        self.page = HandoutPage(tokens)
        self.page.way_asked.connect(self.go)
        self.desk = QWidget(parent)
        self.desk.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.set_now)

    @cached_property
    def shop(self) -> "PrintShop":
        """What makes it; its preview lies on the desk."""
        shop: PrintShop = import_module("bodymap.ui.print_shop").PrintShop(self._sheets, self.desk)
        column = QVBoxLayout(self.desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(shop.preview)
        shop.preview.show()
        return shop

    def show_tokens(self, tokens: Tokens) -> None:
        """Save pictures in the colours of a theme."""
        self._tokens = tokens

    def show_screen(self, screen: Screen) -> None:
        """Take over a screen; the page is set when it is opened, and after typing has rested."""
        was_open = self._screen is not None and self._screen.page is Page.HAND_OVER
        self._screen = screen
        is_open = screen.page is Page.HAND_OVER
        self.desk.setVisible(is_open)
        if is_open:
            self.page.show_chart(screen.handover.chart(self.today()))
            if was_open:
                self._pause.start()
            else:
                self.set_now()

    def set_now(self) -> None:
        """Set the page anew, if anything on it changed, and show it."""
        self._pause.stop()
        if self._screen:
            self.shop.set(self._screen.handover.handout(self.today()))

    def go(self, way: str) -> None:
        """Go one of the ways out; what fails is told in one sentence, and nothing else happens."""
        try:
            done = self._go(way)
        except CannotSaveError as problem:
            self.failed.emit([str(problem)])
            return
        if done:
            self.page.say_done(done)

    def _go(self, way: str) -> str:
        if way == "print":
            self.set_now()
            return self.shop.print(self._window)
        title, stem, suffixes, kinds = FILES[way]
        name = f"{stem}-{self.today().isoformat()}{suffixes[0]}"
        chosen = self.choose(self._window, say(title), name, say(kinds))
        if not chosen:
            return ""
        path = Path(chosen)
        if path.suffix.lower() not in suffixes:
            path = path.with_name(path.name + suffixes[0])
        write_file(path, self._make(way, path.suffix.lower()))
        return say("Saved: {name}", name=path.name)

    def _make(self, way: str, suffix: str) -> bytes:
        if way == "picture" and self._screen:
            return self.shop.draw(self._screen, self._tokens, self._view(), suffix)
        self.set_now()
        return self.shop.make(suffix)
