"""Treatments side by side, what matters to this person first: it compares, and never chooses."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.treatment import Stage, Treatment
from bodymap.anatomy.words import Matter, Statement, Voice
from bodymap.inquiry.card import Item, write_item
from bodymap.inquiry.footnotes import Footnotes, Reference
from bodymap.inquiry.guides import HEADINGS, guide_to
from bodymap.inquiry.state import Inquiry
from bodymap.inquiry.wording import sentence
from bodymap.language import mark, say

MATTERS = {
    Matter.NEEDLES: (mark("No needles"), mark("Needle or not")),
    Matter.FAST_RELIEF: (mark("Fast relief"), mark("How fast it may help")),
    Matter.BLOOD_THINNER: (mark("Takes a blood thinner"), mark("With a blood thinner")),
    Matter.PREGNANCY: (mark("Pregnant"), mark("In pregnancy")),
}
"""For each: what a person says of themselves, and what the row about it is called."""
BRIEF = ("what_it_is", "visit", "course", "evidence", "cost")
"""What is told of every treatment, the first of each list."""
BRIEFLY = 1
FRAMING = mark(
    "This compares. It does not choose, and its order says nothing. Talk it over with who treats you."
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Something that may matter, and whether it does to this person."""

    matter: Matter
    words: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What is said of one treatment; nothing where nothing was found."""

    guide: str
    title: str
    items: tuple[Item, ...]
    more: int = 0
    """How many statements more its own page has."""


@dataclass(frozen=True, slots=True)
class WeighRow:
    """One matter or feature, across all treatments."""

    heading: str
    is_chosen: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Weighing:
    """Everything on the page of treatments side by side."""

    title: str
    hint: str
    matters: tuple[Chosen, ...]
    rows: tuple[WeighRow, ...]
    nothing: str
    bibliography: tuple[Reference, ...]
    framing: str


def write_weighing(atlas: Atlas, inquiry: Inquiry) -> Weighing:
    """Lay all treatments side by side in the order of the pack; what matters decides what is told first."""
    notes, voice = Footnotes(atlas), inquiry.voice
    first = [_row_of(atlas, matter, voice, notes) for matter in Matter if matter in inquiry.matters]
    brief = [_row_brief(atlas, field, voice, notes) for field in BRIEF]
    rest = [_row_of(atlas, matter, voice, notes) for matter in Matter if matter not in inquiry.matters]
    rows = [*((row, True) for row in first), *((row, False) for row in (*brief, *rest))]
    return Weighing(
        say("Treatments side by side"),
        say("What matters to this person? It is told first."),
        tuple(Chosen(each, say(MATTERS[each][0]), each in inquiry.matters) for each in Matter),
        tuple(WeighRow(heading, is_chosen, cells) for (heading, cells), is_chosen in rows),
        say("Nothing found about this"),
        notes.list(),
        say(FRAMING),
    )


def told_of(treatment: Treatment, matter: Matter) -> Iterator[tuple[str, Statement]]:
    """Yield what a treatment says of a matter, each with the visits that it is about, if it is."""
    for field in HEADINGS:
        for each in getattr(treatment, field):
            said = each.what if isinstance(each, Stage) else each
            if matter in said.matters:
                yield (each.visits if isinstance(each, Stage) else ""), said
    for part in treatment.parts:
        yield from (("", each) for each in part.statements if matter in each.matters)


def _row_of(atlas: Atlas, matter: Matter, voice: Voice, notes: Footnotes) -> tuple[str, tuple[Cell, ...]]:
    """Write what every treatment says of a matter."""

    def write(treatment: Treatment) -> tuple[tuple[Item, ...], int]:
        return tuple(_write(*each, voice, notes) for each in told_of(treatment, matter)), 0

    return say(MATTERS[matter][1]), _cells(atlas, voice, write)


def _row_brief(atlas: Atlas, field: str, voice: Voice, notes: Footnotes) -> tuple[str, tuple[Cell, ...]]:
    """Write the first of what every treatment says under one of its headings."""

    def write(treatment: Treatment) -> tuple[tuple[Item, ...], int]:
        said: tuple[Statement, ...] = getattr(treatment, field)
        return tuple(write_item(each, voice, notes) for each in said[:BRIEFLY]), len(said[BRIEFLY:])

    return say(HEADINGS[field][voice is Voice.CLINICAL]), _cells(atlas, voice, write)


def _cells(
    atlas: Atlas, voice: Voice, write: Callable[[Treatment], tuple[tuple[Item, ...], int]]
) -> tuple[Cell, ...]:
    return tuple(
        Cell(guide_to(each.id), sentence(each.name.in_voice(voice)), *write(each))
        for each in atlas.treatments.values()
    )


def _write(visits: str, statement: Statement, voice: Voice, notes: Footnotes) -> Item:
    """Write a statement, and of which visits it is."""
    item = write_item(statement, voice, notes)
    if not visits:
        return item
    text = say("Visits {visits}: {words}", visits=visits, words=item.text)
    return Item(text, item.sureness, item.citations, item.caution, item.press, item.about)
