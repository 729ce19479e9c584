from collections.abc import Callable
from pathlib import Path

import pytest

from bodymap.anatomy import muscle
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import Laterality, MapStatus, Referral, Strength
from bodymap.anatomy.plate import WHOLE_HEAD, Aspect, Kind
from bodymap.anatomy.screening import Otherwise, Urgency
from bodymap.anatomy.source import Family
from bodymap.anatomy.structure import Structure
from bodymap.anatomy.words import Statement, Sureness, Words
from bodymap.content.pack import load

STRUCTURES = """
structures:
- id: thyroid
  kind: danger
  name: {plain: Gland, clinical: Thyroid gland}
  also: [thyroid]
  sources: [ATLAS]
  mind: {plain: Neither pressed nor needled., clinical: No needling., sure: high, sources: [STUDY]}
- id: thyroid
  kind: cartilage
  name: {plain: Shield, clinical: Thyroid cartilage}
  codes: {fma: 'FMA:55099'}
  sources: [ATLAS]
"""


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
    assert atlas.otherwise == (
        Otherwise("temple", Statement(words, Sureness.HIGH, ("STUDY",)), Urgency.SAME_DAY),
    )


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


def test_a_plate_that_does_not_say_what_is_of_interest_shows_the_whole_head(atlas: Atlas):
    assert atlas.plates["side"].interest == WHOLE_HEAD


def test_a_plate_says_what_is_of_interest(tiny: Path, edit: Callable[[str, str, str], None]):
    edit("pack.yaml", "mirrored: true", "mirrored: true\n  interest: [0, 0, 1000, 1300]")
    assert load([tiny]).atlas.plates["side"].interest == (0, 0, 1000, 1300)


def test_a_structure_is_what_its_file_says(tiny: Path):
    (tiny / "structures.yaml").write_text(STRUCTURES, encoding="utf-8")
    known = load([tiny]).atlas.structures
    words = Words("Neither pressed nor needled.", "No needling.")
    mind = Statement(words, Sureness.HIGH, ("STUDY",))
    gland = Structure(
        "thyroid", Kind.DANGER, Words("Gland", "Thyroid gland"), (), ("ATLAS",), mind, ("thyroid",)
    )
    cartilage = Structure(
        "thyroid", Kind.CARTILAGE, Words("Shield", "Thyroid cartilage"), (("fma", "FMA:55099"),), ("ATLAS",)
    )
    assert known == {(Kind.DANGER, "thyroid"): gland, (Kind.CARTILAGE, "thyroid"): cartilage}
