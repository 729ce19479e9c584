import json
from pathlib import Path
from typing import get_args

import pytest

from bodymap.anatomy.muscle import Muscle
from bodymap.anatomy.plate import STRUCTURES
from bodymap.anatomy.structure import Structure
from bodymap.content.records import MuscleRecord, StructureRecord, schemas, write_schemas

SCHEMAS = Path(__file__).parents[2] / "data" / "schema"


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_schemas_for_editors_are_fresh(name: str):
    assert json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8")) == schemas()[name]


def test_schemas_are_written_with_a_line_break_at_the_end(tmp_path: Path):
    write_schemas(tmp_path / "new")
    assert {file.stem for file in (tmp_path / "new").iterdir()} == set(schemas())
    assert (tmp_path / "new" / "pack.json").read_bytes().endswith(b"}\n")


def test_a_schema_refuses_unknown_fields():
    assert schemas()["muscle"]["additionalProperties"] is False


def test_every_field_of_a_muscle_has_a_field_in_its_file():
    assert {name.replace("map_status", "map") for name in Muscle.__slots__} == set(MuscleRecord.model_fields)


def test_every_field_of_a_structure_has_a_field_in_its_file():
    assert set(Structure.__slots__) == set(StructureRecord.model_fields)


def test_a_file_may_name_every_kind_of_structure_and_no_other():
    assert set(get_args(StructureRecord.model_fields["kind"].annotation)) == {
        str(kind) for kind in STRUCTURES
    }


def test_the_schema_folder_holds_nothing_else():
    assert {file.stem for file in SCHEMAS.iterdir()} == set(schemas())
