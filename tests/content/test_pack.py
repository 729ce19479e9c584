import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bodymap.anatomy.plate import Kind
from bodymap.content.pack import check, load

MUSCLE = """
id: {name}
name: {{plain: a new muscle, clinical: Novus}}
latin: Musculus novus
group: face
map: none
what_it_is:
- {{plain: Is new., clinical: New., sure: low, sources: [{source}]}}
"""

SHIELD = """
- {{id: shield, kind: {kind}, name: {{plain: {name}, clinical: Shield}}, sources: [ATLAS]}}"""


def test_the_tiny_pack_becomes_an_atlas(tiny: Path):
    loaded = load([tiny])
    assert loaded.problems == ()
    assert (loaded.atlas.about.title, loaded.packs) == ("A tiny pack", (loaded.atlas.about,))
    assert list(loaded.atlas.muscles) == ["buccinator", "masseter_deep", "temporalis"]
    assert len(loaded.atlas.plates["side"].shapes) == 10


@pytest.mark.parametrize("name", ["gone", "tiny/pack.yaml", "tiny/muscles"])
def test_what_is_no_pack_is_one_problem_and_an_empty_atlas(tiny: Path, name: str):
    loaded = load([tiny.parent / name])
    assert len(loaded.problems) == 1
    assert not loaded.atlas.muscles
    assert len(loaded.left_out) == 1


def test_no_pack_at_all_is_an_empty_atlas():
    assert not load([]).atlas.regions


def test_a_pack_in_a_zip_is_read(tiny: Path, tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "packs.zip", "w") as archive:
        for file in tiny.rglob("*.*"):
            archive.write(file, file.relative_to(tiny.parent))
    with zipfile.ZipFile(tmp_path / "packs.zip") as archive:
        loaded = load([zipfile.Path(archive, "tiny/")])
    assert loaded.problems == ()
    assert len(loaded.atlas.muscles) == 3


class TestOverlay:
    def test_a_second_pack_adds_and_replaces(self, tiny: Path, overlay: Callable[..., Path]):
        mine = overlay(
            novus=MUSCLE.format(name="novus", source="ATLAS"),
            buccinator=MUSCLE.format(name="buccinator", source="ATLAS"),
        )
        loaded = load([tiny, mine])
        assert [str(problem) for problem in loaded.problems] == [
            'mine/muscles/novus.yaml:2: no plate shows the muscle "novus". Draw it as muscle-novus-right',
            'mine/muscles/novus.yaml:3: the muscle "buccinator" is called "a new muscle" too.'
            " Give each its own plain name",
        ]
        assert [pack.id for pack in loaded.packs] == ["tiny", "mine"]
        assert loaded.atlas.muscles["buccinator"].latin == "Musculus novus"
        assert loaded.atlas.about.id == "tiny"

    def test_a_second_pack_replaces_a_structure_of_its_kind_only(
        self, tiny: Path, overlay: Callable[..., Path]
    ):
        (tiny / "structures.yaml").write_text(
            "structures:"
            + SHIELD.format(kind="cartilage", name="Shield")
            + SHIELD.format(kind="bone", name="Bone")
        )
        mine = overlay(structures="structures:" + SHIELD.format(kind="cartilage", name="Adam's apple"))
        loaded = load([tiny, mine])
        assert not loaded.left_out
        assert {key: each.name.plain for key, each in loaded.atlas.structures.items()} == {
            (Kind.CARTILAGE, "shield"): "Adam's apple",
            (Kind.BONE, "shield"): "Bone",
        }

    def test_a_faulty_second_pack_is_left_out_whole(self, tiny: Path, overlay: Callable[..., Path]):
        mine = overlay(
            novus=MUSCLE.format(name="novus", source="ALTAS"),
            other=MUSCLE.format(name="other", source="ATLAS"),
        )
        loaded = load([tiny, mine])
        (unknown,) = (problem for problem in loaded.problems if problem.is_fatal)
        assert str(unknown).startswith('mine/muscles/novus.yaml:8: unknown source "ALTAS"')
        assert [pack.author for pack in loaded.left_out] == ["Eve"]
        assert loaded.atlas == load([tiny]).atlas

    def test_a_pack_over_a_left_out_pack_is_left_out(self, tiny: Path, overlay: Callable[..., Path]):
        loaded = load([tiny, overlay("mine", "gone"), overlay("theirs", "mine")])
        assert [pack.id for pack in loaded.left_out] == ["mine", "theirs"]
        assert 'the pack extends "gone", which is not loaded' in str(loaded.problems[0])

    def test_a_pack_draws_its_own_plate(self, tiny: Path, overlay: Callable[..., Path]):
        plate = "{id: front, name: {plain: F, clinical: F}, aspect: anterior, file: f.svg, mirrored: false}"
        mine = overlay(pack=f"plates: [{plate}]\n")
        shapes = '<path id="region-temple-right" d="M0 0L1 1"/>'
        (mine / "f.svg").write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1300">{shapes}</svg>'
        )
        loaded = load([tiny, mine])
        assert [str(problem) for problem in loaded.problems] == [
            'mine/f.svg:1: "region-temple-right" has no fellow on the other side. Draw region-temple-left'
        ]
        assert loaded.atlas.plates["front"].shapes == {"region-temple-right"}

    def test_check_lays_a_pack_over_others_only_if_it_extends_one(
        self, tiny: Path, overlay: Callable[..., Path]
    ):
        mine = overlay(novus=MUSCLE.format(name="novus", source="ATLAS"))
        assert "which is not loaded" in str(check(mine))
        assert [problem.is_fatal for problem in check(mine, under=[tiny])] == [False]
        assert check(tiny, under=[tiny]) == ()


def test_no_damage_to_a_file_ever_raises(tiny: Path):
    dice = random.Random(7)
    files = [file for file in tiny.rglob("*.*") if file.is_file()]
    for _ in range(60):
        file = dice.choice(files)
        sound = file.read_bytes()
        spoilt = bytearray(sound)
        for _ in range(dice.randint(1, 4)):
            at = dice.randrange(len(spoilt))
            spoilt[at : at + dice.randint(0, 3)] = dice.choice(
                [b"", b"\x00", b"\xff", b"\n", b": ", b"- ", b"[", b"&a *a"]
            )
        file.write_bytes(spoilt)
        load([tiny])
        file.write_bytes(sound)


def test_a_start_from_the_cache_imports_neither_pydantic_nor_yaml(tiny: Path, tmp_path: Path):
    code = (
        "import sys; from pathlib import Path; from bodymap.content.pack import load;"
        f"loaded = load([Path({str(tiny)!r})], cache=Path({str(tmp_path / 'cache')!r}));"
        "print(loaded.is_from_cache, *({'pydantic', 'yaml', 'difflib'} & sys.modules.keys()))"
    )
    said = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for _ in "12"
    ]
    assert said[0].startswith("False")
    assert said[1].strip() == "True"
