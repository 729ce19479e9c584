from typing import Any

import pytest

from bodymap.content.faults import faults
from bodymap.content.records import PackRecord, SourceRecord, WeightRecord

SOURCE: dict[str, Any] = {
    "id": "A",
    "title": "t",
    "by": "b",
    "year": 1999,
    "short": "b 1999",
    "in": "p. 1",
    "kind": "book",
    "family": "TS",
    "read": "full",
    "reliability": "good",
}


def test_a_sound_record_has_no_faults():
    assert faults(SourceRecord, SOURCE) == ()


@pytest.mark.parametrize(
    ("change", "what", "remedy"),
    [
        ({"title": None}, '"title" is empty', "Write text, or remove the field"),
        ({"title": ""}, '"title" is empty', "Write it, or remove the field"),
        ({"title": 1984}, '"title" must be text, not the number 1984', "Put it in quotes"),
        ({"title": True}, '"title" must be text, not true', "Put it in quotes"),
        ({"title": ["a"]}, '"title" must be text, not a list', "Put it in quotes"),
        ({"year": "1999"}, '"year" must be a whole number, not "1999"', "Write a number without quotes"),
        ({"family": "TSS"}, '"TSS" is no choice for "family"', 'Did you mean "TS"?'),
        ({"id": "A-1"}, '"A-1" cannot be an id', "Use letters, digits"),
        ({"zz": 1}, 'unknown field "zz"', "Known are: by, doi, family, id, in, isbn"),
    ],
)
def test_a_fault_tells_what_and_how_to_mend_it(change: dict, what: str, remedy: str):
    (fault,) = faults(SourceRecord, SOURCE | change)
    assert fault.what == what
    assert fault.remedy.startswith(remedy)


def test_a_misspelt_field_is_not_also_missing():
    source = {("titel" if name == "title" else name): value for name, value in SOURCE.items()}
    (fault,) = faults(SourceRecord, source)
    assert (fault.what, fault.remedy) == ('unknown field "titel"', 'Did you mean "title"?')


def test_a_misspelt_field_inside_a_mapping_of_records_is_known():
    weight = {"valeu": 1.0, "why": {"plain": "p", "clinical": "c"}}
    found = faults(PackRecord, {"weights": {"focus": weight}})
    assert 'Did you mean "value"?' in {fault.remedy for fault in found}


def test_all_faults_are_told_at_once():
    assert len(faults(SourceRecord, {})) == len(SOURCE) - len({"year", "in"})


@pytest.mark.parametrize("value", [-1, 101, float("nan"), float("inf")])
def test_a_weight_is_a_sensible_number(value: float):
    (fault,) = faults(WeightRecord, {"value": value, "why": {"plain": "p", "clinical": "c"}})
    assert fault.what.startswith('"value"')
