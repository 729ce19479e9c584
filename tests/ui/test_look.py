"""The menu of looks: what it offers, what it marks, and what a choice changes."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from bodymap.ui.ground import Ground
from bodymap.ui.look import LOOKS, LookMenu
from bodymap.ui.settings import TABLE
from bodymap.ui.theme import THEMES

pytestmark = pytest.mark.qt_log_ignore("plugin does not support (raise|grabbing)", extend=True)


@pytest.fixture
def look(qtbot, application):
    made = LookMenu()
    qtbot.addWidget(made)
    made.show()
    yield made
    if made._menu:
        made._menu.close()


def marked(look):
    return {action.data()[0]: action.data()[1] for action in look.actions_of_menu() if action.isChecked()}


def entry(look, setting, value):
    return next(action for action in look.actions_of_menu() if action.data() == (setting, value))


class TestMenu:
    def test_it_is_made_when_it_is_first_opened(self, look):
        assert look.actions_of_menu() == []
        look.click()
        assert len(look.actions_of_menu()) == sum(map(len, LOOKS.values()))
        first = look._menu
        look.click()
        assert look._menu is first

    def test_it_offers_what_the_settings_know(self):
        known = {setting.key: setting.choices for setting in TABLE}
        assert {setting: tuple(values) for setting, values in LOOKS.items()} == {
            setting: known[setting] for setting in LOOKS
        }
        assert set(LOOKS["theme"]) == set(THEMES)

    @pytest.mark.parametrize("opens_first", [True, False])
    def test_it_marks_what_is_worn(self, look, opens_first):
        if opens_first:
            look.click()
        look.show_look("contrast", "dark")
        look.click()
        assert marked(look) == {"theme": "contrast", "skin": "dark"}

    def test_a_choice_is_told_as_a_setting_and_its_value(self, look, qtbot):
        look.click()
        with qtbot.waitSignal(look.chosen) as told:
            entry(look, "skin", "dark").trigger()
        assert told.args == ["skin", "dark"]
        assert marked(look) == {"theme": "light", "skin": "dark"}


class TestWindow:
    @pytest.fixture(autouse=True)
    def _views_only(self, monkeypatch):
        """Paint no muscle ahead: these tests look at whole views."""
        monkeypatch.setattr(Ground, "order_sprites", lambda _ground: None)

    def seen(self, hand):
        for _ in range(2):
            QApplication.processEvents()
            hand.window._sheets.wait()
        return hand.seen()

    def choose(self, hand, setting, value):
        hand.window.top.look.click()
        entry(hand.window.top.look, setting, value).trigger()
        hand.window.top.look._menu.close()

    def middle(self, image: QImage):
        """Return how light the middle of the drawing is, 0 to 255."""
        part = image.copy(image.width() // 2 - 40, image.height() // 3, 80, 80).scaled(1, 1)
        return part.scaled(1, 1).pixelColor(0, 0).lightness()

    def test_dark_skin_darkens_the_figure_and_is_remembered(self, hand, settings):
        before = self.seen(hand)
        self.choose(hand, "skin", "dark")
        after = self.seen(hand)
        assert self.middle(after) < self.middle(before) - 40
        assert after.pixel(2, 2) == before.pixel(2, 2)  # the paper stays
        assert settings.text("skin") == "dark"
        self.choose(hand, "skin", "light")
        assert self.seen(hand) == before

    def test_a_theme_dresses_the_window_and_prints_the_plate_anew(self, hand, settings):
        before = self.seen(hand)
        self.choose(hand, "theme", "print")
        after = self.seen(hand)
        assert settings.text("theme") == "print"
        assert after.pixelColor(2, 2).name() == THEMES["print"].paper
        assert self.middle(after) > self.middle(before)

    def test_the_skin_is_kept_when_the_theme_changes(self, hand):
        self.choose(hand, "skin", "dark")
        self.choose(hand, "theme", "dark")
        assert hand.window._sheets._inks.skin == "dark"
        hand.window.top.look.click()
        assert marked(hand.window.top.look) == {"theme": "dark", "skin": "dark"}
        hand.window.top.look._menu.close()

    def test_what_was_remembered_is_worn_at_the_next_start(self, settings, open_window):
        settings.keep("skin", "dark")
        settings.keep("theme", "contrast")
        window = open_window()
        assert (window._sheets._inks.skin, window._sheets._inks.printing) == ("dark", "strong")
