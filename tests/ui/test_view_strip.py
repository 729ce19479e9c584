"""The views as small pictures: which is shown, what glows in them, and where a press turns."""

from itertools import pairwise
from typing import NamedTuple

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bodymap.anatomy.plate import read_shape
from bodymap.anatomy.region import Pain, Side
from bodymap.inquiry.intents import ClickShape, ShowView, ToggleRegion
from bodymap.inquiry.screen import compose
from bodymap.inquiry.state import Inquiry
from bodymap.inquiry.update import update
from bodymap.ui.sheets import Sheets
from bodymap.ui.theme import THEMES
from bodymap.ui.view_strip import LEAST, MOST, ViewButton, ViewStrip

RIGHT, LEFT, MIDLINE = Side.RIGHT, Side.LEFT, Side.MIDLINE
ORDER = [("front", MIDLINE), ("side", RIGHT), ("side", LEFT), ("back", MIDLINE), ("mouth", MIDLINE)]
LIGHT = THEMES["light"]


class Shelf(dict):
    """Keeps what it is given for one test."""

    def put(self, name, content):
        self[name] = content


class Strip(NamedTuple):
    """A strip, what it shows, and what it told."""

    widget: ViewStrip
    sheets: Sheets
    inquiry: Inquiry
    told: list

    def button(self, plate, side=MIDLINE):
        return next(
            button for button in self.widget.buttons if (button.seen.plate, button.seen.side) == (plate, side)
        )


@pytest.fixture(scope="module")
def outlines():
    """Keep outlines from one test to the next, so that each plate is traced once."""
    return Shelf()


@pytest.fixture
def make_strip(qtbot, application, core, quick_pictures, outlines):
    """Show a strip with everything painted; give it a shelf to keep pictures between two of them."""
    made = []

    def make(*intents, shelf=None, paints=True):
        inquiry = Inquiry("front")
        for intent in intents:
            inquiry = update(core, inquiry, intent)
        shelf = Shelf() if shelf is None else shelf
        shelf.update(outlines)
        sheets = Sheets(core.plates, shelf)
        widget, told = ViewStrip(sheets, LIGHT), []
        qtbot.addWidget(widget)
        widget.asked.connect(told.append)
        widget.resize(widget.width(), 700)
        widget.show_screen(compose(core, inquiry))
        sheets.sheet("front")  # as the drawing beside it does
        widget.show()
        assert widget.buttons  # asked for, they are made at once
        made.append(sheets)
        application.processEvents()
        while paints and widget._make_next() is None and widget._pause.isActive():
            widget._pause.stop()
            sheets.wait()
            application.processEvents()
        outlines.update({name: kept for name, kept in shelf.items() if name.endswith(".outlines")})
        return Strip(widget, sheets, inquiry, told)

    yield make
    for sheets in made:
        sheets.stop()


def picture(button):
    """Return what a button shows, without the mark of the keyboard's focus."""
    button.clearFocus()
    return button.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def changed(one, other):
    """Return the frame of the pixels that differ between two pictures; an empty one if none does."""
    assert one.size() == other.size()
    apart = [
        (x, y)
        for y in range(one.height())
        for x in range(one.width())
        if one.pixel(x, y) != other.pixel(x, y)
    ]
    if not apart:
        return QRect()
    columns, rows = zip(*apart, strict=True)
    return QRect(min(columns), min(rows), max(columns) - min(columns) + 1, max(rows) - min(rows) + 1)


def blue(image):
    """Return the columns of the pixels in the colour of what is chosen."""
    wanted = QColor(LIGHT.chosen).rgb()
    return [x for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) == wanted]


class TestOrder:
    def test_all_views_stand_in_the_order_of_the_pack_from_the_top(self, make_strip):
        strip = make_strip(paints=False)
        assert [(button.seen.plate, button.seen.side) for button in strip.widget.buttons] == ORDER
        tops = [button.y() for button in strip.widget.buttons]
        assert tops == sorted(set(tops))

    @pytest.mark.parametrize(("plate", "side"), ORDER)
    def test_the_one_that_is_shown_is_checked(self, make_strip, plate, side):
        strip = make_strip(
            ShowView("front" if plate != "front" else "back"), ShowView(plate, side), paints=False
        )
        checked = [(b.seen.plate, b.seen.side) for b in strip.widget.buttons if b.isChecked()]
        assert checked == [(plate, side)]

    def test_each_says_what_it_is_and_how_much_is_chosen_there(self, make_strip):
        strip = make_strip(ToggleRegion(Pain("temple", RIGHT)), paints=False)
        names = [button.accessibleName() for button in strip.widget.buttons]
        assert names == [
            "Front of the head and neck, 1 chosen here",
            "Side of the head and neck, right, 1 chosen here",
            "Side of the head and neck, left",
            "Back of the head and neck",
            "Inside of the mouth",
        ]


class TestPress:
    @pytest.mark.parametrize(("plate", "side"), ORDER)
    def test_a_press_asks_for_the_view(self, make_strip, plate, side):
        strip = make_strip(paints=False)
        QTest.mouseClick(strip.button(plate, side), Qt.MouseButton.LeftButton)
        assert strip.told == [ShowView(plate, side)]

    def test_it_is_filled_soon_after_the_start_and_not_before_the_first_view(self, hand, qtbot):
        strip = hand.window.strip
        qtbot.waitUntil(lambda: len(strip.findChildren(ViewButton)) == len(ORDER))
        checked = [(b.seen.plate, b.seen.side) for b in strip.buttons if b.isChecked()]
        assert checked == [("side", RIGHT)]

    def test_it_is_the_screen_that_checks_and_not_the_press(self, make_strip):
        strip = make_strip(paints=False)
        QTest.mouseClick(strip.button("back"), Qt.MouseButton.LeftButton)
        QTest.mouseClick(strip.button("front"), Qt.MouseButton.LeftButton)
        checked = [button.seen.plate for button in strip.widget.buttons if button.isChecked()]
        assert checked == ["front"]

    def test_the_keyboard_reaches_each(self, make_strip):
        strip = make_strip(paints=False)
        button = strip.button("mouth")
        assert all(known.focusPolicy() & Qt.FocusPolicy.TabFocus for known in strip.widget.buttons)
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QTest.keyClick(button, key)
        assert strip.told == [ShowView("mouth", MIDLINE)] * 3

    def test_in_the_window_it_turns_the_drawing(self, hand):
        button = next(b for b in hand.window.strip.buttons if b.seen.plate == "back")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert hand.screen.plate == "back"
        assert hand.diagram.scene.sheet.id == "back"
        assert button.isChecked()


class TestPictures:
    def test_every_view_has_its_own_picture(self, make_strip):
        strip = make_strip()
        pictures = [picture(button) for button in strip.widget.buttons]
        for number, one in enumerate(pictures):
            colours = {one.pixel(x, y) for x in range(0, one.width(), 3) for y in range(0, one.height(), 3)}
            assert len(colours) > 50, ORDER[number]
            assert all(one != other for other in pictures[number + 1 :])

    def test_what_is_chosen_glows_in_the_views_that_show_it_and_nowhere_else(self, make_strip):
        before, after = make_strip(), make_strip(ToggleRegion(Pain("temple", RIGHT)))
        glows = {
            (plate, side): changed(picture(before.button(plate, side)), picture(after.button(plate, side)))
            for plate, side in ORDER
        }
        assert {view for view, frame in glows.items() if not frame.isEmpty()} == {
            ("front", MIDLINE),
            ("side", RIGHT),
        }
        assert all(min(glow.width(), glow.height()) >= 5 for glow in glows.values() if not glow.isEmpty())

    def test_the_right_glows_on_the_viewers_left_from_the_front_and_on_their_right_from_the_back(
        self, make_strip, core
    ):
        chosen = [
            read_shape(shape)
            for plate in ("front", "back")
            for shape in sorted(core.plates[plate].shapes)
            if shape.startswith("region-") and shape.endswith("-right")
        ]
        strip = make_strip(*(ClickShape(shape.id) for shape in dict.fromkeys(chosen)))
        for plate, is_left in (("front", True), ("back", False)):
            image = picture(strip.button(plate))
            columns = blue(image)
            assert columns
            middle = sum(columns) / len(columns)
            assert (middle < image.width() / 2) is is_left, plate

    def test_the_left_side_is_the_mirror_image_and_glows_there(self, make_strip):
        rights, lefts = (make_strip(ToggleRegion(Pain("temple", side))) for side in (RIGHT, LEFT))
        one = blue(picture(rights.button("side", RIGHT)))
        other = blue(picture(lefts.button("side", LEFT)))
        width = rights.widget.buttons[0].width()
        assert len(one) == pytest.approx(len(other), rel=0.2)
        assert sum(one) / len(one) == pytest.approx(width - sum(other) / len(other), abs=2)

    def test_pictures_kept_from_an_earlier_start_are_shown_as_well(self, make_strip):
        shelf = Shelf()
        first = make_strip(shelf=shelf)
        again = make_strip(shelf=shelf)
        for plate, side in ORDER:
            one, other = picture(first.button(plate, side)), picture(again.button(plate, side))
            assert changed(one, other).isEmpty(), (plate, side)

    def test_each_is_made_when_nothing_else_is_to_be_done(self, make_strip):
        strip = make_strip(paints=False)
        assert [plate for plate, _ in ORDER if strip.sheets.has(plate)] == ["front"]


class TestRoom:
    @pytest.mark.parametrize(("size", "shown"), [((683, 467), LEAST), ((1900, 1100), MOST)])
    def test_pictures_are_as_large_as_the_window_lets_them_be_and_lie_apart(self, hand, size, shown):
        strip = hand.window.strip
        assert len(strip.buttons) == len(ORDER)
        for asked in ((1280, 860), size):
            hand.window.resize(*asked)
            QApplication.processEvents()
        frames = [button.geometry() for button in strip.buttons]
        assert {frame.size().toTuple() for frame in frames} == {shown.toTuple()}
        assert all(strip.rect().contains(frame) for frame in frames)
        assert not any(one.intersects(other) for one, other in pairwise(frames))
