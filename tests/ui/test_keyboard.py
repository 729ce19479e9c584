"""Everything can be reached, pressed and heard without a mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from bodymap.anatomy.plate import Kind, Shape, read_shape
from bodymap.anatomy.region import Side
from bodymap.inquiry.intents import ShowLayer, ShowSide
from bodymap.inquiry.state import Layer
from bodymap.ui.accessible import Target

MOST_STOPS = 300


def walk(window, key=Qt.Key.Key_Tab):
    """Press Tab from the drawing until it comes round, and return what had the focus in between."""
    window.diagram.setFocus()
    stops: list[QWidget] = []
    for _ in range(MOST_STOPS):
        QTest.keyClick(QApplication.focusWidget(), key)
        if QApplication.focusWidget() is window.diagram:
            return stops
        stops.append(QApplication.focusWidget())
    raise AssertionError("Tab does not come round")


def focused_shapes(stops):
    return [stop.shape for stop in stops if isinstance(stop, Target)]


def drawn(core, kind, side):
    """Return the shapes of a kind that the plate shows from a side."""
    shapes = [shape for shape in map(read_shape, core.plates["side"].shapes) if shape.kind is kind]
    return {shape.mirrored.id if side is Side.LEFT else shape.id for shape in shapes}


class TestReach:
    @pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
    def test_every_region_and_every_muscle_of_the_plate_is_a_stop_of_the_tab_key(self, hand, core, side):
        hand.window.dispatch(ShowSide(side))
        assert set(focused_shapes(walk(hand.window))) == drawn(core, Kind.REGION, side)
        hand.window.dispatch(ShowLayer(Layer.SURFACE))
        stops = focused_shapes(walk(hand.window))
        assert set(stops) == drawn(core, Kind.MUSCLE, side)
        assert len(stops) == len(set(stops))

    def test_tab_goes_through_the_shapes_in_their_reading_order_after_the_drawing(self, hand):
        for layer in (Layer.SKIN, Layer.SURFACE, Layer.SKIN):
            hand.window.dispatch(ShowLayer(layer))
            names = list(hand.diagram.scene.target_names())
            stops = walk(hand.window)
            assert focused_shapes(stops[: len(names)]) == names

    def test_shift_tab_goes_the_same_way_back(self, hand):
        there = walk(hand.window)
        assert walk(hand.window, Qt.Key.Key_Backtab) == there[::-1]

    def test_every_button_that_is_seen_is_a_stop(self, hand):
        hand.press_shape("region-temple-right")
        stops = walk(hand.window)
        seen = [b for b in hand.window.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
        loose = [button for button in seen if not (button.isCheckable() and not button.isChecked())]
        assert [button.text() for button in loose if button not in stops] == []
        assert hand.window.panel.candidates in stops

    def test_arrow_keys_reach_every_region(self, hand):
        """From any shape one gets to any other by arrows alone."""
        targets = {shape: hand.diagram._targets.target(shape) for shape in hand.diagram.scene.target_names()}
        first = next(iter(targets))
        reached, to_try = {first}, [first]
        while to_try:
            shape = to_try.pop()
            for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
                targets[shape].setFocus(Qt.FocusReason.TabFocusReason)
                QTest.keyClick(targets[shape], key)
                found = QApplication.focusWidget().shape
                if found not in reached:
                    reached.add(found)
                    to_try.append(found)
        assert reached == set(targets)


class TestPress:
    @pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
    def test_a_key_presses_the_shape_that_has_the_focus(self, hand, key):
        target = hand.diagram._targets.target("region-temple-right")
        target.setFocus()
        QTest.keyClick(target, key)
        assert hand.chosen == ["temple:right"]
        assert QApplication.focusWidget() is target
        QTest.keyClick(target, key)
        assert hand.chosen == []

    def test_every_region_and_muscle_answers_to_its_key(self, hand):
        for layer in (Layer.SKIN, Layer.SURFACE):
            hand.window.dispatch(ShowLayer(layer))
            for shape in hand.diagram.scene.target_names():
                QTest.keyClick(hand.diagram._targets.target(shape), Qt.Key.Key_Space)
                last = hand.inquiry.pains[-1] if layer is Layer.SKIN else hand.inquiry.place
                name = last.region if layer is Layer.SKIN else last.muscle
                assert Shape(read_shape(shape).kind, name, last.side).id == shape

    def test_the_focus_is_named_and_painted(self, hand, qtbot):
        target = hand.diagram._targets.target("region-temple-right")
        frame = target.geometry()
        hand.diagram.setFocus()
        before = hand.diagram.grab(frame).toImage()
        target.setFocus(Qt.FocusReason.TabFocusReason)
        assert hand.diagram.grab(frame).toImage() != before


class TestHeard:
    @pytest.mark.parametrize("layer", list(Layer))
    def test_the_screen_reader_hears_every_shape_by_its_name(self, hand, layer):
        hand.window.dispatch(ShowLayer(layer))
        for shape in hand.diagram.scene.target_names():
            interface = QAccessible.queryAccessibleInterface(hand.diagram._targets.target(shape))
            assert interface.text(QAccessible.Text.Name) == hand.screen.names[shape]
            assert interface.role() == QAccessible.Role.Button

    def test_names_follow_the_voice(self, hand):
        hand.key(Qt.Key.Key_P)
        target = hand.diagram._targets.target("region-jaw_angle-right")
        assert target.accessibleName() == hand.screen.names["region-jaw_angle-right"]

    def test_targets_lie_over_their_shapes_also_after_zoom_and_resize(self, hand, qtbot):
        target = hand.diagram._targets.target("region-temple-right")
        for change in (lambda: hand.diagram.zoom_by(2), lambda: hand.window.resize(1000, 700)):
            change()
            frame = hand.diagram.scene.frame
            qtbot.waitUntil(lambda frame=frame: target.geometry() == frame("region-temple-right"))

    def test_everything_that_takes_the_focus_has_a_name(self, hand):
        hand.press_shape("region-temple-right")
        nameless = [
            stop
            for stop in walk(hand.window)
            if not QAccessible.queryAccessibleInterface(stop).text(QAccessible.Text.Name)
        ]
        assert nameless == []

    def test_a_row_is_heard_with_its_number_name_and_reasons(self, hand):
        hand.press_shape("region-temple-right")
        row = hand.screen.rows[0]
        index = hand.window.panel.candidates.model().index(0, 0)
        said = index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert said.startswith(f"1. {row.title}")
        assert all(reason in said for reason in row.reasons)
