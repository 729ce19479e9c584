"""The colours in which a drawing is printed: its own, or turned for another skin tone or another theme.

Geometry is shared; only ``#rrggbb`` values change, and only where a tissue asks for it.
"""

import re
from collections.abc import Callable
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SVG, XLINK, INKSCAPE = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.inkscape.org/namespaces/inkscape",
)
SKINS = ("light", "dark")
PRINTS = ("full", "strong", "pale")
"""How the plate is printed: in its own colours, with more contrast, or saving ink on paper."""
SKIN_LAYERS = frozenset({"layer-skin", "layer-cover", "layer-features"})
NOT_SKIN = re.compile(r"eye|iris|tooth|teeth|scalp-fat")
DEEP_SKIN = ((0.0, 0.03), (0.3, 0.09), (0.55, 0.19), (0.75, 0.29), (0.9, 0.41), (0.96, 0.47), (1.0, 0.62))
"""Lightness (0 to 1) of the light skin, and what it becomes in the dark one."""
MOST_FULL = 0.40
"""The most saturation that dark skin has; pale reds, which are full in numbers only, would turn orange."""
BROWN, HUE_KEPT = 0.062, 0.5
"""The hue to which dark skin tends, 0 to 1, and how much of a colour's distance from it is kept."""
PAINTED = ("fill", "stroke", "stop-color")


@cache
def fetch_trees() -> Any:  # noqa: ANN401 - a module
    """Fetch what reads a whole drawing, which a start in the drawing's own colours does without."""
    trees = import_module("xml.etree.ElementTree")
    for prefix, uri in (("", SVG), ("xlink", XLINK), ("inkscape", INKSCAPE)):
        trees.register_namespace(prefix, uri)
    return trees


@dataclass(frozen=True, slots=True)
class Inks:
    """One choice of colours for all plates: a skin tone, and a way of printing."""

    skin: str = SKINS[0]
    printing: str = PRINTS[0]

    @property
    def key(self) -> str:
        """A short name for files: nothing where the drawing keeps its own colours."""
        return "" if self == PLAIN else f"-{self.skin}-{self.printing}"

    def turn(self, svg: bytes) -> bytes:
        """Return a drawing in these colours."""
        if self == PLAIN:
            return svg
        trees = fetch_trees()
        root = trees.fromstring(svg)
        if self.skin != PLAIN.skin:
            for element in _skin(root):
                _recolour(element, _darken)
        if self.printing != PLAIN.printing:
            turned = _strengthen if self.printing == "strong" else _pale
            for element in root.iter():
                _recolour(element, turned)
        return bytes(trees.tostring(root))


PLAIN = Inks()


def _skin(root: "Element") -> "list[Element]":
    """Find everything that is painted as skin, hair or lips."""
    found: list[Element] = []
    for part in root.iter():
        name = part.get("id", "")
        is_skin = name in SKIN_LAYERS or (name.startswith("skin-") and not NOT_SKIN.search(name))
        if is_skin:
            found += part.iter()
    return list(dict.fromkeys(found))


def _recolour(element: "Element", turned: Callable[[str], str]) -> None:
    for name in PAINTED:
        colour = element.get(name, "")
        if colour.startswith("#"):
            element.set(name, turned(colour))


@cache
def _darken(colour: str) -> str:
    """Return a colour of light skin as it would be in dark skin: browner, with lightness by a curve."""
    hue, light, full = _read(colour)
    for (low, becomes_low), (high, becomes_high) in pairwise(DEEP_SKIN):
        if light <= high:
            share = (light - low) / (high - low)
            hue = BROWN + ((hue + 0.5) % 1 - 0.5 - BROWN) * HUE_KEPT
            return _write(
                hue % 1, becomes_low + share * (becomes_high - becomes_low), min(MOST_FULL, full * 0.62)
            )
    return colour


@cache
def _strengthen(colour: str) -> str:
    """Return a colour further from middle grey, for those who see contrast badly."""
    hue, light, full = _read(colour)
    return _write(hue, min(1.0, max(0.0, 0.52 + (light - 0.52) * 1.35)), min(1.0, full * 1.15))


@cache
def _pale(colour: str) -> str:
    """Return a colour that saves ink and leaves room for what is marked on paper."""
    hue, light, full = _read(colour)
    return _write(hue, 0.34 + light * 0.66, full * 0.45)


def _read(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return rgb_to_hls(red, green, blue)


def _write(hue: float, light: float, full: float) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in hls_to_rgb(hue, light, full))
