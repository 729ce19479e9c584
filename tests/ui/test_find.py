"""Finding by typing: real keys in the box, and what is shown and done."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.intents import Ask, ChooseMuscle, OpenGuide, ToggleRegion
from bodymap.inquiry.state import Asking, Inquiry, Layer
from bodymap.ui import found_page
from bodymap.ui.find_box import LEAST_WIDTH
from bodymap.ui.found_painter import LEAST_HEIGHT

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
MASSETER = Place("masseter_superficial", Side.RIGHT)


@pytest.fixture
def box(window):
    return window.top.find_box


@pytest.fixture
def page(window):
    return window.panel.found


@pytest.fixture
def look_for(hand):
    """Open the box with Ctrl+K and type into it."""

    def look_for(text):
        hand.key(Key.Key_K, CTRL)
        QTest.keyClicks(QApplication.focusWidget(), text)

    return look_for


@pytest.fixture
def heard(monkeypatch):
    """All that a screen reader is told about what was found."""
    words = []

    class Announcement(found_page.QAccessibleAnnouncementEvent):
        def __init__(self, widget, message):
            super().__init__(widget, message)
            words.append(message)

    monkeypatch.setattr(found_page, "QAccessibleAnnouncementEvent", Announcement)
    return words


class TestOpening:
    @pytest.mark.parametrize(
        ("key", "modifier"), [(Key.Key_K, CTRL), (Key.Key_Slash, Qt.KeyboardModifier(0))]
    )
    def test_a_key_leads_to_the_box(self, hand, box, page, key, modifier):
        hand.key(key, modifier)
        assert QApplication.focusWidget() is box
        assert box.text() == ""
        assert page.isVisible()
        assert not hand.window.panel.candidates.isVisible()
        assert not hand.window.panel.ways.isVisible()

    def test_the_box_is_pressed(self, hand, box, page):
        QTest.mouseClick(box, Qt.MouseButton.LeftButton)
        assert page.isVisible()
        assert hand.inquiry.query == ""

    def test_going_through_it_with_tab_opens_nothing(self, hand, box, page):
        box.setFocus(Qt.FocusReason.TabFocusReason)
        assert hand.inquiry.query is None
        assert not page.isVisible()

    def test_who_leaves_the_empty_box_has_the_list_again(self, hand, box, page):
        hand.key(Key.Key_K, CTRL)
        hand.key(Key.Key_Tab)
        assert hand.inquiry.query is None
        assert not page.isVisible()
        assert hand.window.panel.candidates.isVisible()

    def test_ctrl_k_again_takes_what_was_typed_to_be_typed_over(self, hand, box, look_for):
        look_for("temple")
        look_for("chin")
        assert (box.text(), hand.inquiry.query) == ("chin", "chin")


class TestTyping:
    def test_letters_are_typed_and_do_nothing_else(self, hand, box, look_for):
        """Each is a key of the window: another view, another layer, another page, other words."""
        begun = hand.inquiry
        letters = "fbosrlwgechjpdtnm1234/+-0"
        look_for(letters)
        assert box.text() == letters
        assert hand.inquiry == Inquiry(**{**_fields(begun), "query": letters})
        assert hand.screen.layer is Layer.SKIN

    def test_the_same_letters_do_their_work_again_afterwards(self, hand, look_for):
        look_for("b")
        hand.key(Key.Key_Escape)
        hand.key(Key.Key_B)
        assert hand.inquiry.plate == "back"

    def test_ctrl_backspace_takes_a_word_and_not_everything(self, hand, box, look_for):
        hand.window.dispatch(ToggleRegion(Pain("chin", Side.RIGHT)))
        look_for("left temple")
        hand.key(Key.Key_Backspace, CTRL)
        assert box.text() == "left "
        assert hand.chosen == ["chin:right"]

    def test_every_letter_is_answered(self, hand, page, look_for):
        look_for("t")
        first = page.list.current
        QTest.keyClicks(QApplication.focusWidget(), "mj")
        assert first.title != page.list.current.title == "Jaw joint (right)"

    def test_the_button_in_the_box_takes_all_away_and_one_goes_on_typing(self, hand, box, look_for):
        look_for("temple")
        button = next(each for each in box.findChildren(QAbstractButton))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert hand.inquiry.query == ""
        QTest.keyClicks(box, "chin")
        assert hand.inquiry.query == "chin"

    def test_nothing_found_is_said_in_the_place_of_the_list(self, hand, page, look_for):
        look_for("xqzv")
        assert page._said.text() == "Nothing found for “xqzv”"
        assert page._hint.isVisible()
        assert not page.list.isVisible()
        hand.key(Key.Key_Return)
        assert hand.inquiry.query == "xqzv"


class TestChoosing:
    def test_enter_chooses_the_first(self, hand, box, page, look_for):
        look_for("left temple")
        hand.key(Key.Key_Return)
        assert hand.chosen == ["temple:left"]
        assert box.text() == ""
        assert not page.isVisible()
        assert hand.window.panel.candidates.isVisible()
        assert QApplication.focusWidget() is hand.diagram

    def test_arrows_go_through_the_hits_and_over_the_headings(self, hand, page, look_for):
        look_for("jaw hurts")
        titles = [page.list.current.title]
        for _ in range(8):
            hand.key(Key.Key_Down)
            titles.append(page.list.current.title)
        assert titles == [hit.title for hit in hand.screen.found.hits[:9]]
        assert {"Jaw joint (right)", "Jaw muscle, outer layer (right)"} <= set(titles)
        hand.key(Key.Key_Up)
        assert page.list.current.title == titles[-2]

    def test_arrows_stay_within_the_hits(self, hand, page, look_for):
        look_for("scm")
        hand.key(Key.Key_Up)
        assert page.list.current.title.endswith("breastbone part (right)")
        for _ in range(5):
            hand.key(Key.Key_Down)
        assert page.list.current.title.endswith("collarbone part (right)")

    def test_ctrl_end_goes_to_the_last_and_end_stays_in_the_text(self, hand, box, page, look_for):
        look_for("jaw")
        hand.key(Key.Key_End, CTRL)
        assert page.list.current == hand.screen.found.hits[-1]
        hand.key(Key.Key_Home, CTRL)
        assert page.list.current == hand.screen.found.hits[0]
        hand.key(Key.Key_Home)
        assert box.cursorPosition() == 0

    def test_enter_opens_the_muscle_that_was_gone_to(self, hand, look_for):
        look_for("scm")
        hand.key(Key.Key_Down)
        hand.key(Key.Key_Return)
        assert hand.inquiry.place.muscle == "sternocleidomastoid_clavicular"
        assert "Front neck strap" in hand.page()

    def test_a_hit_is_pressed(self, hand, page, look_for):
        look_for("temple")
        where = page.list.rect_of("Temple (left)").center()
        QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert hand.chosen == ["temple:left"]
        assert not page.isVisible()

    def test_a_heading_that_is_pressed_does_nothing(self, hand, page, look_for):
        look_for("temple")
        QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 6))
        assert (hand.chosen, hand.inquiry.query) == ([], "temple")

    def test_the_list_itself_can_be_walked(self, hand, page, look_for):
        look_for("temple")
        page.list.setFocus(Qt.FocusReason.TabFocusReason)
        assert hand.inquiry.query == "temple"
        hand.key(Key.Key_Down)
        hand.key(Key.Key_Return)
        assert hand.chosen == ["temple:left"]

    def test_another_voice_words_the_hits_anew_and_keeps_the_place(self, hand, page, look_for):
        look_for("scm")
        hand.key(Key.Key_Down)
        hand.window._on_voice(Voice.CLINICAL)
        assert page.list.current.title.startswith("Sternocleidomastoid, clavicular head")


class TestEnding:
    def test_escape_closes_it_before_it_goes_a_step_back(self, hand, box, page, look_for):
        hand.press_shape("region-temple-right")
        look_for("chin")
        hand.key(Key.Key_Escape)
        assert (hand.chosen, hand.inquiry.query, box.text()) == (["temple:right"], None, "")
        assert QApplication.focusWidget() is hand.diagram
        hand.key(Key.Key_Escape)
        assert hand.chosen == []

    def test_a_press_on_the_drawing_ends_it(self, hand, box, page, look_for):
        look_for("chin")
        hand.press_shape("region-temple-right")
        assert (hand.chosen, hand.inquiry.query, box.text()) == (["temple:right"], None, "")
        assert not page.isVisible()

    def test_start_over_ends_it(self, hand, box, look_for):
        look_for("chin")
        QTest.mouseClick(hand.window.top.start_over, Qt.MouseButton.LeftButton)
        assert (hand.inquiry.query, box.text()) == (None, "")

    def test_the_keys_go_back_to_what_had_them(self, hand, look_for):
        hand.window.foot.jaw.setFocus()
        look_for("chin")
        hand.key(Key.Key_Escape)
        assert QApplication.focusWidget() is hand.window.foot.jaw


class TestRoom:
    @pytest.mark.parametrize("width", [960, 1024, 1280, 1920])
    def test_everything_in_the_bar_has_its_room(self, window, width, qtbot):
        window.resize(width, 700)
        qtbot.waitUntil(lambda: window.width() == width)
        top = window.top
        parts = [top.back, top.start_over, top.find_box, top.layers, top.voices, top.files, top.settings]
        frames = [part.geometry() for part in parts]
        assert all(one.right() < other.left() for one, other in pairwise(frames))
        assert frames[-1].right() < top.width()
        assert all(part.width() >= part.minimumSizeHint().width() for part in parts)
        assert top.find_box.width() >= LEAST_WIDTH

    def test_in_a_narrow_window_it_comes_before_the_page(self, hand, page, look_for):
        window = hand.window
        window.resize(1024, 700)
        window.dispatch(OpenGuide("topic/migraine"))
        assert not window.panel.isVisible()
        look_for("chin")
        assert window.panel.isVisible()
        assert page.isVisible()
        assert not window.aside.isVisible()
        hand.key(Key.Key_Escape)
        assert window.aside.isVisible()
        assert not window.panel.isVisible()

    def test_a_finger_meets_every_hit(self, hand, page, look_for):
        look_for("jaw hurts")
        assert all(page.list.rect_of(hit.title).height() >= LEAST_HEIGHT for hit in hand.screen.found.hits)

    def test_the_current_hit_is_brought_into_sight(self, hand, page, look_for):
        look_for("jaw hurts")
        hand.key(Key.Key_End, CTRL)
        rect = page.list.rect_of(hand.screen.found.hits[-1].title)
        assert page.list.viewport().rect().contains(rect)


class TestHeld:
    def test_it_is_found_also_where_red_flags_hold_the_list(self, open_window, hand_on):
        hand = hand_on(open_window(asks_first=True))
        hand.press_shape("region-temple-right")
        assert hand.window.panel.ticks.isVisible()
        hand.key(Key.Key_K, CTRL)
        QTest.keyClicks(QApplication.focusWidget(), "scm")
        assert hand.window.panel.found.isVisible()
        assert not hand.window.panel.ticks.isVisible()
        hand.key(Key.Key_Escape)
        assert hand.window.panel.ticks.isVisible()

    def test_the_keys_find_a_home_where_what_had_them_is_gone(self, open_window, hand_on):
        """The line of one page of ticks, of which another takes the place."""
        hand = hand_on(open_window(asks_first=True))
        hand.window.dispatch(Ask(Asking.FACTORS))
        next(iter(hand.window.panel.ticks.lines.values())).findChild(QPushButton).setFocus()
        hand.key(Key.Key_K, CTRL)
        QTest.keyClicks(QApplication.focusWidget(), "double vision")
        hand.key(Key.Key_Return)
        assert QApplication.focusWidget() is hand.diagram

    def test_a_warning_sign_leads_to_its_questions(self, open_window, hand_on):
        hand = hand_on(open_window(asks_first=True))
        hand.key(Key.Key_K, CTRL)
        QTest.keyClicks(QApplication.focusWidget(), "double vision")
        hand.key(Key.Key_Return)
        assert "double_vision" in hand.window.panel.ticks.boxes
        assert hand.window.panel.ticks.isVisible()


class TestHeard:
    def test_how_much_was_found_and_the_current_hit_are_said(self, hand, look_for, heard):
        look_for("scm")
        assert heard[-1].startswith("2 found. Front neck strap, breastbone part (right). ")
        hand.key(Key.Key_Down)
        assert heard[-1].startswith("Front neck strap, collarbone part (right). ")

    def test_nothing_found_is_said(self, look_for, heard):
        look_for("xqzv")
        assert heard[-1].startswith("Nothing found")

    def test_box_and_hits_have_names(self, hand, box, page, look_for):
        look_for("scm")
        assert (
            QAccessible.queryAccessibleInterface(box).text(QAccessible.Text.Name).startswith("Find a place")
        )
        listed = QAccessible.queryAccessibleInterface(page.list)
        names = [listed.child(n).text(QAccessible.Text.Name) for n in range(listed.childCount())]
        assert any("“SCM”" in name for name in names)


def test_a_muscle_opened_before_is_still_open_after_escape(hand, look_for):
    hand.window.dispatch(ChooseMuscle(MASSETER))
    look_for("scm")
    hand.key(Key.Key_Escape)
    assert hand.inquiry.place == MASSETER


def _fields(inquiry):
    return {name: getattr(inquiry, name) for name in type(inquiry).__dataclass_fields__}
