"""What the diagram paints: the picture of the plate, and over it all that stands out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QBrush, QFont, QPainter, QPainterPath, QRegion

from bodymap.anatomy.plate import Kind, ShapeId, read_shape
from bodymap.anatomy.region import Side
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import Layer
from bodymap.inquiry.tones import Tone, Tones
from bodymap.ui import overlay
from bodymap.ui.picture import Order, Picture, Studio
from bodymap.ui.shapes import Outline, Outlines, at, near
from bodymap.ui.theme import Tokens, clear, mix
from bodymap.ui.view import View

HIDDEN = {
    Layer.SKIN: frozenset[str](),
    Layer.SURFACE: frozenset[str](),
    Layer.DEEP: frozenset({"layer-surface"}),
}
LIT = (Tone.POSSIBLE, Tone.LIKELY, Tone.LEADING, Tone.OPENED)
SPRITE_MARGIN = 8.0
SKIN = "#f3e0d3"


class Scene:
    """Everything painted in the diagram, in the widget's pixels; says which rectangles a change dirties."""

    def __init__(self, outlines: Outlines, studio: Studio, tokens: Tokens) -> None:
        self.tokens = tokens
        self.view = View(QSize(100, 100))
        self.opened: ShapeId | None = None
        self._outlines = outlines
        self._studio = studio
        self._layer = Layer.SKIN
        self._pressable: list[Outline] = outlines.of(Kind.REGION)
        self._names: Mapping[ShapeId, str] = {}
        self._marked: frozenset[ShapeId] = frozenset()
        self._tones: Tones = {}
        self._ranks: Mapping[ShapeId, int] = {}
        self._hovered: ShapeId | None = None
        self._focused: ShapeId | None = None
        self._light: frozenset[ShapeId] = frozenset()
        self._paths: dict[ShapeId, QPainterPath] = {}
        self._washes: list[overlay.Wash] | None = None
        self._middles: dict[ShapeId, QPointF] = {}

    # what is shown

    def takes(self, screen: Screen) -> bool:
        """Turn to the side and layer of a screen; say whether the picture is another one."""
        is_mirrored = screen.side is Side.LEFT
        turned = is_mirrored != self.view.is_mirrored
        deeper = screen.layer is not self._layer
        if turned:
            self.view = replace(
                self.view, is_mirrored=is_mirrored, shift=QPointF(-self.view.shift.x(), self.view.shift.y())
            )
            self._forget_places()
        if turned or deeper or not self._names:
            self._layer = screen.layer
            self._pressable = self._outlines.of(screen.pressable, HIDDEN[screen.layer])
            self._hovered = self._focused = None
        return turned or deeper

    def show(self, screen: Screen) -> list[QRect]:
        """Take over the tones of a screen, and return what has to be painted again."""
        old, self._tones = self._tones, screen.tones
        old_ranks, self._ranks = self._ranks, screen.ranks
        self._names, self._marked = screen.names, screen.marked
        self.opened = next((shape for shape, tones in screen.tones.items() if Tone.OPENED in tones), None)
        changed = {shape for shape in {*old, *self._tones} if old.get(shape) != self._tones.get(shape)}
        changed |= {
            shape for shape in {*old_ranks, *self._ranks} if old_ranks.get(shape) != self._ranks.get(shape)
        }
        self._light = frozenset()
        if not changed:
            return []
        if _zone_shapes(old) != _zone_shapes(self._tones):
            self._washes = None
        if bool(old) != bool(self._tones):
            return [QRect(QPointF(0, 0).toPoint(), self.view.size)]
        return self._frames(changed)

    def hover(self, shape: ShapeId | None) -> list[QRect]:
        """Mark the shape under the pointer."""
        old, self._hovered = self._hovered, shape
        return [] if old == shape else self._frames(found for found in (old, shape) if found)

    def focus(self, shape: ShapeId | None) -> list[QRect]:
        """Mark the shape that has the keyboard's focus."""
        old, self._focused = self._focused, shape
        return [] if old == shape else self._frames(found for found in (old, shape) if found)

    def point_out(self, shapes: frozenset[ShapeId]) -> list[QRect]:
        """Let some shapes shine above the others."""
        old, self._light = self._light, shapes
        return self._frames(old ^ shapes)

    def forget_washes(self) -> None:
        """Make the zones anew when next painted."""
        self._washes = None

    # where things lie

    def move(self, view: View) -> None:
        """Lay the page elsewhere in the widget."""
        self.view = view
        self._forget_places()

    def at(self, place: QPointF) -> tuple[ShapeId, ...]:
        """Return the pressable shapes at a place of the page, topmost first, by the patient's side."""
        return tuple(self._turned(shape) for shape in at(self._pressable, place))

    def near(self, place: QPointF, reach: float) -> ShapeId | None:
        """Return the pressable shape that a finger of this radius touches."""
        found = near(self._pressable, place, reach)
        return self._turned(found) if found else None

    def target_names(self) -> dict[ShapeId, str]:
        """Name the shapes that can be pressed now, in reading order."""
        lying = sorted(
            self._pressable, key=lambda o: (round(o.bounds.center().y() / 60), o.bounds.center().x())
        )
        shapes = [self._turned(outline.id) for outline in lying]
        return {shape: self._names[shape] for shape in shapes if self._names.get(shape)}

    def frame(self, shape: ShapeId) -> QRect:
        """Return the rectangle of a shape."""
        return self.path(shape).boundingRect().toAlignedRect()

    def frame_of_drawn(self, what: str) -> QRect:
        """Return the rectangle that the picture of a drawn shape touches."""
        return self._frames([self._turned(ShapeId(what))])[0]

    def middle(self, shape: ShapeId) -> QPointF:
        """Return a pixel well inside a shape."""
        if shape not in self._middles:
            self._middles[shape] = overlay.middle_of(self.path(shape))
        return self._middles[shape]

    def path(self, shape: ShapeId) -> QPainterPath:
        """Return the outline of a shape; an empty one when it is not seen from this side."""
        if shape not in self._paths:
            outline = self._outlines.by_id.get(self._turned(shape))
            self._paths[shape] = self.view.transform.map(outline.path) if outline else QPainterPath()
        return self._paths[shape]

    def drawn_with(self, tone: Tone) -> list[tuple[ShapeId, QPainterPath]]:
        """Return the drawn shapes that carry a tone, deepest first, with their outlines on the page."""
        shapes = [self._turned(shape) for shape, tones in self._tones.items() if tone in tones]
        return [(name, line.path) for name, line in self._outlines.by_id.items() if name in shapes]

    def _turned(self, shape: ShapeId) -> ShapeId:
        """Go from the patient's side to the drawn side, or back."""
        known = read_shape(shape) if self.view.is_mirrored else None
        return known.mirrored.id if known else shape

    def _frames(self, shapes: Iterable[ShapeId]) -> list[QRect]:
        reach = int(overlay.MARGIN)
        frames = (self.frame(shape) for shape in shapes)
        return [frame.adjusted(-reach, -reach, reach, reach) for frame in frames if not frame.isEmpty()]

    def _forget_places(self) -> None:
        self._paths.clear()
        self._middles.clear()
        self._washes = None

    # pictures

    def backdrop(self) -> Order:
        """Return the order for the picture of the whole plate as it is opened now."""
        what = "layer-deep" if self._layer is Layer.DEEP else "layer-whole"
        return Order(what, self.view.scale * self.view.ratio, self.view.clip(), self.view.is_mirrored)

    @property
    def is_sharp(self) -> bool:
        """Whether the picture of the plate is the one that the view asks for."""
        return self._studio.has(self.backdrop())

    def order_pictures(self) -> None:
        """Have the plate painted sharp, and the muscles that may be lit."""
        self.order_backdrop()
        self.order_sprites()

    def order_backdrop(self) -> None:
        """Have the plate painted sharp."""
        self._studio.picture(self.backdrop())

    def wait(self) -> None:
        """Wait for all pictures that were ordered; for still pictures."""
        self._studio.wait()

    def order_sprites(self) -> None:
        """Have the muscles painted one by one, so that a press finds them ready."""
        if self.view.zoom == 1.0 and self.is_sharp:
            for outline in self._outlines.of(Kind.MUSCLE):
                self._studio.picture(self.sprite(outline.id))

    def sprite(self, drawn: ShapeId) -> Order:
        """Return the order for the picture of one muscle alone."""
        reach = SPRITE_MARGIN
        bounds = self._outlines.by_id[drawn].bounds.adjusted(-reach, -reach, reach, reach)
        return Order(drawn, self.view.scale * self.view.ratio, self.view.clip(bounds), self.view.is_mirrored)

    # painting

    def paint(self, painter: QPainter, region: QRegion) -> None:
        """Paint what lies in a region of the widget."""
        painter.setClipRegion(region)
        dirty = QRectF(region.boundingRect())
        painter.fillRect(dirty, self.tokens.paper)
        self._paint_backdrop(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        for shape in self._seen(Tone.CHOSEN, dirty):
            overlay.paint_chosen(painter, self.path(shape), self.tokens)
        for tone in LIT:
            for shape in self._deepest_first(self._seen(tone, dirty)):
                self._paint_lit(painter, shape, tone)
        for wash in self._zone_washes():
            if wash.target.intersects(dirty):
                painter.drawImage(wash.target.topLeft(), wash.image)
        for shape in self._seen(Tone.CHOSEN, dirty):
            overlay.paint_chosen_edge(painter, self.path(shape), self.tokens)
        self._paint_marks(painter, dirty)

    def _paint_backdrop(self, painter: QPainter) -> None:
        picture = self._studio.newest(self.backdrop())
        painter.save()
        if self._tones:
            painter.setOpacity(self.tokens.rested)
        if picture is None:
            painter.fillPath(self.view.transform.map(self._outlines.skin), mix(SKIN, self.tokens.paper, 0.8))
        else:
            self._lay(painter, picture)
        painter.restore()

    def _lay(self, painter: QPainter, picture: Picture) -> None:
        """Lay a picture down; one made for another size is stretched until the sharp one comes."""
        order = picture.order
        target = self.view.target(order.clip, order.scale / self.view.ratio)
        is_sharp = order.scale == self.view.scale * self.view.ratio
        if is_sharp and self.view.ratio == 1.0:
            painter.drawImage(target.topLeft().toPoint(), picture.image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=True)
            painter.drawImage(target, picture.image)

    def _paint_lit(self, painter: QPainter, shape: ShapeId, tone: Tone) -> None:
        drawn = self._turned(shape)
        if drawn not in self._outlines.by_id:
            return
        picture = self._studio.picture(self.sprite(drawn))
        shines = shape in self._light
        painter.setOpacity(1.0 if shines else overlay.LIT[tone])
        if picture is None:
            painter.fillPath(self.path(shape), clear("#b3483c", 0.85))
        else:
            self._lay(painter, picture)
        painter.setOpacity(1.0)
        overlay.paint_glow(painter, self.path(shape), Tone.LEADING if shines else tone, self.tokens)

    def _paint_marks(self, painter: QPainter, dirty: QRectF) -> None:
        if self._layer is Layer.SKIN and not self.opened:
            for shape in self._marked:
                if self._touches(shape, dirty):
                    overlay.paint_inside(painter, self.path(shape), self.tokens)
        for aimed, paint in ((self._hovered, overlay.paint_pointed), (self._focused, overlay.paint_focus)):
            if aimed and self._touches(aimed, dirty):
                paint(painter, self.path(aimed), self.tokens)
        for shape in self._seen(Tone.POINT, dirty):
            centre = self.path(shape).boundingRect().center()
            overlay.paint_cross(painter, centre, overlay.CROSS * min(1.6, max(0.8, self.view.scale)))
        self._paint_badges(painter, dirty)

    def _paint_badges(self, painter: QPainter, dirty: QRectF) -> None:
        font = QFont(painter.font())
        font.setPixelSize(13)
        font.setBold(True)
        taken: list[QPointF] = []
        for shape, rank in sorted(self._ranks.items(), key=lambda item: item[1]):
            if self.path(shape).isEmpty():
                continue
            centre = self.middle(shape)
            while any((centre - other).manhattanLength() < 2 * overlay.BADGE for other in taken):
                centre += QPointF(0, 2 * overlay.BADGE + 2)
            taken.append(centre)
            if dirty.adjusted(-20, -20, 20, 20).contains(centre):
                overlay.paint_badge(painter, centre, rank, self.tokens, font)

    def _zone_washes(self) -> list[overlay.Wash]:
        if self._washes is None:
            limit = QRectF(QPointF(0, 0), self.view.size)
            skin = self.view.transform.map(self._outlines.skin)
            solid, hatched = (
                QBrush(clear(self.tokens.zone, 0.46)),
                overlay.hatch(clear(self.tokens.zone, 0.85)),
            )
            made = []
            for tone, brush in ((Tone.ESSENTIAL, solid), (Tone.SPILLOVER, hatched)):
                paths = [self.path(shape) for shape, tones in self._tones.items() if tone in tones]
                made.append(overlay.wash(paths, skin, brush, limit))
            self._washes = [wash for wash in made if wash]
        return self._washes

    def _seen(self, tone: Tone, dirty: QRectF) -> list[ShapeId]:
        return [
            shape for shape, tones in self._tones.items() if tone in tones and self._touches(shape, dirty)
        ]

    def _touches(self, shape: ShapeId, dirty: QRectF) -> bool:
        reach = overlay.MARGIN
        bounds = self.path(shape).boundingRect()
        return not bounds.isEmpty() and bounds.adjusted(-reach, -reach, reach, reach).intersects(dirty)

    def _deepest_first(self, shapes: list[ShapeId]) -> list[ShapeId]:
        order = {shape: number for number, shape in enumerate(self._outlines.by_id)}
        return sorted(shapes, key=lambda shape: order.get(self._turned(shape), 0))


def _zone_shapes(tones: Tones) -> dict[ShapeId, tuple[Tone, ...]]:
    """Return the part of the tones that makes up a referral zone."""
    zone = {Tone.ESSENTIAL, Tone.SPILLOVER}
    return {shape: found for shape, found in tones.items() if zone & set(found)}
