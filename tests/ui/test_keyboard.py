"""Everything can be reached, pressed and heard without a mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from bodymap.anatomy.plate import Kind, Shape, read_shape
from bodymap.anatomy.region import Side
from bodymap.inquiry.geography import joined
from bodymap.inquiry.intents import OpenJaw, ShowLayer, ShowSide, ShowView, Turn
from bodymap.inquiry.state import Layer, Switch
from bodymap.ui import window
from bodymap.ui.accessible import ARROWS, Target

MOST_STOPS = 300
VIEWS = [("front",), ("back",), ("mouth",), ("side", Side.RIGHT), ("side", Side.LEFT)]


@pytest.fixture
def said(monkeypatch):
    """What the screen reader is told, as it is told."""
    heard = []
    monkeypatch.setattr(window, "announce", lambda _window, news: heard.append(news.words))
    return heard


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
    def test_every_region_and_every_muscle_of_the_plate_has_a_target(self, hand, core, side):
        hand.window.dispatch(ShowSide(side))
        assert set(hand.diagram._targets._targets) == drawn(core, Kind.REGION, side)
        hand.window.dispatch(ShowLayer(Layer.SURFACE))
        assert set(hand.diagram._targets._targets) == drawn(core, Kind.MUSCLE, side)

    def test_tab_stops_once_in_the_drawing_at_the_shape_where_the_keyboard_was_last(self, hand):
        for layer in (Layer.SKIN, Layer.SURFACE, Layer.SKIN):
            hand.window.dispatch(ShowLayer(layer))
            names = list(hand.diagram.scene.target_names())
            assert focused_shapes(walk(hand.window)) == names[:1]
            hand.diagram._targets.target(names[7]).setFocus(Qt.FocusReason.TabFocusReason)
            assert focused_shapes(walk(hand.window)) == [names[7]]
            hand.diagram._targets.target(names[0]).setFocus(Qt.FocusReason.TabFocusReason)

    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
    def test_enter_presses_a_button_as_the_space_bar_does(self, hand, key):
        hand.press_shape("region-temple-right")
        hand.window.top.start_over.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(QApplication.focusWidget(), key)
        assert hand.chosen == []

    def test_shift_tab_goes_the_same_way_back(self, hand):
        there = walk(hand.window)
        assert walk(hand.window, Qt.Key.Key_Backtab) == there[::-1]

    def test_every_button_that_is_seen_is_a_stop(self, hand):
        hand.press_shape("region-temple-right")
        stops = walk(hand.window)
        seen = [b for b in hand.window.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
        loose = [b for b in seen if not isinstance(b, Target) and (b.isChecked() or not b.isCheckable())]
        assert [button.text() for button in loose if button not in stops] == []
        assert hand.window.panel.candidates in stops

    @pytest.mark.parametrize("view", VIEWS)
    @pytest.mark.parametrize("layer", list(Layer))
    @pytest.mark.parametrize("shows_dangers", [False, True])
    def test_arrow_keys_reach_every_shape_from_every_other(self, hand, view, layer, shows_dangers):
        hand.window.dispatch(ShowView(*view))
        hand.window.dispatch(ShowLayer(layer))
        hand.window.dispatch(Turn(Switch.DANGERS, shows_dangers))
        for opens in (False, True):
            hand.window.dispatch(OpenJaw(opens))
            paths = hand.diagram._targets.paths
            assert list(paths) == list(hand.diagram.scene.target_names())
            assert joined(paths) == set(paths)

    def test_arrow_keys_do_what_the_paths_say(self, hand):
        targets, paths = hand.diagram._targets, dict(hand.diagram._targets.paths)
        for shape, ways in paths.items():
            for key, way in ARROWS.items():
                if way in ways:
                    targets.target(shape).setFocus(Qt.FocusReason.TabFocusReason)
                    targets._came = None
                    QTest.keyClick(targets.target(shape), key)
                    assert targets.focused == ways[way]

    def test_straight_back_leads_to_where_one_came_from(self, hand):
        targets, keys = hand.diagram._targets, {way: key for key, way in ARROWS.items()}
        for shape, ways in dict(targets.paths).items():
            for way in ways:
                targets.target(shape).setFocus(Qt.FocusReason.TabFocusReason)
                QTest.keyClick(QApplication.focusWidget(), keys[way])
                QTest.keyClick(QApplication.focusWidget(), keys[way.opposite])
                assert targets.focused == shape


def journey(hand, start, *keys):
    """Stand on a region, press arrows, and return what was stood on, as region and side."""
    hand.diagram._targets.target(f"region-{start}").setFocus(Qt.FocusReason.TabFocusReason)
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
        yield read_shape(hand.diagram._targets.focused).id.removeprefix("region-")


UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
FORE, BACK = "towards the face", "towards the back of the head"


class TestJourneys:
    """The arrows follow the body, whichever side is seen and whichever way it is drawn."""

    @pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
    @pytest.mark.parametrize(
        ("start", "keys", "stops"),
        [
            ("cheek_upper", [BACK] * 3, ["in_front_of_ear", "tmj", "deep_ear"]),
            ("deep_ear", [BACK] * 2, ["behind_ear", "skull_base"]),
            ("temple", [UP], ["forehead"]),
            ("temple", [BACK] * 2, ["side_of_head", "back_of_head"]),
            ("temple", [DOWN] * 2, ["in_front_of_ear", "jaw_angle"]),
            ("jaw_angle", [DOWN] * 2, ["neck_side", "neck_shoulder_angle"]),
            ("jaw_angle", [BACK], ["neck_back_upper"]),
            ("back_of_head", [DOWN] * 3, ["skull_base", "neck_back_upper", "neck_back_lower"]),
            ("eyebrow", [DOWN] * 2, ["around_eye", "cheek_upper"]),
        ],
    )
    def test_on_the_side_of_the_head(self, hand, side, start, keys, stops):
        hand.window.dispatch(ShowSide(side))
        left, right = Qt.Key.Key_Left, Qt.Key.Key_Right
        turned = {BACK: left, FORE: right} if side is Side.RIGHT else {BACK: right, FORE: left}
        walked = journey(hand, f"{start}-{side}", *(turned.get(key, key) for key in keys))
        assert list(walked) == [f"{stop}-{side}" for stop in stops]

    @pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
    @pytest.mark.parametrize("mirrors", [False, True])
    def test_from_the_cheek_to_the_ear_on_the_front_and_round_to_the_back(self, hand, side, mirrors):
        """And on the way the drawing turns to the side of the head, and then to its back."""
        hand.window.dispatch(ShowView("front"))
        hand.window.dispatch(Turn(Switch.MIRROR, mirrors))
        is_left_of_viewer = (side is Side.RIGHT) is not mirrors
        out = Qt.Key.Key_Left if is_left_of_viewer else Qt.Key.Key_Right
        walked = list(journey(hand, f"cheek_upper-{side}", *[out] * 3))
        assert walked == [f"{stop}-{side}" for stop in ("in_front_of_ear", "deep_ear", "deep_ear")]
        assert (hand.screen.plate, hand.screen.side) == ("side", side)
        turned = Qt.Key.Key_Left if side is Side.RIGHT else Qt.Key.Key_Right
        assert list(journey(hand, f"deep_ear-{side}", *[turned] * 3))[-1] == f"skull_base-{side}"
        assert hand.screen.plate == "back"

    def test_over_the_edge_the_view_is_announced_and_the_shape_kept(self, hand, said):
        hand.window.dispatch(ShowView("front"))
        said.clear()
        list(journey(hand, "deep_ear-left", Qt.Key.Key_Right))
        assert "Side of the head and neck, left" in said[0]
        assert hand.diagram._targets.focused == "region-deep_ear-left"

    def test_where_there_is_no_view_beyond_the_focus_stays(self, hand):
        hand.window.dispatch(ShowView("mouth"))
        before = hand.inquiry
        assert list(journey(hand, "lips-right", Qt.Key.Key_Left)) == ["lips-right"]
        assert hand.inquiry == before


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
