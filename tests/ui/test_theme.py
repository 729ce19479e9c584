"""Colours can be told apart, and nothing is told by colour alone."""

from dataclasses import fields, replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPalette

from bodymap.inquiry.tones import Tone
from bodymap.ui import overlay
from bodymap.ui.theme import THEMES, palette, style_sheet

TEXT, SIGN = 4.5, 3.0
"""The least contrast of text and of lines (WCAG 2, AA)."""
TEXTS = [
    ("ink", "paper"),
    ("ink", "panel"),
    ("ink", "raised"),
    ("ink_soft", "panel"),
    ("ink_soft", "raised"),
    ("accent", "panel"),
    ("accent_ink", "accent"),
    ("warning_ink", "warning"),
    ("zone", "raised"),
]
SIGNS = [
    ("chosen", "paper"),
    ("candidate", "paper"),
    ("zone", "paper"),
    ("ink", "paper"),
    ("accent", "raised"),
]


def luminance(colour):
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_it_should_be():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("least", "pairs"), [(TEXT, TEXTS), (SIGN, SIGNS)])
def test_text_and_signs_stand_out_from_what_they_are_on(theme, least, pairs):
    tokens = THEMES[theme]
    faint = {pair: contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) for pair in pairs}
    assert {pair: round(found, 2) for pair, found in faint.items() if found < least} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_is_one_and_every_colour_is_used(theme):
    tokens = THEMES[theme]
    for field in fields(tokens):
        if field.name not in {"name", "rested"}:
            assert QColor(getattr(tokens, field.name)).isValid(), field.name
    assert 0 < tokens.rested < 1
    assert palette(tokens).color(QPalette.ColorRole.Window).name() == tokens.panel
    assert "None" not in style_sheet(tokens)


def grey(tone):
    """Paint a shape in a tone with all colours alike."""
    base = THEMES["light"]
    alike = {field.name: "#404040" for field in fields(base) if field.name not in {"name", "rested"}}
    tokens = replace(base, **alike)
    image = QImage(160, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    path = QPainterPath()
    path.addEllipse(QRectF(25, 20, 110, 80))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if tone is Tone.CHOSEN:
        overlay.paint_chosen(painter, path, tokens)
        overlay.paint_chosen_edge(painter, path, tokens)
    elif tone is Tone.POINT:
        overlay.paint_cross(painter, path.boundingRect().center(), overlay.CROSS)
    elif tone is Tone.ESSENTIAL:
        painter.fillPath(path, QColor("#404040"))
    elif tone is Tone.SPILLOVER:
        painter.fillPath(path, overlay.hatch(QColor("#404040")))
    else:
        overlay.paint_glow(painter, path, tone, tokens)
    painter.end()
    return bytes(image.constBits())


@pytest.mark.parametrize(("one", "other"), list(combinations(Tone, 2)))
def test_tones_differ_also_where_all_colours_are_alike(one, other):
    """In dash, width, halo or hatch; colour is only the second hint."""
    first, second = grey(one), grey(other)
    changed = sum(abs(a - b) > 24 for a, b in zip(first[::4], second[::4], strict=True))
    assert changed > 120


def test_the_window_changes_its_clothes(hand):
    before = hand.diagram.grab().toImage().pixelColor(2, 2)
    hand.window._on_theme()
    assert hand.window._tokens is THEMES["dark"]
    assert hand.diagram.grab().toImage().pixelColor(2, 2) != before
    assert hand.window.palette().color(QPalette.ColorRole.Window).name() == THEMES["dark"].panel
    hand.window._on_theme()
    assert hand.diagram.grab().toImage().pixelColor(2, 2) == before
