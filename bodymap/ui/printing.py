"""Brings a page to take home onto paper and into files: PDF, printer, HTML; and pictures of a view."""

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from bodymap.inquiry.state import Paper
from bodymap.language import say
from bodymap.ui.leaf_text import POINT
from bodymap.ui.map_print import MapPrint
from bodymap.ui.saving import CannotSaveError
from bodymap.ui.typeset import Leaf

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DOTS = 600
"""Dots to an inch to which lines in a file are rounded."""
INCH = 72 * POINT
TAB, SPACE = b"<0009>", b"<0020>"
_CHARACTERS = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
"""Where a PDF says which character a shape is: Qt calls the space a tab there, so no two words are found."""
PAGES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
CREATOR = "Bodymap"


def make_pdf(leaf: Leaf, maps: MapPrint) -> bytes:
    """Make a PDF of a page: lines and letters, no pictures."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setTitle(leaf.handout.title)
    writer.setAuthor(leaf.handout.clinic.partition("\n")[0] or CREATOR)
    writer.setCreator(CREATOR)
    lay_out(writer, leaf)
    _paint(writer, leaf, maps)
    return _CHARACTERS.sub(lambda found: found[0].replace(TAB, SPACE), bytes(buffer.data().data()))


def lay_out(device: QPagedPaintDevice, leaf: Leaf) -> None:
    """Give a device the page's paper, to its edges: the margins are the page's own."""
    size = QPageSize(PAGES[leaf.handout.paper])
    device.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))


def print_leaf(printer: "QPrinter", leaf: Leaf, maps: MapPrint) -> None:
    """Print a page; raises CannotSaveError."""
    printer.setFullPage(True)
    lay_out(printer, leaf)
    _paint(printer, leaf, maps)


def ask_printer(parent: Any) -> "QPrinter | None":  # noqa: ANN401 - a widget
    """Ask in the system's own dialog which printer is meant; raises CannotSaveError where there is none."""
    support = import_module("PySide6.QtPrintSupport")  # late: a start needs none of it
    if not support.QPrinterInfo.availablePrinterNames():
        raise CannotSaveError(say("No printer was found. Save the page as PDF instead, and print that."))
    printer = support.QPrinter(support.QPrinter.PrinterMode.HighResolution)
    dialog = support.QPrintDialog(printer, parent)
    return printer if dialog.exec() else None


def _paint(device: QPagedPaintDevice, leaf: Leaf, maps: MapPrint) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise CannotSaveError(say("The page could not be printed. Is the printer on, and the disk not full?"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(device.logicalDpiX() / INCH, device.logicalDpiY() / INCH)
    leaf.paint(painter, maps)
    painter.end()
