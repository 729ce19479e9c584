"""The window passes on what its parts tell, and shows what follows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.intents import (
    ChooseMuscle,
    OpenJaw,
    ShowLayer,
    ShowSide,
    ShowView,
    Turn,
)
from bodymap.inquiry.state import Layer, Switch
from bodymap.ui.ground import Ground

TEMPORALIS = Place("temporalis", Side.RIGHT)
KEYS = {
    Switch.DANGERS: Qt.Key.Key_D,
    Switch.POINTS: Qt.Key.Key_T,
    Switch.NAMES: Qt.Key.Key_N,
    Switch.MIRROR: Qt.Key.Key_M,
}


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


def press_way_elsewhere(hand, number):
    listed = hand.window.panel.candidates
    listed.scrollTo(listed.model().index(number, 0))
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.way_elsewhere(number))


def key_way_elsewhere(hand, number):
    listed = hand.window.panel.candidates
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(number, 0))
    QTest.keyClick(listed, Qt.Key.Key_Right)


def drawn_here(hand, row):
    return not hand.diagram.scene.path(f"muscle-{row.place.muscle}-{row.place.side}").isEmpty()


@pytest.fixture
def views_only(monkeypatch):
    """Paint no muscle ahead: these tests look at whole views."""
    monkeypatch.setattr(Ground, "order_sprites", lambda _ground: None)


def painted(hand):
    """Return the drawing once every view that was ordered is finished."""
    for _ in range(2):
        QApplication.processEvents()
        hand.window._sheets.wait()
    QApplication.processEvents()
    return hand.diagram.grab().toImage()


def differs_at(hand, before, shape):
    """Whether the drawing looks other than before somewhere in a shape's frame."""
    frame = hand.diagram.scene.frame(shape).intersected(hand.diagram.rect())
    return not frame.isEmpty() and painted(hand).copy(frame) != before.copy(frame)


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
        (score, head), *terms = hand.screen.card.why
        assert head == "Number 2 in the list: the sum of"
        assert float(score) == pytest.approx(sum(float(value or 0) for value, _ in terms), abs=0.02)
        assert next(words for _, words in terms) == row.reasons[0]
        assert row.reasons[0] in hand.page()

    def test_what_else_it_could_be_is_told_and_left_again(self, hand):
        hand.press_shape("region-temple-right")
        hand.window.panel.safety_asked.emit()
        hand.settle()
        page = hand.page()
        assert hand.window.aside.isVisible()
        assert all(known.text in page for known in hand.screen.safety.otherwise)
        hand.window.aside.left.emit()
        assert hand.window.panel.isVisible()
        assert hand.chosen == ["temple:right"]

    def test_the_way_elsewhere_turns_the_drawing_and_opens_the_muscle(self, hand):
        for ask in (press_way_elsewhere, key_way_elsewhere):
            hand.window.dispatch(ShowView("back"))
            hand.press_shape("region-back_of_head-right")
            number = next(n for n, row in enumerate(hand.screen.rows) if row.elsewhere)
            row = hand.screen.rows[number]
            assert row.elsewhere.plate != "back"
            ask(hand, number)
            assert (hand.screen.plate, hand.inquiry.place) == (row.elsewhere.plate, row.place)
            assert hand.diagram.scene.sheet.id == row.elsewhere.plate
            for _ in range(3):
                hand.key(Qt.Key.Key_Escape)

    def test_beside_the_way_elsewhere_a_press_opens_the_muscle_here(self, hand):
        hand.window.dispatch(ShowView("back"))
        hand.press_shape("region-back_of_head-right")
        number = next(n for n, row in enumerate(hand.screen.rows) if row.elsewhere and drawn_here(hand, row))
        place = hand.screen.rows[number].place
        press_row(hand, number)
        assert (hand.screen.plate, hand.inquiry.place) == ("back", place)


@pytest.mark.usefixtures("views_only")
class TestSwitches:
    @pytest.mark.parametrize("switch", list(Switch))
    def test_each_does_what_its_key_does(self, hand, switch):
        hand.window.dispatch(ShowView("front"))
        button = hand.window.foot.switches[switch]
        for turn in (lambda: click(button), lambda: hand.key(KEYS[switch])):
            turn()
            assert hand.inquiry.switches == {switch}
            assert button.isChecked()
            turn()
            assert hand.inquiry.switches == frozenset()
            assert not button.isChecked()

    def test_one_that_means_nothing_here_cannot_be_turned(self, hand):
        for plate, switch in (("side", Switch.MIRROR), ("mouth", Switch.DANGERS)):
            hand.window.dispatch(ShowView(plate))
            button = hand.window.foot.switches[switch]
            assert not button.isEnabled()
            click(button)
            hand.key(KEYS[switch])
            assert hand.inquiry.switches == frozenset()
        hand.window.dispatch(ShowView("front"))
        assert all(button.isEnabled() for button in hand.window.foot.switches.values())

    def test_the_mirror_flips_the_captions_and_what_lies_under_a_press(self, hand):
        hand.window.dispatch(ShowView("front"))
        assert hand.window.captions.sides == ("Patient's right", "Patient's left")
        before = hand.diagram.pixel_of("region-temple-right")
        click(hand.window.foot.switches[Switch.MIRROR])
        assert hand.window.captions.sides == ("Patient's left", "Patient's right")
        after = hand.diagram.pixel_of("region-temple-right")
        assert hand.diagram.width() - after.x() == pytest.approx(before.x(), abs=3)
        hand.press(after)
        assert hand.chosen == ["temple:right"]

    def test_the_jaw_opens_by_button_and_by_key_and_goes_deep(self, hand):
        jaw = hand.window.foot.jaw
        for turn in (lambda: click(jaw), lambda: hand.key(Qt.Key.Key_J)):
            hand.window.dispatch(ShowLayer(Layer.SKIN))
            turn()
            assert (hand.screen.opens_jaw, hand.screen.layer, jaw.isChecked()) == (True, Layer.DEEP, True)
            turn()
            assert (hand.screen.opens_jaw, hand.screen.layer, jaw.isChecked()) == (False, Layer.DEEP, False)

    def test_on_the_back_no_jaw_can_be_opened(self, hand):
        hand.window.dispatch(OpenJaw(opens=True))
        hand.window.dispatch(ShowView("back"))
        assert not hand.window.foot.jaw.isEnabled()
        assert not hand.window.foot.jaw.isChecked()
        hand.key(Qt.Key.Key_J)
        assert not hand.screen.opens_jaw

    def test_an_open_jaw_shows_its_joint_and_lets_it_be_pressed(self, hand):
        hand.window.dispatch(ShowLayer(Layer.DEEP))
        closed = painted(hand)
        assert "joint-disc-right" not in hand.diagram.scene.target_names()
        hand.window.dispatch(OpenJaw(opens=True))
        assert differs_at(hand, closed, "joint-disc-right")
        hand.press_shape("joint-disc-right")
        assert hand.screen.structure.shape.id == "joint-disc-right"


@pytest.mark.usefixtures("views_only")
class TestDangers:
    @pytest.mark.parametrize("plate", ["front", "side", "back"])
    def test_they_are_painted_while_they_are_switched_on(self, hand, plate):
        hand.window.dispatch(ShowView(plate))
        without = painted(hand)
        hand.key(Qt.Key.Key_D)
        danger = next(shape for shape in hand.diagram.scene.target_names() if shape.startswith("danger-"))
        assert differs_at(hand, without, danger)
        hand.key(Qt.Key.Key_D)
        assert painted(hand) == without

    @pytest.mark.parametrize("layer", list(Layer))
    def test_a_press_on_one_opens_its_card(self, hand, layer):
        hand.window.dispatch(ShowLayer(layer))
        hand.window.dispatch(Turn(Switch.DANGERS, is_on=True))
        hand.press_shape("danger-thyroid-mid")
        card = hand.screen.structure
        assert card.shape.id == "danger-thyroid-mid"
        page = hand.page()
        assert hand.window.aside.isVisible()
        for words in (card.title, card.kind, card.mind.text, card.bibliography[0].citation):
            assert words in page
        hand.press_shape("danger-thyroid-mid")
        assert hand.screen.structure is None

    @pytest.mark.parametrize("plate", ["front", "side", "back"])
    def test_each_lies_above_all_else_that_can_be_pressed(self, hand, plate):
        hand.window.dispatch(ShowView(plate))
        hand.window.dispatch(Turn(Switch.DANGERS, is_on=True))
        for layer in Layer:
            hand.window.dispatch(ShowLayer(layer))
            dangers = [s for s in hand.diagram.scene.target_names() if s.startswith("danger-")]
            assert dangers
            for danger in dangers:
                found = hand.diagram.shapes_at(hand.diagram.pixel_of(danger))
                assert danger in found, layer
                assert found[0].startswith("danger-"), (layer, danger, found)

    def test_where_they_are_not_shown_a_press_means_what_lies_there(self, hand):
        hand.press_shape("danger-thyroid-mid")
        assert hand.screen.structure is None
        assert len(hand.chosen) == 1

    def test_the_page_goes_by_escape_and_the_list_comes_back(self, hand):
        hand.window.resize(1000, 700)
        hand.window.dispatch(ShowLayer(Layer.BONE))
        hand.press_shape("bone-clavicle-right")
        assert hand.screen.structure.title in hand.page()
        assert not hand.window.panel.isVisible()
        hand.key(Qt.Key.Key_Escape)
        assert hand.screen.structure is None
        assert hand.window.panel.isVisible()


@pytest.mark.usefixtures("views_only")
class TestTriggerPoints:
    @pytest.mark.parametrize("plate", ["front", "back", "mouth"])
    def test_switched_on_each_is_painted_and_opens_its_muscle(self, hand, plate):
        hand.window.dispatch(ShowView(plate))
        without = painted(hand)
        hand.key(Qt.Key.Key_T)
        marked = sorted(shape for shape in hand.screen.tones if shape.startswith("trp-"))
        assert marked
        assert all(differs_at(hand, without, shape) for shape in marked[:6])
        for shape in marked:
            hand.press_shape(shape)
            name, side = shape.removeprefix("trp-").rsplit("-", 1)
            assert f"{hand.inquiry.place.muscle}-{hand.inquiry.place.side}" in {
                f"{name.rpartition('_')[0]}-{side}"
            }, shape
            hand.key(Qt.Key.Key_Escape)

    def test_on_the_left_they_belong_to_the_left(self, hand):
        hand.window.dispatch(ShowSide(Side.LEFT))
        hand.key(Qt.Key.Key_T)
        hand.press_shape("trp-temporalis_1-left")
        assert hand.inquiry.place == Place("temporalis", Side.LEFT)

    def test_switched_off_a_press_there_means_the_region(self, hand):
        hand.press_shape("trp-temporalis_1-right")
        assert hand.inquiry.place is None
        assert len(hand.chosen) == 1


class TestZooms:
    def test_the_pad_zooms_in_and_out_and_fits_and_stays_in_its_corner(self, hand):
        larger, smaller, fit = hand.window.zooms.findChildren(QPushButton)
        fitted = hand.diagram.view
        click(larger)
        assert hand.diagram.view.zoom > 1
        click(smaller)
        assert hand.diagram.view.zoom == pytest.approx(1)
        click(larger)
        click(fit)
        assert hand.diagram.view == fitted
        hand.window.resize(1000, 640)
        QApplication.processEvents()
        corner = hand.diagram.rect().bottomRight() - hand.window.zooms.geometry().bottomRight()
        assert 0 < corner.x() <= 16
        assert 0 < corner.y() <= 16


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

    @pytest.mark.parametrize(
        ("key", "plate"), [(Qt.Key.Key_F, "front"), (Qt.Key.Key_B, "back"), (Qt.Key.Key_O, "mouth")]
    )
    def test_letters_turn_to_the_plates_that_have_no_side(self, hand, key, plate):
        hand.key(key)
        assert hand.screen.plate == plate
        assert view_button(hand, plate, Side.MIDLINE).isChecked()

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
