"""An error put into words that hold nothing about the patient: what kind, where, on which versions.

An error's own message may say anything, such as the region that was looked for, so it is never repeated; nor
are values of variables, nor the folders of whoever runs the program.
"""

import platform
import sys
from collections.abc import Iterator
from pathlib import Path
from traceback import StackSummary, walk_tb
from types import TracebackType

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

import bodymap

HOME = Path(bodymap.__file__).parent.parent
FIRST, LAST = 10, 20
"""Of a long way to an error, so many steps are told from either end."""
MOST_CAUSES = 5


def describe(error: BaseException, trace: TracebackType | None) -> str:
    """Return what happened: the kind of error, the way to it, and what led to it."""
    lines = list(_lines(error, trace))
    return "\n".join([versions(), *lines])


def versions() -> str:
    """Return what the program runs on."""
    python = platform.python_version()
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return (
        f"bodymap={bodymap.__version__} python={python} pyside={PySide6.__version__} qt={qVersion()} "
        f"system={system!r} platform={QGuiApplication.platformName()}"
    )


def _lines(error: BaseException, trace: TracebackType | None) -> Iterator[str]:
    following: BaseException | None = error
    for number in range(MOST_CAUSES):
        if following is None:
            return
        yield f"{'<- ' if number else ''}{type(following).__module__}.{type(following).__qualname__}"
        yield from _steps(trace if number == 0 and trace else following.__traceback__)
        following = following.__cause__ or following.__context__


def _steps(trace: TracebackType | None) -> Iterator[str]:
    frames = StackSummary.extract(walk_tb(trace), lookup_lines=False)
    steps = [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    if len(steps) > FIRST + LAST:
        steps = [*steps[:FIRST], f"  ... {len(steps) - FIRST - LAST}", *steps[-LAST:]]
    yield from steps


def _place(file: str) -> str:
    """Return where a file lies, without the folders above the program's or a library's own."""
    path = Path(file)
    if path.is_relative_to(HOME / "bodymap"):
        return path.relative_to(HOME).as_posix()
    return "/".join(path.parts[-2:])


def is_a_wish_to_end(error: BaseException) -> bool:
    """Whether an error is no mistake, but somebody's wish that the program ends."""
    return isinstance(error, (KeyboardInterrupt, SystemExit)) or sys.is_finalizing()
