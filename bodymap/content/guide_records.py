"""The shape of treatments, topics and terms of art."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from bodymap.anatomy.words import Matter
from bodymap.content.fields import (
    Id,
    Line,
)
from bodymap.content.problem import quoted
from bodymap.content.statement_records import Record, StatementRecord, WordsRecord


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


class ToldRecord(StatementRecord):
    """What is said of a treatment, and whom it may matter to."""

    matters: list[Annotated[Matter, Field(strict=False)]] = []


class PartRecord(Record):
    """A chapter of a treatment's own."""

    name: WordsRecord
    statements: Annotated[list[ToldRecord], Field(min_length=1)]


class StageRecord(ToldRecord):
    """A part of a course of treatment, counted in visits."""

    first: Annotated[int, Field(ge=1)]
    last: Annotated[int, Field(ge=1)] | None = None


class TreatmentRecord(Record):
    """A treatment, in a file of its own."""

    id: Id
    name: WordsRecord
    also: list[Line] = []
    what_it_is: Annotated[list[ToldRecord], Field(min_length=1)]
    how_it_works: list[ToldRecord] = []
    for_whom: list[ToldRecord] = []
    not_for: list[ToldRecord] = []
    visit: list[ToldRecord] = []
    feels_like: list[ToldRecord] = []
    afterwards: list[ToldRecord] = []
    course: list[ToldRecord] = []
    stages: list[StageRecord] = []
    track: list[ToldRecord] = []
    change_plan: list[ToldRecord] = []
    who_gives: list[ToldRecord] = []
    evidence: list[ToldRecord] = []
    cost: list[ToldRecord] = []
    disputed: list[ToldRecord] = []
    parts: list[PartRecord] = []
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


class GlossaryRecord(Record):
    """The file glossary.yaml."""

    terms: list[TermRecord]
