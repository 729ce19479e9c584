"""Lint of a plate: the strict SVG profile, unique ids, a good hand's node counts."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from tools.plate.dress import sheet_of
from tools.plate.muscle import from_attributes
from tools.plate.path import subpaths
from tools.plate.plate import KEPT, SVG, muscles, tag
from tools.plate.tendon import clears_teeth

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

ELEMENTS = {"svg", "g", "path", "linearGradient", "radialGradient", "stop", "title", "desc", "defs"}
ATTRIBUTES = {
    "id", "class", "display", "d", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width",
    "stroke-opacity", "stroke-linejoin", "stroke-linecap", "opacity", "x1", "y1", "x2", "y2", "cx", "cy",
    "r", "fx", "fy", "gradientUnits", "offset", "stop-color", "stop-opacity", "viewBox", "width", "height",
}  # fmt: skip
COLOUR = re.compile(r"none|#[0-9a-f]{6}|url\(#[\w-]+\)")
DATA = re.compile(r"[MLCZmlcz0-9 .,\-]*")
"""Decoration, which nobody edits, may go in steps."""
PLAIN = re.compile(r"[MLCZ0-9 .,\-]*")
FEWEST, MOST = 8, 30


def check(path: Path) -> list[str]:
    """Everything in a plate that its profile does not allow."""
    root = ElementTree.parse(path).getroot()
    faults = [fault for element in root.iter() for fault in _element(element)]
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    faults += [f"{name}: id used {count} times" for name, count in ids.items() if count > 1]
    for group, home in muscles(root):
        faults += _muscle(group, home)
    return faults


def _element(element: Element) -> list[str]:
    name, who = tag(element), element.get("id") or tag(element)
    faults = [] if name in ELEMENTS else [f"{who}: element {name} is not allowed"]
    for key, value in element.attrib.items():
        if key not in ATTRIBUTES | KEPT and not key.startswith("data-"):
            faults.append(f"{who}: attribute {key} is not allowed")
        if key in ("fill", "stroke", "stop-color") and not COLOUR.fullmatch(value):
            faults.append(f"{who}: colour {value} is not #rrggbb")
    drawn = "body" in element.get("class", "").split() or element.get("id")
    if not (PLAIN if drawn else DATA).fullmatch(element.get("d", "")):
        faults.append(f"{who}: path data may hold only {'absolute ' if drawn else ''}M L C Z")
    return faults


def _muscle(group: Element, home: str) -> list[str]:
    name = group.get("id", "")
    bodies = [path for path in group.findall(f"{SVG}path") if path.get("class") == "body"]
    if len(bodies) != 1:
        return [f"{name}: needs one body path"]
    if group.get("data-bundles") and not any(child.get("class") == "guides" for child in group):
        return [f"{name}: needs a group of guides"]
    count = sum(len(chain) for chain in subpaths(bodies[0].get("d", "")))
    faults = [] if FEWEST <= count <= MOST else [f"{name}: {count} segments, not {FEWEST} to {MOST}"]
    if group.get("data-bundles") and not clears_teeth(from_attributes(group.attrib, home), sheet_of(group)):
        faults.append(f"{name}: its tendon would show teeth; use fewer fingers")
    return faults
