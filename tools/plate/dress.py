"""Dress a plate: all decoration of all muscles, made anew from bodies and guides."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

import numpy as np

from tools.plate import brush, fade, tendon
from tools.plate.brush import Stroke
from tools.plate.curve import flatten
from tools.plate.fibre import Loft, loft
from tools.plate.muscle import FASCIA, LIGHT, Spec, from_attributes
from tools.plate.path import area, moved, number, subpaths, terse
from tools.plate.plate import SVG, layer, muscles

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from tools.plate.draft import Draft

PAINTS = {
    "chew": ("#c65346", "#ab3f36", "#812824"),
    "neck": ("#c05a46", "#a64738", "#80312a"),
    "neckdeep": ("#a04839", "#8a3a30", "#6d2b26"),
    "chewdeep": ("#a8493d", "#903930", "#6e2823"),
    "face": ("#d8876f", "#c6705a", "#a65243"),
    FASCIA: ("#f8f1e6", "#efe4d6", "#dfd0bf"),
}
TONES = (("#ffd2bd", "#6b1512", "#5a1512", "#560d0c"), ("#fffdf8", "#b39a80", "#a08562", "#ac9478"))
"""Light fibres, fine dark fibres, contour and furrows: of muscle, of fascia."""
GUIDE = {"fill": "none", "stroke": "#2b6fb3"}
THIN = 0.6


def put(root: Element, draft: Draft) -> None:
    """Add a drafted muscle to its layer, or replace its body and guides."""
    for group, _ in list(muscles(root)):
        if group.get("id") == draft.spec.id:
            _remove(root, group)
    home = layer(root, draft.spec.layer)
    group = SubElement(home, f"{SVG}g", draft.spec.attributes())
    SubElement(group, f"{SVG}path", {"class": "body", "d": draft.body})
    guides = SubElement(group, f"{SVG}g", {"class": "guides", "display": "none"} | GUIDE)
    for data in draft.guides:
        SubElement(guides, f"{SVG}path", {"d": data})
    for data in draft.fades:
        SubElement(guides, f"{SVG}path", {"class": "fade", "d": data, "stroke": "#2f9e6a"})
    home[:] = sorted(home, key=lambda child: int(child.get("data-order", "0")))


def dress(root: Element) -> int:
    """Make the decoration of every muscle that asks for it; returns how many were dressed."""
    light = light_of(root)
    _paints(root, light)
    ground = _ground(root)
    count = 0
    for group, home in list(muscles(root)):
        if group.get("data-bundles") and not group.get("data-keep"):
            _dress(group, replace(from_attributes(group.attrib, home), light=light), home, ground)
            count += 1
    return count


def light_of(root: Element) -> tuple[float, float]:
    """Where the light of a plate comes from: ``data-light="x,y"`` on the page, or the upper right."""
    words = root.get("data-light", "").split(",")
    return (float(words[0]), float(words[1])) if len(words) > 1 else LIGHT


def sheet_of(group: Element) -> Loft:
    """The fibres of a muscle group, from its body and guides."""
    guides = [flatten(subpaths(path.get("d", ""))[0]) for path in _guides(group)]
    return loft(guides, area(_body(group).get("d", "")))


def _dress(group: Element, spec: Spec, home: str, ground: BaseGeometry | None) -> None:
    body, guides = _body(group), next(g for g in group.findall(f"{SVG}g") if g.get("class") == "guides")
    calm = 0.7 if home == "deep" else 1.0
    data = body.get("d", "")
    shape, sheet, fading = area(data), sheet_of(group), _fading(group)
    thin = spec.opacity < THIN
    group[:] = []
    if not thin and not spec.flat:
        _shades(group, "shade", brush.shadow(shape, ground, 3 if shape.area < 12000 else 4, spec.light))
    if not thin:
        left = data if fading is None else fade.outline(shape.difference(fading.buffer(spec.reach * 0.4)))
        group.append(_contour(left, 0.45 if spec.flat else 0.9, spec.light))
    body.attrib = _body_paint(data, spec, home)
    group.append(body)
    if thin and fading is not None:
        _veil(group, body, fade.veil(shape, fading, spec.reach, spec.opacity))
    if not thin:
        _shades(group, "shade", brush.volume(shape, calm * (0.8 if spec.flat else 1), spec.light))
    _fibres(group, spec, sheet, calm * (0.75 if thin else 1))
    if not thin and fading is not None:
        sunk = fade.sinking(shape, fading, spec.reach)
        _shades(group, "shade", [Stroke(layer, PAINTS[FASCIA][1], 0.1) for layer in sunk])
    line = data if fading is None else fade.edges(shape, fading, spec.reach * 0.6)
    group.append(_line(line, spec, 0.5 if thin else 0.8))
    _finish(group, body, guides)


def _finish(group: Element, body: Element, guides: Element) -> None:
    """Decoration in fewer bytes, the body as it was drawn, and guides whose paint stands in their group."""
    for path in group.iter(f"{SVG}path"):
        if path is not body:
            path.set("d", terse(path.get("d", "")))
    guides.attrib |= GUIDE
    for path in guides:
        path.attrib = {key: value for key, value in path.attrib.items() if GUIDE.get(key) != value}
    group.append(guides)


def _veil(group: Element, body: Element, found: tuple[float, list[str]]) -> None:
    opacity, layers = found
    body.set("fill-opacity", number(float(body.get("fill-opacity", "1")) * fade.BARE, 3))
    paint = {"class": "shade", "fill": body.get("fill", ""), "fill-opacity": number(opacity, 3)}
    shade = SubElement(group, f"{SVG}g", paint)
    for data in layers:
        SubElement(shade, f"{SVG}path", {"d": data})


def _ground(root: Element) -> BaseGeometry | None:
    """The area of the skin, where shadows may fall."""
    skins = [item for item in root.iter(f"{SVG}g") if item.get("id") == "outline-skin-mid"]
    bodies = [
        path for skin in skins for path in skin.iter(f"{SVG}path") if "body" in path.get("class", "").split()
    ]
    return area(bodies[0].get("d", "")).buffer(-1.5) if bodies else None


def _fibres(group: Element, spec: Spec, sheet: Loft, calm: float) -> None:
    random = Random(spec.seed)
    body = sheet.body.buffer(1)
    if spec.opacity >= THIN:
        _shades(group, "shade", brush.fascicles(sheet, spec, random, calm))
    for end in spec.tendons:
        _shades(group, "shade tendon", tendon.base(sheet, end, body, random))
        _shades(group, "shade tendon", tendon.petals(sheet, end, random))
        for stroke in tendon.fingers(sheet, end, random):
            _add(group, "fibre tendon", stroke)
        _add(group, "fibre tendon", Stroke(tendon.threads(sheet, end, random), tendon.LINE, 0.4))
    furrows, banks = brush.furrows(sheet, spec, random)
    dark, light = brush.hairs(sheet, spec, random)
    lit, fine, _, deep = TONES[spec.group == FASCIA]
    _add(group, "fibre", Stroke(banks + light, lit, 0.36 * calm))
    _add(group, "fibre", Stroke(dark, fine, 0.36 * calm))
    _add(group, "fibre", Stroke(furrows, deep, 0.50 * calm))


def _shades(group: Element, kind: str, strokes: list[Stroke]) -> None:
    strokes = [stroke for stroke in strokes if stroke.data]
    if strokes:
        paint = {"fill": strokes[0].colour, "fill-opacity": number(strokes[0].opacity, 3)}
        shade = SubElement(group, f"{SVG}g", {"class": kind} | paint)
        for stroke in strokes:
            SubElement(shade, f"{SVG}path", {"d": stroke.data} | _differs(stroke, paint))


def _add(group: Element, kind: str, stroke: Stroke) -> None:
    if not stroke.data:
        return
    paint = {"fill": stroke.colour, "fill-opacity": number(stroke.opacity, 3)}
    SubElement(group, f"{SVG}path", {"class": kind, "d": stroke.data} | paint)


def _differs(stroke: Stroke, paint: dict[str, str]) -> dict[str, str]:
    own = {"fill": stroke.colour, "fill-opacity": number(stroke.opacity, 3)}
    return {key: value for key, value in own.items() if paint[key] != value}


def _contour(data: str, opacity: float, light: tuple[float, float]) -> Element:
    x, y = (-0.95 * way for way in light)
    return Element(f"{SVG}path", {
        "class": "edge shade", "d": moved(data, f"translate({x:.3f},{y:.3f})"), "fill": "#4f100e",
        "fill-opacity": number(opacity, 2), "fill-rule": "evenodd", "stroke": "#4f100e",
        "stroke-width": "0.7", "stroke-opacity": number(opacity, 2), "stroke-linejoin": "round",
    })  # fmt: skip


def _line(data: str, spec: Spec, opacity: float) -> Element:
    colour = TONES[spec.group == FASCIA][2]
    return Element(f"{SVG}path", {
        "class": "edge shade", "d": data, "fill": "none", "stroke": colour, "stroke-width": "0.6",
        "stroke-opacity": number(opacity), "stroke-linejoin": "round",
    })  # fmt: skip


def _body_paint(data: str, spec: Spec, home: str) -> dict[str, str]:
    paint = f"{spec.group}deep" if home == "deep" and f"{spec.group}deep" in PAINTS else spec.group
    attributes = {"class": "body", "d": data, "fill": f"url(#paint-{paint})"}
    if data.count("M") > 1:
        attributes["fill-rule"] = "evenodd"
    if spec.opacity < 1:
        attributes["fill-opacity"] = number(spec.opacity, 2)
    return attributes


def _paints(root: Element, light: tuple[float, float]) -> None:
    """Make the gradients of all groups, from the side of the light to the other."""
    defs = next(root.iter(f"{SVG}defs"))
    lit, dark = ("0.85", "0.15") if light[0] > 0 else ("0.15", "0.85")
    for name, colours in PAINTS.items():
        paint = next((child for child in defs if child.get("id") == f"paint-{name}"), None)
        if paint is None:
            paint = SubElement(defs, f"{SVG}linearGradient")
        paint.attrib = {"id": f"paint-{name}", "x1": lit, "y1": "0", "x2": dark, "y2": "1"}
        paint[:] = []
        for offset, colour in zip(np.linspace(0, 1, 3), colours, strict=True):
            SubElement(paint, f"{SVG}stop", {"offset": number(offset), "stop-color": colour})


def _body(group: Element) -> Element:
    return next(path for path in group.findall(f"{SVG}path") if path.get("class") == "body")


def _guides(group: Element) -> list[Element]:
    guides = next(child for child in group.findall(f"{SVG}g") if child.get("class") == "guides")
    return [path for path in guides.findall(f"{SVG}path") if path.get("class") != "fade"]


def _fading(group: Element) -> BaseGeometry | None:
    """The lines along which a muscle fades, if a person drew any."""
    guides = next(child for child in group.findall(f"{SVG}g") if child.get("class") == "guides")
    found = [path for path in guides.findall(f"{SVG}path") if path.get("class") == "fade"]
    return fade.lines_of([flatten(subpaths(path.get("d", ""))[0]) for path in found])


def _remove(root: Element, group: Element) -> None:
    parent = next(element for element in root.iter() if group in list(element))
    parent.remove(group)
