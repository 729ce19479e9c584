"""The parts of the front door that can be tried without going through it."""

import ast
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

import main


def test_every_python_can_at_least_read_the_refusal():
    ast.parse(Path(main.__file__).read_text("utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize(("version", "words"), [((3, 6), "this is 3.6"), ((3, 9), "this is 3.9")])
def test_old_pythons_are_refused_with_their_number(version, words):
    assert words in main.refusal(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 14)])
def test_other_pythons_are_not(version):
    assert main.refusal(version) == ""


def test_venv_python_on_each_system():
    venv = Path("place")
    assert main.venv_python(venv, "posix") == str(venv / "bin" / "python")
    assert main.venv_python(venv, "nt") == str(venv / "Scripts" / "python.exe")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ([], {"libraries", "window"}),
        (["--kiosk"], {"libraries", "window"}),
        (["--version"], {"libraries"}),
        (["rank", "temple"], {"libraries"}),
        (["test", "-x"], {"libraries", "test"}),
        (["dev"], {"libraries", "test", "dev"}),
        (["doctor"], set()),
    ],
)
def test_what_each_verb_needs(words, wanted):
    assert main.wants(words) == wanted


def test_stamp_comes_back_as_it_was_written(tmp_path, monkeypatch):
    monkeypatch.setattr(main, "VENV", tmp_path)
    stamp = main.Stamp("here -> there", "abc", frozenset({"test", "libraries"}))
    main.write_stamp(stamp)
    assert main.read_stamp() == stamp


@pytest.mark.parametrize("text", [None, "", "one line"])
def test_a_stamp_that_says_nothing_is_empty(tmp_path, monkeypatch, text):
    monkeypatch.setattr(main, "VENV", tmp_path)
    if text is not None:
        (tmp_path / "bodymap.stamp").write_text(text)
    assert main.read_stamp() == main.Stamp("", "", frozenset())


@pytest.fixture
def setting_up(tmp_path, monkeypatch):
    """Record what the front door would do, and do none of it."""
    done = []
    monkeypatch.setattr(main, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(main, "suits", lambda _: False)

    def make(python):
        done.append("venv")
        Path(python).parent.mkdir(parents=True, exist_ok=True)
        Path(python).touch()

    def install(_python, extras, **_):
        done.append(" ".join(["install", *sorted(extras)]))

    def mend(_python, window, **_):
        done.append("window" if window else "libraries")

    monkeypatch.setattr(main, "make_venv", make)
    monkeypatch.setattr(main, "install", install)
    monkeypatch.setattr(main, "mend_libraries", mend)
    return done


def ready(*words):
    return main.ready_python(main.wants(words), may_install=False)


def test_a_first_start_does_everything_once(setting_up):
    python = ready("test")
    assert setting_up == ["venv", "install test", "libraries"]
    assert python == main.venv_python(main.VENV, main.os.name)
    setting_up.clear()
    ready("test")
    ready("check")
    assert setting_up == []


def test_more_is_added_to_what_is_there(setting_up):
    ready("check")
    setting_up.clear()
    ready("test")
    ready()
    ready("dev")
    assert setting_up == ["install test", "window", "install dev test"]


def test_a_changed_project_is_installed_again_with_the_same_extras(setting_up, monkeypatch):
    ready("test")
    setting_up.clear()
    monkeypatch.setattr(main, "fingerprint", lambda: "changed")
    ready("check")
    assert setting_up == ["install test", "libraries"]


def test_a_moved_environment_is_made_anew(setting_up, monkeypatch):
    ready("test")
    setting_up.clear()
    main.VENV.rename(main.VENV.with_name("moved"))
    monkeypatch.setattr(main, "VENV", main.VENV.with_name("moved"))
    ready("test")
    assert setting_up == ["venv", "install test", "libraries"]


@pytest.mark.parametrize(
    ("requirement", "found", "held"),
    [
        ("pydantic>=2", "2.14.3", True),
        ("pydantic>=2", "1.10", False),
        ("types-PyYAML", "6.0.12", True),
        ("PySide6-Essentials>=6.8,<6.12; python_version<'3.12'", "6.11.3", True),
        ("PySide6-Essentials>=6.8,<6.12; python_version<'3.12'", "6.12.0", False),
        ("PySide6-Essentials>=6.8; python_version>='3.12'", "6.7", True),
    ],
)
def test_bounds_hold_on_python_311(requirement, found, held):
    assert main.holds(requirement, (3, 11), lambda _: found) is held


def test_a_package_that_is_not_there_does_not_suit(monkeypatch):
    def nothing(_requirement, _python, _version):
        raise PackageNotFoundError

    monkeypatch.setattr(main, "holds", nothing)
    assert not main.suits({"test"})


def test_a_failing_network_gets_one_sentence():
    pip = "WARNING: Retrying ... NewConnectionError('...: Temporary failure in name resolution')\nERROR: ..."
    assert main.explain(pip).count("\n") == 0
    assert "disk is full" in main.explain("OSError: disk is full")
