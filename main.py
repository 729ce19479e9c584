"""The front door of a checkout: sets Bodymap up beside itself, then runs it. Standard library only.

python3 main.py                  opens the window
python3 main.py rank temple      hands any words on to the program
python3 main.py test -k ranking  runs the tests, with any words for pytest
python3 main.py dev              sets up what a developer needs
python3 main.py doctor           tells what this machine has and lacks
python3 main.py --yes ...        may also install system libraries, with sudo

Everything goes into .venv beside this file; delete that folder and it is as if nothing had been.
This file runs before every start, so it imports little; bodymap/checkout/ does the slow work.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
EXTRAS = {"test": ["test"], "dev": ["dev", "test"]}


def refusal(version: "tuple[int, ...]") -> str:
    """Return what to tell the owner of a Python that is too old, or nothing."""
    if version >= (3, 11):
        return ""
    found = ".".join(str(part) for part in version)
    return f"Bodymap needs Python 3.11 or newer; this is {found}. Start main.py with a newer one."


def main(words: "list[str]") -> None:
    """Make ready what these words need, then become the program that they ask for."""
    may_install = words[:1] == ["--yes"]
    words = words[1:] if may_install else words
    verb = words[0] if words else ""
    if verb == "doctor":
        diagnose(words[1:])
    python = ready_python(wants(verb), may_install=may_install)
    if verb == "dev":
        print(f"All is ready: {python}")
    elif verb == "test":
        test(python, words[1:])
    else:
        become([python, "-P", "-m", "bodymap", *words])


def wants(verb: str) -> "frozenset[str]":
    """Return what a verb needs: extras, the system libraries of Qt, those of a window too."""
    if verb in EXTRAS:
        return frozenset([*EXTRAS[verb], "libraries"])
    shows_window = not verb or verb.lower().endswith(".bodymap")
    shows_window = shows_window or (verb.startswith("-") and verb not in {"-h", "--help", "--version"})
    return frozenset(["libraries", "window"] if shows_window else ["libraries"])


def ready_python(wanted: "frozenset[str]", *, may_install: bool) -> str:
    """Return a Python that has everything wanted, made ready first if need be."""
    from bodymap.checkout import stamp

    python = stamp.venv_python(HERE, os.name)
    if stamp.is_ready(HERE, python, wanted):
        return python
    from bodymap.checkout import setup

    return setup.make_ready(HERE, wanted, may_install=may_install)


def test(python: str, words: "list[str]") -> None:
    """Become pytest, on Linux without a screen; for the whole, on all processors."""
    os.chdir(HERE)
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    become([python, "-m", "pytest", *(words or ["-n", "auto"])])


def diagnose(words: "list[str]") -> None:
    """Become the doctor, who needs nothing to be ready."""
    from bodymap.checkout import stamp

    python = stamp.venv_python(HERE, os.name)
    os.chdir(HERE)
    become([python if os.path.exists(python) else sys.executable, "-m", "bodymap.doctor", *words])


def become(command: "list[str]") -> None:
    """Go on as another program; Windows has no such thing, so there it is waited for."""
    if os.name == "nt":
        import subprocess

        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


if __name__ == "__main__":
    if refusal(sys.version_info[:2]):
        sys.exit(refusal(sys.version_info[:2]))
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
