"""Ends that fade: a sheet thins out along lines that a person drew, and its contour stops there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from shapely import union_all
from shapely.geometry import LineString
from shapely.ops import linemerge

from tools.plate.path import pairs, polygon_data
from tools.plate.slim import refit

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from tools.plate.curve import Points

LAYERS = 4
DIPS = 9
BARE = 0.12
"""The share of a sheet's opacity that is left where it has faded out."""
EXACT = 0.25


def lines_of(ways: list[Points]) -> BaseGeometry | None:
    """The lines along which a muscle fades, as one shape."""
    return union_all([LineString(way) for way in ways]) if ways else None


def veil(body: BaseGeometry, lines: BaseGeometry, reach: float, opacity: float) -> tuple[float, list[str]]:
    """The opacity of each layer, and the layers that make a sheet denser away from its fading ends."""
    share = 1 - ((1 - opacity) / (1 - opacity * BARE)) ** (1 / LAYERS)
    cuts = [body.difference(lines.buffer(reach * (k + 0.6) / LAYERS)) for k in range(LAYERS)]
    return share, [outline(cut) for cut in cuts]


def sinking(body: BaseGeometry, lines: BaseGeometry, reach: float) -> list[str]:
    """The layers of a sheet that a muscle sinks into at its fading ends."""
    cuts = [body.intersection(lines.buffer(reach * (k + 1) / DIPS)) for k in range(DIPS)]
    return [outline(cut) for cut in cuts if not cut.is_empty]


def outline(shape: BaseGeometry) -> str:
    """Path data of a shape that was cut out of another."""
    return refit(polygon_data(shape), EXACT)


def edges(body: BaseGeometry, lines: BaseGeometry, gap: float) -> str:
    """Path data of a body's contour, open where it fades."""
    left = body.boundary.difference(lines.buffer(gap))
    whole = left if isinstance(left, LineString) else linemerge(left)
    runs = [whole] if isinstance(whole, LineString) else list(whole.geoms)
    return refit("".join(_open(run) for run in runs if run.length > 8), EXACT)


def _open(run: LineString) -> str:
    points = np.array(run.coords)
    return f"M{pairs(points[:1], 2)}L{pairs(points[1:], 2)}"
