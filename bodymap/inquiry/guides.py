"""The pages about treatments and topics: what there is to read, chapter by chapter, with sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.treatment import Chapter, Stage, Table, Topic, TopicId, Treatment, TreatmentId
from bodymap.anatomy.words import Statement, Voice, Words
from bodymap.inquiry.card import FRAMING, Item, Section, write_item
from bodymap.inquiry.footnotes import Footnotes, Reference
from bodymap.inquiry.state import GUIDES
from bodymap.inquiry.wording import sentence
from bodymap.language import mark, say

TREATMENT, TOPIC = "treatment", "topic"
HEADINGS = {
    "what_it_is": (mark("What it is"), mark("Definition")),
    "how_it_works": (mark("How it is thought to work"), mark("Proposed mechanism")),
    "for_whom": (mark("For whom"), mark("Indications in use")),
    "not_for": (mark("Who should not, or take care"), mark("Contraindications and precautions")),
    "visit": (mark("A visit, step by step"), mark("Procedure")),
    "feels_like": (mark("What it feels like"), mark("Sensations during it")),
    "afterwards": (mark("Afterwards"), mark("Aftercare")),
    "course": (mark("How many visits"), mark("Course")),
    "stages": (mark("The course, visit by visit"), mark("Course by visits")),
    "track": (mark("What to keep track of"), mark("Outcome measures")),
    "change_plan": (mark("When to change the plan"), mark("When to reconsider")),
    "who_gives": (mark("Who may give it"), mark("Providers")),
    "evidence": (mark("How well it is shown"), mark("Evidence")),
    "cost": (mark("What it costs, and who pays"), mark("Cost and cover")),
    "disputed": (mark("What is disputed"), mark("Contested")),
}
_WARNINGS = {"not_for"}
_STEPS = {"visit"}


@dataclass(frozen=True, slots=True)
class GuideEntry:
    """A treatment or topic, as it is listed."""

    guide: str
    title: str


@dataclass(frozen=True, slots=True)
class GuideTable:
    """Things side by side, feature by feature."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Item, ...]], ...]


@dataclass(frozen=True, slots=True)
class GuideStage:
    """A part of a course of treatment."""

    visits: str
    item: Item


@dataclass(frozen=True, slots=True)
class Guide:
    """One page about a treatment or topic; or, with entries, the list of them all."""

    guide: str
    title: str
    clinical: str
    sections: tuple[Section, ...] = ()
    stages: tuple[GuideStage, ...] = ()
    stages_heading: str = ""
    tables: tuple[GuideTable, ...] = ()
    entries: tuple[tuple[str, tuple[GuideEntry, ...]], ...] = ()
    bibliography: tuple[Reference, ...] = ()
    framing: str = ""


def is_guide(atlas: Atlas, guide: str) -> bool:
    """Whether there is such a page."""
    return guide == GUIDES or _find(atlas, guide) is not None


def guide_to(treatment: TreatmentId) -> str:
    """Return how the page of a treatment is called."""
    return f"{TREATMENT}/{treatment}"


def write_guide(atlas: Atlas, guide: str, voice: Voice) -> Guide | None:
    """Write a page in the reader's voice; nothing where the atlas does not know it."""
    if guide == GUIDES:
        return _write_list(atlas, voice)
    known = _find(atlas, guide)
    if isinstance(known, Treatment):
        return _write_treatment(atlas, known, voice)
    return _write_topic(atlas, known, voice) if known else None


def _find(atlas: Atlas, guide: str) -> Treatment | Topic | None:
    kind, _, name = guide.partition("/")
    if kind == TREATMENT:
        return atlas.treatments.get(TreatmentId(name))
    return atlas.topics.get(TopicId(name)) if kind == TOPIC else None


def _write_list(atlas: Atlas, voice: Voice) -> Guide:
    treatments = tuple(
        GuideEntry(f"{TREATMENT}/{each.id}", _title(each.name, voice)) for each in atlas.treatments.values()
    )
    topics = tuple(
        GuideEntry(f"{TOPIC}/{each.id}", _title(each.name, voice)) for each in atlas.topics.values()
    )
    entries = ((say("Treatments"), treatments), (say("Good to know"), topics))
    return Guide(
        GUIDES,
        say("Treatments, and what is good to know"),
        "",
        entries=tuple((heading, listed) for heading, listed in entries if listed),
        framing=say(FRAMING[voice]),
    )


def _write_treatment(atlas: Atlas, known: Treatment, voice: Voice) -> Guide:
    notes = Footnotes(atlas)
    sections = [
        Section(say(headings[voice is Voice.CLINICAL]), items, field in _WARNINGS, field in _STEPS)
        for field, headings in HEADINGS.items()
        if field != "stages"
        if (items := tuple(_items(getattr(known, field), voice, notes)))
    ]
    sections += [_chapter(chapter, voice, notes) for chapter in known.parts]
    stages = tuple(_stage(stage, voice, notes) for stage in known.stages)
    tables = tuple(_table(table, voice, notes) for table in known.tables)
    return Guide(
        f"{TREATMENT}/{known.id}",
        _title(known.name, voice),
        sentence(known.name.clinical) if voice is Voice.PLAIN else "",
        tuple(sections),
        stages,
        say(HEADINGS["stages"][voice is Voice.CLINICAL]),
        tables,
        bibliography=notes.list(),
        framing=say(FRAMING[voice]),
    )


def _write_topic(atlas: Atlas, known: Topic, voice: Voice) -> Guide:
    notes = Footnotes(atlas)
    sections = tuple(_chapter(chapter, voice, notes) for chapter in known.chapters)
    tables = tuple(_table(table, voice, notes) for table in known.tables)
    return Guide(
        f"{TOPIC}/{known.id}",
        _title(known.name, voice),
        "",
        sections,
        tables=tables,
        bibliography=notes.list(),
        framing=say(FRAMING[voice]),
    )


def _title(name: Words, voice: Voice) -> str:
    return sentence(name.in_voice(voice))


def _items(statements: tuple[Statement, ...], voice: Voice, notes: Footnotes) -> Iterator[Item]:
    return (write_item(statement, voice, notes) for statement in statements)


def _chapter(chapter: Chapter, voice: Voice, notes: Footnotes) -> Section:
    return Section(_title(chapter.name, voice), tuple(_items(chapter.statements, voice, notes)))


def _stage(stage: Stage, voice: Voice, notes: Footnotes) -> GuideStage:
    return GuideStage(say("Visits {visits}", visits=stage.visits), write_item(stage.what, voice, notes))


def _table(table: Table, voice: Voice, notes: Footnotes) -> GuideTable:
    rows = tuple((_title(row.name, voice), tuple(_items(row.cells, voice, notes))) for row in table.rows)
    return GuideTable(
        _title(table.name, voice), tuple(_title(column, voice) for column in table.columns), rows
    )
