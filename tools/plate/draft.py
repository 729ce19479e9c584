"""The draft text format: a header line, an outline, guides.

    muscle-NAME-SIDE layer=surface group=chew order=40 bundles=9 fine=3 seed=3 tendon=1,.3,8
      outline: 380,260 420,190* 470,170 ...
      hole: ...
      guide: 380,260 420,300 ...
      fade: 380,260 470,170 ...

Points are x,y; a star marks a corner; a line may go on in the next one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from tools.plate.curve import Points, spline
from tools.plate.muscle import Spec, from_words
from tools.plate.path import cubic_data


@dataclass(frozen=True)
class Draft:
    """A muscle as it was typed: numbers, closed outlines, guide fibres."""

    spec: Spec
    body: str
    guides: tuple[str, ...]
    fades: tuple[str, ...] = ()


@dataclass
class _Open:
    header: str
    lines: list[tuple[str, str]] = field(default_factory=list)


def read(text: str) -> list[Draft]:
    """All muscles of a draft text."""
    found: list[_Open] = []
    for raw in text.splitlines():
        line = raw.split("#")[0].strip()
        if line.startswith(("muscle-", "outline-")):
            found.append(_Open(line))
        elif ":" in line and found:
            key, rest = line.split(":", 1)
            found[-1].lines.append((key.strip(), rest))
        elif line and found and found[-1].lines:
            key, rest = found[-1].lines[-1]
            found[-1].lines[-1] = (key, f"{rest} {line}")
    return [_draft(item) for item in found]


def _draft(item: _Open) -> Draft:
    name, *words = item.header.split()
    spec = from_words(name, dict(word.split("=", 1) for word in words))
    body = "".join(_curve(name, text, closed=True) for key, text in item.lines if key in ("outline", "hole"))
    guides, fades = (
        tuple(_curve(name, text, closed=False) for key, text in item.lines if key == kind)
        for kind in ("guide", "fade")
    )
    if not body or len(guides) < 2:
        raise ValueError(f"{name}: needs an outline and two guides at least")
    return Draft(spec, body, guides, fades)


def _curve(name: str, text: str, *, closed: bool) -> str:
    points, corners = _points(name, text)
    chain = spline(points, corners, closed=closed)
    return cubic_data(chain, closed=closed, decimals=1 if closed else 0)


def _points(name: str, text: str) -> tuple[Points, frozenset[int]]:
    words = text.split()
    try:
        rows = [[float(part) for part in word.rstrip("*").split(",")] for word in words]
        points = np.array(rows).reshape(len(words), 2)
    except ValueError as error:
        raise ValueError(f"{name}: cannot read points {text.strip()[:60]!r}") from error
    return points, frozenset(i for i, word in enumerate(words) if word.endswith("*"))
