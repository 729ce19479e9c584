"""What is kept from one start to the next, and what has to make room."""

import os

import pytest

from bodymap.resources import Shelf


def put_in_order(shelf, folder, *names, size=10):
    """Keep files one after the other, with moments that can be told apart."""
    for moment, name in enumerate(names, 1):
        shelf.put(name, bytes(size))
        os.utime(folder / name, (moment, moment))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "pictures"


def test_what_is_put_is_got_back_and_what_is_not_there_is_nothing(folder):
    shelf = Shelf(folder)
    assert shelf.get("a") is None
    shelf.put("a", b"kept")
    assert shelf.get("a") == b"kept"


def test_the_ones_not_used_for_longest_make_room(folder):
    shelf = Shelf(folder, most=3)
    put_in_order(shelf, folder, "a", "b", "c")
    assert shelf.get("a") == bytes(10)  # used just now
    shelf.put("d", bytes(10))
    assert sorted(file.name for file in folder.iterdir()) == ["a", "c", "d"]


def test_there_is_a_limit_of_bytes_too(folder):
    shelf = Shelf(folder, most=9, most_bytes=25)
    put_in_order(shelf, folder, "a", "b", "c")
    assert sorted(file.name for file in folder.iterdir()) == ["b", "c"]


def test_one_larger_than_the_limit_is_kept_by_itself(folder):
    shelf = Shelf(folder, most=9, most_bytes=25)
    put_in_order(shelf, folder, "a", "b")
    shelf.put("large", bytes(99))
    assert [file.name for file in folder.iterdir()] == ["large"]


def test_a_folder_that_refuses_keeps_nothing_and_says_nothing(tmp_path):
    (tmp_path / "pictures").write_text("a file where a folder should be", encoding="utf-8")
    shelf = Shelf(tmp_path / "pictures")
    shelf.put("a", b"lost")
    assert shelf.get("a") is None
