"""The page beside the list: the open muscle, or else what the pain could be besides a muscle."""

from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bodymap.inquiry.screen import Otherwise, Screen
from bodymap.ui.muscle_card import MuscleCard, style
from bodymap.ui.theme import Tokens

HOW_TO_READ = (
    (
        "Press where it hurts",
        "on the drawing. Press again to take it away. Drag to move, turn the wheel to zoom.",
    ),
    ("The muscles that light up", "are those known to be felt there. Number 1 fits best. Each says why."),
    (
        "Press a muscle",
        "in the list or in the drawing, to see where it can be felt and what is known about it.",
    ),
    (
        "Shaded",
        "is where most people feel it. Striped is where some do. ✕ marks a trigger point: a tender spot.",
    ),
)


class Aside(QWidget):
    """Shows one page of text.

    Signals:
        left: the user goes back to the list.
    """

    left = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._tokens = tokens
        self._screen: Screen | None = None
        self._back = QPushButton("‹ Back to the list", self)
        self._back.clicked.connect(self.left)
        self.page = MuscleCard(tokens, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._back)
        column.addWidget(self.page, 1)

    def show_tokens(self, tokens: Tokens) -> None:
        """Write in the colours of a theme."""
        self._tokens = tokens
        self.page.show_tokens(tokens)
        if self._screen:
            self.show_screen(self._screen)

    def show_screen(self, screen: Screen) -> None:
        """Show the open muscle, or what else the pain could be, or how to read the map."""
        self._screen = screen
        self._back.setText("‹ Close this muscle" if screen.card else "‹ Back to the list")
        self.page.show_card(screen.card)
        if screen.card is None:
            text = _write_otherwise(screen.otherwise, self._tokens) if screen.otherwise else _write_help()
            self.page.show_text(style(self._tokens) + text)

    def show_help(self) -> None:
        """Show how to read the map."""
        self.page.show_text(style(self._tokens) + _write_help())

    def show_way_back(self, *, is_needed: bool) -> None:
        """Offer the way back to the list, where the list is hidden or a muscle is open."""
        self._back.setVisible(is_needed)


def _write_help() -> str:
    lines = "".join(f"<p class='help'><b>{escape(what)}</b> {escape(how)}</p>" for what, how in HOW_TO_READ)
    return f"<h1>How to read the map</h1>{lines}"


def _write_otherwise(found: tuple[Otherwise, ...], tokens: Tokens) -> str:
    """Write what else it could be, region by region, the pressing first."""
    parts = [
        "<h1>What else it could be</h1>",
        "<p class='soft'>Not every pain here comes from a muscle. This is no diagnosis: ask.</p>",
    ]
    for known in found:
        colours = (
            f"bgcolor='{tokens.warning}' style='color:{tokens.warning_ink}'" if known.is_pressing else ""
        )
        parts.append(
            f"<table width='100%' cellpadding='7' cellspacing='0' style='margin-top:6px'><tr><td {colours}>"
            f"<b>{escape(known.urgency)}</b> · {escape(known.region)}<br>{escape(known.text)} "
            f"<span class='sure'>{escape(known.sources)}</span></td></tr></table>"
        )
    return "".join(parts)
