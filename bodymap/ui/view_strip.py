"""The views of the patient, one below the other at the side of the drawing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bodymap.inquiry.intents import ShowView
from bodymap.inquiry.screen import Screen
from bodymap.language import say
from bodymap.ui.sheets import THUMB, Sheets
from bodymap.ui.theme import Tokens
from bodymap.ui.view import GRID
from bodymap.ui.view_button import ViewButton

if TYPE_CHECKING:
    from bodymap.inquiry.views import View as Seen

LEAST, MOST = QSize(48, 60), QSize(120, 150)
"""The size in pixels of a small picture in a low window and in a high one."""
GAP, MARGIN = 6, 8
LATE_MS = 60
"""How long after the start the strip is filled: the first view comes first."""
PAUSE_MS = 900
"""How long after that, and between one and the next, the small pictures are begun."""


class ViewStrip(QWidget):
    """All views, one below the other.

    Signals:
        asked: the intent to show the view that was pressed.
    """

    asked = Signal(object)

    def __init__(self, sheets: Sheets, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAccessibleName(say("Views of the patient"))
        self.setFixedWidth(LEAST.width() + 2 * MARGIN)
        self._sheets = sheets
        self._tokens = tokens
        self._buttons: list[ViewButton] = []
        self._views: tuple[Seen, ...] = ()
        self._size = LEAST
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, 4, MARGIN, MARGIN)
        self._column.setSpacing(GAP)
        self._column.addStretch(1)
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._late.timeout.connect(self._fill)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._make_next)
        sheets.finished.connect(self._on_picture)
        sheets.inks_changed.connect(self._pause.start)

    def show_screen(self, screen: Screen) -> None:
        """Show the views, which one is open, and what is chosen in each."""
        is_new = len(screen.views) != len(self._views)
        self._views = screen.views
        if is_new:
            self._share_height()
        if self._buttons:
            self._show_views()

    def show_tokens(self, tokens: Tokens) -> None:
        """Paint in the colours of a theme."""
        self._tokens = tokens
        for button in self._buttons:
            button.tokens = tokens
            button.forget_ground()

    def begin(self) -> None:
        """Begin to fill the strip when the first view stands, and then to make the small pictures."""
        self._late.start()

    @property
    def buttons(self) -> list[ViewButton]:
        """The button of each view."""
        if not self._buttons:
            self._fill()
        return list(self._buttons)

    def _fill(self) -> None:
        """Give each view its button."""
        self._show_views()
        self._pause.start()

    def _show_views(self) -> None:
        while len(self._buttons) < len(self._views):
            self._add_button()
        for button, seen in zip(self._buttons, self._views, strict=False):
            button.show_view(seen)

    def _share_height(self) -> None:
        """Make the pictures as large as the height lets them be."""
        number = max(1, len(self._views))
        room = (self.height() - 4 - MARGIN) // number - GAP
        height = min(MOST.height(), max(LEAST.height(), room))
        width = round(LEAST.width() * height / LEAST.height())
        self._size = QSize(width, height)
        for button in self._buttons:
            button.setFixedSize(self._size)
        grown = -(-(width + 2 * MARGIN) // GRID) * GRID
        if grown != self.width():
            self.setFixedWidth(grown)

    def _add_button(self) -> None:
        button = ViewButton(self._sheets, self._tokens, self)
        button.setFixedSize(self._size)
        button.clicked.connect(self._on_clicked)
        self._column.insertWidget(len(self._buttons), button)
        self._buttons.append(button)

    def _make_next(self) -> None:
        """Make one small picture; the next follows when it is finished."""
        if any(button.make_ready() for button in self._buttons):
            self._forget_grounds()  # one kept from an earlier start is there at once, for both sides
            self._pause.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def _on_picture(self, _plate: str, what: str) -> None:
        if what == THUMB:
            self._forget_grounds()

    def _forget_grounds(self) -> None:
        for button in self._buttons:
            button.forget_ground()

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, ViewButton) and sender.seen:
            sender.setChecked(sender.seen.is_shown)
            self.asked.emit(ShowView(sender.seen.plate, sender.seen.side))
