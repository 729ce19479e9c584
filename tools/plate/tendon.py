"""The tendinous end of a muscle: paler, and grown out of its fibres."""

from __future__ import annotations

from random import Random

import numpy as np
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from tools.plate.brush import Stroke
from tools.plate.curve import Points, at, extend, fit, lengths
from tools.plate.fibre import Loft, lens
from tools.plate.muscle import Spec, Tendon
from tools.plate.path import cubic_data, polygon_data

COLOUR = "#f3e6cf"
LINE = "#a9805f"
ACROSS = 25


def band(sheet: Loft, tendon: Tendon, body: BaseGeometry, random: Random) -> list[Stroke]:
    """Ragged strips along the end, each a little deeper: no step shows between them."""
    ends = _ends(sheet, tendon)
    inner = body.buffer(-0.5)
    layers = 8 if tendon.fingers else 5
    strips = [_strip(ends, tendon, share, random) for share in np.linspace(0.9, 0.06, layers)]
    data = [polygon_data(strip.intersection(inner).simplify(0.5)) for strip in strips]
    return [Stroke(path, COLOUR, 0.88 / layers) for path in data if path]


def fingers(sheet: Loft, tendon: Tendon, random: Random) -> list[Stroke]:
    """Long pale points that stand on the edge and run in among the fibres."""
    sets = ["", ""]
    for i in range(tendon.fingers):
        s = float(np.clip((i + 0.5 + random.uniform(-0.25, 0.25)) / tendon.fingers, 0.03, 0.97))
        piece = sheet.longest(s)
        if piece is None:
            continue
        way = _from_end(piece, tendon)
        long = float(lengths(way)[-1])
        wide = min(sheet.gap(s, float(tendon.end)) / tendon.fingers * 0.9, 7.0)
        reach = min(max(long * tendon.share * random.uniform(0.45, 1.25), wide * 5.5), long * 0.9)
        sets[i % 2] += _finger(way, wide, reach / long)
    return [Stroke(sets[0], COLOUR, 0.30), Stroke(sets[1], COLOUR, 0.42)]


def threads(sheet: Loft, tendon: Tendon, random: Random) -> str:
    """The fine lines of the tendon itself."""
    data = ""
    for i in range(tendon.fingers):
        s = float(np.clip((i + random.uniform(0.1, 0.9)) / tendon.fingers, 0.03, 0.97))
        piece = sheet.longest(s)
        if piece is not None:
            way = at(_from_end(piece, tendon), np.linspace(0.01, tendon.share * random.uniform(0.4, 0.9), 14))
            data += lens(way, random.uniform(0.5, 0.8))
    return data


def clears_teeth(spec: Spec, sheet: Loft) -> bool:
    """Whether every finger can be at least five times as long as it is wide."""
    for tendon in spec.tendons:
        for i in range(tendon.fingers):
            piece = sheet.longest((i + 0.5) / tendon.fingers)
            wide = min(sheet.gap((i + 0.5) / tendon.fingers, float(tendon.end)) / tendon.fingers * 0.9, 7.0)
            if piece is not None and float(lengths(piece)[-1]) * 0.9 < wide * 5:
                return False
    return True


def _from_end(piece: Points, tendon: Tendon) -> Points:
    return piece if tendon.end == 0 else piece[::-1]


def _ends(sheet: Loft, tendon: Tendon) -> list[Points]:
    found = (sheet.longest(s) for s in np.linspace(0.015, 0.985, ACROSS))
    return [extend(_from_end(piece, tendon), 9) for piece in found if piece is not None]


def _strip(ends: list[Points], tendon: Tendon, share: float, random: Random) -> BaseGeometry:
    """The area between the end and a ragged line some way into the fibres."""
    outer, inner = [], []
    for i, way in enumerate(ends):
        long = float(lengths(way)[-1])
        taper = 0.3 + 0.7 * np.sin(np.pi * (i + 0.5) / len(ends)) ** 0.5
        ragged = random.uniform(0.55, 1.3) if tendon.fingers else random.uniform(0.8, 1.15)
        depth = min((9 + (long - 18) * tendon.share * share * taper * ragged) / long, 0.97)
        outer.append(way[0])
        inner.append(at(way, np.array([depth]))[0])
    if len(outer) < 3:
        return Polygon()
    ridge = _smooth(np.array(inner))
    return Polygon(np.vstack([np.array(outer), ridge[::-1]])).buffer(0)


def _smooth(points: Points) -> Points:
    padded = np.vstack([points[:1], points, points[-1:]])
    eased: Points = (padded[:-2] + 2 * padded[1:-1] + padded[2:]) / 4
    return np.array(LineString(eased).segmentize(6).coords)


def _finger(way: Points, wide: float, share: float) -> str:
    line = at(way, np.linspace(0, share, 16))
    tangent = line[1] - line[0]
    across = np.array([-tangent[1], tangent[0]]) / max(float(np.hypot(*tangent)), 1e-6)
    narrow = np.linspace(1, 0, 16)[:, None] ** 1.3 * across * wide / 2
    there, back = fit(line + narrow), fit((line - narrow)[::-1])
    return cubic_data(np.vstack([there, back]))
