"""The screen: all that is to be seen, in words and tones, composed from an inquiry."""

from collections.abc import Mapping
from dataclasses import dataclass

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.plate import Kind, PlateId, Shape, ShapeId
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Statement, Voice
from bodymap.inquiry.card import Card, write_card
from bodymap.inquiry.footnotes import Footnotes
from bodymap.inquiry.names import ShapeNames
from bodymap.inquiry.rows import Row, list_candidates, list_muscles
from bodymap.inquiry.state import Inquiry, Layer
from bodymap.inquiry.tones import Tones, tone_of_rank, tone_shapes
from bodymap.inquiry.wording import (
    SIDE,
    URGENCY,
    name_pain,
    sentence,
)
from bodymap.reasoning.ranking import Ranking, rank

URGENCIES = ("emergency", "urgent", "soon", "routine")
INVITATION = {
    Layer.SKIN: (
        "Press on the drawing where it hurts, as many places as there are. "
        "Dotted rings are places inside: teeth, joint, ear, eye, throat."
    ),
    Layer.SURFACE: "Press a muscle to see where it can be felt.",
    Layer.DEEP: "Press a deep muscle to see where it can be felt.",
}
NOT_A_MUSCLE = (
    "No muscle drawn here is known to be felt there. "
    "Think of a tooth, the joint, a nerve or a sinus, and ask."
)


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
    """Everything that is to be seen."""

    plate: PlateId
    side: Side
    side_caption: str
    layer: Layer
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
    tones: Tones
    ranks: Mapping[ShapeId, int]
    names: Mapping[ShapeId, str]
    marked: frozenset[ShapeId]
    pressable: Kind
    can_go_back: bool
    can_start_over: bool


def compose(atlas: Atlas, inquiry: Inquiry) -> Screen:
    """Compose what is to be seen of an inquiry."""
    ranking = rank(atlas, inquiry.pains)
    rows = list_candidates(atlas, inquiry, ranking) if inquiry.pains else list_muscles(atlas, inquiry)
    notes = Footnotes()
    red_flags, otherwise = _red_flags(atlas, inquiry, notes), _otherwise(atlas, inquiry, notes)
    return Screen(
        plate=inquiry.plate,
        side=inquiry.side,
        side_caption=f"Patient's {SIDE[inquiry.side]} side",
        layer=inquiry.layer,
        voice=inquiry.voice,
        heading=_heading(inquiry, ranking),
        hint=INVITATION[inquiry.layer],
        chips=tuple(Chip(pain, name_pain(atlas, pain, inquiry.voice)) for pain in inquiry.pains),
        rows=rows,
        unexplained=_unexplained(atlas, inquiry, ranking),
        red_flags=red_flags,
        otherwise=otherwise,
        safety_sources=notes.list(atlas),
        card=write_card(atlas, inquiry, inquiry.place, _why(rows)) if inquiry.place else None,
        tones=tone_shapes(atlas, inquiry, ranking.candidates),
        ranks={} if inquiry.place else _ranks(ranking),
        names=ShapeNames(atlas, atlas.plates[inquiry.plate], inquiry.voice),
        marked=mark_inside(atlas, inquiry.plate),
        pressable=Kind.REGION if inquiry.layer is Layer.SKIN else Kind.MUSCLE,
        can_go_back=bool(inquiry.history),
        can_start_over=bool(inquiry.pains or inquiry.place),
    )


def _heading(inquiry: Inquiry, ranking: Ranking) -> str:
    if not inquiry.pains:
        return "All muscles of this drawing"
    number = len({candidate.place.muscle for candidate in ranking.candidates})
    if number == 0:
        return "No muscle here explains this"
    return "1 muscle this may come from" if number == 1 else f"{number} muscles this may come from"


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
    return f"{names}: {NOT_A_MUSCLE}"


def _why(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """Say for which of the chosen pains the open muscle is in the list."""
    row = next((row for row in rows if row.is_open and row.rank), None)
    if row is None:
        return ()
    return tuple(line for line in (f"Number {row.rank} in the list", *row.reasons, row.against) if line)


def _red_flags(atlas: Atlas, inquiry: Inquiry, notes: Footnotes) -> tuple[Otherwise, ...]:
    """The signs with which nobody should wait, the most urgent first."""
    found = sorted(atlas.red_flags, key=lambda flag: URGENCIES.index(flag.urgency))
    return tuple(_write_otherwise("", flag.sign, flag.urgency, inquiry.voice, notes) for flag in found)


def _otherwise(atlas: Atlas, inquiry: Inquiry, notes: Footnotes) -> tuple[Otherwise, ...]:
    """What else the chosen pains could be, the pressing first."""
    regions = dict.fromkeys(pain.region for pain in inquiry.pains)
    found = [known for known in atlas.otherwise if known.region in regions]
    found.sort(key=lambda known: URGENCIES.index(known.urgency))
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


def _write_otherwise(region: str, what: Statement, urgency: str, voice: Voice, notes: Footnotes) -> Otherwise:
    return Otherwise(
        region=region,
        text=what.words.in_voice(voice),
        urgency=URGENCY[urgency],
        is_pressing=urgency in {"emergency", "urgent"},
        citations=notes.number(what.sources),
    )


def mark_inside(atlas: Atlas, plate_id: PlateId) -> frozenset[ShapeId]:
    """Return the shapes that stand for a place inside the head, on both sides of the patient."""
    inside = {region.id for region in atlas.regions.values() if region.is_inside}
    return frozenset(
        name for name, shape in atlas.plates[plate_id].named_faces.items() if shape.name in inside
    )
