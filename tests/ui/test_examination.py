"""Muscle by muscle, with real presses: where to press, what it brought, and the way on."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.finding import Finding, Spread
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.inquiry.intents import ChooseMuscle, CloseMuscle, Find, OpenPage
from bodymap.inquiry.standing import Standing
from bodymap.inquiry.state import Layer, Page
from bodymap.ui.big_button import LEAST_HEIGHT

TEMPLE, BROW = "region-temple-right", "region-eyebrow-right"


def click(widget):
    assert widget.isVisible()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.fixture
def page(hand):
    """The page on which muscles are pressed, in the smallest window, with a temple that hurts."""
    hand.window.resize(1024, 700)
    hand.press_shape(TEMPLE)
    click(hand.window.panel.ways.steps[Page.EXAMINE])
    hand.settle()
    return hand.window.aside.pages[Page.EXAMINE]


def finding(hand):
    return dict(hand.inquiry.findings).get(hand.inquiry.place, Finding())


def _type(hand, keys):
    for key in keys.split():
        hand.key(Qt.Key[f"Key_{key}"])


class TestByPress:
    def test_the_first_candidate_is_shown_with_hand_force_and_ring(self, hand, page):
        assert page.isVisible()
        assert hand.inquiry.place == hand.screen.rows[0].place
        assert page.ring.isVisible()
        assert page._title.text() == hand.screen.examination.title

    def test_its_controls_are_in_sight_and_as_large_as_a_finger(self, hand, page):
        for widget in (*page.answers.buttons, page.before, page.undo, page.after, page.sound):
            assert widget.height() >= LEAST_HEIGHT
            corner = widget.mapTo(hand.window, widget.rect().bottomRight())
            assert hand.window.rect().contains(corner)
        assert page.how.height() >= 84

    def test_answers_are_asked_one_after_the_other(self, hand, page):
        click(page.answers.buttons[0])
        assert finding(hand) == Finding(hurts=Answer.YES)
        click(page.answers.buttons[0])
        click(page.answers.buttons[2])
        assert finding(hand) == Finding(Answer.YES, Answer.YES, Spread.REFERRED)
        assert hand.screen.rows[0].standing is Standing.CONFIRMED

    def test_where_it_was_felt_is_pressed_on_the_drawing(self, hand, page):
        for number in (0, 0, 2):
            click(page.answers.buttons[number])
        hand.press_shape(BROW)
        assert finding(hand).felt == (Pain("eyebrow", Side.RIGHT),)
        assert hand.chosen == ["temple:right"]
        assert any(button.isChecked() for button in page.answers.buttons)
        hand.press_shape(BROW)
        assert finding(hand).felt == ()

    def test_and_on_the_chips(self, hand, page):
        for number in (0, 0, 2):
            click(page.answers.buttons[number])
        click(page.answers.buttons[0])
        assert len(finding(hand).felt) == 1
        assert page.answers.buttons[0].text().startswith("✓")
        click(page.answers.buttons[0])
        assert finding(hand).felt == ()

    def test_while_nothing_asks_for_it_a_region_is_not_told(self, hand, page):
        before = hand.inquiry
        hand.press_shape(BROW)
        assert hand.inquiry == before

    def test_each_answer_is_taken_back(self, hand, page):
        click(page.answers.buttons[0])
        click(page.answers.buttons[1])
        click(page.answers.told[1])
        assert finding(hand) == Finding(hurts=Answer.YES)
        click(page.undo)
        click(page.undo)
        assert finding(hand) == Finding(hurts=Answer.YES)
        click(page.undo)
        assert finding(hand) == Finding()
        assert page.isVisible()

    def test_next_and_previous(self, hand, page):
        first = hand.inquiry.place
        click(page.answers.buttons[1])
        click(page.after)
        second = hand.inquiry.place
        assert second != first
        click(page.before)
        assert hand.inquiry.place == first
        assert not page.before.isEnabled()
        click(page.after)
        assert hand.inquiry.place == second

    def test_it_can_be_left_and_come_back_to(self, hand, page):
        click(page.answers.buttons[0])
        place, found = hand.inquiry.place, hand.inquiry.findings
        click(hand.window.aside._back)
        assert hand.window.panel.isVisible()
        assert hand.inquiry.findings == found
        click(hand.window.panel.ways.steps[Page.EXAMINE])
        assert hand.inquiry.place == place
        assert page.answers.told

    def test_the_list_moves_it_on(self, hand, page):
        hand.window.resize(1920, 1080)
        hand.settle()
        listed = hand.window.panel.candidates
        other = hand.screen.rows[1].place
        rect = listed.visualRect(listed.model().index(1, 0))
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(60, 20))
        assert (hand.inquiry.place, hand.inquiry.page) == (other, Page.EXAMINE)

    def test_a_muscle_in_the_drawing_moves_it_on(self, hand, page):
        hand.window.top.layers.chosen.emit(Layer.SURFACE)
        hand.settle()
        hand.press_shape("muscle-masseter_superficial-right")
        assert hand.inquiry.place == Place("masseter_superficial", Side.RIGHT)
        assert page.isVisible()

    def test_at_the_end_it_shows_what_was_found_and_the_ways_on(self, hand, page):
        click(page.answers.buttons[1])
        hand.window.dispatch(OpenPage(Page.EXAMINE))
        overview = page.overview
        assert overview.isVisible()
        assert not page.ring.isVisible()
        assert next(heading for heading, _ in overview._shown.groups).startswith("–")
        click(overview.start)
        assert hand.inquiry.place is not None
        hand.window.dispatch(OpenPage(Page.EXAMINE))
        click(overview.hand_over)
        assert hand.inquiry.page is Page.HAND_OVER

    def test_the_caution_stands_before_the_how_at_the_neck(self, hand, page):
        hand.window.dispatch(ChooseMuscle(Place("sternocleidomastoid_sternal", Side.RIGHT)))
        hand.settle()
        text = page.how.toPlainText()
        assert 0 <= text.index("Nobody presses on a pulse") < text.index("tilts the head")
        assert not page.ring.isVisible()


class TestByKeyboard:
    def test_three_candidates_without_a_mouse(self, hand):
        hand.press_shape(TEMPLE)
        hand.key(Qt.Key.Key_E)
        page = hand.window.aside.pages[Page.EXAMINE]
        assert hand.window.focusWidget() is page.ring
        hand.key(Qt.Key.Key_Space)
        assert page.ring.is_running
        _type(hand, "Y Y Down Down Return")
        assert finding(hand) == Finding(Answer.YES, Answer.YES, Spread.REFERRED)
        _type(hand, "Return")
        assert len(finding(hand).felt) == 1
        places = [hand.inquiry.place]
        _type(hand, "PageDown N")
        places.append(hand.inquiry.place)
        _type(hand, "PageDown U U")
        places.append(hand.inquiry.place)
        assert len(set(places)) == 3
        found = dict(hand.inquiry.findings)
        assert [found[place].verdict for place in places] == [Answer.YES, Answer.NO, Answer.NOT_SURE]
        assert not hand.screen.switches  # N was an answer, and no shortcut
        _type(hand, "PageUp")
        assert hand.inquiry.place == places[1]
        _type(hand, "Escape")
        assert hand.inquiry.place == places[2]

    def test_elsewhere_the_same_keys_are_the_windows(self, hand):
        hand.press_shape(TEMPLE)
        hand.key(Qt.Key.Key_E)
        hand.diagram.setFocus()
        hand.key(Qt.Key.Key_N)
        assert hand.screen.switches
        assert not hand.inquiry.findings


class TestTheCard:
    def test_it_leads_there(self, hand):
        place = Place("masseter_superficial", Side.RIGHT)
        hand.window.dispatch(ChooseMuscle(place))
        assert "Press and check" in hand.page()
        hand.window.aside.page.page_asked.emit(Page.EXAMINE.value)
        assert (hand.inquiry.page, hand.inquiry.place) == (Page.EXAMINE, place)

    def test_its_answer_keeps_what_else_was_found(self, hand):
        place = Place("temporalis", Side.RIGHT)
        told = Finding(Answer.YES, Answer.YES, Spread.REFERRED, (Pain("deep_ear", Side.RIGHT),))
        hand.press_shape(TEMPLE)
        for intent in (Find(place, told), CloseMuscle(), ChooseMuscle(place)):
            hand.window.dispatch(intent)
        hand.window.aside.page.finding_told.emit(Answer.NOT_SURE)
        kept = dict(hand.inquiry.findings)[place]
        assert (kept.familiar, kept.spread, kept.felt) == (Answer.NOT_SURE, told.spread, told.felt)


def test_the_ring_keeps_still_where_motion_is_off(page):
    page.show_motion(is_on=False)
    assert page.ring._moves is False


def test_the_sound_is_off_until_it_is_wanted(page):
    assert not page.ring.is_heard
    click(page.sound)
    assert page.ring.is_heard


def test_confirmed_and_ruled_out_look_different_in_the_drawing(hand):
    hand.press_shape(TEMPLE)
    place = Place("temporalis", Side.RIGHT)
    seen = []
    for told in (Finding(Answer.YES, Answer.YES), Finding(hurts=Answer.NO), None):
        for intent in (
            Find(place, told),
            ChooseMuscle(Place("platysma", Side.RIGHT)),
            OpenPage(Page.EXAMINE),
        ):
            hand.window.dispatch(intent)
        hand.settle()
        top = hand.diagram.scene.frame("muscle-temporalis-right").adjusted(-4, -10, -4, 0)
        top.setHeight(20)  # of the edge only: number and sign stand in the middle
        seen.append(hand.seen().copy(top))
        hand.window.dispatch(CloseMuscle())
    assert seen[0] != seen[1]
    assert seen[1] != seen[2]
    assert seen[0] != seen[2]
