"""Two short sounds by what the system has: a tick, and the end of a count; nothing where there is no way."""

import math
import shutil
import struct
import sys
import wave
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QProcess
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

if sys.platform == "win32":
    import winsound

PLAYERS = (("paplay",), ("aplay", "-q"), ("afplay",))
"""Programs that play a file, and how they keep quiet about it."""
SILENT = frozenset({"offscreen", "minimal", "vnc"})
"""Platforms of Qt on which nobody listens."""
RATE, LOUDNESS = 22050, 0.4
TICK, END = (880.0, 0.05), (1320.0, 0.28)
"""How high in hertz, and how long in seconds."""


class Sound:
    """Plays a tick and an end. What fails is passed over: a press is counted by eye as well."""

    def __init__(self, play: Callable[[str, bytes], None] | None = None) -> None:
        """Play through the system, or by a call that is given a name and a WAV."""
        self._play = play or _play
        self._made: dict[str, bytes] = {}

    def tick(self) -> None:
        """Play a second's tick."""
        self._sound("tick", *TICK)

    def end(self) -> None:
        """Play the end of the count, higher and longer."""
        self._sound("end", *END)

    def _sound(self, name: str, pitch: float, seconds: float) -> None:
        if name not in self._made:
            self._made[name] = tone(pitch, seconds)
        self._play(name, self._made[name])


def tone(pitch: float, seconds: float) -> bytes:
    """Return a fading tone as frames of 16 bits, one channel."""
    number = int(RATE * seconds)
    fading = (
        LOUDNESS * (1 - at / number) * math.sin(2 * math.pi * pitch * at / RATE) for at in range(number)
    )
    return struct.pack(f"<{number}h", *(round(32767 * level) for level in fading))


def _play(name: str, frames: bytes) -> None:
    """Play through the first way that there is."""
    if QGuiApplication.platformName() in SILENT:
        return
    player = next((words for words in PLAYERS if shutil.which(words[0])), None)
    try:
        file = _kept(name, frames)
        if sys.platform == "win32":
            winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC)
        elif player is None or not QProcess.startDetached(player[0], [*player[1:], str(file)])[0]:
            QApplication.beep()
    except (OSError, RuntimeError):
        QApplication.beep()


_folder: list[TemporaryDirectory[str]] = []


def _kept(name: str, frames: bytes) -> Path:
    """Return the file of a sound, written when it is first heard, gone when the program ends."""
    if not _folder:
        _folder.append(TemporaryDirectory(prefix="bodymap-", ignore_cleanup_errors=True))
    file = Path(_folder[0].name) / f"{name}.wav"
    if not file.exists():
        with wave.open(str(file), "wb") as made:
            made.setnchannels(1)
            made.setsampwidth(2)
            made.setframerate(RATE)
            made.writeframes(frames)
    return file
