"""Curves as arrays: splines, resampling and least-squares cubics."""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""Rows of x, y."""
Cubics = NDArray[np.float64]
"""Cubic segments, shape (n, 4, 2)."""


def spline(points: Points, corners: frozenset[int] = frozenset(), *, closed: bool = True) -> Cubics:
    """Centripetal Catmull-Rom through the points, one cubic per pair, sharp at the corners."""
    count = len(points)
    if not closed:
        corners = corners | {0, count - 1}
    return np.array([_piece(points, corners, i) for i in range(count if closed else count - 1)])


def _piece(points: Points, corners: frozenset[int], i: int) -> Points:
    count = len(points)
    before, start, end, after = (points[(i + k) % count] for k in (-1, 0, 1, 2))
    sharp_start, sharp_end = i in corners, (i + 1) % count in corners
    leave, arrive = _handle(before, start, end), _handle(after, end, start)
    if sharp_start and sharp_end:
        leave, arrive = start + (end - start) / 3, end + (start - end) / 3
    elif sharp_start:
        leave = start + (arrive - start) / 2
    elif sharp_end:
        arrive = end + (leave - end) / 2
    return np.array([start, leave, arrive, end])


def _handle(before: Points, here: Points, ahead: Points) -> Points:
    back, step = (max(float(np.hypot(*(p - here))) ** 0.5, 1e-6) for p in (before, ahead))
    weight = 2 * back**2 + 3 * back * step + step**2
    handle: Points = (back**2 * ahead - step**2 * before + weight * here) / (3 * back * (back + step))
    return handle


def flatten(cubics: Cubics, steps: int = 12) -> Points:
    """Points along a chain of cubics, its first and last included."""
    t = np.linspace(0, 1, steps + 1)[:, None]
    base = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
    runs = [sum(b * p for b, p in zip(base, cubic, strict=True))[1:] for cubic in cubics]
    return np.vstack([cubics[0][:1], *runs])


def lengths(points: Points) -> NDArray[np.float64]:
    """The way along a polyline up to each of its points."""
    steps = np.hypot(*np.diff(points, axis=0).T)
    return np.concatenate([[0.0], np.cumsum(steps)])


def resample(points: Points, count: int) -> Points:
    """As many points, spread evenly along a polyline."""
    return at(points, np.linspace(0, 1, count))


def at(points: Points, share: NDArray[np.float64]) -> Points:
    """The points at shares 0 to 1 of the way along a polyline."""
    way = lengths(points)
    return np.column_stack([np.interp(share * way[-1], way, points[:, k]) for k in (0, 1)])


def extend(points: Points, by: float) -> Points:
    """A polyline lengthened straight on at both ends."""
    first, last = points[0] - points[1], points[-1] - points[-2]
    ends = [p / max(float(np.hypot(*p)), 1e-6) * by for p in (first, last)]
    return np.vstack([points[0] + ends[0], points, points[-1] + ends[1]])


def normals(points: Points) -> Points:
    """Unit vectors across a polyline."""
    along = np.gradient(points, axis=0)
    along = along / np.maximum(np.hypot(*along.T), 1e-9)[:, None]
    return np.column_stack([-along[:, 1], along[:, 0]])


def turning(points: Points) -> float:
    """How far a polyline turns altogether, in radians."""
    angles = np.unwrap(np.arctan2(*np.diff(points, axis=0).T[::-1]))
    return float(np.abs(np.diff(angles)).sum())


def fit(points: Points, pieces: int = 1) -> Cubics:
    """A chain of least-squares cubics through a polyline's ends."""
    cuts = np.linspace(0, len(points) - 1, pieces + 1).round().astype(int)
    return np.array([_fit_one(points[a : b + 1]) for a, b in itertools.pairwise(cuts)])


def _fit_one(points: Points) -> Points:
    way = lengths(points)
    t = (way / max(float(way[-1]), 1e-9))[:, None]
    inner = np.hstack([3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2])
    rest = points - (1 - t) ** 3 * points[0] - t**3 * points[-1]
    handles = np.linalg.lstsq(inner, rest, rcond=None)[0]
    return np.vstack([points[:1], handles, points[-1:]])
