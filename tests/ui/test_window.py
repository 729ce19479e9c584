"""The window passes on what its parts tell, and shows what follows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.state import Layer
from bodymap.inquiry.update import ChooseMuscle

TEMPORALIS = Place("temporalis", Side.RIGHT)


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def view_button(hand, plate, side):
    """Return the small picture of a view."""
    return next(b for b in hand.window.strip.buttons if (b.seen.plate, b.seen.side) == (plate, side))


def row_of(hand, place):
    return next(number for number, row in enumerate(hand.screen.rows) if row.place == place)


def press_row(hand, number):
    """Press a row of the list near its left edge, where only the row is."""
    listed = hand.window.panel.candidates
    index = listed.model().index(number, 0)
    listed.scrollTo(index)
    QTest.mouseClick(
        listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualRect(index).topLeft() + QPoint(20, 12)
    )


def chips(hand):
    QApplication.processEvents()
    return [button for button in hand.window.panel.findChildren(QPushButton, "chip") if button.isVisible()]


class TestWaysOut:
    def test_back_undoes_each_press_by_button_and_by_escape(self, hand):
        hand.press_shape("region-temple-right")
        hand.press_shape("region-jaw_angle-right")
        click(hand.window.top.back)
        assert hand.chosen == ["temple:right"]
        hand.key(Qt.Key.Key_Escape)
        assert hand.chosen == []
        assert not hand.window.top.back.isEnabled()

    def test_start_over_clears_by_button_and_by_keys_and_can_be_undone(self, hand):
        for over in (
            lambda: click(hand.window.top.start_over),
            lambda: hand.key(Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier),
        ):
            hand.press_shape("region-temple-right")
            over()
            assert hand.chosen == []
            assert not hand.window.top.start_over.isEnabled()
            click(hand.window.top.back)
            assert hand.chosen == ["temple:right"]
            hand.press_shape("region-temple-right")

    def test_nothing_to_undo_at_first(self, hand):
        assert not hand.window.top.back.isEnabled()
        assert not hand.window.top.start_over.isEnabled()


class TestChips:
    def test_each_pain_is_a_chip_that_takes_it_away(self, hand):
        for region in ("temple", "jaw_angle", "forehead"):
            hand.press_shape(f"region-{region}-right")
        assert len(chips(hand)) == 3
        click(chips(hand)[1])
        assert hand.chosen == ["temple:right", "forehead:right"]
        assert len(chips(hand)) == 2

    def test_a_chip_says_its_region_and_what_pressing_does(self, hand):
        hand.press_shape("region-temple-right")
        (chip,) = chips(hand)
        assert hand.screen.chips[0].words in chip.text()
        assert hand.screen.chips[0].words in chip.accessibleName()
        assert chip.accessibleName() != hand.screen.chips[0].words


class TestList:
    def test_a_row_opens_its_muscle_and_the_drawing_follows(self, hand):
        hand.press_shape("region-temple-right")
        number = row_of(hand, TEMPORALIS)
        press_row(hand, number)
        assert hand.inquiry.place == TEMPORALIS
        hand.settle()
        assert hand.screen.card.title in hand.page()
        assert "muscle-temporalis-right" in hand.screen.tones

    def test_where_there_is_room_the_row_stays_and_closes_its_muscle_again(self, hand, qtbot):
        hand.window.resize(1900, 1000)
        hand.press_shape("region-temple-right")
        qtbot.waitUntil(hand.window.panel.isVisible)
        press_row(hand, row_of(hand, TEMPORALIS))
        assert hand.inquiry.place == TEMPORALIS
        assert hand.window.panel.isVisible()
        assert hand.window.aside.isVisible()
        press_row(hand, row_of(hand, TEMPORALIS))
        assert hand.inquiry.place is None
        assert hand.chosen == ["temple:right"]

    def test_where_there_is_none_the_page_takes_the_place_of_the_list(self, hand):
        hand.window.resize(1000, 700)
        press_row(hand, 0)
        assert not hand.window.panel.isVisible()
        assert hand.window.aside.isVisible()
        width = hand.diagram.width()
        hand.key(Qt.Key.Key_Escape)
        assert hand.window.panel.isVisible()
        assert not hand.window.aside.isVisible()
        assert hand.diagram.width() == width

    def test_opening_and_closing_a_muscle_never_resizes_the_drawing(self, hand):
        """Not even for a moment: each new size is painted anew."""
        sizes = {hand.diagram.size().toTuple()}
        resized = type(hand.diagram).resizeEvent
        try:
            type(hand.diagram).resizeEvent = lambda self, event: (
                sizes.add(event.size().toTuple()),
                resized(self, event),
            )[1]
            for _ in range(2):
                hand.window.dispatch(ChooseMuscle(TEMPORALIS))
                hand.key(Qt.Key.Key_Escape)
        finally:
            type(hand.diagram).resizeEvent = resized
        assert len(sizes) == 1

    def test_arrow_keys_move_the_light_and_enter_opens(self, hand):
        hand.press_shape("region-temple-right")
        listed = hand.window.panel.candidates
        listed.setFocus()
        lit = []
        for _ in range(3):
            QTest.keyClick(listed, Qt.Key.Key_Down)
            lit.append(hand.diagram.scene._light)
        assert len(set(lit)) == 3
        place = hand.screen.rows[listed.currentIndex().row()].place
        assert lit[-1] == {f"muscle-{place.muscle}-{place.side}"}
        QTest.keyClick(listed, Qt.Key.Key_Return)
        assert hand.inquiry.place == place

    def test_the_list_shows_every_candidate(self, hand):
        hand.press_shape("region-temple-right")
        model = hand.window.panel.candidates.model()
        assert [model.index(n, 0).data() for n in range(model.rowCount())] == [
            row.title for row in hand.screen.rows
        ]

    def test_the_way_back_leaves_a_page_before_it_undoes_a_step(self, hand):
        hand.press_shape("region-temple-right")
        for leave in (lambda: QTest.keyClick(hand.window, Qt.Key.Key_Escape), hand.window.top.back.click):
            hand.window.foot.help_asked.emit()
            assert hand.window.aside.isVisible()
            leave()
            assert not hand.window.aside.isVisible()
            assert hand.chosen == ["temple:right"]
        hand.window.top.back.click()
        assert hand.chosen == []

    def test_other_places_bring_the_list_back_to_its_top(self, hand):
        bar = hand.window.panel.candidates.verticalScrollBar()
        bar.setValue(bar.maximum())
        assert bar.value() > 0
        hand.press_shape("region-temple-right")
        assert bar.value() == 0

    def test_a_reason_stands_on_the_card_of_an_open_candidate(self, hand):
        hand.press_shape("region-temple-right")
        row = hand.screen.rows[1]
        hand.window.panel.muscle_chosen.emit(row.place)
        assert hand.screen.card.why == ("Number 2 in the list", *row.reasons)
        hand.settle()
        assert row.reasons[0] in hand.page()

    def test_what_else_it_could_be_is_told_and_left_again(self, hand):
        hand.press_shape("region-temple-right")
        hand.window.panel.safety_asked.emit()
        hand.settle()
        page = hand.page()
        assert hand.window.aside.isVisible()
        assert all(known.text in page for known in hand.screen.otherwise)
        hand.window.aside.left.emit()
        assert hand.window.panel.isVisible()
        assert hand.chosen == ["temple:right"]


class TestKeys:
    @pytest.mark.parametrize(
        ("key", "layer"),
        [
            (Qt.Key.Key_1, Layer.SKIN),
            (Qt.Key.Key_2, Layer.SURFACE),
            (Qt.Key.Key_3, Layer.DEEP),
            (Qt.Key.Key_4, Layer.BONE),
        ],
    )
    def test_numbers_open_the_layers(self, hand, key, layer):
        hand.key(key)
        assert hand.screen.layer is layer
        assert hand.window.top.layers.value() == list(Layer).index(layer)

    def test_letters_turn_the_patient_and_the_words(self, hand):
        hand.key(Qt.Key.Key_L)
        assert hand.screen.side is Side.LEFT
        assert view_button(hand, "side", Side.LEFT).isChecked()
        hand.key(Qt.Key.Key_R)
        assert hand.screen.side is Side.RIGHT
        hand.key(Qt.Key.Key_P)
        assert hand.screen.voice is Voice.CLINICAL
        hand.key(Qt.Key.Key_P)
        assert hand.screen.voice is Voice.PLAIN

    def test_buttons_do_what_the_keys_do(self, hand):
        click(view_button(hand, "side", Side.LEFT))
        slider = hand.window.top.layers
        QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=slider.stop_at(Layer.DEEP).toPoint())
        click(hand.window.top.voices.button(Voice.CLINICAL))
        assert (hand.screen.side, hand.screen.layer, hand.screen.voice) == (
            Side.LEFT,
            Layer.DEEP,
            Voice.CLINICAL,
        )

    def test_showing_the_same_screen_twice_shows_it_once(self, hand):
        hand.press_shape("region-temple-right")
        hand.settle()
        before = (hand.page(), len(chips(hand)), hand.diagram.grab().toImage())
        hand.window.show_screen(hand.screen)
        after = (hand.page(), len(chips(hand)), hand.diagram.grab().toImage())
        assert before == after
