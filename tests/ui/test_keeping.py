"""Saving and opening in the window: only when asked, never over another person, nothing lost."""

import json
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from bodymap.inquiry.intents import GoBack, StartOver
from bodymap.ui import file_menu, keeping

pytestmark = pytest.mark.qt_log_ignore("plugin does not support (raise|grabbing)", extend=True)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEMPLE, FOREHEAD = "region-temple-right", "region-forehead-right"


@pytest.fixture
def answer(monkeypatch):
    """What the system's dialogs answer, and what they were asked."""
    asked = []

    def ask(_window, where, *, is_to_save):
        asked.append((where, is_to_save))
        return answers.pop(0)

    answers = []
    monkeypatch.setattr(keeping, "ask_for_file", ask)

    def answer(*files):
        answers[:] = files
        return asked

    return answer


@pytest.fixture
def file(tmp_path):
    return tmp_path / "ms a.bodymap"


@pytest.fixture
def saved(hand, file, answer):
    """A temple that hurts, saved in a file."""
    hand.press_shape(TEMPLE)
    answer(file)
    hand.key(Qt.Key.Key_S, CONTROL)
    return file


def title(hand):
    return hand.window.windowTitle(), hand.window.isWindowModified()


def told(file):
    return json.loads(file.read_text(encoding="utf-8"))["told"]


class TestSaving:
    def test_nothing_is_written_and_nothing_asked_until_somebody_saves(self, hand, answer, tmp_path):
        asked = answer()
        before = sorted(tmp_path.iterdir())
        hand.press_shape(TEMPLE)
        hand.window.close()
        assert asked == []
        assert sorted(tmp_path.iterdir()) == before
        assert not hand.window.isVisible()

    def test_the_first_save_asks_where_and_the_next_does_not(self, hand, saved, answer):
        assert told(saved)["pains"] == [{"region": "temple", "side": "right"}]
        assert title(hand) == ("ms a.bodymap[*] – Bodymap", False)
        hand.press_shape(FOREHEAD)
        assert title(hand) == ("ms a.bodymap[*] – Bodymap", True)
        asked = answer()
        count = len(asked)
        hand.key(Qt.Key.Key_S, CONTROL)
        assert len(asked) == count
        assert len(told(saved)["pains"]) == 2
        assert title(hand)[1] is False

    def test_what_is_undone_is_no_change(self, hand, saved):
        hand.press_shape(FOREHEAD)
        hand.window.dispatch(GoBack())
        assert title(hand) == ("ms a.bodymap[*] – Bodymap", False)

    def test_to_look_from_elsewhere_is_no_change(self, hand, saved):
        hand.key(Qt.Key.Key_B)
        assert title(hand)[1] is False

    def test_save_as_takes_another_file(self, hand, saved, answer):
        other = saved.with_name("other.bodymap")
        asked = answer(other)
        hand.key(Qt.Key.Key_S, CONTROL | SHIFT)
        assert asked[-1] == (saved, True)
        assert told(other) == told(saved)
        assert title(hand)[0].startswith("other.bodymap")

    def test_who_thinks_better_of_it_saves_nothing(self, hand, answer, tmp_path):
        asked = answer(None)
        hand.key(Qt.Key.Key_S, CONTROL)
        assert len(asked) == 1
        assert list(tmp_path.glob("*.bodymap")) == []
        assert title(hand) == ("Bodymap", False)

    def test_the_name_that_is_offered_is_nobodys(self, hand, answer):
        asked = answer(None)
        hand.key(Qt.Key.Key_S, CONTROL)
        assert asked[0][0].stem.replace("-", "").isdigit()

    def test_a_save_that_fails_is_said_and_can_be_tried_again(self, hand, answer, tmp_path):
        hand.press_shape(TEMPLE)
        answer(tmp_path / "gone" / "a.bodymap")
        hand.key(Qt.Key.Key_S, CONTROL)
        assert "“a.bodymap” was not saved." in hand.window.keeper.notice.words
        assert title(hand) == ("Bodymap", False)
        answer(tmp_path / "a.bodymap")
        hand.key(Qt.Key.Key_S, CONTROL)
        assert hand.window.keeper.notice.words == ""

    def test_the_button_says_for_a_moment_that_it_was_saved(self, hand, answer, file, monkeypatch):
        menu = hand.window.top.files
        width = menu.sizeHint().width()
        menu._calm.setInterval(0)
        answer(file)
        hand.window.keeper.save()
        assert menu.text() == "Saved ✓"
        assert menu.sizeHint().width() == width
        QTest.qWait(1)
        assert menu.text() == "File ▾"


class TestOpening:
    def test_what_was_saved_comes_back_as_one_step(self, hand, saved, answer, hand_on, open_window):
        other = hand_on(open_window())
        other.press_shape(FOREHEAD)
        answer(saved)
        other.key(Qt.Key.Key_O, CONTROL)
        assert other.chosen == ["temple:right"]
        assert title(other) == ("ms a.bodymap[*] – Bodymap", False)
        other.window.dispatch(GoBack())
        assert other.chosen == ["forehead:right"]

    def test_whoever_undoes_the_opening_does_not_save_over_the_file(self, hand, saved, answer):
        hand.window.dispatch(StartOver())
        hand.press_shape(FOREHEAD)
        hand.window.keeper.open(saved)
        hand.window.dispatch(GoBack())
        assert hand.chosen == ["forehead:right"]
        asked = answer(None)
        hand.key(Qt.Key.Key_S, CONTROL)
        assert asked[-1][1] is True
        assert told(saved)["pains"] == [{"region": "temple", "side": "right"}]

    def test_whoever_starts_over_does_not_save_the_next_person_over_the_last(self, hand, saved, answer):
        hand.window.dispatch(StartOver())
        assert title(hand) == ("Bodymap", False)
        hand.press_shape(FOREHEAD)
        asked = answer(None)
        hand.key(Qt.Key.Key_S, CONTROL)
        assert asked[-1][1] is True
        assert told(saved)["pains"] == [{"region": "temple", "side": "right"}]

    @pytest.mark.parametrize("content", [b"", b"{", b'{"format": "bodymap", "version": 2}', bytes(100)])
    def test_a_file_that_is_refused_is_left_as_it_is_and_so_is_all_that_was_told(self, hand, saved, content):
        hand.press_shape(FOREHEAD)
        before, screen = hand.inquiry, hand.screen
        bad = saved.with_name("bad.bodymap")
        bad.write_bytes(content)
        os.utime(bad, (1, 1))
        assert not hand.window.keeper.open(bad)
        assert "“bad.bodymap” was not opened." in hand.window.keeper.notice.words
        assert hand.inquiry is before
        assert hand.screen is screen
        assert (bad.read_bytes(), bad.stat().st_mtime) == (content, 1)
        assert title(hand) == ("ms a.bodymap[*] – Bodymap", True)

    def test_an_entry_of_the_wrong_form_changes_nothing_either(self, hand, saved):
        before = hand.inquiry
        whole = json.loads(saved.read_text(encoding="utf-8"))
        whole["told"]["pains"].append({"region": "temple", "side": "up"})
        saved.write_text(json.dumps(whole), encoding="utf-8")
        assert not hand.window.keeper.open(saved)
        assert "“pains, 2, side”" in hand.window.keeper.notice.words
        assert hand.inquiry is before

    def test_what_is_left_out_is_said(self, hand, saved):
        whole = json.loads(saved.read_text(encoding="utf-8"))
        whole["told"]["pains"].append({"region": "knee", "side": "right"})
        saved.write_text(json.dumps(whole), encoding="utf-8")
        assert hand.window.keeper.open(saved)
        assert "knee:right" in hand.window.keeper.notice.words
        (dismiss,) = hand.window.keeper.notice.buttons
        dismiss.click()
        assert hand.window.keeper.notice.words == ""

    def test_who_thinks_better_of_it_opens_nothing(self, hand, answer):
        before = hand.inquiry
        answer(None)
        hand.key(Qt.Key.Key_O, CONTROL)
        assert hand.inquiry is before


class TestClosing:
    def press(self, hand, number):
        hand.window.keeper.notice.buttons[number].click()

    def test_a_file_that_is_saved_closes_at_once(self, hand, saved):
        assert hand.window.close()

    def test_changes_to_a_file_are_asked_about_once_without_a_box(self, hand, saved):
        hand.press_shape(FOREHEAD)
        assert not hand.window.close()
        assert hand.window.isVisible()
        assert QApplication.activeModalWidget() is None
        assert "has changed" in hand.window.keeper.notice.words
        assert hand.window.close()
        assert len(told(saved)["pains"]) == 1

    def test_save_and_close_does_both(self, hand, saved):
        hand.press_shape(FOREHEAD)
        hand.window.close()
        self.press(hand, 0)
        assert not hand.window.isVisible()
        assert len(told(saved)["pains"]) == 2

    def test_a_save_that_fails_keeps_the_window(self, hand, saved, monkeypatch):
        hand.press_shape(FOREHEAD)
        hand.window.close()
        monkeypatch.setattr(hand.window.keeper, "_file", saved.parent / "gone" / "a.bodymap")
        self.press(hand, 0)
        assert hand.window.isVisible()
        assert "was not saved" in hand.window.keeper.notice.words

    def test_close_without_saving_leaves_the_file(self, hand, saved):
        hand.press_shape(FOREHEAD)
        hand.window.close()
        self.press(hand, 1)
        assert not hand.window.isVisible()
        assert len(told(saved)["pains"]) == 1

    def test_who_stays_is_asked_again_the_next_time(self, hand, saved):
        hand.press_shape(FOREHEAD)
        hand.window.close()
        self.press(hand, 2)
        assert hand.window.keeper.notice.words == ""
        assert not hand.window.close()

    def test_the_end_of_the_session_does_not_wait(self, hand, saved, monkeypatch):
        hand.press_shape(FOREHEAD)
        monkeypatch.setattr(keeping, "_is_leaving_session", lambda: True)
        assert hand.window.close()


class TestDropping:
    def drop(self, hand, *urls):
        data = QMimeData()
        data.setUrls([QUrl(url) for url in urls])
        actions, keys, left = (
            Qt.DropAction.CopyAction,
            Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.LeftButton,
        )
        enter = QDragEnterEvent(QPoint(9, 9), actions, data, left, keys)
        QApplication.sendEvent(hand.window, enter)
        if enter.isAccepted():
            drop = QDropEvent(QPointF(9, 9), actions, data, left, keys, QEvent.Type.Drop)
            QApplication.sendEvent(hand.window, drop)
        return enter.isAccepted()

    def test_a_file_that_is_dropped_is_opened(self, hand, saved):
        hand.window.dispatch(StartOver())
        assert self.drop(hand, QUrl.fromLocalFile(str(saved)).toString())
        assert hand.chosen == ["temple:right"]

    def test_what_is_no_single_file_is_not_taken(self, hand, saved):
        file = QUrl.fromLocalFile(str(saved)).toString()
        assert not self.drop(hand, file, file)
        assert not self.drop(hand, "https://example.org/a.bodymap")
        assert not self.drop(hand)


class TestMenu:
    def test_each_entry_asks_for_what_it_says(self, hand, qtbot):
        menu = hand.window.top.files
        menu.click()
        entries = menu._menu.actions()
        assert [entry.data() for entry in entries] == list(file_menu.ENTRIES)
        asked = []
        menu.asked.disconnect()
        menu.asked.connect(asked.append)
        for entry in entries:
            entry.trigger()
        assert asked == list(file_menu.ENTRIES)
        menu._menu.close()

    def test_a_pressed_entry_is_done(self, hand, answer):
        menu = hand.window.top.files
        menu.click()
        asked = answer(None, None, None)
        for entry in menu._menu.actions():
            entry.trigger()
        assert [is_to_save for _, is_to_save in asked] == [False, True, True]
        menu._menu.close()


class TestDialog:
    """The system's dialog, which is Qt's own where no system is."""

    @pytest.mark.parametrize(("is_to_save", "typed"), [(True, "new"), (False, "there.bodymap")])
    def test_it_gives_a_path_with_the_right_ending(self, hand, tmp_path, monkeypatch, is_to_save, typed):
        (tmp_path / "there.bodymap").write_text("x", encoding="utf-8")

        def choose(dialog):
            dialog.selectFile(str(tmp_path / typed))
            return 1

        monkeypatch.setattr(QFileDialog, "exec", choose)
        where = tmp_path / "2026-11-26.bodymap" if is_to_save else tmp_path
        file = keeping.ask_for_file(hand.window, where, is_to_save=is_to_save)
        assert file == tmp_path / ("new.bodymap" if is_to_save else typed)

    def test_who_cancels_gives_none(self, hand, tmp_path, monkeypatch):
        monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 0)
        assert keeping.ask_for_file(hand.window, Path(tmp_path), is_to_save=False) is None
