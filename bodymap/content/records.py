"""The shape of each YAML record; unknown fields are problems. Imported only when a pack is read anew."""

import json
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from bodymap.anatomy.muscle import Laterality, MapStatus, Tested
from bodymap.anatomy.plate import WHOLE_HEAD, Aspect
from bodymap.anatomy.source import Family
from bodymap.anatomy.words import Sureness
from bodymap.content.fields import Code, Id, Line, Rectangle, SourceKey, Sources, Text


class Record(BaseModel):
    """What all records share: only known fields, each of its own type."""

    model_config = ConfigDict(extra="forbid", strict=True, str_strip_whitespace=True, allow_inf_nan=False)


class WordsRecord(Record):
    """The same thing said plainly and clinically."""

    plain: Text
    clinical: Text


class StatementRecord(WordsRecord):
    """Something a reader could act on, with its sources."""

    sure: Annotated[Sureness, Field(strict=False)]
    sources: Sources
    caution: WordsRecord | None = None
    symptom: Id | None = None


class OtherwiseRecord(StatementRecord):
    """What else a pain in a region could be."""

    urgency: Literal["routine", "soon", "urgent", "emergency"]


class RedFlagRecord(OtherwiseRecord):
    """A sign with which nobody should wait."""

    id: Id


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
    codes: dict[Id, Code] = {}
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
    codes: dict[Id, Code] = {}
    code_sources: list[SourceKey] = []
    side_note: StatementRecord | None = None
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
    codes: dict[Id, Code] = {}
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
    title: Line
    by: Line
    year: Annotated[int, Field(ge=1500, le=2200)] | None = None
    locator: Line
    kind: Line
    family: Annotated[Family, Field(strict=False)]
    read: Id
    reliability: Line


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
    red_flags: list[RedFlagRecord] = []
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


_SCHEMAS: dict[str, type[Record]] = {
    "pack": PackRecord,
    "regions": RegionsRecord,
    "structures": StructuresRecord,
    "sources": SourcesRecord,
    "muscle": MuscleRecord,
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
