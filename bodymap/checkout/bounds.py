"""Whether a Python already has what pyproject.toml asks for."""

import operator
import re
import sys
import tomllib
from collections.abc import Callable, Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_SIGNS = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
}


def suits(home: Path, extras: Iterable[str]) -> bool:
    """Say whether the Python that runs this has every package, with those of the extras."""
    project = tomllib.loads((home / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    more = project["optional-dependencies"]
    lines = [*project["dependencies"], *(line for extra in extras for line in more[extra])]
    return all(holds(line, sys.version_info[:2], version) for line in lines)


def holds(requirement: str, python: tuple[int, ...], version: Callable[[str], str]) -> bool:
    """Say whether a requirement such as ``name>=1,<2; python_version<'3.12'`` holds here."""
    need, _, marker = requirement.partition(";")
    if marker and not _keeps(python, marker):
        return True
    name = re.split(r"[<>=!\s]", need, maxsplit=1)[0]
    try:
        found = _numbers(version(name))
    except PackageNotFoundError:
        return False
    return all(_keeps(found, bound) for bound in need[len(name) :].split(",") if bound.strip())


def _keeps(found: tuple[int, ...], bound: str) -> bool:
    sign = "".join(letter for letter in bound if letter in "<>=!")
    return bool(_SIGNS[sign](found, _numbers(bound)))


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text))
