"""A drawing for paper: flat inks, no soft light, every line a filled path; small, and sharp at any size.

Qt writes gradients and see-through groups into a PDF as many objects or as pictures; here are none.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen

from bodymap.anatomy.plate import Plate
from bodymap.ui.drawing import Drawing
from bodymap.ui.inks import SVG, XLINK, fetch_trees
from bodymap.ui.recording import play

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

FAINTEST = 0.03
"""Below this opacity nobody sees an ink."""
MOST_KEPT = 16
"""How many engravings are kept: a few plates, and the muscles that were drawn last."""
STALE = "#000000"
"""The pen that Qt hands along where a shape has no line; no drawing has a line as black."""


@dataclass(frozen=True)
class Mark:
    """One filled path of a drawing, in units of its page."""

    path: QPainterPath
    ink: QColor


def engrave(plate: Plate, what: str) -> tuple[Mark, ...]:
    """Return a view of a plate, or one of its shapes, as marks from the lowest to the topmost."""
    return _engrave(plate.svg, what)


@lru_cache(maxsize=MOST_KEPT)
def _engrave(own: bytes, what: str) -> tuple[Mark, ...]:
    plate = _Plate()
    play(flatten(Drawing(own).text(what, is_mirrored=False)), plate.take)
    return tuple(mark for mark in plate.marks if mark.ink.alphaF() >= FAINTEST)


def flatten(svg: bytes) -> bytes:
    """Return a drawing in flat inks: what fades is left out, and groups hand their opacity down."""
    root = fetch_trees().fromstring(svg)
    stops = _stops(root)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == f"{{{SVG}}}defs" or not _is_flat(child, stops):
                parent.remove(child)
    for group in list(root.iter(f"{{{SVG}}}g")):
        opacity = float(group.attrib.pop("opacity", "1"))
        for child in group if opacity < 1 else ():
            child.set("opacity", f"{float(child.get('opacity', '1')) * opacity:.3f}")
    return bytes(fetch_trees().tostring(root))


def _stops(root: "Element") -> "Mapping[str, list[Element]]":
    """Return the stops of every gradient."""
    gradients = [one for one in root.iter() if one.tag.endswith("Gradient")]
    own = {one.get("id", ""): one.findall(f"{{{SVG}}}stop") for one in gradients}
    borrowed = {one.get("id", ""): one.get(f"{{{XLINK}}}href", "")[1:] for one in gradients}
    return {name: stops or own.get(borrowed[name], []) for name, stops in own.items()}


def _is_flat(element: "Element", stops: "Mapping[str, list[Element]]") -> bool:
    """Give an element flat inks for its gradients; say whether it has any, or was soft light alone."""
    for name in ("fill", "stroke"):
        paint = element.get(name, "")
        if paint.startswith("url("):
            found = stops.get(paint[5:-1], [])
            if not found or any(float(stop.get("stop-opacity", "1")) < 1 for stop in found):
                return False
            element.set(name, found[len(found) // 2].get("stop-color", ""))
    return True


class _Plate:
    """Keeps what is filled and drawn, mapped to the page."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []

    def take(self, painter: QPainter, path: QPainterPath) -> None:
        """Keep the ground of a path and its line, as far as it has them."""
        brush, pen = painter.brush(), painter.pen()
        if brush.style() is not Qt.BrushStyle.NoBrush:
            self._keep(painter, path, brush.color())
        if pen.style() is not Qt.PenStyle.NoPen and pen.color().name() != STALE:
            self._keep(painter, _line(path, pen), pen.color())

    def _keep(self, painter: QPainter, path: QPainterPath, colour: QColor) -> None:
        ink = QColor(colour)
        ink.setAlphaF(colour.alphaF() * painter.opacity())
        self.marks.append(Mark(painter.worldTransform().map(path), ink))


def _line(path: QPainterPath, pen: QPen) -> QPainterPath:
    stroker = QPainterPathStroker(pen)
    stroker.setCurveThreshold(0.5)
    return stroker.createStroke(path)


def whole(path: QPainterPath) -> QPainterPath:
    """Return a path with whole coordinates, which a file writes in few letters."""
    made = QPainterPath()
    made.setFillRule(path.fillRule())
    element, number, count = path.elementAt, 0, path.elementCount()
    while number < count:
        one = element(number)
        if one.isCurveTo():
            two, end = element(number + 1), element(number + 2)
            made.cubicTo(
                *(round(one.x), round(one.y)), *(round(two.x), round(two.y)), *(round(end.x), round(end.y))
            )
            number += 3
            continue
        if one.isMoveTo():
            made.moveTo(round(one.x), round(one.y))
        else:
            made.lineTo(round(one.x), round(one.y))
        number += 1
    return made
