"""A screen as a still picture: what the window would show, as PNG, without a window."""

from PySide6.QtCore import QBuffer, QPointF, QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QRegion

from bodymap.anatomy.plate import Plate
from bodymap.inquiry.screen import Screen
from bodymap.ui.picture import Studio
from bodymap.ui.scene import Scene
from bodymap.ui.shapes import trace
from bodymap.ui.theme import Tokens
from bodymap.ui.view import View

DEFAULT_SIZE = QSize(1080, 1400)
CAPTION_AT = QPointF(18, 34)
CREDIT = (
    "For education, not a diagnosis.",
    "Drawing CC BY-SA 4.0, Bodymap. Proportions measured on BodyParts3D and Z-Anatomy.",
)


def draw_png(plate: Plate, screen: Screen, tokens: Tokens, size: QSize = DEFAULT_SIZE) -> bytes:
    """Draw a screen's plate as PNG, in pixels."""
    scene = stage(plate, screen, tokens, size)
    image = QImage(size, QImage.Format.Format_RGB32)
    for _ in range(2):  # the first round orders the pictures of what is lit
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene.paint(painter, QRegion(image.rect()))
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
    font.setPixelSize(20)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(tokens.ink))
    for number, line in enumerate(caption(screen)):
        painter.drawText(CAPTION_AT + QPointF(0, 26 * number), line)
    font.setPixelSize(11)
    font.setBold(False)
    painter.setFont(font)
    for number, line in enumerate(reversed(CREDIT)):
        painter.drawText(QPointF(CAPTION_AT.x(), size.height() - 12 - 15 * number), line)


def caption(screen: Screen) -> list[str]:
    """Say which side of the patient it is, and which muscle is open."""
    return [screen.side_caption, screen.card.title] if screen.card else [screen.side_caption]


def stage(plate: Plate, screen: Screen, tokens: Tokens, size: QSize) -> Scene:
    """Set a screen up to be painted without a window."""
    scene = Scene(trace(plate.svg), Studio(plate), tokens)
    scene.move(View(size))
    scene.takes(screen)
    scene.show(screen)
    scene.ground.order_backdrop()
    scene.wait()
    return scene
