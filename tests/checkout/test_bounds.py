"""Whether a Python already has what is asked for."""

from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from bodymap.checkout import bounds

HOME = Path(__file__).resolve().parents[2]


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
def test_bounds_on_python_311(requirement, found, held):
    assert bounds.holds(requirement, (3, 11), lambda _: found) is held


def test_a_package_that_is_not_there_does_not_do():
    def version(name):
        raise PackageNotFoundError(name)

    assert not bounds.holds("pydantic>=2", (3, 11), version)


def test_the_python_of_these_tests_suits():
    assert bounds.suits(HOME, {"test"})
