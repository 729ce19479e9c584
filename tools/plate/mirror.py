"""Mirror: a symmetric plate's left half made from its right one, outlines mirrored and the light not."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from svgelements import Matrix

from tools.plate.path import moved, number
from tools.plate.plate import FIBROUS, SVG, tag

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

WIDTH = 1000
OVER = Matrix(-1, 0, 0, 1, WIDTH, 0)
WHOLE = ("layer-danger", "layer-joint")
"""Layers whose groups are mirrored with all that is in them, muscle or not."""


def mirror(root: Element) -> int:
    """Make or replace the left twin of every muscle, joint and danger on the right; returns how many.

    A muscle that is dressed comes over with its body and guides only; dress it again. A twin with
    data-keep stays as it is.
    """
    count = 0
    for home in root.findall(f"{SVG}g"):
        for parent, group in list(_right(home, home.get("id") in WHOLE)):
            there = [child for child in parent if child.get("id") == left(group.get("id", ""))]
            if any(child.get("data-keep") for child in there):
                continue
            twin = _twin(root, group)
            for other in there:
                parent.remove(other)
            parent.insert(list(parent).index(group) + 1, twin)
            count += 1
    return count


def left(name: str) -> str:
    """The name of the twin of what is on the right."""
    return f"{name.removesuffix('-right')}-left"


def _right(parent: Element, whole: bool) -> Iterator[tuple[Element, Element]]:  # noqa: FBT001
    """The outermost groups to mirror, each with its parent."""
    for child in parent.findall(f"{SVG}g"):
        wanted = whole or FIBROUS & set(child.get("class", "").split())
        if wanted and child.get("id", "").endswith("-right"):
            yield parent, child
        else:
            yield from _right(child, whole)


def _twin(root: Element, group: Element) -> Element:
    twin = deepcopy(group)
    twin.attrib.pop("data-keep", None)
    if FIBROUS & set(group.get("class", "").split()) and _dressed(group):
        twin[:] = [child for child in twin if child.get("class") in ("body", "guides")]
    for element in twin.iter():
        if element.get("id", "").endswith("-right"):
            element.set("id", left(element.get("id", "")))
        if tag(element) == "path":
            element.set("d", moved(element.get("d", ""), OVER))
        for key in ("fill", "stroke"):
            if element.get(key, "").startswith("url("):
                element.set(key, _paint(root, element.get(key, "")))
    return twin


def _dressed(group: Element) -> bool:
    return bool(group.get("data-bundles")) and not group.get("data-keep")


def _paint(root: Element, paint: str) -> str:
    """The same paint; one that is fixed to the page gets a twin too."""
    name = paint.removeprefix("url(#").removesuffix(")")
    defs = next(root.iter(f"{SVG}defs"))
    for gradient in defs:
        if gradient.get("id") == name and gradient.get("gradientUnits") == "userSpaceOnUse":
            twin = deepcopy(gradient)
            twin.set("id", left(name))
            for key in ("x1", "x2", "cx", "fx"):
                if key in twin.attrib:
                    twin.set(key, number(WIDTH - float(twin.get(key, "0")), 2))
            defs[:] = [child for child in defs if child.get("id") != left(name)]
            defs.append(twin)
            return f"url(#{left(name)})"
    return paint
