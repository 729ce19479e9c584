"""Traces the exact outlines of a drawing.

Qt's own SVG parser gives them: a paint engine that keeps what it is asked to
draw (see the ADR on pressable shapes). A start that finds them kept does
without this module.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from xml.etree import ElementTree

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from bodymap.anatomy.plate import PAGE_HEIGHT, PAGE_WIDTH, Kind, ShapeId, read_shape
from bodymap.ui.recording import play
from bodymap.ui.shapes import BEHIND, Outline, Outlines

SVG = "{http://www.w3.org/2000/svg}"
HIDING = frozenset({Kind.MUSCLE, Kind.BONE, Kind.CARTILAGE})
DECORATION = frozenset({"shade", "fibre", "guides", "edge"})


def trace(svg: bytes) -> Outlines:
    """Return the outlines of everything with a meaning in a drawing, and of the skin."""
    named = list(_named_paths(ElementTree.fromstring(svg)))
    recorded = _record(_plain_drawing([one.data for one in named]))
    if len(recorded) != len(named):
        raise ValueError(
            f"the drawing has {len(named)} named shapes, but {len(recorded)} of them can be drawn"
        )
    found: dict[ShapeId, Outline] = {}
    skin = QPainterPath()
    for one, path in zip(named, recorded, strict=True):
        shape = read_shape(one.id)
        if shape is None:
            skin = path
        else:
            found[one.id] = Outline(one.id, shape.kind, one.layer, path, path.boundingRect())
    hiding = [found[one.id].path for one in named if one.id in found and one.is_solid and one.layer != BEHIND]
    return Outlines({name: _as_seen(outline, hiding) for name, outline in found.items()}, skin)


def _as_seen(outline: Outline, hiding: Iterable[QPainterPath]) -> Outline:
    """Return the outline, for what lies behind the head without all that head and neck hide of it."""
    if outline.layer != BEHIND:
        return outline
    cover = QPainterPath()
    cover.setFillRule(Qt.FillRule.WindingFill)
    for other in hiding:
        if other.boundingRect().intersects(outline.bounds):
            cover.addPath(other)
    path = outline.path.subtracted(cover)
    pieces = [QPainterPath() for _ in path.toSubpathPolygons()]
    for piece, polygon in zip(pieces, path.toSubpathPolygons(), strict=True):
        piece.addPolygon(polygon)
    largest = max(pieces, key=_extent, default=path)
    return replace(outline, path=largest, bounds=largest.boundingRect())


def _extent(path: QPainterPath) -> float:
    return path.boundingRect().width() * path.boundingRect().height()


@dataclass(frozen=True)
class _Named:
    """A shape as it stands in the drawing."""

    id: ShapeId
    layer: str
    data: str
    is_solid: bool
    """Whether it hides what lies behind it: muscle, bone or cartilage, and no thin sheet."""


def _named_paths(root: ElementTree.Element) -> Iterator[_Named]:
    """Find every shape with a meaning, and the skin."""
    for layer in root.findall(f"{SVG}g"):
        for element in layer.iter():
            name = element.get("id", "")
            shape = read_shape(name)
            if name == "outline-skin-mid" or shape:
                data = " ".join(_bodies(element))
                is_solid = bool(shape and shape.kind in HIDING and not element.get("data-opacity"))
                if data:
                    yield _Named(ShapeId(name), layer.get("id", ""), data, is_solid)


def _bodies(element: ElementTree.Element) -> Iterator[str]:
    """Find the path data that make up a shape, its decoration left out."""
    if DECORATION & set(element.get("class", "").split()):
        return
    if element.tag == f"{SVG}path" and element.get("d"):
        yield str(element.get("d"))
    for child in element:
        yield from _bodies(child)


def _plain_drawing(paths: list[str]) -> bytes:
    """Write a drawing of nothing but filled paths, so that each is one call to the paint engine."""
    drawn = "".join(f'<path d="{data}" fill="#000000" fill-rule="evenodd"/>' for data in paths)
    frame = f"0 0 {PAGE_WIDTH} {PAGE_HEIGHT}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{frame}">{drawn}</svg>'.encode()


def _record(svg: bytes) -> list[QPainterPath]:
    """Return the outline of each path of a drawing, in order."""
    paths: list[QPainterPath] = []
    play(svg, lambda painter, path: paths.append(painter.worldTransform().map(path)))
    return paths
