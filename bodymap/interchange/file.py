"""Files: read within limits, written whole or not at all."""

import hashlib
import os
import secrets
import stat
from pathlib import Path

from bodymap.interchange.form import CHOOSE_ANOTHER, MOST_BYTES
from bodymap.interchange.refusal import RefusedError
from bodymap.language import mark, say

TRIES = 3
ELSEWHERE = mark("Save it in another place.")
PRIVATE = 0o600
"""Nobody else may read a file that is new."""


def fetch(path: Path) -> bytes:
    """Return what a file holds; raises RefusedError where that is no file, too much, or not to be had."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise RefusedError(say("It is a folder."), say(CHOOSE_ANOTHER))
        if not stat.S_ISREG(mode):  # a pipe would never end
            raise RefusedError(say("It is not a file."), say(CHOOSE_ANOTHER))
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise RefusedError(say("There is no such file."), say(CHOOSE_ANOTHER)) from None
    except (OSError, ValueError) as problem:
        raise RefusedError(_why(problem), say("Ask for leave to read it.")) from None


def keep(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: beside its place, then moved there; raises RefusedError.

    What an earlier process left beside it when it was killed is taken away. Two processes may take away each
    other's, so the one that finds its own gone writes again; neither ever moves a part of a file into place.
    """
    try:
        place = Path(os.path.realpath(path))  # a link stays a link
        for turn in range(TRIES):
            _take_drafts_away(place)
            try:
                _write_beside(place, content)
            except FileNotFoundError:
                if turn == TRIES - 1 or not place.parent.is_dir():
                    raise
            else:
                return
    except (OSError, ValueError) as problem:
        raise RefusedError(_why(problem), say(ELSEWHERE)) from None


def _write_beside(place: Path, content: bytes) -> None:
    is_there = place.exists()
    if is_there and not os.access(place, os.W_OK):  # moving would not ask
        raise PermissionError(13, os.strerror(13))
    draft = place.with_name(f"{_stem(place)}{secrets.token_hex(6)}.draft")
    try:
        with open(os.open(draft, _FLAGS, PRIVATE), "wb") as file:  # noqa: PTH123 - pathlib cannot say the mode
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if is_there:
            draft.chmod(stat.S_IMODE(place.stat().st_mode))
        draft.replace(place)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    _settle(place.parent)


_FLAGS = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)


def _settle(folder: Path) -> None:
    """Have the folder itself written to the disk, where the system can do that."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)


def _take_drafts_away(place: Path) -> None:
    for draft in place.parent.glob(f"{_stem(place)}*.draft"):
        try:
            draft.unlink(missing_ok=True)
        except OSError:
            continue


def _stem(place: Path) -> str:
    """Return how the drafts of a file begin: short, however long its own name is."""
    return f".bodymap-{hashlib.sha256(os.fsencode(place.name)).hexdigest()[:12]}-"


def _why(problem: Exception) -> str:
    reason = getattr(problem, "strerror", None) or type(problem).__name__
    return say("The system refuses it: {reason}.", reason=reason)
