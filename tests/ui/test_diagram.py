"""Real presses on the drawing: at the edges of outlines, zoomed, dragged, turned and opened."""

import pytest
from PySide6.QtCore import QLineF, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bodymap.anatomy.plate import Kind, Shape, read_shape
from bodymap.anatomy.region import Side
from bodymap.inquiry.intents import ClickShape, ShowLayer, ShowSide
from bodymap.inquiry.state import Layer
from bodymap.ui.view import LEAST_ZOOM, MOST_ZOOM

REGIONS = [
    "temple",
    "tmj",
    "around_eye",
    "forehead",
    "cheek_upper",
    "jaw_angle",
    "jaw_body",
    "lips",
    "upper_molars",
    "back_of_head",
    "neck_side",
    "shoulder_top",
]
STEP = 120
"""What one notch of a mouse wheel says."""


def turn_wheel(hand, pixel, notches):
    event = QWheelEvent(
        QPointF(pixel),
        QPointF(hand.diagram.mapToGlobal(pixel)),
        QPoint(),
        QPoint(0, notches * STEP),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(hand.diagram, event)


def topmost(hand, pixel):
    """Return the region that is drawn on top at a pixel, found by other means than the diagram's."""
    for drawn in hand.diagram.scene._outlines.of(Kind.REGION):
        shape = read_shape(drawn.id).mirrored.id if hand.screen.side is Side.LEFT else drawn.id
        if hand.diagram.scene.path(shape).contains(QPointF(pixel)):
            return shape
    return None


def means(hand, pixel, shape):
    """Whether a press on a pixel means a shape: it is drawn on top there, and no smaller one is touched."""
    view = hand.diagram.view
    touched = hand.diagram.scene.pressing._fingertips.at(view.to_page(QPointF(pixel)), view.scale)
    drawn = {hand.diagram.scene._places.turned(small) for small in touched}
    return topmost(hand, pixel) == shape and drawn <= {shape}


class TestEdges:
    @pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
    @pytest.mark.parametrize("zoom", [0.5, 1.0, 3.0])
    def test_a_press_just_inside_an_outline_takes_the_region_drawn_there(self, hand, zoom, side):
        hand.window.dispatch(ShowSide(side))
        for region in REGIONS:
            shape = f"region-{region}-{side}"
            hand.diagram.fit()
            hand.diagram.zoom_by(zoom, hand.diagram.pixel_of(shape))
            pixels = hand.edges(shape)
            own = [pixel for pixel in pixels if means(hand, pixel, shape)]
            assert len(own) >= 2, shape
            for pixel in own[::3]:
                hand.press(pixel)
                assert hand.chosen == [f"{region}:{side}"]
                hand.press(pixel)
                assert hand.chosen == []

    def test_where_outlines_overlap_the_one_drawn_on_top_is_pressed(self, hand):
        for region in REGIONS:
            for pixel in hand.edges(f"region-{region}-right", depth=2):
                if not means(hand, pixel, topmost(hand, pixel)):
                    continue
                hand.press(pixel)
                assert [Shape(Kind.REGION, p.region, p.side).id for p in hand.inquiry.pains] == [
                    topmost(hand, pixel)
                ]
                hand.press(pixel)

    def test_a_shape_smaller_than_a_fingertip_is_pressed_where_the_finger_touches_it(self, hand):
        small = hand.diagram.scene.pressing.small()
        assert "region-tmj-right" in small
        assert all(reach >= 12 for reach in small.values())  # a target of 24, as WCAG 2.2 asks
        middles = {shape: hand.diagram.pixel_of(shape) for shape in small}
        for shape, reach in small.items():
            beside = middles[shape] + QPointF(0, reach - 1)
            nearest = min(middles, key=lambda other: QLineF(middles[other], beside).length())
            assert hand.diagram.shapes_at(beside)[0] == nearest

    def test_a_finger_beside_a_shape_takes_it_and_one_far_off_takes_nothing(self, hand):
        path = hand.diagram.scene.path("region-vertex-right")
        top = path.boundingRect().top()
        x = hand.diagram.pixel_of("region-vertex-right").x()
        first = next(y for y in range(int(top), int(top) + 300) if path.contains(QPointF(x, y)))
        assert hand.diagram.shapes_at(QPointF(x, first - 5)) == ()
        hand.press(QPointF(x, first - 5))
        assert hand.chosen == ["vertex:right"]
        hand.press(QPoint(3, 3))
        assert hand.chosen == ["vertex:right"]


class TestHands:
    def test_the_name_under_the_pointer_is_told_and_taken_back(self, hand, qtbot):
        told = []
        hand.diagram.shape_pointed.connect(told.append)
        hand.point(hand.diagram.pixel_of("region-temple-right"))
        qtbot.waitUntil(lambda: told == ["region-temple-right"])
        assert hand.diagram.cursor().shape() is Qt.CursorShape.PointingHandCursor
        assert hand.window.captions.name == hand.screen.names["region-temple-right"]
        hand.point(QPoint(3, 3))
        qtbot.waitUntil(lambda: told[-1] == "")
        assert not hand.window.captions.name
        assert hand.diagram.cursor().shape() is Qt.CursorShape.ArrowCursor

    def test_a_drag_moves_the_page_and_presses_nothing(self, hand):
        start = hand.diagram.pixel_of("region-temple-right").toPoint()
        held = hand.diagram.view.to_page(QPointF(start))
        way = QPoint(QApplication.startDragDistance() + 30, 20)
        hand.drag(start, start + way)
        assert hand.chosen == []
        there = hand.diagram.view.to_page(QPointF(start + way))
        assert (there - held).manhattanLength() < 1.5 / hand.diagram.view.scale

    def test_a_hand_that_trembles_still_presses(self, hand):
        start = hand.diagram.pixel_of("region-temple-right").toPoint()
        before = hand.diagram.view
        hand.drag(start, start + QPoint(QApplication.startDragDistance() - 2, 0))
        assert hand.chosen == ["temple:right"]
        assert hand.diagram.view == before

    def test_other_buttons_press_nothing(self, hand):
        for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
            QTest.mouseClick(hand.diagram, button, pos=hand.diagram.pixel_of("region-temple-right").toPoint())
        assert hand.chosen == []


class TestZoom:
    @pytest.mark.parametrize("notches", [1, 3, -1])
    def test_the_wheel_keeps_the_point_under_the_cursor(self, hand, notches):
        for shape in ("region-temple-right", "region-jaw_angle-right", "region-neck_side-right"):
            pixel = hand.diagram.pixel_of(shape).toPoint()
            before = hand.diagram.view.to_page(QPointF(pixel))
            turn_wheel(hand, pixel, notches)
            after = hand.diagram.view.to_page(QPointF(pixel))
            assert (after - before).manhattanLength() * hand.diagram.view.scale < 2.0
            assert hand.diagram.view.zoom == pytest.approx(1.25**notches)
            hand.diagram.fit()

    def test_zoom_ends_somewhere_both_ways(self, hand):
        middle = hand.diagram.rect().center()
        turn_wheel(hand, middle, 40)
        assert hand.diagram.view.zoom == MOST_ZOOM
        turn_wheel(hand, middle, -80)
        assert hand.diagram.view.zoom == LEAST_ZOOM

    def test_keys_zoom_pan_and_fit(self, hand):
        hand.diagram.setFocus()
        fitted = hand.diagram.view
        hand.key(Qt.Key.Key_Plus)
        assert hand.diagram.view.zoom > 1
        hand.key(Qt.Key.Key_Left)
        assert hand.diagram.view.shift.x() > 0
        hand.key(Qt.Key.Key_0)
        assert hand.diagram.view == fitted
        hand.key(Qt.Key.Key_Minus)
        assert hand.diagram.view.zoom < 1

    def test_the_page_is_never_lost(self, hand):
        hand.diagram.setFocus()
        for _ in range(60):
            hand.key(Qt.Key.Key_Right)
            hand.key(Qt.Key.Key_Down)
        page = hand.diagram.view.transform.mapRect(hand.diagram.scene._outlines.skin.boundingRect())
        assert page.toAlignedRect().intersects(hand.diagram.rect())

    def test_after_a_rest_the_picture_is_sharp(self, hand, qtbot):
        hand.diagram.zoom_by(1.25)
        qtbot.waitUntil(lambda: hand.diagram.scene.is_sharp, timeout=20_000)


class TestTurned:
    def test_the_same_pixel_mirrored_is_the_other_side(self, hand):
        width = hand.diagram.width()
        around = [QPoint(x, y) for x in (-3, 0, 3) for y in (-3, 0, 3)]
        drawn = {
            region: pixel
            for region in REGIONS
            for pixel in hand.edges(f"region-{region}-right", depth=8)[:8]
            if {topmost(hand, pixel + by) for by in around} == {f"region-{region}-right"}
        }
        assert len(drawn) > 8
        hand.window.dispatch(ShowSide(Side.LEFT))
        for region, pixel in drawn.items():
            hand.press(QPoint(width - pixel.x(), pixel.y()))
            assert hand.chosen == [f"{region}:left"]
            hand.press(QPoint(width - pixel.x(), pixel.y()))
            assert hand.chosen == []

    def test_the_midline_is_the_same_from_both_sides(self, hand):
        hand.press_shape("region-throat-mid")
        hand.window.dispatch(ShowSide(Side.LEFT))
        hand.press_shape("region-throat-mid")
        assert hand.chosen == []

    def test_turning_keeps_zoom_and_place(self, hand):
        hand.diagram.zoom_by(3, hand.diagram.pixel_of("region-temple-right"))
        right = hand.diagram.pixel_of("region-temple-right")
        hand.window.dispatch(ShowSide(Side.LEFT))
        assert hand.diagram.view.zoom == 3
        left = hand.diagram.pixel_of("region-temple-left")
        assert hand.diagram.width() - left.x() == pytest.approx(right.x(), abs=3)


class TestNumbers:
    def test_a_number_opens_its_muscle_where_a_region_is_pressed_beside_it(self, hand):
        hand.press_shape("region-behind_eye-right")
        shape, _ = next(iter(hand.screen.ranks.items()))
        place = next(
            QPointF(x, y)
            for x in range(0, hand.diagram.width(), 4)
            for y in range(0, hand.diagram.height(), 4)
            if hand.diagram.scene.numbered_at(QPointF(x, y)) == shape
        )
        hand.point(place)
        assert hand.window.captions.name == hand.screen.names[shape]
        hand.press(place)
        assert hand.chosen == ["behind_eye:right"]
        assert f"muscle-{hand.inquiry.place.muscle}-right" == shape

    def test_pressing_where_the_last_press_was_takes_the_region_away_whatever_lies_there(self, hand):
        for region in ("temple", "neck_side", "side_of_head", "jaw_angle"):
            hand.press_shape(f"region-{region}-right")
            assert hand.chosen == [f"{region}:right"]
            hand.press_shape(f"region-{region}-right")
            assert hand.chosen == []


class TestOpened:
    def deepest(self, hand):
        """Return a pixel over as many muscles as possible, and those muscles."""
        frame = hand.diagram.rect()
        pixels = [QPointF(x, y) for x in range(0, frame.width(), 9) for y in range(0, frame.height(), 9)]
        return max(((pixel, hand.diagram.shapes_at(pixel)) for pixel in pixels), key=lambda one: len(one[1]))

    def test_pressing_the_same_place_again_walks_to_what_lies_beneath_and_ends(self, hand):
        hand.window.dispatch(ShowLayer(Layer.SURFACE))
        pixel, muscles = self.deepest(hand)
        assert len(muscles) >= 3
        opened = []
        for _ in range(len(muscles) + 2):
            hand.press(pixel)
            place = hand.inquiry.place
            opened.append(f"muscle-{place.muscle}-{place.side}" if place else None)
        assert opened == [*muscles, None, muscles[0]]

    def test_on_the_skin_no_muscle_can_be_pressed_and_below_it_no_region(self, hand):
        for layer, kind in ((Layer.SKIN, "region"), (Layer.SURFACE, "muscle"), (Layer.DEEP, "muscle")):
            hand.window.dispatch(ShowLayer(layer))
            assert {shape.split("-")[0] for shape in hand.diagram.scene.target_names()} == {kind}

    def test_the_deep_layer_takes_the_surface_muscles_away(self, hand):
        hand.window.dispatch(ShowLayer(Layer.SURFACE))
        pixel = hand.diagram.pixel_of("muscle-masseter_superficial-right")
        assert hand.diagram.shapes_at(pixel)[0] == "muscle-masseter_superficial-right"
        everything = set(hand.diagram.scene.target_names())
        hand.window.dispatch(ShowLayer(Layer.DEEP))
        assert "muscle-masseter_superficial-right" not in hand.diagram.shapes_at(pixel)
        outlines = hand.diagram.scene._outlines.by_id
        gone = everything - set(hand.diagram.scene.target_names())
        assert gone == {shape for shape in everything if outlines[shape].layer == "layer-surface"}
        assert gone

    def test_every_shape_can_be_pressed_with_the_mouse_somewhere(self, hand):
        """Nothing lies wholly beneath something else that cannot be walked through."""
        for layer in Layer:
            hand.window.dispatch(ShowLayer(layer))
            for shape in hand.diagram.scene.target_names():
                assert shape in hand.diagram.shapes_at(hand.diagram.pixel_of(shape)), shape

    def test_every_region_is_on_top_somewhere(self, hand):
        for shape in hand.diagram.scene.target_names():
            assert shape in {topmost(hand, pixel) for d in (1, 4, 9) for pixel in hand.edges(shape, d)}, shape


def test_a_click_on_a_shape_says_its_id_by_the_patients_side(hand, qtbot):
    hand.window.dispatch(ShowSide(Side.LEFT))
    with qtbot.waitSignal(hand.diagram.shape_clicked) as told:
        hand.press_shape("region-temple-left")
    assert told.args == ["region-temple-left"]
    hand.window.dispatch(ClickShape("region-temple-left"))
    assert hand.chosen == []
