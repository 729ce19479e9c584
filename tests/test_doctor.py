"""What the doctor says of a machine."""

import pytest

from bodymap import doctor
from bodymap.doctor import Finding, State
from bodymap.qt_needs import distribution


@pytest.fixture
def debian(monkeypatch):
    release = {"ID": "debian", "VERSION_ID": "12"}
    monkeypatch.setattr(doctor, "_this_distribution", lambda: distribution(release))


def test_one_command_for_all_that_is_missing(debian):
    findings = [
        Finding("Qt", State.MISSING, "", packages=("libegl1",)),
        Finding("X11", State.MISSING, "", packages=("libxcb-icccm4", "libegl1")),
        Finding("Wayland", State.NOTE, "", packages=("libwayland-cursor0",)),
    ]
    assert doctor.install_command(findings)[4:] == ["libegl1", "libxcb-icccm4"]
    assert doctor.install_command(findings, State.NOTE)[4:] == ["libwayland-cursor0"]
    assert doctor.install_command([]) == []


@pytest.mark.parametrize(
    ("environ", "window", "states"),
    [
        ({}, True, ["missing", "missing", "note", "note"]),
        ({"DISPLAY": ":0"}, True, ["missing", "missing", "note", "note"]),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True, ["missing", "note", "missing", "note"]),
        ({}, False, ["missing", "note", "note", "note"]),
    ],
)
def test_only_the_screen_in_use_is_needed(environ, window, states):
    assert [need.state for need in doctor._needs(environ, window=window)] == states


def test_packages_are_found_by_their_notes(tmp_path):
    for name in ("PySide6_Essentials-6.11.3.dist-info", "PyYAML-6.0.egg-info", "pip"):
        (tmp_path / name).mkdir()
    found = doctor._installed([str(tmp_path), "/nowhere"])
    assert found == {"pyside6_essentials": "6.11.3", "pyyaml": "6.0"}
    assert (
        doctor._package("PySide6-Essentials", found[doctor._folded("PySide6-Essentials")]).words == "6.11.3"
    )


def test_the_deadly_pair_is_missing_a_fit_qt(monkeypatch):
    monkeypatch.setattr(doctor.sys, "version_info", (3, 11, 7))
    finding = doctor._package("PySide6-Essentials", "6.12.0")
    assert finding.state is State.MISSING
    assert "<6.12" in finding.remedy


def test_a_cache_that_can_not_be_written_is_a_note(tmp_path):
    (tmp_path / "file").touch()
    assert doctor._cache(tmp_path / "file" / "cache").state is State.NOTE
    assert doctor._cache(tmp_path / "cache").state is State.FINE


@pytest.mark.parametrize(("worst", "code"), [(State.NOTE, 0), (State.MISSING, 1)])
def test_the_exit_code_tells_what_is_missing(monkeypatch, capsys, worst, code):
    monkeypatch.setattr(doctor, "report", lambda *, window: [Finding("Thing", worst, "seen")])
    assert doctor.main([]) == code
    assert "Thing  seen" in capsys.readouterr().out


def test_an_unknown_word_is_refused(capsys):
    assert doctor.main(["--colour"]) == 2
    assert "--colour" in capsys.readouterr().out


def test_this_machine_can_run_the_tests():
    assert [finding for finding in doctor.report(window=False) if finding.state is State.MISSING] == []
