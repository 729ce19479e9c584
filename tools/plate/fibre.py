"""Fibres: a loft over the guides, and the lens that draws one fibre."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from shapely.geometry import LineString

from tools.plate.curve import Points, at, extend, fit, lengths, normals, resample, turning
from tools.plate.path import cubic_data

if TYPE_CHECKING:
    from random import Random

    from shapely.geometry.base import BaseGeometry

SAMPLES = 48
BEYOND = 9.0
SLIVER = 1.3
"""Fibres thinner than this may be drawn with one side straight."""


@dataclass(frozen=True)
class Loft:
    """A sheet of fibres between guides; `places` are the guides' shares across it."""

    guides: Points
    places: Points
    body: BaseGeometry

    def raw(self, s: float) -> Points:
        """The fibre at share s across, running a little past the body's ends."""
        i = int(np.clip(np.searchsorted(self.places, s, "right") - 1, 0, len(self.places) - 2))
        width = self.places[i + 1] - self.places[i]
        t = (s - self.places[i]) / width
        start, end = (self._slope(k) * width for k in (i, i + 1))
        a, b = self.guides[i], self.guides[i + 1]
        curve: Points = (
            (2 * t**3 - 3 * t**2 + 1) * a
            + (t**3 - 2 * t**2 + t) * start
            + (3 * t**2 - 2 * t**3) * b
            + (t**3 - t**2) * end
        )
        return curve

    def fibres(self, s: float) -> list[Points]:
        """What of the fibre at s lies in the body, in pieces."""
        cut = LineString(self.raw(s)).intersection(self.body)
        lines = [cut] if isinstance(cut, LineString) else list(getattr(cut, "geoms", []))
        return [np.array(line.coords) for line in lines if isinstance(line, LineString) and line.length > 6]

    def longest(self, s: float) -> Points | None:
        """The longest piece of the fibre at s."""
        return max(self.fibres(s), key=lambda piece: float(lengths(piece)[-1]), default=None)

    def gap(self, s: float, t: float, step: float = 0.02) -> float:
        """How far apart neighbouring fibres lie at a place, per share across."""
        low, high = max(0.0, s - step), min(1.0, s + step)
        k = round(t * (SAMPLES - 1))
        return float(np.hypot(*(self.raw(high)[k] - self.raw(low)[k]))) / (high - low)

    def _slope(self, i: int) -> Points:
        low, high = max(0, i - 1), min(len(self.places) - 1, i + 1)
        slope: Points = (self.guides[high] - self.guides[low]) / (self.places[high] - self.places[low])
        return slope


def loft(guides: list[Points], body: BaseGeometry) -> Loft:
    """The sheet of fibres through some guides, inside a body."""
    even = np.array([resample(extend(resample(g, SAMPLES), BEYOND), SAMPLES) for g in guides])
    gaps = [float(np.hypot(*(b - a).T).mean()) for a, b in itertools.pairwise(even)]
    places = np.concatenate([[0.0], np.cumsum(np.maximum(gaps, 0.5))])
    return Loft(even, places / places[-1], body.buffer(-1).union(body.buffer(-2.2)))


def lens(points: Points, width: float) -> str:
    """A fibre as a thin shape, pointed at both ends; one bowed side is enough if it is short and straight."""
    if width < SLIVER and _sag(points) < width * 0.2:
        line = resample(points, 13)
        bow = np.sin(np.linspace(0, np.pi, 13))[:, None] * normals(line) * width * 1.05
        return cubic_data(fit(line + bow))
    pieces = 1 + int(turning(resample(points, 12)) / 1.5)
    line = resample(points, 12 * pieces + 1)
    swell = np.sin(np.linspace(0, np.pi, len(line)))[:, None] * normals(line) * width * 0.55
    there, back = fit(line + swell, pieces), fit((line - swell)[::-1], pieces)
    return cubic_data(np.vstack([there, back]))


def _sag(points: Points) -> float:
    """How far a polyline strays from its chord."""
    chord = points[-1] - points[0]
    across = np.array([-chord[1], chord[0]]) / max(float(np.hypot(*chord)), 1e-6)
    return float(np.abs((points - points[0]) @ across).max())


def slice_of(points: Points, start: float, end: float) -> Points:
    """The part of a fibre between two shares of its length."""
    return at(points, np.linspace(start, end, 24))


def scattered(sheet: Loft, count: int, random: Random) -> list[tuple[float, float]]:
    """Places (s, t) strewn evenly over the sheet, however it fans."""
    tries = [(random.random(), random.random()) for _ in range(count * 8)]
    gaps = [sheet.gap(s, t) for s, t in tries[:240]]
    widest = sorted(gaps)[int(len(gaps) * 0.95)] if gaps else 1.0
    kept: list[tuple[float, float]] = []
    for i, (s, t) in enumerate(tries):
        gap = gaps[i] if i < len(gaps) else sheet.gap(s, t)
        if random.random() < gap / widest:
            kept.append((s, t))
        if len(kept) == count:
            break
    return kept
