"""The overview of an examination: what was found, where to go on, and the ways from there."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bodymap.anatomy.muscle import Place
from bodymap.inquiry.intents import ChooseMuscle, OpenPage
from bodymap.inquiry.overview import Entry, Overview
from bodymap.inquiry.state import Page
from bodymap.language import say
from bodymap.ui.big_button import BigButton
from bodymap.ui.controls import label_of
from bodymap.ui.roll import Roll


class ExaminationOverview(QWidget):
    """Lists the muscles by how they stand; each can be pressed again.

    Signals:
        asked: the intent of a pressed button.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Overview | None = None
        self._heading, self._lead = label_of("heading"), label_of("soft")
        self.start = BigButton("strong", self)
        self.entries: dict[Place, QPushButton] = {}
        self._list = QWidget()
        self._scroll = Roll(self._list)
        self.compare, self.hand_over = BigButton("", self), BigButton("", self)
        self.compare.setText(say("Compare muscles or treatments"))
        self.hand_over.setText(say("Hand over"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._heading, self._lead, self.start):
            column.addWidget(widget)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.compare)
        column.addWidget(self.hand_over)
        self.start.clicked.connect(self._on_start)
        self.compare.clicked.connect(partial(self._on_page, Page.COMPARE))
        self.hand_over.clicked.connect(partial(self._on_page, Page.HAND_OVER))

    def show_overview(self, overview: Overview) -> None:
        """Show what was found."""
        if overview == self._shown:
            return
        self._shown = overview
        self._heading.setText(overview.heading)
        self._lead.setText(overview.lead)
        self._lead.setVisible(bool(overview.lead))
        self.start.setText(overview.start_words)
        self.start.setVisible(overview.start is not None)
        self._show_groups(overview.groups)
        for button in (self.compare, self.hand_over):
            button.setVisible(bool(overview.groups))

    def _show_groups(self, groups: tuple[tuple[str, tuple[Entry, ...]], ...]) -> None:
        self.entries = {}
        self._list = QWidget()
        self._list.setObjectName("panel")
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(2)
        for heading, entries in groups:
            label = label_of("group")
            label.setText(heading)
            column.addWidget(label)
            for entry in entries:
                column.addWidget(self._make_entry(entry))
        column.addStretch(1)
        self._scroll.setWidget(self._list)

    def _make_entry(self, entry: Entry) -> QPushButton:
        words = say("{muscle}: {where}", muscle=entry.words, where=entry.felt) if entry.felt else entry.words
        button = BigButton("quiet", self._list)
        button.setText(words)
        button.setToolTip(say("Press {muscle} again, or look at it", muscle=entry.words))
        button.clicked.connect(partial(self._on_entry, entry.place))
        self.entries[entry.place] = button
        return button

    def _on_start(self) -> None:
        if self._shown and self._shown.start:
            self.asked.emit(ChooseMuscle(self._shown.start))

    def _on_entry(self, place: Place) -> None:
        self.asked.emit(ChooseMuscle(place))

    def _on_page(self, page: Page) -> None:
        self.asked.emit(OpenPage(page))
