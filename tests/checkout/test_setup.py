"""Each step is done once, and again when what it rests on has changed."""

import os
from pathlib import Path

import pytest

import main
from bodymap.checkout import setup, stamp


@pytest.fixture
def steps(monkeypatch):
    """Record the steps instead of taking them."""
    taken = []

    def make_venv(python, **_):
        taken.append("venv")
        Path(python).parent.mkdir(parents=True, exist_ok=True)
        Path(python).touch()

    def install(_home, _python, extras, **_):
        taken.append(" ".join(["install", *sorted(extras)]))

    def mend(_python, *, window, **_):
        taken.append("window" if window else "libraries")

    monkeypatch.setattr(setup.bounds, "suits", lambda *_: False)
    monkeypatch.setattr(setup, "_make_venv", make_venv)
    monkeypatch.setattr(setup, "_install", install)
    monkeypatch.setattr(setup, "_mend_libraries", mend)
    return taken


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "checkout"
    folder.mkdir()
    (folder / "pyproject.toml").write_text("[project]")
    return folder


def ready(home, verb):
    return setup.make_ready(str(home), main.wants(verb), may_install=False)


def test_a_first_start_does_everything_once(steps, home):
    python = ready(home, "test")
    assert python == stamp.venv_python(str(home), os.name)
    assert steps == ["venv", "install test", "libraries"]
    steps.clear()
    ready(home, "test")
    ready(home, "check")
    assert steps == []


def test_more_is_added_to_what_is_there(steps, home):
    for verb in ("check", "test", "", "dev"):
        ready(home, verb)
    assert steps == ["venv", "install", "libraries", "install test", "window", "install dev test"]


def test_a_changed_project_is_installed_again_with_the_same_extras(steps, home):
    ready(home, "test")
    steps.clear()
    (home / "pyproject.toml").write_text("[project] ")
    ready(home, "check")
    assert steps == ["install test", "libraries"]


def test_a_moved_checkout_is_set_up_anew(steps, home):
    ready(home, "test")
    steps.clear()
    ready(home.rename(home.with_name("moved")), "check")
    assert steps == ["venv", "install", "libraries"]


def test_a_python_that_has_everything_is_taken_as_it_is(steps, home, monkeypatch):
    monkeypatch.setattr(setup.bounds, "suits", lambda *_: True)
    monkeypatch.setenv("PYTHONPATH", "")
    assert ready(home, "test") == setup.sys.executable
    assert os.environ["PYTHONPATH"] == str(home)
    assert steps == []


def test_a_failing_network_gets_one_sentence():
    pip = "WARNING: Retrying ... NewConnectionError('...: Temporary failure in name resolution')\nERROR: ..."
    assert setup.explain(pip).count("\n") == 0
    assert "disk is full" in setup.explain("OSError: disk is full")


def test_without_leave_the_line_is_said_and_nothing_done(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SystemExit, match="sudo apt-get install -y libegl1"):
        setup.system.install(["apt-get", "install", "-y", "libegl1"], may_install=False)
