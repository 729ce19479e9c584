"""Where the keyboard stands is always seen, Tab goes as one reads, and keys lead from part to part."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.inquiry.intents import Ask, ChooseMuscle, ShowLayer, ShowView, StartOver, ToggleRegion
from bodymap.inquiry.state import Asking, Layer
from bodymap.ui.accessible import Target
from bodymap.ui.answer_line import AnswerLine
from bodymap.ui.focus import go_to, part_of, stops
from bodymap.ui.tick_page import TickBox
from tests.ui.test_theme import SIGN, contrast

LEAST_SEEN = 100
"""How many pixels at least must change, so that a ring around the smallest thing is one."""
TEMPLE = ToggleRegion(Pain("temple", Side.RIGHT))
STATES = {
    "start": [],
    "chosen": [TEMPLE],
    "ticks": [TEMPLE, Ask(Asking.FACTORS)],
    "card": [TEMPLE, ChooseMuscle(Place("temporalis", Side.RIGHT))],
    "muscles": [ShowLayer(Layer.SURFACE)],
}


def parts(window):
    return (window.top, window.strip, window.diagram, window.foot, window.panel, window.aside, window.alerts)


def picture(window, frame):
    QApplication.processEvents()
    return window.grab(frame).toImage().convertToFormat(QImage.Format.Format_RGB32)


def changed(before, after):
    """Count the pixels whose new colour stands out from their old one."""
    seen: dict[tuple[int, int], bool] = {}
    one, two = before.constBits().cast("I"), after.constBits().cast("I")
    pairs = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    for pair in set(pairs):
        seen[pair] = contrast(*(QColor.fromRgb(rgb) for rgb in pair)) >= SIGN
    return sum(seen[pair] for pair in pairs)


class TestSeen:
    @pytest.mark.parametrize(
        ("theme", "state"),
        [
            *(("light", state) for state in STATES),
            ("dark", "ticks"),
            ("contrast", "chosen"),
            ("print", "card"),
        ],
    )
    def test_whatever_has_the_focus_is_ringed_so_that_it_is_seen(self, hand, theme, state):
        window = hand.window
        window.resize(1400, 900)
        window.seat.taken.emit({"theme": theme})
        assert window.strip.buttons
        for intent in STATES[state]:
            window.dispatch(intent)
        hand.settle()
        QTest.qWait(60)
        faint = {}
        for stop in stops(parts(window)):
            other = window.top.settings if stop is window.diagram else window.diagram
            other.setFocus(Qt.FocusReason.OtherFocusReason)
            go_to(stop)
            hand.settle()
            frame = stop.rect().adjusted(-4, -4, 4, 4).translated(stop.mapTo(window, QPoint()))
            after = picture(window, frame)
            other.setFocus(Qt.FocusReason.OtherFocusReason)
            found = changed(picture(window, frame), after)
            if found < LEAST_SEEN:
                name = stop.shape if isinstance(stop, Target) else stop.accessibleName() or stop.text()
                faint[name] = found
        assert faint == {}

    def test_a_shape_out_of_sight_is_brought_into_sight(self, hand):
        hand.window.dispatch(ShowView("front"))
        hand.diagram.zoom_by(4)
        hand.settle()
        for shape in ("region-vertex-left", "region-neck_side-right"):
            assert not hand.diagram.rect().contains(hand.diagram.pixel_of(shape).toPoint())
            hand.diagram._targets.target(shape).setFocus(Qt.FocusReason.TabFocusReason)
            assert hand.diagram.rect().contains(hand.diagram.pixel_of(shape).toPoint())

    def test_the_drawing_lies_again_as_it_lay_when_the_keyboard_leaves_it(self, hand):
        hand.window.dispatch(ShowView("front"))
        hand.diagram.zoom_by(4)
        hand.settle()
        lay = hand.diagram.view
        for shape in ("region-vertex-left", "region-neck_side-right"):
            hand.diagram._targets.target(shape).setFocus(Qt.FocusReason.TabFocusReason)
            assert hand.diagram.view != lay
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert hand.diagram.view == lay

    def test_who_presses_elsewhere_finds_the_drawing_where_it_was(self, hand):
        hand.window.dispatch(ShowView("front"))
        hand.diagram.zoom_by(4)
        hand.settle()
        hand.diagram._targets.target("region-vertex-left").setFocus(Qt.FocusReason.TabFocusReason)
        seen = hand.diagram.view
        hand.diagram.setFocus(Qt.FocusReason.MouseFocusReason)
        assert hand.diagram.view == seen

    def test_a_shape_in_sight_moves_nothing(self, hand):
        before = hand.diagram.view
        hand.diagram._targets.target("region-temple-right").setFocus(Qt.FocusReason.TabFocusReason)
        assert hand.diagram.view == before

    def test_a_mouse_that_presses_the_drawing_draws_no_ring_around_it(self, hand):
        hand.press_shape("region-temple-right")
        assert not hand.diagram._shows_focus
        hand.window.foot._help.setFocus()
        QTest.keyClick(hand.window.foot._help, Qt.Key.Key_Backtab)
        hand.diagram.setFocus(Qt.FocusReason.TabFocusReason)
        assert hand.diagram._shows_focus

    def test_the_focus_stays_on_a_shape_that_the_next_layer_also_shows(self, hand):
        hand.window.dispatch(ShowLayer(Layer.SURFACE))
        shared = "muscle-masseter_superficial-right"
        hand.diagram._targets.target(shared).setFocus(Qt.FocusReason.TabFocusReason)
        hand.key(Qt.Key.Key_D)
        assert hand.diagram._targets.focused == shared
        hand.key(Qt.Key.Key_1)
        assert QApplication.focusWidget() is hand.diagram
        assert hand.diagram._shows_focus


def _is_scrolled(widget):
    """Whether a widget is one of the lines of a page of ticks, which move as they are walked over."""
    return isinstance(widget, TickBox) or isinstance(widget.parentWidget(), AnswerLine)


class TestOrder:
    @pytest.mark.parametrize("state", STATES)
    @pytest.mark.parametrize("width", [1024, 1400])
    def test_tab_goes_from_part_to_part_and_in_each_as_one_reads(self, hand, state, width):
        window = hand.window
        window.resize(width, 760)
        assert window.strip.buttons
        for intent in STATES[state]:
            window.dispatch(intent)
        hand.settle()
        walked = []
        window.top.back.setEnabled(True)
        window.top.back.setFocus()
        for _ in range(200):
            walked.append(QApplication.focusWidget())
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            if QApplication.focusWidget() is walked[0]:
                break
        met = list(dict.fromkeys(part_of(parts(window), stop) for stop in walked))
        assert met == [part for part in parts(window) if part in met]
        for part in (window.top, window.foot, window.panel):
            here = [stop for stop in walked if part_of([part], stop) and not _is_scrolled(stop)]
            corners = [stop.mapTo(window, QPoint(0, stop.height() // 2)) for stop in here]
            assert [corner.y() // 30 for corner in corners] == sorted(corner.y() // 30 for corner in corners)

    def test_what_was_chosen_last_comes_before_the_list_and_not_after_the_page(self, hand):
        hand.window.dispatch(TEMPLE)
        hand.settle()
        order = stops(parts(hand.window))
        chip = next(iter(hand.window.panel._buttons.values()))
        assert order.index(chip) < order.index(hand.window.panel.candidates)


class TestParts:
    @pytest.mark.parametrize("width", [1024, 1400])
    def test_keys_lead_to_the_drawing_the_list_and_the_page(self, hand, width):
        window, control = hand.window, Qt.KeyboardModifier.ControlModifier
        window.resize(width, 800)
        hand.key(Qt.Key.Key_2, control)
        assert QApplication.focusWidget() is window.panel.candidates
        hand.key(Qt.Key.Key_3, control)
        assert QApplication.focusWidget() is window.aside.page
        hand.key(Qt.Key.Key_1, control)
        assert isinstance(QApplication.focusWidget(), Target)
        hand.key(Qt.Key.Key_2, control)
        assert QApplication.focusWidget() is window.panel.candidates

    def test_f6_goes_round(self, hand):
        hand.window.resize(1400, 800)
        hand.window.diagram.setFocus()
        met = []
        for _ in range(4):
            hand.key(Qt.Key.Key_F6)
            met.append(part_of(parts(hand.window), QApplication.focusWidget()))
        window = hand.window
        assert met == [window.panel, window.aside, window.diagram, window.panel]

    def test_back_on_the_drawing_one_stands_where_one_stood(self, hand):
        hand.diagram._targets.target("region-chin-right").setFocus(Qt.FocusReason.TabFocusReason)
        hand.key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        hand.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        assert hand.diagram._targets.focused == "region-chin-right"

    def test_the_list_has_a_row_to_stand_on(self, hand):
        hand.window.dispatch(TEMPLE)
        hand.key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        rows = QApplication.focusWidget()
        assert isinstance(rows, QListView)
        assert rows.currentIndex().isValid()
        hand.key(Qt.Key.Key_Return)
        assert hand.inquiry.place == hand.screen.rows[0].place
        hand.window.dispatch(StartOver())
