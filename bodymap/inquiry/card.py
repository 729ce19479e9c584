"""The card of one muscle: what it is, where it is felt, and what can be done, each with its sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.finding import Finding
from bodymap.anatomy.muscle import Muscle, Place, Referral, Strength, TriggerPoint
from bodymap.anatomy.region import Side
from bodymap.anatomy.treatment import TreatmentId
from bodymap.anatomy.words import Press, Statement, Voice
from bodymap.inquiry.footnotes import Cite, Footnotes, Reference
from bodymap.inquiry.standing import say_standing
from bodymap.inquiry.state import Inquiry
from bodymap.inquiry.tones import felt_on
from bodymap.inquiry.wording import (
    CERTAINTY,
    STRENGTH,
    SURENESS,
    TESTED,
    add_side,
    name_muscle,
    name_side,
    say_frequency,
    sentence,
)
from bodymap.language import mark, say

HEADINGS = {
    "what_it_is": (mark("What it is"), mark("Anatomy")),
    "feels_like": (mark("What it can feel like"), mark("Associated symptoms")),
    "keeps_it_going": (mark("What keeps it going"), mark("Perpetuating factors")),
    "dangers": (mark("Take care: what lies near"), mark("Hazards nearby")),
    "self_care": (mark("What people do themselves"), mark("Self-care")),
    "treatment": (mark("What treatments there are"), mark("Treatment notes")),
    "how_found": (mark("How it is found"), mark("Palpation")),
    "disputed": (mark("What is disputed"), mark("Contested")),
}
FRAMING = {
    Voice.PLAIN: mark("This explains what is known. It does not tell you what you have. Ask your clinician."),
    Voice.CLINICAL: mark("Education, not a diagnosis and not a recommendation."),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One statement on a card: its words, its caution, how sure it is, and the numbers of its sources."""

    text: str
    sureness: str
    citations: tuple[Cite, ...]
    caution: str = ""
    press: str = ""
    """How hard, how long and where an examiner presses."""
    about: TreatmentId | None = None
    """The treatment that it is about."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the statements under it."""

    heading: str
    items: tuple[Item, ...]
    is_warning: bool = False
    is_in_steps: bool = False


@dataclass(frozen=True, slots=True)
class Zone:
    """One region of the referral zone, in words."""

    region: str
    strength: Strength
    label: str
    detail: str
    citations: tuple[Cite, ...]
    is_on_plate: bool


@dataclass(frozen=True, slots=True)
class Point:
    """A trigger point in words: where it lies and where it is felt."""

    title: str
    where: Item
    zones: tuple[Zone, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that is said about one muscle."""

    place: Place
    title: str
    latin: str
    side: str
    together: str
    why: tuple[tuple[str, str], ...]
    """The sum by which it is in the list: first the whole, then each value and what it stands for."""
    finding: Answer | None
    """Whether pressing here brought the familiar pain, if it was said."""
    found: Finding | None
    """All that pressing here brought."""
    standing: str
    """How the muscle stands by it, in words."""
    side_note: Item | None
    points: tuple[Point, ...]
    no_map: str
    sections: tuple[Section, ...]
    bibliography: tuple[Reference, ...]
    framing: str


def write_card(atlas: Atlas, inquiry: Inquiry, place: Place, why: tuple[tuple[str, str], ...] = ()) -> Card:
    """Write the card of a muscle in the reader's voice, with the reasons for which it is in the list."""
    muscle, voice, notes = atlas.muscles[place.muscle], inquiry.voice, Footnotes(atlas)
    points = tuple(_point(atlas, inquiry, place.side, point, notes) for point in muscle.trigger_points)
    side_note = write_item(muscle.side_note, voice, notes) if muscle.side_note else None
    sections = _sections(muscle, voice, notes)
    found = dict(inquiry.findings).get(place)
    return Card(
        place=place,
        title=name_muscle(muscle, voice),
        latin=muscle.latin,
        side=name_side(place.side),
        together=_together(atlas, muscle, voice),
        why=why,
        finding=found.verdict if found else None,
        found=found,
        standing=say_standing(found),
        side_note=side_note,
        points=points,
        no_map="" if muscle.is_candidate else say("No published map with sources was found for this muscle."),
        sections=sections,
        bibliography=notes.list(),
        framing=say(FRAMING[voice]),
    )


def _sections(muscle: Muscle, voice: Voice, notes: Footnotes) -> tuple[Section, ...]:
    sections = []
    for field, headings in HEADINGS.items():
        statements: tuple[Statement, ...] = getattr(muscle, field)
        if statements:
            heading = say(headings[voice is Voice.CLINICAL])
            items = tuple(write_item(statement, voice, notes) for statement in statements)
            sections.append(Section(heading, items, is_warning=field == "dangers"))
        if field == "how_found":
            sections += _how_often(muscle, voice, notes)
    return tuple(sections)


def _how_often(muscle: Muscle, voice: Voice, notes: Footnotes) -> Iterator[Section]:
    """Say how often the muscle was found active in studies, if it was counted."""
    items = tuple(
        Item(
            sentence(say_frequency(known, voice)),
            say(SURENESS[voice][known.sureness]),
            notes.cite(known.sources),
        )
        for known in muscle.frequencies
    )
    if items:
        yield Section(say("How often it was found") if voice is Voice.PLAIN else say("Prevalence"), items)


def write_item(statement: Statement, voice: Voice, notes: Footnotes) -> Item:
    """Write one statement in the reader's voice."""
    sureness = say(SURENESS[voice][statement.sureness])
    if statement.certainty:
        sureness = f"{sureness} · {say(CERTAINTY[statement.certainty])}"
    return Item(
        statement.words.in_voice(voice),
        sureness,
        notes.cite(statement.sources),
        statement.caution.in_voice(voice) if statement.caution else "",
        _press(statement.press, voice) if statement.press else "",
        TreatmentId(statement.about) if statement.about else None,
    )


def _press(press: Press, voice: Voice) -> str:
    """Say how hard, how long and where an examiner presses."""
    seconds = "–".join(str(each) for each in press.seconds)
    sites = ", ".join(site.in_voice(voice) for site in press.sites)
    if press.force_kg is None:
        return say("{seconds} s: {sites}", seconds=seconds, sites=sites)
    return say("{force} kg, {seconds} s: {sites}", force=press.force_kg, seconds=seconds, sites=sites)


def _point(atlas: Atlas, inquiry: Inquiry, side: Side, point: TriggerPoint, notes: Footnotes) -> Point:
    voice = inquiry.voice
    return Point(
        sentence(point.name.in_voice(voice)),
        write_item(point.where, voice, notes),
        tuple(_zone(atlas, inquiry, side, referral, notes) for referral in point.referrals),
        point.note.in_voice(voice) if point.note else "",
    )


def _zone(atlas: Atlas, inquiry: Inquiry, side: Side, referral: Referral, notes: Footnotes) -> Zone:
    voice = inquiry.voice
    region = atlas.regions[referral.region]
    sides = felt_on(atlas, region.id, referral.laterality, side)
    name = sentence(region.name.in_voice(voice))
    detail = [say(SURENESS[voice][referral.sureness]), say(TESTED[voice][referral.tested])]
    detail.append(referral.note.in_voice(voice) if referral.note else "")
    drawn = f"region-{region.id}-"
    return Zone(
        _add_sides(name, sides) if region.is_paired else name,
        referral.strength,
        say(STRENGTH[voice][referral.strength]),
        " · ".join(part for part in detail if part),
        notes.cite(referral.sources),
        any(shape.startswith(drawn) for shape in atlas.plates[inquiry.plate].shapes),
    )


def _add_sides(name: str, sides: tuple[Side, ...]) -> str:
    """Return the name of a region with the sides on which it is meant."""
    return say("{name} (both sides)", name=name) if len(sides) > 1 else add_side(name, sides[0])


def _together(atlas: Atlas, muscle: Muscle, voice: Voice) -> str:
    """Say which muscles the sources map together with this one."""
    others = [other for other in atlas.mapped_together.get(muscle.pattern or "", ()) if other is not muscle]
    if not others:
        return ""
    names = ", ".join(name_muscle(other, voice) for other in others)
    return say("Mapped together with: {muscles}", muscles=names)
