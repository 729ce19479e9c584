"""The indexes of the atlas agree with what they index."""

from bodymap.anatomy.muscle import MapStatus
from bodymap.anatomy.plate import Kind


def test_every_referral_of_a_candidate_is_found_from_its_region(core):
    found = {
        (muscle.id, point.id, referral)
        for known in core.referring.values()
        for muscle, point, referral in known
    }
    told = {
        (muscle.id, point.id, referral)
        for muscle in core.muscles.values()
        if muscle.map_status is not MapStatus.NONE
        for point in muscle.trigger_points
        for referral in point.referrals
    }
    assert found == told
    assert all(
        referral.region == region for region, known in core.referring.items() for *_, referral in known
    )


def test_muscles_mapped_together_are_listed_in_the_order_of_the_pack(core):
    order = list(core.muscles)
    for pattern, muscles in core.mapped_together.items():
        assert all(muscle.pattern == pattern for muscle in muscles)
        assert [muscle.id for muscle in muscles] == sorted((muscle.id for muscle in muscles), key=order.index)


def test_every_danger_and_nothing_else_says_what_to_mind(core):
    assert core.structures
    for (kind, name), structure in core.structures.items():
        assert (structure.kind, structure.id) == (kind, name)
        assert (structure.mind is not None) is (kind is Kind.DANGER)
