"""A screen, a session and the program in them, for as long as it takes to hear it."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

READER = Path(__file__).with_name("reader.py")
PYTHONS = (sys.executable, "/usr/bin/python3")
"""Where a Python with pyatspi may be; Debian has it for its own."""
SIZE = "1400x900x24"
SECONDS = 120


def lacks() -> str:
    """Name the first thing that is missing to hear the program from outside, or nothing."""
    for program in ("Xvfb", "dbus-run-session"):
        if shutil.which(program) is None:
            return program
    return "" if _python() else "pyatspi"


def hear(press: Sequence[str] = (), *, words: str = "clinical", out: Path | None = None) -> dict[str, Any]:
    """Start the program, press what has these names, and return what a screen reader met and was told."""
    asked = [word for name in press for word in ("--press", name)] + (["--out", str(out)] if out else [])
    program = [sys.executable, "-m", "bodymap", "--words", words]
    with tempfile.TemporaryDirectory() as home, _screen() as display:
        command = ["dbus-run-session", "--", _python(), str(READER), *asked, "--", *program]
        done = subprocess.run(
            command, env=_surroundings(display, home), capture_output=True, timeout=SECONDS, check=False
        )
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace")[-2000:])
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _surroundings(display: str, home: str) -> dict[str, str]:
    """Return an environment with a home of its own, in which Qt speaks to screen readers."""
    homes = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
    own = {name: str(Path(home) / name.lower()) for name in homes}
    for folder in own.values():
        Path(folder).mkdir(mode=0o700)
    spoken = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_ACCESSIBILITY": "1", "QT_QPA_PLATFORM": "xcb"}
    paths = {"PYTHONPATH": str(READER.parent.parent.parent)}
    return {**os.environ, **own, **spoken, **paths, "DISPLAY": display}


@contextmanager
def _screen() -> Iterator[str]:
    """Have a screen that nobody sees, and give its name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


def _python() -> str:
    """Return a Python that has pyatspi, or nothing."""
    for python in PYTHONS:
        asked = [python, "-c", "import pyatspi"]
        if shutil.which(python) and subprocess.run(asked, capture_output=True, check=False).returncode == 0:
            return python
    return ""
