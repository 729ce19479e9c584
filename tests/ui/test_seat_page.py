"""The page of settings: each is pressed, shows at once, is kept, and is worn at the next start."""

import pytest
from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QPushButton

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.inquiry.intents import ChooseMuscle, OpenPage, ShowView, ToggleRegion
from bodymap.inquiry.state import Page, SideNames
from bodymap.language import use
from bodymap.ui import seat
from bodymap.ui.ground import Ground
from bodymap.ui.measures import LEAST_HEIGHT
from bodymap.ui.seat_page import CHOICES, ENTRIES, GROUPS
from bodymap.ui.settings import TABLE, Settings
from bodymap.ui.theme import THEMES

LEFT = Qt.MouseButton.LeftButton
TEMPLE = ToggleRegion(Pain("temple", Side.RIGHT))
TEMPORALIS = ChooseMuscle(Place("temporalis", Side.RIGHT))


@pytest.fixture(autouse=True)
def _usual_words():
    """Leave the names of the sides as they were."""
    yield
    use({})


@pytest.fixture(autouse=True)
def _views_only(monkeypatch):
    """Paint no muscle ahead: these tests look at whole views."""
    monkeypatch.setattr(Ground, "order_sprites", lambda _ground: None)


@pytest.fixture
def page(hand):
    """The page of settings, opened by its button."""
    QTest.mouseClick(hand.window.top.settings, LEFT)
    QApplication.processEvents()
    return hand.window.seat


def press(page, key, value):
    """Press the button of a value, as one does: where it is seen."""
    button = page.choices[key].button(value)
    page.sheet.ensureWidgetVisible(button)
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)


def write(page, key, text):
    """Type into a field in place of what stands there."""
    field = page.entries[key].field
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    first, *others = text.split("\n")
    QTest.keyClicks(field, first)
    for line in others:
        QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClicks(field, line)


def kept(settings, key):
    """Return what the next start will read from the file."""
    settings._store.sync()
    return Settings(QSettings(settings._store.fileName(), QSettings.Format.IniFormat)).text(key)


def middle(hand):
    """Return how light the middle of the drawing is, 0 to 255."""
    for _ in range(2):
        QApplication.processEvents()
        hand.window._sheets.wait()
    image = hand.seen()
    part = image.copy(image.width() // 2 - 40, image.height() // 3, 80, 80).scaled(1, 1)
    return part.pixelColor(0, 0).lightness()


class TestPage:
    def test_its_button_opens_and_closes_it_in_the_column(self, hand, page):
        assert page.isVisible()
        assert hand.inquiry.page is Page.SETTINGS
        assert hand.window.top.settings.isChecked()
        QTest.mouseClick(hand.window.top.settings, LEFT)
        assert not page.isVisible()
        assert hand.inquiry.page is None

    def test_it_is_made_when_it_is_first_opened(self, hand):
        assert hand.window.seat.choices == {}
        hand.key(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
        assert hand.window.seat.isVisible()
        assert hand.window.seat.choices

    def test_nothing_modal_is_left(self, hand, page):
        assert not page.isModal()
        assert hand.window.findChildren(QMenu) == hand.window.findChildren(QInputDialog) == []

    def test_it_shows_every_setting_once(self, page):
        shown = [key for keys in GROUPS.values() for key in keys]
        assert sorted(shown) == sorted(setting.key for setting in TABLE)
        assert set(shown) == CHOICES.keys() | ENTRIES.keys()

    @pytest.mark.parametrize("key", CHOICES)
    def test_it_offers_what_the_table_knows(self, key):
        choices = next(setting.choices for setting in TABLE if setting.key == key)
        assert tuple(CHOICES[key][1]) == choices

    def test_what_was_open_lies_under_it_and_comes_back(self, hand):
        hand.window.dispatch(TEMPLE)
        hand.window.dispatch(TEMPORALIS)
        QTest.mouseClick(hand.window.top.settings, LEFT)
        assert hand.window.seat.isVisible()
        assert hand.diagram.scene.opened == "muscle-temporalis-right"
        QTest.mouseClick(hand.window.aside._back, LEFT)
        assert not hand.window.seat.isVisible()
        assert hand.screen.card.place == TEMPORALIS.place

    def test_escape_leaves_it(self, hand, page):
        hand.key(Qt.Key.Key_Escape)
        assert not page.isVisible()

    @pytest.mark.parametrize("key", CHOICES)
    def test_each_choice_that_is_pressed_is_kept_and_marked(self, hand, page, settings, key):
        for value in reversed(CHOICES[key][1]):
            press(page, key, value)
            assert kept(settings, key) == value
            marked = [each for each in CHOICES[key][1] if page.choices[key].button(each).isChecked()]
            assert marked == [value]


class TestWhatItChanges:
    def test_the_theme(self, hand, page, open_window):
        before = middle(hand)
        press(page, "theme", "print")
        after = middle(hand)
        assert hand.seen().pixelColor(2, 2).name() == THEMES["print"].paper
        assert after > before
        assert open_window()._tokens is THEMES["print"]

    def test_the_skin_also_when_the_theme_changes(self, hand, page, open_window):
        before = middle(hand)
        press(page, "skin", "dark")
        assert middle(hand) < before - 40
        press(page, "theme", "dark")
        assert hand.window._sheets._inks.skin == "dark"
        assert open_window()._sheets._inks.skin == "dark"

    def test_the_words_and_which_are_spoken_first(self, hand, page, open_window):
        press(page, "voice", "clinical")
        assert hand.inquiry.voice == "clinical"
        hand.key(Qt.Key.Key_P)
        assert page.choices["voice"].button("plain").isChecked()
        hand.key(Qt.Key.Key_P)
        assert open_window()._screen.voice == "clinical"

    def test_the_size_of_the_buttons(self, hand, page, qtbot):
        before = hand.window.top.back.height()
        press(page, "targets", "large")
        qtbot.waitUntil(lambda: hand.window.top.back.height() >= LEAST_HEIGHT > before)
        press(page, "targets", "small")
        qtbot.waitUntil(lambda: hand.window.top.back.height() == before)

    @pytest.mark.parametrize(
        ("value", "name"),
        [("words", "Temple (right)"), ("patient", "Temple (patient's right)"), ("letters", "Temple (R)")],
    )
    def test_the_names_of_the_sides(self, hand, page, open_window, value, name):
        hand.window.dispatch(TEMPLE)
        hand.window.dispatch(OpenPage(Page.SETTINGS))
        press(page, "sides", "patient" if value == "words" else "words")
        press(page, "sides", value)
        assert hand.screen.chips[0].words == name
        target = hand.diagram._targets.target("region-temple-right")
        assert target.accessibleName() == f"{name}: chosen"
        assert hand.window.captions.sides[0] == "Patient's right side"
        assert hand.chosen == ["temple:right"]
        assert open_window()._screen.sides is SideNames(value)

    def test_the_drawing_says_whose_side_it_is_whatever_they_are_called(self, hand, page):
        press(page, "sides", "letters")
        hand.window.dispatch(ShowView("front"))
        assert hand.window.captions.sides == ("Patient's right", "Patient's left")

    def test_the_size_of_the_text(self, hand, page, open_window):
        small = hand.window.top.back.font().pixelSize()
        press(page, "text_size", "150")
        assert hand.window.top.back.font().pixelSize() == round(small * 1.5)
        assert hand.window.aside.page.pen.tokens.scale.percent == 150
        assert open_window()._tokens.scale.percent == 150

    def test_the_rows_grow_with_the_text(self, hand, page):
        hand.window.dispatch(TEMPLE)
        hand.window.dispatch(OpenPage(Page.SETTINGS))
        rows = hand.window.panel.candidates
        before = rows.sizeHintForRow(0)
        press(page, "text_size", "150")
        assert rows.sizeHintForRow(0) > before * 1.3

    def test_the_paper_is_that_of_the_country_unless_chosen(self, hand, page):
        press(page, "paper", "letter")
        assert hand.inquiry.seat.paper == "letter"
        press(page, "paper", "a4")
        assert hand.inquiry.seat.paper == "a4"
        assert seat.choose_paper("locale", QLocale("en_US")) == "letter"
        assert seat.choose_paper("locale", QLocale("de_DE")) == "a4"

    def test_settings_are_no_step_to_be_undone(self, hand, page):
        steps = len(hand.inquiry.history)
        press(page, "sides", "letters")
        press(page, "voice", "clinical")
        assert len(hand.inquiry.history) == steps


class TestNumber:
    def test_a_number_counts_as_soon_as_it_is_one(self, hand, page, settings):
        write(page, "emergency_number", "112")
        assert hand.inquiry.seat.emergency_number == "112"
        assert kept(settings, "emergency_number") == "112"
        assert page.entries["emergency_number"].fault == ""

    @pytest.mark.parametrize("typed", ["call me", "9"])
    def test_what_is_no_number_is_said_and_not_kept(self, hand, page, settings, typed):
        write(page, "emergency_number", "911")
        write(page, "emergency_number", typed)
        page.choices["voice"].button("plain").setFocus()
        assert "no number" in page.entries["emergency_number"].fault
        assert kept(settings, "emergency_number") != typed
        assert hand.inquiry.seat.emergency_number != typed

    def test_a_fault_stands_until_it_is_mended_or_forgotten(self, page):
        number = page.entries["emergency_number"]
        write(page, "emergency_number", "call me")
        write(page, "clinic", "Here")
        assert (number.said, bool(number.fault)) == ("call me", True)
        QTest.mouseClick(page.forget, LEFT)
        assert (number.said, number.fault) == ("", "")

    def test_a_number_half_typed_is_not_called_wrong_yet(self, page):
        write(page, "emergency_number", "9")
        assert page.entries["emergency_number"].fault == ""

    def test_letters_are_no_shortcuts_while_they_are_typed(self, hand, page):
        write(page, "clinic", "FBO RL 1234 P")
        assert hand.inquiry.plate == "side"
        assert hand.inquiry.voice == "plain"
        assert hand.inquiry.seat.clinic == "FBO RL 1234 P"


class TestClinic:
    def test_three_lines_are_kept_through_a_start(self, hand, page, settings, open_window):
        write(page, "clinic", "Dr. Ada Mair\nHigh Street 1; 2nd floor\n+43 1 234")
        assert hand.inquiry.seat.clinic.count("\n") == 2
        assert kept(settings, "clinic") == hand.inquiry.seat.clinic
        assert open_window()._store.inquiry.seat.clinic == hand.inquiry.seat.clinic

    @pytest.mark.parametrize("typed", ["a\nb\nc\nd", "x" * 61])
    def test_what_is_too_long_is_said_and_not_kept(self, page, settings, typed):
        write(page, "clinic", typed)
        assert "Too long" in page.entries["clinic"].fault
        assert settings.allows("clinic", kept(settings, "clinic"))

    def test_the_tab_key_leaves_the_field(self, hand, page):
        page.entries["clinic"].field.setFocus()
        hand.key(Qt.Key.Key_Tab)
        assert not page.entries["clinic"].field.hasFocus()


class TestForget:
    def test_all_is_as_at_the_beginning_and_comes_back(self, hand, page, settings):
        press(page, "theme", "dark")
        press(page, "sides", "letters")
        write(page, "clinic", "Here")
        worn = settings.all()
        QTest.mouseClick(page.forget, LEFT)
        assert settings.all() == settings.defaults()
        assert settings._store.allKeys() == []
        assert hand.window._tokens.name == "light"
        assert page.entries["clinic"].said == ""
        QTest.mouseClick(page.forget, LEFT)
        assert settings.all() == worn
        assert hand.window._tokens.name == "dark"
        assert page.entries["clinic"].said == "Here"

    def test_after_another_choice_there_is_nothing_to_bring_back(self, page, settings):
        QTest.mouseClick(page.forget, LEFT)
        assert "Undo" in page.forget.text()
        press(page, "skin", "dark")
        assert "Forget" in page.forget.text()
        assert settings.text("skin") == "dark"


class TestSystem:
    @pytest.mark.parametrize(
        ("scheme", "theme"),
        [(Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light"), (Qt.ColorScheme.Unknown, "light")],
    )
    def test_its_colours_are_followed(self, monkeypatch, scheme, theme):
        class Hints:
            def colorScheme(self):
                return scheme

        monkeypatch.setattr(seat.QGuiApplication, "styleHints", Hints)
        assert seat.theme_of_system() == theme


class TestVoice:
    def test_the_other_words_leave_everything_where_it_was(self, hand):
        hand.window.dispatch(TEMPLE)
        hand.settle()
        rows = hand.window.panel.candidates
        rows.setCurrentIndex(rows.model().index(5, 0))
        rows.verticalScrollBar().setValue(200)
        chosen, plate = hand.chosen, hand.inquiry.plate
        hand.key(Qt.Key.Key_P)
        hand.settle()
        assert hand.screen.voice == "clinical"
        assert rows.currentIndex().row() == 5
        assert rows.verticalScrollBar().value() == 200
        assert (hand.chosen, hand.inquiry.plate) == (chosen, plate)

    def test_an_open_page_is_read_on_where_it_was(self, hand):
        hand.window.dispatch(TEMPORALIS)
        hand.settle()
        bar = hand.window.aside.page.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        hand.key(Qt.Key.Key_P)
        hand.settle()
        assert hand.screen.card.place == TEMPORALIS.place
        assert 0.4 < bar.value() / bar.maximum() < 0.6

    def test_settings_stay_open(self, hand, page):
        hand.key(Qt.Key.Key_P)
        assert page.isVisible()


def test_all_buttons_of_a_choice_are_of_one_height(page):
    for choice in page.choices.values():
        assert len({button.height() for button in choice.findChildren(QPushButton)}) == 1
