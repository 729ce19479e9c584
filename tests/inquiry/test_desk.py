"""What the pages beside the drawing make of an inquiry."""

import pytest

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.inquiry.intents import (
    Ask,
    ChooseMuscle,
    ClickShape,
    CloseMuscle,
    Compare,
    GoBack,
    OpenPage,
    ToggleRegion,
    TypeQuery,
)
from bodymap.inquiry.state import MOST_COMPARED, Asking, Page

TEMPORALIS = Place("temporalis", Side.RIGHT)
TEMPLE = ToggleRegion(Pain("temple", Side.RIGHT))


class TestPages:
    @pytest.mark.parametrize("page", [page for page in Page if page is not Page.SETTINGS])
    def test_a_page_takes_the_place_of_what_was_asked(self, ask, page):
        after = ask(TEMPLE, Ask(Asking.FACTORS), OpenPage(page))
        assert (after.page, after.asking) == (page, None)

    def test_a_muscle_that_is_examined_stays_in_sight(self, ask):
        assert ask(ChooseMuscle(TEMPORALIS), OpenPage(Page.EXAMINE)).place == TEMPORALIS
        assert ask(ChooseMuscle(TEMPORALIS), OpenPage(Page.HAND_OVER)).place is None

    @pytest.mark.parametrize("intent", [CloseMuscle(), OpenPage(None), GoBack(), TEMPLE])
    def test_each_way_out_closes_it(self, ask, intent):
        assert ask(OpenPage(Page.HAND_OVER), intent).page is None

    def test_from_muscle_to_muscle_the_examination_goes_on(self, ask):
        after = ask(OpenPage(Page.EXAMINE), ChooseMuscle(TEMPORALIS))
        assert (after.page, after.place) == (Page.EXAMINE, TEMPORALIS)
        assert ask(OpenPage(Page.HAND_OVER), ChooseMuscle(TEMPORALIS)).page is None


class TestCompare:
    def test_a_muscle_said_again_is_taken_away(self, ask):
        assert ask(Compare(TEMPORALIS)).compared == (TEMPORALIS,)
        assert ask(Compare(TEMPORALIS), Compare(TEMPORALIS)).compared == ()

    def test_a_muscle_that_is_pressed_while_comparing_joins_them(self, ask):
        after = ask(OpenPage(Page.COMPARE), ChooseMuscle(TEMPORALIS))
        assert (after.compared, after.place, after.page) == ((TEMPORALIS,), None, Page.COMPARE)

    def test_of_too_many_the_first_goes(self, ask, atlas):
        both = [Place(muscle, side) for muscle in atlas.muscles for side in (Side.LEFT, Side.RIGHT)]
        places = both[: MOST_COMPARED + 1]
        assert len(places) == MOST_COMPARED + 1
        assert ask(*map(Compare, places)).compared == tuple(places[1:])

    def test_an_unknown_muscle_is_not_compared(self, ask):
        assert ask(Compare(Place("gone", Side.LEFT))).compared == ()


class TestQuery:
    def test_looking_is_no_step(self, ask):
        after = ask(TEMPLE, TypeQuery("jaw"), TypeQuery("jaw m"))
        assert after.query == "jaw m"
        assert len(after.history) == 1

    def test_back_looks_for_nothing(self, ask):
        after = ask(TypeQuery("jaw"), ClickShape("region-temple-right"), GoBack())
        assert after.query is None
