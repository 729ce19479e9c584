"""Skin tones and ways of printing: only colours change, and only where they should."""

import re
from colorsys import rgb_to_hls
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from bodymap.ui.drawing import Drawing
from bodymap.ui.inks import PAINTED, PLAIN, PRINTS, SKIN_LAYERS, SKINS, Inks
from bodymap.ui.picture import Order, paint

DARK = Inks("dark")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b")
DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
<defs>
 <linearGradient id="skin-front"><stop stop-color="#f0d0b8"/></linearGradient>
 <radialGradient id="skin-iris"><stop stop-color="#5a4030"/></radialGradient>
 <linearGradient id="skin-eyeball"><stop stop-color="#ffffff"/></linearGradient>
 <linearGradient id="skin-teeth"><stop stop-color="#f8f4e8"/></linearGradient>
 <linearGradient id="flesh"><stop stop-color="#b3483c"/></linearGradient>
</defs>
<g id="layer-skin"><path id="a" fill="#f0d0b8" stroke="#806050"/><path id="b" fill="url(#skin-front)"/></g>
<g id="layer-cover"><g><path id="c" fill="#f0d0b8"/></g></g>
<g id="layer-surface"><path id="m" fill="#b3483c" stroke="none"/></g>
</svg>"""


def colours(svg):
    """Return the colours of a drawing in order, each by the id of what it belongs to."""
    root = ElementTree.fromstring(svg)
    owned = [(part.get("id"), part) for part in root.iter() if part.get("id")]
    owned += [(owner, child) for owner, part in owned for child in part if child.tag.endswith("stop")]
    painted = [(owner, name, part.get(name, "")) for owner, part in owned for name in PAINTED]
    return [one for one in painted if one[2].startswith("#")]


def light_of(colour):
    return rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))[1]


def spread(svg):
    """Return the lightest and the darkest colour of a drawing."""
    lights = [light_of(colour.decode()) for colour in re.findall(rb"#[0-9a-f]{6}\b", svg)]
    return min(lights), max(lights)


class TestPlain:
    def test_a_drawing_in_its_own_colours_is_not_touched(self, core):
        for plate in core.plates.values():
            assert Inks().turn(plate.svg) is plate.svg

    def test_its_pictures_have_their_own_names_and_all_others_have_others(self):
        keys = {Inks(skin, printing).key for skin in SKINS for printing in PRINTS}
        assert PLAIN.key == ""
        assert len(keys) == len(SKINS) * len(PRINTS)


class TestDarkSkin:
    def test_skin_grows_darker_and_eye_teeth_and_muscle_keep_their_colours(self):
        before, after = colours(DRAWING), colours(DARK.turn(DRAWING))
        changed = {(one[0], one[1]) for one, other in zip(before, after, strict=True) if one[2] != other[2]}
        assert changed == {("skin-front", "stop-color"), ("a", "fill"), ("a", "stroke"), ("c", "fill")}
        for one, other in zip(before, after, strict=True):
            assert light_of(other[2]) <= light_of(one[2])

    def test_what_is_lighter_stays_lighter(self):
        shades = [f"#{value:02x}{value:02x}{value:02x}" for value in range(256)]
        drawn = "".join(f'<path id="s" fill="{shade}"/>' for shade in shades)
        svg = f'<svg xmlns="http://www.w3.org/2000/svg"><g id="layer-skin">{drawn}</g></svg>'.encode()
        lights = [light_of(colour) for _, _, colour in colours(DARK.turn(svg))]
        assert len(lights) == 256
        assert lights == sorted(lights)

    def test_in_the_plates_only_colours_change_and_those_of_skin_alone(self, core):
        for plate in core.plates.values():
            plain = ElementTree.fromstring(plate.svg)
            dark = ElementTree.fromstring(DARK.turn(plate.svg))
            above = {child: parent for parent in plain.iter() for child in parent}
            changed = set()
            for one, other in zip(plain.iter(), dark.iter(), strict=True):
                if one.attrib != other.attrib:
                    assert _uncoloured(one) == _uncoloured(other)
                    changed.add(frozenset(_names(one, above)))
            assert changed, plate.id
            for names in changed:
                assert any(name in SKIN_LAYERS or name.startswith("skin-") for name in names), names
                assert not any(re.match("skin-(eye|iris)|tooth-|muscle-|bone-", name) for name in names)

    @pytest.mark.parametrize("plate", ["front", "side", "back"])
    def test_the_figure_is_darker(self, core, plate, application):
        svg = core.plates[plate].svg
        plain, dark = (mean_light(Inks(skin), svg) for skin in SKINS)
        assert dark < plain - 30

    def test_every_plate_draws_its_skin_where_it_is_looked_for(self, core):
        for plate in ("front", "side", "back"):
            named = {group.get("id") for group in ElementTree.fromstring(core.plates[plate].svg)}
            assert named >= {"layer-skin", "layer-cover"} <= SKIN_LAYERS


class TestPrinting:
    def test_pale_saves_ink_and_leaves_nothing_black(self, core):
        svg = core.plates["mouth"].svg
        darkest, lightest = spread(Inks(printing="pale").turn(svg))
        assert darkest >= 0.33
        assert lightest <= 1.0
        assert spread(svg)[0] < 0.2

    def test_strong_goes_further_both_ways_and_never_beyond_black_and_white(self, core):
        svg = core.plates["mouth"].svg
        turned = Inks(printing="strong").turn(svg)
        assert spread(turned)[0] <= spread(svg)[0]
        assert spread(turned)[1] >= spread(svg)[1]
        assert all(len(colour) == 7 for colour in COLOUR.findall(turned.decode()))

    def test_it_reaches_muscles_too_and_goes_with_either_skin(self):
        both = dict.fromkeys((name, kind) for name, kind, _ in colours(DRAWING))
        pale = colours(Inks(printing="pale").turn(DRAWING))
        assert all(
            one != other for one, other in zip(colours(DRAWING), pale, strict=True) if one[2] != "#ffffff"
        )
        dark = colours(Inks("dark", "pale").turn(DRAWING))
        assert len(both) == len(dark)
        assert dark != pale
        assert [entry for entry in dark if entry[0] == "m"] == [entry for entry in pale if entry[0] == "m"]


@pytest.mark.parametrize("inks", [DARK, Inks(printing="pale"), Inks("dark", "strong")])
def test_a_turned_drawing_can_be_cut_and_painted_as_before(core, application, inks):
    drawing = Drawing(core.plates["side"].svg, inks)
    for what in ("view-skin", "view-deep", "muscle-temporalis-right"):
        image = paint(drawing.text(what, is_mirrored=False), Order(what, 0.1, (0, 0, 100, 130), False))
        assert any(image.constBits()[3::4]), what


def mean_light(inks, svg):
    """Return how light the skin of a figure is painted, 0 to 255."""
    text = Drawing(svg, inks).text("view-skin", is_mirrored=False)
    image = paint(text, Order("view-skin", 0.1, (0, 0, 100, 130), is_mirrored=False))
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    lights = [image.pixelColor(50, y).lightness() for y in range(30, 90)]
    return sum(lights) / len(lights)


def _names(element, above):
    """Return the ids of an element and of all that it lies in."""
    while element is not None:
        if element.get("id"):
            yield element.get("id")
        element = above.get(element)


def _uncoloured(element):
    return {name: value for name, value in element.attrib.items() if not COLOUR.fullmatch(value)}
