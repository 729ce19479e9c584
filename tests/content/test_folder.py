import os
import time
from pathlib import Path

import pytest

from bodymap.content.folder import LARGEST_TEXT, open_folder, read_bytes, read_drawing
from bodymap.content.problem import Refused


def test_a_folder_is_read_in_the_order_of_its_names(tiny: Path):
    muscles = [name for name in open_folder(tiny).texts if name.startswith("muscles/")]
    assert muscles == ["muscles/buccinator.yaml", "muscles/masseter_deep.yaml", "muscles/temporalis.yaml"]


@pytest.mark.parametrize("name", ["gone", "tiny/pack.yaml"])
def test_what_is_no_folder_is_one_problem(tiny: Path, name: str):
    (problem,) = open_folder(tiny.parent / name).problems
    assert problem.what in {"there is no such folder", "is a file, not a folder"}


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path):
    with (tmp_path / "huge.yaml").open("wb") as file:
        os.truncate(file.fileno(), 200 * 1024 * 1024)
    start = time.perf_counter()
    with pytest.raises(Refused, match="larger than 4 MB"):
        read_bytes(tmp_path, "huge.yaml", LARGEST_TEXT)
    assert time.perf_counter() - start < 0.2


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path):
    (tmp_path / "pack.yaml").mkdir()
    (problem,) = open_folder(tmp_path).problems
    assert problem.what == "there is no such file"


def test_a_file_that_may_not_be_read_is_refused(tiny: Path, monkeypatch: pytest.MonkeyPatch):
    def deny(self: Path, mode: str = "r") -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)
    folder = open_folder(tiny)
    assert not folder.texts
    assert {problem.what for problem in folder.problems} == {"the file cannot be read: Permission denied"}


def test_a_folder_that_may_not_be_listed_is_refused(tiny: Path, monkeypatch: pytest.MonkeyPatch):
    def deny(self: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", deny)
    (problem,) = open_folder(tiny).problems
    assert problem.what == "the folder cannot be read: Permission denied"


@pytest.mark.parametrize(
    "name", ["../x.svg", "/etc/x.svg", "a/../../x.svg", "..\\x.svg", "C:x.svg", "x\0.svg"]
)
def test_a_drawing_lies_inside_its_pack(tiny: Path, name: str):
    (tiny.parent / "x.svg").write_bytes(b"secret")
    with pytest.raises(Refused, match="outside"):
        read_drawing(tiny, None, name)


def test_a_drawing_is_looked_for_in_the_pack_and_then_in_the_assets(tiny: Path, tmp_path: Path):
    (tmp_path / "assets" / "svg").mkdir(parents=True)
    for name in ("side.svg", "front.svg"):
        (tmp_path / "assets" / "svg" / name).write_bytes(b"from the assets")
    assert read_drawing(tiny, tmp_path / "assets", "svg/front.svg") == b"from the assets"
    assert read_drawing(tiny, tmp_path / "assets", "svg/side.svg").startswith(b"<?xml")
