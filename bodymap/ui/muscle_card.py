"""The page of text beside the list: cards, treatments, safety; to be read, pressed and heard."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, QUrl, Signal
from PySide6.QtGui import QCursor, QDesktopServices, QShowEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.words import Voice
from bodymap.inquiry.card import Card
from bodymap.inquiry.glossary import Glossary
from bodymap.language import say
from bodymap.ui.muscle_page import write_card
from bodymap.ui.pen import FIND, GUIDE, PAGE, SOURCE, TERM, Pen
from bodymap.ui.term_popup import TermPopup
from bodymap.ui.theme import Tokens

if TYPE_CHECKING:
    from bodymap.anatomy.muscle import Place

PAUSE_MS = 30
"""How long the text waits, so that a press is answered by the drawing first."""


class MuscleCard(QTextBrowser):
    """Shows one muscle, or another page.

    The text is laid out when everything else has been painted, and not at all while it is hidden: the
    drawing answers a press first. A pressed term of art is explained beside it; a pressed citation leads to
    the source in full, and that one's name to where it can be opened, in the browser of the system.

    Signals:
        guide_asked: the name of the treatment or topic that was pressed.
        finding_told: the Answer that was pressed, or nothing when it was taken back.
        page_asked: the page beside the drawing to which a link leads.
    """

    guide_asked = Signal(str)
    finding_told = Signal(object)
    page_asked = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen = Pen(tokens)
        self._card: Card | None = None
        self._due: Callable[[], str] | None = None
        self._about: Place | None = None
        self._shown = ""
        self._popup: TermPopup | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._write_due)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._on_link)
        self.setAccessibleName(say("About this muscle"))
        self.document().setDocumentMargin(16)
        self.document().setIndentWidth(16)

    @property
    def pen(self) -> Pen:
        """What the pages are written with."""
        return self._pen

    def show_tokens(self, tokens: Tokens) -> None:
        """Write in the colours of a theme."""
        self._pen = Pen(tokens, self._pen.glossary)
        self._rewrite()

    def show_glossary(self, glossary: Glossary | None) -> None:
        """Explain the terms of a glossary, or none."""
        if glossary is not self._pen.glossary:
            self._pen = Pen(self._pen.tokens, glossary)
            self._rewrite()

    def show_card(self, card: Card | None) -> None:
        """Show a card, from its beginning, or from where it was read if it is the same muscle."""
        if card != self._card:
            self._card = card
            self._rewrite()

    def show_text(self, html: Callable[[], str]) -> None:
        """Show some other page instead of a card."""
        self._card = None
        self._put(html)

    def explain(self, term: str, near: QPoint) -> None:
        """Explain a term of art in a small window near a point of the screen."""
        known = self._pen.glossary.explain(term, Voice.PLAIN) if self._pen.glossary else None
        if known:
            self._popup = self._popup or TermPopup(self)
            self._popup.show_explanation(known, near)

    def _rewrite(self) -> None:
        if self._card:
            self._put(partial(write_card, self._card, self._pen))

    def _put(self, html: Callable[[], str]) -> None:
        self._due = html
        if self.isVisible():
            self._pause.start()

    def _write_due(self) -> None:
        if self._due:
            text, self._due = self._due(), None
            if text != self._shown:
                about = self._card.place if self._card else None
                is_same = about == self._about if about else _title(text) == _title(self._shown)
                bar = self.verticalScrollBar()
                read = bar.value() / bar.maximum() if is_same and bar.maximum() else 0.0
                self._shown, self._about = text, about
                self.setHtml(text)
                if read:
                    below = self.document().size().height() - bar.pageStep()  # the bar still guesses
                    bar.setValue(round(read * below))

    def _on_link(self, link: QUrl) -> None:
        kind, name = link.scheme(), link.path()
        if kind == TERM:
            self.explain(name, QCursor.pos())
        elif kind == GUIDE:
            self.guide_asked.emit(name)
        elif kind == FIND:
            self.finding_told.emit(Answer(name) if name else None)
        elif kind == PAGE:
            self.page_asked.emit(name)
        elif kind == SOURCE:
            self.scrollToAnchor(f"{SOURCE}{name}")
        else:
            QDesktopServices.openUrl(link)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pause.start()


def _title(html: str) -> str:
    """Return the heading of a page, by which one knows whether it is the same page written anew."""
    return html.partition("<h1>")[2].partition("</h1>")[0]
