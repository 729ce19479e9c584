"""Sources, cited in short at a statement and in full at the end."""

from dataclasses import replace

import pytest

from bodymap.anatomy.source import Family, Source
from bodymap.inquiry.footnotes import FAMILY, READ, Cite, Footnotes

BARE = Source(
    id="BARE",
    short="Doe 1983",
    title="A book.",
    by="Doe J",
    year=None,
    published_in="",
    doi="",
    pmid="",
    pmc="",
    isbn="",
    url="",
    note="",
    kind="book",
    family=Family.WEB,
    read="full",
    reliability="fair",
)
KNOWN = replace(BARE, year=1983, published_in="J Pain 2:1", doi="10.1000/x", pmid="12", pmc="PMC3", isbn="4")


@pytest.fixture
def refer(atlas):
    """Write one source in full."""

    def refer(source):
        notes = Footnotes(replace(atlas, sources={source.id: source}))
        notes.cite([source.id])
        (found,) = notes.list()
        return found

    return refer


def test_sources_are_numbered_as_they_are_first_named(atlas):
    notes = Footnotes(atlas)
    assert notes.list() == ()
    assert notes.cite(["STUDY"]) == (Cite(1, "Roe and Poe"),)
    assert notes.cite(["ATLAS", "STUDY"]) == (Cite(1, "Roe and Poe"), Cite(2, "Doe 1983"))
    assert [(each.number, each.short) for each in notes.list()] == [(1, "Roe and Poe"), (2, "Doe 1983")]


def test_a_source_that_is_named_twice_at_a_statement_is_cited_once(atlas):
    assert Footnotes(atlas).cite(["STUDY", "STUDY"]) == (Cite(1, "Roe and Poe"),)


def test_it_is_told_in_one_line_without_what_it_lacks(refer):
    assert refer(BARE).citation == "Doe J. A book."
    assert refer(KNOWN).citation == "Doe J (1983). A book. J Pain 2:1."


def test_it_is_told_under_every_name_that_libraries_know(refer):
    assert refer(BARE).names == ()
    assert refer(KNOWN).names == ("doi:10.1000/x", "PMID 12", "PMC3", "ISBN 4")


@pytest.mark.parametrize(
    ("changes", "address"),
    [
        ({}, "https://doi.org/10.1000/x"),
        ({"doi": ""}, "https://pubmed.ncbi.nlm.nih.gov/12/"),
        ({"doi": "", "pmid": ""}, "https://pmc.ncbi.nlm.nih.gov/articles/PMC3/"),
        ({"doi": "", "pmid": "", "pmc": "", "url": "https://a.example"}, "https://a.example"),
        ({"doi": "", "pmid": "", "pmc": ""}, ""),
    ],
)
def test_it_can_be_opened_where_it_is_surest_to_stay(refer, changes, address):
    assert refer(replace(KNOWN, **changes)).address == address


def test_it_says_whose_knowledge_it_is_and_how_much_of_it_was_read(refer):
    assert refer(BARE).trust == "a web page; read whole"
    assert refer(replace(BARE, read="in_a_hurry")).trust == "a web page"


def test_every_family_has_its_words():
    assert set(FAMILY) == set(Family)


def test_how_much_was_read_of_every_source_of_the_core_can_be_said(core):
    assert {source.read for source in core.sources.values()} <= set(READ)
