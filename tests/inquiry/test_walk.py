"""The walk from muscle to muscle: nothing is left out and nothing comes twice, while the list changes."""

import pytest

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.finding import Finding, Spread
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.examination import Stop
from bodymap.inquiry.intents import (
    ChooseMuscle,
    ClickShape,
    CloseMuscle,
    Find,
    FinishScreening,
    GoBack,
    OpenPage,
    StartOver,
    TickSign,
    ToggleRegion,
)
from bodymap.inquiry.overview import Overview
from bodymap.inquiry.screen import compose
from bodymap.inquiry.standing import Standing, fellows_of
from bodymap.inquiry.state import Inquiry, Page
from bodymap.inquiry.update import update

TEMPLE, TEETH = Pain("temple", Side.RIGHT), Pain("upper_molars", Side.RIGHT)
BEGIN = OpenPage(Page.EXAMINE)
FAMILIAR = Finding(Answer.YES, Answer.YES, Spread.REFERRED, (TEMPLE,))
PAINLESS = Finding(hurts=Answer.NO)
UNSURE = Finding(Answer.NOT_SURE, Answer.YES)


@pytest.fixture
def go(core):
    """Ask one thing after the other of the core pack, as a clinician."""

    def go(*intents, of=None):
        inquiry = of or Inquiry("side", voice=Voice.CLINICAL)
        for intent in intents:
            inquiry = update(core, inquiry, intent)
        return inquiry

    return go


@pytest.fixture
def stop(core):
    """The examination of an inquiry."""
    return lambda inquiry: compose(core, inquiry).examination


@pytest.fixture
def begun(go):
    """Two pains, and the first muscle before the examiner."""
    return go(ToggleRegion(TEMPLE), ToggleRegion(TEETH), BEGIN)


class TestTheWayIn:
    def test_it_begins_with_the_best_candidate(self, core, go, begun):
        first = compose(core, go(ToggleRegion(TEMPLE), ToggleRegion(TEETH))).rows[0].place
        assert begun.place == first
        assert begun.walked == (first,)

    def test_an_open_muscle_is_the_one_that_is_pressed(self, go):
        masseter = Place("masseter_deep", Side.LEFT)
        inquiry = go(ToggleRegion(TEMPLE), ChooseMuscle(masseter), BEGIN)
        assert (inquiry.place, inquiry.side, inquiry.page) == (masseter, Side.LEFT, Page.EXAMINE)

    def test_it_turns_to_where_the_muscle_is_seen_best(self, core, go):
        trapezius = Place("semispinalis_capitis", Side.RIGHT)
        assert core.plates["back"].best_for
        assert go(ToggleRegion(TEMPLE), BEGIN, ChooseMuscle(trapezius)).plate == "back"

    def test_it_is_one_step_back_from_there(self, go, begun):
        before = go(ToggleRegion(TEMPLE), ToggleRegion(TEETH))
        assert go(GoBack(), of=begun) == before

    def test_with_nothing_told_it_asks_where_it_hurts_and_takes_the_answer(self, go, stop):
        waiting = go(BEGIN)
        assert isinstance(stop(waiting), Overview)
        told = go(ClickShape("region-temple-right"), of=waiting)
        assert (told.page, told.pains) == (Page.EXAMINE, (TEMPLE,))
        assert stop(told).start

    def test_what_cannot_wait_comes_before_any_pressing(self, core, stop):
        inquiry = Inquiry("side")
        for intent in (ToggleRegion(TEMPLE), BEGIN):  # nobody answered the red flags yet
            inquiry = update(core, inquiry, intent)
        assert inquiry.place is None
        assert stop(inquiry).start is None
        signs = (TickSign("thunderclap"), FinishScreening())
        for intent in (*signs, BEGIN):
            inquiry = update(core, inquiry, intent)
        assert inquiry.place is None


class TestOnTheWay:
    @pytest.mark.parametrize(
        "found", [(None,), (FAMILIAR,), (PAINLESS,), (PAINLESS, FAMILIAR, None, UNSURE)], ids=str
    )
    def test_every_candidate_is_come_to_once_and_the_end_is_reached(self, core, go, begun, stop, found):
        listed = {(p.muscle, p.side) for p in (row.place for row in compose(core, begun).rows)}
        inquiry, seen = begun, []
        while inquiry.place is not None:
            seen.append(inquiry.place)
            assert len(seen) < 100
            finding = found[len(seen) % len(found)]
            if finding:
                inquiry = go(Find(inquiry.place, finding), of=inquiry)
            after = stop(inquiry).after
            inquiry = go(ChooseMuscle(after) if after else BEGIN, of=inquiry)
        assert len(seen) == len(set(seen))
        met = {(muscle, place.side) for place in seen for muscle in fellows_of(core, place)}
        assert listed <= met
        assert isinstance(stop(inquiry), Overview)

    def test_the_next_is_the_best_that_is_still_open(self, core, go, begun, stop):
        told = go(Find(begun.place, PAINLESS), of=begun)
        rows = compose(core, told).rows
        best = next(row.place for row in rows if row.standing is Standing.OPEN)
        assert stop(told).after == best

    def test_previous_goes_back_the_way_that_was_come(self, go, begun, stop):
        second = stop(begun).after
        there = go(Find(begun.place, PAINLESS), ChooseMuscle(second), of=begun)
        assert stop(there).before == begun.place
        back = go(ChooseMuscle(begun.place), of=there)
        assert stop(back).before is None
        assert stop(back).after == second

    def test_progress_counts_the_stops(self, go, begun, stop):
        first = stop(begun)
        number = int(first.progress.split()[-1])
        assert first.progress == f"1 of {number}"
        there = go(Find(begun.place, PAINLESS), ChooseMuscle(first.after), of=begun)
        assert stop(there).progress == f"2 of {number}"

    def test_any_muscle_may_be_pressed_in_between(self, go, begun, stop):
        other = Place("frontalis", Side.LEFT)
        there = go(ChooseMuscle(other), of=begun)
        assert there.walked == (begun.place, other)
        assert isinstance(stop(there), Stop)
        assert stop(there).before == begun.place

    def test_to_press_the_muscle_in_the_drawing_that_is_open_changes_nothing(self, go, begun):
        shape = f"muscle-{begun.place.muscle}-{begun.place.side}"
        assert go(ClickShape(shape), of=begun) == begun


class TestLeaving:
    def test_what_was_found_is_kept_and_the_open_muscle_waits(self, go, begun):
        told = go(Find(begun.place, Finding(hurts=Answer.YES)), of=begun)
        left = go(CloseMuscle(), of=told)
        assert (left.page, left.findings) == (None, told.findings)
        assert go(BEGIN, of=left).place == begun.place

    def test_after_a_finished_muscle_it_goes_on_with_the_next(self, go, begun, stop):
        told = go(Find(begun.place, FAMILIAR), of=begun)
        assert go(CloseMuscle(), BEGIN, of=told).place == stop(told).after

    def test_said_again_it_shows_what_was_found(self, go, begun, stop):
        overview = stop(go(Find(begun.place, FAMILIAR), BEGIN, of=begun))
        heading, entries = overview.groups[0]
        assert heading.startswith("✓")
        assert entries[0].place == begun.place
        assert "Temporal region (right)" in entries[0].felt
        assert [heading[0] for heading, _ in overview.groups] == ["✓", "○"]

    def test_start_over_forgets_the_way(self, go, begun):
        assert go(StartOver(), of=begun).walked == ()

    def test_each_answer_is_one_step_back(self, go, begun):
        once = go(Find(begun.place, Finding(hurts=Answer.YES)), of=begun)
        twice = go(Find(begun.place, FAMILIAR), of=once)
        assert go(GoBack(), of=twice) == once
        assert go(GoBack(), GoBack(), of=twice) == begun
