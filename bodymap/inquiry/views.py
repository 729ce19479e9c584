"""The views of the atlas: each plate from each of its sides, and where a muscle is seen best."""

from dataclasses import dataclass

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import Aspect, Kind, Plate, PlateId, Shape, ShapeId
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.state import Inquiry, Switch
from bodymap.inquiry.wording import name_side
from bodymap.language import mark, say

ONE_SIDE = {Side.RIGHT: mark("Patient's right side"), Side.LEFT: mark("Patient's left side")}
BOTH_SIDES = {Side.RIGHT: mark("Patient's right"), Side.LEFT: mark("Patient's left")}


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at the patient; a plate that is mirrored has two.

    ``chosen`` are the regions that hurt and are seen from here.
    """

    plate: PlateId
    side: Side
    words: str
    is_shown: bool
    is_flipped: bool
    chosen: tuple[ShapeId, ...]


def list_views(atlas: Atlas, inquiry: Inquiry) -> tuple[View, ...]:
    """List every view, in the order of the pack."""
    return tuple(
        View(
            plate.id,
            side,
            name_view(plate, side, inquiry.voice),
            plate.id == inquiry.plate and (side is Side.MIDLINE or side is inquiry.side),
            is_flipped(plate, side, inquiry),
            tuple(shape.id for shape in map(_region, inquiry.pains) if sees(plate, side, shape)),
        )
        for plate in atlas.plates.values()
        for side in sides_of(plate)
    )


def sides_of(plate: Plate) -> tuple[Side, ...]:
    """Return the sides from which a plate can be seen; midline where it shows both at once."""
    return (Side.RIGHT, Side.LEFT) if plate.is_mirrored else (Side.MIDLINE,)


def is_flipped(plate: Plate, side: Side, inquiry: Inquiry) -> bool:
    """Whether the drawing is turned as in a mirror: for the left, or because the user wants a mirror."""
    return side is Side.LEFT if plate.is_mirrored else Switch.MIRROR in inquiry.switches


def sees(plate: Plate, side: Side, shape: Shape) -> bool:
    """Whether a shape is drawn in a view."""
    if plate.is_mirrored and side is Side.LEFT:
        return shape.mirrored.id in plate.shapes
    return shape.id in plate.shapes


def seen_now(atlas: Atlas, inquiry: Inquiry, shape: Shape) -> bool:
    """Whether a shape is drawn in the view that is open."""
    return sees(atlas.plates[inquiry.plate], inquiry.side, shape)


def best_plate(atlas: Atlas, place: Place) -> PlateId | None:
    """Return the plate on which a muscle is seen best: one named for it, else the first that shows it."""
    shape = Shape(Kind.MUSCLE, place.muscle, place.side)
    showing = [plate for plate in atlas.plates.values() if plate.shows(shape)]
    named = [plate for plate in showing if place.muscle in plate.best_for]
    return next((plate.id for plate in (*named, *showing)), None)


def better_plate(atlas: Atlas, inquiry: Inquiry, place: Place) -> PlateId | None:
    """Return the plate to turn to for a muscle, where the open view shows it badly or not at all."""
    shape, plate = Shape(Kind.MUSCLE, place.muscle, place.side), atlas.plates[inquiry.plate]
    best = best_plate(atlas, place)
    if best is None or best == plate.id:
        return None
    named_for_best = place.muscle in atlas.plates[best].best_for
    is_good_here = plate.shows(shape) and (place.muscle in plate.best_for or not named_for_best)
    return None if is_good_here else best


def name_view(plate: Plate, side: Side, voice: Voice) -> str:
    """Name a view, such as ``Side of the head, left``."""
    name = plate.name.in_voice(voice)
    return say("{view}, {side}", view=name, side=name_side(side)) if plate.is_mirrored else name


def name_sides(plate: Plate, side: Side, *, is_flipped: bool) -> tuple[str, str]:
    """Say which side of the patient is seen, or which lies on which side of the viewer."""
    if plate.is_mirrored:
        return say(ONE_SIDE[side]), ""
    left_first = is_flipped is not (plate.aspect is Aspect.POSTERIOR)
    sides = (Side.LEFT, Side.RIGHT) if left_first else (Side.RIGHT, Side.LEFT)
    return say(BOTH_SIDES[sides[0]]), say(BOTH_SIDES[sides[1]])


def _region(pain: Pain) -> Shape:
    return Shape(Kind.REGION, pain.region, pain.side)
