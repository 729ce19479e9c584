"""The lower floors stand without the upper ones."""

import subprocess
import sys

import pytest

from bodymap import resources

IMPORT_ALL = """
import sys
from importlib import import_module
from pkgutil import walk_packages
package = import_module(sys.argv[1])
names = [found.name for found in walk_packages(package.__path__, package.__name__ + ".")]
for name in names:
    import_module(name)
print(len(names), [name for name in sys.modules if name.startswith(("PySide6", "shiboken6"))])
"""


@pytest.mark.parametrize("floor", ["anatomy", "reasoning", "interchange", "inquiry", "content", "cli"])
def test_a_floor_is_imported_without_qt(floor):
    """The command line counts too: it must run where Qt cannot."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, f"bodymap.{floor}"],
        cwd=str(resources.root()),
        capture_output=True,
        text=True,
        check=True,
    )
    number, found = done.stdout.split(maxsplit=1)
    assert int(number) > 0
    assert found.strip() == "[]"
