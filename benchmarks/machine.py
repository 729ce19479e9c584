"""Starts child processes on even terms: own caches, compiled modules, a virtual screen if there is one."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
HIDDEN = ("PYTHONDONTWRITEBYTECODE", "DISPLAY", "WAYLAND_DISPLAY", "QT_SCALE_FACTOR")
SCREEN = "3840x2160x24"
PATIENCE = 180


@dataclass(frozen=True)
class Machine:
    """A place to run children in: a folder for everything they keep, and how they show windows."""

    folder: Path
    platform: str = "offscreen"
    display: str = ""

    def environment(self, cache: str = "cache") -> dict[str, str]:
        """Return what a child finds in its environment; another cache name is another, empty cache."""
        kept = {name: value for name, value in os.environ.items() if name not in HIDDEN}
        screen = {"DISPLAY": self.display} if self.display else {}
        return {
            **kept,
            **screen,
            "QT_QPA_PLATFORM": self.platform,
            "PYTHONPATH": str(ROOT),
            "PYTHONPYCACHEPREFIX": str(self.folder / "compiled"),
            "XDG_CACHE_HOME": str(self.folder / cache),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
        }

    def run(self, child: str, *words: str, cache: str = "cache") -> dict[str, Any]:
        """Run one of our modules as a child and return what it tells, with the moment of its start."""
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", f"benchmarks.{child}", *words],
            env=self.environment(cache),
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{child} ended with {done.returncode}: {done.stderr[-2000:]}")
        told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
        return {**told, "began": began}


def tell(**figures: object) -> None:
    """Say in a child what was measured."""
    print(json.dumps(figures), flush=True)


def memory() -> Mapping[str, float]:
    """Return this process's memory in MB: all that is resident, and its own share of it."""
    rollup = Path("/proc/self/smaps_rollup")
    if not rollup.is_file():
        return {}
    lines = (line.split() for line in rollup.read_text("ascii").splitlines()[1:])
    found = {words[0].rstrip(":"): int(words[1]) / 1024 for words in lines}
    return {"rss": found["Rss"], "pss": found["Pss"]}


@contextmanager
def machines() -> Iterator[list[Machine]]:
    """Yield a machine without a screen, and one with a virtual screen where Xvfb is installed."""
    with tempfile.TemporaryDirectory(prefix="bodymap-benchmarks-") as folder:
        without = Machine(Path(folder) / "offscreen")
        server, display = _start_screen()
        try:
            with_screen = [Machine(Path(folder) / "xcb", "xcb", display)] if display else []
            yield [without, *with_screen]
        finally:
            if server:
                server.terminate()
                server.wait()


def _start_screen() -> tuple[subprocess.Popen[bytes] | None, str]:
    """Start Xvfb on a free display, which it tells through a pipe."""
    if which("Xvfb") is None:
        return None, ""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    server = subprocess.Popen(
        command, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    return server, f":{number}" if number else ""
