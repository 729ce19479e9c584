"""Slim: say the same curve with fewer segments, for soft shades that nobody edits."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely

from tools.plate.curve import Cubics, Points, fit, flatten
from tools.plate.path import cubic_data, subpaths, terse
from tools.plate.plate import SVG

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

FAINT = 0.16
SHARP = 0.9
"""A turn, in radians, that is a corner and stays one."""


def slim(root: Element, tolerance: float) -> None:
    """Refit every path that belongs to a shade, the faint ones most freely."""
    for element, shade in _paths(root, shade=False):
        data, opacity = element.get("d", ""), float(element.get("fill-opacity", "1"))
        if opacity < FAINT:
            element.set("d", min(terse(refit(data, tolerance * 2, 0)), terse(data), key=len))
        elif shade and element.get("class") != "body":
            element.set("d", min(terse(refit(data, tolerance)), terse(data), key=len))


def refit(data: str, tolerance: float, decimals: int = 1) -> str:
    """Path data within a tolerance of some other, in as few cubics as it takes."""
    closed = "Z" in data.upper()
    chains = [_chain(chain, tolerance) for chain in subpaths(data)]
    return "".join(cubic_data(chain, closed=closed, decimals=decimals) for chain in chains)


def _paths(element: Element, *, shade: bool) -> list[tuple[Element, bool]]:
    shade = shade or "shade" in element.get("class", "").split()
    found = [(element, shade)] if element.tag == f"{SVG}path" else []
    return found + [item for child in element for item in _paths(child, shade=shade)]


def _chain(chain: Cubics, tolerance: float) -> Cubics:
    points = flatten(chain, 6)
    keep = np.concatenate([[True], np.hypot(*np.diff(points, axis=0).T) > 0.02])
    points = points[keep]
    if len(points) < 4:
        return chain
    cuts = _corners(points)
    runs = [_curves(points[a : b + 1], tolerance) for a, b in pairwise(cuts)]
    return np.vstack(runs)


def _corners(points: Points) -> list[int]:
    angles = np.unwrap(np.arctan2(*np.diff(points, axis=0).T[::-1]))
    turns = np.flatnonzero(np.abs(np.diff(angles)) > SHARP) + 1
    return [0, *(int(turn) for turn in turns), len(points) - 1]


def _curves(points: Points, tolerance: float) -> Cubics:
    if len(points) < 4:
        return fit(np.vstack([np.linspace(a, b, 5) for a, b in pairwise(points)]))
    curve = fit(points)
    gaps = shapely.distance(shapely.linestrings(flatten(curve, 24)), shapely.points(points))
    if float(gaps.max()) <= tolerance:
        return curve
    middle = int(np.clip(np.argmax(gaps), 2, len(points) - 3)) if len(points) > 6 else len(points) // 2
    halves = [_curves(points[: middle + 1], tolerance), _curves(points[middle:], tolerance)]
    return np.vstack(halves)
