"""Each view of each plate is the picture that was looked at and found good.

After a drawing was changed on purpose, look at it and keep it with:
BODYMAP_KEEP_PICTURES=1 python -m pytest tests/ui/test_picture.py
"""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from bodymap.anatomy.plate import ShapeId
from bodymap.inquiry.state import layers_of
from bodymap.ui import picture
from bodymap.ui.picture import Order, Studio

GOLDEN = Path(__file__).parent / "golden"
SCALE, SIZE = 0.25, (250, 325)
OUTSIDE = ("view-skin", "view-surface", "view-deep", "view-bone", "view-danger")
VIEWS = {
    "front": (*OUTSIDE, "view-deep-open", "view-bone-open"),
    "side": (*OUTSIDE, "view-deep-open", "view-bone-open"),
    "back": OUTSIDE,
    "mouth": ("view-skin", "view-deep"),
}
"""What is painted of each plate as a whole."""
MEAN, WORST, SQUARE = 1.0, 12, 8
"""How far the channels may differ, 0 to 255: on average, and in any square of so many pixels."""
AVERAGED = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation


def paint_now(studio, order):
    """Have something painted, and wait for it."""
    studio.picture(order)
    studio.wait()
    return studio.newest(order)


@pytest.fixture
def studio(qapp, core):
    studio = Studio(core.plates["side"])
    yield studio
    studio.stop()


@pytest.fixture(scope="module")
def studios(qapp, core):
    """A studio for each plate, which reads its drawing once for all views."""
    studios = {name: Studio(plate) for name, plate in core.plates.items()}
    yield studios
    for studio in studios.values():
        studio.stop()


def draw(studio, what, is_mirrored=False):
    """Draw a layer on white."""
    painted = paint_now(studio, Order(what, SCALE, (0, 0, *SIZE), is_mirrored))
    image = QImage(*SIZE, QImage.Format.Format_RGB888)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.drawImage(0, 0, painted.image)
    painter.end()
    return image


def apart(one, other):
    """Return how far two pictures differ: on average, and in the small square where they differ most."""
    assert one.size() == other.size()
    difference = one.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(difference)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    squares = difference.scaled(SIZE[0] // SQUARE, SIZE[1] // SQUARE, *AVERAGED)
    fine, coarse = _channels(difference), _channels(squares)
    return sum(fine) / len(fine), max(coarse)


def _channels(image):
    """Return red, green and blue of every pixel."""
    channels = bytearray(image.convertToFormat(QImage.Format.Format_RGB32).constBits())
    del channels[3::4]
    return channels


@pytest.mark.parametrize(("plate", "what"), [(plate, what) for plate in VIEWS for what in VIEWS[plate]])
def test_a_view_looks_as_it_did(studios, plate, what):
    drawn = draw(studios[plate], what)
    kept = GOLDEN / f"{plate}-{what}.png"
    if os.environ.get("BODYMAP_KEEP_PICTURES"):
        GOLDEN.mkdir(exist_ok=True)
        assert drawn.save(str(kept))
    mean, worst = apart(drawn, QImage(str(kept)))
    assert mean <= MEAN, "look at the drawing; if it is as it should be, see the top of this file"
    assert worst <= WORST


def test_no_view_is_left_out_and_no_picture_is_left_over(core):
    for plate in core.plates.values():
        layers = [f"view-{layer}" for layer in layers_of(plate.aspect)]
        opened = ["view-deep-open", "view-bone-open"] if plate.can_open_jaw else []
        dangers = ["view-danger"] if any(shape.startswith("danger-") for shape in plate.shapes) else []
        assert set(VIEWS[plate.id]) == {*layers, *opened, *dangers}
    known = {f"{plate}-{what}.png" for plate in VIEWS for what in VIEWS[plate]}
    assert {file.name for file in GOLDEN.iterdir()} <= known


@pytest.mark.parametrize(
    ("plate", "what", "shape"),
    [
        ("side", "view-surface", "muscle-temporalis-right"),
        ("front", "view-deep", "muscle-scalene_anterior-left"),
        ("back", "view-bone", "bone-scapula-left"),
        ("side", "view-danger", "danger-facial_nerve-right"),
        ("front", "view-deep-open", "joint-disc-right"),
        ("mouth", "view-skin", "oral-uvula-mid"),
    ],
)
def test_the_measure_sees_that_something_is_missing(studios, core, plate, what, shape):
    """A tolerance that lets this pass would let everything pass."""
    whole = core.plates[plate].svg
    gone = whole.replace(f'id="{shape}"'.encode(), b'display="none"')
    assert gone != whole
    other = Studio(replace(core.plates[plate], svg=gone))
    mean, worst = apart(draw(other, what), draw(studios[plate], what))
    other.stop()
    assert mean > MEAN or worst > WORST


def test_the_left_is_the_right_in_a_mirror(studio):
    left = draw(studio, "view-surface", is_mirrored=True)
    assert apart(left.transformed(QTransform.fromScale(-1, 1)), draw(studio, "view-surface"))[0] < MEAN


def test_two_drawings_are_alike_to_the_last_pixel(studio):
    assert draw(studio, "view-surface") == draw(studio, "view-surface")


@pytest.mark.parametrize("plate", VIEWS)
def test_every_muscle_can_be_drawn_alone(studios, core, plate):
    for shape in sorted(core.plates[plate].shapes):
        if shape.startswith("muscle-"):
            image = paint_now(studios[plate], Order(ShapeId(shape), 0.1, (0, 0, 100, 130), False)).image
            assert any(image.constBits()[3::4]), shape


class TestStudio:
    def order(self, scale=0.1):
        return Order("view-surface", scale, (0, 0, round(1000 * scale), round(1300 * scale)), False)

    def test_a_picture_is_painted_in_the_background_and_told(self, studio, qtbot):
        with qtbot.waitSignal(studio.finished) as told:
            assert studio.picture(self.order()) is None
        assert told.args == ["view-surface"]
        assert studio.picture(self.order()).order == self.order()
        assert studio.has(self.order())

    def test_until_the_new_one_is_there_the_old_one_serves(self, studio):
        paint_now(studio, self.order(0.1))
        assert studio.picture(self.order(0.2)).order == self.order(0.1)
        assert not studio.has(self.order(0.2))

    def test_an_order_that_nobody_wants_any_more_is_dropped(self, studio, monkeypatch):
        painted = []
        paint = picture.paint
        monkeypatch.setattr(
            picture, "paint", lambda svg, order: painted.append(order.scale) or paint(svg, order)
        )
        for scale in (0.3, 0.2, 0.1):
            studio.picture(self.order(scale))
        studio.wait()
        assert 0.2 not in painted
        assert studio.newest(self.order(0.1)).order == self.order(0.1)

    def test_the_picture_of_the_other_side_is_no_stand_in(self, studio):
        paint_now(studio, self.order())
        mirrored = Order("view-surface", 0.1, (0, 0, 100, 130), is_mirrored=True)
        assert studio.newest(mirrored) is None

    def test_after_a_stop_nothing_more_is_told(self, studio, qtbot):
        with qtbot.assertNotEmitted(studio.finished, wait=50):
            studio.picture(self.order(0.3))
            studio.stop()
        assert not studio.has(self.order(0.3))
