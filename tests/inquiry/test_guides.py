"""The pages about treatments and topics."""

from dataclasses import fields
from pathlib import Path

import pytest

from bodymap.anatomy.treatment import Treatment, sources_of
from bodymap.anatomy.words import Voice
from bodymap.content.pack import load
from bodymap.inquiry.card import FRAMING
from bodymap.inquiry.guides import HEADINGS, guide_to, is_guide, write_guide
from bodymap.inquiry.intents import OpenGuide
from bodymap.inquiry.state import GUIDES

NEEDLING, SPOTS = "treatment/needling", "topic/sore_spots"


@pytest.fixture(scope="session")
def atlas():
    """The small pack, which has a treatment and a topic."""
    return load([Path(__file__).parents[1] / "packs" / "small"]).atlas


@pytest.mark.parametrize("guide", [GUIDES, NEEDLING, SPOTS])
def test_what_there_is_to_read_is_known_by_its_name(atlas, guide):
    assert is_guide(atlas, guide)
    assert write_guide(atlas, guide, Voice.PLAIN).guide == guide


@pytest.mark.parametrize(
    "guide", ["", "needling", "treatment/gone", "topic/needling", "treatment/", "muscle/x"]
)
def test_what_is_unknown_is_no_page_and_opens_nothing(atlas, ask, begun, guide):
    assert not is_guide(atlas, guide)
    assert write_guide(atlas, guide, Voice.PLAIN) is None
    assert ask(OpenGuide(guide)) == begun


def test_a_treatment_is_found_by_the_name_that_a_statement_gives(atlas):
    assert guide_to(atlas.muscles["temporalis"].treatment[0].about) == NEEDLING


def test_the_list_has_treatments_and_topics_under_their_headings(atlas):
    page = write_guide(atlas, GUIDES, Voice.PLAIN)
    assert [
        (heading, [(entry.guide, entry.title) for entry in entries]) for heading, entries in page.entries
    ] == [
        ("Treatments", [(NEEDLING, "Dry needling")]),
        ("Good to know", [(SPOTS, "Sore spots")]),
    ]
    clinical = write_guide(atlas, GUIDES, Voice.CLINICAL)
    assert clinical.entries[1][1][0].title == "Myofascial trigger points"


def test_a_pack_without_them_has_an_empty_list(see):
    tiny = load([Path(__file__).parents[1] / "packs" / "tiny"]).atlas
    assert write_guide(tiny, GUIDES, Voice.PLAIN).entries == ()


class TestTreatment:
    @pytest.fixture
    def page(self, atlas):
        return write_guide(atlas, NEEDLING, Voice.PLAIN)

    def test_its_sections_stand_in_their_order_and_empty_ones_are_left_out(self, page):
        assert [section.heading for section in page.sections] == [
            *(
                "What it is",
                "Who should not, or take care",
                "A visit, step by step",
                "Afterwards",
                "The needle",
            ),
        ]

    def test_who_should_not_is_a_warning_and_a_visit_has_steps(self, page):
        assert [section.heading for section in page.sections if section.is_warning] == [
            "Who should not, or take care"
        ]
        assert [section.heading for section in page.sections if section.is_in_steps] == [
            "A visit, step by step"
        ]

    def test_its_course_counts_visits(self, page):
        assert page.stages_heading == "The course, visit by visit"
        assert [(stage.visits, stage.item.text) for stage in page.stages] == [
            ("Visits 1–3", "Once a week."),
            ("Visits 4+", "When it is needed."),
        ]

    def test_a_table_has_a_cell_for_each_column_with_sources_of_its_own(self, page):
        (table,) = page.tables
        assert (table.title, table.columns) == ("With or without a drug", ("Dry", "Wet"))
        ((name, cells),) = table.rows
        assert (name, [cell.text for cell in cells]) == ("What goes in", ["Nothing.", "A drug that numbs."])
        assert [cell.citations[0].short for cell in cells] == ["Roe and Poe", "Doe 1983"]

    def test_sources_are_numbered_down_the_page(self, page):
        assert [(each.number, each.short) for each in page.bibliography] == [
            (1, "Roe and Poe"),
            (2, "Doe 1983"),
        ]

    def test_it_says_in_plain_words_what_clinicians_call_it(self, atlas, page):
        assert (page.title, page.clinical) == ("Dry needling", "Dry needling")
        clinical = write_guide(atlas, NEEDLING, Voice.CLINICAL)
        assert clinical.clinical == ""
        assert clinical.sections[0].heading == "Definition"
        assert clinical.sections[0].items[0].text == "Solid filiform needle."

    @pytest.mark.parametrize("guide", [GUIDES, NEEDLING, SPOTS])
    @pytest.mark.parametrize("voice", list(Voice))
    def test_every_page_says_what_it_is_not(self, atlas, guide, voice):
        assert write_guide(atlas, guide, voice).framing == FRAMING[voice]


def test_every_field_of_a_treatment_has_a_heading_or_brings_its_own():
    own = {"id", "name", "also", "parts", "tables"}
    assert {field.name for field in fields(Treatment)} - own == set(HEADINGS)


class TestCore:
    @pytest.mark.parametrize("voice", list(Voice))
    def test_every_page_can_be_read_and_cites_all_its_sources(self, core, voice):
        pages = {f"treatment/{each.id}": each for each in core.treatments.values()}
        pages |= {f"topic/{each.id}": each for each in core.topics.values()}
        assert len(pages) > 10
        for guide, held in pages.items():
            page = write_guide(core, guide, voice)
            assert page.sections or page.tables
            assert {each.short for each in page.bibliography} == {
                core.sources[source].short for source in sources_of(held)
            }

    def test_every_treatment_that_a_muscle_names_has_a_page(self, core):
        named = {each.about for muscle in core.muscles.values() for each in muscle.treatment if each.about}
        assert named
        assert all(is_guide(core, guide_to(each)) for each in named)
