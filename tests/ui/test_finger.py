"""Where fingers press, everything that is pressed is large enough, on every page, and all still has room."""

import pytest
from PySide6.QtGui import QInputDevice
from PySide6.QtWidgets import QAbstractButton

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.inquiry.intents import Ask, ChooseMuscle, OpenGuide, ToggleRegion
from bodymap.inquiry.state import Asking
from bodymap.ui import finger
from bodymap.ui.accessible import Target
from bodymap.ui.settings import Settings

TEMPLE = ToggleRegion(Pain("temple", Side.RIGHT))
STATES = {
    "start": [],
    "chosen": [TEMPLE, ToggleRegion(Pain("forehead", Side.LEFT))],
    "red flags": [TEMPLE, Ask(Asking.RED_FLAGS)],
    "ticks": [TEMPLE, Ask(Asking.FACTORS)],
    "card": [TEMPLE, ChooseMuscle(Place("temporalis", Side.RIGHT))],
    "guide": [OpenGuide()],
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("size", [(1024, 700), (1400, 900)])
def test_every_button_of_every_page_is_large_enough_for_a_finger(open_window, hand_on, state, size):
    hand = hand_on(open_window(asks_first=True))
    window = hand.window
    window.show_targets(is_touched=True)
    for intent in STATES[state]:
        window.dispatch(intent)
    window.resize(*size)
    hand.settle()
    seen = [b for b in window.findChildren(QAbstractButton) if b.isVisible() and not isinstance(b, Target)]
    small = {b.text(): b.size().toTuple() for b in seen if min(b.size().toTuple()) < finger.LEAST}
    assert seen
    assert small == {}
    rows = window.panel.candidates
    if rows.isVisible():
        heights = [rows.visualRect(rows.model().index(n, 0)).height() for n in range(rows.model().rowCount())]
        assert min(heights) >= finger.LEAST
    assert window.size().toTuple() == size


def test_for_a_mouse_nothing_is_changed(window, qtbot):
    assert window.styleSheet().endswith("}\n")
    before = window.top.back.height()
    window.show_targets(is_touched=True)
    assert window.top.back.height() >= finger.LEAST > before
    window.show_targets(is_touched=False)
    qtbot.waitUntil(lambda: window.top.back.height() == before)


def test_it_follows_the_machine_unless_it_is_set(monkeypatch):
    class Screen:
        def type(self):
            return QInputDevice.DeviceType.TouchScreen

    monkeypatch.setattr(finger.QInputDevice, "devices", lambda: [Screen()])
    assert finger.is_touched("auto")
    assert not finger.is_touched("small")
    monkeypatch.setattr(finger.QInputDevice, "devices", list)
    assert not finger.is_touched("auto")
    assert finger.is_touched("large")


def test_what_was_set_holds_from_the_start(open_window, settings: Settings):
    settings.keep("targets", "large")
    assert open_window().top.start_over.height() >= finger.LEAST
