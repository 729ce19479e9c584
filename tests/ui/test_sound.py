"""Sounds are made here and played by what there is; where there is nothing, nothing happens."""

import wave

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from bodymap.ui import sound
from bodymap.ui.sound import RATE, Sound, tone


@pytest.fixture
def listened_to(monkeypatch, application):
    """A platform on which somebody listens, and what it was told to start or to beep."""
    told = []
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    monkeypatch.setattr(QApplication, "beep", lambda: told.append("beep"))
    monkeypatch.setattr(sound.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "aplay" else None)
    monkeypatch.setattr(
        QProcess, "startDetached", lambda program, words: told.append((program, *words)) or (True, 1)
    )
    return told


def test_offscreen_nobody_hears_anything(application, monkeypatch):
    monkeypatch.setattr(QApplication, "beep", lambda: pytest.fail("it beeped"))
    monkeypatch.setattr(QProcess, "startDetached", lambda *_: pytest.fail("it started a program"))
    Sound().tick()
    Sound().end()


def test_the_end_sounds_other_than_a_second():
    played = {}
    made = Sound(played.__setitem__)
    made.tick()
    made.end()
    assert len(played["end"]) > 2 * len(played["tick"])


def test_a_tone_fades():
    frames = tone(880, 0.1)
    assert len(frames) == 2 * int(RATE * 0.1)
    assert max(frames[-40:-1:2]) <= 255


def test_it_goes_through_the_player_that_there_is(listened_to):
    Sound().tick()
    (program, quiet, file), *rest = listened_to
    assert (program, quiet, rest) == ("aplay", "-q", [])
    with wave.open(file, "rb") as made:
        assert (made.getnchannels(), made.getframerate()) == (1, RATE)


def test_with_no_player_it_beeps(listened_to, monkeypatch):
    monkeypatch.setattr(sound.shutil, "which", lambda _name: None)
    Sound().end()
    assert listened_to == ["beep"]


def test_a_disk_that_is_full_is_no_matter(listened_to, monkeypatch):
    def refuse(*_):
        raise OSError

    monkeypatch.setattr(sound, "_kept", refuse)
    Sound().tick()
    assert listened_to == ["beep"]
