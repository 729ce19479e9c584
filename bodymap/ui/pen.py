"""Writes pieces of a page as HTML: statements, short citations, warnings, sources, explained terms."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from bodymap.inquiry.card import Item
from bodymap.inquiry.footnotes import Cite, Reference
from bodymap.inquiry.glossary import Glossary
from bodymap.inquiry.guides import guide_to
from bodymap.language import say
from bodymap.ui.theme import Tokens

SHOWN_CITES = 2
"""How many short citations stand at a statement; the others wait at the end of the page."""
TERM, GUIDE, FIND, SOURCE, PAGE = "term", "guide", "find", "source", "page"
"""What a link does: explain a term, open a guide, tell a finding, go to a source, open a page to work on."""


@dataclass(frozen=True)
class Pen:
    """Writes in the colours of a theme, and explains the terms of a glossary."""

    tokens: Tokens
    glossary: Glossary | None = None

    def style(self) -> str:
        """Return the style sheet of a page."""
        return page_style(self.tokens)

    def text(self, text: str, ink: str = "") -> str:
        """Write a text; the terms of art in it can be pressed.

        On a coloured ground its ink is told, for a link brings its own.
        """
        if self.glossary is None:
            return escape(text)
        parts, here = [], 0
        colour = f" style='color:{ink}'" if ink else ""
        for start, end, term in self.glossary.find(text):
            parts += [
                escape(text[here:start]),
                f"<a class='term' href='{TERM}:{term}'{colour}>{escape(text[start:end])}</a>",
            ]
            here = end
        return "".join([*parts, escape(text[here:])])

    def cites(self, cites: tuple[Cite, ...]) -> str:
        """Write the short citations of a statement; each leads to the source in full."""
        if not cites:
            return ""
        shown = [f"<a href='{SOURCE}:{cite.number}'>{escape(cite.short)}</a>" for cite in cites[:SHOWN_CITES]]
        if len(cites) > SHOWN_CITES:
            more = say("+{number}", number=len(cites) - SHOWN_CITES)
            shown.append(f"<a href='{SOURCE}:{cites[SHOWN_CITES].number}'>{escape(more)}</a>")
        return f" <span class='sure'>[{'; '.join(shown)}]</span>"

    def item(self, item: Item, ink: str = "") -> str:
        """Write a statement with its caution, how it is pressed, how sure it is, and its sources."""
        caution = f"<br><b>⚠ {self.text(item.caution, ink)}</b>" if item.caution else ""
        press = f"<br>◉ {escape(item.press)}" if item.press else ""
        more = ""
        if item.about:
            more = f" <a class='open' href='{GUIDE}:{guide_to(item.about)}'>{escape(say('more ›'))}</a>"
        sureness = f"<span class='sure'>{escape(item.sureness)}</span>"
        return f"{self.text(item.text, ink)}{press}{caution} {sureness}{self.cites(item.citations)}{more}"

    def items(self, items: Iterable[Item], *, in_steps: bool = False, ink: str = "") -> str:
        """Write statements as a list."""
        kind = "ol" if in_steps else "ul"
        return f"<{kind}>{''.join(f'<li>{self.item(item, ink)}</li>' for item in items)}</{kind}>"

    def warn(self, html: str) -> str:
        """Lay HTML on the colour of a warning."""
        return self._lay_on(self.tokens.warning, html, self.tokens.warning_ink)

    def quiet(self, html: str) -> str:
        """Lay HTML on the colour of the panels."""
        return self._lay_on(self.tokens.panel, html, self.tokens.ink)

    def sources(self, references: tuple[Reference, ...]) -> str:
        """Write the sources in full, in the order of their numbers, each with where it can be opened."""
        entries = "".join(f"<li>{self._reference(each)}</li>" for each in references)
        return f"<h2>{escape(say('Sources'))}</h2><ol class='sure'>{entries}</ol>" if entries else ""

    def _reference(self, known: Reference) -> str:
        names = " · ".join(map(escape, known.names)) or (escape(say("open")) if known.address else "")
        link = f" <a href='{escape(known.address)}'>{names}</a>" if known.address else f" {names}"
        anchor = f"<a name='{SOURCE}{known.number}'></a>"
        return f"{anchor}<b>{escape(known.short)}</b>. {escape(known.citation)}{link} ({escape(known.trust)})"

    def _lay_on(self, ground: str, html: str, ink: str) -> str:
        return (
            f"<table width='100%' cellpadding='8' cellspacing='0' style='margin-top:8px'><tr>"
            f"<td bgcolor='{ground}' style='color:{ink}'>{html}</td></tr></table>"
        )


def page_style(tokens: Tokens) -> str:
    """Return the style sheet of a page in the colours of a theme."""
    scale = tokens.scale
    return f"""<style>
    body {{ color: {tokens.ink}; font-size: {scale.text}px; }}
    h1 {{ font-size: {scale.title}px; margin: 0 0 2px 0; }}
    h2 {{ font-size: {scale.section}px; margin: 18px 0 6px 0; }}
    h3 {{ font-size: {scale.text}px; margin: 12px 0 2px 0; }}
    p {{ margin: 3px 0; }} .help {{ margin: 10px 0; }}
    .entry {{ margin: 16px 0; font-size: {scale.strong}px; }} li {{ margin: 6px 0; }}
    .soft {{ color: {tokens.ink_soft}; }} .framing {{ color: {tokens.ink_soft}; font-size: {scale.note}px; }}
    .sure, .sure a {{ color: {tokens.ink_soft}; font-size: {scale.small}px; text-decoration: none; }}
    .zone {{ color: {tokens.zone}; font-weight: 600; }}
    a {{ color: {tokens.accent}; }} a.term {{ color: {tokens.ink}; }}
    a.open {{ color: {tokens.accent}; text-decoration: none; font-weight: 600; }}
    </style>"""
