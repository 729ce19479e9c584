"""Which shape lies beside which, in numbers; and which view lies beyond an edge."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.anatomy.region import Side
from bodymap.inquiry.geography import Beside, Way, joined, lay_paths, nearest, turn_paths
from bodymap.inquiry.intents import ShowSide, ShowView, Turn
from bodymap.inquiry.screen import compose
from bodymap.inquiry.state import Inquiry, Switch
from bodymap.inquiry.update import update

CROSS = {"middle": (0, 0), "left": (-10, 1), "right": (10, -1), "up": (2, -10), "down": (-2, 10)}
PLACES = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3),
    st.tuples(st.integers(0, 40), st.integers(0, 40)),
    min_size=2,
    max_size=25,
)


def test_an_arrow_goes_to_what_lies_there():
    assert lay_paths(CROSS, {})["middle"] == {way: way.value for way in Way}


def test_a_step_aside_counts_double():
    places = {"here": (0, 0), "near": (10, 9), "ahead": (25, 0), "below": (10, 20)}
    assert lay_paths(places, {})["here"][Way.RIGHT] == "ahead"


def test_what_touches_on_the_body_comes_before_what_lies_a_little_nearer():
    places = {"cheek": (0, 0), "tooth": (10, 0), "jaw": (20, 0)}
    assert lay_paths(places, {})["cheek"][Way.RIGHT] == "tooth"
    assert lay_paths(places, {"cheek": frozenset({"jaw"})})["cheek"][Way.RIGHT] == "jaw"


def test_what_no_arrow_meets_is_met_from_the_nearest():
    """The skull's middle lies in the middle of a tooth row, and everything else is nearer to everything."""
    places = {"a": (0, 0), "b": (10, 0), "c": (20, 0), "hidden": (10, 0)}
    assert joined(lay_paths(places, {})) == set(places)


@given(PLACES)
def test_each_reaches_each_wherever_they_lie(places):
    assert joined(lay_paths(places, {})) == set(places)


@given(PLACES)
def test_a_mirror_turns_left_and_right_and_nothing_else(places):
    paths = lay_paths(places, {})
    turned = turn_paths(paths)
    assert turn_paths(turned) == paths
    for shape, ways in paths.items():
        assert turned[shape].get(Way.LEFT) == ways.get(Way.RIGHT)
        assert turned[shape].get(Way.UP) == ways.get(Way.UP)


def test_joined_is_what_reaches_and_is_reached():
    paths = {"a": {Way.LEFT: "b"}, "b": {Way.LEFT: "a"}, "out": {Way.UP: "a"}, "in": {}}
    assert joined(paths) == {"a", "b"}


def test_a_page_is_entered_at_its_edge_and_at_the_same_height():
    places = {"high": (5, 0), "edge": (5, 50), "inner": (40, 52)}
    assert nearest(52, places, Way.LEFT) == "edge"
    assert nearest(52, places, Way.RIGHT) == "inner"
    assert nearest(52, {}, Way.LEFT) is None


def test_the_body_says_which_regions_touch_on_the_same_side(core):
    beside = Beside(core, core.plates["front"])
    assert "region-temple-left" in beside["region-forehead-left"]
    assert "region-temple-right" not in beside["region-forehead-left"]
    assert {"region-neck_front-left", "region-neck_front-right"} <= beside["region-throat-mid"]
    assert beside["muscle-masseter_superficial-left"] == frozenset()


@pytest.mark.parametrize(
    ("intents", "left", "right"),
    [
        ([ShowView("front")], ("side", Side.RIGHT), ("side", Side.LEFT)),
        ([ShowView("front"), Turn(Switch.MIRROR, is_on=True)], ("side", Side.LEFT), ("side", Side.RIGHT)),
        ([ShowSide(Side.RIGHT)], ("back", Side.MIDLINE), ("front", Side.MIDLINE)),
        ([ShowSide(Side.LEFT)], ("front", Side.MIDLINE), ("back", Side.MIDLINE)),
        ([ShowView("back")], ("side", Side.LEFT), ("side", Side.RIGHT)),
        ([ShowView("back"), Turn(Switch.MIRROR, is_on=True)], ("side", Side.RIGHT), ("side", Side.LEFT)),
        ([ShowView("mouth")], None, None),
    ],
)
def test_beyond_an_edge_lies_the_view_after_a_quarter_turn(core, intents, left, right):
    inquiry = Inquiry("side")
    for intent in intents:
        inquiry = update(core, inquiry, intent)
    beyond = compose(core, inquiry).beyond
    found = {way: (view.plate, view.side) for way, view in beyond.items()}
    assert found == {way: view for way, view in ((Way.LEFT, left), (Way.RIGHT, right)) if view}
