"""A screen as a still picture: what the window would show, as PNG, without a window."""

from functools import lru_cache

from PySide6.QtCore import QBuffer, QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QRegion

from bodymap.anatomy.plate import Plate
from bodymap.inquiry.screen import Screen
from bodymap.language import mark, say
from bodymap.ui import measures
from bodymap.ui.inks import PLAIN, Inks
from bodymap.ui.picture import Studio
from bodymap.ui.scene import Scene
from bodymap.ui.shapes import Outlines
from bodymap.ui.sheets import Sheet
from bodymap.ui.theme import Tokens, clear
from bodymap.ui.tracing import trace
from bodymap.ui.view import View

DEFAULT_SIZE = QSize(1080, 1400)
CAPTION_AT = QPointF(18, 34)
MOST_TRACED = 4
"""Of how many plates the outlines are kept: one picture of a plate is often followed by the next."""
CREDIT = (
    mark("For education, not a diagnosis."),
    mark("Drawing CC BY-SA 4.0, Bodymap. Proportions measured on BodyParts3D and Z-Anatomy."),
)


def draw_png(
    plate: Plate,
    screen: Screen,
    tokens: Tokens,
    size: QSize = DEFAULT_SIZE,
    inks: Inks = PLAIN,
    view: View | None = None,
) -> bytes:
    """Draw a screen's plate as PNG, in pixels; whole, or as it lies in some view."""
    scene = stage(plate, screen, tokens, size, inks, view)
    ratio = scene.view.ratio
    image = QImage((size.toSizeF() * ratio).toSize(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    for _ in range(2):  # the first round orders the pictures of what is lit
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene.paint(painter, QRegion(QRect(QPoint(), size)))
        _letter(painter, screen, tokens, size)
        painter.end()
        scene.wait()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _letter(painter: QPainter, screen: Screen, tokens: Tokens, size: QSize) -> None:
    """Write which side and muscle it is at the head of a picture, and the credit at its foot."""
    font = QFont(painter.font())
    font.setPixelSize(measures.USUAL.heading)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(tokens.ink))
    for number, line in enumerate(caption(screen)):
        _write(painter, CAPTION_AT + QPointF(0, 26 * number), line, tokens)
    width = painter.fontMetrics().horizontalAdvance(screen.captions[1])
    at_right = QPointF(size.width() - CAPTION_AT.x() - width, CAPTION_AT.y())
    _write(painter, at_right, screen.captions[1], tokens)
    font.setPixelSize(measures.USUAL.small)
    font.setBold(False)
    painter.setFont(font)
    for number, line in enumerate(reversed(CREDIT)):
        _write(painter, QPointF(CAPTION_AT.x(), size.height() - 12 - 15 * number), say(line), tokens)


def _write(painter: QPainter, at: QPointF, line: str, tokens: Tokens) -> None:
    """Write a line on a veil of paper, so that it is read on skin as well."""
    room = painter.fontMetrics().boundingRect(line).translated(at.toPoint()).adjusted(-3, -1, 3, 1)
    if line:
        painter.fillRect(room, clear(tokens.paper, 0.75))
        painter.drawText(at, line)


def caption(screen: Screen) -> list[str]:
    """Say which side of the patient it is (or lies on the viewer's left), and what is open."""
    opened = screen.card or screen.structure
    return [screen.captions[0], opened.title] if opened else [screen.captions[0]]


@lru_cache(maxsize=MOST_TRACED)
def _outlines(svg: bytes) -> Outlines:
    return trace(svg)


def stage(
    plate: Plate,
    screen: Screen,
    tokens: Tokens,
    size: QSize,
    inks: Inks = PLAIN,
    view: View | None = None,
) -> Scene:
    """Set a screen up to be painted without a window."""
    interest = QRectF(*plate.interest)
    scene = Scene(Sheet(plate.id, _outlines(plate.svg), Studio(plate, inks=inks), interest), tokens)
    scene.move(View(size, interest=interest))
    scene.takes(screen)
    if view:
        scene.move(view)
    scene.show(screen)
    scene.ground.order_backdrop()
    scene.wait()
    return scene
