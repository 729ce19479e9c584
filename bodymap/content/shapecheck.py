"""Holds the shapes of the drawings against the records that they stand for."""

from collections.abc import Collection, Iterator, Mapping

from bodymap.anatomy.plate import POINTS, STRUCTURES, Aspect, Kind, Shape
from bodymap.anatomy.region import Side
from bodymap.content.draft import Draft, Entry
from bodymap.content.drawing import Drawing
from bodymap.content.nearest import nearest
from bodymap.content.problem import Problem, quoted

Drawings = Mapping[str, Drawing]
"""The sound drawings, by the id of their plate."""

_Wrong = tuple[str, str]
_BOTH_SIDES = {Aspect.ANTERIOR, Aspect.POSTERIOR}


def check_shapes(draft: Draft, drawings: Drawings) -> Iterator[Problem]:
    """Yield the shapes that stand for nothing or on a wrong side, and the records that no plate shows."""
    names = _names(draft)
    for name, drawing in drawings.items():
        plate = draft.entries["plates"][name]
        for shape, line in drawing.shapes.items():
            wrong = _stranger(draft, shape, names) or _misplaced(draft, plate, shape)
            if wrong:
                yield Problem(_file(plate), line, 1, *wrong)
        yield from _one_sided(plate, drawing)
        yield from _not_seen_at_all(draft, plate, drawing)
    if drawings and not draft.broken["plates"] and "plates" not in draft.unread:
        yield from _undrawn(
            draft, {(shape.kind, shape.name) for each in drawings.values() for shape in each.shapes}
        )


def sound_shapes(draft: Draft, plate: Entry, drawing: Drawing) -> list[str]:
    """Return the ids of the shapes that stand for sound records, on sides that they can have."""
    names = _names(draft)
    known = (shape for shape in drawing.shapes if shape.name in names[shape.kind])
    return [shape.id for shape in known if not _misplaced(draft, plate, shape)]


def points(muscle: Entry) -> Iterator[tuple[int, str]]:
    """Yield the position and the id of each trigger point of a muscle."""
    return ((number, point["id"]) for number, point in enumerate(muscle.data["trigger_points"]))


def _names(draft: Draft) -> Mapping[Kind, Collection[str]]:
    muscles = draft.entries["muscles"]
    structures = [entry.data for entry in draft.entries["structures"].values()]
    spots = {name for muscle in muscles.values() for _, name in points(muscle)}
    return {
        Kind.REGION: draft.entries["regions"],
        Kind.MUSCLE: muscles,
        **dict.fromkeys(POINTS, spots),
        **{kind: {each["id"] for each in structures if each["kind"] == kind} for kind in STRUCTURES},
    }


def _stranger(draft: Draft, shape: Shape, names: Mapping[Kind, Collection[str]]) -> _Wrong | None:
    """Return what is wrong with a shape that stands for no record, be it sound or broken."""
    if shape.name in names[shape.kind] or _may_be_known(draft, shape):
        return None
    meant = nearest(shape.name, names[shape.kind])
    remedy = f'Did you mean "{shape.kind}-{meant}"?' if meant else "Add it to the pack, or rename the shape"
    return f"the drawing shows {quoted(shape.id)}, which the pack does not know", remedy


def _may_be_known(draft: Draft, shape: Shape) -> bool:
    """Whether a shape may stand for a record that is broken."""
    if shape.kind in POINTS:
        return any(shape.name.startswith(f"{muscle}_") for muscle in draft.broken["muscles"] if muscle)
    return draft.knows("structures" if shape.kind in STRUCTURES else f"{shape.kind}s", shape.name)


def _misplaced(draft: Draft, plate: Entry, shape: Shape) -> _Wrong | None:
    """Return what is wrong with a shape that has a side it cannot have."""
    region = draft.entries["regions"].get(shape.name) if shape.kind is Kind.REGION else None
    is_middle = shape.side is Side.MIDLINE
    if region and region.data["paired"] and is_middle:
        return (
            f"{quoted(shape.id)} has no side, but the region is paired",
            "Let its id end with -right or -left",
        )
    if region and not region.data["paired"] and not is_middle:
        return f"{quoted(shape.id)} has a side, but the region is not paired", "Let its id end with -mid"
    if plate.data["mirrored"] and shape.side is Side.LEFT:
        return f"{quoted(shape.id)} lies on the left of a mirrored plate", "Draw the right side only"
    return None


def _one_sided(plate: Entry, drawing: Drawing) -> Iterator[Problem]:
    """Yield the shapes whose fellow is missing on a plate that shows both sides."""
    if plate.data["mirrored"] or plate.data["aspect"] not in _BOTH_SIDES:
        return
    for shape, line in drawing.shapes.items():
        if shape.mirrored not in drawing.shapes:
            what = f"{quoted(shape.id)} has no fellow on the other side"
            yield Problem(_file(plate), line, 1, what, f"Draw {shape.mirrored.id}", is_fatal=False)


def _not_seen_at_all(draft: Draft, plate: Entry, drawing: Drawing) -> Iterator[Problem]:
    """Yield the muscles that a plate is said to show best, and does not show."""
    seen = {shape.name for shape in drawing.shapes if shape.kind is Kind.MUSCLE}
    for number, name in enumerate(plate.data["best_for"]):
        if name not in seen and draft.knows("muscles", name):
            what = f"the muscle {quoted(name)} is not drawn on this plate, yet seen best there"
            remedy = 'Draw it, or take it out of "best_for"'
            yield plate.problem(("best_for", number), what, remedy, is_fatal=False)


def _undrawn(draft: Draft, drawn: Collection[tuple[Kind, str]]) -> Iterator[Problem]:
    """Yield the records that no plate shows, and the points that are missing on a muscle that is shown."""
    for name, structure in draft.entries["structures"].items():
        if (Kind(structure.data["kind"]), structure.data["id"]) not in drawn:
            what = f"no plate shows the structure {quoted(name)}"
            yield structure.problem(("id",), what, f"Draw it as {name}-right or {name}-mid", is_fatal=False)
    for name, muscle in draft.entries["muscles"].items():
        if (Kind.MUSCLE, name) not in drawn:
            what = f"no plate shows the muscle {quoted(name)}"
            yield muscle.problem(("id",), what, f"Draw it as muscle-{name}-right", is_fatal=False)
            continue
        for number, point in points(muscle):
            if (Kind.TRIGGER_POINT, point) not in drawn:
                what, remedy = (
                    f"no plate shows the trigger point {quoted(point)}",
                    f"Draw it as trp-{point}-right",
                )
                yield muscle.problem(("trigger_points", number, "id"), what, remedy, is_fatal=False)


def _file(plate: Entry) -> str:
    return plate.folder.place(str(plate.data["file"]))
