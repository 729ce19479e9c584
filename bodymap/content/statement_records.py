"""What all records are made of: words in two voices, and statements with their sources."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bodymap.anatomy.words import Certainty, Sureness, Technique
from bodymap.content.fields import (
    FoundingKey,
    Id,
    Sources,
    Text,
)


class Record(BaseModel):
    """What all records share: only known fields, each of its own type."""

    model_config = ConfigDict(extra="forbid", strict=True, str_strip_whitespace=True, allow_inf_nan=False)


class WordsRecord(Record):
    """The same thing said plainly and clinically."""

    plain: Text
    clinical: Text


class PressRecord(Record):
    """How hard, how long and where an examiner presses."""

    force_kg: Annotated[float, Field(gt=0, le=10)] | None = None
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
    technique: list[Annotated[Technique, Field(strict=False)]] = []
    days: Annotated[list[Annotated[int, Field(ge=1, le=365)]], Field(min_length=2, max_length=2)] | None = (
        None
    )
    emergency: bool = False
    founding: list[FoundingKey] = []
