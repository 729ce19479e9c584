"""The brushes of one muscle: shadow, volume, fascicles, fibres, tendon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from shapely.affinity import translate

from tools.plate.curve import lengths
from tools.plate.fibre import Loft, lens, scattered, slice_of
from tools.plate.path import smooth_data

if TYPE_CHECKING:
    from random import Random

    from shapely.geometry.base import BaseGeometry

    from tools.plate.curve import Points
    from tools.plate.muscle import Spec

ROOM = 3.6
"""Between furrows closer than this every other one ends."""


@dataclass(frozen=True)
class Stroke:
    """Path data with the colour and strength it is filled with."""

    data: str
    colour: str
    opacity: float


def towards_light(shape: BaseGeometry, by: float, light: tuple[float, float]) -> BaseGeometry:
    """A shape moved towards the light."""
    return translate(shape, light[0] * by, light[1] * by)


def shadow(
    body: BaseGeometry, ground: BaseGeometry | None, layers: int, light: tuple[float, float]
) -> list[Stroke]:
    """The soft shadow a muscle throws on its neighbours, within the skin but never on the paper."""
    grown = [towards_light(body.buffer(1.3 * k), -1.6 * k, light) for k in range(layers, 0, -1)]
    if ground is not None:
        grown = [shape.intersection(ground) for shape in grown]
    return [Stroke(smooth_data(shape, 22, 16), "#4a1410", 0.22 / layers) for shape in grown]


def volume(body: BaseGeometry, calm: float, light: tuple[float, float]) -> list[Stroke]:
    """Nested insets towards the light, more of them where it is deep: they make a flat shape a belly."""
    deep = min(29.0, body.area / max(body.length, 1) * 1.3)
    layers = int(np.clip(deep / 2.9, 5, 9))
    step = deep / layers
    insets = [towards_light(body.buffer(-step * k), step * k * 0.5, light) for k in range(1, layers + 1)]
    return [Stroke(smooth_data(s, 18, 13), "#fbb89e", 0.6 / layers * calm) for s in insets if s.area > 12]


def fascicles(sheet: Loft, spec: Spec, random: Random, calm: float) -> list[Stroke]:
    """Every bundle a shade darker or lighter than the next."""
    dark, light = "", ""
    width = _bundle_width(sheet, spec)
    for i in range(spec.bundles):
        s = (i + 0.5 + random.uniform(-0.2, 0.2)) / spec.bundles
        for piece in sheet.fibres(s):
            start, end = random.uniform(0, 0.12), random.uniform(0.86, 1)
            data = lens(slice_of(piece, start, end), width * random.uniform(0.55, 0.95))
            dark, light = (dark + data, light) if i % 2 else (dark, light + data)
    return [Stroke(dark, "#560d0c", 0.10 * calm), Stroke(light, "#ffc9b0", 0.12 * calm)]


def furrows(sheet: Loft, spec: Spec, random: Random) -> tuple[str, str]:
    """Dark furrows between the bundles, each with its lit bank; in a tight place every other one ends."""
    dark, light = "", ""
    for i in range(spec.bundles + 1):
        s = float(np.clip((i + random.uniform(-0.22, 0.22)) / spec.bundles, 0.012, 0.988))
        lit = _lit_side(sheet, s, 0.24 / spec.bundles, spec.light)
        edge = i in (0, spec.bundles)
        low, high = _roomy(sheet, s, spec.bundles) if i % 2 and not edge else (0.0, 1.0)
        for piece in sheet.fibres(s):
            start, end = _span(spec, random, piece)
            way = slice_of(piece, max(start, low), min(end, high))
            dark += lens(way, random.uniform(0.9, 1.5) * (0.7 if edge else 1))
        for piece in [] if edge else sheet.fibres(lit):
            start, end = _span(spec, random, piece, 0.08)
            light += lens(slice_of(piece, max(start, low), min(end, high)), random.uniform(0.8, 1.6))
    return dark, light


def _roomy(sheet: Loft, s: float, bundles: int) -> tuple[float, float]:
    """The part of a fibre, as shares, where its neighbours lie at least a furrow's room away."""
    ways = np.linspace(0, 1, 25)
    wide = [float(t) for t in ways if sheet.gap(s, float(t)) / bundles > ROOM]
    return (min(wide), max(wide)) if wide and max(wide) - min(wide) > 0.3 else (0.0, 1.0)


def hairs(sheet: Loft, spec: Spec, random: Random) -> tuple[str, str]:
    """Short fine fibres, dark and a few light, spread evenly."""
    dark, light = "", ""
    for n, (s, t) in enumerate(scattered(sheet, spec.bundles * spec.fine, random)):
        half = random.uniform(0.1, 0.28)
        for piece in sheet.fibres(s):
            start, end = max(0.0, t - half), min(1.0, t + half)
            data = lens(slice_of(piece, start, end), random.uniform(0.5, 0.9))
            dark, light = (dark, light + data) if n % 4 == 3 else (dark + data, light)
    return dark, light


def _span(spec: Spec, random: Random, piece: Points, more: float = 0.0) -> tuple[float, float]:
    """Where a long fibre begins and ends: it thins out within a tendon, and else starts near the edge."""
    reach = [0.0, 0.0]
    for tendon in spec.tendons:
        reach[tendon.end] = tendon.share * random.uniform(0.25, 0.9)
    bare = min(0.1 + more, 9.0 / max(float(lengths(piece)[-1]), 1.0))
    start = max(random.uniform(0, bare), reach[0])
    return start, 1 - max(random.uniform(0, bare), reach[1])


def _lit_side(sheet: Loft, s: float, step: float, light: tuple[float, float]) -> float:
    middle = len(sheet.guides[0]) // 2
    across = sheet.raw(min(1.0, s + step))[middle] - sheet.raw(max(0.0, s - step))[middle]
    side = 1 if across[0] * light[0] + across[1] * light[1] > 0 else -1
    return float(np.clip(s + side * step, 0.01, 0.99))


def _bundle_width(sheet: Loft, spec: Spec) -> float:
    return min(14.0, float(np.mean([sheet.gap(0.5, t) for t in (0.3, 0.5, 0.7)])) / spec.bundles)
