"""Knows where drawings and packs lie, and where a cache and a log may lie; nobody else does."""

import os
import sys
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

_PACKAGE = "bodymap"


class ResourcesMissingError(RuntimeError):
    """The drawings and packs that belong to the program are not there."""


def root() -> "Traversable":
    """Return the folder that holds assets/ and data/: in the wheel, or else the checkout."""
    package = files(_PACKAGE)
    bundled = package / "_bundled"
    if (bundled / "data").is_dir():
        return bundled
    checkout = Path(str(package)).parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "data").is_dir():
        return checkout
    raise ResourcesMissingError(
        f"The drawings and packs of Bodymap are missing beside {package}. Install it again."
    )


def assets() -> "Traversable":
    """Return the folder of drawings, fonts and icons."""
    return root() / "assets"


def packs() -> "Traversable":
    """Return the folder of the content packs that ship with the program."""
    return root() / "data"


def fonts() -> "Traversable":
    """Return the folder of the typeface that ships with the program."""
    return assets() / "fonts"


def cache_folder() -> Path:
    """Return the folder for what may be lost at any time; it may not exist yet."""
    return cache_home(sys.platform, os.environ, Path.home()) / _PACKAGE


def log_file() -> Path:
    """Return the file in which errors are written down; it exists as soon as there was one."""
    return state_home(sys.platform, os.environ, Path.home()) / _PACKAGE / "errors.log"


class Journal:
    """Writes notes into a file, each with the time; a full file makes way for a new one, and one is kept."""

    def __init__(self, file: Path, most_bytes: int = 200_000) -> None:
        """Write into a file until it is full; its folder may not exist yet."""
        self._file = file
        self._most_bytes = most_bytes

    def add(self, note: str) -> None:
        """Write a note; where that cannot be done, it is lost."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            if self._file.exists() and self._file.stat().st_size + len(note) > self._most_bytes:
                self._file.replace(self._file.with_suffix(".old.log"))
            with self._file.open("a", encoding="utf-8") as file:
                file.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')} {note}\n")
        except OSError:
            return


class Shelf:
    """Keeps a few files in a cache folder; those not used for longest go first.

    A folder that refuses keeps nothing.
    """

    def __init__(self, folder: Path, most: int = 6, most_bytes: int = 200_000_000) -> None:
        """Keep at most so many files, and so many bytes, in a folder, which may not exist yet."""
        self._folder = folder
        self._most = most
        self._most_bytes = most_bytes

    def get(self, name: str) -> bytes | None:
        """Return what was kept under a name, if it is still there."""
        file = self._folder / name
        try:
            content = file.read_bytes()
            os.utime(file)
        except OSError:
            return None
        return content

    def put(self, name: str, content: bytes) -> None:
        """Keep something under a name; written beside and moved into place, so that it is whole or absent."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            draft = self._folder / f"{name}.{os.getpid()}"
            draft.write_bytes(content)
            draft.replace(self._folder / name)
            self._make_room()
        except OSError:
            return

    def _make_room(self) -> None:
        """Let go of what was not used for longest, but never of what was kept last."""
        newest, *others = sorted(self._folder.iterdir(), key=_last_used, reverse=True)
        taken = newest.stat().st_size
        for number, file in enumerate(others, 2):
            taken += file.stat().st_size
            if number > self._most or taken > self._most_bytes:
                file.unlink(missing_ok=True)


def _last_used(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def cache_home(platform: str, environ: "Mapping[str, str]", home: Path) -> Path:
    """Return where this kind of system keeps the caches of one person."""
    if platform == "win32":
        return _absolute(environ.get("LOCALAPPDATA")) or home / "AppData" / "Local"
    if platform == "darwin":
        return home / "Library" / "Caches"
    return _absolute(environ.get("XDG_CACHE_HOME")) or home / ".cache"


def state_home(platform: str, environ: "Mapping[str, str]", home: Path) -> Path:
    """Return where this kind of system keeps the logs of one person."""
    if platform == "win32":
        return cache_home(platform, environ, home)
    if platform == "darwin":
        return home / "Library" / "Logs"
    return _absolute(environ.get("XDG_STATE_HOME")) or home / ".local" / "state"


def _absolute(text: str | None) -> Path | None:
    path = Path(text or "")
    return path if path.is_absolute() else None
