"""Atlases made by hand, so that each sum can be done in the head."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bodymap.anatomy.atlas import Atlas, Complaint, Symptom, Weight
from bodymap.anatomy.muscle import Frequency, Laterality, MapStatus, Muscle, Referral, Strength, Tested
from bodymap.anatomy.words import Statement, Sureness, Words

WORTH = {
    "essential": 1.0,
    "spillover": 0.5,
    "sure_high": 1.0,
    "sure_medium": 0.5,
    "sure_low": 0.25,
    "tested_independent": 2.0,
    "tested_partial": 1.5,
    "tested_case_series": 1.25,
    "tested_none": 1.0,
    "other_side": 0.25,
    "local": 0.0,
    "telling": 0.0,
    "focus": 0.4,
    "whole": 0.0,
    "found": 0.0,
    "symptom": 0.2,
    "symptom_absent": 0.1,
    "habit": 0.15,
    "habit_absent": 0.05,
    "familiar": 2.0,
    "unfamiliar": 1.0,
}
SAID = Words("said plainly", "said clinically")


@pytest.fixture
def felt() -> Callable[..., Referral]:
    """Make a referral, by default as sure and strong as can be and untested."""

    def make(region: str, **changes) -> Referral:
        made = Referral(
            region, Strength.ESSENTIAL, Laterality.SAME, Sureness.HIGH, Tested.NONE, ("ATLAS",), publishers=1
        )
        return replace(made, **changes)

    return make


@pytest.fixture
def muscle(atlas: Atlas) -> Callable[..., Muscle]:
    """Make a muscle from lists of referrals, one list to a trigger point."""
    pattern = atlas.muscles["masseter_deep"]
    (point,) = pattern.trigger_points

    def make(name: str, *points: list[Referral], **changes) -> Muscle:
        known = {"map_status": MapStatus.MAPPED, "pattern": None, **changes}
        made = [replace(point, id=f"{name}_{n}", referrals=tuple(to)) for n, to in enumerate(points, 1)]
        return replace(pattern, id=name, name=Words(name, name), trigger_points=tuple(made), **known)

    return make


@pytest.fixture
def symptom() -> Callable[..., Statement]:
    """Make a statement that a symptom goes with a muscle."""

    def make(name: str, sureness: Sureness = Sureness.HIGH) -> Statement:
        return Statement(SAID, sureness, ("STUDY",), symptom=name)

    return make


@pytest.fixture
def habit() -> Callable[..., Statement]:
    """Make a statement that habits keep a muscle going."""

    def make(*names: str, sureness: Sureness = Sureness.HIGH) -> Statement:
        return Statement(SAID, sureness, ("STUDY",), habits=names)

    return make


@pytest.fixture
def frequency() -> Callable[..., Frequency]:
    """Make a figure of how often a muscle was found active."""

    def make(complaint: str, percent: float, number: int = 20) -> Frequency:
        return Frequency(complaint, SAID, percent, number, None, Sureness.HIGH, ("STUDY",))

    return make


@pytest.fixture
def knowing(atlas: Atlas) -> Callable[..., Atlas]:
    """Make an atlas that knows only these muscles, with weights that are easy to multiply."""

    def make(*muscles: Muscle, **worth: float) -> Atlas:
        weights = {name: Weight(value, SAID, ()) for name, value in (WORTH | worth).items()}
        complaints = {
            "headache": Complaint("headache", SAID, ("temple",)),
            "jaw_pain": Complaint("jaw_pain", SAID, ("jaw_angle", "temple")),
        }
        return replace(
            atlas,
            muscles={muscle.id: muscle for muscle in muscles},
            weights=weights,
            habits={"gum": Symptom("gum", SAID, ())},
            complaints=complaints,
        )

    return make
