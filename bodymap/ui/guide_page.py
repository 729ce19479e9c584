"""The page of a treatment or a topic, and the list of them all, as HTML."""

from html import escape

from bodymap.inquiry.guides import Guide, GuideStage, GuideTable
from bodymap.inquiry.state import GUIDES, Page
from bodymap.language import say
from bodymap.ui.muscle_page import lead_to, write_section
from bodymap.ui.pen import GUIDE, Pen


def write_guide(guide: Guide, pen: Pen) -> str:
    """Write a page about a treatment or a topic."""
    way_up = "" if guide.entries else _link(GUIDES, say("‹ Treatments, and good to know"))
    parts = [
        pen.style(),
        f"<p>{way_up}</p>" if way_up else "",
        f"<h1>{escape(guide.title)}</h1>",
        f"<p class='soft'><i>{escape(guide.clinical)}</i></p>" if guide.clinical else "",
        f"<p class='framing'>{escape(guide.framing)}</p>",
        f"<p class='entry'>{lead_to(Page.WEIGH, say('Treatments side by side ›'))}</p>"
        if guide.entries
        else "",
        *(_entries(guide)),
        *(write_section(section, pen) for section in guide.sections),
        _stages(guide, pen),
        *(_table(table, pen) for table in guide.tables),
        pen.sources(guide.bibliography),
    ]
    return "".join(parts)


def _entries(guide: Guide) -> list[str]:
    """Write the list of pages, heading by heading."""
    parts = []
    for heading, entries in guide.entries:
        links = "".join(f"<p class='entry'>{_link(each.guide, f'{each.title} ›')}</p>" for each in entries)
        parts.append(f"<h2>{escape(heading)}</h2>{links}")
    return parts


def _link(guide: str, words: str) -> str:
    return f"<a class='open' href='{GUIDE}:{guide}'>{escape(words)}</a>"


def _stages(guide: Guide, pen: Pen) -> str:
    """Write the course as a line of time, stage under stage."""
    if not guide.stages:
        return ""
    rows = "".join(_stage(stage, pen) for stage in guide.stages)
    table = f"<table width='100%' cellpadding='7' cellspacing='0'>{rows}</table>"
    return f"<h2>{escape(guide.stages_heading)}</h2>{table}"


def _stage(stage: GuideStage, pen: Pen) -> str:
    tokens = pen.tokens
    return (
        f"<tr><td width='26%' valign='top' bgcolor='{tokens.panel}'><b>{escape(stage.visits)}</b></td>"
        f"<td valign='top'>{pen.item(stage.item)}</td></tr>"
    )


def _table(table: GuideTable, pen: Pen) -> str:
    """Write things side by side, feature by feature."""
    ground = pen.tokens.panel
    head = "".join(f"<th align='left' bgcolor='{ground}'>{escape(column)}</th>" for column in table.columns)
    rows = []
    for name, cells in table.rows:
        inner = "".join(f"<td valign='top'>{pen.item(cell)}</td>" for cell in cells)
        rows.append(
            f"<tr><td colspan='{len(table.columns)}' class='soft'><b>{escape(name)}</b></td></tr>"
            f"<tr>{inner}</tr>"
        )
    inner = f"<tr>{head}</tr>{''.join(rows)}"
    return (
        f"<h2>{escape(table.title)}</h2>"
        f"<table width='100%' cellpadding='6' cellspacing='0' border='0'>{inner}</table>"
    )
