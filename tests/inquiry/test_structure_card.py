"""The card of a bone, a nerve or another structure."""

import pytest

from bodymap.anatomy.plate import STRUCTURES, Kind, Shape
from bodymap.anatomy.region import Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.card import FRAMING
from bodymap.inquiry.structure_card import KINDS, write_structure

COLLARBONE = Shape(Kind.BONE, "clavicle", Side.LEFT)


def dangers(core):
    return [Shape(kind, name, Side.RIGHT) for kind, name in core.structures if kind is Kind.DANGER]


@pytest.mark.parametrize(
    ("voice", "title", "clinical"),
    [(Voice.PLAIN, "Collarbone", "Clavicle"), (Voice.CLINICAL, "Clavicle", "")],
)
def test_it_names_the_structure_and_says_the_word_of_the_field_once(core, voice, title, clinical):
    card = write_structure(core, COLLARBONE, voice)
    assert (card.title, card.clinical, card.kind, card.side) == (title, clinical, "Bone", "left")
    assert (card.shape, card.framing) == (COLLARBONE, FRAMING[voice])


def test_what_lies_in_the_middle_has_no_side(core):
    card = write_structure(core, Shape(Kind.CARTILAGE, "thyroid", Side.MIDLINE), Voice.PLAIN)
    assert (card.title, card.side) == ("Adam's apple", "")


def test_the_kind_is_part_of_the_name(core):
    """There is a thyroid cartilage, and a thyroid gland."""
    gland = write_structure(core, Shape(Kind.DANGER, "thyroid", Side.MIDLINE), Voice.CLINICAL)
    assert (gland.title, gland.kind) == ("Thyroid gland", KINDS[Kind.DANGER])
    assert write_structure(core, Shape(Kind.BONE, "thyroid", Side.MIDLINE), Voice.PLAIN) is None


@pytest.mark.parametrize("kind", [Kind.BONE, Kind.MUSCLE, Kind.REGION])
def test_what_is_not_known_has_no_card(core, kind):
    assert write_structure(core, Shape(kind, "gone", Side.RIGHT), Voice.PLAIN) is None


@pytest.mark.parametrize("voice", list(Voice))
def test_a_danger_says_why_to_keep_away_and_who_says_so(core, voice):
    assert dangers(core)
    for shape in dangers(core):
        card = write_structure(core, shape, voice)
        known = core.structures[shape.kind, shape.name].mind
        assert card.mind.text == known.words.in_voice(voice)
        numbers = [cite.number for cite in card.mind.citations]
        assert numbers == list(range(1, len(known.sources) + 1)), shape.name
        assert len(card.bibliography) >= len(card.mind.citations)


@pytest.mark.parametrize("voice", list(Voice))
def test_every_structure_of_the_core_has_a_card(core, voice):
    assert {kind for kind, _ in core.structures} <= set(STRUCTURES) == set(KINDS)
    for kind, name in core.structures:
        card = write_structure(core, Shape(kind, name, Side.RIGHT), voice)
        assert card.title == card.title[:1].upper() + card.title[1:]
        assert card.bibliography, name
        assert len(set(card.bibliography)) == len(card.bibliography), name
