"""Files: read within limits, written whole or not at all, even by a process that is killed."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bodymap import resources
from bodymap.interchange import file as files
from bodymap.interchange.file import fetch, keep
from bodymap.interchange.form import MOST_BYTES, read
from bodymap.interchange.refusal import RefusedError

KILLS = 25
SAVES_FOR_EVER = """
import sys
from itertools import count
from pathlib import Path
from bodymap.interchange.file import keep
from bodymap.interchange.form import Saved, write
place = Path(sys.argv[1])
print("ready", flush=True)
for number in count(int(sys.argv[2])):
    keep(place, write(Saved({"note": f"{number} " * 20_000}, {}, program=str(number))))
"""


@pytest.fixture
def place(tmp_path):
    return tmp_path / "ms a.bodymap"


def left_beside(place):
    return sorted(each.name for each in place.parent.iterdir() if each != place)


class TestFetch:
    def test_a_file_comes_back(self, place):
        place.write_bytes(b"abc")
        assert fetch(place) == b"abc"

    def test_of_a_file_that_is_too_large_no_more_is_read_than_shows_it(self, place):
        place.write_bytes(bytes(2 * MOST_BYTES))
        assert len(fetch(place)) == MOST_BYTES + 1

    def test_what_is_no_file_is_refused(self, tmp_path):
        for path, why in [
            (tmp_path, "folder"),
            (tmp_path / "gone", "no such file"),
            (tmp_path / "a\0b", "system refuses"),
            (tmp_path / ("a" * 300), "system refuses"),
        ]:
            with pytest.raises(RefusedError, match=why):
                fetch(path)

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
    def test_a_pipe_is_not_waited_for(self, place):
        os.mkfifo(place)
        with pytest.raises(RefusedError, match="not a file"):
            fetch(place)

    def test_what_may_not_be_read_is_refused(self, place, monkeypatch):
        place.write_bytes(b"abc")

        def refuse(*_args, **_more):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
        with pytest.raises(RefusedError, match="Permission denied"):
            fetch(place)


class TestKeep:
    def test_a_new_file_is_whole_and_private(self, place):
        keep(place, b"abc")
        assert place.read_bytes() == b"abc"
        assert left_beside(place) == []
        if os.name != "nt":
            assert place.stat().st_mode & 0o777 == 0o600

    @pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
    def test_one_that_was_there_keeps_its_permissions(self, place):
        place.write_bytes(b"old")
        place.chmod(0o640)
        keep(place, b"new")
        assert place.read_bytes() == b"new"
        assert place.stat().st_mode & 0o777 == 0o640

    @pytest.mark.skipif(os.name == "nt", reason="Windows gives leave for links to few")
    def test_a_link_stays_a_link(self, place, tmp_path):
        other = tmp_path / "far"
        other.mkdir()
        place.symlink_to(other / "real.bodymap")
        keep(place, b"abc")
        assert place.is_symlink()
        assert (other / "real.bodymap").read_bytes() == b"abc"

    @pytest.mark.parametrize("broken", ["fsync", "replace"])
    def test_a_save_that_fails_leaves_the_old_file_and_nothing_else(self, place, monkeypatch, broken):
        place.write_bytes(b"old")

        def fail(*_args):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(*((os, "fsync") if broken == "fsync" else (Path, "replace")), fail)
        with pytest.raises(RefusedError, match="No space left on device"):
            keep(place, b"new")
        assert place.read_bytes() == b"old"
        assert left_beside(place) == []

    def test_where_nothing_can_be_written_that_is_said(self, tmp_path):
        (tmp_path / "a folder.bodymap").mkdir()
        for path in (tmp_path / "gone" / "a.bodymap", tmp_path / "a folder.bodymap", tmp_path / "a\0b"):
            with pytest.raises(RefusedError, match="system refuses"):
                keep(path, b"new")
        assert [each.name for each in tmp_path.rglob("*")] == ["a folder.bodymap"]

    def test_a_file_that_is_to_be_read_only_is_not_replaced(self, place, monkeypatch):
        place.write_bytes(b"old")
        monkeypatch.setattr(os, "access", lambda *_args: False)
        with pytest.raises(RefusedError, match="system refuses"):
            keep(place, b"new")
        assert place.read_bytes() == b"old"

    def test_a_name_as_long_as_can_be_is_no_hindrance(self, tmp_path):
        place = tmp_path / ("a" * 247 + ".bodymap")
        keep(place, b"abc")
        assert place.read_bytes() == b"abc"

    def test_what_was_left_beside_it_goes_but_only_its_own(self, place):
        keep(place, b"one")
        mine = place.with_name(f"{files._stem(place)}0123.draft")
        other = place.with_name(f"{files._stem(place.with_name('b'))}0123.draft")
        for draft in (mine, other):
            draft.write_bytes(b"half")
        keep(place, b"two")
        assert left_beside(place) == [other.name]

    def test_who_finds_the_own_draft_gone_writes_again(self, place, monkeypatch):
        replace, moved = Path.replace, []

        def steal_once(draft, target):
            moved.append(draft)
            if len(moved) == 1:
                draft.unlink()
            return replace(draft, target)

        monkeypatch.setattr(Path, "replace", steal_once)
        keep(place, b"abc")
        assert (place.read_bytes(), len(moved)) == (b"abc", 2)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows cannot kill in the same way")
def test_a_process_that_is_killed_while_it_saves_leaves_one_whole_file(place):
    dice = random.Random(5)
    numbers, kept = [], 0
    keep(place, b'{"format": "bodymap", "version": 1, "program": "0"}')
    for turn in range(KILLS):
        saver = subprocess.Popen(
            [sys.executable, "-c", SAVES_FOR_EVER, place, str(turn * 1_000_000)],
            cwd=str(resources.root()),
            stdout=subprocess.PIPE,
        )
        with saver:
            saver.stdout.readline()
            time.sleep(dice.uniform(0, 0.06))
            saver.send_signal(signal.SIGKILL)
        numbers.append(int(read(fetch(place)).program))
        kept = max(kept, len(left_beside(place)))
        assert len(left_beside(place)) <= 1
    assert numbers == sorted(numbers)
    assert len(set(numbers)) > KILLS // 2, "it was killed before it had saved anything"
    assert kept == 1, "it was never killed in the middle of a save"
    keep(place, b"last")
    assert left_beside(place) == []
