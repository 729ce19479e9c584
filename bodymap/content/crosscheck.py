"""Holds the records of a pack against each other and against its drawings."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bodymap.anatomy.plate import Aspect, Kind, Shape, read_shape
from bodymap.anatomy.region import Side
from bodymap.content.draft import KINDS, Draft, Entry
from bodymap.content.drawing import Drawing
from bodymap.content.nearest import did_you_mean
from bodymap.content.problem import Problem, quoted
from bodymap.content.reading import Steps

REFERENCES = {
    "sources": "sources",
    "code_sources": "sources",
    "adjacent": "regions",
    "region": "regions",
    "symptom": "symptoms",
    "pattern": "patterns",
}
"""Which fields hold ids, and of what."""

Drawings = Mapping[str, Drawing]
"""The sound drawings, by the id of their plate."""

_SINGULAR = {kind: kind.removesuffix("s") for kind in KINDS}
_OWN_FILE = {"regions": "regions.yaml", "sources": "sources.yaml"}
_CLAIMS = re.compile(r"\b(?:you have|is caused by|causes? (?:your|this|the) pain)\b", re.IGNORECASE)


def crosscheck(draft: Draft, drawings: Drawings) -> Iterator[Problem]:
    """Yield what does not fit together."""
    yield from _unknown_references(draft)
    yield from _repeated_points(draft)
    yield from _maps(draft)
    yield from _claims(draft)
    yield from _uncited(draft)
    for plate, drawing in drawings.items():
        yield from _unknown_shapes(draft, draft.entries["plates"][plate], drawing)
    if drawings and not draft.broken["plates"] and "plates" not in draft.unread:
        yield from _undrawn(draft, {name for drawing in drawings.values() for name in drawing.shapes})


def references(data: Any, path: Steps = ()) -> Iterator[tuple[Steps, str, str]]:  # noqa: ANN401
    """Yield path, kind and id of everything that a record refers to."""
    for step, value in data.items() if isinstance(data, dict) else enumerate(data):
        kind = REFERENCES.get(step)
        if kind and isinstance(value, str):
            yield (*path, step), kind, value
        elif kind and isinstance(value, list):
            yield from (((*path, step, number), kind, name) for number, name in enumerate(value))
        elif isinstance(value, dict | list):
            yield from references(value, (*path, step))


def points(muscle: Entry) -> Iterator[tuple[int, str]]:
    """Yield the position and the id of each trigger point of a muscle."""
    return ((number, point["id"]) for number, point in enumerate(muscle.data["trigger_points"]))


def _unknown_references(draft: Draft) -> Iterator[Problem]:
    for entry in draft.all():
        for path, kind, name in references(entry.data):
            if not draft.knows(kind, name):
                otherwise = f"Correct it, or add it to {_OWN_FILE.get(kind, 'pack.yaml')}"
                remedy = did_you_mean(name, draft.entries[kind], otherwise)
                yield entry.problem(path, f"unknown {_SINGULAR[kind]} {quoted(name)}", remedy)


def _repeated_points(draft: Draft) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for muscle in draft.entries["muscles"].values():
        for number, name in points(muscle):
            if name in first:
                what = f"the trigger point {quoted(name)} stands already in the muscle {quoted(first[name])}"
                yield muscle.problem(("trigger_points", number, "id"), what, "Give it another id")
            first.setdefault(name, muscle.id)


def _maps(draft: Draft) -> Iterator[Problem]:
    """Yield the muscles whose map status and referrals gainsay each other."""
    for muscle in draft.entries["muscles"].values():
        refers = any(point["essential"] or point["spillover"] for point in muscle.data["trigger_points"])
        if refers == (muscle.data["map"] == "none"):
            what = "the map is none, yet there are referrals" if refers else "the muscle is mapped, yet nothing is referred"
            yield muscle.problem(("map",), what, 'Correct "map", or the referrals', is_fatal=False)


def _claims(draft: Draft) -> Iterator[Problem]:
    for entry in draft.entries["muscles"].values():
        for path, text in _texts(entry.data):
            found = _CLAIMS.search(text)
            if found:
                remedy = 'Say "felt in" or "may come from"; the program never diagnoses'
                yield entry.problem(path, f"the text claims too much: {quoted(found[0])}", remedy, is_fatal=False)


def _texts(data: Any, path: Steps = ()) -> Iterator[tuple[Steps, str]]:  # noqa: ANN401
    for step, value in data.items() if isinstance(data, dict) else enumerate(data):
        if step in {"plain", "clinical"}:
            yield (*path, step), value
        elif isinstance(value, dict | list):
            yield from _texts(value, (*path, step))


def _uncited(draft: Draft) -> Iterator[Problem]:
    if "citations" in draft.unread:
        return
    for name, source in draft.entries["sources"].items():
        if name not in draft.cited:
            what = f"nothing cites the source {quoted(name)}"
            yield source.problem(("id",), what, "Cite it, or remove it", is_fatal=False)


def _unknown_shapes(draft: Draft, plate: Entry, drawing: Drawing) -> Iterator[Problem]:
    known = set(_shape_names(draft))
    for shape_id, line in drawing.shapes.items():
        shape = read_shape(shape_id)
        if shape is None or _may_know(draft, shape):
            wrong = _wrong_side(draft, plate, shape) if shape else None
            if wrong:
                yield Problem(_file(plate), line, 1, f"the shape {quoted(shape_id)} {wrong[0]}", wrong[1])
            continue
        remedy = did_you_mean(f"{shape.kind}-{shape.name}", known, "Add it to the pack, or rename the shape")
        what = f"the drawing shows {quoted(shape_id)}, which the pack does not know"
        yield Problem(_file(plate), line, 1, what, remedy)


def is_sound_shape(draft: Draft, plate: Entry, shape_id: str) -> bool:
    """Whether a shape of a drawing stands for a sound record, on a side that it can have."""
    shape = read_shape(shape_id)
    return shape is not None and _is_sound(draft, shape) and not _wrong_side(draft, plate, shape)


def _is_sound(draft: Draft, shape: Shape) -> bool:
    return f"{shape.kind}-{shape.name}" in set(_shape_names(draft))


def _may_know(draft: Draft, shape: Shape) -> bool:
    """Whether a shape stands for a record, be it sound or broken."""
    if _is_sound(draft, shape):
        return True
    if shape.kind is Kind.TRIGGER_POINT:
        return "muscles" in draft.unread or any(name and shape.name.startswith(name) for name in draft.broken["muscles"])
    return draft.knows(f"{shape.kind}s", shape.name)


def _shape_names(draft: Draft) -> Iterator[str]:
    yield from (f"{Kind.REGION}-{name}" for name in draft.entries["regions"])
    for name, muscle in draft.entries["muscles"].items():
        yield f"{Kind.MUSCLE}-{name}"
        yield from (f"{Kind.TRIGGER_POINT}-{point}" for _, point in points(muscle))


def _wrong_side(draft: Draft, plate: Entry, shape: Shape) -> tuple[str, str] | None:
    region = draft.entries["regions"].get(shape.name) if shape.kind is Kind.REGION else None
    is_middle = shape.side is Side.MIDLINE
    if region and region.data["paired"] == is_middle:
        return ("has no side, but the region is paired", "Let its id end with -right or -left") if is_middle else (
            "has a side, but the region is not paired",
            "Let its id end with -mid",
        )
    if plate.data["mirrored"] and shape.side is Side.LEFT:
        return "lies on the left of a mirrored plate", "Draw the right side only; the left is its mirror image"
    return None


def _undrawn(draft: Draft, shown: set[str]) -> Iterator[Problem]:
    """Yield the muscles that no plate shows, and the points that are missing on a muscle that is shown."""
    drawn = {(shape.kind, shape.name) for shape in map(read_shape, shown) if shape}
    for name, muscle in draft.entries["muscles"].items():
        if (Kind.MUSCLE, name) not in drawn:
            what = f"no plate shows the muscle {quoted(name)}"
            yield muscle.problem(("id",), what, f"Draw it as muscle-{name}-right", is_fatal=False)
            continue
        for number, point in points(muscle):
            if (Kind.TRIGGER_POINT, point) not in drawn:
                what = f"no plate shows the trigger point {quoted(point)}"
                remedy = f"Draw it as trp-{point}-right"
                yield muscle.problem(("trigger_points", number, "id"), what, remedy, is_fatal=False)


def one_sided(drawings: Drawings, draft: Draft) -> Iterator[Problem]:
    """Yield the shapes whose other side is missing on a plate that shows both."""
    for name, drawing in drawings.items():
        plate = draft.entries["plates"][name]
        if plate.data["aspect"] == Aspect.RIGHT_LATERAL or plate.data["mirrored"]:
            continue
        for shape_id, line in drawing.shapes.items():
            shape = read_shape(shape_id)
            if shape and shape.mirrored.id not in drawing.shapes:
                what = f"the shape {quoted(shape_id)} has no fellow on the other side"
                yield Problem(_file(plate), line, 1, what, f"Draw {shape.mirrored.id}", is_fatal=False)


def _file(plate: Entry) -> str:
    return plate.folder.place(plate.data["file"])
