"""The page beside the list: what is done or read there, or else what the pain could be besides a muscle."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bodymap.inquiry.intents import OpenPage
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import Page
from bodymap.language import say
from bodymap.ui.desk_page import DeskPage
from bodymap.ui.guide_page import write_guide
from bodymap.ui.muscle_card import MuscleCard
from bodymap.ui.muscle_page import write_structure
from bodymap.ui.safety_page import write_help, write_safety
from bodymap.ui.theme import Tokens


class Aside(QWidget):
    """Shows one page of text, or one on which something is done.

    Signals:
        left: the user goes back to the list.
        guide_asked: the name of a treatment or topic.
        finding_told: what pressing the open muscle brought, or nothing.
        asked: the intent of what was pressed on a page on which something is done.
    """

    left = Signal()
    guide_asked = Signal(str)
    finding_told = Signal(object)
    asked = Signal(object)

    def __init__(self, tokens: Tokens, pages: Mapping[Page, DeskPage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = pages
        self.setObjectName("panel")
        self.setAccessibleName(say("Page"))
        self._screen: Screen | None = None
        self._back = QPushButton(say("‹ Back to the list"), self)
        self._back.clicked.connect(self.left)
        self.page = MuscleCard(tokens, self)
        self.page.guide_asked.connect(self.guide_asked)
        self.page.finding_told.connect(self.finding_told)
        self.page.page_asked.connect(self._on_page_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        desks = dict.fromkeys(pages.values())
        for page in (self.page, *desks):
            column.addWidget(page, 1)
        for desk in desks:
            desk.asked.connect(self.asked)
            desk.hide()

    def show_tokens(self, tokens: Tokens) -> None:
        """Write in the colours of a theme."""
        self.page.show_tokens(tokens)
        for desk in dict.fromkeys(self.pages.values()):
            desk.show_tokens(tokens)
        if self._screen:
            self.show_screen(self._screen)

    def show_screen(self, screen: Screen) -> None:
        """Show the open muscle or treatment, or what else the pain could be, or how to read the map."""
        self._screen = screen
        self._back.setText(_way_back(screen))
        opened = self.pages.get(screen.page) if screen.page else None
        for page in self.pages.values():
            page.setVisible(page is opened)
        self.page.setVisible(opened is None)
        self.page.show_glossary(screen.glossary)
        if opened is None:
            self._show_text(screen)
        else:
            opened.show_screen(screen)

    def _show_text(self, screen: Screen) -> None:
        self.page.show_card(screen.card)
        pen = self.page.pen
        if screen.structure:
            self.page.show_text(partial(write_structure, screen.structure, pen))
        elif screen.guide:
            self.page.show_text(partial(write_guide, screen.guide, pen))
        elif screen.card is None:
            page = write_safety if screen.chips else write_help
            self.page.show_text(partial(page, screen, pen, is_full=False))

    def _on_page_asked(self, page: str) -> None:
        self.asked.emit(OpenPage(Page(page)))

    def show_help(self) -> None:
        """Show how to read the map."""
        if self._screen:
            self.page.show_text(partial(write_help, self._screen, self.page.pen))

    def show_safety(self) -> None:
        """Show what the pain could be besides a muscle, and when to get help at once."""
        if self._screen:
            self.page.show_text(partial(write_safety, self._screen, self.page.pen))

    def take_focus(self) -> None:
        """Give the keyboard to the page that is shown."""
        next((page for page in self.pages.values() if page.isVisible()), self.page).setFocus()

    def show_way_back(self, *, is_needed: bool) -> None:
        """Offer the way back to the list, where the list is hidden or a muscle is open."""
        self._back.setVisible(is_needed)


def _way_back(screen: Screen) -> str:
    """Say what the way back closes."""
    if screen.page is Page.SETTINGS:
        return say("‹ Close settings")
    return say("‹ Close this muscle") if screen.card else say("‹ Back to the list")
