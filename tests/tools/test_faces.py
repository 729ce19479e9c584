"""Regions that tile: each edge walked as it should be, no gap, no overlap, whatever the skin."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from xml.etree.ElementTree import SubElement

import pytest

pytest.importorskip("shapely", reason="the plate tool is a build tool")
pytest.importorskip("svgelements", reason="the plate tool is a build tool")

import numpy as np
from shapely.geometry import Point, Polygon
from shapely.ops import unary_union

from tools.plate import faces, plate
from tools.plate.curve import flatten
from tools.plate.path import area, subpaths

ROOT = Path(__file__).parents[2]
SIDE = ROOT / "assets" / "svg" / "side.svg"
GRAPH = faces.read_graph(ROOT / "tools" / "plate" / "side.regions.yaml")
SKINS = {
    "round": "M500 50C900 50 900 1400 500 1400C100 1400 100 50 500 50Z",
    "counterclockwise": "M500 50C100 50 100 1400 500 1400C900 1400 900 50 500 50Z",
    "with a straight foot": "M500 40C850 40 900 800 900 1400L150 1400C150 800 200 40 500 40Z",
}
WINDOW = faces.Graph(
    nodes={"top": "skin 500,0", "left": "skin 0,700", "right": "skin 1000,700", "middle": "500,700"},
    skin={"north_east": "top right", "south": "right left", "north_west": "left top"},
    edges={
        "down": "top 510,300 middle",
        "west": "left 300,690 middle",
        "east": "middle 700,710 right",
    },
    faces={
        "region-ahead-right": "north_east -east -down",
        "region-behind-right": "north_west down -west",
        "region-below-right": "south west east",
    },
    zones={"region-within-right": "480,600 520,600* 520,640 480,640"},
    points={"trp-muscle_1-right": "500,620"},
)
HALF = """
mirror: true
nodes:
  top: skin 500,0
  foot: skin 500.0,1400
  cheek: skin 170,700
  ear: skin 200,400
  nose: 500,600
  brow: 380,400
skin:
  s_low: foot cheek
  s_side: cheek ear
  s_crown: ear ear~
edges:
  down: nose 500,900 foot
  west: cheek 300,690 nose
  brow_side: ear 320,385 brow
  brow_line: brow 500,380 brow~
  brow_foot: brow 420,540 nose
faces:
  region-low-right: s_low west down
  region-side-right: s_side brow_side brow_foot -west
  region-crown-mid: s_crown brow_side~ -brow_line -brow_side
  region-nose-mid: -brow_foot BROW
zones:
  region-eye-right: 380,480 420,480* 420,520 380,520
  region-mouth-mid: 460,800 540,800 500,830
points:
  trp-muscle_1-right: 400.5,500
bands:
  band-muscle_1-right: 390,450 410,450 410,550* 390,550
"""


def _half(folder, brow="brow_line brow_foot~"):
    file = folder / "front.regions.yaml"
    file.write_text(HALF.replace("BROW", brow), "utf-8")
    return file


def _shape(data):
    return Polygon(flatten(subpaths(data)[0], 100))


def _shapes(graph, skin):
    return {name: _shape(data) for name, data in faces.tiles(graph, skin)}


def test_every_inner_edge_is_walked_once_each_way_and_every_outer_edge_once():
    assert faces.problems(GRAPH) == []


def test_a_forgotten_a_doubled_and_an_unknown_edge_are_told():
    wrong = WINDOW.faces | {"region-below-right": "south west west stairs"}
    assert faces.problems(dataclasses.replace(WINDOW, faces=wrong)) == [
        "west is walked 2 times",
        "east is walked 0 times",
        "stairs is no edge",
    ]


def test_a_face_whose_edges_do_not_meet_is_refused():
    wrong = WINDOW.faces | {"region-below-right": "south east west"}
    with pytest.raises(ValueError, match="region-below-right: after left comes an edge from middle"):
        faces.tiles(dataclasses.replace(WINDOW, faces=wrong), SKINS["round"])


@pytest.mark.parametrize("skin", SKINS.values(), ids=list(SKINS))
def test_faces_cover_any_skin_without_gap_or_overlap(skin):
    shapes = _shapes(WINDOW, skin)
    whole = unary_union(list(shapes.values()))
    assert sum(shape.area for shape in shapes.values()) == pytest.approx(whole.area, abs=1e-3)
    assert whole.symmetric_difference(_shape(skin)).area < 2e-4 * whole.area


@pytest.mark.parametrize("skin", SKINS.values(), ids=list(SKINS))
def test_ends_meet_exactly(skin):
    edges = faces.build_edges(WINDOW, skin)
    places = {}
    for edge in [*edges.values(), *(edge.turned() for edge in edges.values())]:
        assert np.array_equal(places.setdefault(edge.start, edge.cubics[0, 0]), edge.cubics[0, 0])


def test_a_cross_is_two_strokes_about_its_centre():
    assert faces.cross(np.array([500.0, 620.5])) == "M494 614.5L506 626.5M506 614.5L494 626.5"


def test_zones_are_wide_enough_for_a_finger_and_keep_apart():
    shapes = [_shape(data) for _, data in faces.zones(GRAPH)]
    for shape in shapes:
        left, top, right, bottom = shape.bounds
        assert min(right - left, bottom - top) >= 26
    assert unary_union(shapes).area == pytest.approx(sum(shape.area for shape in shapes))


def test_names_are_those_of_shapes():
    for name in [*GRAPH.faces, *GRAPH.zones, *GRAPH.points]:
        kind, _, side = name.split("-")
        assert kind == ("trp" if name in GRAPH.points else "region")
        assert side in ("right", "mid")


def test_a_mirrored_graph_walks_every_edge_as_it_should(tmp_path):
    graph = faces.read_graph(_half(tmp_path))
    assert faces.problems(graph) == []
    assert list(graph.skin) == ["s_low", "s_side", "s_crown", "s_low~", "s_side~"]
    assert graph.skin["s_low~"] == "cheek~ foot"
    assert "brow_line~" not in graph.edges
    wrong = HALF.replace("s_side brow_side brow_foot -west", "s_side brow_side brow_line -west")
    (tmp_path / "wrong.yaml").write_text(wrong.replace("BROW", "brow_line brow_foot~"), "utf-8")
    assert faces.problems(faces.read_graph(tmp_path / "wrong.yaml")) == [
        "brow_line is walked 3 times",
        "brow_foot is walked 0 times",
        "-brow_foot~ is walked 0 times",
    ]


@pytest.mark.parametrize("skin", SKINS.values(), ids=list(SKINS))
def test_a_mirrored_graph_covers_any_skin_clockwise(tmp_path, skin):
    drawn = faces.tiles(faces.read_graph(_half(tmp_path)), skin)
    shapes = {name: _shape(data) for name, data in drawn}
    assert list(shapes) == [
        "region-low-right", "region-low-left", "region-side-right", "region-side-left",
        "region-crown-mid", "region-nose-mid",
    ]  # fmt: skip
    whole = unary_union(list(shapes.values()))
    assert sum(shape.area for shape in shapes.values()) == pytest.approx(whole.area, abs=1e-3)
    assert whole.symmetric_difference(_shape(skin)).area < 3e-4 * whole.area
    # y runs down the page: clockwise to the eye is counterclockwise to the reckoner
    assert all(shape.exterior.is_ccw for shape in shapes.values())
    assert shapes["region-low-left"].centroid.x > 500 > shapes["region-low-right"].centroid.x


def test_a_middle_face_may_be_half_a_walk(tmp_path):
    text = HALF.replace("s_crown: ear ear~", "s_crown: ear top")
    text = text.replace("s_crown brow_side~ -brow_line -brow_side", "brow_line -brow_side s_crown")
    text = text.replace("brow_line: brow 500,380 brow~", "brow_line: brow_middle brow")
    text = text.replace("nose: 500,600", "nose: 500,600\n  brow_middle: 500,380")
    text = text.replace("-brow_foot BROW", "-brow_foot -brow_line")
    file = tmp_path / "half.yaml"
    file.write_text(text, "utf-8")
    graph = faces.read_graph(file)
    assert faces.problems(graph) == []
    assert graph.faces["region-crown-mid"] == "brow_line -brow_side s_crown s_crown~ brow_side~ -brow_line~"
    shapes = _shapes(graph, SKINS["round"])
    assert shapes["region-nose-mid"].centroid.x == pytest.approx(500, abs=0.1)


def test_what_is_felt_inside_points_and_bands_have_twins(tmp_path):
    graph = faces.read_graph(_half(tmp_path))
    assert graph.zones["region-eye-left"] == "620,480 580,480* 580,520 620,520"
    assert "region-mouth-left" not in graph.zones
    assert graph.points["trp-muscle_1-left"] == "599.5,500"
    assert list(graph.bands) == ["band-muscle_1-right", "band-muscle_1-left"]


def test_bands_lie_under_the_crosses(tmp_path):
    root = plate.blank("A plate")
    home = SubElement(plate.layer(root, "skin"), f"{plate.SVG}g", {"id": "outline-skin-mid"})
    SubElement(home, f"{plate.SVG}path", {"class": "body", "d": SKINS["round"]})
    graph = _half(tmp_path)
    assert faces.faces(root, graph) == faces.faces(root, graph) == 13
    points = plate.layer(root, "points")
    assert [item.get("id") for item in points] == [
        "band-muscle_1-right", "band-muscle_1-left", "trp-muscle_1-right", "trp-muscle_1-left",
    ]  # fmt: skip
    assert (points[0].get("class"), points[0].get("fill")) == ("band", "none")
    assert _shape(points[1].get("d")).bounds == pytest.approx((590, 450, 610, 550), abs=9)


@pytest.fixture(scope="module")
def side():
    return plate.read(SIDE)


def test_side_plate_is_covered(side):
    skin = faces.skin_data(side)
    shapes = _shapes(GRAPH, skin)
    whole = unary_union(list(shapes.values()))
    assert all(shape.geom_type == "Polygon" and shape.is_valid for shape in shapes.values())
    assert sum(shape.area for shape in shapes.values()) == pytest.approx(whole.area, abs=1e-3)
    assert whole.symmetric_difference(_shape(skin)).area < 2e-4 * whole.area


def test_side_plate_leaves_room_for_a_finger_in_every_region_beside_what_is_felt_inside(side):
    inside = unary_union([_shape(data) for _, data in faces.zones(GRAPH)])
    shapes = _shapes(GRAPH, faces.skin_data(side))
    assert [name for name, shape in shapes.items() if (shape - inside).buffer(-12.5).is_empty] == []


def test_trigger_points_lie_in_the_muscles_they_are_named_for(side):
    muscles = {group.get("id"): _muscle(group) for group, _ in plate.muscles(side)}
    drawn = {name: f"muscle-{name[4:].rsplit('_', 1)[0]}-right" for name in GRAPH.points}
    away = {name: muscles[muscle] for name, muscle in drawn.items() if muscle in muscles}
    for name, shape in away.items():
        assert shape.contains(Point(*map(float, GRAPH.points[name].split(",")))), name
    assert len(away) > 40


def test_side_plate_shows_the_regions_of_its_graph(side):
    drawn = {item.get("id"): item.get("d") for item in side.iter() if item.get("id")}
    file = ROOT / "tools" / "plate" / "side.regions.yaml"
    for name, data in [*faces.write_faces(file, faces.skin_data(side)), *faces.write_points(file)]:
        assert drawn.get(name) == data, f"{name}: run the verb faces"


def _muscle(group):
    return area(next(item.get("d") for item in group.iter() if "body" in item.get("class", "").split()))
