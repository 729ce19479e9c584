"""Merge: layers drawn elsewhere come into the plate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.plate.plate import FIBROUS, LAYERS, SVG, layer

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def merge(root: Element, fragment: Element) -> None:
    """Put a fragment's layer groups and gradients in the plate, in place of those of the same id."""
    _defs(root, fragment)
    for group in fragment.findall(f"{SVG}g"):
        name = group.get("id", "").removeprefix("layer-")
        if name not in LAYERS:
            raise ValueError(f"{group.get('id')}: not a layer of a plate")
        home = layer(root, name)
        incoming = list(group)
        known = {child.get("id") for child in incoming if child.get("id")}
        kept = [child for child in home if _stays(child, known)]
        home[:] = sorted([*incoming, *kept], key=lambda child: int(child.get("data-order", "0")))


def _stays(child: Element, known: set[str | None]) -> bool:
    return bool(FIBROUS & set(child.get("class", "").split())) and child.get("id") not in known


def _defs(root: Element, fragment: Element) -> None:
    home = next(root.iter(f"{SVG}defs"))
    incoming = [item for defs in fragment.iter(f"{SVG}defs") for item in defs]
    names = {item.get("id") for item in incoming}
    home[:] = [item for item in home if item.get("id") not in names] + incoming
