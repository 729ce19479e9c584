"""A button that is too narrow for its words cuts them, says so, and gets them back."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from bodymap.ui.accessible import name_buttons
from bodymap.ui.cut_button import CutButton


@pytest.fixture
def button(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    made = CutButton(holder)
    made.show_words("Neck and shoulder muscle, upper part", "+ ", "  ✕")
    made.setToolTip("what it does")
    made.holder = holder
    holder.show()
    return made


def test_it_wants_what_a_button_with_all_its_words_wants(button, qtbot):
    plain = QPushButton(button.whole)
    qtbot.addWidget(plain)
    button.resize(120, 40)
    assert button.text() != button.whole
    assert button.sizeHint() == plain.sizeHint()


def test_with_little_room_the_words_are_cut_and_the_signs_stay(button):
    button.resize(160, 40)
    assert button.text().startswith("+ Neck")
    assert button.text().endswith("…  ✕")
    assert QPushButton.sizeHint(button).width() <= 160
    assert button.toolTip() == button.whole
    button.resize(500, 40)
    assert button.text() == button.whole
    assert button.toolTip() == "what it does"


def test_it_is_heard_whole_however_it_is_cut(button):
    button.resize(120, 40)
    name_buttons(button.holder)
    assert button.accessibleName() == "Neck and shoulder muscle, upper part"


def test_other_words_want_other_room(button):
    before = button.sizeHint().width()
    button.setText("Yes")
    assert button.whole == "Yes"
    assert button.sizeHint().width() < before
