"""Sees what goes wrong in a window, and answers for the system while random hands are at work."""

import random
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QtMsgType, QUrl, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox

from bodymap.ui.mishap import describe

WORDS = (
    *(
        "toothake",
        "SCM",
        "jaw hurts",
        "ringing",
        "masseter",
        "migrane",
        "ear",
        "",
        " ",
        "zzzz",
        "Zoë",
        "日本",
        "🙂",
    ),
    *("<b>&amp;", "{name}", "%s", "a" * 300, "112", "+1 555 0100"),
)
OFFSCREEN = ("propagateSizeHints", "does not support raise", "does not support grabbing")
"""What the platform without a screen says of itself."""


@dataclass
class Seen:
    """What was seen to go wrong."""

    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)
    last: deque[str] = field(default_factory=lambda: deque(maxlen=8))
    """The last events, for whoever looks for the cause."""

    @property
    def is_well(self) -> bool:
        return not (self.errors or self.warnings or self.stuck)

    def note(self, into: list[str], text: str) -> None:
        into.append(f"{text}\n    after: {' | '.join(self.last)}")


@contextmanager
def watching() -> Iterator[Seen]:
    """Note every error that nobody catches, and every warning of Qt's."""
    seen = Seen()
    grave = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}

    def on_message(kind: QtMsgType, _context: object, text: str) -> None:
        if kind in grave and not any(own in text for own in OFFSCREEN):
            seen.note(seen.warnings, text)

    def on_error(_kind: type, error: BaseException, trace: Any) -> None:  # noqa: ANN401 - as Python has it
        seen.note(seen.errors, f"{describe(error, trace)}\n  {error!r}")

    before, hook = qInstallMessageHandler(on_message), sys.excepthook
    sys.excepthook = on_error
    try:
        yield seen
    finally:
        sys.excepthook = hook
        qInstallMessageHandler(before)


@contextmanager
def kept_in(folder: Path, dice: random.Random) -> Iterator[list[str]]:
    """Answer for the system: files lie in a folder, nothing is printed, no browser opens."""
    opened: list[str] = []

    def pick(*_asked: object, **_more: object) -> tuple[str, str]:
        return dice.choice(
            ["", str(folder / "a.bodymap"), str(folder / "b.pdf"), str(folder / "gone" / "c.png")]
        ), ""

    def note(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    def chosen(_dialog: QFileDialog) -> list[str]:
        return [pick()[0] or str(folder / "d.bodymap")]

    with (
        patch.object(QDesktopServices, "openUrl", note),
        patch.object(QFileDialog, "exec", lambda _dialog: dice.choice([0, 1])),
        patch.object(QFileDialog, "selectedFiles", chosen),
        patch.object(QFileDialog, "getSaveFileName", pick),
        patch.object(QFileDialog, "getOpenFileName", pick),
        patch.object(QFileDialog, "getExistingDirectory", lambda *_a, **_m: str(folder)),
        patch.object(QInputDialog, "getText", lambda *_a, **_m: (dice.choice(WORDS), dice.random() < 0.7)),
        patch.object(QMessageBox, "exec", lambda _box: 0),
        patch.object(QDialog, "exec", lambda _dialog: 0),
    ):
        yield opened
