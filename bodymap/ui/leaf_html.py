"""The page to take home as HTML: the same words under real headings, for those who hear it read aloud.

Qt's PDF has no tags for a screen reader; this file has headings, lists and the drawing in words.
"""

from html import escape

from bodymap.inquiry.leaf import MOST_CITED, Handout, Kind, Line, Part
from bodymap.language import say
from bodymap.ui.leaf_text import INK, SOFT
from bodymap.ui.theme import PRINT

STYLE = f"""
body {{ font-family: "Atkinson Hyperlegible Next", sans-serif; color: {INK}; max-width: 42em;
  margin: 2em auto; padding: 0 1em; line-height: 1.45; }}
h2 {{ color: {PRINT.chosen}; margin-bottom: .2em; }} .soft {{ color: {SOFT}; }}
.flag {{ border: 3px solid {INK}; padding: 0 1em; border-radius: 6px; }} .flag h2 {{ color: {INK}; }}
"""


def write_html(handout: Handout, language: str = "en") -> str:
    """Write the page as one HTML file that needs nothing else."""
    title = escape(handout.title)
    clinic = "<br>".join(map(escape, handout.clinic.splitlines()))
    pictures = "".join(f"<p>{escape(picture.words)}</p>" for picture in handout.pictures)
    flags = "".join(_part(handout, part) for part in handout.parts if part.kind is Kind.FLAG)
    parts = "".join(_part(handout, part) for part in handout.parts if part.kind is not Kind.FLAG)
    sources = "".join(f"<li>{escape(each.partition(' ')[2])}</li>" for each in handout.sources)
    return f"""<!DOCTYPE html>
<html lang="{escape(language)}"><head><meta charset="utf-8"><title>{title}</title>
<style>{STYLE}</style></head>
<body><header><p>{clinic}</p><p>{escape(handout.person)} <span class="soft">{escape(handout.day)}</span></p>
<h1>{title}</h1><p class="soft">{escape(handout.framing)}</p></header>
<main>{flags}<section><h2>{escape(say("The drawing in words"))}</h2>{pictures}</section>{parts}</main>
<footer class="soft"><h2>{escape(say("Sources"))}</h2><ol>{sources}</ol><p>{escape(handout.version)}</p>
</footer></body></html>
"""


def _part(handout: Handout, part: Part) -> str:
    written: list[str] = []
    items: list[str] = []
    for line in part.lines:
        if line.leads or line.is_strong:
            written.append(_list(items))
            items = []
            written.append(f"<h3>{escape(line.text)}</h3>")
        else:
            items.append(f"<li>{escape(line.text)}{_cites(handout, line)}</li>")
    written.append(_list(items))
    return f"<section class='{part.kind}'><h2>{escape(part.heading)}</h2>{''.join(written)}</section>"


def _list(items: list[str]) -> str:
    return f"<ul>{''.join(items)}</ul>" if items else ""


def _cites(handout: Handout, line: Line) -> str:
    numbers = ", ".join(str(handout.numbers[source]) for source in line.sources[:MOST_CITED])
    return f" <span class='soft'>[{numbers}]</span>" if numbers else ""
