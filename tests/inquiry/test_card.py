"""What is said about one muscle."""

import pytest

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.card import FRAMING, HEADINGS, write_card
from bodymap.inquiry.footnotes import Cite
from bodymap.inquiry.state import Inquiry


@pytest.fixture
def card(atlas):
    return lambda muscle, side=Side.RIGHT, voice=Voice.PLAIN: write_card(
        atlas, Inquiry("side", voice=voice), Place(muscle, side)
    )


def test_sources_are_numbered_in_the_order_in_which_they_are_first_named(card):
    written = card("temporalis")
    front = written.points[0]
    first, second = Cite(1, "Doe 1983"), Cite(2, "Roe and Poe")
    assert front.where.citations == (first,)
    assert front.zones[0].citations == (first, second)
    assert written.sections[1].items[0].citations == (second,)
    assert [known.number for known in written.bibliography] == [1, 2]


def test_a_source_says_what_it_is_where_it_can_be_opened_and_how_far_it_goes(card):
    atlas, study = card("temporalis").bibliography
    assert (atlas.citation, atlas.names, atlas.address) == ("Doe J (1983). A printed atlas. p. 12.", (), "")
    assert atlas.trust == "from the maps of Travell and Simons; a part was read"
    assert study.names == ("doi:10.0000/tiny",)
    assert study.address == "https://doi.org/10.0000/tiny"
    assert study.trust == "a study of its own; its abstract was read"


def test_a_caution_stays_with_what_it_belongs_to(card):
    cautions = {item.text: item.caution for part in card("temporalis").sections for item in part.items}
    assert cautions["Let the jaw hang loose."] == "Stop if it locks."
    assert [text for text, caution in cautions.items() if caution] == ["Let the jaw hang loose."]


def test_dangers_are_warnings_and_nothing_else_is(card):
    warnings = [part.heading for part in card("temporalis").sections if part.is_warning]
    assert warnings == [HEADINGS["dangers"][0]]


def test_a_section_without_statements_is_left_out(card):
    assert [part.heading for part in card("buccinator").sections] == [HEADINGS["what_it_is"][0]]


def test_a_muscle_without_a_map_says_so(card):
    assert card("buccinator").no_map
    assert card("buccinator").points == ()
    assert card("temporalis").no_map == ""


def test_those_mapped_together_are_named(card):
    assert card("temporalis").together.endswith("Deep jaw muscle")
    assert card("buccinator").together == ""


def test_zones_name_the_side_on_which_they_are_felt(card):
    front, rear = card("temporalis", Side.LEFT).points
    assert [zone.region for zone in front.zones] == ["Temple (left)", "Upper back teeth (left)"]
    assert [zone.region for zone in rear.zones] == ["Corner of the jaw (both sides)"]
    assert [zone.region for zone in card("masseter_deep").points[0].zones][-1] == "Throat"


@pytest.mark.parametrize("voice", list(Voice))
def test_every_card_says_what_it_is_not(card, voice):
    assert card("temporalis", voice=voice).framing == FRAMING[voice]


class TestCore:
    @pytest.mark.parametrize("voice", list(Voice))
    def test_every_statement_of_every_card_is_sourced_and_every_source_used(self, core, voice):
        for muscle in core.muscles.values():
            for side in (Side.RIGHT, Side.LEFT):
                card = write_card(core, Inquiry("side", voice=voice), Place(muscle.id, side))
                said = [item.citations for part in card.sections for item in part.items]
                said += [zone.citations for point in card.points for zone in point.zones]
                said += [point.where.citations for point in card.points]
                said += [card.side_note.citations] if card.side_note else []
                assert all(said)
                numbers = {cite.number for citations in said for cite in citations}
                assert numbers == set(range(1, len(card.bibliography) + 1))
                assert len(set(card.bibliography)) == len(card.bibliography)

    def test_how_often_a_muscle_was_found_stands_on_its_card_with_its_study(self, core):
        counted = [muscle for muscle in core.muscles.values() if muscle.frequencies]
        assert counted
        for muscle in core.muscles.values():
            card = write_card(core, Inquiry("side"), Place(muscle.id, Side.RIGHT))
            found = [part for part in card.sections if part.heading == "How often it was found"]
            assert len(found) == bool(muscle.frequencies)
            for known, item in zip(muscle.frequencies, found[0].items if found else (), strict=True):
                assert f"{known.percent:.0f} of 100 {known.people.plain}" in item.text
                assert len(item.citations) == len(known.sources)
