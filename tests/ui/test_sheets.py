"""Plates are made ready when they are first asked for, and let go of what is no longer seen."""

import pytest
from PySide6.QtCore import QEvent

from bodymap.ui import tracing
from bodymap.ui.inks import PLAIN, Inks
from bodymap.ui.picture import Order, Studio
from bodymap.ui.sheets import THUMB, Sheets

SPRITES = {
    "front": "muscle-temporalis-right",
    "side": "muscle-temporalis-right",
    "back": "muscle-trapezius_upper-right",
}


class Shelf(dict):
    """Keeps what it is given for one test."""

    def put(self, name, content):
        self[name] = content


@pytest.fixture(scope="module")
def shelf():
    return Shelf()


@pytest.fixture
def sheets(qtbot, core, quick_pictures, shelf):
    made = Sheets(core.plates, shelf)
    yield made
    made.stop()


def order(what):
    return Order(what, 0.05, (0, 0, 50, 65), is_mirrored=False)


def paint(sheets, plate):
    """Have a view, a muscle and the small picture of a plate painted."""
    for what in ("view-skin", SPRITES[plate], THUMB):
        sheets.sheet(plate).studio.picture(order(what))
    sheets.wait()


def kept(sheets, plate):
    names = ("view-skin", SPRITES[plate], THUMB)
    return [what for what in names if sheets.sheet(plate).studio.newest(order(what))]


class TestMaking:
    def test_a_plate_is_made_when_it_is_asked_for_and_only_once(self, sheets):
        assert not sheets.has("back")
        made = sheets.sheet("back")
        assert made.id == "back"
        assert sheets.has("back")
        assert not sheets.has("front")
        assert sheets.sheet("back") is made

    def test_it_knows_which_part_is_looked_at(self, sheets, core):
        for plate in core.plates.values():
            assert sheets.sheet(plate.id).interest.getRect() == plate.interest

    def test_outlines_are_traced_once_for_all_starts(self, core, sheets, shelf, monkeypatch):
        traced_now = sheets.sheet("mouth").outlines
        monkeypatch.setattr(tracing, "trace", None)  # whoever calls it fails
        kept_now = Sheets(core.plates, shelf).sheet("mouth").outlines
        assert list(kept_now.by_id) == list(traced_now.by_id)

    def test_what_was_painted_is_told_with_its_plate(self, sheets, qtbot):
        with qtbot.waitSignal(sheets.finished) as told:
            sheets.sheet("side").studio.picture(order("view-skin"))
        assert told.args == ["side", "view-skin"]


class TestKeeping:
    def test_the_plate_that_was_left_keeps_its_views_and_those_left_long_ago_the_small_picture(self, sheets):
        for plate in SPRITES:
            paint(sheets, plate)
            sheets.note_shown(plate)
        assert kept(sheets, "back") == ["view-skin", SPRITES["back"], THUMB]
        assert kept(sheets, "side") == ["view-skin", THUMB]
        assert kept(sheets, "front") == [THUMB]

    def test_going_back_and_forth_paints_no_view_again(self, sheets):
        for plate in ("front", "side"):
            paint(sheets, plate)
            sheets.note_shown(plate)
        for plate in ("front", "side", "front"):
            sheets.note_shown(plate)
            assert "view-skin" in kept(sheets, "front")
            assert "view-skin" in kept(sheets, "side")

    def test_what_was_let_go_can_be_painted_again(self, sheets):
        for plate in SPRITES:
            paint(sheets, plate)
            sheets.note_shown(plate)
        paint(sheets, "front")
        assert kept(sheets, "front") == ["view-skin", SPRITES["front"], THUMB]


class TestInks:
    def test_other_colours_make_new_studios_for_the_same_outlines(self, sheets, qtbot):
        before = sheets.sheet("front")
        paint(sheets, "front")
        with qtbot.waitSignal(sheets.inks_changed):
            sheets.use(Inks("dark"))
        after = sheets.sheet("front")
        assert after.studio is not before.studio
        assert after.outlines is before.outlines
        assert kept(sheets, "front") == []

    def test_the_same_colours_change_nothing(self, sheets, qtbot):
        before = sheets.sheet("front")
        with qtbot.assertNotEmitted(sheets.inks_changed):
            sheets.use(PLAIN)
        assert sheets.sheet("front") is before

    def test_a_plate_that_is_made_later_wears_them_too(self, sheets):
        plain = Sheets(sheets._plates, sheets._shelf)
        sheets.use(Inks("dark"))
        for one in (plain, sheets):
            one.sheet("side").studio.picture(order("view-skin"))
            one.wait()
        images = [one.sheet("side").studio.newest(order("view-skin")).image for one in (plain, sheets)]
        assert images[0] != images[1]
        plain.stop()

    def test_the_old_studio_is_gone_with_its_pictures(self, sheets, application):
        for plate in SPRITES:
            sheets.sheet(plate)
        for skin in ("dark", "light", "dark"):
            sheets.use(Inks(skin))
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert len(sheets.findChildren(Studio)) == len(SPRITES)
