"""The forms of the names that others give: sound ones are taken, others are told with the right form."""

import pytest

from bodymap.content.faults import faults
from bodymap.content.fields import CODE_SYSTEMS
from bodymap.content.records import RegionRecord, SourceRecord

SAID = {"plain": "p", "clinical": "c"}
SOURCE = {
    "id": "A",
    "short": "Doe 1983",
    "title": "t",
    "by": "b",
    "kind": "book",
    "family": "TS",
    "read": "full",
    "reliability": "good",
}
REGION = {
    "id": "temple",
    "name": SAID,
    "where": SAID,
    "paired": True,
    "inside": False,
    "group": "head",
}
SOUND = {
    "doi": ["10.1093/pm/pnx207", "10.1016/S0304-3959(97)00187-7", "10.1002/(SICI)1097-4598"],
    "pmid": ["29025044", "1", 29025044],
    "pmc": ["PMC3484251", "PMC1"],
    "isbn": ["978-0-7817-5560-3", "9780781755603", "0-19-852663-6", "0 8044 2957 X", "080442957x"],
    "url": ["https://example.org", "http://a.example/b?c=d#e"],
}
UNSOUND = {
    "doi": ["doi:10.1093/pm/pnx207", "https://doi.org/10.1093/pm", "10.1093", "10.1093/pm.", "10.1093/p m"],
    "pmid": ["PMID 29025044", "029025044", "290250441", "", 0],
    "pmc": ["3484251", "pmc3484251", "PMC 3484251", "PMC0"],
    "isbn": ["978-0-7817-5560-4", "0-19-852663-5", "123", "isbn"],
    "url": ["example.org", "https://", "ftp://example.org", "https://example", "https://a b.org"],
}
CODES = {
    "ta2": (["2106", 2106], ["A2106", "0", "12345"]),
    "fma": (["FMA:49006"], ["49006", 49006, "FMA49006", "fma:49006"]),
    "uberon": (["UBERON:0001598"], ["UBERON:1598", "0001598"]),
    "snomed": (["181739008"], ["12345", "SCT181739008"]),
    "meddra": (["10019211"], ["1001921"]),
    "icd11": (["DA0E.8", "8A80", "DA0E.8Z"], ["da0e.8", "DA0E-8"]),
}


def pairs(table: dict) -> list[tuple]:
    return [(name, each) for name, held in table.items() for each in held]


@pytest.mark.parametrize(("field", "value"), pairs(SOUND))
def test_a_name_of_its_form_is_taken(field, value):
    assert faults(SourceRecord, SOURCE | {field: value}) == ()


@pytest.mark.parametrize(("field", "value"), pairs(UNSOUND))
def test_a_name_of_another_form_is_told_with_the_right_one(field, value):
    (fault,) = faults(SourceRecord, SOURCE | {field: value})
    assert fault.path == (field,)
    assert " is no " in fault.what
    assert fault.remedy.startswith(("Write it", "Compare it"))


def test_every_system_of_codes_is_tried():
    assert set(CODES) == set(CODE_SYSTEMS)


@pytest.mark.parametrize(("system", "forms"), CODES.items())
def test_a_code_has_the_form_of_its_system(system, forms):
    sound, unsound = forms
    for code in sound:
        assert faults(RegionRecord, REGION | {"codes": {system: code}}) == ()
    for code in unsound:
        (fault,) = faults(RegionRecord, REGION | {"codes": {system: code}})
        assert fault.what == f'"{code}" is no code of {system.upper()}'


def test_a_number_out_of_bounds_is_told_with_its_bound():
    (fault,) = faults(SourceRecord, SOURCE | {"year": 1066})
    assert (fault.what, fault.remedy) == ('"year" must be 1500 or more, not 1066', "Correct it")
    (fault,) = faults(SourceRecord, SOURCE | {"short": "x" * 41})
    assert (fault.what, fault.remedy) == ('"short" has 41 letters; 40 is the most', "Shorten it")
