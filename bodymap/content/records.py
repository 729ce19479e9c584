"""The shape of each YAML record; unknown fields are problems. Imported only when a pack is read anew."""

import json
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from bodymap.anatomy.muscle import Laterality, MapStatus, Tested
from bodymap.anatomy.plate import WHOLE_HEAD, Aspect
from bodymap.anatomy.screening import Urgency
from bodymap.anatomy.source import Family
from bodymap.anatomy.words import Certainty, Sureness
from bodymap.content.fields import (
    Address,
    Codes,
    Doi,
    FoundingKey,
    Id,
    Isbn,
    Line,
    Pmc,
    Pmid,
    Rectangle,
    SourceKey,
    Sources,
    Text,
)
from bodymap.content.problem import quoted


class Record(BaseModel):
    """What all records share: only known fields, each of its own type."""

    model_config = ConfigDict(extra="forbid", strict=True, str_strip_whitespace=True, allow_inf_nan=False)


class WordsRecord(Record):
    """The same thing said plainly and clinically."""

    plain: Text
    clinical: Text


class PressRecord(Record):
    """How hard, how long and where an examiner presses."""

    force_kg: Annotated[float, Field(gt=0, le=10)]
    seconds: Annotated[list[Annotated[int, Field(gt=0, le=60)]], Field(min_length=1)]
    sites: Annotated[list[WordsRecord], Field(min_length=1)]


class StatementRecord(WordsRecord):
    """Something a reader could act on, with its sources."""

    sure: Annotated[Sureness, Field(strict=False)]
    sources: Sources
    caution: WordsRecord | None = None
    symptom: Id | None = None
    habits: list[Id] = []
    about: Id | None = None
    certainty: Annotated[Certainty, Field(strict=False)] | None = None
    press: PressRecord | None = None
    founding: list[FoundingKey] = []


class OtherwiseRecord(StatementRecord):
    """What else a pain in a region could be."""

    urgency: Annotated[Urgency, Field(strict=False)]


class RegionRecord(Record):
    """A place where pain is felt."""

    id: Id
    name: WordsRecord
    where: WordsRecord
    paired: bool
    inside: bool
    group: Id
    also: list[Line] = []
    adjacent: list[Id] = []
    codes: Codes = {}
    sources: list[SourceKey] = []
    otherwise: list[OtherwiseRecord] = []


class ReferralRecord(Record):
    """A region in which a trigger point is felt."""

    region: Id
    side: Annotated[Laterality, Field(strict=False)]
    sure: Annotated[Sureness, Field(strict=False)]
    tested: Annotated[Tested, Field(strict=False)]
    sources: Sources
    publishers: Annotated[int, Field(ge=0, le=1000)]
    note: WordsRecord | None = None


class TriggerPointRecord(Record):
    """A tender spot in a muscle, and the regions it refers to."""

    id: Id
    name: WordsRecord
    where: StatementRecord
    essential: list[ReferralRecord] = []
    spillover: list[ReferralRecord] = []
    note: WordsRecord | None = None


class FrequencyRecord(Record):
    """How many of the people in a study had an active trigger point in a muscle."""

    complaint: Id
    people: WordsRecord
    percent: Annotated[float, Field(ge=0, le=100)]
    number: Annotated[int, Field(ge=1)]
    controls: Annotated[float, Field(ge=0, le=100)] | None = None
    sure: Annotated[Sureness, Field(strict=False)]
    sources: Sources


class MuscleRecord(Record):
    """A muscle, in a file of its own."""

    id: Id
    name: WordsRecord
    latin: Line
    also: list[Line] = []
    group: Literal[
        "chewing", "face", "scalp", "eye", "front_neck", "side_neck", "back_neck", "under_skull", "shoulder"
    ]
    pattern: Id | None = None
    map: Annotated[MapStatus, Field(strict=False)]
    codes: Codes = {}
    code_sources: list[SourceKey] = []
    side_note: StatementRecord | None = None
    frequencies: list[FrequencyRecord] = []
    lies_under: list[Id] = []
    trigger_points: list[TriggerPointRecord] = []
    what_it_is: list[StatementRecord] = []
    feels_like: list[StatementRecord] = []
    keeps_it_going: list[StatementRecord] = []
    how_found: list[StatementRecord] = []
    dangers: list[StatementRecord] = []
    self_care: list[StatementRecord] = []
    treatment: list[StatementRecord] = []
    disputed: list[StatementRecord] = []


class StructureRecord(Record):
    """What a plate draws besides regions and muscles."""

    id: Id
    kind: Literal["bone", "cartilage", "joint", "tooth", "oral", "danger"]
    name: WordsRecord
    codes: Codes = {}
    sources: Sources
    mind: StatementRecord | None = None

    @model_validator(mode="after")
    def _says_what_to_mind(self) -> Self:
        if self.kind == "danger" and self.mind is None:
            remedy = 'Add "mind": a statement that says why needle and finger keep away, and where it runs'
            raise PydanticCustomError("text", 'a danger has no "mind"', {"remedy": remedy})
        return self


class SourceRecord(Record):
    """A publication, and how much of it was read."""

    id: SourceKey
    short: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    title: Line
    by: Line
    year: Annotated[int, Field(ge=1500, le=2200)] | None = None
    published_in: Line | None = Field(None, alias="in")
    doi: Doi | None = None
    pmid: Pmid | None = None
    pmc: Pmc | None = None
    isbn: Isbn | None = None
    url: Address | None = None
    note: Line | None = None
    kind: Line
    family: Annotated[Family, Field(strict=False)]
    read: Id
    reliability: Line
    supports: Line | None = None


class PlateRecord(Record):
    """One drawing."""

    id: Id
    name: WordsRecord
    aspect: Annotated[Aspect, Field(strict=False)]
    file: Annotated[str, StringConstraints(pattern=r"\.svg$", max_length=200)]
    mirrored: bool
    interest: Rectangle = list(WHOLE_HEAD)
    best_for: list[Id] = []


class PatternRecord(Record):
    """Muscles that the sources map together."""

    id: Id
    name: WordsRecord


class SymptomRecord(Record):
    """Something felt besides pain."""

    id: Id
    name: WordsRecord
    also: list[Line] = []


class ComplaintRecord(Record):
    """What studies count people by, and the regions that it goes with."""

    id: Id
    name: WordsRecord
    regions: Annotated[list[Id], Field(min_length=1)]


class SignGroupRecord(Record):
    """Signs that are asked about under one heading."""

    id: Id
    name: WordsRecord


class SignRecord(Record):
    """Something concrete that can be ticked."""

    id: Id
    under: Id
    ask: WordsRecord
    also: list[Line] = []
    age: Annotated[int, Field(ge=1, le=120)] | None = None


class RuleRecord(Record):
    """What one sign, or several together, may mean, how urgent that is, and what to do."""

    id: Id
    name: WordsRecord
    urgency: Literal["emergency", "same_day", "soon"]
    all: list[Id] = []
    any: list[Id] = []
    at_least: Annotated[int, Field(ge=1)] = 1
    age_from: Annotated[int, Field(ge=1, le=120)] | None = None
    regions: list[Id] = []
    do: StatementRecord
    why: StatementRecord

    @model_validator(mode="after")
    def _can_be_met(self) -> Self:
        if not self.all and not self.any:
            remedy = 'Name its signs under "all", or under "any"'
            raise PydanticCustomError("text", "the rule names no sign", {"remedy": remedy})
        signs = [*self.all, *self.any]
        if len(set(signs)) < len(signs):
            twice = next(sign for sign in signs if signs.count(sign) > 1)
            what = "the rule names the sign {sign} twice"
            raise PydanticCustomError("text", what, {"sign": quoted(twice), "remedy": "Name each sign once"})
        if self.at_least > max(1, len(self.any)):
            what = '"at_least" asks for more signs than "any" names'
            raise PydanticCustomError("text", what, {"remedy": 'Lower "at_least", or name more signs'})
        return self


class ChapterRecord(Record):
    """Statements under a heading of their own."""

    name: WordsRecord
    statements: Annotated[list[StatementRecord], Field(min_length=1)]


class TableRowRecord(Record):
    """One feature, and what is said of it in each column."""

    name: WordsRecord
    cells: list[StatementRecord]


class TableRecord(Record):
    """Things side by side; each row has a cell for each column."""

    name: WordsRecord
    columns: Annotated[list[WordsRecord], Field(min_length=1)]
    rows: Annotated[list[TableRowRecord], Field(min_length=1)]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        wrong = next((row for row in self.rows if len(row.cells) != len(self.columns)), None)
        if wrong:
            what = "the row {row} and the columns differ in number: {cells} and {columns}"
            found = {"row": quoted(wrong.name.plain), "cells": len(wrong.cells), "columns": len(self.columns)}
            raise PydanticCustomError("text", what, {**found, "remedy": "Give each column its cell"})
        return self


class StageRecord(StatementRecord):
    """A part of a course of treatment, counted in visits."""

    first: Annotated[int, Field(ge=1)]
    last: Annotated[int, Field(ge=1)] | None = None


class TreatmentRecord(Record):
    """A treatment, in a file of its own."""

    id: Id
    name: WordsRecord
    also: list[Line] = []
    what_it_is: Annotated[list[StatementRecord], Field(min_length=1)]
    how_it_works: list[StatementRecord] = []
    for_whom: list[StatementRecord] = []
    not_for: list[StatementRecord] = []
    visit: list[StatementRecord] = []
    feels_like: list[StatementRecord] = []
    afterwards: list[StatementRecord] = []
    course: list[StatementRecord] = []
    stages: list[StageRecord] = []
    track: list[StatementRecord] = []
    change_plan: list[StatementRecord] = []
    who_gives: list[StatementRecord] = []
    evidence: list[StatementRecord] = []
    cost: list[StatementRecord] = []
    disputed: list[StatementRecord] = []
    parts: list[ChapterRecord] = []
    tables: list[TableRecord] = []


class TopicRecord(Record):
    """Something there is to know, in a file of its own."""

    id: Id
    name: WordsRecord
    also: list[Line] = []
    chapters: Annotated[list[ChapterRecord], Field(min_length=1)]
    tables: list[TableRecord] = []


class TermRecord(Record):
    """A term of art, explained where it is read."""

    id: Id
    name: WordsRecord
    forms: Annotated[list[Line], Field(min_length=1)]
    means: StatementRecord


class TextRecord(Record):
    """A text of the packs below or of the program, and what it is in another language."""

    of: Annotated[str, StringConstraints(min_length=1, max_length=4000)]
    says: Annotated[str, StringConstraints(max_length=8000)] = Field(alias="is")


class WeightRecord(Record):
    """A number of the ranking, with the reason for it."""

    value: Annotated[float, Field(ge=0, le=100)]
    why: WordsRecord
    sources: list[SourceKey] = []


class PackRecord(Record):
    """The file pack.yaml: what a pack is, and its short lists."""

    id: Id
    title: Line
    version: Line
    language: Line
    author: Line
    licence: Line
    extends: Id | None = None
    plates: list[PlateRecord] = []
    patterns: list[PatternRecord] = []
    symptoms: list[SymptomRecord] = []
    habits: list[SymptomRecord] = []
    complaints: list[ComplaintRecord] = []
    weights: dict[Id, WeightRecord] = {}


class RegionsRecord(Record):
    """The file regions.yaml."""

    regions: list[RegionRecord]


class StructuresRecord(Record):
    """The file structures.yaml."""

    structures: list[StructureRecord]


class SourcesRecord(Record):
    """The file sources.yaml."""

    sources: list[SourceRecord]


class ScreeningRecord(Record):
    """The file screening.yaml: what is asked first, and what it may mean."""

    sign_groups: list[SignGroupRecord] = []
    signs: list[SignRecord] = []
    rules: list[RuleRecord] = []


class GlossaryRecord(Record):
    """The file glossary.yaml."""

    terms: list[TermRecord]


class TextsRecord(Record):
    """The file texts.yaml of a translation."""

    texts: list[TextRecord]


_SCHEMAS: dict[str, type[Record]] = {
    "pack": PackRecord,
    "regions": RegionsRecord,
    "structures": StructuresRecord,
    "sources": SourcesRecord,
    "screening": ScreeningRecord,
    "glossary": GlossaryRecord,
    "texts": TextsRecord,
    "muscle": MuscleRecord,
    "treatment": TreatmentRecord,
    "topic": TopicRecord,
}


def schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each file of a pack, for editors."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {name: dialect | model.model_json_schema() for name, model in _SCHEMAS.items()}


def write_schemas(folder: Path) -> None:
    """Write each schema into a folder as ``NAME.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        (folder / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")
