"""Where things lie on each system."""

from pathlib import Path

import pytest

from bodymap import resources

HOME = Path("/home/ada")


def test_the_packs_and_the_typeface_are_found():
    assert (resources.packs() / "core" / "pack.yaml").is_file()
    assert any(font.name.endswith("-Regular.ttf") for font in resources.fonts().iterdir())


@pytest.mark.parametrize(
    ("platform", "environ", "place"),
    [
        ("linux", {}, "/home/ada/.cache"),
        ("linux", {"XDG_CACHE_HOME": "/fast"}, "/fast"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/ada/.cache"),
        ("darwin", {}, "/home/ada/Library/Caches"),
        ("win32", {}, "/home/ada/AppData/Local"),
    ],
)
def test_caches_lie_where_the_system_keeps_them(platform, environ, place):
    assert resources.cache_home(platform, environ, HOME) == Path(place)
