"""Mirroring a plate: a left twin for all that is on the right, the same again every time."""

from __future__ import annotations

import pytest

pytest.importorskip("shapely", reason="the plate tool is a build tool")
pytest.importorskip("svgelements", reason="the plate tool is a build tool")

from xml.etree.ElementTree import SubElement

from tools.plate import check, draft, dress, plate
from tools.plate.__main__ import main
from tools.plate.path import area
from tools.plate.plate import SVG

TEXT = """
muscle-low-right layer=surface group=chew order=10 bundles=6 seed=3 tendon=0,.4,8
  outline: 212,428* 240,440 268,452* 264,500 258,560* 220,552 192,540* 190,500 200,460
  guide: 212,428 198,480 192,540
  guide: 268,452 264,500 258,560
muscle-high-right layer=surface group=chew order=20 bundles=5
  outline: 312,428* 340,440 368,452* 364,500 358,560* 320,552 292,540* 290,500 300,460
  guide: 312,428 298,480 292,540
  guide: 368,452 364,500 358,560
"""


@pytest.fixture
def page(tmp_path):
    root = plate.blank("A plate")
    for muscle in draft.read(TEXT):
        dress.put(root, muscle)
    dress.dress(root)
    defs = next(root.iter(f"{SVG}defs"))
    SubElement(defs, f"{SVG}linearGradient", {
        "id": "danger-red", "gradientUnits": "userSpaceOnUse", "x1": "300", "x2": "320", "y1": "0", "y2": "0",
    })  # fmt: skip
    vessel = SubElement(plate.layer(root, "danger"), f"{SVG}g", {"id": "danger-carotid-right"})
    SubElement(
        vessel, f"{SVG}path", {"class": "body", "d": "M300 500L320 500L320 700Z", "fill": "url(#danger-red)"}
    )
    path = tmp_path / "front.svg"
    plate.write(root, path)
    return path


def _group(root, name):
    return next(item for item in root.iter() if item.get("id") == name)


def _body(root, name):
    return area(next(item.get("d") for item in _group(root, name) if item.get("class") == "body"))


def test_the_twin_lies_on_the_other_side_of_the_middle_with_its_own_light(page):
    assert main(["mirror", str(page)]) == 0
    assert main(["dress", str(page)]) == 0
    root = plate.read(page)
    right, left = _body(root, "muscle-low-right"), _body(root, "muscle-low-left")
    assert left.bounds == pytest.approx(
        (1000 - right.bounds[2], right.bounds[1], 1000 - right.bounds[0], right.bounds[3])
    )
    assert left.area == pytest.approx(right.area)
    numbers = [_group(root, f"muscle-low-{side}").attrib | {"id": ""} for side in ("right", "left")]
    assert numbers[0] == numbers[1]
    shadows = [_group(root, f"muscle-low-{side}")[0][0].get("d") for side in ("right", "left")]
    shifts = [
        area(data).centroid.x - _body(root, f"muscle-low-{side}").centroid.x
        for data, side in zip(shadows, ("right", "left"), strict=True)
    ]
    assert shifts[0] == pytest.approx(shifts[1], abs=0.5)
    assert check.check(page) == []


def test_a_muscle_comes_over_undressed_and_stands_beside_its_twin(page):
    main(["mirror", str(page)])
    home = plate.layer(plate.read(page), "surface")
    assert [group.get("id") for group in home] == [
        "muscle-low-right", "muscle-low-left", "muscle-high-right", "muscle-high-left",
    ]  # fmt: skip
    assert [child.get("class") for child in home[1]] == ["body", "guides"]


def test_mirroring_and_dressing_again_changes_no_byte(page):
    for verb in ("mirror", "dress"):
        main([verb, str(page)])
    first = page.read_bytes()
    for verb in ("mirror", "mirror", "dress"):
        main([verb, str(page)])
    assert page.read_bytes() == first


def test_what_is_drawn_by_hand_comes_over_whole_with_its_paint(page):
    words = page.read_text("utf-8")
    page.write_text(words.replace('id="muscle-high-right"', 'id="muscle-high-right" data-keep="1"'), "utf-8")
    main(["mirror", str(page)])
    root = plate.read(page)
    assert len(_group(root, "muscle-high-left")) == len(_group(root, "muscle-high-right"))
    vessel = _group(root, "danger-carotid-left")[0]
    assert (vessel.get("d"), vessel.get("fill")) == ("M700 500L680 500L680 700Z", "url(#danger-red-left)")
    assert (_group(root, "danger-red-left").get("x1"), _group(root, "danger-red-left").get("x2")) == (
        "700",
        "680",
    )


def test_a_twin_that_is_to_be_kept_is_left_alone(page):
    main(["mirror", str(page)])
    words = page.read_text("utf-8")
    words = words.replace('id="danger-carotid-left"', 'id="danger-carotid-left" data-keep="1"')
    page.write_text(words.replace("M700 500L680 500L680 700Z", "M700 500L680 500L690 700Z"), "utf-8")
    main(["mirror", str(page)])
    assert "M700 500L680 500L690 700Z" in page.read_text("utf-8")
