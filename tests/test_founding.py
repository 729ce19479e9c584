"""Each thing that the founding documents say has its place in the content, or a reason why not."""

from collections import Counter
from pathlib import Path

import pytest

from tools import founding

if not founding.PAGE.is_file():
    pytest.skip("the documents are not here", allow_module_level=True)

COUNTS = {"S0": 68, "S1": 27, "S2": 39, "S3": 53, "S4": 53}
MOST_WORDS = 14


@pytest.fixture(scope="module")
def stands() -> list[founding.Stand]:
    return founding.stands()


@pytest.fixture(scope="module")
def page() -> str:
    return founding.PAGE.read_text(encoding="utf-8")


def test_the_items_are_those_of_the_five_documents():
    assert Counter(item[:2] for item in founding.items()) == COUNTS
    assert "S3-06b" in founding.items()


def test_the_page_names_each_item_once_in_its_order(page: str):
    assert [row.item for row in founding.rows(page)] == founding.items()


def test_the_page_says_each_in_few_words(page: str):
    said = [row.says for row in founding.rows(page)]
    assert not [says for says in said if not 0 < len(says.split()) <= MOST_WORDS]
    assert len(set(said)) == len(said)


def test_each_item_is_carried_or_has_a_reason(stands: list[founding.Stand], page: str):
    assert founding.faults(page, founding.carried(stands)) == []


def test_the_page_is_fresh(stands: list[founding.Stand], page: str):
    assert founding.rewritten(page, founding.carried(stands)) == page, "run: python -m tools.founding"


def test_a_reason_says_something(page: str):
    reasons = [row.where for row in founding.rows(page) if row.where.startswith(founding.LEFT_OUT)]
    assert not [reason for reason in reasons if len(reason.split()) < 5]


def test_what_carries_an_item_names_a_source(stands: list[founding.Stand]):
    """Mostly the document itself; ``--sources`` lists where a better source stands in its place."""
    assert not [stand.place for stand in stands if stand.items and not stand.sources]


def test_where_the_documents_disagree_the_content_says_so(stands: list[founding.Stand], page: str):
    at = {
        place: {item for stand in stands if stand.place == place for item in stand.items}
        for place, *_ in stands
    }
    topics = founding.disagreements(page)
    assert len(topics) == 8
    for name, items, places in topics:
        assert places, name
        assert not set(places) - set(at), name
        assert not set(items) - set().union(*(at[place] for place in places)), name


PAGE = """
| Item | It says | Where it stands |
|---|---|---|
| S0-01 | Knots are felt as headache | open |
| S0-02 | They are often missed | left out: said by a better source |
| S0-03 | Two needles | `muscles/gone: what_it_is` |
| S0-04 | Both help to find out | left out: until somebody writes it |
"""

MUSCLE = """
id: cheek
side_note: {plain: One side., clinical: Ipsilateral., sure: low, sources: [SEED0], founding: [S0-01]}
trigger_points:
- id: cheek_1
  where: {plain: In the cheek., clinical: Mid-cheek., sure: low, sources: [OTHER], founding: [S0-04]}
what_it_is:
- {plain: Blows., clinical: Compresses., sure: low, sources: [SEED0], founding: [S0-01]}
- {plain: Sucks., clinical: Also sucks., sure: low, sources: [SEED0], founding: [S0-01, S9-99]}
"""

TREATMENT = """
id: needling
parts:
- name: {plain: Step by step, clinical: Technique}
  statements:
  - {plain: Lie down., clinical: Supine., sure: low, sources: [SEED1], founding: [S1-21]}
tables:
- name: {plain: Side by side, clinical: Comparison}
  columns: [{plain: One, clinical: One}]
  rows:
  - name: {plain: Drug, clinical: Agent}
    cells:
    - {plain: None., clinical: None., sure: low, sources: [SEED0], founding: [S0-34]}
"""


@pytest.fixture
def core(tmp_path: Path) -> Path:
    (tmp_path / "muscles").mkdir()
    (tmp_path / "muscles" / "cheek.yaml").write_text(MUSCLE, encoding="utf-8")
    (tmp_path / "needling.yaml").write_text(TREATMENT, encoding="utf-8")
    return tmp_path


def test_a_place_leads_to_its_statement(core: Path):
    assert founding.carried(founding.stands(core)) == {
        "S0-01": ["muscles/cheek: side_note", "muscles/cheek: what_it_is"],
        "S0-04": ["muscles/cheek: point cheek_1, where"],
        "S9-99": ["muscles/cheek: what_it_is"],
        "S1-21": ["needling: part “Step by step”"],
        "S0-34": ["needling: table “Side by side”, row “Drug”"],
    }


def test_the_column_is_written_from_the_tags_and_keeps_reasons(core: Path):
    fresh = founding.rows(founding.rewritten(PAGE, founding.carried(founding.stands(core))))
    assert [row.where for row in fresh] == [
        "`muscles/cheek: side_note`; `muscles/cheek: what_it_is`",
        "left out: said by a better source",
        "open",
        "`muscles/cheek: point cheek_1, where`",
    ]


def test_what_is_missing_is_told(core: Path):
    faults = founding.faults(PAGE, founding.carried(founding.stands(core)))
    assert "S0-05: stands 0 times" in faults
    assert "S0-03: neither carried nor left out (Two needles)" in faults
    assert "S9-99: no item, yet named at muscles/cheek: what_it_is" in faults
    assert not [fault for fault in faults if fault.startswith(("S0-01", "S0-02", "S0-04"))]


def test_another_source_in_a_documents_place_is_told(core: Path):
    assert "muscles/cheek: point cheek_1, where carries S0-04 and cites OTHER" in founding.elsewhere(
        founding.stands(core)
    )


def test_checking_writes_nothing(core: Path, monkeypatch, capsys):
    page = core / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    monkeypatch.setattr(founding, "PAGE", page)
    assert founding.main(["--check"]) == 1
    assert "page.md is stale" in capsys.readouterr().out
    assert page.read_text(encoding="utf-8") == PAGE
    assert founding.main([]) == 0
    assert page.read_text(encoding="utf-8") != PAGE
