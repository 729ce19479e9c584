"""Muscles side by side: letters, tones, features, each cell with its sources."""

import pytest

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.intents import (
    ChooseMuscle,
    ClickShape,
    Compare,
    GoBack,
    OpenPage,
    StartOver,
    ToggleRegion,
    UseVoice,
)
from bodymap.inquiry.screen import compose
from bodymap.inquiry.state import Page
from bodymap.inquiry.tones import COMPARED, Tone, zone_of

TEMPORALIS, MASSETER, TRAPEZIUS = (
    Place(name, Side.RIGHT) for name in ("temporalis", "masseter_deep", "trapezius_upper")
)
TEMPLE, JOINT = (ToggleRegion(Pain(each, Side.RIGHT)) for each in ("temple", "tmj"))
OPEN = OpenPage(Page.COMPARE)


@pytest.fixture
def page(core, after):
    return lambda *intents: compose(core, after(*intents)).comparison


def feature(shown, heading):
    return next(each for each in shown.features if each.heading == heading)


class TestChoosing:
    def test_the_open_muscle_is_the_first(self, after):
        assert after(ChooseMuscle(TEMPORALIS), OPEN).compared == (TEMPORALIS,)
        assert after(ChooseMuscle(TEMPORALIS), OPEN).place is None

    def test_opening_it_again_keeps_what_was_chosen(self, after):
        found = after(OPEN, Compare(MASSETER), OpenPage(None), ChooseMuscle(TEMPORALIS), OPEN)
        assert found.compared == (TEMPORALIS, MASSETER)

    def test_nothing_is_chosen_by_surprise_but_the_best_are_offered(self, page):
        shown = page(TEMPLE, OPEN)
        assert shown.columns == ()
        assert [str(each.place) for each in shown.offers] == ["trapezius_upper:right", "temporalis:right"]
        assert shown.features == ()

    def test_what_is_compared_is_not_offered_and_of_three_no_more(self, page):
        assert TEMPORALIS not in [each.place for each in page(TEMPLE, OPEN, Compare(TEMPORALIS)).offers]
        three = map(Compare, (TEMPORALIS, MASSETER, TRAPEZIUS))
        shown = page(TEMPLE, OPEN, *three)
        assert (shown.offers, shown.hint) == ((), "")

    def test_a_muscle_pressed_in_the_drawing_joins_and_leaves(self, after):
        press = ClickShape("muscle-temporalis-right")
        assert after(OPEN, press).compared == (TEMPORALIS,)
        assert after(OPEN, press, press).compared == ()
        assert after(OpenPage(Page.WEIGH), press).compared == (TEMPORALIS,)

    def test_each_step_is_undone_and_start_over_forgets(self, after):
        assert after(OPEN, Compare(MASSETER), GoBack()).compared == ()
        assert after(OPEN, Compare(MASSETER), StartOver()).compared == ()


class TestDrawing:
    def test_each_muscle_and_its_zone_has_its_own_tones(self, core, after):
        screen = compose(core, after(OPEN, Compare(TEMPORALIS), Compare(MASSETER)))
        for place, (own, essential, spillover) in zip((TEMPORALIS, MASSETER), COMPARED, strict=False):
            assert own in screen.tones[f"muscle-{place}".replace(":", "-")]
            zone = {shape for shape, tones in screen.tones.items() if {essential, spillover} & set(tones)}
            assert zone == set(zone_of(core, place))

    def test_a_place_felt_from_both_carries_both(self, core, after):
        tones = compose(core, after(OPEN, Compare(TEMPORALIS), Compare(TRAPEZIUS))).tones
        assert {Tone.FIRST_ESSENTIAL, Tone.SECOND_ESSENTIAL} <= set(tones["region-temple-right"])

    def test_letters_stand_for_numbers(self, core, after):
        screen = compose(core, after(TEMPLE, OPEN, Compare(TEMPORALIS), Compare(MASSETER)))
        assert screen.ranks == {"muscle-temporalis-right": "A", "muscle-masseter_deep-right": "B"}
        assert not {Tone.LEADING, Tone.LIKELY} & {tone for found in screen.tones.values() for tone in found}

    def test_with_nothing_chosen_the_candidates_stay_lit(self, core, after):
        assert 1 in compose(core, after(TEMPLE, OPEN)).ranks.values()

    def test_closed_it_leaves_no_trace_in_the_drawing(self, core, after):
        before = compose(core, after(TEMPLE))
        closed = compose(core, after(TEMPLE, OPEN, Compare(MASSETER), OpenPage(None)))
        assert (closed.tones, closed.ranks) == (before.tones, before.ranks)


class TestFeatures:
    def test_it_says_of_each_pain_whether_it_is_felt_from_there(self, page):
        shown = page(TEMPLE, JOINT, OPEN, Compare(TEMPORALIS), Compare(MASSETER))
        one, other = feature(shown, "Felt where it hurts").cells
        assert [item.text for item in one] == [
            "✓ Temple (right): main place",
            "✓ Jaw joint (right): some people",
        ]
        assert [item.text for item in other] == [
            "Temple (right): not felt from here",
            "✓ Jaw joint (right): main place",
        ]
        assert all(bool(item.citations) == item.text.startswith("✓") for item in (*one, *other))

    def test_it_says_which_places_are_shared_and_which_are_not(self, page):
        shown = page(OPEN, Compare(TEMPORALIS), Compare(MASSETER), Compare(TRAPEZIUS))
        for letter, cell in zip(
            "ABC", feature(shown, "Where else it is felt, and from whom").cells, strict=True
        ):
            texts = [item.text for item in cell]
            assert all(item.citations for item in cell)
            assert any(text.startswith(("Only from here", "Also from")) for text in texts)
            assert not any(f"Also from {letter}" in text for text in texts)
        one, _, third = feature(shown, "Where else it is felt, and from whom").cells
        assert any("Also from C: " in item.text and "Temple" in item.text for item in one)
        assert any("Also from A: " in item.text and "Temple" in item.text for item in third)

    @pytest.mark.parametrize("voice", Voice)
    def test_every_cell_names_its_sources_or_says_that_nothing_was_found(self, page, voice):
        shown = page(UseVoice(voice), OPEN, *map(Compare, (TEMPORALIS, MASSETER, TRAPEZIUS)))
        assert len(shown.features) == 7
        for each in shown.features:
            assert len(each.cells) == 3
            assert all(item.citations for cell in each.cells for item in cell)
        assert shown.nothing
        assert shown.bibliography

    def test_what_lies_near_warns(self, page):
        shown = page(OPEN, Compare(TEMPORALIS))
        assert [each.heading for each in shown.features if each.is_warning] == ["Take care: what lies near"]

    def test_it_says_what_the_open_view_does_not_show(self, page):
        shown = page(OPEN, Compare(TEMPORALIS), Compare(Place("lateral_rectus", Side.LEFT)))
        assert [each.is_drawn for each in shown.columns] == [True, False]


def test_it_never_ranks_nor_recommends(page):
    shown = page(TEMPLE, OPEN, Compare(TEMPORALIS), Compare(MASSETER))
    assert "does not tell you what you have" in shown.framing
    assert [each.letter for each in shown.columns] == ["A", "B"]
