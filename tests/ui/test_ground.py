"""The pictures under everything else lie where the outlines are, on any screen."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QRegion

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Side
from bodymap.inquiry.screen import compose
from bodymap.inquiry.state import Inquiry
from bodymap.ui.still import stage
from bodymap.ui.theme import THEMES
from bodymap.ui.view import View

SIZE = QSize(240, 300)
MOST_APART = 10.0
"""How far grey levels may differ on average, 0 to 255: a scaled screen shows finer edges."""


def painted(core, ratio):
    """Paint an open muscle as a screen of some scale would show it, then bring it to one pixel a pixel."""
    place = Place("temporalis", Side.RIGHT)
    screen = compose(core, Inquiry("side", place=place))
    scene = stage(core.plates["side"], screen, THEMES["light"], SIZE)
    scene.move(View(SIZE, ratio, zoom=1.6, interest=scene.sheet.interest))
    scene.order_pictures()
    scene.wait()
    image = QImage(SIZE * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    for _ in range(2):  # the first round orders the picture of what is lit
        painter = QPainter(image)
        scene.paint(painter, QRegion(QRect(0, 0, SIZE.width(), SIZE.height())))
        painter.end()
        scene.wait()
    image.setDevicePixelRatio(1.0)
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image.scaled(SIZE, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return small.convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.parametrize("ratio", [1.25, 1.5, 2.0])
def test_a_scaled_screen_shows_the_same_as_a_plain_one(core, application, quick_pictures, ratio):
    one, other = bytes(painted(core, 1.0).constBits()), bytes(painted(core, ratio).constBits())
    apart = sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)
    assert apart < MOST_APART
