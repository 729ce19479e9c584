"""Errors that nobody caught: a strip, a report to copy, a log that holds nothing about the patient."""

import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.finding import Finding
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Side
from bodymap.inquiry.intents import Find, ShowLayer, StartOver, TypeQuery
from bodymap.inquiry.state import Layer
from bodymap.ui import mishap, store
from bodymap.ui.last_resort import LastResort

pytestmark = pytest.mark.qt_log_ignore("plugin does not support raise", extend=True)


@pytest.fixture
def log():
    return []


@pytest.fixture
def resort(window, log):
    made = LastResort(log.append, "/state/errors.log")
    made.show_in(window)
    return made


def fail(resort, error):
    """Have an error reach the last resort as Python would bring it."""
    try:
        raise error
    except type(error) as caught:
        resort.take(caught, caught.__traceback__)


class TestStrip:
    def test_it_says_that_all_is_kept_and_the_program_goes_on(self, hand, resort):
        hand.press_shape("region-temple-right")
        fail(resort, KeyError("temple"))
        assert "What you told is kept" in resort.notice.words
        assert hand.chosen == ["temple:right"]
        hand.press_shape("region-forehead-right")
        assert len(hand.chosen) == 2

    def test_the_report_can_be_read_and_copied(self, resort):
        fail(resort, ValueError("secret"))
        show, copy, _ = resort.notice.buttons
        copy.click()
        report = QGuiApplication.clipboard().text()
        assert "builtins.ValueError" in report
        assert "ui/test_last_resort.py:" in report
        assert "qt=" in report
        show.click()
        assert resort._sheet.isVisible()
        assert not resort._sheet.isModal()
        assert resort._sheet.text.toPlainText() == report
        assert "/state/errors.log" in resort._sheet._head.text()
        resort._sheet.close()

    def test_an_error_before_the_window_is_shown_in_it(self, window, log):
        early = LastResort(log.append)
        fail(early, ValueError())
        early.show_in(window)
        assert "went wrong" in early.notice.words

    def test_one_that_comes_again_and_again_is_written_once_and_shown_seldom(self, resort, log, capsys):
        shown = []
        resort._came.connect(shown.append)
        for _ in range(100):
            fail(resort, ValueError())
        assert len(log) == 1
        assert len(shown) == 7
        assert capsys.readouterr().err.count("ValueError") == 1

    def test_the_wish_to_end_ends_the_program(self, resort, log, monkeypatch):
        ended = []
        monkeypatch.setattr("bodymap.ui.last_resort.QCoreApplication.quit", lambda: ended.append(1))
        fail(resort, KeyboardInterrupt())
        assert (ended, log) == ([1], [])


class TestHooks:
    @pytest.fixture
    def installed(self, resort, monkeypatch):
        for place, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
            monkeypatch.setattr(place, name, getattr(place, name))
        resort.install()
        return resort

    def test_an_error_in_a_slot_is_taken(self, installed, log, qtbot):
        def slot():
            raise ZeroDivisionError

        QTimer.singleShot(0, slot)
        qtbot.waitUntil(lambda: "went wrong" in installed.notice.words)
        assert "ZeroDivisionError" in log[0]

    def test_an_error_in_another_thread_is_shown_in_the_window(self, installed, log, qtbot):
        def work():
            raise ZeroDivisionError

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        assert installed.notice.words == ""  # not from that thread
        qtbot.waitUntil(lambda: "went wrong" in installed.notice.words)
        assert "ZeroDivisionError" in log[0]

    def test_an_error_that_python_cannot_raise_is_taken(self, installed, log):
        class Dies:
            def __del__(self):
                raise ZeroDivisionError

        Dies()
        assert "ZeroDivisionError" in log[0]


def test_an_error_while_a_screen_is_composed_leaves_all_as_it_was(hand, monkeypatch):
    hand.press_shape("region-temple-right")
    before, screen = hand.inquiry, hand.screen
    with monkeypatch.context() as patch:
        patch.setattr(store, "compose", lambda _atlas, _inquiry: {}["temple"])
        with pytest.raises(KeyError):
            hand.window.dispatch(ShowLayer(Layer.DEEP))
    assert (hand.inquiry, hand.screen) == (before, screen)
    hand.window.dispatch(ShowLayer(Layer.DEEP))
    assert hand.screen.layer is Layer.DEEP


class TestPrivacy:
    """What is written down must hold nothing about the patient, whatever the error itself says."""

    def test_nothing_that_was_told_is_written_down(self, hand, resort, log, capsys, core):
        hand.press_shape("region-temple-right")
        finding = Finding(Answer.YES, Answer.YES)
        hand.window.dispatch(Find(Place("temporalis", Side.RIGHT), finding))
        hand.window.dispatch(TypeQuery("Zachary Quimby"))
        telling = f"{hand.inquiry!r} {hand.screen.heading} Zachary Quimby"

        def lose(name):
            secret = {"who": "Zachary Quimby"}
            try:
                secret[f"{name} {telling}"]
            except KeyError as missing:
                raise ValueError(telling) from missing

        lose.__name__ = "lose"
        try:
            lose("Zachary Quimby")
        except ValueError as error:
            resort.take(error, error.__traceback__)
        resort._show_report()
        written = [*log, capsys.readouterr().err, resort._sheet.text.toPlainText()]
        resort._sheet.close()
        assert "builtins.ValueError" in log[0]
        assert "<- builtins.KeyError" in log[0]
        names = [*core.regions, *core.muscles, "Zachary", "Quimby", "familiar", "yes"]
        names += [words for each in core.regions.values() for words in (each.name.plain, each.name.clinical)]
        names += [words for each in core.muscles.values() for words in (each.name.plain, each.name.clinical)]
        for text in written:
            assert [
                name for name in names if name.lower() in text.lower().replace("test_last_resort", "")
            ] == []

    def test_no_folder_of_the_user_is_written_down(self, resort, log):
        import json

        with pytest.raises(json.JSONDecodeError) as caught:
            json.loads("{")
        resort.take(caught.value, caught.tb)
        assert "json/decoder.py:" in log[0]
        assert str(mishap.HOME) not in log[0]

    def test_a_way_without_end_is_shortened(self, resort, log):
        def fall(depth):
            fall(depth + 1)

        with pytest.raises(RecursionError) as caught:
            fall(0)
        resort.take(caught.value, caught.tb)
        assert len(log[0].splitlines()) < mishap.FIRST + mishap.LAST + 5

    def test_the_program_itself_never_says_a_region_where_it_fails(self, hand, resort, log, monkeypatch):
        """An error from within the program, on the way of a press."""

        def lose(atlas, inquiry):
            raise LookupError(str(inquiry.pains))

        hand.press_shape("region-temple-right")
        monkeypatch.setattr(store, "compose", lose)
        try:
            hand.window.dispatch(StartOver())
        except LookupError as error:
            resort.take(error, error.__traceback__)
        assert "bodymap/ui/store.py:" in log[0]
        assert "temple" not in log[0]
        QTest.qWait(0)
