"""Random hands: whatever is pressed in whatever order, nothing breaks, and Start over leads home.

The long walk is run by hand: ``python -m benchmarks.hands --events 20000 --seed 1``.
"""

import random

import pytest
from PySide6.QtCore import QtMsgType, qWarning
from PySide6.QtWidgets import QPushButton

from bodymap.inquiry.intents import StartOver
from bodymap.ui.window import Window

hands = pytest.importorskip("benchmarks.hands", reason="the random hands are not here")
watching = pytest.importorskip("benchmarks.watching")

pytestmark = pytest.mark.qt_log_ignore("plugin does not support (raise|grabbing)", extend=True)


def shake(window, folder, seed, events):
    with watching.watching() as seen:
        numbers = []
        done = hands.shake(window, seen, events=events, seed=seed, folder=folder, before=numbers.append)
    assert numbers == list(range(events))
    return seen, done.done


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "events", "asks_first"), [(11, 300, True), (12, 100, False)])
def test_nothing_breaks(open_window, tmp_path, seed, events, asks_first):
    seen, done = shake(open_window(asks_first=asks_first), tmp_path, seed, events)
    assert (seen.errors, seen.warnings, seen.stuck) == ([], [], [])
    assert set(done) >= {"button", "drawing", "keys", "wheel", "back"}


class Planted(QPushButton):
    """One kind among few, so that it is soon pressed."""


class TestTheyFindWhatIsThere:
    @pytest.fixture
    def planted(self, window):
        """A button that somebody planted, of a kind of its own, over all else and in sight."""
        button = Planted("Break", window)
        button.setGeometry(0, 300, 90, 40)
        button.raise_()
        button.show()
        return button

    def press(self, window, planted, tmp_path):
        with watching.watching() as seen:
            driver = hands.Hands(window, seen, random.Random(1))
            for _ in range(200):
                driver.press_button(window)
                hands.put_away()
                if not seen.is_well:
                    break
        return seen

    def test_an_error(self, window, planted, tmp_path):
        def fail():
            raise ZeroDivisionError

        planted.clicked.connect(fail)
        assert "ZeroDivisionError" in self.press(window, planted, tmp_path).errors[0]

    def test_a_warning(self, window, planted, tmp_path):
        assert QtMsgType.QtWarningMsg
        planted.clicked.connect(lambda: qWarning("something is odd"))
        assert "something is odd" in self.press(window, planted, tmp_path).warnings[0]

    def test_a_state_that_cannot_be_left(self, hand, tmp_path, monkeypatch):
        dispatch = Window.dispatch
        monkeypatch.setattr(
            Window, "dispatch", lambda self, asked: asked == StartOver() or dispatch(self, asked)
        )
        hand.window.top.asked.disconnect()
        hand.window.top.asked.connect(hand.window.dispatch)
        hand.press_shape("region-temple-right")
        with watching.watching() as seen:
            hands.Hands(hand.window, seen, random.Random(1)).try_start_over()
        assert "Start over leaves ['pains'" in seen.stuck[0]
