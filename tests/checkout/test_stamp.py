"""What the environment says of itself, and when that is not to be believed."""

from pathlib import Path

import pytest

from bodymap.checkout import stamp


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "checkout"
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "bin" / "python").touch()
    (folder / "pyproject.toml").write_text("[project]")
    return str(folder)


def is_ready(home, *wanted):
    return stamp.is_ready(home, stamp.venv_python(home, "posix"), frozenset(wanted))


@pytest.fixture
def ready_home(home):
    stamp.write(home, stamp.venv_python(home, "posix"), frozenset({"program", "test"}))
    return home


def test_venv_python_on_each_system():
    assert Path(stamp.venv_python("here", "posix")) == Path("here", ".venv", "bin", "python")
    assert Path(stamp.venv_python("here", "nt")) == Path("here", ".venv", "Scripts", "python.exe")


def test_it_comes_back_as_it_was_written(ready_home):
    assert stamp.read(ready_home)[2] == {"program", "test"}
    assert is_ready(ready_home)
    assert is_ready(ready_home, "test")
    assert not is_ready(ready_home, "dev")


@pytest.mark.parametrize("text", [None, "", "one line"])
def test_one_that_says_nothing_is_empty(home, text):
    if text is not None:
        Path(home, ".venv", "bodymap.stamp").write_text(text)
    assert stamp.read(home) == ("", "", frozenset())
    assert not is_ready(home)


def test_not_after_pyproject_has_changed(ready_home):
    Path(ready_home, "pyproject.toml").write_text("[project] ")
    assert not is_ready(ready_home)


def test_not_after_the_folder_was_moved(ready_home):
    moved = Path(ready_home).rename(Path(ready_home).with_name("moved"))
    assert not is_ready(str(moved))


def test_not_when_its_python_is_gone(ready_home):
    Path(stamp.venv_python(ready_home, "posix")).unlink()
    assert not is_ready(ready_home)
