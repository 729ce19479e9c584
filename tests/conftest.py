"""Makes the whole suite run without a screen and far from the settings of whoever runs it."""

import os
from collections.abc import Iterator
from importlib.util import find_spec

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The drawing tools have needs of their own: python3 main.py dev
collect_ignore = [] if all(map(find_spec, ("numpy", "shapely", "svgelements"))) else ["tools"]

_HOMES = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA")


@pytest.fixture(scope="session", autouse=True)
def _own_homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in _HOMES:
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield
