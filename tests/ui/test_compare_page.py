"""Muscles and treatments side by side, by real presses."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Side
from bodymap.anatomy.words import Matter
from bodymap.inquiry.intents import ChooseMuscle, Compare, Mind, OpenGuide, OpenPage, ShowLayer
from bodymap.inquiry.state import GUIDES, Layer, Page
from bodymap.ui.compared import ANGLES, colours_of, hatch_lines, swatch
from bodymap.ui.theme import THEMES

FIELD = QRectF(0, 0, 60, 60)
TEMPORALIS, MASSETER = (Place(name, Side.RIGHT) for name in ("temporalis", "masseter_deep"))


@pytest.fixture
def page(hand):
    """The page, open, with two places that hurt."""
    hand.press_shape("region-temple-right")
    hand.press_shape("region-tmj-right")
    hand.key(Qt.Key.Key_C)
    hand.settle()
    return hand.window.aside.pages[Page.COMPARE]


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def words(page):
    return [button.text().strip() for button in page.buttons]


def read(hand, page):
    hand.settle()
    return page.reading.toPlainText()


class TestMuscles:
    def test_c_opens_it_and_c_closes_it(self, hand, page):
        assert page.isVisible()
        assert not hand.window.aside.page.isVisible()
        hand.key(Qt.Key.Key_C)
        assert hand.screen.page is None
        assert not page.isVisible()

    def test_the_offered_are_laid_side_by_side_and_taken_away(self, hand, page):
        click(page.buttons[0])
        click(next(button for button in page.buttons if "+" in button.text()))
        assert len(hand.inquiry.compared) == 2
        assert [each[0] for each in words(page)[:2]] == ["A", "B"]
        assert "Felt where it hurts" in read(hand, page)
        click(page.buttons[0])
        assert len(hand.inquiry.compared) == 1

    def test_rows_and_muscles_of_the_drawing_join(self, hand, page):
        hand.window.dispatch(ShowLayer(Layer.SURFACE))
        hand.settle()
        hand.press_shape("muscle-masseter_superficial-right")
        assert hand.inquiry.compared == (Place("masseter_superficial", Side.RIGHT),)
        hand.window.panel.muscle_chosen.emit(TEMPORALIS)
        assert hand.inquiry.compared[1:] == (TEMPORALIS,)
        assert hand.screen.page is Page.COMPARE
        hand.press_shape("muscle-masseter_superficial-right")
        assert hand.inquiry.compared == (TEMPORALIS,)

    def test_a_muscle_s_page_leads_there_and_begins_with_it(self, hand):
        hand.window.dispatch(ChooseMuscle(TEMPORALIS))
        hand.settle()
        hand.window.aside.page.anchorClicked.emit("page:compare")
        assert (hand.screen.page, hand.inquiry.compared) == (Page.COMPARE, (TEMPORALIS,))

    def test_the_keyboard_keeps_its_place_among_the_buttons(self, hand, page):
        page.buttons[0].setFocus()
        hand.key(Qt.Key.Key_Space)
        assert len(hand.inquiry.compared) == 1
        assert page.buttons[0].hasFocus()
        hand.key(Qt.Key.Key_Space)
        assert hand.inquiry.compared == ()

    def test_no_button_is_wider_than_the_page(self, hand, page):
        hand.window.resize(1024, 700)
        hand.window.dispatch(Compare(Place("trapezius_upper", Side.RIGHT)))
        hand.settle()
        assert max(button.width() for button in page.buttons) <= page.width()
        assert words(page)[0].endswith("✕")

    def test_the_keyboard_goes_along_where_the_list_is_hidden(self, hand, page):
        hand.key(Qt.Key.Key_C)
        hand.window.resize(1024, 700)
        hand.settle()
        hand.window.panel.ways.steps[Page.COMPARE].setFocus()
        hand.key(Qt.Key.Key_Space)
        assert page.isVisible()
        assert page.isAncestorOf(hand.window.focusWidget())

    @pytest.mark.parametrize("width", [1024, 1920])
    def test_every_cell_stands_in_its_order_at_each_width(self, hand, page, width):
        hand.window.resize(width, 900)
        for place in (TEMPORALIS, MASSETER):
            hand.window.dispatch(Compare(place))
        text = read(hand, page)
        assert (
            text.index("Felt where it hurts") < text.index("Trigger points") < text.index("How it is found")
        )
        assert "Sources" in text


class TestTreatments:
    def test_the_tab_leads_there_and_what_matters_is_told_first(self, hand, page):
        click(page.tabs.button(Page.WEIGH))
        assert hand.screen.page is Page.WEIGH
        assert read(hand, page).index("What it is") < page.reading.toPlainText().index("In pregnancy")
        button = next(each for each in page.buttons if each.accessibleName() == "Pregnant")
        click(button)
        assert hand.inquiry.matters == {Matter.PREGNANCY}
        assert read(hand, page).index("In pregnancy") < page.reading.toPlainText().index("What it is")
        assert "✓ Pregnant" in words(page)

    def test_the_list_of_treatments_leads_there(self, hand):
        hand.window.dispatch(OpenGuide(GUIDES))
        assert "Treatments side by side" in hand.page()
        hand.window.aside.page.anchorClicked.emit("page:weigh")
        assert hand.screen.page is Page.WEIGH

    def test_a_treatment_s_name_leads_to_its_page(self, hand, page):
        hand.window.dispatch(OpenPage(Page.WEIGH))
        hand.settle()
        page.reading.anchorClicked.emit("guide:treatment/dry_needling")
        assert hand.screen.guide.title == "Dry needling"
        assert not page.isVisible()

    def test_where_nothing_is_known_it_says_so(self, hand, page):
        hand.window.dispatch(OpenPage(Page.WEIGH))
        hand.window.dispatch(Mind(Matter.BLOOD_THINNER))
        assert "Nothing found about this" in read(hand, page)


class TestZones:
    def test_each_hatch_lies_at_its_own_angle(self):
        assert len(set(ANGLES)) == 3
        for angle in ANGLES:
            from_left = [line.angle() % 180 for line in hatch_lines(FIELD, angle, 8.0)]
            assert from_left == pytest.approx([angle] * len(from_left))

    def test_a_hatch_covers_all_and_its_lines_keep_their_distance(self):
        lines = list(hatch_lines(FIELD, 45.0, 8.0))
        assert len(lines) > 60 * 1.4 / 8

    @pytest.mark.parametrize("theme", THEMES)
    def test_the_samples_on_the_buttons_differ_in_grey_too(self, theme):
        greys = [
            swatch(number, THEMES[theme], (26, 16)).convertToFormat(QImage.Format.Format_Grayscale8)
            for number in range(3)
        ]
        assert greys[0] != greys[1] != greys[2] != greys[0]

    def test_both_hatches_show_where_two_zones_overlap(self, hand, page):
        for place in (TEMPORALIS, Place("trapezius_upper", Side.RIGHT)):
            hand.window.dispatch(Compare(place))
        hand.settle()
        tokens = THEMES["light"]
        path = hand.diagram.scene.path("region-temple-right")
        seen = hand.seen()
        inside = [
            seen.pixelColor(x - 4, y - 4)
            for x in range(int(path.boundingRect().left()), int(path.boundingRect().right()), 2)
            for y in range(int(path.boundingRect().top()), int(path.boundingRect().bottom()), 2)
            if path.contains(QPointF(x, y)) and seen.rect().contains(x - 4, y - 4)
        ]
        for colour in colours_of(tokens)[:2]:
            assert sum(near(pixel, QColor(colour)) for pixel in inside) > len(inside) / 50, colour
        assert not any(near(pixel, QColor(tokens.third)) for pixel in inside)

    def test_what_is_compared_no_more_leaves_nothing_behind(self, hand, page):
        hand.settle()
        before = hand.seen()
        for _ in range(2):
            hand.window.dispatch(Compare(MASSETER))
            hand.settle()
        assert hand.seen() == before


def near(one, other):
    return all(abs(a - b) < 26 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))
