"""What happens with errors that nobody caught: a log, a strip, and all that was told is kept."""

import sys
import threading
from collections import Counter
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from bodymap.language import say
from bodymap.ui.controls import label_of
from bodymap.ui.mishap import describe, is_a_wish_to_end
from bodymap.ui.notice import Notice

REPORT_SIZE = (720, 420)


class LastResort(QObject):
    """Takes errors that nobody caught, from any thread, and shows them in the window.

    The same error is written down once, and shown at its 1st, 2nd, 4th, 8th time and so on: one that comes
    with every painting must not keep the window busy with itself.
    """

    _came = Signal(str)

    def __init__(self, log: Callable[[str], None], log_place: str = "") -> None:
        """Write down each kind of error with a function; its place is told to the reader."""
        super().__init__()
        self._log, self._log_place = log, log_place
        self._times: Counter[str] = Counter()
        self._report = ""
        self._sheet: Report | None = None
        self.notice: Notice | None = None
        self._came.connect(self._show)

    def install(self) -> None:
        """Take all errors from now on."""
        sys.excepthook = lambda _kind, error, trace: self.take(error, trace)
        sys.unraisablehook = lambda said: self.take(said.exc_value, said.exc_traceback)
        threading.excepthook = lambda said: self.take(said.exc_value, said.exc_traceback)

    def show_in(self, window: QMainWindow) -> None:
        """Show errors at the foot of a window."""
        self.notice = Notice()
        self.notice.lay_in(window)
        if self._report:
            self._show(self._report)

    def take(self, error: BaseException | None, trace: TracebackType | None) -> None:
        """Take an error: write it down, and have it shown."""
        if error is None:
            return
        if is_a_wish_to_end(error):
            QCoreApplication.quit()
            return
        report = describe(error, trace)
        self._times[report] += 1
        if self._times[report] == 1:
            self._log(report)
            if sys.stderr is not None:
                sys.stderr.write(f"{report}\n")
        if self._times[report].bit_count() == 1:
            self._came.emit(report)

    def _show(self, report: str) -> None:
        self._report = report
        if self.notice is None:
            return
        words = say("Something went wrong in the program. What you told is kept, and you can go on.")
        self.notice.show_words(
            words, {say("Show"): self._show_report, say("Copy"): self._copy, say("Dismiss"): lambda: None}
        )

    def _show_report(self) -> None:
        self._sheet = self._sheet or Report(self._copy, self.notice.window() if self.notice else None)
        self._sheet.show_text(self._report, self._log_place)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)


class Report(QWidget):
    """A window of its own with what went wrong, to be read and copied."""

    def __init__(self, copy: Callable[[], None], window: QWidget | None) -> None:
        """Make the window; it is dressed as the other, and goes with it."""
        super().__init__(window, Qt.WindowType.Window)
        self.setWindowTitle(say("What went wrong"))
        self.resize(*REPORT_SIZE)
        self._head = label_of("soft")
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(say("What went wrong"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for words, do in ((say("Copy"), copy), (say("Close"), self.close)):
            button = QPushButton(words, self)
            button.clicked.connect(do)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self.text, 1)
        column.addLayout(buttons)

    def show_text(self, report: str, log_place: str) -> None:
        """Show a report, and where it was written down."""
        words = say(
            "For whoever looks after the program. It says nothing about the patient. It is kept in {file}",
            file=log_place,
        )
        self._head.setText(words)
        self.text.setPlainText(report)
        self.show()
        self.raise_()
