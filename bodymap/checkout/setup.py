"""Makes the environment of a checkout, step by step, doing only what is not done yet."""

import os
import shlex
import shutil
import sys
from pathlib import Path

from bodymap.checkout import bounds, stamp, system

_EXTRAS = frozenset({"dev", "test"})
_OFFLINE = (
    "(from versions: none)",
    "ConnectTimeoutError",
    "NameResolutionError",
    "NewConnectionError",
    "ProxyError",
)


def make_ready(home: str, wanted: frozenset[str], *, may_install: bool) -> str:
    """Return a Python that has everything wanted, made ready first if need be."""
    python = stamp.venv_python(home, os.name)
    if not Path(home, ".venv").exists() and bounds.suits(Path(home), wanted & _EXTRAS):
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [home, os.environ.get("PYTHONPATH")]))
        return sys.executable
    place, mark, ready = stamp.read(home)
    here, now = stamp.label(home, python)
    if place != here or not Path(python).exists():
        _make_venv(python, is_ours=bool(place))
        ready = frozenset()
    extras = (wanted | ready) & _EXTRAS
    if mark != now or "program" not in ready or not extras <= ready:
        _install(home, python, extras, may_install=may_install)
        ready = extras | {"program"} | (ready if mark == now else frozenset())
        stamp.write(home, python, ready)
    unseen = (wanted - ready) & {"libraries", "window"}
    if unseen:
        _mend_libraries(python, window="window" in unseen, may_install=may_install)
        stamp.write(home, python, ready | unseen)
    return python


def explain(complaint: str) -> str:
    """Return what pip's complaint means, in one sentence where that is possible."""
    if any(sign in complaint for sign in _OFFLINE):
        return "The packages could not be fetched: is there a network? Start again when there is."
    return f"pip could not install what Bodymap needs:\n{complaint.strip()}"


def _make_venv(python: str, *, is_ours: bool) -> None:
    if not is_ours and system.works([python, "-c", ""]):
        return  # another tool has made a sound one
    folder = str(Path(python).parent.parent)
    system.say(f"Making {folder} ...")
    made = system.run([sys.executable, "-m", "venv", "--clear", "--without-pip", folder])
    if made.returncode:
        sys.exit(f"Python could not make {folder}:\n{(made.stdout + made.stderr).strip()}")


def _install(home: str, python: str, extras: frozenset[str], *, may_install: bool) -> None:
    pip = _find_pip(python) or _bring_pip(python, may_install=may_install)
    system.say("Installing what Bodymap needs into .venv (once; some 100 MB to fetch) ...")
    target = f"{home}[{','.join(sorted(extras))}]" if extras else home
    done = system.run([*pip, "install", "--quiet", "--no-input", "--retries", "2", "--editable", target])
    if done.returncode:
        sys.exit(explain(done.stderr))


def _find_pip(python: str) -> list[str]:
    for pip in ([python, "-m", "pip"], [sys.executable, "-m", "pip", "--python", python]):
        if system.works([*pip, "--version"]):
            return pip
    return []


def _bring_pip(python: str, *, may_install: bool) -> list[str]:
    own = [python, "-m", "ensurepip"]
    if not system.works(own):
        system.install(_missing_pip(), may_install=may_install)
        system.works(own)
    pip = _find_pip(python)
    return pip or sys.exit("pip is still missing; install it and start again.")


def _missing_pip() -> list[str]:
    if shutil.which("apt-get"):
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        return ["apt-get", "install", "-y", "--no-install-recommends", package]
    return ["dnf", "install", "-y", "python3-pip"]


def _mend_libraries(python: str, *, window: bool, may_install: bool) -> None:
    ask = [python, "-P", "-m", "bodymap.doctor", "--command", *([] if window else ["--no-window"])]
    for _ in range(3):  # a library that is missing hides those that it needs itself
        command = shlex.split(system.run(ask).stdout)
        if not command:
            return
        system.install(command, may_install=may_install)
