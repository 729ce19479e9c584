"""Saves what was told as a file, and opens one; only when somebody asks for it."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QStandardPaths
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow

from bodymap import __version__
from bodymap.interchange.file import fetch, keep
from bodymap.interchange.form import SUFFIX, read, write
from bodymap.interchange.refusal import RefusedError
from bodymap.language import say
from bodymap.ui.file_menu import FileMenu
from bodymap.ui.notice import Notice
from bodymap.ui.store import Store

PROGRAM = f"bodymap-{__version__}"


class Keeper(QObject):
    """Knows which file is open, and whether what was told has changed since it was saved."""

    def __init__(self, store: Store, menu: FileMenu, window: QMainWindow) -> None:
        super().__init__(window)
        self._store, self._window, self._menu = store, window, menu
        self._file: Path | None = None
        self._saved = store.told()
        self._depth = 0
        self._asks = False
        """Whether somebody was asked what to do before the window closes."""
        self.notice = Notice()
        self.notice.lay_in(window)
        self._do = {"open": self.ask_for_file, "save": self.save, "save_as": self.save_as}
        menu.asked.connect(lambda name: self._do[name]())
        store.screen_changed.connect(self._on_screen_changed)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @property
    def file(self) -> Path | None:
        """The file that is open, if one is."""
        return self._file

    @property
    def is_changed(self) -> bool:
        """Whether a file is open that does not hold what is told now."""
        return self._file is not None and self._store.told() != self._saved

    def ask_for_file(self) -> None:
        """Ask which file is to be opened, and open it."""
        if file := ask_for_file(self._window, self._folder(), is_to_save=False):
            self.open(file)

    def open(self, file: Path) -> bool:
        """Open a file in place of what was told; one that is refused changes nothing."""
        try:
            remarks = self._store.resume(read(fetch(file)))
        except RefusedError as refused:
            words = say(
                "“{file}” was not opened. {why} {remedy}",
                file=file.name,
                why=refused.why,
                remedy=refused.remedy,
            )
            self.notice.show_words(words)
            return False
        self._depth = len(self._store.inquiry.history)
        self._hold(file)
        self.notice.hide()
        if remarks:
            self.notice.show_words(" ".join(remarks))
        return True

    def save(self) -> bool:
        """Save to the file that is open; to one that is asked for, if none is."""
        return self._write(self._file) if self._file else self.save_as()

    def save_as(self) -> bool:
        """Ask where to save, and save."""
        day = _today()
        where = self._file or self._folder() / f"{day}{SUFFIX}"
        file = ask_for_file(self._window, where, is_to_save=True)
        return self._write(file) if file else False

    def _write(self, file: Path) -> bool:
        try:
            keep(file, write(self._store.save(PROGRAM, _today())))
        except RefusedError as refused:
            words = say(
                "“{file}” was not saved. {why} {remedy}",
                file=file.name,
                why=refused.why,
                remedy=refused.remedy,
            )
            self.notice.show_words(words)
            return False
        self._depth = 0 if file != self._file else self._depth
        self._hold(file)
        self.notice.hide()
        self._menu.show_saved()
        return True

    def _hold(self, file: Path | None) -> None:
        self._file, self._saved, self._asks = file, self._store.told(), False
        self._show_title()

    def _folder(self) -> Path:
        """Return the folder in which somebody looks first."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return self._file.parent if self._file else Path(QStandardPaths.writableLocation(place))

    def _on_screen_changed(self) -> None:
        """Let go of a file that is no longer about the same person, so that it is not written over."""
        is_undone = len(self._store.inquiry.history) < self._depth
        if self._file and (is_undone or (self._saved and not self._store.told())):
            self._depth = 0
            self._hold(None)
        self._show_title()

    def _show_title(self) -> None:
        name = self._file.name if self._file else ""
        self._window.setWindowTitle(say("{file}[*] – Bodymap", file=name) if name else say("Bodymap"))
        self._window.setWindowModified(self.is_changed)

    # closing and dropping

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.Close:
            if self._may_close():
                return False
            event.ignore()
            return True
        if kind in {QEvent.Type.DragEnter, QEvent.Type.Drop} and isinstance(event, QDropEvent):
            return self._take(event)
        return False

    def _may_close(self) -> bool:
        """Ask once what is to become of changes to a file; who closes again means it."""
        if self._asks or not self.is_changed or _is_leaving_session():
            return True
        self._asks = True
        words = say("“{file}” has changed since it was saved.", file=self._file.name if self._file else "")
        ways = {
            say("Save and close"): self._save_and_close,
            say("Close without saving"): self._window.close,
            say("Stay"): self._stay,
        }
        self.notice.show_words(words, ways)
        self.notice.buttons[0].setFocus()
        return False

    def _save_and_close(self) -> None:
        self._stay()
        if self.save():
            self._window.close()

    def _stay(self) -> None:
        self._asks = False

    def _take(self, event: QDropEvent) -> bool:
        """Open a file that is dropped on the window."""
        file = _dropped(event.mimeData())
        if file is None:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.open(file)
        return True


def ask_for_file(window: QMainWindow, where: Path, *, is_to_save: bool) -> Path | None:
    """Ask with the system's own dialog for a file, to be saved or to be opened."""
    dialog = QFileDialog(window, say("Save as") if is_to_save else say("Open"))
    dialog.setNameFilters([say("Saved maps (*.bodymap)"), say("All files (*)")])
    if is_to_save:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.setDirectory(str(where.parent))
        dialog.selectFile(where.name)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setDirectory(str(where))
    is_given = bool(dialog.exec())
    files = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(files[0]) if is_given and files else None


def _dropped(data: QMimeData) -> Path | None:
    """Return the one file that is dragged, if it is one."""
    urls = data.urls() if data.hasUrls() else []
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def _is_leaving_session() -> bool:
    """Whether the whole session ends, which must not wait for an answer."""
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()
