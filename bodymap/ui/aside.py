"""The page beside the list: the open muscle, or else what the pain could be besides a muscle."""

from functools import partial
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bodymap.inquiry.screen import Screen
from bodymap.language import mark, say
from bodymap.ui.muscle_card import MuscleCard, list_sources, numbers, stress, style, write_structure
from bodymap.ui.theme import Tokens

HOW_TO_READ = (
    mark(
        "*Press where it hurts* on the drawing. Press again to take it away. "
        "Drag to move, turn the wheel to zoom."
    ),
    mark("*The muscles that light up* are those known to be felt there. Number 1 fits best. Each says why."),
    mark(
        "*Press a muscle* in the list or in the drawing, to see where it can be felt and what is known about "
        "it."
    ),
    mark(
        "*The small pictures* at the left turn the patient: front, sides, back, the mouth inside. "
        "What was chosen glows in each."
    ),
    mark(
        "*The slider* on top peels the drawing, from the skin to the bone. The buttons below open the jaw, "
        "and show trigger points, names and dangers: where needle and finger keep away."
    ),
    mark(
        "*Shaded* is where most people feel it. Striped is where some do. "
        "✕ marks a trigger point: a tender spot."
    ),
)
"""How to read the map; what is between stars is stressed."""
NOT_EVERY_PAIN = mark("Not every pain here comes from a muscle. This is no diagnosis: ask.")


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
        self._back = QPushButton(say("‹ Back to the list"), self)
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
        self._back.setText(say("‹ Close this muscle") if screen.card else say("‹ Back to the list"))
        self.page.show_card(screen.card)
        if screen.structure:
            self.page.show_text(partial(write_structure, screen.structure, self._tokens))
        elif screen.card is None:
            self.page.show_text(partial(_write_safety if screen.chips else _write_help, screen, self._tokens))

    def show_help(self) -> None:
        """Show how to read the map."""
        if self._screen:
            self.page.show_text(partial(_write_help, self._screen, self._tokens))

    def show_safety(self) -> None:
        """Show what the pain could be besides a muscle, and when to get help at once."""
        if self._screen:
            self.page.show_text(partial(_write_safety, self._screen, self._tokens))

    def show_way_back(self, *, is_needed: bool) -> None:
        """Offer the way back to the list, where the list is hidden or a muscle is open."""
        self._back.setVisible(is_needed)


def _write_help(screen: Screen, tokens: Tokens) -> str:
    """Write how to read the map, and when not to."""
    lines = "".join(f"<p class='help'>{stress(say(line))}</p>" for line in HOW_TO_READ)
    safety = _write_red_flags(screen, tokens) + list_sources(screen.safety_sources)
    return f"{style(tokens)}<h1>{escape(say('How to read the map'))}</h1>{lines}{safety}"


def _write_red_flags(screen: Screen, tokens: Tokens) -> str:
    """Write when to get help at once; the same urgency is said once."""
    parts, said = [f"<h2>{escape(say('When to get help'))}</h2>"], ""
    for flag in screen.red_flags:
        heading = f"<h3>{escape(flag.urgency)}</h3>" if flag.urgency != said else ""
        said = flag.urgency
        parts.append(f"{heading}<p>• {escape(flag.text)} {numbers(flag.citations)}</p>")
    return _warn("".join(parts), tokens) if screen.red_flags else ""


def _write_safety(screen: Screen, tokens: Tokens) -> str:
    """Write what else it could be, region by region, the pressing first."""
    parts = [
        style(tokens),
        f"<h1>{escape(say('What else it could be'))}</h1>",
        f"<p class='soft'>{escape(say(NOT_EVERY_PAIN))}</p>",
    ]
    for known in screen.otherwise:
        text = (
            f"<b>{escape(known.urgency)}</b> · {escape(known.region)}<br>{escape(known.text)} "
            f"{numbers(known.citations)}"
        )
        parts.append(_warn(text, tokens) if known.is_pressing else f"<p class='help'>{text}</p>")
    return "".join(parts) + _write_red_flags(screen, tokens) + list_sources(screen.safety_sources)


def _warn(html: str, tokens: Tokens) -> str:
    """Lay text on the colour of a warning."""
    return (
        f"<table width='100%' cellpadding='8' cellspacing='0' style='margin-top:8px'><tr>"
        f"<td bgcolor='{tokens.warning}' style='color:{tokens.warning_ink}'>{html}</td></tr></table>"
    )
