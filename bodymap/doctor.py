"""Tells what this machine has and lacks; standard library only, so that it runs before all else."""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from platform import freedesktop_os_release, platform, python_version
from shutil import which

from bodymap import __version__, resources
from bodymap.qt_needs import Distribution, distribution, is_deadly, not_found

_NEEDED = ("PySide6-Essentials", "pydantic", "PyYAML")


class State(StrEnum):
    """How well one thing stands."""

    FINE = "fine"
    NOTE = "note"
    MISSING = "missing"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at, what was seen, and what mends it."""

    subject: str
    state: State
    words: str
    remedy: str = ""
    packages: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Need:
    """A set of files in Qt's folder that a purpose loads, with the libraries they ask for."""

    subject: str
    files: tuple[str, ...]
    loss: str
    state: State = State.MISSING


def report(*, window: bool = True) -> list[Finding]:
    """Return what was found; without a window, what only a window needs is a note."""
    return [
        _python(),
        *_packages(),
        *_libraries(window=window),
        *_display(os.environ, window=window),
        _fonts(),
        _fast_yaml(),
        _content(),
        _cache(resources.cache_folder()),
    ]


def install_command(findings: Iterable[Finding], state: State = State.MISSING) -> list[str]:
    """Return the one command that installs the system libraries of all findings in this state, or nothing."""
    packages = {package for finding in findings if finding.state is state for package in finding.packages}
    return _this_distribution().command(packages) if packages else []


def as_text(findings: Sequence[Finding]) -> str:
    """Return the findings as lines to read, with the command that mends them at the end."""
    lines = [f"Bodymap {__version__}, Python {python_version()}, {platform(terse=True)}", ""]
    width = max(len(finding.subject) for finding in findings)
    for finding in findings:
        lines.append(f"  {finding.state:<8} {finding.subject:<{width}}  {finding.words}")
        if finding.remedy:
            lines.append(f"  {'':<8} {'':<{width}}  {finding.remedy}")
    for state, title in ((State.MISSING, "To mend it:"), (State.NOTE, "For the notes, if you wish:")):
        if command := install_command(findings, state):
            lines += ["", title, f"  {as_line(command)}"]
    return "\n".join(lines)


def as_line(command: Sequence[str]) -> str:
    """Return a command as it is typed, with sudo where it is needed."""
    needs_sudo = hasattr(os, "geteuid") and os.geteuid() != 0
    return shlex.join(["sudo", *command] if needs_sudo else list(command))


def main(argv: Sequence[str] | None = None) -> int:
    """Print the report, or with --command only what to install; return 1 when something is missing."""
    words = sys.argv[1:] if argv is None else argv
    if unknown := set(words) - {"--command", "--no-window"}:
        print(f"bodymap doctor [--command] [--no-window]: it does not know {' '.join(sorted(unknown))}")
        return 2
    findings = report(window="--no-window" not in words)
    if "--command" in words:
        print(shlex.join(install_command(findings)))
    else:
        print(as_text(findings))
    return int(any(finding.state is State.MISSING for finding in findings))


def _python() -> Finding:
    return Finding("Python", State.FINE, python_version())


def _packages() -> list[Finding]:
    installed = _installed(sys.path)
    return [_package(name, installed.get(_folded(name), "")) for name in _NEEDED]


def _installed(folders: Iterable[str]) -> dict[str, str]:
    """Return the version of each package, by its folded name; importlib.metadata takes too long to import."""
    notes = [note.stem.split("-") for folder in folders for note in Path(folder).glob("*-*.*-info")]
    return {_folded(name): found for name, found, *_ in reversed(notes)}


def _folded(name: str) -> str:
    return name.replace("-", "_").lower()


def _package(name: str, found: str) -> Finding:
    if not found:
        return Finding(name, State.MISSING, "not installed", "Run: python3 main.py")
    if name == "PySide6-Essentials" and is_deadly(sys.version_info[:2], _numbers(found)):
        return Finding(
            name,
            State.MISSING,
            f"{found} aborts every Python below 3.12",
            'Run: python3 -m pip install "PySide6-Essentials<6.12"',
        )
    return Finding(name, State.FINE, found)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(".") if part.isdigit())


def _libraries(*, window: bool) -> list[Finding]:
    spec = find_spec("PySide6")
    if not sys.platform.startswith("linux") or spec is None or not spec.submodule_search_locations:
        return []
    qt = Path(next(iter(spec.submodule_search_locations))) / "Qt"
    system = _this_distribution()
    return [_library(need, qt, system) for need in _needs(os.environ, window=window)]


def _needs(environ: Mapping[str, str], *, window: bool) -> list[_Need]:
    wayland = bool(environ.get("WAYLAND_DISPLAY"))
    x11_state = State.MISSING if window and not wayland else State.NOTE
    wayland_state = State.MISSING if window and wayland else State.NOTE
    shown = ("lib/libQt6Widgets.so.6", "lib/libQt6Svg.so.6", "plugins/platforms/libqoffscreen.so")
    return [
        _Need("Qt", shown, "Bodymap can not start"),
        _Need("X11", ("plugins/platforms/libqxcb.so",), "no window on X11", x11_state),
        _Need("Wayland", ("plugins/platforms/libqwayland.so",), "no window on Wayland", wayland_state),
        _Need("Printing", ("plugins/printsupport/libcupsprintersupport.so",), "only PDF files", State.NOTE),
    ]


def _library(need: _Need, qt: Path, system: Distribution) -> Finding:
    absent = sorted(_missing(qt / file for file in need.files))
    if not absent:
        return Finding(need.subject, State.FINE, "all libraries are there")
    known = {name: system.package(name) for name in absent}
    strangers = [name for name, package in known.items() if package is None]
    remedy = f"No package is known here for {', '.join(strangers)}." if strangers else ""
    words = f"{need.loss}: no {', '.join(absent)}"
    return Finding(need.subject, need.state, words, remedy, tuple(filter(None, known.values())))


def _missing(files: Iterable[Path]) -> frozenset[str]:
    present = [str(file) for file in files if file.is_file()]
    if not present or which("ldd") is None:
        return frozenset()
    done = subprocess.run(["ldd", *present], capture_output=True, text=True, check=False)
    return not_found(done.stdout)


def _this_distribution() -> Distribution:
    try:
        return distribution(freedesktop_os_release())
    except OSError:
        return distribution({})


def _display(environ: Mapping[str, str], *, window: bool) -> list[Finding]:
    if not window or not sys.platform.startswith("linux"):
        return []
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        if environ.get(name):
            return [Finding("Display", State.FINE, f"{name}={environ[name]}")]
    return [Finding("Display", State.NOTE, "no screen in this session: a window can not open here")]


def _fonts() -> Finding:
    try:
        shipped = [font.name for font in resources.fonts().iterdir() if font.name.endswith((".ttf", ".otf"))]
    except (OSError, resources.ResourcesMissingError):
        shipped = []
    if not shipped:
        return Finding("Typeface", State.NOTE, "Bodymap's own is not there", "Install Bodymap again.")
    return Finding("Typeface", State.FINE, f"{len(shipped)} faces of its own")


def _fast_yaml() -> Finding:
    spec = find_spec("yaml")
    folders = [Path(folder) for folder in (spec.submodule_search_locations if spec else None) or []]
    if any(file for folder in folders for file in folder.glob("_yaml*.*") if file.suffix in {".so", ".pyd"}):
        return Finding("YAML", State.FINE, "the fast reader is there")
    return Finding("YAML", State.NOTE, "the fast reader is missing: a changed pack reads ten times slower")


def _content() -> Finding:
    try:
        return Finding("Packs", State.FINE, str(resources.packs()))
    except resources.ResourcesMissingError as problem:
        return Finding("Packs", State.MISSING, str(problem))


def _cache(folder: Path) -> Finding:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f"probe-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as problem:
        words = f"{folder} can not be written ({problem.strerror}): every start reads all packs anew"
        return Finding("Cache", State.NOTE, words)
    return Finding("Cache", State.FINE, str(folder))


if __name__ == "__main__":
    raise SystemExit(main())
