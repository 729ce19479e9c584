"""Writes the texts of the page to take home, each as a document that can be measured, painted and read."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape

from PySide6.QtGui import QFont, QGuiApplication, QTextDocument

from bodymap.inquiry.leaf import MOST_CITED, Handout, Kind, Line, Part, Picture
from bodymap.language import say
from bodymap.ui.theme import PRINT

POINT = 20
"""Units to a point of 1/72 inch."""
INK, SOFT = "#1b1714", "#574d45"
MOST_SET = 100
"""How many texts are kept as they were set: a page is tried with ever other lines, and most stay the same."""
WASTE = 25
"""How many letters of room the end of a paragraph wastes."""


class Writer:
    """Writes one page in letters of one size."""

    def __init__(self, handout: Handout, points: float) -> None:
        self._handout = handout
        self._numbers = handout.numbers
        self._unit = points * POINT

    def set(self, html: str, width: float) -> QTextDocument:
        """Set a text in a column of some width; what is set is not changed any more."""
        return _set(html, width, self._unit)

    def clinic(self) -> str:
        """Write who hands the page over, the name first."""
        lines = [line.strip() for line in self._handout.clinic.splitlines() if line.strip()]
        return "".join(_paragraph("soft" if number else "strong", line) for number, line in enumerate(lines))

    def person(self) -> str:
        """Write for whom it is, and on which day."""
        person = _paragraph("strong", self._handout.person, "right") if self._handout.person else ""
        return person + _paragraph("soft", self._handout.day, "right")

    def title(self) -> str:
        """Write what the page is, and what it is not."""
        return _paragraph("title", self._handout.title) + _paragraph("soft", self._handout.framing)

    def foot(self) -> str:
        """Write the sources and the version, small."""
        sources = " · ".join(self._handout.sources)
        first = _paragraph("small", say("Sources: {sources}", sources=sources)) if sources else ""
        return first + _paragraph("small", f"{self._handout.version} {self._handout.framing}")

    def caption(self, picture: Picture) -> str:
        """Write the patient's sides above a picture, each where it is seen."""
        cells = (
            f"<td class='strong' align='{side}'>{escape(words)}</td>"
            for side, words in zip(("left", "right"), picture.captions, strict=True)
            if words
        )
        return f"<table width='100%' cellspacing='0' cellpadding='0'><tr>{''.join(cells)}</tr></table>"

    def legend(self, words: str) -> str:
        """Write what a sign means."""
        return _paragraph("legend", words)

    def part(self, part: Part) -> str:
        """Write a part with its heading."""
        return self.heading(part) + self.lines(part, part.lines)

    def heading(self, part: Part) -> str:
        """Write the heading of a part; that of a red flag is read first."""
        return _paragraph("flag" if part.kind is Kind.FLAG else "heading", part.heading)

    def lines(self, part: Part, lines: Iterable[Line]) -> str:
        """Write lines of a part, each with the numbers of its sources."""
        return "".join(self._line(part, line) for line in lines)

    def _line(self, part: Part, line: Line) -> str:
        numbers = ", ".join(str(self._numbers[source]) for source in line.sources[:MOST_CITED])
        cites = f" <span class='cite'>[{numbers}]</span>" if numbers else ""
        if line.leads or line.is_strong:
            return f"<p class='strong'>{escape(line.text)}{cites}</p>"
        if part.kind is Kind.ASK:
            return f"<p>{escape(line.text)}</p>"
        indent = round(self._unit * 0.85)
        return f"<p style='margin-left:{indent}px; text-indent:-{indent}px'>• {escape(line.text)}{cites}</p>"


def halve(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Divide lines into two columns of about the same length."""
    lengths = [len(line.text) + WASTE for line in lines]
    place = min(range(len(lines) + 1), key=lambda at: abs(sum(lengths[:at]) - sum(lengths[at:])))
    return lines[:place], lines[place:]


@lru_cache(maxsize=MOST_SET)
def _set(html: str, width: float, unit: float) -> QTextDocument:
    text = QTextDocument()
    text.setUseDesignMetrics(True)
    text.setDocumentMargin(0)
    font = QFont(QGuiApplication.font())
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    text.setDefaultFont(font)
    text.setDefaultStyleSheet(_style(unit))
    text.setHtml(f"<body>{html}</body>")
    text.setTextWidth(width)
    return text


def _paragraph(kind: str, text: str, align: str = "left") -> str:
    return f"<p class='{kind}' align='{align}'>{escape(text)}</p>"


def _style(unit: float) -> str:
    return f"""
    body {{ color: {INK}; font-size: {unit:.0f}px; }}
    p {{ margin-top: 0; margin-bottom: {unit * 0.18:.0f}px; }}
    .title {{ font-size: {unit * 1.9:.0f}px; font-weight: 700; }}
    .flag {{ font-size: {unit * 1.5:.0f}px; font-weight: 700; }}
    .heading {{ font-size: {unit * 1.16:.0f}px; font-weight: 700; color: {PRINT.chosen}; }}
    .strong {{ font-weight: 600; }} .soft {{ color: {SOFT}; }}
    .legend {{ color: {SOFT}; font-size: {unit * 0.86:.0f}px; }}
    .small, .cite {{ color: {SOFT}; font-size: {unit * 0.72:.0f}px; }}
    """
