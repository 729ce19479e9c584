"""Red flags are asked before a patient sees muscles; a clinician has them one press away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.words import Voice
from bodymap.inquiry.intents import StartOver, TakeSeat
from bodymap.inquiry.state import Asking, Seat
from bodymap.ui.tick_page import LEAST_HEIGHT

TEMPLE = "region-temple-right"


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def tick(hand, sign):
    panel = hand.window.panel.ticks
    panel._scroll.ensureWidgetVisible(panel.boxes[sign])
    click(panel.boxes[sign])


def say(hand, factor, answer):
    """Answer a line of what goes with it."""
    panel = hand.window.panel.ticks
    panel._scroll.ensureWidgetVisible(panel.lines[factor])
    click(panel.lines[factor].buttons[answer])


@pytest.fixture
def hand(open_window, hand_on):
    """A hand on a window that asks first."""
    return hand_on(open_window(asks_first=True))


@pytest.fixture
def asked(hand):
    """A hand that pressed where it hurts."""
    hand.press_shape(TEMPLE)
    return hand


class TestAPatient:
    def test_nothing_is_asked_before_anything_hurts(self, hand):
        assert hand.screen.ticks is None
        assert hand.window.panel.candidates.isVisible()

    def test_is_asked_before_muscles_are_shown(self, asked):
        panel = asked.window.panel
        assert panel.ticks.isVisible()
        assert not panel.candidates.isVisible()
        assert (asked.screen.rows, asked.screen.ranks) == ((), {})
        assert not [tones for tones in asked.screen.tones.values() if "leading" in tones]
        assert panel.ticks.none.isVisible()
        assert not panel.ticks.close_button.isVisible()

    def test_sees_the_list_after_none_of_these(self, asked):
        click(asked.window.panel.ticks.none)
        assert asked.screen.rows
        assert asked.window.panel.candidates.isVisible()
        asked.press_shape("region-eyebrow-right")
        assert asked.window.panel.candidates.isVisible()  # once is enough

    @pytest.mark.parametrize("region", ["region-around_eye-right", TEMPLE, "region-vertex-right"])
    def test_the_rows_stand_one_below_the_other_beside_the_scroll_bar(self, hand, region):
        hand.window.resize(1024, 700)
        hand.settle()
        hand.press_shape(region)
        hand.settle()
        click(hand.window.panel.ticks.none)
        hand.settle()
        listed = hand.window.panel.candidates
        assert listed.verticalScrollBar().isVisible()
        rects = [listed.visualRect(listed.model().index(row, 0)) for row in range(listed.model().rowCount())]
        assert [one.bottom() + 1 for one in rects[:-1]] == [other.top() for other in rects[1:]]

    def test_what_cannot_wait_stands_in_the_place_of_the_list(self, asked):
        tick(asked, "thunderclap")
        panel = asked.window.panel
        assert not panel.ticks.none.isVisible()
        click(panel.ticks.done)
        asked.settle()
        assert asked.screen.is_held
        assert not panel.candidates.isVisible()
        page = panel.held.toPlainText()
        flag = asked.screen.flags[0]
        for words in (flag.heading, flag.call, flag.do, flag.why, flag.because, flag.citations[0].short):
            assert words in page

    def test_the_number_of_the_settings_is_said(self, asked):
        asked.window.dispatch(TakeSeat(Seat("112")))
        tick(asked, "thunderclap")
        click(asked.window.panel.ticks.done)
        assert asked.screen.flags[0].call == "Call 112 now."

    def test_what_can_wait_is_said_above_the_list(self, asked):
        tick(asked, "pattern_changed")
        click(asked.window.panel.ticks.done)
        panel = asked.window.panel
        assert panel.candidates.isVisible()
        assert panel.banner.isVisible()
        assert asked.screen.flags[0].heading in panel.banner.text()
        assert panel.banner.sizeHint().width() <= panel.width()
        click(panel.banner)
        assert asked.screen.flags[0].do in asked.page()

    def test_answers_can_be_changed(self, asked):
        tick(asked, "thunderclap")
        click(asked.window.panel.ticks.done)
        click(asked.window.panel.ways.red_flags)
        assert asked.window.panel.ticks.boxes["thunderclap"].isChecked()
        tick(asked, "thunderclap")
        click(asked.window.panel.ticks.none)
        assert asked.window.panel.candidates.isVisible()
        assert asked.screen.flags == ()

    def test_an_age_alone_holds_nothing_back(self, asked):
        tick(asked, "over_50")
        click(asked.window.panel.ticks.done)
        assert asked.window.panel.candidates.isVisible()
        assert asked.screen.flags == ()

    def test_the_next_one_is_asked_anew(self, asked):
        tick(asked, "fever")
        click(asked.window.panel.ticks.done)
        asked.window.dispatch(StartOver())
        assert asked.inquiry.signs == frozenset()
        asked.press_shape(TEMPLE)
        assert asked.window.panel.ticks.isVisible()
        assert not asked.window.panel.ticks.boxes["fever"].isChecked()

    def test_back_takes_each_tick_away(self, asked):
        tick(asked, "fever")
        tick(asked, "rash")
        click(asked.window.top.back)
        assert asked.inquiry.signs == {"fever"}
        assert not asked.window.panel.ticks.boxes["rash"].isChecked()

    def test_every_line_is_high_enough_for_a_finger_and_shows_all_its_words(self, asked):
        asked.window.resize(1024, 700)
        asked.settle()
        boxes = asked.window.panel.ticks.boxes
        assert set(boxes) == set(asked.window._store._atlas.signs)
        for box in boxes.values():
            assert box.height() >= max(LEAST_HEIGHT, box.heightForWidth(box.width()))
            assert box.accessibleName() or box.text()

    def test_lines_are_ticked_by_key(self, asked):
        box = asked.window.panel.ticks.boxes["fever"]
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
        assert asked.inquiry.signs == {"fever"}


class TestAClinician:
    @pytest.fixture(autouse=True)
    def _clinical(self, hand):
        hand.window._on_voice(Voice.CLINICAL)

    def test_sees_muscles_at_once_and_red_flags_one_press_away(self, asked):
        panel = asked.window.panel
        assert panel.candidates.isVisible()
        click(panel.ways.red_flags)
        assert asked.screen.ticks.asking is Asking.RED_FLAGS
        assert panel.ticks.close_button.isVisible()
        click(panel.ticks.close_button)
        assert panel.candidates.isVisible()

    def test_is_told_above_the_list_and_keeps_it(self, asked):
        QTest.keyClick(asked.window, Qt.Key.Key_S)
        tick(asked, "thunderclap")
        click(asked.window.panel.ticks.done)
        assert asked.window.panel.candidates.isVisible()
        assert asked.window.panel.banner.isVisible()


class TestWhatGoesWithIt:
    def test_ticks_change_the_list_at_once(self, asked):
        click(asked.window.panel.ticks.none)
        before = {row.place: row.share for row in asked.screen.rows}
        click(asked.window.panel.ways.factors)
        say(asked, "clenching", Answer.YES)
        assert asked.screen.ticks.asking is Asking.FACTORS
        click(asked.window.panel.ticks.done)
        assert asked.window.panel.candidates.isVisible()
        assert {row.place: row.share for row in asked.screen.rows} != before
        assert any("Clenching" in reason for row in asked.screen.rows for reason in row.reasons)

    def test_a_tick_is_taken_away_again(self, asked):
        click(asked.window.panel.ticks.none)
        click(asked.window.panel.ways.factors)
        say(asked, "clenching", Answer.YES)
        say(asked, "clenching", Answer.YES)
        assert asked.inquiry.answers == ()

    def test_a_no_is_said_too_and_counts_against(self, asked):
        click(asked.window.panel.ticks.none)
        before = {row.place: row.share for row in asked.screen.rows}
        click(asked.window.panel.ways.factors)
        say(asked, "clenching", Answer.NO)
        line = asked.window.panel.ticks.lines["clenching"]
        assert [line.buttons[each].isChecked() for each in (Answer.YES, Answer.NO)] == [False, True]
        assert {row.place: row.share for row in asked.screen.rows} != before
        assert any("not so: Clenching" in reason for row in asked.screen.rows for reason in row.reasons)
