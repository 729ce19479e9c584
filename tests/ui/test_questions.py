"""The strip of questions above the list: pressed, answered, taken back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from bodymap.anatomy.answer import Answer
from bodymap.inquiry.intents import FinishScreening
from bodymap.inquiry.state import Asking

YES, NO = Answer.YES, Answer.NO


@pytest.fixture
def strip(hand):
    """The strip of a window in which two places hurt."""
    hand.press_shape("region-temple-right")
    hand.press_shape("region-tmj-right")
    hand.settle()
    return hand.window.panel.questions


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(10, widget.height() // 2))


def asked(strip):
    return [line.asked for line in strip.lines if line.isVisible()]


def told(strip):
    return [button.whole for button in strip.told]


class TestInASmallWindow:
    @pytest.fixture(autouse=True)
    def _small(self, hand):
        hand.window.resize(1024, 700)
        hand.settle()

    def test_one_question_is_shown_and_the_list_keeps_most_of_the_room(self, hand, strip):
        assert asked(strip) == [hand.screen.questions.open[0].factor]
        assert hand.window.panel.candidates.height() > 2 * strip.height()
        assert strip.height() <= 70

    def test_the_next_one_is_a_press_away_and_they_come_round(self, hand, strip):
        names = [each.factor for each in hand.screen.questions.open]
        seen = []
        for _ in names:
            seen += asked(strip)
            click(strip.next)
        assert seen == names
        assert asked(strip) == names[:1]

    def test_an_answered_question_stays_until_the_reader_goes_on(self, hand, strip):
        (first,) = asked(strip)
        click(strip.lines[0].buttons[YES])
        click(strip.lines[0].buttons[YES])  # a second press takes it back, and answers nothing else
        assert hand.inquiry.answers == ()
        click(strip.lines[0].buttons[NO])
        assert hand.inquiry.answers == ((first, NO),)
        assert asked(strip) == [first]
        assert strip.lines[0].buttons[NO].text() == "✓ No"
        click(strip.next)
        assert asked(strip) == [hand.screen.questions.open[0].factor] != [first]
        assert told(strip) == [f"{hand.screen.questions.told[0].told}  ✕"]


class TestInALargeWindow:
    @pytest.fixture(autouse=True)
    def _large(self, hand):
        hand.window.resize(1600, 1150)
        hand.settle()

    def test_three_are_shown(self, hand, strip):
        assert asked(strip) == [each.factor for each in hand.screen.questions.open]
        assert len(asked(strip)) == 3
        assert not strip.next.isVisible()

    def test_the_list_answers_at_once(self, hand, strip):
        before = hand.screen.rows
        click(strip.lines[1].buttons[YES])
        assert hand.screen.rows != before
        assert strip.lines[1]._more.text() == hand.screen.questions.effect != ""

    def test_an_answered_one_keeps_its_place_until_the_next_is_answered(self, strip):
        first = asked(strip)[1]
        click(strip.lines[1].buttons[YES])
        assert asked(strip)[1] == first
        second = asked(strip)[0]
        click(strip.lines[0].buttons[NO])
        assert first not in asked(strip)
        assert asked(strip)[0] == second
        assert len(told(strip)) == 1

    def test_what_was_told_is_taken_back_by_a_press(self, hand, strip):
        click(strip.lines[1].buttons[YES])
        second = asked(strip)[0]
        click(strip.lines[0].buttons[NO])
        click(strip.told[0])
        assert hand.inquiry.answers == ((second, NO),)

    def test_many_answers_lead_to_the_page_of_all(self, hand, strip):
        for _ in range(7):
            click(next(line for line in strip.lines if not line.buttons[NO].isChecked()).buttons[NO])
        assert told(strip)[-1] == "2 more ›"
        click(strip.told[-1])
        assert hand.screen.ticks.asking is Asking.FACTORS
        assert not strip.isVisible()

    def test_back_asks_again(self, hand, strip):
        first = asked(strip)
        click(strip.lines[0].buttons[YES])
        hand.key(Qt.Key.Key_Escape)
        assert hand.inquiry.answers == ()
        assert asked(strip) == first

    def test_the_keyboard_answers_and_keeps_its_place(self, hand, strip):
        button = strip.lines[0].buttons[YES]
        button.setFocus()
        hand.key(Qt.Key.Key_Space)
        assert hand.inquiry.answers == ((strip.lines[0].asked, YES),)
        assert button.hasFocus()
        hand.key(Qt.Key.Key_Tab)
        assert strip.lines[0].buttons[NO].hasFocus()

    def test_a_reader_hears_question_answer_and_state(self, hand, strip):
        question = hand.screen.questions.open[0]
        button = strip.lines[0].buttons[YES]
        assert button.accessibleName() == f"{question.ask} Yes"
        assert button.accessibleDescription() == question.speaks_for
        assert button.isCheckable()


def test_nothing_is_asked_while_red_flags_hold_the_list(open_window, hand_on):
    hand = hand_on(open_window(asks_first=True))
    hand.press_shape("region-temple-right")
    assert hand.screen.is_held
    assert not hand.window.panel.questions.isVisible()
    hand.window.dispatch(FinishScreening(is_none=True))
    assert hand.window.panel.questions.isVisible()
