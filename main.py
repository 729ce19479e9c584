"""The front door of a checkout: sets Bodymap up beside itself, then runs it. Standard library only.

python3 main.py                  opens the window
python3 main.py rank temple      hands any words on to the program
python3 main.py test -k ranking  runs the tests, with any words for pytest
python3 main.py dev              sets up what a developer needs
python3 main.py --yes ...        may also install system libraries, with sudo

Everything goes into .venv beside this file; delete that folder and it is as if nothing had been.
"""

import hashlib
import operator
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn


def refusal(version: "tuple[int, ...]") -> str:
    """Return what to tell the owner of a Python that is too old, or nothing."""
    if version >= (3, 11):
        return ""
    found = ".".join(str(part) for part in version)
    return f"Bodymap needs Python 3.11 or newer; this is {found}. Start main.py with a newer one."


if refusal(sys.version_info[:2]):
    sys.exit(refusal(sys.version_info[:2]))

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
EXTRAS = {"test": {"test"}, "dev": {"dev", "test"}}
COMPARE = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
}
OFFLINE = (
    "NewConnectionError",
    "NameResolutionError",
    "ConnectTimeoutError",
    "ProxyError",
    "(from versions: none)",
)


class Stamp(NamedTuple):
    """What an environment was made for, and what is ready in it."""

    place: str
    project: str
    ready: frozenset[str]


def main(words: Sequence[str]) -> None:
    """Set up what these words need, then become the program that they ask for."""
    may_install = words[:1] == ["--yes"]
    words = words[1:] if may_install else words
    python = ready_python(wants(words), may_install=may_install)
    verb = words[0] if words else ""
    if verb == "dev":
        say(f"All is ready in {VENV}.")
    elif verb == "test":
        os.chdir(HERE)
        if sys.platform.startswith("linux"):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        become([python, "-m", "pytest", *words[1:]])
    elif verb == "doctor":
        become([python, "-P", "-m", "bodymap.doctor", *words[1:]])
    else:
        become([python, "-P", "-m", "bodymap", *words])


def wants(words: Sequence[str]) -> frozenset[str]:
    """Return what must be ready for these words: extras, the system libraries, those of a window too."""
    verb = words[0] if words else ""
    if verb == "doctor":
        return frozenset()
    if verb in EXTRAS:
        return frozenset({*EXTRAS[verb], "libraries"})
    shows_window = not verb or (verb.startswith("-") and verb not in {"-h", "--help", "--version"})
    return frozenset({"libraries", "window"} if shows_window else {"libraries"})


def ready_python(wanted: frozenset[str], *, may_install: bool) -> str:
    """Return a Python that has everything wanted, made ready first if need be."""
    python = venv_python(VENV, os.name)
    old, place, project = read_stamp(), place_of(python), fingerprint()
    in_place = old.place == place and Path(python).exists()
    if in_place and old.project == project and wanted <= old.ready:
        return python
    if not VENV.exists() and suits(wanted):
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(HERE), os.environ.get("PYTHONPATH")]))
        return sys.executable
    if not in_place:
        make_venv(python)
        old = Stamp(place_of(python), "", frozenset())
    extras = (wanted | old.ready) & {"dev", "test"}
    if old.project != project or not extras <= old.ready:
        install(python, extras, may_install=may_install)
        old = Stamp(old.place, project, extras | (old.ready if old.project == project else frozenset()))
        write_stamp(old)
    unseen = (wanted - old.ready) & {"libraries", "window"}
    if unseen:
        mend_libraries(python, window="window" in unseen, may_install=may_install)
        write_stamp(old._replace(ready=old.ready | unseen))
    return python


def venv_python(venv: Path, system: str) -> str:
    """Return where a virtual environment keeps its Python on this kind of system."""
    return str(venv / "Scripts" / "python.exe" if system == "nt" else venv / "bin" / "python")


def place_of(python: str) -> str:
    """Return where an environment's Python lies and what it stands for; changes when a folder is moved."""
    return f"{python} -> {os.path.realpath(python)}"


def fingerprint() -> str:
    """Return a mark that changes with pyproject.toml."""
    return hashlib.sha256((HERE / "pyproject.toml").read_bytes()).hexdigest()


def read_stamp() -> Stamp:
    """Return what the environment says of itself; an empty stamp when it says nothing."""
    try:
        place, project, ready = (VENV / "bodymap.stamp").read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return Stamp("", "", frozenset())
    return Stamp(place, project, frozenset(ready.split()))


def write_stamp(stamp: Stamp) -> None:
    """Let the environment say what it was made for."""
    text = "\n".join([stamp.place, stamp.project, " ".join(sorted(stamp.ready))])
    (VENV / "bodymap.stamp").write_text(text, encoding="utf-8")


def suits(wanted: Iterable[str]) -> bool:
    """Say whether the Python that runs this has every package that is wanted."""
    import tomllib  # these two are slow to import and only needed without a .venv
    from importlib.metadata import PackageNotFoundError, version

    project = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    lines = [*project["dependencies"], *(line for extra in wanted for line in extras.get(extra, []))]
    try:
        return all(holds(line, sys.version_info[:2], version) for line in lines)
    except PackageNotFoundError:
        return False


def holds(requirement: str, python: tuple[int, ...], version: Callable[[str], str]) -> bool:
    """Say whether a requirement such as ``name>=1,<2; python_version<'3.12'`` holds here."""
    need, _, marker = requirement.partition(";")
    if marker and not keeps(python, marker):
        return True
    name = re.match(r"[\w.-]+", need)[0]  # type: ignore[index]
    found = numbers(version(name))
    return all(keeps(found, bound) for bound in need[len(name) :].split(",") if bound.strip())


def keeps(found: tuple[int, ...], bound: str) -> bool:
    """Say whether a version keeps within one bound, such as ``>=6.8``."""
    sign = re.search(r"[<>=!]+", bound)[0]  # type: ignore[index]
    return bool(COMPARE[sign](found, numbers(bound)))


def numbers(text: str) -> tuple[int, ...]:
    """Return the numbers of a version."""
    return tuple(int(part) for part in re.findall(r"\d+", text))


def make_venv(python: str) -> None:
    """Make the environment anew, unless another tool has left a sound one there."""
    if not (VENV / "bodymap.stamp").exists() and works([python, "-c", ""]):
        return
    say(f"Making {VENV} ...")
    made = run([sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)])
    if made.returncode:
        sys.exit(f"Python could not make {VENV}:\n{(made.stdout + made.stderr).strip()}")


def install(python: str, extras: Iterable[str], *, may_install: bool) -> None:
    """Install Bodymap's packages, and Bodymap itself so that edits show at once."""
    pip = find_pip(python) or bring_pip(python, may_install=may_install)
    say("Installing what Bodymap needs into .venv (once; some 100 MB to fetch) ...")
    target = str(HERE) + (f"[{','.join(sorted(extras))}]" if extras else "")
    done = run([*pip, "install", "--quiet", "--no-input", "--retries", "2", "--editable", target])
    if done.returncode:
        sys.exit(explain(done.stderr))


def explain(complaint: str) -> str:
    """Return what pip's complaint means, in one sentence where that is possible."""
    if any(sign in complaint for sign in OFFLINE):
        return "The packages could not be fetched: is there a network? Start again when there is."
    return f"pip could not install what Bodymap needs:\n{complaint.strip()}"


def find_pip(python: str) -> list[str]:
    """Return a pip that installs into the environment: its own, or that of the Python that runs this."""
    for pip in ([python, "-m", "pip"], [sys.executable, "-m", "pip", "--python", python]):
        if works([*pip, "--version"]):
            return pip
    return []


def bring_pip(python: str, *, may_install: bool) -> list[str]:
    """Return a pip that was not there before; Debian keeps it in a package of its own."""
    own = [python, "-m", "ensurepip"]
    if not works(own):
        install_system(missing_pip(), may_install=may_install)
        if not works(own) and not find_pip(python):
            sys.exit("pip is still missing; install it and start again.")
    return find_pip(python)


def missing_pip() -> list[str]:
    """Return the command that brings pip on this kind of system."""
    if shutil.which("apt-get"):
        venv = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        return ["apt-get", "install", "-y", "--no-install-recommends", venv]
    return ["dnf", "install", "-y", "python3-pip"]


def mend_libraries(python: str, *, window: bool, may_install: bool) -> None:
    """Install the system libraries that Qt misses, or say which line does; in rounds, as some hide others."""
    ask = [python, "-P", "-m", "bodymap.doctor", "--command", *([] if window else ["--no-window"])]
    for _ in range(3):
        command = shlex.split(run(ask).stdout)
        if not command:
            return
        install_system(command, may_install=may_install)


def install_system(command: list[str], *, may_install: bool) -> None:
    """Run a command of the system's package tool as root or with leave; else say it and stop."""
    sudo = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo"]
    if sudo and not (may_install and shutil.which("sudo")):
        line = shlex.join([*sudo, *command])
        sys.exit(f"This system lacks what Bodymap needs. Run this line, then start again:\n\n  {line}\n")
    say(f"Installing {' '.join(command[2:])} ...")
    if command[0] == "apt-get":
        run([*sudo, "apt-get", "update"])
    done = run([*sudo, *command])
    if done.returncode:
        sys.exit(f"This did not work: {shlex.join([*sudo, *command])}\n{done.stderr.strip()}")


def works(command: Sequence[str]) -> bool:
    """Say whether a command runs to a good end."""
    try:
        return run(command).returncode == 0
    except OSError:
        return False


def run(command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    """Run a command silently and without questions."""
    calm = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=calm)


def say(line: str) -> None:
    """Tell the user what takes its time."""
    print(line, file=sys.stderr, flush=True)


def become(command: list[str]) -> NoReturn:
    """Go on as another program; Windows has no such thing, so there it is waited for."""
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
