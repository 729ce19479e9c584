"""Still pictures of a screen: what the window would show, as PNG or as SVG that any viewer opens."""

from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QPointF, QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QRegion

from bodymap.anatomy.plate import Plate, ShapeId
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.tones import Tone
from bodymap.ui import overlay
from bodymap.ui.picture import MIRROR, SVG, Drawing, Studio
from bodymap.ui.scene import LIT, Scene
from bodymap.ui.shapes import trace
from bodymap.ui.theme import Tokens
from bodymap.ui.view import INTEREST, View

DEFAULT_SIZE = QSize(1080, 1400)
CAPTION_AT = QPointF(18, 34)
CREDIT = (
    "For education, not a diagnosis.",
    "Drawing CC BY-SA 4.0, Bodymap. Proportions measured on BodyParts3D and Z-Anatomy.",
)
HATCH = "spillover-hatch"
SOFT = "soft-edge"


def draw_png(plate: Plate, screen: Screen, tokens: Tokens, size: QSize = DEFAULT_SIZE) -> bytes:
    """Draw a screen's plate as PNG, in pixels."""
    scene = _scene(plate, screen, tokens, size)
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
    for number, line in enumerate(_caption(screen)):
        painter.drawText(CAPTION_AT + QPointF(0, 26 * number), line)
    font.setPixelSize(11)
    font.setBold(False)
    painter.setFont(font)
    for number, line in enumerate(reversed(CREDIT)):
        painter.drawText(QPointF(CAPTION_AT.x(), size.height() - 12 - 15 * number), line)


def _caption(screen: Screen) -> list[str]:
    return [screen.side_caption, screen.card.title] if screen.card else [screen.side_caption]


def draw_svg(plate: Plate, screen: Screen, tokens: Tokens, size: QSize = DEFAULT_SIZE) -> bytes:
    """Draw a screen's plate as SVG: the drawing itself, with what stands out laid over it."""
    scene = _scene(plate, screen, tokens, size)
    drawing = Drawing(plate.svg)
    view = (
        INTEREST if not scene.view.is_mirrored else INTEREST.translated(1000 - 2 * INTEREST.center().x(), 0)
    )
    page = ElementTree.Element(
        f"{{{SVG}}}svg",
        {
            "viewBox": f"{view.x():g} {view.y():g} {view.width():g} {view.height():g}",
            "width": str(size.width()),
            "height": str(size.height()),
        },
    )
    _lay_ground(page, tokens)
    whole = ElementTree.fromstring(drawing.text(scene.backdrop().what, is_mirrored=scene.view.is_mirrored))
    page.extend(whole.findall(f"{{{SVG}}}defs"))
    ground = ElementTree.SubElement(page, f"{{{SVG}}}g")
    if screen.tones:
        ground.set("opacity", f"{tokens.rested:g}")
    ground.extend(whole.findall(f"{{{SVG}}}g"))
    over = ElementTree.SubElement(
        page, f"{{{SVG}}}g", {"transform": MIRROR} if scene.view.is_mirrored else {}
    )
    _Overlay(scene, drawing, screen, tokens).lay_on(over)
    for number, line in enumerate(_caption(screen)):
        _write(page, QPointF(view.x() + 14, view.y() + 26 + 24 * number), line, 20, tokens)
    for number, line in enumerate(reversed(CREDIT)):
        _write(page, QPointF(view.x() + 14, view.bottom() - 10 - 13 * number), line, 10, tokens)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(page, encoding="unicode")
    ).encode()


def _scene(plate: Plate, screen: Screen, tokens: Tokens, size: QSize) -> Scene:
    scene = Scene(trace(plate.svg), Studio(plate), tokens)
    scene.move(View(size))
    scene.takes(screen)
    scene.show(screen)
    scene.ground.order_backdrop()
    scene.wait()
    return scene


def _lay_ground(page: ElementTree.Element, tokens: Tokens) -> None:
    """Lay down the paper, and define how zones are hatched and softened."""
    defs = ElementTree.SubElement(page, f"{{{SVG}}}defs")
    soft = ElementTree.SubElement(defs, f"{{{SVG}}}filter", {"id": SOFT})
    ElementTree.SubElement(soft, f"{{{SVG}}}feGaussianBlur", {"stdDeviation": "7"})
    tile = {"id": HATCH, "width": "9", "height": "9", "patternUnits": "userSpaceOnUse"}
    pattern = ElementTree.SubElement(defs, f"{{{SVG}}}pattern", tile)
    line = {"d": "M-2 2L2 -2M0 9L9 0M7 11L11 7", "stroke": tokens.zone, "stroke-width": "2.2"}
    ElementTree.SubElement(pattern, f"{{{SVG}}}path", line)
    paper = {"d": "M-500 -500H1500V1800H-500Z", "fill": tokens.paper}
    ElementTree.SubElement(page, f"{{{SVG}}}path", paper)


def _write(page: ElementTree.Element, at: QPointF, text: str, size: int, tokens: Tokens) -> None:
    where = {"x": f"{at.x():g}", "y": f"{at.y():g}", "fill": tokens.ink, "font-size": str(size)}
    ElementTree.SubElement(page, f"{{{SVG}}}text", {**where, "font-family": "sans-serif"}).text = text


class _Overlay:
    """Lays what stands out over the drawing, in the drawing's own frame."""

    def __init__(self, scene: Scene, drawing: Drawing, screen: Screen, tokens: Tokens) -> None:
        self._scene = scene
        self._drawing = drawing
        self._screen = screen
        self._tokens = tokens

    def lay_on(self, over: ElementTree.Element) -> None:
        """Lay everything down, from the tints below to the crosses on top."""
        tokens = self._tokens
        for path in self._paths(Tone.CHOSEN):
            _draw(over, path, fill=tokens.chosen, fill_opacity="0.30")
        for tone in LIT:
            self._lay_lit(over, tone)
        for path in self._paths(Tone.ESSENTIAL):
            _draw(over, path, fill=tokens.zone, fill_opacity="0.46", filter=f"url(#{SOFT})")
        for path in self._paths(Tone.SPILLOVER):
            _draw(over, path, fill=f"url(#{HATCH})")
        for path in self._paths(Tone.CHOSEN):
            _draw(over, path, fill="none", stroke=tokens.chosen, stroke_width="3")
        for path in self._paths(Tone.POINT):
            centre = path.boundingRect().center()
            for colour, width in (("#ffffff", "6"), ("#14100d", "3")):
                _draw(over, cross(centre), stroke=colour, stroke_width=width, stroke_linecap="round")

    def _lay_lit(self, over: ElementTree.Element, tone: Tone) -> None:
        halo, line = overlay.GLOW[tone]
        for shape, path in self._shapes(tone):
            alone = ElementTree.fromstring(self._drawing.text(shape, is_mirrored=False))
            group = ElementTree.SubElement(over, f"{{{SVG}}}g", {"opacity": f"{overlay.LIT[tone]:g}"})
            for part in alone.findall(f"{{{SVG}}}g"):
                for element in part.iter():
                    element.attrib.pop("id", None)
                group.append(part)
            if halo:
                _draw(
                    over,
                    path,
                    fill="none",
                    stroke=self._tokens.candidate,
                    stroke_width=f"{halo:g}",
                    opacity="0.3",
                )
            dash = {"stroke_dasharray": "6 4"} if tone is Tone.POSSIBLE else {}
            _draw(over, path, fill="none", stroke=self._tokens.candidate, stroke_width=f"{line:g}", **dash)

    def _paths(self, tone: Tone) -> list[QPainterPath]:
        return [path for _, path in self._shapes(tone)]

    def _shapes(self, tone: Tone) -> list[tuple[ShapeId, QPainterPath]]:
        return self._scene.drawn_with(tone)


def _draw(over: ElementTree.Element, path: QPainterPath, **paint: str) -> None:
    attributes = {"d": path_data(path), **{name.replace("_", "-"): value for name, value in paint.items()}}
    ElementTree.SubElement(over, f"{{{SVG}}}path", {**attributes, "fill-rule": "evenodd"})


def cross(centre: QPointF) -> QPainterPath:
    """Return the two strokes of a trigger point."""
    path = QPainterPath()
    for slope in (1, -1):
        arm = QPointF(overlay.CROSS, slope * overlay.CROSS)
        path.moveTo(centre - arm)
        path.lineTo(centre + arm)
    return path


def path_data(path: QPainterPath) -> str:
    """Write a path in the words of SVG."""
    words: list[str] = []
    for number in range(path.elementCount()):
        element = path.elementAt(number)
        letter = (
            "M" if element.isMoveTo() else "L" if element.isLineTo() else "C" if element.isCurveTo() else " "
        )
        words.append(f"{letter}{element.x:.1f} {element.y:.1f}")
    return "".join(words)
