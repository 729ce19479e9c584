"""The screen: all that is to be seen, in words and tones, composed from an inquiry."""

from collections.abc import Mapping
from dataclasses import dataclass

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.plate import STRUCTURES, Aspect, Kind, Plate, PlateId, Shape, ShapeId
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.screening import Urgency
from bodymap.anatomy.words import Statement, Voice
from bodymap.inquiry.card import Card, write_card
from bodymap.inquiry.footnotes import Footnotes
from bodymap.inquiry.names import ShapeNames
from bodymap.inquiry.rows import Row, list_candidates, list_muscles
from bodymap.inquiry.state import Inquiry, Layer, Switch, layers_of
from bodymap.inquiry.structure_card import StructureCard, write_structure
from bodymap.inquiry.tones import Tones, tone_of_rank, tone_shapes
from bodymap.inquiry.views import View, is_flipped, list_views
from bodymap.inquiry.wording import (
    URGENCY,
    name_layer,
    name_pain,
    sentence,
)
from bodymap.language import mark, say, say_number
from bodymap.reasoning.ranking import Ranking, rank

INVITATION = {
    Layer.SKIN: mark(
        "Press on the drawing where it hurts, as many places as there are. "
        "Dotted rings are places inside: teeth, joint, ear, eye, throat."
    ),
    Layer.SURFACE: mark("Press a muscle to see where it can be felt."),
    Layer.DEEP: mark("Press a deep muscle to see where it can be felt."),
    Layer.BONE: mark("Press a bone to learn its name."),
}
NOT_A_MUSCLE = mark(
    "{places}: No muscle drawn here is known to be felt there. "
    "Think of a tooth, the joint, a nerve or a sinus, and ask."
)
ONE_SIDE = {Side.RIGHT: mark("Patient's right side"), Side.LEFT: mark("Patient's left side")}
BOTH_SIDES = {Side.RIGHT: mark("Patient's right"), Side.LEFT: mark("Patient's left")}


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen region, to be read and taken away."""

    pain: Pain
    words: str


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Something other than a muscle that a chosen pain could be."""

    region: str
    text: str
    urgency: str
    is_pressing: bool
    citations: tuple[int, ...]


@dataclass(frozen=True)
class Screen:
    """Everything that is to be seen.

    ``captions`` say which side of the patient lies on the viewer's left, and which on the right; where the
    drawing is of one side, the first says so and the second is empty. ``is_flipped`` turns the drawing as in
    a mirror; ``swaps_sides`` says that then what is drawn as right is the patient's left.
    """

    plate: PlateId
    side: Side
    views: tuple[View, ...]
    is_flipped: bool
    swaps_sides: bool
    captions: tuple[str, str]
    layer: Layer
    layers: tuple[tuple[Layer, str], ...]
    opens_jaw: bool
    can_open_jaw: bool
    switches: frozenset[Switch]
    offered: frozenset[Switch]
    voice: Voice
    heading: str
    hint: str
    chips: tuple[Chip, ...]
    rows: tuple[Row, ...]
    unexplained: str
    red_flags: tuple[Otherwise, ...]
    otherwise: tuple[Otherwise, ...]
    safety_sources: tuple[str, ...]
    card: Card | None
    structure: StructureCard | None
    tones: Tones
    ranks: Mapping[ShapeId, int]
    names: Mapping[ShapeId, str]
    labels: Mapping[ShapeId, str]
    marked: frozenset[ShapeId]
    pressable: frozenset[Kind]
    can_go_back: bool
    can_start_over: bool


def compose(atlas: Atlas, inquiry: Inquiry) -> Screen:
    """Compose what is to be seen of an inquiry."""
    ranking = rank(atlas, inquiry.pains)
    rows = list_candidates(atlas, inquiry, ranking) if inquiry.pains else list_muscles(atlas, inquiry)
    notes = Footnotes()
    red_flags, otherwise = _red_flags(atlas, inquiry, notes), _otherwise(atlas, inquiry, notes)
    plate = atlas.plates[inquiry.plate]
    flips = is_flipped(plate, inquiry.side, inquiry)
    return Screen(
        plate=inquiry.plate,
        side=inquiry.side,
        views=list_views(atlas, inquiry),
        is_flipped=flips,
        swaps_sides=flips and plate.is_mirrored,
        captions=_captions(plate, inquiry.side, is_flipped=flips),
        layer=inquiry.layer,
        layers=tuple((layer, name_layer(layer, plate.aspect)) for layer in layers_of(plate.aspect)),
        opens_jaw=inquiry.opens_jaw,
        can_open_jaw=plate.can_open_jaw,
        switches=inquiry.switches,
        offered=_offered(plate),
        voice=inquiry.voice,
        heading=_heading(inquiry, ranking),
        hint=say(INVITATION[inquiry.layer]),
        chips=tuple(Chip(pain, name_pain(atlas, pain, inquiry.voice)) for pain in inquiry.pains),
        rows=rows,
        unexplained=_unexplained(atlas, inquiry, ranking),
        red_flags=red_flags,
        otherwise=otherwise,
        safety_sources=notes.list(atlas),
        card=write_card(atlas, inquiry, inquiry.place, _why(rows)) if inquiry.place else None,
        structure=write_structure(atlas, inquiry.structure, inquiry.voice) if inquiry.structure else None,
        tones=tone_shapes(atlas, inquiry, ranking.candidates),
        ranks={} if inquiry.place else _ranks(ranking),
        names=ShapeNames(atlas, plate, inquiry.voice),
        labels=_labels(atlas, inquiry, plate),
        marked=mark_inside(atlas, inquiry.plate),
        pressable=_pressable(inquiry),
        can_go_back=bool(inquiry.history),
        can_start_over=bool(inquiry.pains or inquiry.place or inquiry.structure),
    )


def _captions(plate: Plate, side: Side, *, is_flipped: bool) -> tuple[str, str]:
    """Say which side of the patient is seen, or which lies on which side of the viewer."""
    if plate.is_mirrored:
        return say(ONE_SIDE[side]), ""
    left_first = is_flipped is not (plate.aspect is Aspect.POSTERIOR)
    sides = (Side.LEFT, Side.RIGHT) if left_first else (Side.RIGHT, Side.LEFT)
    return say(BOTH_SIDES[sides[0]]), say(BOTH_SIDES[sides[1]])


def _offered(plate: Plate) -> frozenset[Switch]:
    """Return the switches that mean something on a plate."""
    kinds = {name.partition("-")[0] for name in plate.shapes}
    means = {
        Switch.DANGERS: Kind.DANGER in kinds,
        Switch.POINTS: Kind.TRIGGER_POINT in kinds,
        Switch.NAMES: True,
        Switch.MIRROR: not plate.is_mirrored,
    }
    return frozenset(switch for switch, is_meant in means.items() if is_meant)


def _pressable(inquiry: Inquiry) -> frozenset[Kind]:
    """Return what a press means in a layer; dangers, where they are shown, lie above all."""
    if inquiry.layer is Layer.SKIN:
        kinds = {Kind.REGION}
    elif inquiry.layer is Layer.BONE:
        kinds = set(STRUCTURES) - {Kind.DANGER}
    else:
        kinds = {Kind.MUSCLE, Kind.JOINT, Kind.TOOTH, Kind.ORAL}
    return frozenset(kinds | {Kind.DANGER} if Switch.DANGERS in inquiry.switches else kinds)


def _labels(atlas: Atlas, inquiry: Inquiry, plate: Plate) -> Mapping[ShapeId, str]:
    """Name what is written beside the drawing: all that a press may mean, if names are asked for."""
    if Switch.NAMES not in inquiry.switches:
        return {}
    return ShapeNames(atlas, plate, inquiry.voice, says_side=False)


def _heading(inquiry: Inquiry, ranking: Ranking) -> str:
    if not inquiry.pains:
        return say("All muscles of this drawing")
    number = len({candidate.place.muscle for candidate in ranking.candidates})
    if number == 0:
        return say("No muscle here explains this")
    return say_number(number, "1 muscle this may come from", "{number} muscles this may come from")


def _ranks(ranking: Ranking) -> Mapping[ShapeId, int]:
    """The number of each candidate that glows, on its muscle."""
    return {
        Shape(Kind.MUSCLE, candidate.place.muscle, candidate.place.side).id: number
        for number, candidate in enumerate(ranking.candidates, 1)
        if tone_of_rank(number)
    }


def _unexplained(atlas: Atlas, inquiry: Inquiry, ranking: Ranking) -> str:
    if not ranking.unexplained:
        return ""
    names = ", ".join(name_pain(atlas, pain, inquiry.voice) for pain in ranking.unexplained)
    return say(NOT_A_MUSCLE, places=names)


def _why(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """Say for which of the chosen pains the open muscle is in the list."""
    row = next((row for row in rows if row.is_open and row.rank), None)
    if row is None:
        return ()
    number = say("Number {number} in the list", number=row.rank)
    return tuple(line for line in (number, *row.reasons, row.against) if line)


def _red_flags(atlas: Atlas, inquiry: Inquiry, notes: Footnotes) -> tuple[Otherwise, ...]:
    """The signs with which nobody should wait, the most urgent first."""
    found = sorted(atlas.rules, key=lambda rule: rule.urgency.order)
    return tuple(_write_otherwise("", rule.why, rule.urgency, inquiry.voice, notes) for rule in found)


def _otherwise(atlas: Atlas, inquiry: Inquiry, notes: Footnotes) -> tuple[Otherwise, ...]:
    """What else the chosen pains could be, the pressing first."""
    regions = dict.fromkeys(pain.region for pain in inquiry.pains)
    found = [known for known in atlas.otherwise if known.region in regions]
    found.sort(key=lambda known: known.urgency.order)
    return tuple(
        _write_otherwise(
            sentence(atlas.regions[known.region].name.in_voice(inquiry.voice)),
            known.what,
            known.urgency,
            inquiry.voice,
            notes,
        )
        for known in found
    )


def _write_otherwise(
    region: str, what: Statement, urgency: Urgency, voice: Voice, notes: Footnotes
) -> Otherwise:
    return Otherwise(
        region=region,
        text=what.words.in_voice(voice),
        urgency=say(URGENCY[urgency]),
        is_pressing=urgency.is_pressing,
        citations=notes.number(what.sources),
    )


def mark_inside(atlas: Atlas, plate_id: PlateId) -> frozenset[ShapeId]:
    """Return the shapes that stand for a place inside the head, on both sides of the patient.

    Where the drawing itself shows the inside, nothing has to be marked as being there.
    """
    if atlas.plates[plate_id].aspect is Aspect.INTRAORAL:
        return frozenset()
    inside = {region.id for region in atlas.regions.values() if region.is_inside}
    faces = atlas.plates[plate_id].named_faces
    return frozenset(
        name for name, shape in faces.items() if shape.kind is Kind.REGION and shape.name in inside
    )
