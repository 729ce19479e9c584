"""No network: whatever is pressed, nothing opens a socket. Proved by what opens one on purpose."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

hands = pytest.importorskip("benchmarks.hands", reason="the random hands are not here")

WATCHED = """
import json, sys
from pathlib import Path

opened = []

def audit(event, arguments):
    if event.partition(".")[0] in {"socket", "urllib", "http", "ftplib", "smtplib", "webbrowser"}:
        opened.append(event)

sys.addaudithook(audit)
from benchmarks.hands import main
status = main(["--events", sys.argv[1], "--seed", "4"])
exec(sys.argv[2])
libraries = Path("/proc/self/maps").read_text() if Path("/proc/self/maps").exists() else ""
found = {
    "events": opened,
    "modules": [name for name in ("PySide6.QtNetwork", "PySide6.QtWebSockets") if name in sys.modules],
    "libraries": sorted({line.split("/")[-1] for line in libraries.splitlines() if "Qt6Network" in line}),
}
print(json.dumps([status, found]), flush=True)
import os
os._exit(0)
"""
QUIET = {"events": [], "modules": [], "libraries": []}


def watch(tmp_path: Path, events: int, offence: str = "pass"):
    """Let random hands work in a process that notes every socket; return how that went and what it noted."""
    homes = {name: str(tmp_path) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(events), offence],
        cwd=Path(hands.__file__).parents[1],
        env={**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.stdout.strip(), done.stderr[-2000:]
    return json.loads(done.stdout.strip().splitlines()[-1])


@pytest.mark.slow
def test_nothing_that_is_pressed_opens_a_socket(tmp_path):
    assert watch(tmp_path, 120) == [0, QUIET]


OFFENCES = """
import socket, urllib.request
socket.socket().close()
socket.getaddrinfo("127.0.0.1", 80)
urllib.request.urlopen("data:,a").close()
import PySide6.QtNetwork
"""


@pytest.mark.slow
def test_what_opens_one_is_caught(tmp_path):
    _, found = watch(tmp_path, 1, OFFENCES)
    assert {"socket.__new__", "socket.getaddrinfo", "urllib.Request"} <= set(found["events"])
    assert found["modules"] == ["PySide6.QtNetwork"]
    assert found["libraries"] or not Path("/proc/self/maps").exists()
