"""The page on which muscles, or treatments, lie side by side."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bodymap.inquiry.comparison import Comparison
from bodymap.inquiry.intents import Compare, Intent, Mind, OpenGuide, OpenPage
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import Page
from bodymap.inquiry.weighing import Weighing
from bodymap.language import say
from bodymap.ui.compared import swatch
from bodymap.ui.comparison_text import write_comparison, write_weighing
from bodymap.ui.controls import Choice, WrappingRow, label_of
from bodymap.ui.cut_button import CutButton
from bodymap.ui.desk_page import DeskPage
from bodymap.ui.muscle_card import MuscleCard
from bodymap.ui.roll import Roll
from bodymap.ui.theme import Tokens

SWATCH = (26, 16)
"""Width and height of the sample of a hatch on a button."""
WIDE = 440
"""From which width on treatments stand beside what is said of them."""
LEAST_TEXT = 130
"""The least height of what is read."""
COLUMN = 200
"""The least width of a column; where there is less, one muscle stands below the other."""


class ComparePage(DeskPage):
    """Muscles or treatments side by side, with what is chosen above as buttons."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._screen: Screen | None = None
        self.tabs = Choice(
            say("What to compare"),
            {
                Page.COMPARE: (say("Muscles"), say("Muscles side by side")),
                Page.WEIGH: (say("Treatments"), say("Treatments side by side")),
            },
        )
        self.tabs.chosen.connect(self._on_tab)
        self._hint = label_of("soft")
        self._row, chosen = WrappingRow(), QWidget()
        chosen.setLayout(self._row)
        self.buttons: list[CutButton] = []
        self.reading = MuscleCard(tokens, self)
        self.reading.setMinimumHeight(LEAST_TEXT)
        self.setFocusProxy(self.reading)
        self.reading.guide_asked.connect(self._on_guide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(self._hint)
        column.addWidget(Roll(chosen, is_short=True))
        column.addWidget(self.reading, 1)

    def show_tokens(self, tokens: Tokens) -> None:
        """Dress the page in the colours of a theme."""
        self._tokens = tokens
        self.reading.show_tokens(tokens)
        if self._screen:
            self.show_screen(self._screen)

    def show_screen(self, screen: Screen) -> None:
        """Show what lies side by side."""
        self._screen = screen
        shown = screen.comparison or screen.weighing
        if shown is None or screen.page is None:
            return
        self.tabs.show_choice(screen.page)
        self._hint.setText(shown.hint)
        self._hint.setVisible(bool(shown.hint))
        self.reading.setAccessibleName(shown.title)
        self.reading.show_glossary(screen.glossary)
        self._offer(self._of_muscles(shown) if isinstance(shown, Comparison) else self._of_matters(shown))
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._screen and event.oldSize().width() != event.size().width():
            self.show_screen(self._screen)

    def _write(self) -> None:
        screen, pen = self._screen, self.reading.pen
        if screen and screen.comparison:
            is_wide = self.width() >= COLUMN * len(screen.comparison.columns)
            self.reading.show_text(partial(write_comparison, screen.comparison, pen, is_wide=is_wide))
        elif screen and screen.weighing:
            self.reading.show_text(
                partial(write_weighing, screen.weighing, pen, is_wide=self.width() >= WIDE)
            )

    def _of_muscles(self, shown: Comparison) -> Iterable[CutButton]:
        """Make a button for each muscle that is compared, with its hatch, and for each that is offered."""
        for number, column in enumerate(shown.columns):
            button = self._make("", Compare(column.place))
            button.show_words(column.words, f" {column.letter}  ", "  ✕")
            sample = swatch(number, self._tokens, SWATCH, self.devicePixelRatioF())
            button.setIcon(QIcon(QPixmap.fromImage(sample)))
            button.setIconSize(QSize(*SWATCH))
            button.setAccessibleName(
                say("{letter}: {muscle}. Take away", letter=column.letter, muscle=column.words)
            )
            yield button
        for offer in shown.offers:
            button = self._make("", Compare(offer.place))
            button.show_words(offer.words, "+ ")
            button.setAccessibleName(say("{muscle}: lay beside the others", muscle=offer.words))
            yield button

    def _of_matters(self, shown: Weighing) -> Iterable[CutButton]:
        """Make a button for each matter, down where it matters to this person."""
        for each in shown.matters:
            button = self._make(f"✓ {each.words}" if each.is_on else each.words, Mind(each.matter))
            button.setCheckable(True)
            button.setChecked(each.is_on)
            button.setAccessibleName(each.words)
            yield button

    def _offer(self, buttons: Iterable[CutButton]) -> None:
        """Lay other buttons in the place of those that are there; the focus stays where it was."""
        at = next((n for n, old in enumerate(self.buttons) if old.hasFocus()), None)
        while self._row.takeAt(0) is not None:
            pass
        gone, self.buttons = self.buttons, list(buttons)
        for button in self.buttons:
            self._row.addWidget(button)
            button.show()
        if at is not None and self.buttons:
            self.buttons[min(at, len(self.buttons) - 1)].setFocus()
        for old in gone:
            old.hide()
            old.deleteLater()

    def _make(self, words: str, intent: Intent) -> CutButton:
        button = CutButton(self)
        button.show_words(words)
        button.setMinimumHeight(40)
        button.clicked.connect(partial(self.asked.emit, intent))
        return button

    def _on_tab(self, page: Page) -> None:
        self.asked.emit(OpenPage(page))

    def _on_guide(self, guide: str) -> None:
        self.asked.emit(OpenGuide(guide))
