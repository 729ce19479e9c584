"""What the environment of a checkout says of itself. It is read before every start, so it imports little."""

import os
from zlib import crc32


def venv_python(home: str, system: str) -> str:
    """Return where the environment of a checkout keeps its Python on this kind of system."""
    return os.path.join(home, ".venv", *(["Scripts", "python.exe"] if system == "nt" else ["bin", "python"]))


def label(home: str, python: str) -> "tuple[str, str]":
    """Return where an environment lies and what for, and a mark that changes with pyproject.toml."""
    with open(os.path.join(home, "pyproject.toml"), "rb") as file:
        return f"{python} -> {os.path.realpath(python)}", str(crc32(file.read()))


def read(home: str) -> "tuple[str, str, frozenset[str]]":
    """Return the place, the mark and all that is ready; empty when the environment does not say."""
    try:
        with open(_path(home), encoding="utf-8") as file:
            place, mark, ready = file.read().split("\n")
    except (OSError, ValueError):
        return "", "", frozenset()
    return place, mark, frozenset(ready.split())


def write(home: str, python: str, ready: "frozenset[str]") -> None:
    """Let the environment say what is ready in it."""
    with open(_path(home), "w", encoding="utf-8") as file:
        file.write("\n".join([*label(home, python), " ".join(sorted(ready))]))


def is_ready(home: str, python: str, wanted: "frozenset[str]") -> bool:
    """Say whether all that is wanted is ready, in this place and for this pyproject.toml."""
    place, mark, ready = read(home)
    return wanted <= ready and (place, mark) == label(home, python) and os.path.exists(python)


def _path(home: str) -> str:
    return os.path.join(home, ".venv", "bodymap.stamp")
