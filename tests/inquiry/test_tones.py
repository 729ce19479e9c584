"""How each shape is to look."""

import pytest

from bodymap.anatomy.muscle import Laterality, Place, Strength
from bodymap.anatomy.region import Pain, Side
from bodymap.inquiry.intents import ChooseMuscle, ToggleRegion
from bodymap.inquiry.state import Inquiry
from bodymap.inquiry.tones import LIT_UP_TO, Tone, felt_on, tone_of_rank, tone_shapes, zone_of
from bodymap.reasoning.account import told
from bodymap.reasoning.ranking import rank

JAW, TEMPLE = Pain("jaw_angle", Side.RIGHT), Pain("temple", Side.RIGHT)


def test_the_first_six_glow_ever_fainter():
    tones = [tone_of_rank(number) for number in range(1, LIT_UP_TO + 2)]
    assert tones == [
        Tone.LEADING,
        Tone.LIKELY,
        Tone.LIKELY,
        Tone.POSSIBLE,
        Tone.POSSIBLE,
        Tone.POSSIBLE,
        None,
    ]


def test_nothing_stands_out_at_first(see):
    assert see().tones == {}


def test_chosen_regions_and_their_candidates_stand_out_with_all_that_are_mapped_together(see):
    assert see(ToggleRegion(TEMPLE)).tones == {
        "region-temple-right": (Tone.CHOSEN,),
        "muscle-temporalis-right": (Tone.LEADING,),
        "muscle-masseter_deep-right": (Tone.LEADING,),
    }


def test_an_open_muscle_shows_its_zone_and_points_and_puts_the_candidates_to_rest(see):
    assert see(ToggleRegion(TEMPLE), ChooseMuscle(Place("temporalis", Side.RIGHT))).tones == {
        "region-temple-right": (Tone.CHOSEN, Tone.ESSENTIAL),
        "muscle-temporalis-right": (Tone.OPENED,),
        "muscle-masseter_deep-right": (Tone.POSSIBLE,),
        "trp-temporalis_1-right": (Tone.POINT,),
        "trp-temporalis_2-right": (Tone.POINT,),
        "region-upper_molars-right": (Tone.SPILLOVER,),
        "region-jaw_angle-right": (Tone.ESSENTIAL,),
        "region-jaw_angle-left": (Tone.ESSENTIAL,),
    }


def test_a_muscle_without_a_map_has_no_zone(atlas):
    assert zone_of(atlas, Place("buccinator", Side.LEFT)) == {}


@pytest.mark.parametrize(
    ("region", "laterality", "sides"),
    [
        ("temple", Laterality.SAME, (Side.LEFT,)),
        ("temple", Laterality.SAME_AND_OTHER, (Side.LEFT, Side.RIGHT)),
        ("temple", Laterality.SAME_OFTEN_BOTH, (Side.LEFT, Side.RIGHT)),
        ("throat", Laterality.SAME, (Side.MIDLINE,)),
        ("throat", Laterality.MIDLINE, (Side.MIDLINE,)),
    ],
)
def test_where_a_referral_from_the_left_is_felt(atlas, region, laterality, sides):
    assert felt_on(atlas, region, laterality, Side.LEFT) == sides


class TestCore:
    def test_a_place_that_is_both_main_and_spillover_counts_as_main(self, core):
        for muscle in core.muscles.values():
            zone = zone_of(core, Place(muscle.id, Side.RIGHT))
            for point in muscle.trigger_points:
                for referral in point.referrals:
                    if referral.strength is Strength.ESSENTIAL:
                        for side in felt_on(core, referral.region, referral.laterality, Side.RIGHT):
                            suffix = "mid" if side is Side.MIDLINE else side
                            assert zone[f"region-{referral.region}-{suffix}"] is Strength.ESSENTIAL

    def test_no_more_than_six_numbers_glow_and_their_shapes_glow_alike(self, core):
        for region in core.regions.values():
            pain = Pain(region.id, Side.RIGHT if region.is_paired else Side.MIDLINE)
            found = rank(core, told([pain])).candidates
            tones = tone_shapes(core, Inquiry("side", pains=(pain,)), found)
            for number, candidate in enumerate(found, 1):
                for name in (candidate.place.muscle, *candidate.together):
                    lit = tones.get(f"muscle-{name}-{candidate.place.side}", ())
                    assert lit == ((tone_of_rank(number),) if number <= LIT_UP_TO else ())
