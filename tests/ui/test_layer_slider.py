"""The slider that peels the drawing: by mouse, by keys, and with fewer stops in the mouth."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from bodymap.anatomy.plate import Aspect
from bodymap.inquiry.state import Layer, layers_of
from bodymap.inquiry.wording import name_layer
from bodymap.ui.layer_slider import LayerSlider
from bodymap.ui.theme import THEMES

LEFT = Qt.MouseButton.LeftButton


def stops(aspect):
    return tuple((layer, name_layer(layer, aspect)) for layer in layers_of(aspect))


@pytest.fixture
def slider(qtbot, application):
    made = LayerSlider(THEMES["light"])
    qtbot.addWidget(made)
    made.show_layers(stops(Aspect.ANTERIOR), Layer.SKIN)
    made.show()
    made.setFocus()
    made.told = []
    made.chosen.connect(made.told.append)
    return made


def at(slider, layer):
    return slider.stop_at(layer).toPoint()


class TestMouse:
    @pytest.mark.parametrize("layer", [Layer.SURFACE, Layer.DEEP, Layer.BONE])
    def test_a_press_at_a_stop_or_its_name_goes_there(self, slider, layer):
        for below in (0, 20):
            slider.show_layers(stops(Aspect.ANTERIOR), Layer.SKIN)
            QTest.mouseClick(slider, LEFT, pos=at(slider, layer) + QPoint(slider._room // 2 - 3, below))
            assert slider.told == [layer]
            slider.told.clear()

    def test_a_drag_tells_each_stop_once_and_ends_at_the_edge(self, slider):
        QTest.mousePress(slider, LEFT, pos=at(slider, Layer.SKIN))
        for x in range(0, slider.width() + 200, 20):
            QTest.mouseMove(slider, QPoint(x, 10))
        QTest.mouseRelease(slider, LEFT, pos=QPoint(slider.width() + 200, 10))
        assert slider.told == [Layer.SURFACE, Layer.DEEP, Layer.BONE]
        assert slider.value() == 3

    def test_moving_without_a_button_or_with_another_one_goes_nowhere(self, slider):
        QTest.mouseMove(slider, at(slider, Layer.DEEP))
        QTest.mouseClick(slider, Qt.MouseButton.RightButton, pos=at(slider, Layer.BONE))
        assert (slider.told, slider.value()) == ([], 0)

    def test_a_press_where_one_is_tells_nothing(self, slider):
        QTest.mouseClick(slider, LEFT, pos=at(slider, Layer.SKIN))
        assert slider.told == []


class TestKeys:
    def test_arrows_go_one_stop_and_home_and_end_all_the_way(self, slider):
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Home):
            QTest.keyClick(slider, key)
        assert slider.told == [Layer.SURFACE, Layer.SKIN, Layer.BONE, Layer.SKIN]

    def test_it_goes_no_further_than_its_ends(self, slider):
        QTest.keyClick(slider, Qt.Key.Key_Left)
        assert slider.told == []


class TestShown:
    def test_what_is_shown_is_not_told(self, slider):
        slider.show_layers(stops(Aspect.ANTERIOR), Layer.DEEP)
        assert (slider.value(), slider.told) == (2, [])

    def test_a_reader_hears_the_name_of_the_stop(self, slider):
        slider.show_layers(stops(Aspect.ANTERIOR), Layer.BONE)
        assert slider.accessibleDescription() == "Bone"

    def test_in_the_mouth_there_are_two_stops_and_the_second_is_deep(self, slider):
        wide = slider.width()
        slider.show_layers(stops(Aspect.INTRAORAL), Layer.SKIN)
        assert slider.maximum() == 1
        assert slider.width() == wide / 2
        QTest.mouseClick(slider, LEFT, pos=QPoint(slider.width() - 5, 10))
        QTest.keyClick(slider, Qt.Key.Key_Right)
        assert slider.told == [Layer.DEEP]

    def test_coming_back_from_the_mouth_tells_nothing(self, slider):
        slider.show_layers(stops(Aspect.INTRAORAL), Layer.DEEP)
        slider.show_layers(stops(Aspect.ANTERIOR), Layer.DEEP)
        assert (slider.value(), slider.told) == (2, [])

    def test_each_stop_looks_different_when_it_is_the_open_one(self, slider):
        seen = []
        for layer in Layer:
            slider.show_layers(stops(Aspect.ANTERIOR), layer)
            seen.append(slider.grab().toImage())
        assert all(one != other for number, one in enumerate(seen) for other in seen[:number])

    def test_it_follows_the_theme(self, slider):
        light = slider.grab().toImage()
        slider.show_tokens(THEMES["contrast"])
        assert slider.grab().toImage() != light
