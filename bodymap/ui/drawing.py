"""The text of a drawing, cut into what is painted by itself: its views, and single shapes.

A view is a stack of the drawing's layers; it is made by changing the text, which takes far less than to read
all of it (see the ADR on the skin as a layer).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from bodymap.anatomy.plate import PAGE_HEIGHT, PAGE_WIDTH
from bodymap.ui.cutting import Cutter
from bodymap.ui.inks import PLAIN, SVG, Inks, fetch_trees

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MIRROR = f"matrix(-1 0 0 1 {PAGE_WIDTH} 0)"


@dataclass(frozen=True)
class Stack:
    """Which layers of a drawing a view hides, lets shine through, or shows though the file hides them."""

    hidden: frozenset[str] = frozenset()
    clear: Mapping[str, str] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()


def _layers(*names: str) -> frozenset[str]:
    return frozenset(f"layer-{name}" for name in names)


UNSEEN = _layers("joint", "cover", "danger", "regions", "points")
"""What the file itself hides; it need not even be read."""
WHOLE = Stack(UNSEEN)
COVERED = Stack(
    UNSEEN - _layers("cover") | _layers("behind", "bone", "deep", "jaw", "surface"), {}, _layers("cover")
)
PEELED = _layers("behind", "surface")
BARE = _layers("behind", "surface", "deep")
JOINT = _layers("joint")
STACKS: Mapping[str, Stack] = {
    "view-skin": COVERED,
    "thumb-skin": COVERED,
    "view-surface": WHOLE,
    "view-deep": Stack(UNSEEN | PEELED, {"layer-jaw": "0.5", "layer-features": "0.35"}),
    "view-deep-open": Stack(UNSEEN - JOINT | PEELED, {"layer-jaw": "0.32", "layer-features": "0.2"}, JOINT),
    "view-bone": Stack(UNSEEN | BARE, {"layer-features": "0.25"}),
    "view-bone-open": Stack(UNSEEN - JOINT | BARE, {"layer-jaw": "0.3", "layer-features": "0.15"}, JOINT),
    "view-danger": Stack(
        UNSEEN - _layers("danger") | BARE | _layers("skin", "mouth", "bone", "jaw", "features"),
        {},
        _layers("danger"),
    ),
}
"""Every view of a plate, by the name under which it is ordered."""


class Drawing:
    """The text of a drawing, cut into what is painted by itself."""

    def __init__(self, svg: bytes, inks: Inks = PLAIN) -> None:
        self._own = svg
        self._inks = inks

    @cached_property
    def _svg(self) -> bytes:
        return self._inks.turn(self._own)

    @cached_property
    def _cutter(self) -> Cutter:
        return Cutter(self._svg)

    @cached_property
    def _root(self) -> "Element":
        root: Element = fetch_trees().fromstring(self._svg)
        return root

    def text(self, what: str, *, is_mirrored: bool) -> bytes:
        """Return the SVG of a view of the plate (one of ``STACKS``) or of one shape alone."""
        if not is_mirrored and (cut := self._cut(what)):
            return cut
        trees = fetch_trees()
        page = trees.Element(f"{{{SVG}}}svg", {"viewBox": f"0 0 {PAGE_WIDTH} {PAGE_HEIGHT}"})
        page.extend(self._root.findall(f"{{{SVG}}}defs"))
        group = trees.SubElement(page, f"{{{SVG}}}g", {"transform": MIRROR} if is_mirrored else {})
        group.extend(_opened(self._root, what, self._stack(what)))
        return bytes(trees.tostring(page))

    def _cut(self, what: str) -> bytes | None:
        stack = self._stack(what)
        if stack is None:
            return self._cutter.cut(what)
        return self._cutter.opened(stack.hidden, stack.clear, stack.shown)

    def _stack(self, what: str) -> Stack | None:
        """Return how a view is stacked; a skin that was never drawn hides nothing."""
        stack = STACKS.get(what)
        return WHOLE if stack is COVERED and not self._cutter.holds("layer-cover") else stack


def _opened(root: "Element", what: str, stack: Stack | None) -> "Iterator[Element]":
    """Find the groups of a view as they are in it, or of one shape."""
    if stack is None:
        found = next((part for part in root.iter() if part.get("id") == what), None)
        return iter([] if found is None else [found])
    groups = (group for group in root.findall(f"{{{SVG}}}g") if group.get("id") not in stack.hidden)
    return (_as_in(stack, group) for group in groups)


def _as_in(stack: Stack, group: "Element") -> "Element":
    """Return a layer as it is in a view: see-through, or shown though the file hides it."""
    name, changed = group.get("id", ""), dict(group.attrib)
    if name in stack.clear:
        changed["opacity"] = stack.clear[name]
    if name in stack.shown:
        changed.pop("display", None)
    if changed == group.attrib:
        return group
    other: Element = fetch_trees().Element(group.tag, changed)
    other.extend(group)
    return other
