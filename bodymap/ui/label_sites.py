"""How much of each shape can be seen, and the spots in it to which the leader of a name may go.

The shapes are painted into a small picture, each in its own grey, in the order in which they are drawn; what
is left of a shape's grey is what can be seen of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from bodymap.anatomy.plate import ShapeId
from bodymap.ui.label_room import Reach, Spot
from bodymap.ui.shapes import PAGE, Outline

FINE = 2.5
"""Units of the page to a pixel of the small picture."""
MOST_SHAPES = 255
SHEER = ("muscle-platysma-",)
"""Thin sheets, drawn so that what lies beneath them is seen."""
ENOUGH = 0.22
"""The share of a shape that is to be seen if it is to be named."""
BANDS = 10
"""Spots are looked for in so many bands of a shape's height."""
LEAST_BAND = 12.0
GOOD = 14.0
"""A spot this deep in a shape, in units of the page, is as good as one that lies deeper."""
HEIGHT = round(PAGE.height() / FINE)


@dataclass(frozen=True, slots=True)
class Site:
    """What can be seen of a shape: its size, and spots within it; in units of the page."""

    area: float
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a row of the small picture in which one shape is seen."""

    row: int
    start: int
    stop: int


def survey(shapes: Sequence[Outline], named: frozenset[ShapeId]) -> dict[ShapeId, Site]:
    """Return the sites of the named shapes of which enough is seen; shapes are given deepest first."""
    shapes = sorted(shapes[-MOST_SHAPES:], key=lambda shape: not shape.id.startswith(SHEER))
    rows = _rows(_picture([(shape.path, number) for number, shape in enumerate(shapes, 1)]))
    runs: dict[int, list[Run]] = {}
    for number, row in enumerate(rows):
        start = 0
        for grey, same in groupby(row):
            stop = start + sum(1 for _ in same)
            if grey:
                runs.setdefault(grey, []).append(Run(number, start, stop))
            start = stop
    found: dict[ShapeId, Site] = {}
    for number, shape in enumerate(shapes, 1):
        if shape.id in named and number in runs:
            seen = sum(run.stop - run.start for run in runs[number]) * FINE**2
            if shape.id.startswith(SHEER) or seen >= ENOUGH * _area(shape):
                found[shape.id] = Site(seen, tuple(_spots(rows, number, runs[number])))
    return found


def reaches(paths: Iterable[QPainterPath]) -> list[Reach | None]:
    """Return from where to where some shapes reach in each row, of ``FINE`` units, of the page."""
    found: list[Reach | None] = []
    for row in _rows(_picture([(path, 1) for path in paths])):
        start = row.find(1)
        found.append((start * FINE, (row.rfind(1) + 1) * FINE) if start >= 0 else None)
    return found


def _picture(shapes: Sequence[tuple[QPainterPath, int]], part: QRectF = PAGE) -> QImage:
    """Paint shapes, each in its grey, as they lie on some part of the page."""
    size = QSize(round(part.width() / FINE), round(part.height() / FINE)).expandedTo(QSize(1, 1))
    image = QImage(size, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.scale(1 / FINE, 1 / FINE)
    painter.translate(-part.topLeft())
    for path, grey in shapes:
        painter.fillPath(path, QColor(grey, grey, grey))
    painter.end()
    return image


def _rows(image: QImage) -> list[bytes]:
    data, line, width = bytes(image.constBits()), image.bytesPerLine(), image.width()
    return [data[row * line : row * line + width] for row in range(image.height())]


def _area(outline: Outline) -> float:
    """Return the area of the whole shape, as far as it lies on the page, by the same small picture."""
    image = _picture([(outline.path, 1)], outline.bounds.intersected(PAGE))
    return sum(row.count(1) for row in _rows(image)) * FINE**2


def _spots(rows: Sequence[bytes], grey: int, runs: Sequence[Run]) -> Iterator[Spot]:
    """Find in each band of a shape the best spots: towards the left, towards the right, and the deepest."""
    top, bottom = runs[0].row, runs[-1].row + 1
    band = max(LEAST_BAND / FINE, (bottom - top) / BANDS)
    banded: dict[int, list[Spot]] = {}
    for run in runs:
        for column in _columns(run):
            depth = _depth(rows, grey, run, column)
            spot = Spot((column + 0.5) * FINE, (run.row + 0.5) * FINE, depth * FINE)
            banded.setdefault(int((run.row - top) / band), []).append(spot)
    deepest = max(spot.depth for spots in banded.values() for spot in spots)
    enough = min(GOOD, 0.7 * deepest)
    for spots in banded.values():
        deep = [spot for spot in spots if spot.depth >= enough]
        if deep:
            best = (
                min(deep, key=lambda spot: (spot.x, spot.y)),
                max(deep, key=lambda spot: (spot.x, spot.y)),
                max(deep, key=lambda spot: (spot.depth, spot.y)),
            )
            yield from dict.fromkeys(best)


def _columns(run: Run) -> Iterator[int]:
    """Choose the columns of a run that may be spots: its middle, and well inside either end."""
    inset = round(GOOD / FINE)
    middle = (run.start + run.stop - 1) // 2
    yield middle
    if run.stop - run.start > 2 * inset + 1:
        yield run.start + inset
        yield run.stop - 1 - inset


def _depth(rows: Sequence[bytes], grey: int, run: Run, column: int) -> int:
    """Return how many pixels the nearest other thing is away, to the sides or up and down."""
    depth = min(column - run.start, run.stop - 1 - column) + 1
    most = min(depth, round(2 * GOOD / FINE))
    for away in range(1, most):
        above, below = run.row - away, run.row + away
        if above < 0 or below >= HEIGHT or rows[above][column] != grey or rows[below][column] != grey:
            return away
    return depth
