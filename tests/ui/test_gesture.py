"""What mouse and fingers do on the drawing: followed in numbers, then with a real touch."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bodymap.inquiry.intents import ShowView
from bodymap.ui.fingertips import TOUCH_REACH
from bodymap.ui.gesture import CLOSE, Gesture, Step

SLACK = 10.0
HERE = QPointF(100, 100)


@pytest.fixture
def gesture():
    return Gesture(SLACK)


def beside(x, y=0.0, of=HERE):
    return of + QPointF(x, y)


class TestPress:
    def test_what_never_moved_was_a_press_where_it_began(self, gesture):
        assert gesture.follow([HERE]) is None
        assert gesture.is_under_way
        assert gesture.end() == HERE
        assert not gesture.is_under_way

    def test_a_point_that_trembles_is_still_a_press(self, gesture):
        gesture.follow([HERE])
        for by in (4, -5, SLACK - 1):
            assert gesture.follow([beside(by)]) is None
        assert gesture.end() == HERE

    def test_slack_counts_from_the_first_touch_and_not_from_the_last(self, gesture):
        """Else one could creep across the whole drawing."""
        gesture.follow([HERE])
        steps = [gesture.follow([beside(by)]) for by in (4, 8, 12)]
        assert [step is not None for step in steps] == [False, False, True]
        assert gesture.end() is None

    def test_nothing_was_pressed_where_nothing_was_down(self, gesture):
        assert gesture.end() is None

    def test_one_gesture_leaves_nothing_to_the_next(self, gesture):
        gesture.follow([HERE])
        gesture.follow([beside(50)])
        gesture.end()
        gesture.follow([beside(200)])
        assert gesture.end() == beside(200)


class TestDrag:
    def test_the_drawing_catches_up_with_the_slack_and_then_follows(self, gesture):
        gesture.follow([HERE])
        assert gesture.follow([beside(SLACK)]) == Step(QPointF(SLACK, 0), 1.0, beside(SLACK))
        assert gesture.follow([beside(SLACK, 7)]) == Step(QPointF(0, 7), 1.0, beside(SLACK, 7))

    def test_a_drag_that_comes_back_is_no_press(self, gesture):
        gesture.follow([HERE])
        gesture.follow([beside(40)])
        assert gesture.follow([HERE]).pan == QPointF(-40, 0)
        assert gesture.end() is None


class TestPinch:
    def test_two_fingers_that_spread_zoom_about_their_middle(self, gesture):
        gesture.follow([beside(-20), beside(20)])
        step = gesture.follow([beside(-30), beside(30)])
        assert (step.pan, step.about) == (QPointF(0, 0), HERE)
        assert step.factor == pytest.approx(1.5)

    def test_two_fingers_that_go_the_same_way_only_move(self, gesture):
        gesture.follow([beside(-20), beside(20)])
        step = gesture.follow([beside(-20, 9), beside(20, 9)])
        assert (step.pan, step.about) == (QPointF(0, 9), beside(0, 9))
        assert step.factor == pytest.approx(1.0)

    def test_a_finger_that_turns_about_the_other_zooms_nothing(self, gesture):
        gesture.follow([HERE, beside(50)])
        assert gesture.follow([HERE, beside(0, 50)]).factor == pytest.approx(1.0)

    def test_fingers_that_touch_say_nothing_of_how_far_they_spread(self, gesture):
        gesture.follow([HERE, beside(CLOSE / 2)])
        assert gesture.follow([HERE, beside(100)]).factor == 1.0

    def test_two_fingers_never_press(self, gesture):
        gesture.follow([HERE, beside(50)])
        assert gesture.end() is None

    @pytest.mark.parametrize("left", [HERE, beside(60)])
    def test_when_one_is_lifted_nothing_jumps_and_the_other_goes_on_moving(self, gesture, left):
        gesture.follow([HERE])
        gesture.follow([HERE, beside(50)])
        gesture.follow([HERE, beside(60)])
        assert gesture.follow([left]) is None
        assert gesture.follow([left + QPointF(0, 3)]) == Step(QPointF(0, 3), 1.0, left + QPointF(0, 3))
        assert gesture.end() is None

    def test_when_one_is_added_nothing_jumps(self, gesture):
        gesture.follow([HERE])
        assert gesture.follow([HERE, beside(300)]) is None

    def test_a_third_finger_is_not_counted(self, gesture):
        gesture.follow([beside(-20), beside(20), beside(0, 400)])
        assert gesture.follow([beside(-30), beside(30), beside(0, 10)]).factor == pytest.approx(1.5)


@pytest.fixture(scope="module")
def screen(qapp):
    """A screen that can be touched."""
    return QTest.createTouchDevice()


@pytest.fixture
def touch(hand, screen):
    """Put fingers on the drawing, move them and lift them, one step after the other.

    A finger goes along some points; where it has none it is up.
    """

    def touch(*fingers):
        for step in range(max(map(len, fingers)) + 1):
            touched = QTest.touchEvent(hand.diagram, screen, autoCommit=False)
            for number, points in enumerate(fingers):
                if step < len(points):
                    do = touched.move if step else touched.press
                    do(number, points[step], hand.diagram)
                elif step == len(points):
                    touched.release(number, points[-1], hand.diagram)
            touched.commit()

    return touch


class TestFinger:
    """A finger hides what it presses, so it reaches further than a mouse."""

    @pytest.mark.parametrize("plate", ["front", "side", "back", "mouth"])
    def test_every_region_is_met_where_it_lies_open(self, hand, plate):
        hand.window.resize(1024, 700)
        hand.window.dispatch(ShowView(plate))
        small = hand.diagram.scene.pressing.small()
        for shape in hand.diagram.scene.target_names():
            middle = hand.diagram.pixel_of(shape)
            if hand.diagram.shapes_at(middle)[:1] == (shape,) and shape not in small:
                assert shape in hand.diagram.shapes_at(middle, is_touch=True)[:2], shape

    def test_a_small_region_alone_is_met_22_pixels_from_its_middle(self, hand):
        hand.window.dispatch(ShowView("side"))
        middle = hand.diagram.pixel_of("region-deep_ear-right")
        beside = middle + QPointF(-TOUCH_REACH + 2, 0)
        assert hand.diagram.shapes_at(beside, is_touch=True)[0] == "region-deep_ear-right"
        assert hand.diagram.shapes_at(beside)[0] != "region-deep_ear-right"

    def test_a_finger_that_rests_is_told_the_name_and_presses_nothing(self, hand, screen, qtbot):
        temple = hand.diagram.pixel_of("region-temple-right").toPoint()
        QTest.touchEvent(hand.diagram, screen).press(0, temple, hand.diagram).commit()
        qtbot.waitUntil(lambda: hand.window.captions.name == "Temple (right)")
        QTest.touchEvent(hand.diagram, screen).release(0, temple, hand.diagram).commit()
        assert hand.chosen == []
        QTest.touchEvent(hand.diagram, screen).press(0, temple, hand.diagram).commit()
        QTest.touchEvent(hand.diagram, screen).release(0, temple, hand.diagram).commit()
        assert hand.chosen == ["temple:right"]

    def test_two_fingers_that_go_the_same_way_move_the_drawing(self, hand, touch):
        hand.diagram.zoom_by(2)
        start = hand.diagram.pixel_of("region-temple-right").toPoint()
        held = hand.diagram.view.to_page(QPointF(start))
        steps = [QPoint(0, 0), QPoint(0, 20), QPoint(0, 40)]
        aside = QPoint(50, 0)
        touch([start - aside + by for by in steps], [start + aside + by for by in steps])
        there = hand.diagram.view.to_page(QPointF(start + steps[-1]))
        assert (there - held).manhattanLength() * hand.diagram.view.scale < 3
        assert hand.diagram.view.zoom == pytest.approx(2.0)


class TestTouch:
    def test_a_finger_presses_a_region_once(self, hand, touch):
        """Qt also tells a touch as a mouse, if nobody takes it; twice pressed would be not pressed."""
        touch([hand.diagram.pixel_of("region-temple-right").toPoint()])
        QApplication.processEvents()
        assert hand.chosen == ["temple:right"]

    def test_a_finger_that_moves_takes_the_drawing_along_and_presses_nothing(self, hand, touch):
        start = hand.diagram.pixel_of("region-temple-right").toPoint()
        held = hand.diagram.view.to_page(QPointF(start))
        end = start + QPoint(60, 25)
        touch([start, start + QPoint(40, 10), end])
        assert hand.chosen == []
        there = hand.diagram.view.to_page(QPointF(end))
        assert (there - held).manhattanLength() < 1.5 / hand.diagram.view.scale

    def test_two_fingers_zoom_and_hold_what_lies_between_them(self, hand, touch):
        middle = hand.diagram.pixel_of("region-temple-right").toPoint()
        held = hand.diagram.view.to_page(QPointF(middle))
        out = [QPoint(40, 0), QPoint(60, 0), QPoint(80, 0)]
        touch([middle - by for by in out], [middle + by for by in out])
        assert hand.diagram.view.zoom == pytest.approx(2.0, rel=0.02)
        there = hand.diagram.view.to_page(QPointF(middle))
        assert (there - held).manhattanLength() * hand.diagram.view.scale < 3
        assert hand.chosen == []

    def test_lifting_one_finger_before_the_other_neither_jumps_nor_presses(self, hand, touch):
        middle = hand.diagram.pixel_of("region-temple-right").toPoint()
        left, right = middle - QPoint(40, 0), middle + QPoint(40, 0)
        touch([left] * 5, [right] * 2)
        assert hand.chosen == []
        assert hand.diagram.view == hand.diagram.view.fitted(hand.diagram.size(), hand.diagram.view.ratio)
