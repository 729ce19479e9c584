import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bodymap.content import cache as store
from bodymap.content.cache import FILE
from bodymap.content.pack import load


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "cache"


def test_the_second_start_finds_the_same_in_the_cache(tiny: Path, cache: Path, edit: Callable):
    edit("regions.yaml", "paired: false", "paired: maybe")
    first, second = load([tiny], cache=cache), load([tiny], cache=cache)
    assert (first.is_from_cache, second.is_from_cache) == (False, True)
    assert first.atlas == second.atlas
    assert first.problems == second.problems
    assert first.problems


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("muscles/temporalis.yaml", "plain: Rear", "plain: Back"),
        ("svg/side.svg", "#f2e2d4", "#f2e2d5"),
        ("pack.yaml", "A tiny pack", "A small pack"),
    ],
)
def test_a_changed_file_is_read_anew(tiny: Path, cache: Path, edit: Callable, file: str, old: str, new: str):
    load([tiny], cache=cache)
    edit(file, old, new)
    changed = load([tiny], cache=cache)
    assert not changed.is_from_cache
    assert changed.atlas == load([tiny]).atlas
    assert load([tiny], cache=cache).is_from_cache


def test_a_drawing_that_comes_or_goes_is_noticed(tiny: Path, cache: Path):
    drawing = tiny / "svg" / "side.svg"
    content = drawing.read_bytes()
    load([tiny], cache=cache)
    drawing.unlink()
    assert not load([tiny], cache=cache).atlas.plates
    assert load([tiny], cache=cache).is_from_cache
    drawing.write_bytes(content)
    assert load([tiny], cache=cache).atlas.plates


def test_a_new_version_of_the_program_reads_anew(tiny: Path, cache: Path, monkeypatch: pytest.MonkeyPatch):
    load([tiny], cache=cache)
    monkeypatch.setattr("bodymap.content.pack.__version__", "99")
    assert not load([tiny], cache=cache).is_from_cache


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: b"",
        lambda content: content[:-20],
        lambda content: content.replace(b"temple", b"tempel"),
        lambda content: b"\xff\xfe" + content,
        lambda content: b"{}\n{}",
        lambda content: content.partition(b"\n")[2],
    ],
)
def test_a_damaged_cache_is_ignored_and_written_anew(
    tiny: Path, cache: Path, spoil: Callable[[bytes], bytes]
):
    sound = load([tiny], cache=cache)
    (cache / FILE).write_bytes(spoil((cache / FILE).read_bytes()))
    again = load([tiny], cache=cache)
    assert not again.is_from_cache
    assert again.atlas == sound.atlas
    assert load([tiny], cache=cache).is_from_cache


@pytest.mark.parametrize(
    "kept", [{}, [], None, {"drawings": [[7, "x", None]]}, {"drawings": [], "content": []}]
)
def test_a_cache_of_another_shape_is_ignored(tiny: Path, cache: Path, kept: object):
    load([tiny], cache=cache)
    key = json.loads((cache / FILE).read_bytes().partition(b"\n")[0])["key"]
    store.keep(cache, key, kept)
    assert not load([tiny], cache=cache).is_from_cache


def test_a_cache_that_cannot_be_written_is_no_matter(tiny: Path, tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    assert load([tiny], cache=tmp_path / "file").problems == ()
    assert load([tiny], cache=tmp_path / "file" / "below").problems == ()


def test_a_folder_in_place_of_the_cache_file_is_no_matter(tiny: Path, cache: Path):
    (cache / FILE).mkdir(parents=True)
    assert load([tiny], cache=cache).problems == ()


def test_nothing_but_one_file_is_left_in_the_cache(tiny: Path, cache: Path):
    load([tiny], cache=cache)
    assert [file.name for file in cache.iterdir()] == [FILE]
