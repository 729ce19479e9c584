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
def small(tmp_path: Path) -> Path:
    """A copy of the small pack, which has red flags and guides besides, that a test may spoil."""
    return Path(shutil.copytree(PACKS / "small", tmp_path / "small"))


@pytest.fixture
def edit(tiny: Path) -> Callable[[str, str, str], None]:
    """Replace a text in a file of the tiny pack."""

    def replace(file: str, old: str, new: str) -> None:
        text = (tiny / file).read_text(encoding="utf-8")
        assert old in text
        (tiny / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str], Path]:
    """Lay one folder of tests/packs/broken over the tiny pack, or over the one that its base.txt names.

    Where it has a remove.txt, that lists what goes.
    """

    def spoil(mistake: str) -> Path:
        base = PACKS / "broken" / mistake / "base.txt"
        under = base.read_text(encoding="utf-8").strip() if base.exists() else "tiny"
        root = tmp_path / under
        if not root.exists():
            shutil.copytree(PACKS / under, root)
        shutil.copytree(PACKS / "broken" / mistake, root, dirs_exist_ok=True)
        removed = root / "remove.txt"
        for name in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
            (root / name).unlink()
        for note in ("expected.txt", "base.txt", "remove.txt"):
            (root / note).unlink(missing_ok=True)
        return root

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
