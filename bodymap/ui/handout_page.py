"""The page for handing over: what was agreed, what is typed, and the ways out of the program."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bodymap.anatomy.words import Voice
from bodymap.inquiry.handover import Offer
from bodymap.inquiry.intents import Agree, WriteDown
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import MOST_WRITTEN, Paper, Written
from bodymap.language import mark, say
from bodymap.ui.controls import Choice, WrappingRow, label_of
from bodymap.ui.desk_page import DeskPage
from bodymap.ui.measures import LEAST_HEIGHT
from bodymap.ui.roll import Roll
from bodymap.ui.theme import Tokens
from bodymap.ui.tick_page import TickBox

if TYPE_CHECKING:
    from bodymap.anatomy.treatment import TreatmentId

PAPERS = {
    Paper.A4: (mark("A4"), mark("210 by 297 mm")),
    Paper.LETTER: (mark("Letter"), mark("8.5 by 11 inches")),
}
VOICES = {
    Voice.PLAIN: (mark("Plain words"), mark("Everyday words, for the patient")),
    Voice.CLINICAL: (mark("Clinical words"), mark("The words of the field, for a colleague")),
}
WAYS = {
    "pdf": (mark("Save as PDF…"), mark("Save the page as a PDF file (Ctrl+E)"), "Ctrl+E"),
    "print": (mark("Print…"), mark("Print the page (Ctrl+P)"), "Ctrl+P"),
    "html": (mark("Save as web page…"), mark("Save the words under headings, for a screen reader"), ""),
    "picture": (mark("Save picture…"), mark("Save the drawing as it was shown, as PNG or SVG"), ""),
}
LINES = {"typed": 4, "chart": 8}


class HandoutPage(DeskPage):
    """What goes on the page is ticked and typed here; the page itself is seen in the place of the drawing.

    Signals:
        way_asked: the name of a way out: ``pdf``, ``print``, ``html`` or ``picture``.
        paper_chosen: the Paper that was pressed.
        voice_chosen: the Voice that was pressed, for the words of the page.
    """

    way_asked = Signal(str)
    paper_chosen = Signal(object)
    voice_chosen = Signal(object)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._offers: tuple[tuple[TreatmentId, str], ...] = ()
        self.boxes: dict[TreatmentId, TickBox] = {}
        self._is_made = False

    def _make(self) -> None:
        """Make what is on the page when it is first opened; most starts never see it."""
        self._is_made = True
        self.agreement, self.person, self.chart = QPlainTextEdit(), QLineEdit(), QPlainTextEdit()
        sizes = {each: (say(name), say(size)) for each, (name, size) in PAPERS.items()}
        self.papers = Choice(say("Paper"), sizes, wraps=True)
        voices = {each: (say(name), say(hint)) for each, (name, hint) in VOICES.items()}
        self.voices = Choice(say("Words on the page"), voices, wraps=True)
        self.ways = {name: QPushButton(say(words)) for name, (words, _, _) in WAYS.items()}
        self.ways["pdf"].setObjectName("strong")
        self.copy = QPushButton(say("Copy chart text"))
        self.said = label_of("soft")
        self.said.hide()
        self._ticks = QVBoxLayout()
        self._ticks.setSpacing(4)
        self._lay_out()
        self._connect()

    def show_tokens(self, tokens: Tokens) -> None:
        """Paint in the colours of a theme."""
        self._tokens = tokens
        for box in self.boxes.values():
            box.show_tokens(tokens)

    def show_screen(self, screen: Screen) -> None:
        """Show what is agreed and typed; what is being typed stays as it is."""
        known = screen.handover
        if not self._is_made:
            self._make()
        self._show_offers(known.offers)
        if self.agreement.toPlainText() != known.agreement:
            self.agreement.setPlainText(known.agreement)
        if self.person.text() != known.person:
            self.person.setText(known.person)
        self.papers.show_choice(known.paper)
        self.voices.show_choice(known.voice)

    def show_chart(self, text: str) -> None:
        """Show the text for the chart."""
        if self.chart.toPlainText() != text:
            self.say_done("")
            self.chart.setPlainText(text)

    def say_done(self, words: str) -> None:
        """Say what was done."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    # making

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        for part in self._parts():
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Roll(body))

    def _parts(self) -> tuple[QWidget | QLayout, ...]:
        """Return what stands on the page, from top to bottom."""
        return (
            _label("heading", say("Hand over")),
            _label("soft", say("One page to take home. What you see on the paper is what comes out.")),
            _row(self.ways.values()),
            self.said,
            _label("group", say("Words on the page")),
            self.voices,
            _label("group", say("What we agreed")),
            self._ticks,
            _labelled(self.agreement, say("What else we agreed")),
            self.agreement,
            _labelled(
                self.person,
                say("Name, if you want one. It is on this page, and in a file only if you save one."),
            ),
            self.person,
            _label("group", say("Paper")),
            self.papers,
            _labelled(self.chart, say("Text for the chart")),
            self.chart,
            self.copy,
        )

    def _connect(self) -> None:
        for name, button in self.ways.items():
            _, hint, keys = WAYS[name]
            button.setToolTip(say(hint))
            button.setAccessibleDescription(say(hint))
            button.setShortcut(keys)
            button.clicked.connect(partial(self._on_way, name))
        self.copy.setShortcut("Ctrl+Shift+C")
        self.copy.setToolTip(say("Copy the text, to paste it into the chart (Ctrl+Shift+C)"))
        self.copy.clicked.connect(self._on_copy)
        self.chart.setReadOnly(True)
        self.person.setMinimumHeight(LEAST_HEIGHT)
        self.person.setMaxLength(MOST_WRITTEN[Written.PERSON])
        for field, lines in ((self.agreement, LINES["typed"]), (self.chart, LINES["chart"])):
            field.setTabChangesFocus(True)
            field.setFixedHeight(field.fontMetrics().lineSpacing() * lines + 16)
        self.agreement.setPlaceholderText(say("For example: come back in two weeks"))
        self.agreement.textChanged.connect(self._on_agreement)
        self.person.textEdited.connect(self._on_person)
        self.papers.chosen.connect(self.paper_chosen)
        self.voices.chosen.connect(self.voice_chosen)

    def _show_offers(self, offers: tuple[Offer, ...]) -> None:
        shape = tuple((offer.treatment, offer.words) for offer in offers)
        if shape != self._offers:
            self._offers = shape
            for box in self.boxes.values():
                box.deleteLater()
            self.boxes = {offer.treatment: self._make_box(offer) for offer in offers}
        for offer in offers:
            self.boxes[offer.treatment].show_tick(is_on=offer.is_on)

    def _make_box(self, offer: Offer) -> TickBox:
        box = TickBox(offer.words, self._tokens)
        box.toggled.connect(lambda _on, name=offer.treatment: self.asked.emit(Agree(name)))
        self._ticks.addWidget(box)
        return box

    # what is pressed and typed

    def _on_way(self, name: str) -> None:
        self.way_asked.emit(name)

    def _on_agreement(self) -> None:
        typed, most = self.agreement.toPlainText(), MOST_WRITTEN[Written.AGREEMENT]
        if len(typed) > most:  # the paper has no room for more
            cursor = self.agreement.textCursor()
            place = min(cursor.position(), most)
            self.agreement.setPlainText(typed[:most])
            cursor = self.agreement.textCursor()
            cursor.setPosition(place)
            self.agreement.setTextCursor(cursor)
            self.say_done(say("There is no room for more on one page."))
            return
        self.asked.emit(WriteDown(Written.AGREEMENT, typed))

    def _on_person(self, text: str) -> None:
        self.asked.emit(WriteDown(Written.PERSON, text))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.chart.toPlainText())
        self.say_done(say("The text for the chart was copied."))


def _label(kind: str, words: str) -> QLabel:
    label = label_of(kind)
    label.setText(words)
    return label


def _row(buttons: Iterable[QPushButton]) -> WrappingRow:
    """Return buttons side by side, in as many lines as they need."""
    row = WrappingRow(fills=True)
    for button in buttons:
        row.addWidget(button)
    return row


def _labelled(field: QWidget, words: str) -> QLabel:
    """Return the label of a field, which names it for the screen reader as well."""
    label = _label("group", words)
    label.setBuddy(field)
    field.setAccessibleName(words)
    return label
