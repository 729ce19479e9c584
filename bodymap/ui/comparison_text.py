"""Muscles and treatments side by side, as HTML."""

from html import escape

from bodymap.inquiry.card import Item
from bodymap.inquiry.comparison import Column, Comparison, Feature
from bodymap.inquiry.weighing import Cell, Weighing, WeighRow
from bodymap.language import mark, say, say_number
from bodymap.ui.overlay import badge_colours
from bodymap.ui.pen import GUIDE, Pen

LEGEND = mark("Dense lines with a solid edge: most people. Sparse lines with a broken edge: some people.")


def write_comparison(shown: Comparison, pen: Pen, *, is_wide: bool) -> str:
    """Write muscles side by side, or where there is little room one below the other, feature by feature."""
    unseen = [each for each in shown.columns if not each.is_drawn]
    notes = [say("{letter} is not drawn in this view.", letter=each.letter) for each in unseen]
    parts = [
        pen.style(),
        f"<h1>{escape(shown.title)}</h1>",
        f"<p class='framing'>{escape(shown.framing)}</p>",
        f"<p class='soft'>{escape(' '.join([say(LEGEND), *notes]))}</p>" if shown.columns else "",
        *(_feature(feature, shown, pen, is_wide=is_wide) for feature in shown.features),
        pen.sources(shown.bibliography),
    ]
    return "".join(parts)


def write_weighing(shown: Weighing, pen: Pen, *, is_wide: bool) -> str:
    """Write treatments side by side, matter by matter; with little room each below its name."""
    parts = [
        pen.style(),
        f"<h1>{escape(shown.title)}</h1>",
        f"<p class='framing'>{escape(shown.framing)}</p>",
        *(_row(row, shown, pen, is_wide=is_wide) for row in shown.rows),
        pen.sources(shown.bibliography),
    ]
    return "".join(parts)


def _feature(feature: Feature, shown: Comparison, pen: Pen, *, is_wide: bool) -> str:
    sign = "⚠ " if feature.is_warning else ""
    heading = f"<h2>{sign}{escape(feature.heading)}</h2>"
    ground, ink = _ground(pen, is_warning=feature.is_warning)
    cells = [
        f"<td valign='top' bgcolor='{ground}' style='color:{ink}'>{said}</td>"
        for said in (_items(cell, shown.nothing, pen, ink) for cell in feature.cells)
    ]
    if is_wide:
        share = 100 // len(shown.columns)
        heads = (_badge(column, pen, f"{share}%", column.words) for column in shown.columns)
        rows = f"<tr>{''.join(heads)}</tr><tr>{''.join(cells)}</tr>"
    else:
        pairs = zip(shown.columns, cells, strict=True)
        rows = "".join(f"<tr>{_badge(column, pen, '22')}{cell}</tr>" for column, cell in pairs)
    return f"{heading}<table width='100%' cellpadding='6' cellspacing='2'>{rows}</table>"


def _ground(pen: Pen, *, is_warning: bool) -> tuple[str, str]:
    tokens = pen.tokens
    return (tokens.warning, tokens.warning_ink) if is_warning else (tokens.panel, tokens.ink)


def _badge(column: Column, pen: Pen, width: str, name: str = "") -> str:
    """Write the letter of a muscle, and perhaps its name, on its colour."""
    ground, ink = badge_colours(column.letter, pen.tokens)
    words = escape(f"{column.letter}  {name}".strip())
    return f"<td width='{width}' valign='top' bgcolor='{ground}' style='color:{ink}'><b>{words}</b></td>"


def _items(items: tuple[Item, ...], nothing: str, pen: Pen, ink: str = "") -> str:
    """Write what is known, or that nothing was found."""
    if not items:
        return f"<span class='soft'>{escape(nothing)}</span>"
    return "".join(f"<p>{pen.item(item, ink)}</p>" for item in items)


def _row(row: WeighRow, shown: Weighing, pen: Pen, *, is_wide: bool) -> str:
    """Write one matter: treatment by treatment, each with what is said of it."""
    heading = f"✓ {row.heading}" if row.is_chosen else row.heading
    cells = "".join(_cell(cell, shown.nothing, pen, is_wide=is_wide) for cell in row.cells)
    return f"<h2>{escape(heading)}</h2><table width='100%' cellpadding='6' cellspacing='2'>{cells}</table>"


def _cell(cell: Cell, nothing: str, pen: Pen, *, is_wide: bool) -> str:
    ground = pen.tokens.panel
    more = ""
    if cell.more:
        words = say_number(cell.more, "1 more ›", "{number} more ›")
        more = f" <a class='open' href='{GUIDE}:{cell.guide}'>{escape(words)}</a>"
    title = f"<a class='open' href='{GUIDE}:{cell.guide}'>{escape(cell.title)}</a>"
    share = " width='30%'" if is_wide else ""
    head = f"<td{share} valign='top' bgcolor='{ground}'>{title}</td>"
    between = "" if is_wide else "</tr><tr>"
    said = f"<td valign='top'>{_items(cell.items, nothing, pen)}{more}</td>"
    return f"<tr>{head}{between}{said}</tr>"
