"""The shape of red flags: the file screening.yaml."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from bodymap.content.fields import (
    Id,
    Line,
)
from bodymap.content.problem import quoted
from bodymap.content.statement_records import Record, StatementRecord, WordsRecord


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


class ScreeningRecord(Record):
    """The file screening.yaml: what is asked first, and what it may mean."""

    sign_groups: list[SignGroupRecord] = []
    signs: list[SignRecord] = []
    rules: list[RuleRecord] = []
