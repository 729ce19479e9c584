"""A roll gives its widget all it wants where there is room, and scrolls it where there is none."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bodymap.ui.roll import LEAST, Roll


@pytest.fixture
def lay(qtbot):
    windows = []

    def lay_one(lines, height, *, is_short):
        """Lay a roll of some lines above something that takes the rest."""
        window, body = QWidget(), QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        inner = QVBoxLayout(body)
        for number in range(lines):
            inner.addWidget(QLabel(f"line {number}"))
        roll, rest = Roll(body, is_short=is_short), QWidget()
        column = QVBoxLayout(window)
        column.addWidget(roll)
        column.addWidget(rest, 1)
        rest.setMinimumHeight(100)
        window.resize(200, height)
        window.show()
        qtbot.waitExposed(window)
        return roll, rest

    return lay_one


def test_a_short_roll_takes_what_its_widget_wants_and_no_more(lay):
    roll, rest = lay(3, 600, is_short=True)
    assert roll.height() == roll.widget().sizeHint().height()
    assert not roll.verticalScrollBar().isVisible()
    assert rest.height() > 300


def test_without_room_it_scrolls_and_the_rest_keeps_its_own(lay):
    roll, rest = lay(30, 300, is_short=True)
    assert LEAST <= roll.height() < roll.widget().sizeHint().height()
    assert roll.verticalScrollBar().maximum() > 0
    assert rest.height() == 100


def test_another_widget_or_more_lines_want_other_room(lay, qtbot):
    roll, _ = lay(3, 600, is_short=True)
    before = roll.height()
    roll.widget().layout().addWidget(QLabel("one more"))
    qtbot.waitUntil(lambda: roll.height() > before)
    assert roll.minimumSizeHint().height() == LEAST
