"""Path data: read any, write only absolute M L C Z with few decimals, or tersely the same in m l c z."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
from shapely.geometry import MultiPolygon, Polygon
from svgelements import Close, CubicBezier, Line, Matrix, Move, QuadraticBezier
from svgelements import Path as SvgPath

from tools.plate.curve import Cubics, Points, flatten, resample, spline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

TOKEN = re.compile(r"[MLCZ]|-?[0-9.]+")
STEPS = {"M": 1, "L": 1, "C": 3}


def number(value: float, decimals: int = 1) -> str:
    """A number as short as it goes."""
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def pairs(points: Iterable[Points], decimals: int = 1) -> str:
    """Coordinates side by side."""
    return " ".join(f"{number(p[0], decimals)} {number(p[1], decimals)}" for p in points)


def cubic_data(cubics: Cubics, *, closed: bool = True, decimals: int = 1) -> str:
    """Path data of one chain of cubics."""
    runs = "".join("C" + pairs(cubic[1:], decimals) for cubic in cubics)
    return f"M{pairs(cubics[0][:1], decimals)}{runs}{'Z' if closed else ''}"


def terse(data: str) -> str:
    """The same path said in steps: for decoration, which nobody edits, in four fifths of the bytes."""
    if not set(data) <= set("MLCZ0123456789.- "):
        return data
    decimals = 1 if "." in data else 0
    scale = 10**decimals
    words, runs = TOKEN.findall(data), _Runs(decimals)
    here = start = (0, 0)
    command, index = "", 0
    while index < len(words):
        if words[index].isalpha():
            command, index = words[index], index + 1
        if command == "Z":
            runs.add("z", [])
            here = start
            continue
        numbers = [round(float(word) * scale) for word in words[index : index + 2 * STEPS[command]]]
        index += len(numbers)
        runs.add(command.lower(), [number - here[k % 2] for k, number in enumerate(numbers)])
        here = (numbers[-2], numbers[-1])
        if command == "M":
            start, command = here, "L"
    return runs.text


class _Runs:
    """Path data in the making: no letter, nought or blank that can be left out."""

    def __init__(self, decimals: int) -> None:
        self.text = ""
        self._decimals, self._letter, self._point = decimals, "", False

    def add(self, letter: str, numbers: list[int]) -> None:
        """One command with its numbers, in the last decimal that is written."""
        said = letter == self._letter and letter != "m"
        self.text += "" if said else letter
        self._letter = {"m": "l"}.get(letter, letter)
        for k, value in enumerate(numbers):
            self._number(value, first=k == 0 and not said)

    def _number(self, value: int, *, first: bool) -> None:
        word = number(value / 10**self._decimals, self._decimals)
        word = word.replace("0.", ".", 1) if word.startswith(("0.", "-0.")) else word
        tight = first or word[0] == "-" or (word[0] == "." and self._point)
        self.text += word if tight else f" {word}"
        self._point = "." in word


def polygon_data(shape: BaseGeometry, decimals: int = 1) -> str:
    """Path data of a polygon's straight edges."""
    rings = [ring for part in parts(shape) for ring in (part.exterior, *part.interiors)]
    return "".join(_ring_data(np.array(ring.coords)[:-1], decimals) for ring in rings)


def _ring_data(points: Points, decimals: int) -> str:
    return f"M{pairs(points[:1], decimals)}L{pairs(points[1:], decimals)}Z"


def smooth_data(shape: BaseGeometry, spacing: float = 9.0, most: int = 30, decimals: int = 0) -> str:
    """Path data of a polygon with its rings drawn anew as a soft spline."""
    runs = []
    for part in parts(shape):
        for ring in (part.exterior, *part.interiors):
            count = int(np.clip(ring.length / spacing, 8, most))
            points = resample(np.array(ring.coords), count + 1)[:-1]
            runs.append(cubic_data(spline(points), decimals=decimals))
    return "".join(runs)


def parts(shape: BaseGeometry, least: float = 4.0) -> list[Polygon]:
    """The polygons in a shape that are worth drawing."""
    if isinstance(shape, Polygon):
        return [shape] if shape.area > least else []
    found = getattr(shape, "geoms", [])
    return [piece for part in found for piece in parts(part, least)]


def subpaths(data: str) -> list[Cubics]:
    """Path data as chains of cubics, one for each subpath."""
    chains: list[list[Points]] = []
    for segment in _segments(data):
        if isinstance(segment, Move):
            chains.append([])
        elif (cubic := _as_cubic(segment)) is not None:
            chains[-1].append(cubic)
    return [np.array(chain) for chain in chains if chain]


def area(data: str) -> BaseGeometry:
    """The filled area of path data, holes by the even-odd rule."""
    whole: BaseGeometry = MultiPolygon()
    for chain in subpaths(data):
        whole = whole.symmetric_difference(Polygon(flatten(chain)).buffer(0))
    return whole


def moved(data: str, matrix: str | Matrix) -> str:
    """Path data with a transform folded in, in plain commands."""
    runs = []
    for segment in _segments(data, Matrix(matrix)):
        if isinstance(segment, Move):
            runs.append(f"M{_point(segment.end)}")
        elif isinstance(segment, Close):
            runs.append("Z")
        elif isinstance(segment, Line):
            runs.append(f"L{_point(segment.end)}")
        else:
            cubic = _as_cubic(segment)
            runs.append("C" + pairs(cubic[1:]) if cubic is not None else "")
    return "".join(runs)


def _segments(data: str, matrix: Matrix | None = None) -> SvgPath:
    path = SvgPath(data)
    path.approximate_arcs_with_cubics()
    if matrix is not None:
        path *= matrix
        path.reify()
    return path


def _point(point: complex) -> str:
    return f"{number(point.real)} {number(point.imag)}"


def _as_cubic(segment: object) -> Points | None:
    if isinstance(segment, CubicBezier):
        ends = [segment.start, segment.control1, segment.control2, segment.end]
    elif isinstance(segment, QuadraticBezier):
        start, control, end = segment.start, segment.control, segment.end
        ends = [start, start + (control - start) * (2 / 3), end + (control - end) * (2 / 3), end]
    elif isinstance(segment, (Line, Close)) and segment.start != segment.end:
        start, end = segment.start, segment.end
        ends = [start, start + (end - start) * (1 / 3), end + (start - end) * (1 / 3), end]
    else:
        return None
    return np.array([[p.x, p.y] for p in ends])
