"""Makes the whole suite run without a screen and far from the settings of whoever runs it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bodymap import resources
from bodymap.anatomy.atlas import Atlas
from bodymap.content.pack import Loaded, load

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("suite", max_examples=40, deadline=None, derandomize=True, database=None)
settings.load_profile("suite")

_HOMES = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA")


@pytest.fixture(scope="session", autouse=True)
def _own_homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in _HOMES:
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The atlas of the tiny pack: three muscles, four regions, one plate."""
    return load([Path(__file__).parent / "packs" / "tiny"]).atlas


@pytest.fixture(scope="session")
def loaded(_own_homes: None) -> Loaded:
    """The core pack, and what is wrong with it."""
    return load([resources.packs() / "core"], assets=resources.assets(), cache=resources.cache_folder())


@pytest.fixture(scope="session")
def core(loaded: Loaded) -> Atlas:
    """The atlas of the core pack."""
    return loaded.atlas
