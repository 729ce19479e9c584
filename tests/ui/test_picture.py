"""The plate's picture is the one that was looked at and found good.

After the drawing was changed on purpose, look at it and keep it with:
BODYMAP_KEEP_PICTURES=1 python -m pytest tests/ui/test_picture.py
"""

import os
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from bodymap.anatomy.plate import ShapeId
from bodymap.ui import picture
from bodymap.ui.picture import Order, Studio

GOLDEN = Path(__file__).parent / "golden"
SCALE, SIZE = 0.5, (500, 650)
MEAN, NEARLY_ALL = 1.0, 16
"""How far the channels may differ, 0 to 255: on average, and in 99 of 100 places."""


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
    """Return how far two pictures differ: on average, and in 99 of 100 places."""
    assert one.size() == other.size()
    difference = one.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(difference)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    counted = Counter(bytes(difference.convertToFormat(QImage.Format.Format_RGB888).constBits()))
    total, seen = sum(counted.values()), 0
    for most in sorted(counted):
        seen += counted[most]
        if seen >= 0.99 * total:
            break
    return sum(value * number for value, number in counted.items()) / total, most


@pytest.mark.parametrize("what", ["view-skin", "view-surface", "view-deep"])
def test_the_plate_looks_as_it_did(studio, what):
    drawn = draw(studio, what)
    kept = GOLDEN / f"side-{what}.png"
    if os.environ.get("BODYMAP_KEEP_PICTURES"):
        GOLDEN.mkdir(exist_ok=True)
        assert drawn.save(str(kept))
    mean, nearly_all = apart(drawn, QImage(str(kept)))
    assert mean <= MEAN, "look at the drawing; if it is as it should be, see the top of this file"
    assert nearly_all <= NEARLY_ALL


def test_the_measure_sees_a_muscle_that_is_missing(studio, core):
    """A tolerance that lets this pass would let everything pass."""
    kept = QImage(str(GOLDEN / "side-view-surface.png"))
    gone = core.plates["side"].svg.replace(b'id="muscle-temporalis-right"', b'display="none"')
    assert gone != core.plates["side"].svg
    other = Studio(replace(core.plates["side"], svg=gone))
    mean, nearly_all = apart(draw(other, "view-surface"), kept)
    other.stop()
    assert mean > MEAN or nearly_all > NEARLY_ALL


def test_the_left_is_the_right_in_a_mirror(studio):
    left = draw(studio, "view-surface", is_mirrored=True)
    assert apart(left.transformed(QTransform.fromScale(-1, 1)), draw(studio, "view-surface"))[0] < MEAN


def test_two_drawings_are_alike_to_the_last_pixel(studio):
    assert draw(studio, "view-surface") == draw(studio, "view-surface")


def test_every_muscle_can_be_drawn_alone(studio, core):
    for shape in sorted(core.plates["side"].shapes):
        if shape.startswith("muscle-"):
            image = paint_now(studio, Order(ShapeId(shape), SCALE / 2, (0, 0, 250, 325), False)).image
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
