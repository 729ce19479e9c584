"""The ring counts by a clock that the test turns; nobody waits, and nobody hears."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bodymap.ui.ring import Ring
from bodymap.ui.sound import Sound
from bodymap.ui.theme import CONTRAST, LIGHT


class Clock:
    """A clock that stands still until it is turned."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def heard():
    return []


@pytest.fixture
def ring(qtbot, application, clock, heard):
    """A ring of five seconds, marked at two."""
    made = Ring(LIGHT, now=clock, sound=Sound(lambda name, _frames: heard.append(name)))
    qtbot.addWidget(made)
    made.show_seconds(5, 2)
    made.show()
    return made


@pytest.fixture
def turn(ring, clock):
    """Turn the clock on, and let the ring see it."""

    def turn(seconds):
        clock.time += seconds
        ring._timer.timeout.emit()

    return turn


def test_it_is_large_enough_for_arms_length(ring):
    assert min(ring.width(), ring.height()) >= 96


def test_it_counts_down_and_fills(ring, turn):
    ring.click()
    assert (ring.count, ring.filled) == ("5", 0.0)
    turn(2.5)
    assert (ring.count, ring.filled) == ("3", 0.5)
    turn(2.4)
    assert ring.count == "1"
    assert ring.is_running


def test_at_the_end_it_says_so_once(qtbot, ring, turn):
    ended = []
    ring.ended.connect(lambda: ended.append(ring.count))
    ring.click()
    for _ in range(7):
        turn(1)
    assert ended == ["✓"]
    assert (ring.is_running, ring.filled) == (False, 1.0)
    assert not ring._timer.isActive()


def test_a_press_stops_it_and_the_next_begins_anew(ring, turn):
    ring.click()
    turn(3)
    ring.click()
    assert (ring.is_running, ring.count, ring.filled) == (False, "5", 0.0)
    ring.click()
    turn(1)
    assert ring.count == "4"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_keys_start_and_stop_it(ring, key):
    QTest.keyClick(ring, key)
    assert ring.is_running
    QTest.keyClick(ring, key)
    assert not ring.is_running


def test_without_motion_it_steps_once_a_second(ring, turn):
    ring.show_motion(is_on=False)
    ring.click()
    turn(1.9)
    assert ring.filled == 0.2
    turn(0.2)
    assert ring.filled == 0.4


def test_it_is_heard_only_when_that_is_switched_on(ring, turn, heard):
    ring.click()
    for _ in range(5):
        turn(1)
    assert heard == []
    ring.is_heard = True
    ring.click()
    for _ in range(5):
        turn(1)
    assert heard == ["tick"] * 4 + ["end"]


def test_hidden_it_counts_no_more(ring):
    ring.click()
    ring.hide()
    assert not ring.is_running


def test_other_seconds_are_counted_from_the_beginning(ring, turn):
    ring.click()
    turn(2)
    ring.show_seconds(10)
    assert (ring.is_running, ring.count) == (False, "10")


def test_the_screen_reader_hears_what_it_does(ring):
    assert ring.accessibleName() == "Count 5 seconds"
    ring.click()
    assert ring.accessibleName() == "Stop counting"


def test_it_is_seen_how_full_it_is(ring, turn):
    def accent():
        image = ring.grab().toImage()
        return sum(
            image.pixelColor(x, y).name() == CONTRAST.accent
            for x in range(image.width())
            for y in range(image.height())
        )

    ring.show_tokens(CONTRAST)
    ring.clearFocus()
    ring.click()
    turn(1)
    little = accent()
    turn(3)
    assert accent() > 3 * little > 0
