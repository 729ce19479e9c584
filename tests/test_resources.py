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


@pytest.mark.parametrize(
    ("platform", "environ", "place"),
    [
        ("linux", {}, "/home/ada/.local/state"),
        ("linux", {"XDG_STATE_HOME": "/var/me"}, "/var/me"),
        ("darwin", {}, "/home/ada/Library/Logs"),
        ("win32", {}, "/home/ada/AppData/Local"),
    ],
)
def test_logs_lie_where_the_system_keeps_them(platform, environ, place):
    assert resources.state_home(platform, environ, HOME) == Path(place)


class TestJournal:
    def test_notes_follow_each_other(self, tmp_path):
        file = tmp_path / "far" / "errors.log"
        journal = resources.Journal(file)
        assert not file.exists()
        journal.add("one")
        journal.add("two")
        assert [line.split(maxsplit=1)[1] for line in file.read_text().splitlines()] == ["one", "two"]

    def test_it_never_grows_without_end(self, tmp_path):
        journal = resources.Journal(tmp_path / "errors.log", most_bytes=1000)
        for _ in range(200):
            journal.add("x" * 50)
        assert sorted(each.name for each in tmp_path.iterdir()) == ["errors.log", "errors.old.log"]
        assert all(each.stat().st_size <= 1100 for each in tmp_path.iterdir())

    def test_where_nothing_can_be_written_nothing_happens(self, tmp_path):
        (tmp_path / "file").write_text("x")
        resources.Journal(tmp_path / "file" / "errors.log").add("one")
