"""How each shape of the plate is to look: chosen, candidate, opened, referred to."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import Laterality, Place, Strength
from bodymap.anatomy.plate import Kind, Shape, ShapeId, read_shape
from bodymap.anatomy.region import RegionId, Side
from bodymap.inquiry.probe import Question, open_finding, open_question
from bodymap.inquiry.standing import Standing, shapes_found
from bodymap.inquiry.state import Inquiry, Page, Switch
from bodymap.reasoning.tally import Candidate

LIKELY_UP_TO = 3
LIT_UP_TO = 6


class Tone(StrEnum):
    """A way for a shape to stand out; one shape may carry several."""

    CHOSEN = "chosen"
    LEADING = "leading"
    LIKELY = "likely"
    POSSIBLE = "possible"
    OPENED = "opened"
    ESSENTIAL = "essential"
    SPILLOVER = "spillover"
    POINT = "point"
    BAND = "band"
    MARKED = "marked"
    EXAMINED = "examined"
    TARGET = "target"
    FELT = "felt"
    CONFIRMED = "confirmed"
    RULED_OUT = "ruled_out"
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FIRST_ESSENTIAL = "first_essential"
    SECOND_ESSENTIAL = "second_essential"
    THIRD_ESSENTIAL = "third_essential"
    FIRST_SPILLOVER = "first_spillover"
    SECOND_SPILLOVER = "second_spillover"
    THIRD_SPILLOVER = "third_spillover"


COMPARED = (
    (Tone.FIRST, Tone.FIRST_ESSENTIAL, Tone.FIRST_SPILLOVER),
    (Tone.SECOND, Tone.SECOND_ESSENTIAL, Tone.SECOND_SPILLOVER),
    (Tone.THIRD, Tone.THIRD_ESSENTIAL, Tone.THIRD_SPILLOVER),
)
"""For each muscle that is compared: its own tone, and those of its zone."""
LETTERS = "ABC"
"""What the compared muscles are called, in their order."""


FOUND_TONES = {Standing.CONFIRMED: Tone.CONFIRMED, Standing.RULED_OUT: Tone.RULED_OUT}
"""How a muscle looks that was pressed."""
ASKED_BLIND = (Question.HURTS, Question.FAMILIAR, Question.SPREAD)
"""The questions that are asked before the zone is shown, so that the drawing does not answer them."""
Tones = Mapping[ShapeId, tuple[Tone, ...]]


def tone_of_rank(rank: int) -> Tone | None:
    """Return how brightly the candidate of this rank (1 is best) glows, if at all."""
    if rank == 1:
        return Tone.LEADING
    if rank <= LIKELY_UP_TO:
        return Tone.LIKELY
    return Tone.POSSIBLE if rank <= LIT_UP_TO else None


def tone_shapes(atlas: Atlas, inquiry: Inquiry, candidates: Sequence[Candidate]) -> Tones:
    """Give every shape that stands out its tones; an open muscle puts the candidates to rest."""
    tones: dict[ShapeId, list[Tone]] = {}
    for pain in inquiry.pains:
        tones.setdefault(Shape(Kind.REGION, pain.region, pain.side).id, []).append(Tone.CHOSEN)
    _bring_out(atlas, inquiry, candidates, tones)
    if inquiry.structure:
        tones.setdefault(inquiry.structure.id, []).append(Tone.EXAMINED)
    if Switch.POINTS in inquiry.switches:
        for point in _points(atlas, inquiry):
            tones.setdefault(point, [Tone.MARKED])
    return {shape: tuple(found) for shape, found in tones.items()}


def _bring_out(
    atlas: Atlas, inquiry: Inquiry, candidates: Sequence[Candidate], tones: dict[ShapeId, list[Tone]]
) -> None:
    """Tone the muscles that are compared, or the open one, or the candidates; and what pressing brought."""
    found = _found(inquiry)
    if compares(inquiry):
        _compare(atlas, inquiry, tones)
    elif inquiry.place:
        _open(atlas, inquiry, inquiry.place, tones)
        _outline_bands(atlas, inquiry, inquiry.place, tones)
        _aim(atlas, inquiry, inquiry.place, tones)
    else:
        _light(candidates, found, tones)
    for shape, standing in found.items():
        if standing in FOUND_TONES:
            tones.setdefault(shape, []).append(FOUND_TONES[standing])


def _found(inquiry: Inquiry) -> Mapping[ShapeId, Standing]:
    """Return how the pressed muscles stand, where that is not in the way of what is looked at."""
    is_in_the_way = inquiry.place and inquiry.page is not Page.EXAMINE
    return {} if is_in_the_way or compares(inquiry) else dict(shapes_found(inquiry))


def compares(inquiry: Inquiry) -> bool:
    """Whether muscles lie side by side."""
    return inquiry.page in {Page.COMPARE, Page.WEIGH} and bool(inquiry.compared)


def letter_muscles(inquiry: Inquiry) -> dict[ShapeId, str]:
    """Return the letters of the muscles that are compared."""
    shapes = (Shape(Kind.MUSCLE, place.muscle, place.side).id for place in inquiry.compared)
    return dict(zip(shapes, LETTERS, strict=False)) if compares(inquiry) else {}


def _compare(atlas: Atlas, inquiry: Inquiry, tones: dict[ShapeId, list[Tone]]) -> None:
    """Tone the muscles that are compared, their trigger points and their zones, each in its own way."""
    for place, (own, essential, spillover) in zip(inquiry.compared, COMPARED, strict=False):
        tones.setdefault(Shape(Kind.MUSCLE, place.muscle, place.side).id, []).append(own)
        for point in atlas.muscles[place.muscle].trigger_points:
            tones.setdefault(Shape(Kind.TRIGGER_POINT, point.id, place.side).id, []).append(Tone.MARKED)
        for shape, strength in zone_of(atlas, place).items():
            tone = essential if strength is Strength.ESSENTIAL else spillover
            tones.setdefault(shape, []).append(tone)


def _light(
    candidates: Sequence[Candidate], found: Mapping[ShapeId, Standing], tones: dict[ShapeId, list[Tone]]
) -> None:
    """Let the best candidates glow; not the one that was ruled out."""
    for rank, candidate in enumerate(candidates, 1):
        tone = tone_of_rank(rank)
        if tone is None:
            return
        for muscle in (candidate.place.muscle, *candidate.together):
            shape = Shape(Kind.MUSCLE, muscle, candidate.place.side).id
            if found.get(shape) is not Standing.RULED_OUT:
                tones.setdefault(shape, []).append(tone)


def _aim(atlas: Atlas, inquiry: Inquiry, place: Place, tones: dict[ShapeId, list[Tone]]) -> None:
    """Show where to press, and where it was felt."""
    finding = open_finding(inquiry)
    if finding is None:
        return
    for point in atlas.muscles[place.muscle].trigger_points:
        tones.setdefault(Shape(Kind.TRIGGER_POINT, point.id, place.side).id, []).append(Tone.TARGET)
    for pain in finding.felt:
        tones.setdefault(Shape(Kind.REGION, pain.region, pain.side).id, []).append(Tone.FELT)


def _points(atlas: Atlas, inquiry: Inquiry) -> list[ShapeId]:
    """Return every trigger point that is drawn in the open view, by the patient's side."""
    plate = atlas.plates[inquiry.plate]
    is_turned = plate.is_mirrored and inquiry.side is Side.LEFT
    drawn = (shape for shape in map(read_shape, sorted(plate.shapes)) if shape)
    points = (shape for shape in drawn if shape.kind is Kind.TRIGGER_POINT)
    return [shape.mirrored.id if is_turned else shape.id for shape in points]


def _open(atlas: Atlas, inquiry: Inquiry, place: Place, tones: dict[ShapeId, list[Tone]]) -> None:
    muscle = atlas.muscles[place.muscle]
    for other in atlas.mapped_together.get(muscle.pattern or "", ()):
        if other is not muscle:
            tones.setdefault(Shape(Kind.MUSCLE, other.id, place.side).id, []).append(Tone.POSSIBLE)
    tones.setdefault(Shape(Kind.MUSCLE, muscle.id, place.side).id, []).append(Tone.OPENED)
    for point in muscle.trigger_points:
        tones.setdefault(Shape(Kind.TRIGGER_POINT, point.id, place.side).id, []).append(Tone.POINT)
    if open_question(inquiry) in ASKED_BLIND:
        return
    for shape, strength in zone_of(atlas, place).items():
        tone = Tone.ESSENTIAL if strength is Strength.ESSENTIAL else Tone.SPILLOVER
        tones.setdefault(shape, []).append(tone)


def _outline_bands(atlas: Atlas, inquiry: Inquiry, place: Place, tones: dict[ShapeId, list[Tone]]) -> None:
    """Outline the bands in which the trigger points of the open muscle lie, where they are drawn."""
    for point in atlas.muscles[place.muscle].trigger_points:
        band = Shape(Kind.BAND, point.id, place.side)
        if atlas.plates[inquiry.plate].shows(band):
            tones.setdefault(band.id, []).append(Tone.BAND)


def zone_of(atlas: Atlas, place: Place) -> dict[ShapeId, Strength]:
    """Return the shapes of a muscle's referral zone; a place that is both counts as essential."""
    zone: dict[ShapeId, Strength] = {}
    for point in atlas.muscles[place.muscle].trigger_points:
        for referral in point.referrals:
            for side in felt_on(atlas, referral.region, referral.laterality, place.side):
                shape = Shape(Kind.REGION, referral.region, side).id
                if zone.get(shape) is not Strength.ESSENTIAL:
                    zone[shape] = referral.strength
    return zone


def felt_on(atlas: Atlas, region: RegionId, laterality: Laterality, side: Side) -> tuple[Side, ...]:
    """Return the sides on which a referral from a muscle's side is felt."""
    known = atlas.regions.get(region)
    if known is None or not known.is_paired:
        return (Side.MIDLINE,)
    return (side,) if laterality is Laterality.SAME else (side, side.opposite)
