"""A screen as SVG that any viewer opens: the drawing itself, with what stands out laid over it."""

from functools import partial
from xml.etree import ElementTree

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QPainterPath, QPolygonF

from bodymap.anatomy.plate import Plate, ShapeId
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import Switch
from bodymap.inquiry.tones import Tone
from bodymap.language import say
from bodymap.ui import overlay
from bodymap.ui.drawing import MIRROR, Drawing
from bodymap.ui.inks import PLAIN, SVG, Inks, fetch_trees
from bodymap.ui.scene import LIT, Scene
from bodymap.ui.still import CREDIT, DEFAULT_SIZE, caption, stage
from bodymap.ui.theme import Tokens
from bodymap.ui.vector_compared import lay_compared
from bodymap.ui.vector_labels import write_names
from bodymap.ui.view import View
from bodymap.ui.wash import HATCH

SOFT = "soft-edge"
fetch_trees()  # viewers know a drawing by its first tag, which must have no prefix
STRIPE = QPointF(3, 0)


def draw_svg(
    plate: Plate,
    screen: Screen,
    tokens: Tokens,
    size: QSize = DEFAULT_SIZE,
    inks: Inks = PLAIN,
    view: View | None = None,
) -> bytes:
    """Draw a screen's plate as SVG: the drawing itself, with what stands out laid over it."""
    scene = stage(plate, screen, tokens, size, inks, view)
    drawing = Drawing(plate.svg, inks)
    seen = QRectF(scene.view.to_shown(QPointF()), QSizeF(size) / scene.view.scale)
    page = ElementTree.Element(
        f"{{{SVG}}}svg",
        {
            "viewBox": f"{seen.x():g} {seen.y():g} {seen.width():g} {seen.height():g}",
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
    _Overlay(scene, drawing, tokens).lay_on(over)
    if Switch.DANGERS in screen.switches:
        dangers = ElementTree.fromstring(drawing.text("view-danger", is_mirrored=False))
        over.extend([*dangers.findall(f"{{{SVG}}}defs"), *dangers.findall(f"{{{SVG}}}g")])
    for number, line in enumerate(caption(screen)):
        _write(page, QPointF(seen.x() + 14, seen.y() + 26 + 24 * number), line, 20, tokens)
    at_right = QPointF(seen.right() - 14, seen.y() + 26)
    if screen.captions[1]:
        _write(page, at_right, screen.captions[1], 20, tokens, **{"text-anchor": "end"})
    for number, line in enumerate(reversed(CREDIT)):
        _write(page, QPointF(seen.x() + 14, seen.bottom() - 10 - 13 * number), say(line), 10, tokens)
    _write_numbers(page, scene, tokens)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(page, encoding="unicode")
    ).encode()


def _lay_ground(page: ElementTree.Element, tokens: Tokens) -> None:
    """Lay down the paper, and define how zones are softened."""
    defs = ElementTree.SubElement(page, f"{{{SVG}}}defs")
    soft = ElementTree.SubElement(defs, f"{{{SVG}}}filter", {"id": SOFT})
    ElementTree.SubElement(soft, f"{{{SVG}}}feGaussianBlur", {"stdDeviation": "7"})
    paper = {"d": "M-500 -500H1500V1800H-500Z", "fill": tokens.paper}
    ElementTree.SubElement(page, f"{{{SVG}}}path", paper)


def _write(
    page: ElementTree.Element, at: QPointF, text: str, size: int, tokens: Tokens, **paint: str
) -> None:
    where = {"x": f"{at.x():g}", "y": f"{at.y():g}", "fill": tokens.ink, "font-size": str(size)}
    ElementTree.SubElement(
        page, f"{{{SVG}}}text", {**where, "font-family": "sans-serif", **paint}
    ).text = text


def _write_numbers(page: ElementTree.Element, scene: Scene, tokens: Tokens) -> None:
    """Write names, and the numbers of candidates and of trigger points, which are never mirrored."""
    page.append(write_names(scene.labels(), scene.view, tokens))
    for number, pixel in scene.numbers():
        at = scene.view.to_shown(pixel)
        place = {
            "cx": f"{at.x():g}",
            "cy": f"{at.y():g}",
            "r": f"{overlay.BADGE + 3 * max(0, len(number) - 2):g}",
        }
        ground, ink = overlay.badge_colours(number, tokens)
        edge = {"fill": ground, "stroke": tokens.paper, "stroke-width": "2"}
        ElementTree.SubElement(page, f"{{{SVG}}}circle", {**place, **edge})
        middle = {"fill": ink, "text-anchor": "middle", "font-weight": "bold"}
        _write(page, at + QPointF(0, 4.6), number, 13, tokens, **middle)
    halo = {"stroke": overlay.HALO, "stroke-width": "4", "stroke-linejoin": "round", "font-weight": "bold"}
    for number, pixel in scene.point_numbers():
        at = scene.view.to_shown(pixel) + QPointF(overlay.CROSS + 4, 5)
        _write(page, at, number, 14, tokens, **halo)
        _write(page, at, number, 14, tokens, **{"fill": overlay.MARK, "font-weight": "bold"})


class _Overlay:
    """Lays what stands out over the drawing, in the drawing's own frame."""

    def __init__(self, scene: Scene, drawing: Drawing, tokens: Tokens) -> None:
        self._scene = scene
        self._drawing = drawing
        self._tokens = tokens

    def lay_on(self, over: ElementTree.Element) -> None:
        """Lay everything down, from the tints below to the crosses on top."""
        tokens = self._tokens
        for path in self._paths(Tone.CHOSEN):
            _draw(over, path, fill=tokens.chosen, fill_opacity="0.30")
        for tone in LIT:
            self._lay_lit(over, tone)
        self._lay_found(over)
        self._lay_zone(over)
        for path in self._paths(Tone.CHOSEN):
            _draw(over, path, fill="none", stroke=tokens.chosen, stroke_width="3")
        self._lay_marks(over)

    def _lay_found(self, over: ElementTree.Element) -> None:
        """Lay down the edges of muscles that were pressed, and the regions in which that was felt."""
        tokens = self._tokens
        for path in self._paths(Tone.RULED_OUT):
            _draw(over, path, fill="none", stroke=tokens.ink_soft, stroke_width="2", stroke_dasharray="2 7")
        for path in self._paths(Tone.CONFIRMED):
            for colour, width in ((tokens.candidate, "8"), (tokens.paper, "4"), (tokens.ink, "1.2")):
                _draw(over, path, fill="none", stroke=colour, stroke_width=width)
        for path in self._paths(Tone.FELT):
            _draw(
                over, path, fill=tokens.zone, fill_opacity="0.28", stroke=tokens.zone, stroke_dasharray="3 9"
            )

    def _lay_zone(self, over: ElementTree.Element) -> None:
        zone = self._tokens.zone
        for path in self._paths(Tone.ESSENTIAL):
            _draw(over, path, fill=zone, fill_opacity="0.46", filter=f"url(#{SOFT})")
        for path in self._paths(Tone.SPILLOVER):
            _draw(over, striped(path), fill=zone)
        lay_compared(partial(_draw, over), self._paths, self._tokens)

    def _lay_marks(self, over: ElementTree.Element) -> None:
        ring = {"stroke_width": "1.2", "stroke_opacity": "0.5", "stroke_dasharray": "1.5 3.5"}
        for path in self._scene.inside_marks():
            _draw(over, path, fill="none", stroke=overlay.HALO, stroke_width="2.2", stroke_opacity="0.28")
            _draw(over, path, fill=overlay.HALO, fill_opacity="0.12", stroke=overlay.MARK, **ring)
        for path in self._paths(Tone.EXAMINED):
            _draw(over, path, fill=self._tokens.chosen, fill_opacity="0.13", stroke=self._tokens.chosen)
        for path in self._paths(Tone.BAND):
            _draw(over, path, fill="none", stroke=overlay.MARK, stroke_width="1.2", stroke_dasharray="5 4")
        for path in self._paths(Tone.MARKED):
            arms = cross(path.boundingRect().center())
            for colour, width in ((overlay.HALO, "4.4"), (overlay.MARK, "2")):
                _draw(over, arms, stroke=colour, stroke_width=width, stroke_linecap="round")
        for path in self._paths(Tone.POINT):
            arms = cross(path.boundingRect().center())
            for colour, width in ((overlay.HALO, "6"), (overlay.MARK, "3")):
                _draw(over, arms, stroke=colour, stroke_width=width, stroke_linecap="round")

    def _lay_lit(self, over: ElementTree.Element, tone: Tone) -> None:
        halo, line = overlay.GLOW[tone]
        colour = overlay.colour_of(tone, self._tokens)
        for shape, path in self._shapes(tone):
            if not self._scene.lies_behind(shape):  # its picture would cover what hides it
                self._lay_muscle(over, shape, overlay.LIT[tone])
            if halo:
                _draw(
                    over,
                    path,
                    fill="none",
                    stroke=colour,
                    stroke_width=f"{halo:g}",
                    opacity="0.3",
                )
            dash = {"stroke_dasharray": "6 4"} if tone is Tone.POSSIBLE else {}
            _draw(over, path, fill="none", stroke=colour, stroke_width=f"{line:g}", **dash)

    def _lay_muscle(self, over: ElementTree.Element, shape: ShapeId, opacity: float) -> None:
        """Lay down one muscle by itself."""
        alone = ElementTree.fromstring(self._drawing.text(shape, is_mirrored=False))
        group = ElementTree.SubElement(over, f"{{{SVG}}}g", {"opacity": f"{opacity:g}"})
        for part in alone.findall(f"{{{SVG}}}g"):
            for element in part.iter():
                element.attrib.pop("id", None)
            group.append(part)

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


def striped(path: QPainterPath) -> QPainterPath:
    """Return slanting stripes within a shape, cut out as paths: not every viewer knows patterns."""
    bounds, height = path.boundingRect(), path.boundingRect().height()
    stripes = QPainterPath()
    x = bounds.left()
    while x < bounds.right() + height:
        foot, head = QPointF(x - height, bounds.bottom()), QPointF(x, bounds.top())
        stripes.addPolygon(QPolygonF([foot, head, head + STRIPE, foot + STRIPE, foot]))
        x += HATCH
    return path.intersected(stripes)


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
