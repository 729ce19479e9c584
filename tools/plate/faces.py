"""Regions that tile the skin: an edge graph in, path data out.

Every boundary between two regions is drawn once and shared by both, so
neighbours can neither overlap nor drift apart. The outer boundaries are
slices of the skin outline itself; redraw the skin and they follow.

Of a symmetric plate the author writes one half and says ``mirror: true``.
The twin of a node or edge ``x`` is then ``x~``; a node on the middle line is
its own twin, and so is an edge that the mirror does not change. What ends in
``-right`` gets a twin that ends in ``-left``. A face that ends in ``-mid`` is
written whole, with ``~`` where it runs on the other half, or as the half of
its walk that leads from the middle line to the middle line.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

import numpy as np
import yaml

from tools.plate.curve import Cubics, Points, flatten, spline
from tools.plate.mirror import WIDTH
from tools.plate.mirror import left as _left
from tools.plate.path import cubic_data, number, subpaths
from tools.plate.plate import SVG, layer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

ARM = 6.0
"""Half the width of a trigger point's cross."""
REGION = {"fill": "#6f8fb8", "fill-opacity": ".34"}
BAND = {
    "class": "band",
    "fill": "none",
    "stroke": "#2b1a14",
    "stroke-width": "1.4",
    "stroke-linejoin": "round",
}
POINT = {"fill": "none", "stroke": "#2b1a14", "stroke-width": "2.4", "stroke-linecap": "round"}


@dataclass(frozen=True)
class Graph:
    """What the author wrote: places, edges between them, faces made of edges."""

    nodes: Mapping[str, str]
    skin: Mapping[str, str]
    edges: Mapping[str, str]
    faces: Mapping[str, str]
    zones: Mapping[str, str]
    points: Mapping[str, str]
    bands: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Edge:
    """A boundary with its two nodes and its curve."""

    start: str
    end: str
    cubics: Cubics

    def turned(self) -> Edge:
        """The same boundary, walked the other way."""
        return Edge(self.end, self.start, self.cubics[::-1, ::-1])


def faces(root: Element, graph_file: Path) -> int:
    """Draw a plate's regions and trigger points anew; returns how many there are."""
    shapes = write_faces(graph_file, skin_data(root))
    bands, crosses = write_bands(graph_file), write_points(graph_file)
    regions, points = layer(root, "regions"), layer(root, "points")
    regions[:] = points[:] = []
    _fill(regions, shapes, REGION)
    _fill(points, bands, BAND)
    _fill(points, crosses, POINT)
    return len(shapes) + len(bands) + len(crosses)


def skin_data(root: Element) -> str:
    """Path data of the skin outline of a plate."""
    group = next(item for item in root.iter() if item.get("id") == "outline-skin-mid")
    return next(item.get("d", "") for item in group.iter() if "body" in item.get("class", "").split())


def read_graph(file: Path) -> Graph:
    """The edge graph in a YAML file, with both halves if it says so."""
    written = yaml.safe_load(file.read_text("utf-8"))
    mirrored = written.pop("mirror", False)
    return both(Graph(**written)) if mirrored else Graph(**written)


def both(half: Graph) -> Graph:
    """The whole of a graph of which one half is written."""
    skin = {name: half.skin[name].split() for name in half.skin}
    edges = {name: half.edges[name].split() for name in half.edges}
    nodes = {name: _over(words.split()) for name, words in half.nodes.items()}
    alone = {name for name, words in nodes.items() if words == half.nodes[name].split()}
    far_skin = {name: [_twin(word, alone) for word in words[::-1]] for name, words in skin.items()}
    far_edges = {name: _over(words, alone) for name, words in edges.items()}
    alone |= {name for name, words in skin.items() if far_skin[name] == words}
    alone |= {name for name, words in edges.items() if far_edges[name] in (words, words[::-1])}
    turned = {name for name in alone & set(edges) if far_edges[name] != edges[name]}
    walks = _Walks({**skin, **edges}, alone, set(skin) | turned)
    return Graph(
        nodes={**half.nodes, **_named(nodes, alone)},
        skin={**half.skin, **_named(far_skin, alone)},
        edges={**half.edges, **_named(far_edges, alone)},
        faces={key: " ".join(words) for key, words in walks.faces(half.faces).items()},
        zones=_sides(half.zones),
        points=_sides(half.points),
        bands=_sides(half.bands),
    )


def write_faces(graph_file: Path, skin_path_data: str) -> list[tuple[str, str]]:
    """Ids and path data of all regions: those that tile, then those felt inside."""
    graph = read_graph(graph_file)
    return [*tiles(graph, skin_path_data), *zones(graph)]


def write_points(graph_file: Path) -> list[tuple[str, str]]:
    """Ids and path data of the trigger points, each a cross."""
    return [(name, cross(_point(place))) for name, place in read_graph(graph_file).points.items()]


def write_bands(graph_file: Path) -> list[tuple[str, str]]:
    """Ids and path data of the taut bands in which the trigger points lie."""
    return [
        (name, cubic_data(_closed(words.split()))) for name, words in read_graph(graph_file).bands.items()
    ]


def tiles(graph: Graph, skin_path_data: str) -> list[tuple[str, str]]:
    """Ids and path data of the regions that cover the skin."""
    edges = build_edges(graph, skin_path_data)
    return [(name, cubic_data(face(name, words, edges))) for name, words in graph.faces.items()]


def zones(graph: Graph) -> list[tuple[str, str]]:
    """Ids and path data of the regions felt inside, which lie on top."""
    return [(name, cubic_data(_closed(words.split()))) for name, words in graph.zones.items()]


def cross(centre: Points, arm: float = ARM) -> str:
    """Path data of an X."""
    left, right, top, bottom = (number(v) for v in (*(centre[0] + [-arm, arm]), *(centre[1] + [-arm, arm])))
    return f"M{left} {top}L{right} {bottom}M{right} {top}L{left} {bottom}"


def problems(graph: Graph) -> list[str]:
    """What is wrong with the graph: each inner edge is walked once each way, each outer edge once."""
    walked = Counter(word for words in graph.faces.values() for word in words.split())
    wanted = [*graph.skin, *graph.edges, *(f"-{name}" for name in graph.edges)]
    wrong = [f"{word} is walked {walked[word]} times" for word in wanted if walked[word] != 1]
    return wrong + [f"{word} is no edge" for word in walked if word not in wanted]


def build_edges(graph: Graph, skin_path_data: str) -> dict[str, Edge]:
    """All edges by name, the outer ones cut from the skin."""
    outline = _clockwise(subpaths(skin_path_data)[0])
    hints = {name: text.removeprefix("skin ") for name, text in graph.nodes.items()}
    spots = {name: _spot(outline, _point(hint)) for name, hint in hints.items() if hint != graph.nodes[name]}
    nodes = {name: _point(hint) for name, hint in hints.items()}
    nodes |= {name: _place(outline, spot) for name, spot in spots.items()}
    outer = {name: _outer(words.split(), outline, spots) for name, words in graph.skin.items()}
    return outer | {name: _inner(words.split(), nodes) for name, words in graph.edges.items()}


def face(name: str, words: str, edges: Mapping[str, Edge]) -> Cubics:
    """The closed chain of cubics around a face."""
    walk = [edges[w.removeprefix("-")].turned() if w.startswith("-") else edges[w] for w in words.split()]
    for edge, following in zip(walk, [*walk[1:], walk[0]], strict=True):
        if edge.end != following.start:
            raise ValueError(f"{name}: after {edge.end} comes an edge from {following.start}")
    return np.concatenate([edge.cubics for edge in walk])


def _fill(group: Element, shapes: list[tuple[str, str]], paint: Mapping[str, str]) -> None:
    for name, data in shapes:
        SubElement(group, f"{SVG}path", {"id": name, "d": data, **paint})


@dataclass(frozen=True)
class _Walks:
    """The walks around the faces, and what the mirror makes of them."""

    edges: Mapping[str, list[str]]
    alone: AbstractSet[str]
    turned: AbstractSet[str]
    """Edges whose twin runs the other way: slices of the skin, and what lies across the middle line."""

    def faces(self, half: Mapping[str, str]) -> dict[str, list[str]]:
        found = {}
        for name, text in half.items():
            words = text.split()
            found[name] = words
            if name.endswith("-right"):
                found[_left(name)] = self.over(words)
            elif name.endswith("-mid") and self._end(words[0], 0) != self._end(words[-1], -1):
                found[name] = words + self.over(words)
        return found

    def over(self, words: list[str]) -> list[str]:
        """The walk around the mirror image, clockwise again."""
        return [self._over(word) for word in words[::-1]]

    def _over(self, word: str) -> str:
        back, name = word.startswith("-"), word.removeprefix("-")
        back ^= name.removesuffix("~") not in self.turned
        return ("-" if back else "") + _twin(name, self.alone)

    def _end(self, word: str, end: int) -> str:
        """The node at one end of an edge, as it is walked."""
        back, name = word.startswith("-"), word.removeprefix("-")
        far = name.endswith("~")
        near = self.edges.get(name.removesuffix("~"), [""])
        backwards = back ^ (far and name.removesuffix("~") in self.turned)
        node = near[-1 - end if backwards else end]
        return _twin(node, self.alone) if far else node


def _named(twins: Mapping[str, list[str]], alone: AbstractSet[str]) -> dict[str, str]:
    return {_twin(name, alone): " ".join(words) for name, words in twins.items() if name not in alone}


def _sides(half: Mapping[str, str]) -> dict[str, str]:
    """Shapes, each on the right followed by its twin on the left."""
    found = {}
    for name, text in half.items():
        found[name] = text
        if name.endswith("-right"):
            found[_left(name)] = " ".join(_over(text.split()))
    return found


def _over(words: list[str], alone: AbstractSet[str] = frozenset()) -> list[str]:
    """The words mirrored: places over the middle line, names to their twins."""
    return [
        _place_over(word) if "," in word else word if word == "skin" else _twin(word, alone) for word in words
    ]


def _place_over(word: str) -> str:
    x, y = word.split(",")
    return word if float(x) == WIDTH / 2 else f"{number(WIDTH - float(x), 2)},{y}"


def _twin(name: str, alone: AbstractSet[str]) -> str:
    if name in alone:
        return name
    return name.removesuffix("~") if name.endswith("~") else f"{name}~"


def _point(text: str) -> Points:
    return np.array([float(part) for part in text.rstrip("*").split(",")])


def _closed(words: list[str]) -> Cubics:
    corners = frozenset(i for i, word in enumerate(words) if word.endswith("*"))
    return spline(np.array([_point(word) for word in words]), corners)


def _inner(words: list[str], nodes: Mapping[str, Points]) -> Edge:
    """An edge through its points, from node to node."""
    way = [nodes[words[0]], *(_point(word) for word in words[1:-1]), nodes[words[-1]]]
    return Edge(words[0], words[-1], np.round(spline(np.array(way), closed=False), 1))


def _outer(words: list[str], outline: Cubics, spots: Mapping[str, float]) -> Edge:
    """A slice of the skin, clockwise, from node to node."""
    start, end = words
    return Edge(start, end, np.round(_slice(outline, spots[start], spots[end]), 1))


def _clockwise(outline: Cubics) -> Cubics:
    """A closed outline that runs clockwise as seen on the page."""
    x, y = flatten(outline).T
    turn = float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))
    return outline if turn > 0 else outline[::-1, ::-1]


def _spot(outline: Cubics, near: Points, steps: int = 256) -> float:
    """Where on the outline a point lies: number of the cubic, plus how far along it."""
    away = np.hypot(*(flatten(outline, steps) - near).T)
    return float(np.argmin(away)) / steps


def _place(outline: Cubics, spot: float) -> Points:
    """The point at a spot on the outline, to one decimal as written."""
    index = int(spot) % len(outline)
    place: Points = np.round(_split(outline[index], spot - int(spot))[0][3], 1)
    return place


def _slice(outline: Cubics, start: float, end: float) -> Cubics:
    """The part of a closed outline between two spots."""
    count = len(outline)
    end = end if end > start else end + count
    pieces = []
    for index in range(int(start), int(np.ceil(end))):
        low, high = max(start - index, 0.0), min(end - index, 1.0)
        piece = _split(outline[index % count], high)[0]
        pieces.append(_split(piece, low / high)[1])
    return np.array(pieces)


def _split(cubic: Points, t: float) -> tuple[Points, Points]:
    """A cubic cut in two."""
    rows = [cubic]
    while len(rows[-1]) > 1:
        rows.append((1 - t) * rows[-1][:-1] + t * rows[-1][1:])
    return np.array([row[0] for row in rows]), np.array([row[-1] for row in rows[::-1]])
