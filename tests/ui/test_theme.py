"""Colours can be told apart, and nothing is told by colour alone."""

from dataclasses import fields, replace
from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPalette

from bodymap.inquiry.tones import Tone
from bodymap.ui import overlay
from bodymap.ui.inks import PRINTS
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
    ("paper", "first"),
    ("paper", "second"),
    ("paper", "third"),
]
COLOURS = {field.name for field in fields(THEMES["light"])} - {
    "name",
    "rested",
    "scale",
    "paper",
    "warning",
    "warning_ink",
}
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
        if field.name not in {"name", "rested", "printing", "scale"}:
            assert QColor(getattr(tokens, field.name)).isValid(), field.name
    assert 0 < tokens.rested < 1
    assert tokens.printing in PRINTS
    assert palette(tokens).color(QPalette.ColorRole.Window).name() == tokens.panel
    assert "None" not in style_sheet(tokens)


LIT = [tone for tone in Tone if tone in {Tone.LEADING, Tone.LIKELY, Tone.POSSIBLE, Tone.OPENED}]
MARKED = [Tone.CHOSEN, Tone.ESSENTIAL, Tone.SPILLOVER]


@pytest.mark.parametrize(
    ("shape", "tones"),
    [("muscle-temporalis-right", LIT), ("region-forehead-right", MARKED)],
    ids=["lit", "marked"],
)
def test_tones_differ_also_where_all_colours_are_alike(hand, shape, tones):
    """In dash, width, halo or hatch; colour is only the second hint."""
    alike = {field.name: "#404040" for field in fields(THEMES["light"]) if field.name in COLOURS}
    hand.diagram.show_tokens(replace(THEMES["light"], **alike, paper="#ffffff"))
    hand.settle()
    frame = hand.diagram.scene.frame(shape).adjusted(-10, -10, 10, 10)
    seen = {}
    for tone in tones:
        hand.diagram.show_screen(replace(hand.screen, tones={shape: (tone,)}))
        hand.settle()
        seen[tone] = hand.diagram.grab(frame).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    for one, other in combinations(tones, 2):
        first, second = bytes(seen[one].constBits()), bytes(seen[other].constBits())
        changed = sum(abs(a - b) > 16 for a, b in zip(first, second, strict=True))
        assert changed > 100, (one, other)


def test_only_the_least_likely_has_a_broken_line_and_no_two_lines_are_alike():
    drawn = {}
    for tone in LIT:
        lines = []

        def edge(width, dashes=(), lines=lines):
            lines.append((width, bool(dashes)))
            return QPainterPath()

        painter = QPainter(image := QImage(9, 9, QImage.Format.Format_RGB32))
        overlay.paint_glow(painter, edge, tone, THEMES["light"])
        painter.end()
        drawn[tone] = tuple(lines)
        assert not image.isNull()
    assert len(set(drawn.values())) == len(LIT)
    assert [tone for tone in LIT if any(is_broken for _, is_broken in drawn[tone])] == [Tone.POSSIBLE]


def test_the_window_changes_its_clothes(hand):
    before = hand.diagram.grab().toImage().pixelColor(2, 2)
    hand.window._on_settings({"theme": "dark"})
    assert hand.window._tokens is THEMES["dark"]
    assert hand.diagram.grab().toImage().pixelColor(2, 2) != before
    assert hand.window.palette().color(QPalette.ColorRole.Window).name() == THEMES["dark"].panel
    hand.window._on_settings({"theme": "light"})
    assert hand.diagram.grab().toImage().pixelColor(2, 2) == before
