"""Dressing a plate: the same bytes again, by seed, without teeth, transforms folded in."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("shapely", reason="the plate tool is a build tool")
pytest.importorskip("svgelements", reason="the plate tool is a build tool")

from typing import TYPE_CHECKING
from xml.etree.ElementTree import SubElement

from tools.plate import check, draft, dress, fade, plate
from tools.plate.__main__ import main
from tools.plate.curve import fit, flatten
from tools.plate.path import area, cubic_data, subpaths, terse
from tools.plate.slim import refit

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

TEXT = """
muscle-masseter_superficial-right layer=surface group=chew bundles=6 seed={seed} tendon=0,.45,{fingers}
  outline: 612,428* 640,440 668,452* 664,500 658,560* 620,552 592,540* 590,500 600,460
  guide: 612,428 598,480 592,540
  guide: 640,440 630,500
         625,553
  guide: 668,452 664,500 658,560
"""


def _plate(path: Path, seed: int = 3, fingers: int = 8) -> Path:
    root = plate.blank("A plate")
    for muscle in draft.read(TEXT.format(seed=seed, fingers=fingers)):
        dress.put(root, muscle)
    dress.dress(root)
    plate.write(root, path)
    return path


def _dress_again(path: Path) -> None:
    root = plate.read(path)
    dress.dress(root)
    plate.write(root, path)


def _body(root: Element) -> str:
    return next(item.get("d", "") for item in root.iter() if item.get("class") == "body")


def test_dressing_twice_changes_no_byte(tmp_path: Path) -> None:
    path = _plate(tmp_path / "side.svg")
    first = path.read_bytes()
    _dress_again(path)
    assert path.read_bytes() == first


def test_the_seed_decides_the_fibres(tmp_path: Path) -> None:
    same = [_plate(tmp_path / f"{name}.svg").read_bytes() for name in "ab"]
    other = _plate(tmp_path / "c.svg", seed=4).read_bytes()
    assert same[0] == same[1] != other


def test_a_dressed_plate_keeps_to_the_profile(tmp_path: Path) -> None:
    assert check.check(_plate(tmp_path / "side.svg")) == []


def test_fingers_too_wide_for_their_length_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "side.svg"
    root = plate.blank("A plate")
    text = TEXT.format(seed=3, fingers=1)
    for low, high in ((540, 470), (553, 474), (560, 478), (552, 474), (500, 460)):
        text = text.replace(f",{low}", f",{high}")
    for muscle in draft.read(text):
        dress.put(root, muscle)
    plate.write(root, path)
    assert any("teeth" in fault for fault in check.check(path))


def test_a_muscle_without_guides_is_told(tmp_path: Path) -> None:
    path = _plate(tmp_path / "side.svg")
    root = plate.read(path)
    group = next(iter(plate.muscles(root)))[0]
    group.remove(next(child for child in group if child.get("class") == "guides"))
    plate.write(root, path)
    assert check.check(path) == ["muscle-masseter_superficial-right: needs a group of guides"]


def test_a_dragged_group_is_folded_into_its_paths(tmp_path: Path) -> None:
    path = _plate(tmp_path / "side.svg")
    before = area(_body(plate.read(path)))
    words = path.read_text(encoding="utf-8")
    dragged = words.replace('class="muscle chew"', 'class="muscle chew" transform="translate(10,-20)"')
    path.write_text(dragged, encoding="utf-8")
    _dress_again(path)
    after = area(_body(plate.read(path)))
    moved = (after.centroid.x - before.centroid.x, after.centroid.y - before.centroid.y)
    assert "transform" not in path.read_text(encoding="utf-8")
    assert moved == pytest.approx((10, -20), abs=0.1)


def test_a_bad_point_names_the_muscle() -> None:
    with pytest.raises(ValueError, match="muscle-x-right: cannot read points"):
        draft.read("muscle-x-right\n outline: 1,2 3,four\n")


def test_a_refitted_curve_stays_within_its_tolerance() -> None:
    data = next(muscle.body for muscle in draft.read(TEXT.format(seed=3, fingers=8)))
    finer = cubic_data(np.vstack([fit(flatten(cubic[None], 24), 3) for cubic in subpaths(data)[0]]))
    slimmed = refit(finer, 0.4)
    assert slimmed.count("C") <= finer.count("C") / 2
    assert area(slimmed).symmetric_difference(area(finer)).area < 0.4 * area(finer).length


def test_a_flat_muscle_throws_no_shadow(tmp_path: Path) -> None:
    proud, flat = _plate(tmp_path / "a.svg"), tmp_path / "b.svg"
    root = plate.read(proud)
    next(iter(plate.muscles(root)))[0].set("data-flat", "1")
    plate.write(root, flat)
    _dress_again(flat)
    assert "#4a1410" in proud.read_text(encoding="utf-8")
    assert "#4a1410" not in flat.read_text(encoding="utf-8")


def test_a_fading_end_has_no_contour(tmp_path: Path) -> None:
    text = TEXT.format(seed=3, fingers=8) + "  fade: 590,545 620,560 660,566\n"
    root = plate.blank("A plate")
    for muscle in draft.read(text):
        dress.put(root, muscle)
    dress.dress(root)
    line = next(item for item in root.iter() if item.get("stroke-width") == "0.6")
    drawn = np.vstack([flatten(chain) for chain in subpaths(line.get("d", ""))])
    assert drawn[:, 1].max() < 553
    plate.write(root, tmp_path / "side.svg")
    first = (tmp_path / "side.svg").read_bytes()
    _dress_again(tmp_path / "side.svg")
    assert (tmp_path / "side.svg").read_bytes() == first


def test_a_sheet_thins_out_towards_its_fading_end() -> None:
    text = TEXT.format(seed=3, fingers=8).replace("seed=3", "seed=3 opacity=.4")
    whole = area(next(muscle.body for muscle in draft.read(text)))
    lines = fade.lines_of([np.array([[590.0, 545.0], [660.0, 566.0]])])
    assert lines is not None
    _, layers = fade.veil(whole, lines, 30, 0.4)
    sizes = [area(layer).area for layer in layers]
    assert sizes == sorted(sizes, reverse=True)
    assert whole.area > sizes[0] > sizes[-1] > 0


CURVES = "M100 200C100.5 200 99.4 201.2 100 202L-3 202ZM0.5 0L10 10L12 10"


def test_terse_data_is_the_same_path_in_fewer_bytes():
    assert terse(CURVES) == "m100 200c.5 0-.6 1.2 0 2l-103 0zm-99.5-200 9.5 10 2 0"
    assert [np.allclose(a, b) for a, b in zip(subpaths(terse(CURVES)), subpaths(CURVES), strict=True)] == [
        True
    ] * 2
    assert terse(terse(CURVES)) == terse(CURVES)


def test_only_decoration_is_terse(tmp_path: Path) -> None:
    path = _plate(tmp_path / "side.svg")
    group = next(iter(plate.muscles(plate.read(path))))[0]
    for home in group.iter():
        for item in home.findall(f"{plate.SVG}path"):
            drawn = item.get("class") == "body" or home.get("class") == "guides"
            assert ("m" in item.get("d", "")) is not drawn
    words = path.read_text(encoding="utf-8")
    body = _body(plate.read(path))
    path.write_text(words.replace(body, terse(body)), encoding="utf-8")
    assert any("absolute" in fault for fault in check.check(path))


def test_slimming_leaves_bodies_and_strong_fibres_alone(tmp_path: Path) -> None:
    path = _plate(tmp_path / "side.svg")
    before = path.read_bytes()
    root = plate.read(path)
    body = _body(root)
    assert main(["slim", str(path), "--tolerance", "0.5"]) == 0
    assert len(path.read_bytes()) < len(before)
    assert _body(plate.read(path)) == body
    assert main(["dress", str(path)]) == 0
    assert path.read_bytes() == before


def test_a_verb_without_a_plate_takes_all_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    home = tmp_path / "assets" / "svg"
    home.mkdir(parents=True)
    draft_file = tmp_path / "muscles.txt"
    draft_file.write_text(TEXT.format(seed=3, fingers=8), encoding="utf-8")
    for name in ("back", "front"):
        assert main(["new", str(draft_file), "--plate", str(home / f"{name}.svg")]) == 0
        assert 'class="fibre"' not in (home / f"{name}.svg").read_text(encoding="utf-8")
    assert main(["dress"]) == 0
    for name, title in (
        ("back", "Head and neck from behind"),
        ("front", "Head, neck and jaw from the front"),
    ):
        words = (home / f"{name}.svg").read_text(encoding="utf-8")
        assert 'class="fibre"' in words
        assert f"<title>{title}</title>" in words
    assert main(["check"]) == 0
    (home / "back.svg").write_text(words.replace("#ffd2bd", "pink"), encoding="utf-8")
    assert main(["check"]) == 1


def test_faces_without_a_plate_takes_all_that_have_a_graph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    graphs, home = tmp_path / "tools" / "plate", tmp_path / "assets" / "svg"
    for folder in (graphs, home):
        folder.mkdir(parents=True)
    graph = "nodes: {}\nskin: {}\nedges: {}\nfaces: {}\nzones: {}\npoints: {trp-x_1-right: '1,2'}\n"
    (graphs / "front.regions.yaml").write_text(graph, encoding="utf-8")
    for name in ("back", "front"):
        root = plate.blank("A plate")
        skin = SubElement(plate.layer(root, "skin"), f"{plate.SVG}g", {"id": "outline-skin-mid"})
        SubElement(skin, f"{plate.SVG}path", {"class": "body", "d": "M0 0L9 0L9 9Z"})
        plate.write(root, home / f"{name}.svg")
    assert main(["faces"]) == 0
    assert "trp-x_1-right" in (home / "front.svg").read_text(encoding="utf-8")
    assert "trp-x_1-right" not in (home / "back.svg").read_text(encoding="utf-8")
