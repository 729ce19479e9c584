"""Still pictures of a screen, as PNG and as SVG."""

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImage, QImageReader, QPainterPath

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.finding import Finding
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.inquiry.screen import compose
from bodymap.inquiry.state import Inquiry
from bodymap.ui.overlay import MARK
from bodymap.ui.still import draw_png
from bodymap.ui.theme import THEMES
from bodymap.ui.vector import cross, draw_svg, path_data

SVG = "{http://www.w3.org/2000/svg}"
SIZE = QSize(400, 520)


@pytest.fixture
def screen(core, application, quick_pictures):
    pains = (Pain("temple", Side.RIGHT), Pain("jaw_angle", Side.RIGHT))
    return lambda **asked: compose(core, Inquiry("side", **{"pains": pains, **asked}))


@pytest.fixture
def plate(core):
    return core.plates["side"]


def test_a_png_has_the_size_asked_for_and_shows_something(plate, screen):
    image = QImage.fromData(draw_png(plate, screen(), THEMES["light"], SIZE))
    assert image.size() == SIZE
    colours = {image.pixel(x, y) for x in range(0, 400, 9) for y in range(0, 520, 9)}
    assert len(colours) > 100


def test_what_is_chosen_shows(plate, screen):
    without = draw_png(plate, screen(pains=()), THEMES["light"], SIZE)
    assert draw_png(plate, screen(), THEMES["light"], SIZE) != without


def test_themes_differ_and_the_same_question_has_the_same_picture(plate, screen):
    light = draw_png(plate, screen(), THEMES["light"], SIZE)
    assert light == draw_png(plate, screen(), THEMES["light"], SIZE)
    assert light != draw_png(plate, screen(), THEMES["dark"], SIZE)


@pytest.mark.parametrize(
    "asked",
    [
        {"pains": ()},
        {},
        {"side": Side.LEFT, "pains": (Pain("temple", Side.LEFT),)},
        {"place": Place("temporalis", Side.RIGHT)},
    ],
)
def test_an_svg_is_one_that_any_viewer_opens(plate, screen, asked):
    root = ElementTree.fromstring(draw_svg(plate, screen(**asked), THEMES["light"], SIZE))
    assert root.tag == f"{SVG}svg"
    assert (root.get("width"), root.get("height")) == ("400", "520")
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert sorted(ids) == sorted(set(ids))
    text = ElementTree.tostring(root, encoding="unicode")
    for reference in text.split("url(#")[1:]:
        assert reference.split(")")[0] in ids


def test_svg_and_png_show_the_same(plate, screen):
    shown = screen(place=Place("temporalis", Side.RIGHT))
    buffer = QBuffer()
    buffer.setData(QByteArray(draw_svg(plate, shown, THEMES["light"], SIZE)))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    drawn = reader.read().scaled(50, 65).convertToFormat(QImage.Format.Format_Grayscale8)
    painted = QImage.fromData(draw_png(plate, shown, THEMES["light"], SIZE))
    painted = painted.scaled(50, 65).convertToFormat(QImage.Format.Format_Grayscale8)
    pairs = [
        (drawn.pixelColor(x, y).red(), painted.pixelColor(x, y).red()) for x in range(50) for y in range(65)
    ]
    assert sum(abs(one - other) for one, other in pairs) / len(pairs) < 15


def test_an_open_muscle_lays_its_zones_and_crosses_over_the_drawing(plate, screen, core):
    root = ElementTree.fromstring(
        draw_svg(plate, screen(pains=(), place=Place("temporalis", Side.RIGHT)), THEMES["light"], SIZE)
    )
    zone = THEMES["light"].zone
    assert [element for element in root.iter() if element.get("fill") == zone]
    points = core.muscles["temporalis"].trigger_points
    marks = [element for element in root.iter() if element.get("stroke") == MARK]
    assert sum(element.get("stroke-dasharray") is None for element in marks) == len(points)
    bands = [shape for shape in plate.shapes if shape.startswith("band-temporalis")]
    assert sum(element.get("stroke-dasharray") is not None for element in marks) == len(bands)


def test_paths_are_written_in_the_words_of_svg():
    path = QPainterPath()
    path.moveTo(0, 1)
    path.lineTo(2, 3.25)
    path.cubicTo(1, 2, 3, 4, 5, 6)
    assert path_data(path) == "M0.0 1.0L2.0 3.2C1.0 2.0 3.0 4.0 5.0 6.0"
    assert path_data(QPainterPath()) == ""
    assert path_data(cross(path.boundingRect().center())).count("M") == 2


def written(svg):
    return [line.text for line in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
def test_an_svg_numbers_candidates_and_points_as_the_window_does(plate, screen, side):
    shown = screen(pains=(Pain("temple", side),), side=side)
    lines = written(draw_svg(plate, shown, THEMES["light"], SIZE))
    seen = sorted(rank for shape, rank in shown.ranks.items() if shape.endswith(f"-{side}"))
    assert [int(line) for line in lines if line.isdigit()] == seen
    opened = screen(place=Place("temporalis", side), side=side)
    numbers = {line for line in written(draw_svg(plate, opened, THEMES["light"], SIZE)) if line.isdigit()}
    assert numbers == {"1", "2", "3", "4"}


def test_what_pressing_brought_is_in_the_svg(plate, screen):
    temporalis, masseter = (Place(name, Side.RIGHT) for name in ("temporalis", "masseter_superficial"))
    found = ((temporalis, Finding(familiar=Answer.YES)), (masseter, Finding(hurts=Answer.NO)))
    svg = draw_svg(plate, screen(findings=found, is_screened=True), THEMES["light"], SIZE)
    signs = {line[-1] for line in written(svg) if line[:1].isdigit() and not line.isdigit()}
    assert signs == {"✓", "–"}
    dotted = [
        path
        for path in ElementTree.fromstring(svg).iter(f"{SVG}path")
        if path.get("stroke-dasharray") == "2 7"
    ]
    assert len(dotted) == 1
