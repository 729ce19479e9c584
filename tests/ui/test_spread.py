"""What moves: a zone spreads from its trigger points, once, and never where motion is not wanted."""

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Side
from bodymap.inquiry.intents import ChooseMuscle, CloseMuscle, ShowView
from bodymap.ui import seat, stillness
from bodymap.ui.spread import LASTS_MS

TRAPEZIUS = ChooseMuscle(Place("trapezius_upper", Side.RIGHT))


@pytest.fixture
def moving(hand):
    """A window in which things may move, with no clock: it stands where the test puts it."""
    hand.settle()
    hand.diagram.spread.may_move = True
    return hand


def open_muscle(hand, milliseconds):
    """Open a muscle, and stop its zone this far on."""
    hand.window.dispatch(TRAPEZIUS)
    hand.diagram.spread._run.pause()
    hand.diagram.spread._run.setCurrentTime(milliseconds)
    hand.settle()


def whole(hand):
    """Return the drawing as it is when all of it is painted at once."""
    hand.diagram.update()
    return hand.seen()


def zone_at(hand, image, still):
    """Return where the drawing is unlike its last state."""
    return {
        (x, y)
        for x in range(0, image.width(), 6)
        for y in range(0, image.height(), 6)
        if image.pixel(x, y) != still.pixel(x, y)
    }


class TestMoving:
    def test_the_first_answer_is_the_muscle_and_its_points_without_the_zone(self, moving):
        open_muscle(moving, 0)
        assert moving.diagram.spread.is_running is False  # paused
        assert moving.diagram.scene._washes._made is None  # nothing of the zone was made for this answer
        assert len(moving.diagram.scene.point_numbers()) == 2

    def test_it_spreads_from_the_points(self, moving):
        seen = {}
        for at in (0, LASTS_MS // 3, LASTS_MS * 2 // 3):
            open_muscle(moving, at)
            seen[at] = whole(moving)
            moving.diagram.spread._run.resume()
            moving.diagram.spread.end()
            still = whole(moving)
            seen[at] = zone_at(moving, seen[at], still)
            moving.window.dispatch(CloseMuscle())
        missing = [len(seen[at]) for at in seen]
        assert missing == sorted(missing, reverse=True)
        assert missing[0] > missing[1] > missing[2]

    def test_the_end_is_the_zone_as_it_always_was(self, moving):
        open_muscle(moving, LASTS_MS // 2)
        moving.diagram.spread._run.resume()
        moving.diagram.spread.end()
        after = moving.seen()
        moving.window.dispatch(CloseMuscle())
        moving.diagram.spread.may_move = False
        moving.window.dispatch(TRAPEZIUS)
        moving.settle()
        assert moving.seen() == after

    def test_only_the_zone_is_painted_again(self, moving, monkeypatch):
        open_muscle(moving, LASTS_MS // 2)
        painted = []
        paint = moving.diagram.scene.paint
        monkeypatch.setattr(
            moving.diagram.scene,
            "paint",
            lambda painter, region: (painted.append(region), paint(painter, region)),
        )
        moving.diagram.spread._run.setCurrentTime(LASTS_MS * 2 // 3)
        QApplication.processEvents()
        frames = moving.diagram.scene._washes._frames()
        room = QRect()
        for frame in frames:
            room = room.united(frame)
        assert painted
        for region in painted:
            assert room.adjusted(-8, -8, 8, 8).contains(region.boundingRect())
        assert room.height() < moving.diagram.height() or room.width() < moving.diagram.width()

    def test_what_is_painted_is_as_if_painted_afresh_at_each_moment(self, moving):
        open_muscle(moving, 0)
        for at in range(0, LASTS_MS, 60):
            moving.diagram.spread._run.setCurrentTime(at)
            assert moving.seen() == whole(moving)


class TestInterrupted:
    @pytest.mark.parametrize(
        "meddle",
        [
            lambda hand: QTest.mousePress(
                hand.diagram, Qt.MouseButton.LeftButton, pos=hand.diagram.rect().topLeft()
            ),
            lambda hand: hand.key(Qt.Key.Key_Plus),
            lambda hand: hand.window.dispatch(ShowView("front")),
            lambda hand: hand.window.dispatch(CloseMuscle()),
            lambda hand: hand.diagram.zoom_by(1.5, QPointF(90, 90)),
            lambda hand: hand.window.resize(1100, 760),
        ],
        ids=["press", "key", "another view", "closed", "zoom", "resize"],
    )
    def test_whatever_is_done_ends_it(self, moving, meddle):
        moving.window.dispatch(TRAPEZIUS)
        assert moving.diagram.spread.is_running
        scene = moving.diagram.scene
        meddle(moving)
        QApplication.processEvents()
        assert not moving.diagram.spread.is_running
        assert scene._washes._grown == 1.0

    def test_a_muscle_that_is_open_already_does_not_spread_again(self, moving):
        moving.window.dispatch(TRAPEZIUS)
        moving.diagram.spread.end()
        moving.key(Qt.Key.Key_P)
        assert not moving.diagram.spread.is_running


class TestStill:
    def test_nothing_moves_without_a_screen(self, hand):
        hand.window._take_motion()
        hand.window.dispatch(TRAPEZIUS)
        assert not hand.diagram.spread.is_running
        assert hand.diagram.scene._washes._grown == 1.0

    @pytest.mark.parametrize(
        ("wish", "setting", "moves"),
        [(False, "system", True), (True, "system", False), (False, "off", False)],
    )
    def test_the_wish_of_the_system_and_the_setting_each_stop_it(
        self, hand, monkeypatch, wish, setting, moves
    ):
        monkeypatch.setattr(seat, "wishes_stillness", lambda: wish)
        hand.window._on_settings({"motion": setting})
        hand.window.dispatch(TRAPEZIUS)
        assert hand.diagram.spread.is_running is moves

    @pytest.mark.parametrize(
        ("file", "text", "is_still"),
        [
            ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
            ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
            ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
            ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
            ("kdeglobals", "[KDE]\nAnimationDurationFactor=1.5\n", False),
            ("kdeglobals", "\0\1 nothing of that", False),
        ],
    )
    def test_what_a_desktop_wrote_down_is_read(self, tmp_path, file, text, is_still):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
        assert stillness.stands_in_file(tmp_path) is is_still

    def test_nothing_written_is_no_wish(self, tmp_path, monkeypatch):
        assert not stillness.stands_in_file(tmp_path)
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        assert not stillness.stands_in_portal()

    @pytest.mark.parametrize(("name", "is_still"), [("ReducedMotion", True), ("NoPreference", False)])
    def test_a_qt_that_knows_is_believed(self, monkeypatch, name, is_still):
        class Preference:
            def __init__(self):
                self.name = name

        class Hints:
            def accessibility(self):
                return self

            def motionPreference(self):
                return Preference()

        monkeypatch.setattr(stillness.QGuiApplication, "platformName", lambda: "xcb")
        monkeypatch.setattr(stillness.QGuiApplication, "styleHints", Hints)
        assert stillness.wishes_stillness.__wrapped__() is is_still
