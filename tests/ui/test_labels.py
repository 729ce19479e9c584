"""Names on the drawing: which are written, where they lead, and that a press only makes them bold."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPointF, QSize

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import Kind, read_shape
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.intents import OpenJaw, ShowLayer, Turn
from bodymap.inquiry.screen import compose
from bodymap.inquiry.state import Inquiry, Layer, Switch, layers_of
from bodymap.ui import labels as labels_module
from bodymap.ui.labels import MOST_SURVEYS
from bodymap.ui.still import draw_png, stage
from bodymap.ui.theme import THEMES
from bodymap.ui.vector import draw_svg

NAMES = frozenset({Switch.NAMES})
SIZE = QSize(820, 970)
LIGHT = THEMES["light"]


@pytest.fixture
def ask(core, application, quick_pictures):
    """Ask for the scene of a plate with its names."""

    def scene(plate="side", size=SIZE, **asked):
        screen = compose(core, Inquiry(plate, **{"switches": NAMES, **asked}))
        return stage(core.plates[plate], screen, LIGHT, size)

    return scene


def kinds(scene):
    return {read_shape(label.placed.key).kind for label in scene.labels()}


def keys(scene):
    return {label.placed.key for label in scene.labels()}


def test_nothing_is_written_unless_it_is_asked_for(ask):
    assert ask(switches=frozenset()).labels() == []
    assert ask().labels()


@pytest.mark.parametrize("plate", ["front", "side", "back", "mouth"])
def test_every_layer_of_every_plate_has_names_that_lead_into_their_shapes(ask, core, plate):
    for layer in layers_of(core.plates[plate].aspect):
        scene = ask(plate, layer=layer)
        assert scene.labels(), layer
        written = [label.text for label in scene.labels()]
        assert sorted(written) == sorted(set(written)), layer
        for label in scene.labels():
            shape = read_shape(label.placed.key)
            both = (scene.path(side.id) for side in (shape, shape.mirrored))
            spot = QPointF(*label.placed.leader[-1])
            assert any(path.contains(spot) for path in both), label


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
def test_shapes_of_the_face_are_named_in_front_of_it(ask, side):
    scene = ask(layer=Layer.SURFACE, side=side)
    placed = {label.placed.key: label.placed for label in scene.labels()}
    for muscle in ("frontalis-right", "orbicularis_oculi-right", "orbicularis_oris-mid"):
        assert placed[f"muscle-{muscle}"].is_left is (side is Side.LEFT)
    assert placed["muscle-trapezius_upper-right"].is_left is (side is Side.RIGHT)


def test_a_muscle_that_is_covered_has_no_name_until_it_is_uncovered(ask):
    for muscle in ("longus_capitis", "rectus_capitis_posterior_minor"):
        assert f"muscle-{muscle}-right" not in keys(ask(layer=Layer.SURFACE))
    assert "muscle-longus_capitis-right" in keys(ask(layer=Layer.DEEP))


def test_what_is_named_is_what_a_press_means(ask):
    assert kinds(ask()) == {Kind.REGION}
    assert kinds(ask(layer=Layer.SURFACE)) == {Kind.MUSCLE}
    assert kinds(ask(layer=Layer.BONE)) <= {Kind.BONE, Kind.CARTILAGE, Kind.JOINT, Kind.TOOTH, Kind.ORAL}
    assert kinds(ask(switches=NAMES | {Switch.DANGERS})) == {Kind.DANGER}


@pytest.mark.parametrize("plate", ["front", "back"])
def test_no_leader_crosses_the_midline_of_a_plate_with_both_sides(ask, plate):
    scene = ask(plate, layer=Layer.SURFACE)
    middle = scene.view.transform.map(QPointF(500, 0)).x()
    for label in scene.labels():
        assert all((x <= middle) is label.placed.is_left for x, _ in label.placed.leader)


def test_of_a_pair_the_lit_one_is_named(ask):
    for side in (Side.RIGHT, Side.LEFT):
        scene = ask("front", layer=Layer.SURFACE, place=Place("temporalis", side))
        (label,) = (label for label in scene.labels() if label.is_bold)
        assert scene.path(f"muscle-temporalis-{side}").contains(QPointF(*label.placed.leader[-1]))


def test_as_one_zooms_in_more_of_what_is_in_sight_is_named(ask):
    scene = ask(size=QSize(540, 586), layer=Layer.SURFACE)
    before = keys(scene)
    scene.move(scene.view.zoomed(2.5, QPointF(400, 250)))
    after = keys(scene)
    assert after - before
    for label in scene.labels():
        left, top, right, bottom = label.placed.box
        assert 0 <= left < right <= 540
        assert 0 <= top < bottom <= 586


def test_a_press_makes_names_bold_and_lays_nothing_out_anew(ask, core, monkeypatch):
    scene = ask(layer=Layer.SURFACE)
    where = [label.placed for label in scene.labels()]
    assert not any(label.is_bold for label in scene.labels())
    monkeypatch.setattr(labels_module, "lay_out", None)
    asked = Inquiry("side", layer=Layer.SURFACE, switches=NAMES, place=Place("temporalis", Side.RIGHT))
    scene.show(compose(core, asked))
    assert [label.placed for label in scene.labels()] == where
    assert [label.placed.key for label in scene.labels() if label.is_bold] == ["muscle-temporalis-right"]


def test_long_names_are_elided_to_their_margin(ask):
    for label in ask(size=QSize(400, 586), layer=Layer.DEEP).labels():
        assert label.placed.box[2] - label.placed.box[0] <= 0.4 * 400
        assert label.text


def test_a_long_name_does_without_its_brackets(ask):
    texts = {label.text for label in ask(layer=Layer.SURFACE, voice=Voice.CLINICAL).labels()}
    assert "Frontalis" in texts
    assert "Nose (bridge and side)" in {label.text for label in ask().labels()}


@pytest.mark.parametrize("pains", [(), (Pain("temple", Side.RIGHT),)])
def test_a_picture_and_an_svg_show_the_names(ask, core, pains):
    asked = Inquiry("side", layer=Layer.SURFACE, switches=NAMES, pains=pains)
    screen, plate = compose(core, asked), core.plates["side"]
    bare = compose(core, Inquiry("side", layer=Layer.SURFACE, pains=pains))
    assert draw_png(plate, screen, LIGHT, SIZE) != draw_png(plate, bare, LIGHT, SIZE)
    root = ElementTree.fromstring(draw_svg(plate, screen, LIGHT, SIZE))
    texts = list(root.iter("{http://www.w3.org/2000/svg}text"))
    scene = ask(layer=Layer.SURFACE, pains=pains)
    assert {label.text for label in scene.labels()} <= {found.text for found in texts}
    bold = {found.text for found in texts if found.get("font-weight") == "bold" and not found.text.isdigit()}
    assert bold == {label.text for label in scene.labels() if label.is_bold}
    left, top, width, height = map(float, root.get("viewBox").split())
    for found in texts:
        assert left <= float(found.get("x")) <= left + width
        assert top <= float(found.get("y")) <= top + height


def test_leaders_have_at_most_one_elbow_and_it_is_level_with_the_text(ask):
    for label in ask().labels():
        legs = list(pairwise(label.placed.leader))
        assert len(legs) in {1, 2}
        if len(legs) > 1:
            (_, y), (_, to_y) = legs[0]
            assert y == to_y


def test_names_have_no_sides(ask):
    for label in ask("front").labels():
        assert not re.search(r"\((left|right)\)", label.text)


def test_however_it_was_peeled_few_surveys_are_kept(hand):
    hand.window.dispatch(Turn(Switch.NAMES, is_on=True))
    seen = 0
    for is_on in (False, True):
        hand.window.dispatch(Turn(Switch.DANGERS, is_on=is_on))
        for layer in Layer:
            hand.window.dispatch(ShowLayer(layer))
            for opens in (False, True):
                hand.window.dispatch(OpenJaw(opens))
                seen += bool(hand.diagram.scene.labels())
    assert seen > MOST_SURVEYS
    assert len(hand.diagram.scene._labels._surveys) == MOST_SURVEYS
