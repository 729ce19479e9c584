"""A plate as a tree: read, put in order, write the same bytes every time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from svgelements import Matrix

from tools.plate.path import moved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SVG = "{http://www.w3.org/2000/svg}"
INKSCAPE = "{http://www.inkscape.org/namespaces/inkscape}"
XLINK = "{http://www.w3.org/1999/xlink}"
PREFIXES = {SVG: "", INKSCAPE: "inkscape:", XLINK: "xlink:"}
KEPT = {f"{INKSCAPE}groupmode", f"{INKSCAPE}label", f"{XLINK}href"}
LAYERS = {
    "skin": "Skin", "mouth": "Inside of the mouth", "behind": "Muscles behind the bones", "bone": "Bone",
    "deep": "Deep muscles", "jaw": "Outer bones", "joint": "Jaw joint", "surface": "Surface muscles",
    "cover": "Whole skin", "features": "Features", "danger": "Danger zones", "regions": "Regions",
    "points": "Trigger points",
}  # fmt: skip
EDITED = {"body", "guides"}
ABSOLUTE = re.compile(r"[MLCZ0-9 .,\-]*")
EDITOR_ID = re.compile(r"[A-Za-z]+[0-9][0-9-]*")
"""An id that a drawing program made up, such as path7858."""
USES = re.compile(r"(?:url\()?#([\w-]+)\)?")
HIDDEN = {"joint", "cover", "danger", "regions", "points"}
FIBROUS = {"muscle", "fascia"}
CREDIT = (
    "Drawn for Bodymap, CC BY-SA 4.0. Proportions measured on BodyParts3D, (c) The Database Center "
    "for Life Science, CC BY-SA 2.1 Japan, and on Z-Anatomy, CC BY-SA 4.0."
)


def blank(title: str) -> Element:
    """A page with nothing on it but its layers."""
    root = Element(f"{SVG}svg", {"viewBox": "0 0 1000 1300", "width": "1000", "height": "1300"})
    ElementTree.SubElement(root, f"{SVG}title").text = title
    ElementTree.SubElement(root, f"{SVG}desc").text = CREDIT
    ElementTree.SubElement(root, f"{SVG}defs")
    for name in LAYERS:
        layer(root, name)
    return root


def layer(root: Element, name: str) -> Element:
    """The group of a layer, made in its place if it is not there yet."""
    for group in root.findall(f"{SVG}g"):
        if group.get("id") == f"layer-{name}":
            return group
    attributes = {"id": f"layer-{name}", f"{INKSCAPE}groupmode": "layer", f"{INKSCAPE}label": LAYERS[name]}
    if name in HIDDEN:
        attributes["display"] = "none"
    group = Element(f"{SVG}g", attributes)
    root.append(group)
    ranks = {f"layer-{key}": place for place, key in enumerate(LAYERS)}
    root[:] = sorted(root, key=lambda child: ranks.get(child.get("id", ""), -1))
    return group


def read(path: Path) -> Element:
    """A plate with foreign elements, style strings and transforms turned into plain ones."""
    root = ElementTree.parse(path).getroot()
    _plain(root)
    _fold(root, "")
    return root


def write(root: Element, path: Path) -> None:
    """Write a plate, one element a line, all at once."""
    names = {f":{prefix}".rstrip(":"): uri.strip("{}") for uri, prefix in PREFIXES.items()}
    spaces = "".join(f' xmlns{name}="{uri}"' for name, uri in names.items())
    _purge(root)
    lines = list(_lines(root, 0, spaces))
    new = path.with_name(f".{path.name}.new")
    new.write_text('<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n", encoding="utf-8")
    new.replace(path)


def muscles(root: Element) -> Iterator[tuple[Element, str]]:
    """Every group that is drawn as fibres, muscle or fascia, with the name of its layer."""
    for group in root.findall(f"{SVG}g"):
        for child in group.iter(f"{SVG}g"):
            if FIBROUS & set(child.get("class", "").split()):
                yield child, group.get("id", "").removeprefix("layer-")


def tag(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.removeprefix(SVG)


def _plain(element: Element) -> None:
    for word in element.attrib.pop("style", "").split(";"):
        if ":" in word:
            key, value = word.split(":", 1)
            element.set(key.strip(), value.strip())
    for key in [key for key in element.attrib if key.startswith("{") and key not in KEPT]:
        del element.attrib[key]
    element.attrib.pop("version", None)
    if EDITOR_ID.fullmatch(element.get("id", "")) and not tag(element).endswith("Gradient"):
        del element.attrib["id"]
    for child in list(element):
        if not isinstance(child.tag, str) or not child.tag.startswith(SVG):
            element.remove(child)
        else:
            _plain(child)


def _fold(element: Element, outer: str, *, is_edited: bool = False) -> None:
    """Fold transforms into paths, and say those that a person edits in absolute steps."""
    own = element.attrib.pop("transform", "") if tag(element) in ("g", "path") else ""
    matrix = f"{outer} {own}".strip()
    is_edited = is_edited or bool(EDITED & set(element.get("class", "").split()))
    data = element.get("d", "")
    is_relative = not ABSOLUTE.fullmatch(data) and (is_edited or element.get("id") is not None)
    if tag(element) == "path" and (matrix or is_relative):
        element.set("d", moved(data, Matrix(matrix)))
    for child in element:
        _fold(child, matrix, is_edited=is_edited)


def _purge(root: Element) -> None:
    """Take out gradients that nothing uses any more, and those that only these used."""
    defs = next(root.iter(f"{SVG}defs"), None)
    count = -1
    while defs is not None and len(defs) != count:
        count = len(defs)
        used = {
            name
            for element in root.iter()
            for value in element.attrib.values()
            for name in USES.findall(value)
        }
        defs[:] = [item for item in defs if item.get("id") in used]


def _lines(element: Element, depth: int, spaces: str = "") -> Iterator[str]:
    name, pad = tag(element), " " * depth
    attributes = "".join(f" {_short(key)}={quoteattr(value)}" for key, value in element.attrib.items())
    text = escape((element.text or "").strip())
    head = f"{pad}<{name}{spaces}{attributes}"
    if not len(element):
        yield f"{head}>{text}</{name}>" if text else f"{head}/>"
        return
    yield f"{head}>"
    for child in element:
        yield from _lines(child, depth + 1)
    yield f"{pad}</{name}>"


def _short(key: str) -> str:
    for uri, prefix in PREFIXES.items():
        key = key.replace(uri, prefix)
    return key
