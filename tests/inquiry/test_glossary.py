"""Terms of art are found where they stand, and explained."""

from dataclasses import replace
from pathlib import Path

import pytest

from bodymap.anatomy.treatment import Term
from bodymap.anatomy.words import Statement, Sureness, Voice, Words
from bodymap.content.pack import load
from bodymap.inquiry.glossary import Glossary, glossary_of
from bodymap.inquiry.intents import UseVoice

MEANS = Statement(Words("said plainly", "said clinically"), Sureness.HIGH, ("STUDY",))


@pytest.fixture(scope="session")
def atlas():
    """The small pack, which explains two terms, one of which stands in the other."""
    return load([Path(__file__).parents[1] / "packs" / "small"]).atlas


@pytest.fixture
def find(atlas):
    """Say which terms are found in a text, each with the words under which it stands."""

    def find(text, **terms):
        made = {name: Term(name, Words(name, name), tuple(forms), MEANS) for name, forms in terms.items()}
        glossary = Glossary(replace(atlas, terms=made or atlas.terms))
        return [(text[start:end], name) for start, end, name in glossary.find(text)]

    return find


def test_whole_words_are_found_and_parts_of_words_are_not(find):
    assert find("A spot, a spotted one, a blackspot.") == [("spot", "spot")]
    assert find("spotted blackspot spot_on") == []


def test_the_longest_form_is_taken(find):
    assert find("Press the sore spot.") == [("sore spot", "sore_spot")]
    assert find("The spot or the sore spots.") == [("spot", "spot"), ("sore spots", "sore_spot")]


def test_capitals_do_not_matter_and_the_text_keeps_its_own(find):
    assert find("SORE SPOTS. Spot.") == [("SORE SPOTS", "sore_spot"), ("Spot", "spot")]


def test_only_the_first_place_of_a_term_is_marked_in_whatever_form(find):
    assert find("A sore spot, more sore spots, a sore spot.") == [("sore spot", "sore_spot")]


def test_signs_in_a_form_are_signs_of_the_text(find):
    assert find("It costs 5 (five).", price=["5 (five)"]) == [("5 (five)", "price")]
    assert find("A.B and AxB", ab=["A.B"]) == [("A.B", "ab")]


@pytest.mark.parametrize("text", ["", "Nothing here."])
def test_where_there_is_none_none_is_found(find, text):
    assert find(text) == []


def test_a_pack_without_terms_finds_nothing(atlas):
    assert list(Glossary(replace(atlas, terms={})).find("A sore spot.")) == []


def test_a_term_is_explained_in_the_reader_s_voice_with_its_sources(atlas):
    plain = glossary_of(atlas).explain("sore_spot", Voice.PLAIN)
    assert (plain.title, plain.text) == (
        "Sore spot",
        "A small place in a muscle that hurts when it is pressed.",
    )
    assert [cite.short for cite in plain.citations] == ["Roe and Poe"]
    assert glossary_of(atlas).explain("sore_spot", Voice.CLINICAL).title == "Trigger point"
    assert glossary_of(atlas).explain("gone", Voice.PLAIN) is None


def test_it_is_made_once_and_shown_in_plain_words_only(atlas, see):
    assert glossary_of(atlas) is glossary_of(atlas)
    assert see().glossary is glossary_of(atlas)
    assert see(UseVoice(Voice.CLINICAL)).glossary is None


class TestCore:
    def test_every_form_is_found_as_its_own_term(self, core):
        glossary = glossary_of(core)
        for term in core.terms.values():
            for form in term.forms:
                assert list(glossary.find(form)) == [(0, len(form), term.id)], form

    def test_every_term_is_explained(self, core):
        for name in core.terms:
            found = glossary_of(core).explain(name, Voice.PLAIN)
            assert found.title
            assert found.text
            assert found.citations
