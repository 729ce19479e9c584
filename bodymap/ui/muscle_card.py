"""The card of one muscle: zones, notes and sources, as text that can be read, selected and heard."""

import re
from collections.abc import Callable
from functools import partial
from html import escape

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from bodymap.anatomy.muscle import Strength
from bodymap.anatomy.region import Side
from bodymap.inquiry.card import Card, Item, Point, Section, Zone
from bodymap.inquiry.structure_card import StructureCard
from bodymap.language import mark, say
from bodymap.ui.theme import Tokens

OF_PATIENT = {
    Side.RIGHT: mark("patient's right"),
    Side.LEFT: mark("patient's left"),
    Side.MIDLINE: mark("patient's middle"),
}
STRESSED = re.compile(r"\*(.+?)\*")
ZONE = "<span class='zone'>", "</span>"
PAUSE_MS = 30
"""How long the text waits, so that a press is answered by the drawing first."""


class MuscleCard(QTextBrowser):
    """Shows one muscle, or another page.

    The text is laid out when everything else has been painted, and not at all while it is hidden: the
    drawing answers a press first.
    """

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._card: Card | None = None
        self._due: Callable[[], str] | None = None
        self._shown = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._write_due)
        self.setOpenLinks(False)
        self.setAccessibleName(say("About this muscle"))
        self.document().setDocumentMargin(16)
        self.document().setIndentWidth(16)

    def show_tokens(self, tokens: Tokens) -> None:
        """Write in the colours of a theme."""
        self._tokens = tokens
        card = self._card
        if card:
            self._put(partial(write, card, tokens))

    def show_card(self, card: Card | None) -> None:
        """Show a card, from its beginning."""
        if card != self._card:
            self._card = card
            if card:
                self._put(partial(write, card, self._tokens))

    def show_text(self, html: Callable[[], str]) -> None:
        """Show some other page instead of a card."""
        self._card = None
        self._put(html)

    def _put(self, html: Callable[[], str]) -> None:
        self._due = html
        if self.isVisible():
            self._pause.start()

    def _write_due(self) -> None:
        if self._due:
            text, self._due = self._due(), None
            if text != self._shown:
                self._shown = text
                self.setHtml(text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pause.start()


def write(card: Card, tokens: Tokens) -> str:
    """Write a card as HTML."""
    parts = [
        style(tokens),
        f"<h1>{escape(card.title)}</h1>",
        f"<p class='soft'><i>{escape(card.latin)}</i> · {escape(say(OF_PATIENT[card.place.side]))}</p>",
        f"<p class='soft'>{escape(card.together)}</p>" if card.together else "",
        f"<p class='framing'>{escape(card.framing)}</p>",
        _why(card, tokens),
        _zones(card),
        *(_section(section, tokens) for section in card.sections),
        list_sources(card.bibliography),
    ]
    return "".join(parts)


def write_structure(card: StructureCard, tokens: Tokens) -> str:
    """Write the card of a bone, a nerve or another structure as HTML."""
    side = f" · {escape(say(OF_PATIENT[card.shape.side]))}" if card.side else ""
    mind = ""
    if card.mind:
        mind = (
            f"<table width='100%' cellpadding='8' cellspacing='0' style='margin-top:10px'><tr>"
            f"<td bgcolor='{tokens.warning}' style='color:{tokens.warning_ink}'>"
            f"⚠ {_statement(card.mind)}</td></tr></table>"
        )
    return "".join(
        [
            style(tokens),
            f"<h1>{escape(card.title)}</h1>",
            f"<p class='soft'><i>{escape(card.clinical)}</i></p>" if card.clinical else "",
            f"<p class='soft'>{escape(card.kind)}{side}</p>",
            f"<p class='framing'>{escape(card.framing)}</p>",
            mind,
            list_sources(card.bibliography),
        ]
    )


def style(tokens: Tokens) -> str:
    """Return the style sheet of a page."""
    return f"""<style>
    body {{ color: {tokens.ink}; font-size: 15px; }}
    h1 {{ font-size: 23px; margin: 0 0 2px 0; }}
    h2 {{ font-size: 17px; margin: 18px 0 6px 0; }}
    h3 {{ font-size: 15px; margin: 12px 0 2px 0; }}
    p {{ margin: 3px 0; }} .help {{ margin: 10px 0; }} li {{ margin: 5px 0; }}
    .soft {{ color: {tokens.ink_soft}; }} .framing {{ color: {tokens.ink_soft}; font-size: 13px; }}
    .sure {{ color: {tokens.ink_soft}; font-size: 12px; }}
    .zone {{ color: {tokens.zone}; font-weight: 600; }}
    </style>"""


def _why(card: Card, tokens: Tokens) -> str:
    """Write why the muscle is in the list."""
    if not card.why:
        return ""
    first, *rest = (escape(line) for line in card.why)
    return (
        f"<table width='100%' cellpadding='8' cellspacing='0' style='margin-top:8px'><tr>"
        f"<td bgcolor='{tokens.panel}'><b>{first}</b><br>{'<br>'.join(rest)}</td></tr></table>"
    )


def _zones(card: Card) -> str:
    """Write where the muscle is felt, trigger point by trigger point."""
    heading = f"<h2>{escape(say('Where it can be felt'))}</h2>"
    if card.no_map:
        return f"{heading}<p>{escape(card.no_map)}</p>"
    signs = (
        stress(say("*■ shaded*: most people"), *ZONE),
        stress(say("*▨ striped*: some people"), *ZONE),
        stress(say("*✕* with its number: trigger point")),
    )
    note = _statement(card.side_note) if card.side_note else ""
    points = "".join(_point(number, point) for number, point in enumerate(card.points, 1))
    return f"{heading}<p class='soft'>{' · '.join(signs)}</p>{points}<p>{note}</p>"


def _point(number: int, point: Point) -> str:
    zones = "".join(_zone(zone) for zone in point.zones)
    where = _statement(point.where)
    note = f"<p class='soft'>{escape(point.note)}</p>" if point.note else ""
    return f"<h3>✕{number} {escape(point.title)}</h3><p>{where}</p><ul>{zones}</ul>{note}"


def _zone(zone: Zone) -> str:
    sign = "■" if zone.strength is Strength.ESSENTIAL else "▨"
    unseen = "" if zone.is_on_plate else f" · {escape(say('not seen in this view'))}"
    return (
        f"<li><span class='zone'>{sign}</span> <b>{escape(zone.region)}</b>: {escape(zone.label)} "
        f"<span class='sure'>{escape(zone.detail)}{unseen}</span>{numbers(zone.citations)}</li>"
    )


def _section(section: Section, tokens: Tokens) -> str:
    items = "".join(f"<li>{_statement(item)}</li>" for item in section.items)
    if not section.is_warning:
        return f"<h2>{escape(section.heading)}</h2><ul>{items}</ul>"
    return (
        f"<table width='100%' cellpadding='8' cellspacing='0' style='margin-top:16px'><tr>"
        f"<td bgcolor='{tokens.warning}' style='color:{tokens.warning_ink}'>"
        f"<b>⚠ {escape(section.heading)}</b><ul>{items}</ul></td></tr></table>"
    )


def _statement(item: Item) -> str:
    caution = f"<br><b>⚠ {escape(item.caution)}</b>" if item.caution else ""
    sureness = f"<span class='sure'>{escape(item.sureness)}</span>"
    return f"{escape(item.text)}{caution} {sureness}{numbers(item.citations)}"


def numbers(citations: tuple[int, ...]) -> str:
    """Write the numbers of sources."""
    marks = ", ".join(str(number) for number in citations)
    return f" <span class='sure'>[{marks}]</span>" if marks else ""


def list_sources(sources: tuple[str, ...]) -> str:
    """Write the sources in full, in the order of their numbers."""
    entries = "".join(f"<li>{escape(source)}</li>" for source in sources)
    return f"<h2>{escape(say('Sources'))}</h2><ol class='sure'>{entries}</ol>"


def stress(phrase: str, opening: str = "<b>", closing: str = "</b>") -> str:
    """Write a phrase as HTML, with what stands between two stars stressed."""
    return STRESSED.sub(rf"{opening}\1{closing}", escape(phrase))
