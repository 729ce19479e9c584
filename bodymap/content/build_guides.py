"""Checked plain data becomes treatments and topics."""

from dataclasses import fields
from typing import Any

from bodymap.anatomy.treatment import (
    Chapter,
    Stage,
    Table,
    TableRow,
    Topic,
    TopicId,
    Treatment,
    TreatmentId,
)
from bodymap.content.build_words import Plain, build_statement, build_statements, build_words

_OWN = ("id", "name", "also", "stages", "parts", "tables")


def build_treatment(data: Plain) -> Treatment:
    """Build a treatment."""
    told: dict[str, Any] = {
        field.name: build_statements(data[field.name])
        for field in fields(Treatment)
        if field.name not in _OWN
    }
    return Treatment(
        id=TreatmentId(data["id"]),
        name=build_words(data["name"]),
        also=tuple(data["also"]),
        stages=tuple(
            Stage(each["first"], each.get("last"), build_statement(each)) for each in data["stages"]
        ),
        parts=tuple(map(_chapter, data["parts"])),
        tables=tuple(map(_table, data["tables"])),
        **told,
    )


def build_topic(data: Plain) -> Topic:
    """Build a topic."""
    return Topic(
        id=TopicId(data["id"]),
        name=build_words(data["name"]),
        also=tuple(data["also"]),
        chapters=tuple(map(_chapter, data["chapters"])),
        tables=tuple(map(_table, data["tables"])),
    )


def _chapter(data: Plain) -> Chapter:
    return Chapter(build_words(data["name"]), build_statements(data["statements"]))


def _table(data: Plain) -> Table:
    rows = tuple(TableRow(build_words(row["name"]), build_statements(row["cells"])) for row in data["rows"])
    return Table(build_words(data["name"]), tuple(map(build_words, data["columns"])), rows)
