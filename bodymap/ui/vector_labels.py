"""The names beside the drawing, as text and lines of an SVG."""

from collections.abc import Iterable
from xml.etree import ElementTree

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF

from bodymap.ui.inks import SVG
from bodymap.ui.label_paint import DOT, SIZE, Label, font, tone_of
from bodymap.ui.label_room import ROW
from bodymap.ui.theme import Tokens
from bodymap.ui.view import View

FAMILY = "Atkinson Hyperlegible Next, sans-serif"


def write_names(labels: Iterable[Label], view: View, tokens: Tokens) -> ElementTree.Element:
    """Return a group with all leaders, and over them all texts, on the page as it is shown."""
    labels = list(labels)
    are_soft = any(label.is_bold for label in labels)
    group = ElementTree.Element(f"{{{SVG}}}g")
    for label in labels:
        _draw_leader(group, label, view, tokens, tone_of(label, tokens, are_soft=are_soft).name())
    for label in labels:
        _write_text(group, label, view, tokens, tone_of(label, tokens, are_soft=are_soft).name())
    return group


def _draw_leader(group: ElementTree.Element, label: Label, view: View, tokens: Tokens, ink: str) -> None:
    points = [view.to_shown(QPointF(*point)) for point in label.placed.leader]
    line = "M" + "L".join(f"{point.x():.1f} {point.y():.1f}" for point in points)
    for colour, width, opacity in ((tokens.paper, 2.8, 0.55), (ink, 1.4 if label.is_bold else 0.9, 1.0)):
        stroke = {
            "stroke": colour,
            "stroke-width": f"{width / view.scale:.2f}",
            "stroke-opacity": f"{opacity:g}",
        }
        ElementTree.SubElement(group, f"{{{SVG}}}path", {"d": line, "fill": "none", **stroke})
    for colour, radius in ((tokens.paper, DOT + 1.2), (ink, DOT)):
        dot = {
            "cx": f"{points[-1].x():.1f}",
            "cy": f"{points[-1].y():.1f}",
            "r": f"{radius / view.scale:.2f}",
        }
        ElementTree.SubElement(group, f"{{{SVG}}}circle", {**dot, "fill": colour})


def _write_text(group: ElementTree.Element, label: Label, view: View, tokens: Tokens, ink: str) -> None:
    """Write a text, first as its own halo; it is made as wide as it was when it was laid out."""
    left, top, right, _ = label.placed.box
    base = top + (ROW + QFontMetricsF(font()).capHeight()) / 2
    at = view.to_shown(QPointF(left if label.placed.is_left else right, base))
    words = {
        "x": f"{at.x():.1f}",
        "y": f"{at.y():.1f}",
        "text-anchor": "start" if label.placed.is_left else "end",
        "font-size": f"{SIZE / view.scale:.2f}",
        "font-family": FAMILY,
        "font-weight": "bold" if label.is_bold else "normal",
        "textLength": f"{(right - left) / view.scale:.1f}",
        "lengthAdjust": "spacingAndGlyphs",
    }
    halo = {
        "fill": tokens.paper,
        "stroke": tokens.paper,
        "stroke-width": f"{3.6 / view.scale:.2f}",
        "stroke-linejoin": "round",
        "stroke-opacity": "0.8",
    }
    for paint in (halo, {"fill": ink}):
        ElementTree.SubElement(group, f"{{{SVG}}}text", {**words, **paint}).text = label.text
