"""The shape of each YAML record; unknown fields are problems. Imported only when a pack is read anew."""

import json
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from bodymap.anatomy.muscle import Laterality, MapStatus, Tested
from bodymap.anatomy.plate import WHOLE_HEAD, Aspect
from bodymap.anatomy.screening import Urgency
from bodymap.anatomy.source import Family
from bodymap.anatomy.words import Sureness
from bodymap.content.fields import (
    Address,
    Codes,
    Doi,
    Id,
    Isbn,
    Line,
    Pmc,
    Pmid,
    Rectangle,
    SourceKey,
    Sources,
)
from bodymap.content.guide_records import GlossaryRecord, TopicRecord, TreatmentRecord
from bodymap.content.screening_records import ScreeningRecord
from bodymap.content.statement_records import Record, StatementRecord, WordsRecord


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
    also: list[Line] = []
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
    ask: WordsRecord | None = None
    also: list[Line] = []


class ComplaintRecord(Record):
    """What studies count people by, and the regions that it goes with."""

    id: Id
    name: WordsRecord
    regions: Annotated[list[Id], Field(min_length=1)]


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
