"""Muscles side by side: where each is felt, how it is found, what lies near, each with its sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import Muscle, Place
from bodymap.anatomy.plate import Kind, Shape, ShapeId, read_shape
from bodymap.anatomy.region import Pain, RegionId
from bodymap.anatomy.words import SourceId, Statement, Voice
from bodymap.inquiry.card import FRAMING, Item, write_item
from bodymap.inquiry.footnotes import Footnotes, Reference
from bodymap.inquiry.state import MOST_COMPARED, Inquiry
from bodymap.inquiry.tones import LETTERS, zone_of
from bodymap.inquiry.views import seen_now
from bodymap.inquiry.wording import (
    STRENGTH,
    SURENESS,
    TESTED,
    add_side,
    name_muscle,
    name_pain,
    sentence,
)
from bodymap.language import mark, say
from bodymap.reasoning.evidence import best_reach
from bodymap.reasoning.ranking import Ranking

MOST_OFFERED = 2
LISTS = {
    "feels_like": (mark("What it can feel like"), mark("Associated symptoms")),
    "keeps_it_going": (mark("What keeps it going"), mark("Perpetuating factors")),
    "how_found": (mark("How it is found"), mark("Palpation")),
    "dangers": (mark("Take care: what lies near"), mark("Hazards nearby")),
    "treatment": (mark("What treatments there are"), mark("Treatment notes")),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A muscle that is compared, and the letter that stands for it."""

    place: Place
    letter: str
    words: str
    is_drawn: bool
    """Whether the open view shows it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A candidate that could be laid beside the others."""

    place: Place
    words: str


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature, and what is said of it for each muscle; for one of which nothing is known, nothing."""

    heading: str
    cells: tuple[tuple[Item, ...], ...]
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything on the page of muscles side by side."""

    title: str
    hint: str
    columns: tuple[Column, ...]
    offers: tuple[Offer, ...]
    features: tuple[Feature, ...]
    nothing: str
    """What a cell says of which nothing is known."""
    bibliography: tuple[Reference, ...]
    framing: str


def write_comparison(atlas: Atlas, inquiry: Inquiry, ranking: Ranking) -> Comparison:
    """Lay the chosen muscles side by side, in the reader's voice; it compares, and never chooses."""
    notes, voice = Footnotes(atlas), inquiry.voice
    features = tuple(_features(atlas, inquiry, notes)) if inquiry.compared else ()
    return Comparison(
        say("Muscles side by side"),
        _hint(inquiry, ranking),
        tuple(_column(atlas, inquiry, place, letter) for place, letter in _lettered(inquiry)),
        tuple(_offers(atlas, inquiry, ranking)),
        features,
        say("Nothing found about this"),
        notes.list(),
        say(FRAMING[voice]),
    )


def _lettered(inquiry: Inquiry) -> Iterator[tuple[Place, str]]:
    return zip(inquiry.compared, LETTERS, strict=False)


def _hint(inquiry: Inquiry, ranking: Ranking) -> str:
    if len(inquiry.compared) >= MOST_COMPARED:
        return ""
    if ranking.candidates:
        return say("Choose two or three: here, in the list or in the drawing.")
    return say("Choose two or three: press muscles in the list or in the drawing.")


def _column(atlas: Atlas, inquiry: Inquiry, place: Place, letter: str) -> Column:
    shape = Shape(Kind.MUSCLE, place.muscle, place.side)
    words = add_side(name_muscle(atlas.muscles[place.muscle], inquiry.voice), place.side)
    return Column(place, letter, words, seen_now(atlas, inquiry, shape))


def _offers(atlas: Atlas, inquiry: Inquiry, ranking: Ranking) -> Iterator[Offer]:
    """Offer the best candidates that are not compared yet."""
    if len(inquiry.compared) >= MOST_COMPARED:
        return
    others = (
        each
        for each in ranking.candidates[: MOST_COMPARED + MOST_OFFERED]
        if each.place not in inquiry.compared
    )
    for candidate, _ in zip(others, range(MOST_OFFERED), strict=False):
        name = name_muscle(atlas.muscles[candidate.place.muscle], inquiry.voice)
        yield Offer(candidate.place, add_side(name, candidate.place.side))


def _features(atlas: Atlas, inquiry: Inquiry, notes: Footnotes) -> Iterator[Feature]:
    muscles = [atlas.muscles[place.muscle] for place in inquiry.compared]
    clinical = inquiry.voice is Voice.CLINICAL
    if inquiry.pains:
        cells = tuple(tuple(_explained(atlas, inquiry, place, notes)) for place in inquiry.compared)
        yield Feature(say("Felt where it hurts"), cells)
    yield Feature(
        say("Where else it is felt, and from whom"),
        tuple(tuple(_zones(atlas, inquiry, place, notes)) for place in inquiry.compared),
    )
    points = tuple(tuple(_points(muscle, inquiry.voice, notes)) for muscle in muscles)
    yield Feature(say("Trigger points"), points)
    for field, headings in LISTS.items():
        said: list[tuple[Statement, ...]] = [getattr(muscle, field) for muscle in muscles]
        cells = tuple(tuple(write_item(each, inquiry.voice, notes) for each in told) for told in said)
        yield Feature(say(headings[clinical]), cells, is_warning=field == "dangers")


def _explained(atlas: Atlas, inquiry: Inquiry, place: Place, notes: Footnotes) -> Iterator[Item]:
    """Say of each place that hurts whether it is felt from a muscle, and how surely."""
    muscle, voice = atlas.muscles[place.muscle], inquiry.voice
    for pain in inquiry.pains:
        name = name_pain(atlas, pain, voice)
        found = best_reach(atlas, muscle, place.side, pain.region, pain.side)
        if found is None or (found.referral is None and not found.value):
            yield Item(say("{place}: not felt from here", place=name), "", ())
        elif found.referral is None:
            yield Item(say("{place}: the muscle itself lies there", place=name), "", ())
        else:
            known = found.referral
            strength = say(STRENGTH[voice][known.strength])
            sure = f"{say(SURENESS[voice][known.sureness])} · {say(TESTED[voice][known.tested])}"
            words = say("{place}: {strength}", place=name, strength=strength)
            yield Item(f"✓ {words}", sure, notes.cite(known.sources))


def _zones(atlas: Atlas, inquiry: Inquiry, place: Place, notes: Footnotes) -> Iterator[Item]:
    """Say which places are felt from this muscle alone, and which from others of them too."""
    zones = {letter: set(zone_of(atlas, other)) for other, letter in _lettered(inquiry)}
    own = next(letter for other, letter in _lettered(inquiry) if other == place)
    groups: dict[str, list[ShapeId]] = {}
    for shape in zone_of(atlas, place):
        with_it = "".join(letter for letter, zone in zones.items() if letter != own and shape in zone)
        groups.setdefault(with_it, []).append(shape)
    for with_it, shapes in sorted(groups.items(), key=lambda each: (-len(each[0]), each[0])):
        names = ", ".join(_name_shape(atlas, shape, inquiry.voice) for shape in shapes)
        phrase = say("Also from {letters}: {places}", letters=", ".join(with_it), places=names)
        alone = say("Only from here: {places}", places=names)
        yield Item(phrase if with_it else alone, "", notes.cite(_sources(atlas, place, shapes)))


def _name_shape(atlas: Atlas, shape_id: ShapeId, voice: Voice) -> str:
    shape = read_shape(shape_id)
    return name_pain(atlas, Pain(RegionId(shape.name), shape.side), voice) if shape else ""


def _sources(atlas: Atlas, place: Place, shapes: list[ShapeId]) -> list[SourceId]:
    """Return who says that a muscle is felt in some places."""
    names = {shape.name for shape in map(read_shape, shapes) if shape}
    referrals = [each for point in atlas.muscles[place.muscle].trigger_points for each in point.referrals]
    return list(
        dict.fromkeys(source for each in referrals if each.region in names for source in each.sources)
    )


def _points(muscle: Muscle, voice: Voice, notes: Footnotes) -> Iterator[Item]:
    for point in muscle.trigger_points:
        item = write_item(point.where, voice, notes)
        name = sentence(point.name.in_voice(voice))
        words = say("{point}: {where}", point=name, where=item.text)
        yield Item(words, item.sureness, item.citations, item.caution)
