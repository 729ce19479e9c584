"""The card of a muscle, and of a structure, as HTML."""

import re
from html import escape

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.muscle import Strength
from bodymap.anatomy.region import Side
from bodymap.inquiry.card import Card, Point, Section, Zone
from bodymap.inquiry.state import Page
from bodymap.inquiry.structure_card import StructureCard
from bodymap.language import mark, say
from bodymap.ui.pen import FIND, PAGE, Pen

OF_PATIENT = {
    Side.RIGHT: mark("patient's right"),
    Side.LEFT: mark("patient's left"),
    Side.MIDLINE: mark("patient's middle"),
}
FINDINGS = {Answer.YES: mark("yes"), Answer.NO: mark("no"), Answer.NOT_SURE: mark("not sure")}
STRESSED = re.compile(r"\*(.+?)\*")
ZONE = "<span class='zone'>", "</span>"


def write_card(card: Card, pen: Pen) -> str:
    """Write the card of a muscle."""
    parts = [
        pen.style(),
        f"<h1>{escape(card.title)}</h1>",
        f"<p class='soft'><i>{escape(card.latin)}</i> · {escape(say(OF_PATIENT[card.place.side]))}</p>",
        f"<p class='soft'>{escape(card.together)}</p>" if card.together else "",
        f"<p class='framing'>{escape(card.framing)}</p>",
        f"<p>{lead_to(Page.COMPARE, say('Compare with other muscles ›'))}</p>",
        _why(card, pen),
        _zones(card, pen),
        *(write_section(section, pen) for section in card.sections),
        pen.sources(card.bibliography),
    ]
    return "".join(parts)


def write_structure(card: StructureCard, pen: Pen) -> str:
    """Write the card of a bone, a nerve or another structure."""
    side = f" · {escape(say(OF_PATIENT[card.shape.side]))}" if card.side else ""
    parts = [
        pen.style(),
        f"<h1>{escape(card.title)}</h1>",
        f"<p class='soft'><i>{escape(card.clinical)}</i></p>" if card.clinical else "",
        f"<p class='soft'>{escape(card.kind)}{side}</p>",
        f"<p class='framing'>{escape(card.framing)}</p>",
        pen.warn(f"⚠ {pen.item(card.mind, pen.tokens.warning_ink)}") if card.mind else "",
        pen.sources(card.bibliography),
    ]
    return "".join(parts)


def lead_to(page: Page, words: str) -> str:
    """Write a link to a page beside the drawing."""
    return f"<a class='open' href='{PAGE}:{page}'>{escape(words)}</a>"


def stress(phrase: str, opening: str = "<b>", closing: str = "</b>") -> str:
    """Write a phrase as HTML, with what stands between two stars stressed."""
    return STRESSED.sub(rf"{opening}\1{closing}", escape(phrase))


def _why(card: Card, pen: Pen) -> str:
    """Write the sum by which the muscle is in the list, and ask what pressing it brought."""
    if not card.why:
        return f"<p class='help'>{_press_it(card)}</p>"
    rows = "".join(
        f"<tr><td align='right'>{bold[0]}{escape(value)}{bold[1]}&nbsp;</td>"
        f"<td>{bold[0]}{escape(words)}{bold[1]}</td></tr>"
        for number, (value, words) in enumerate(card.why)
        for bold in (("<b>", "</b>") if number == 0 else ("", ""),)
    )
    answers = " · ".join(_answer(card, answer) for answer in FINDINGS)
    asked = f"{escape(say('Does pressing here bring the familiar pain?'))} {answers}<br>{_press_it(card)}"
    return pen.quiet(f"<table cellpadding='1' cellspacing='0'>{rows}</table><p class='help'>{asked}</p>")


def _press_it(card: Card) -> str:
    """Write the way to pressing this muscle step by step, and what that brought so far."""
    found = f"{escape(card.standing)} · " if card.standing else ""
    return f"{found}<a class='open' href='{PAGE}:{Page.EXAMINE}'>{escape(say('Press and check ›'))}</a>"


def _answer(card: Card, answer: Answer) -> str:
    """Write an answer to be pressed; the given one is marked, and taken back by pressing it again."""
    words = escape(say(FINDINGS[answer]))
    if card.finding is answer:
        return f"<a class='open' href='{FIND}:'>✓ {words}</a>"
    return f"<a class='open' href='{FIND}:{answer}'>{words}</a>"


def _zones(card: Card, pen: Pen) -> str:
    """Write where the muscle is felt, trigger point by trigger point."""
    heading = f"<h2>{escape(say('Where it can be felt'))}</h2>"
    if card.no_map:
        return f"{heading}<p>{escape(card.no_map)}</p>"
    signs = (
        stress(say("*■ shaded*: most people"), *ZONE),
        stress(say("*▨ striped*: some people"), *ZONE),
        stress(say("*✕* with its number: trigger point")),
    )
    note = pen.item(card.side_note) if card.side_note else ""
    points = "".join(_point(number, point, pen) for number, point in enumerate(card.points, 1))
    return f"{heading}<p class='soft'>{' · '.join(signs)}</p>{points}<p>{note}</p>"


def _point(number: int, point: Point, pen: Pen) -> str:
    zones = "".join(_zone(zone, pen) for zone in point.zones)
    note = f"<p class='soft'>{pen.text(point.note)}</p>" if point.note else ""
    return f"<h3>✕{number} {escape(point.title)}</h3><p>{pen.item(point.where)}</p><ul>{zones}</ul>{note}"


def _zone(zone: Zone, pen: Pen) -> str:
    sign = "■" if zone.strength is Strength.ESSENTIAL else "▨"
    unseen = "" if zone.is_on_plate else f" · {escape(say('not seen in this view'))}"
    return (
        f"<li><span class='zone'>{sign}</span> <b>{escape(zone.region)}</b>: {escape(zone.label)} "
        f"<span class='sure'>{escape(zone.detail)}{unseen}</span>{pen.cites(zone.citations)}</li>"
    )


def write_section(section: Section, pen: Pen) -> str:
    """Write statements under their heading, or, where they warn, on the colour of a warning."""
    if section.is_warning:
        items = pen.items(section.items, ink=pen.tokens.warning_ink)
        return pen.warn(f"<b>⚠ {escape(section.heading)}</b>{items}")
    items = pen.items(section.items, in_steps=section.is_in_steps)
    return f"<h2>{escape(section.heading)}</h2>{items}"
