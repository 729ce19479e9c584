"""The house rules that no single room can keep."""

import re
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

HERE = Path(__file__).resolve().parent.parent

# Made from parts, so that this file does not name what it forbids.
FORBIDDEN = re.compile("|".join([r"\.\./" + "shared", r"(?<![\w.])/" + r"work\b", r"\b" + "shared/" + r"\w"]))

MANY_VOID_CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for turn in range(25_000):
    thing.setObjectName("a")
"""


@pytest.mark.parametrize("folder", ["assets", "data"])
def test_no_python_lies_beside_the_content(folder):
    """An editable install is refused when one does."""
    assert not list((HERE / folder).rglob("*.py"))


def test_nobody_has_put_the_bundle_into_the_checkout():
    assert not (HERE / "bodymap" / "_bundled").exists()


def test_floors_hold(monkeypatch, capfd):
    cli = pytest.importorskip("importlinter.cli", reason="import-linter comes with: python3 main.py dev")
    monkeypatch.chdir(HERE)
    assert cli.lint_imports(no_cache=True, show_timings=False) == 0, capfd.readouterr().out


def test_qt_and_python_bear_each_other():
    """PySide6 6.12 takes a reference of None at every void call on Python 3.11, until that aborts."""
    done = subprocess.run(
        [sys.executable, "-c", MANY_VOID_CALLS], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_nothing_names_the_place_where_it_was_made():
    if not (HERE / ".git").exists() or which("git") is None:
        pytest.skip("not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=HERE, capture_output=True, text=True, check=True)
    files = [HERE / name for name in listed.stdout.split("\0") if name and name != ".ci/run"]
    hits = [file for file in files if file.is_file() and FORBIDDEN.search(file.read_text("utf-8", "ignore"))]
    assert not hits
