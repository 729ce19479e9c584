from pathlib import Path

import pytest

from bodymap.anatomy import muscle
from bodymap.anatomy.atlas import Atlas, Otherwise
from bodymap.anatomy.muscle import Laterality, MapStatus, Referral, Strength
from bodymap.anatomy.plate import Aspect
from bodymap.anatomy.source import Family
from bodymap.anatomy.words import Statement, Sureness, Words
from bodymap.content.pack import load


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load([Path(__file__).parent.parent / "packs" / "tiny"]).atlas


def test_a_referral_is_what_its_file_says(atlas: Atlas):
    first, second = atlas.muscles["temporalis"].trigger_points[0].referrals
    assert first == Referral(
        "temple",
        Strength.ESSENTIAL,
        Laterality.SAME,
        Sureness.HIGH,
        muscle.Tested.INDEPENDENT,
        ("ATLAS", "STUDY"),
        2,
    )
    assert (second.strength, second.note) == (Strength.SPILLOVER, Words("Seldom felt.", "Rare."))


def test_a_statement_is_what_its_file_says(atlas: Atlas):
    temporalis = atlas.muscles["temporalis"]
    caution = Words("Stop if it locks.", "Not with locking.")
    words = Words("Let the jaw hang loose.", "Rest position.")
    assert temporalis.self_care == (Statement(words, Sureness.MEDIUM, ("STUDY",), caution),)
    assert temporalis.feels_like[0].symptom == "ringing"


def test_what_a_muscle_does_not_say_is_empty(atlas: Atlas):
    buccinator = atlas.muscles["buccinator"]
    assert buccinator.map_status is MapStatus.NONE
    assert not buccinator.is_candidate
    assert (buccinator.pattern, buccinator.side_note, buccinator.codes) == (None, None, ())


def test_a_region_is_what_its_file_says(atlas: Atlas):
    temple = atlas.regions["temple"]
    assert (temple.is_paired, temple.is_inside, temple.adjacent) == (True, False, ("jaw_angle",))
    assert temple.codes == (("ta2", "184"), ("fma", "FMA:63867"))
    words = Words("A sore artery of the temple, above fifty", "Giant cell arteritis")
    assert atlas.otherwise == (Otherwise("temple", Statement(words, Sureness.HIGH, ("STUDY",)), "urgent"),)


def test_lists_of_the_pack_are_indexed_by_id(atlas: Atlas):
    assert atlas.weights["focus"].value == 0.3
    assert atlas.symptoms["ringing"].also == ("noise in the ear",)
    assert atlas.patterns["jaw_closers"].name.clinical == "Jaw elevators"
    assert (atlas.sources["STUDY"].year, atlas.sources["STUDY"].family) == (None, Family.INDEPENDENT)


def test_a_plate_carries_its_drawing(atlas: Atlas):
    side = atlas.plates["side"]
    assert (side.aspect, side.is_mirrored) == (Aspect.RIGHT_LATERAL, True)
    assert side.svg.startswith(b"<?xml")
    assert len(side.digest) == 64
