"""The tendinous end of a muscle: paler, and grown out of its fibres."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from shapely.geometry import LineString, Point, Polygon

from tools.plate.brush import Stroke
from tools.plate.curve import Points, at, extend, fit, lengths, normals
from tools.plate.fibre import Loft, lens
from tools.plate.path import cubic_data, polygon_data

if TYPE_CHECKING:
    from random import Random

    from shapely.geometry.base import BaseGeometry

    from tools.plate.muscle import Spec, Tendon

COLOUR = "#f3e6cf"
LINE = "#a9805f"
ACROSS = 15
SETS = 4


def base(sheet: Loft, tendon: Tendon, body: BaseGeometry, random: Random) -> list[Stroke]:
    """The pale foot right along the end, so that no red rim is left."""
    ends = _ends(sheet, tendon)
    strips = [_strip(ends, depth * tendon.share, random) for depth in (24, 9)]
    data = [polygon_data(strip.intersection(body.buffer(-0.4)).simplify(0.5)) for strip in strips]
    return [Stroke(path, COLOUR, 0.17) for path in data if path]


def petals(sheet: Loft, tendon: Tendon, random: Random) -> list[Stroke]:
    """Sets of pale blades along the fibres: overlaid, they fade without a step."""
    count = int(np.clip(sheet.gap(0.5, float(tendon.end)) / 9.5, 4, 15))
    strength = 0.66 if tendon.fingers else 0.5
    sets = SETS if tendon.fingers > 6 else SETS - 1
    data = [_blades(sheet, tendon, count, k / sets, random) for k in range(sets)]
    return [Stroke(blades, COLOUR, strength / sets) for blades in data]


def _blades(sheet: Loft, tendon: Tendon, count: int, phase: float, random: Random) -> str:
    data = ""
    share = 1.8 / count
    for i in range(count):
        s = float(np.clip((i + phase + random.uniform(-0.2, 0.2)) / count, 0.02, 0.98))
        piece = sheet.longest(s)
        if piece is None:
            continue
        way = _from_end(piece, tendon)
        long = float(lengths(way)[-1])
        side = 0.45 + 0.55 * np.sin(np.pi * s) ** 0.6
        reach = min(long * tendon.share * random.uniform(0.35, 1.2) * side, long * 0.92)
        ends = (float(tendon.end), abs(tendon.end - reach / long / 2))
        most = min(13.0, reach / (3.5 if tendon.fingers else 5.0), 2 + 40 * min(s, 1 - s))
        foot, waist = (min(sheet.gap(s, t) * share, most) for t in ends)
        data += _finger(way, _footing(sheet, way, foot), waist, reach / long)
    return data


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
        sets[i % 2] += _finger(way, _footing(sheet, way, wide), wide * 0.6, reach / long)
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


def _strip(ends: list[Points], deep: float, random: Random) -> BaseGeometry:
    """The area between the end and a ragged line a few units into the fibres."""
    outer, inner = [], []
    for i, way in enumerate(ends):
        long = float(lengths(way)[-1])
        taper = 0.3 + 0.7 * np.sin(np.pi * (i + 0.5) / len(ends)) ** 0.5
        depth = min((9 + max(deep, 2.0) * taper * random.uniform(0.6, 1.3)) / long, 0.9)
        outer.append(way[0])
        inner.append(at(way, np.array([depth]))[0])
    if len(outer) < 3:
        return Polygon()
    return Polygon(np.vstack([np.array(outer), _smooth(np.array(inner))[::-1]])).buffer(0)


def _smooth(points: Points) -> Points:
    padded = np.vstack([points[:1], points, points[-1:]])
    eased: Points = (padded[:-2] + 2 * padded[1:-1] + padded[2:]) / 4
    return np.array(LineString(eased).segmentize(6).coords)


def _footing(sheet: Loft, way: Points, foot: float) -> float:
    """As wide a foot as stands within the body, however slanting its end is."""
    across = normals(way[:3])[0] / 2
    for _ in range(4):
        if all(sheet.body.distance(Point(way[0] + across * side * foot)) < 1.0 for side in (-1, 1)):
            break
        foot *= 0.5
    return foot


def _finger(way: Points, foot: float, waist: float, share: float) -> str:
    """A blade that stands on the end: so wide at its foot and halfway, then pointed."""
    line = at(way, np.linspace(0, share, 16))
    t = np.linspace(0, 1, 16)[:, None]
    swell = foot + (waist - foot) * np.minimum(2 * t, 1) - waist * np.maximum(2 * t - 1, 0) ** 1.5
    narrow = normals(line) * swell / 2
    there, back = fit(line + narrow), fit((line - narrow)[::-1])
    return cubic_data(np.vstack([there, back]))
