"""How a muscle stands after it was pressed: familiar pain, ruled out, not sure, or still open."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.finding import Finding
from bodymap.anatomy.muscle import MuscleId, Place
from bodymap.anatomy.plate import Kind, Shape, ShapeId
from bodymap.inquiry.state import Inquiry
from bodymap.language import mark, say


class Standing(StrEnum):
    """What pressing says of a muscle."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    RULED_OUT = "ruled_out"
    UNSURE = "unsure"


VERDICTS = {Answer.YES: Standing.CONFIRMED, Answer.NO: Standing.RULED_OUT, Answer.NOT_SURE: Standing.UNSURE}
SIGNS = {Standing.OPEN: "", Standing.CONFIRMED: "✓", Standing.RULED_OUT: "–", Standing.UNSURE: "?"}
"""The sign of each standing, beside a number and before its words."""
WORDS = {
    Standing.OPEN: mark("not pressed yet"),
    Standing.CONFIRMED: mark("familiar pain"),
    Standing.RULED_OUT: mark("not the familiar pain"),
    Standing.UNSURE: mark("not sure"),
}
NO_PAIN = mark("no pain when pressed")


def standing_of(finding: Finding | None) -> Standing:
    """Return how a muscle stands by what pressing it brought."""
    if finding is None:
        return Standing.OPEN
    if finding.verdict is None:
        return Standing.UNSURE if finding.hurts is Answer.NOT_SURE else Standing.OPEN
    return VERDICTS[finding.verdict]


def finding_at(atlas: Atlas, inquiry: Inquiry, place: Place) -> Finding | None:
    """Return what pressing a muscle brought, or one that is mapped together with it."""
    found = dict(inquiry.findings)
    fellows = (Place(muscle, place.side) for muscle in fellows_of(atlas, place))
    return found.get(place) or next((found[fellow] for fellow in fellows if fellow in found), None)


def fellows_of(atlas: Atlas, place: Place) -> tuple[MuscleId, ...]:
    """Return the muscles that are mapped together with one, itself among them."""
    muscle = atlas.muscles[place.muscle]
    return tuple(each.id for each in atlas.mapped_together.get(muscle.pattern or "", (muscle,)))


def say_standing(finding: Finding | None) -> str:
    """Say how a muscle stands, its sign first; nothing while it is open."""
    standing = standing_of(finding)
    if standing is Standing.OPEN:
        return ""
    is_painless = finding is not None and finding.hurts is Answer.NO
    return f"{SIGNS[standing]} {say(NO_PAIN if is_painless else WORDS[standing])}"


def shapes_found(inquiry: Inquiry) -> Iterator[tuple[ShapeId, Standing]]:
    """Go through the muscles of which pressing said something, with how they stand."""
    for place, finding in inquiry.findings:
        standing = standing_of(finding)
        if standing is not Standing.OPEN:
            yield Shape(Kind.MUSCLE, place.muscle, place.side).id, standing


def signs_found(inquiry: Inquiry) -> Mapping[ShapeId, str]:
    """Return the sign that stands beside the number of each muscle that was pressed."""
    return {shape: SIGNS[standing] for shape, standing in shapes_found(inquiry)}
