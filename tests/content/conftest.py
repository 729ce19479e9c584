"""The tiny pack, and the packs with one mistake each."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

PACKS = Path(__file__).parent.parent / "packs"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny pack that a test may spoil."""
    return Path(shutil.copytree(PACKS / "tiny", tmp_path / "tiny"))


@pytest.fixture
def edit(tiny: Path) -> Callable[[str, str, str], None]:
    """Replace a text in a file of the tiny pack."""

    def replace(file: str, old: str, new: str) -> None:
        text = (tiny / file).read_text(encoding="utf-8")
        assert old in text
        (tiny / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


@pytest.fixture
def broken(tiny: Path) -> Callable[[str], Path]:
    """Lay one folder of tests/packs/broken over the tiny pack; remove.txt lists what goes."""

    def spoil(mistake: str) -> Path:
        shutil.copytree(PACKS / "broken" / mistake, tiny, dirs_exist_ok=True)
        (tiny / "expected.txt").unlink()
        removed = tiny / "remove.txt"
        if removed.exists():
            for name in removed.read_text(encoding="utf-8").split():
                (tiny / name).unlink()
            removed.unlink()
        return tiny

    return spoil


@pytest.fixture
def overlay(tmp_path: Path) -> Callable[..., Path]:
    """Make a second pack that extends the tiny one, from its files and their texts."""

    def make(name: str = "mine", extends: str = "tiny", **files: str) -> Path:
        root = tmp_path / name
        (root / "muscles").mkdir(parents=True)
        head = f"id: {name}\ntitle: My pack\nversion: '1'\nlanguage: en\nauthor: Eve\nlicence: CC0\n"
        (root / "pack.yaml").write_text(
            f"{head}extends: {extends}\n{files.pop('pack', '')}", encoding="utf-8"
        )
        for file, text in files.items():
            path = (
                root
                / ("muscles" if file not in {"regions", "structures", "sources"} else "")
                / f"{file}.yaml"
            )
            path.write_text(text, encoding="utf-8")
        return root

    return make
