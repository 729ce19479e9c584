"""Text stands out 4.5 to 1 and shapes 3 to 1, in every theme, on every ground, as painted on either skin."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from bodymap.inquiry.tones import Tone
from bodymap.ui.row_painter import OPEN_TINT, bar_ink
from bodymap.ui.theme import THEMES, mix
from tests.ui.test_theme import SIGN, TEXT, contrast, luminance

GROUNDS = {
    "paper": lambda t: t.paper,
    "panel": lambda t: t.panel,
    "raised": lambda t: t.raised,
    "open row": lambda t: mix(t.candidate, t.raised, OPEN_TINT),
    "row under the pointer": lambda t: mix(t.accent, t.raised, 0.08),
}
INKS = {
    "ink": lambda t: t.ink,
    "soft ink": lambda t: t.ink_soft,
    "reason": lambda t: mix(t.ink, t.ink_soft, 0.6),
    "link": lambda t: t.accent,
}
OTHERS = {
    "warning": (lambda t: t.warning_ink, lambda t: t.warning, TEXT),
    "checked button": (lambda t: t.accent_ink, lambda t: t.accent, TEXT),
    "number": (lambda t: t.badge_ink, lambda t: t.badge, TEXT),
    "zone in words": (lambda t: t.zone, lambda t: t.raised, TEXT),
    "bar of a row": (bar_ink, lambda t: t.raised, SIGN),
    "bar of an open row": (bar_ink, lambda t: mix(t.candidate, t.raised, OPEN_TINT), SIGN),
    "edge of an open row": (lambda t: t.ink, lambda t: t.panel, SIGN),
    "box to tick": (lambda t: t.ink_soft, lambda t: t.raised, SIGN),
    "track of the slider": (lambda t: t.ink_soft, lambda t: t.panel, SIGN),
    "edge of a chip": (lambda t: t.chosen, lambda t: t.panel, SIGN),
    "ring of the focus": (lambda t: t.ink, lambda t: t.paper, SIGN),
}


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_can_be_read_on_every_ground(theme):
    tokens = THEMES[theme]
    found = {
        (i, g): contrast(ink(tokens), ground(tokens))
        for i, ink in INKS.items()
        for g, ground in GROUNDS.items()
    }
    assert {pair: round(value, 2) for pair, value in found.items() if value < TEXT} == {}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("what", OTHERS)
def test_every_sign_stands_out_from_its_ground(theme, what):
    ink, ground, least = OTHERS[what]
    assert contrast(ink(THEMES[theme]), ground(THEMES[theme])) >= least


REGIONS = ("region-cheek_upper-right", "region-side_of_head-right")
PAINTED = [
    *((shape, tone) for shape in REGIONS for tone in (Tone.CHOSEN, Tone.ESSENTIAL, Tone.SPILLOVER)),
    *(("muscle-temporalis-right", tone) for tone in (Tone.LEADING, Tone.LIKELY, Tone.POSSIBLE, Tone.OPENED)),
]
LEAST_LINE, LEAST_BROKEN = 0.5, 0.4
"""How many pixels of a line must stand out for each pixel of the way around; a broken line has gaps."""
ASIDE = 3
"""How far from a line, in pixels, lies what it must stand out from: what is under it, or its light border."""


def lines(before, after):
    """Count the pixels that now stand out from what is a little beside them, and did not before."""
    width = after.width()
    old, new = (tuple(image.constBits().cast("I")) for image in (before, after))
    light = {colour: luminance(QColor.fromRgb(colour)) + 0.05 for colour in {*old, *new}}

    def stands_out(pixels, here, there):
        one, other = light[pixels[here]], light[pixels[there]]
        return max(one, other) >= SIGN * min(one, other)

    found = set()
    for here in (place for place, (a, b) in enumerate(zip(old, new, strict=True)) if a != b):
        for there in (here - ASIDE, here + ASIDE, here - ASIDE * width, here + ASIDE * width):
            if 0 <= there < len(new) and stands_out(new, here, there) and not stands_out(old, here, there):
                found.add(here)
    return len(found)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("skin", ["light", "dark"])
def test_every_tone_stands_out_as_it_is_painted(hand, theme, skin):
    """On skin, on hair and on muscle, each line from what lies beside it: the drawing, or its own border."""
    hand.window.seat.taken.emit({"skin": skin, "theme": theme})
    hand.diagram.setFocus(Qt.FocusReason.OtherFocusReason)
    faint = {}
    resting = {"region-neck_front-right": (Tone.CHOSEN,)}
    for shape, tone in PAINTED:
        frame = hand.diagram.scene.frame(shape).adjusted(-10, -10, 10, 10)
        seen = []
        for tones in (resting, {**resting, shape: (tone,)}):
            hand.diagram.show_screen(replace(hand.screen, tones=tones))
            hand.settle()
            seen.append(hand.diagram.grab(frame).toImage().convertToFormat(QImage.Format.Format_RGB32))
        share = lines(*seen) / hand.diagram.scene.path(shape).length()
        if share < (LEAST_BROKEN if tone is Tone.POSSIBLE else LEAST_LINE):
            faint[shape, str(tone)] = round(share, 2)
    assert faint == {}
