"""Makes what is handed over; fetched when somebody first hands over, for a start does without it."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from bodymap.anatomy.plate import PlateId
from bodymap.inquiry.leaf import Handout, say_left_out
from bodymap.inquiry.screen import Screen
from bodymap.language import say
from bodymap.ui.leaf_html import write_html
from bodymap.ui.map_print import MapPrint
from bodymap.ui.preview import Preview
from bodymap.ui.printing import ask_printer, make_pdf, print_leaf
from bodymap.ui.shapes import Outlines
from bodymap.ui.sheets import Sheets
from bodymap.ui.still import draw_png
from bodymap.ui.theme import Tokens
from bodymap.ui.typeset import set_leaf
from bodymap.ui.vector import draw_svg
from bodymap.ui.view import View

SHARP = 2.0
"""How many pixels of a saved picture make one of the window's."""


class PrintShop:
    """Sets a page once, and gives it out as often and in as many ways as is asked for."""

    def __init__(self, sheets: Sheets, parent: QWidget) -> None:
        self._sheets = sheets
        self.maps = MapPrint(sheets.plates, self._outlines)
        self.preview = Preview(self.maps, parent)
        self.ask_printer = ask_printer
        self._handout: Handout | None = None

    def set(self, handout: Handout) -> None:
        """Set a page, if it is another one, and show it."""
        if handout != self._handout:
            self._handout = handout
            self.leaf = set_leaf(handout, self.maps)
            self.preview.show_leaf(self.leaf, say_left_out(self.leaf.handout))

    def make(self, suffix: str) -> bytes:
        """Make a file of the page: as ``.pdf``, or as ``.html``, where there is room for all of it."""
        if suffix == ".pdf":
            return make_pdf(self.leaf, self.maps)
        return write_html(self._handout or self.leaf.handout).encode()

    def print(self, parent: QWidget) -> str:
        """Print the page where the user says; return what was done, or nothing."""
        printer = self.ask_printer(parent)
        if printer is None:
            return ""
        print_leaf(printer, self.leaf, self.maps)
        return say("The page was sent to the printer.")

    def draw(self, screen: Screen, tokens: Tokens, view: View, suffix: str) -> bytes:
        """Draw the view that the window shows, as ``.svg``, or as ``.png`` twice as fine as on the screen."""
        plate, inks = self._sheets.plates[screen.plate], self._sheets.inks
        if suffix == ".svg":
            return draw_svg(plate, screen, tokens, view.size, inks, view)
        return draw_png(plate, screen, tokens, view.size, inks, replace(view, ratio=SHARP))

    def _outlines(self, plate: PlateId) -> Outlines:
        return self._sheets.sheet(plate).outlines
