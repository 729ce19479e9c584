"""Runs other programs silently, and the system's package tool only with leave."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from subprocess import CompletedProcess


def run(command: Sequence[str]) -> CompletedProcess[str]:
    """Run a command silently and without questions."""
    calm = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=calm)


def works(command: Sequence[str]) -> bool:
    """Say whether a command runs to a good end."""
    try:
        return run(command).returncode == 0
    except OSError:
        return False


def say(line: str) -> None:
    """Tell the user what takes its time."""
    print(line, file=sys.stderr, flush=True)


def install(command: list[str], *, may_install: bool) -> None:
    """Run a command of the package tool as root or with leave; else say it and stop."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    whole = command if is_root else ["sudo", *command]
    if not is_root and not (may_install and shutil.which("sudo")):
        line = shlex.join(whole)
        sys.exit(f"This system lacks what Bodymap needs. Run this line, then start again:\n\n  {line}\n")
    say(f"Installing with {shlex.join(command)} ...")
    if command[0] == "apt-get":
        run([*whole[: whole.index("apt-get")], "apt-get", "update"])
    done = run(whole)
    if done.returncode:
        sys.exit(f"This did not work: {shlex.join(whole)}\n{done.stderr.strip()}")
