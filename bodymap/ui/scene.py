"""What the diagram paints: the picture of the plate, and over it all that stands out."""

from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QRegion

from bodymap.anatomy.plate import ShapeId
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import Layer, Switch
from bodymap.inquiry.tones import Tone, Tones
from bodymap.ui import overlay
from bodymap.ui.badges import Badges
from bodymap.ui.compared import ComparedZones
from bodymap.ui.ground import Ground
from bodymap.ui.picture import Order
from bodymap.ui.places import Places
from bodymap.ui.points import Points
from bodymap.ui.pressing import Pressing
from bodymap.ui.shapes import BEHIND
from bodymap.ui.sheets import Sheet
from bodymap.ui.stamps import Stamps
from bodymap.ui.theme import Tokens
from bodymap.ui.view import View
from bodymap.ui.wash import Washes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bodymap.ui.label_paint import Label
    from bodymap.ui.labels import Labels

CALM = frozenset({Tone.MARKED, Tone.EXAMINED})
"""Tones for which the plate does not step back."""
LIT = (Tone.POSSIBLE, Tone.LIKELY, Tone.LEADING, Tone.OPENED, Tone.THIRD, Tone.SECOND, Tone.FIRST)


class Scene:
    """Everything painted in the diagram, in the widget's pixels; says which rectangles a change dirties."""

    def __init__(self, sheet: Sheet, tokens: Tokens) -> None:
        self.tokens = tokens
        self.sheet = sheet
        self.opened: ShapeId | None = None
        self._outlines = outlines = sheet.outlines
        self._places = Places(outlines)
        self._places.move(View(self._places.view.size, interest=sheet.interest))
        self.ground = Ground(outlines, sheet.studio, self._places)
        self._depth = {shape: number for number, shape in enumerate(outlines.by_id)}
        self._seen_as: tuple[object, ...] = ()
        self.pressing = Pressing(self._places, outlines)
        self._names: Mapping[ShapeId, str] = {}
        self._marked: frozenset[ShapeId] = frozenset()
        self._tones: Tones = {}
        self._badges = Badges(self._places)
        self._points = Points(self._places)
        self._labels: Labels | None = None
        self._hovered: ShapeId | None = None
        self._focused: ShapeId | None = None
        self._light: frozenset[ShapeId] = frozenset()
        self._washes = Washes(self._places)
        self._compared = ComparedZones(self._places)
        self._stamps = Stamps()

    def take_sheet(self, sheet: Sheet) -> None:
        """Paint from other pictures of the same plate."""
        self.sheet = sheet
        self.ground.take_studio(sheet.studio)
        self.forget_made()

    # what is shown

    def takes(self, screen: Screen) -> bool:
        """Turn to the side and layer of a screen; say whether the picture is another one."""
        turned = screen.is_flipped != self.view.is_mirrored
        if turned:
            shift = QPointF(-self.view.shift.x(), self.view.shift.y())
            self._places.swaps_sides = screen.swaps_sides
            self.move(replace(self.view, is_mirrored=screen.is_flipped, shift=shift))
        seen = screen.layer, screen.opens_jaw, Switch.DANGERS in screen.switches, screen.pressable
        deeper = seen != self._seen_as
        if turned or deeper or not self._names:
            self._seen_as = seen
            self.ground.layer, self.ground.opens_jaw, self.ground.shows_dangers, _ = seen
            self.pressing.take(screen)
            self._hovered = self._focused = None
        return turned or deeper

    def show(self, screen: Screen) -> list[QRect]:
        """Take over the tones of a screen, and return what has to be painted again."""
        old, self._tones = self._tones, screen.tones
        badges = self._badges.show(screen.ranks, screen.signs)
        self._names, self._marked = screen.names, screen.marked
        was_open = self._is_read
        self.opened = next((shape for shape, tones in screen.tones.items() if Tone.OPENED in tones), None)
        changed = {shape for shape in {*old, *self._tones} if old.get(shape) != self._tones.get(shape)}
        changed |= self._light
        compared = self._compared.show(screen.tones)
        if was_open != self._is_read:  # the marks of what lies inside come or go
            changed |= self._marked
        self._light = frozenset()
        self._points.show(screen.tones)
        washes = self._washes.show(screen.tones)
        labels = self._show_names(screen)
        if _is_calm(old) != _is_calm(self._tones):
            return [QRect(QPointF(0, 0).toPoint(), self.view.size)]
        return self._places.frames(changed) + badges + washes + compared + labels

    def _show_names(self, screen: Screen) -> list[QRect]:
        """Write names beside the drawing; what lays them out is fetched when they are first asked for."""
        if screen.labels and self._labels is None:
            self._labels = import_module("bodymap.ui.labels").Labels(self._places, self._outlines)
        if self._labels is None:
            return []
        return self._labels.show(screen, self.backdrop().what, self.pressing.shapes)

    def hover(self, shape: ShapeId | None) -> list[QRect]:
        """Mark the shape under the pointer."""
        old, self._hovered = self._hovered, shape
        return [] if old == shape else self._places.frames(found for found in (old, shape) if found)

    def focus(self, shape: ShapeId | None) -> list[QRect]:
        """Mark the shape that has the keyboard's focus."""
        old, self._focused = self._focused, shape
        return [] if old == shape else self._places.frames(found for found in (old, shape) if found)

    def spread(self, grown: float) -> list[QRect]:
        """Let the zone of the open muscle have spread this far from its trigger points, 0 to 1."""
        points = [pixel for _, pixel in self._points.numbers()]
        if not points and self.opened and not self.path(self.opened).isEmpty():
            points = [self.middle(self.opened)]
        return self._washes.spread(grown if points else 1.0, points)

    def point_out(self, shapes: frozenset[ShapeId]) -> list[QRect]:
        """Let some shapes shine above the others."""
        old, self._light = self._light, shapes
        return self._places.frames(old ^ shapes)

    def forget_made(self) -> None:
        """Make anew, when next painted, what is kept painted."""
        self._washes.forget()
        if self._labels:
            self._labels.forget()
        self._stamps.forget()

    # where things lie

    @property
    def view(self) -> View:
        """How the page lies in the widget now."""
        return self._places.view

    def move(self, view: View) -> None:
        """Lay the page elsewhere in the widget."""
        self._places.move(view)
        self._badges.place()
        if self._labels:
            self._labels.move()
        self.forget_made()

    def numbered_at(self, pixel: QPointF) -> ShapeId | None:
        """Return the muscle whose number lies under a pixel of the widget."""
        return self._badges.at(pixel)

    def point_at(self, pixel: QPointF, reach: float) -> ShapeId | None:
        """Return the shown trigger point nearest to a pixel, within reach."""
        return self._points.at(pixel, reach)

    def target_names(self) -> dict[ShapeId, str]:
        """Name the shapes that can be pressed now, in reading order."""
        return self.pressing.named(self._names)

    def frame(self, shape: ShapeId) -> QRect:
        """Return the rectangle of a shape."""
        return self._places.frame(shape)

    def way_into_sight(self, shape: ShapeId) -> QPointF:
        """Return how far the drawing must move for a shape, or the middle of a large one, to be seen."""
        return self._places.way_into_sight(shape)

    def frame_of_drawn(self, what: str) -> QRect:
        """Return the rectangle that the picture of a drawn shape touches."""
        return self._places.frames([self._places.turned(ShapeId(what))])[0]

    def middle(self, shape: ShapeId) -> QPointF:
        """Return a pixel well inside a shape."""
        return self._places.middle(shape)

    def path(self, shape: ShapeId) -> QPainterPath:
        """Return the outline of a shape; an empty one when it is not seen from this side."""
        return self._places.path(shape)

    def drawn_with(self, tone: Tone) -> list[tuple[ShapeId, QPainterPath]]:
        """Return the drawn shapes that carry a tone, deepest first, with their outlines on the page."""
        shapes = [self._places.turned(shape) for shape, tones in self._tones.items() if tone in tones]
        return [(name, line.path) for name, line in self._outlines.by_id.items() if name in shapes]

    def numbers(self) -> list[tuple[str, QPointF]]:
        """Return the numbers of the lit candidates, and the pixels on which they stand."""
        return self._badges.numbers()

    def point_numbers(self) -> list[tuple[str, QPointF]]:
        """Return the numbers of the trigger points that are shown, and the pixels on which these lie."""
        return self._points.numbers()

    def lies_behind(self, shape: ShapeId) -> bool:
        """Whether a muscle lies behind the head, and is only to be guessed through it."""
        outline = self._outlines.by_id.get(self._places.turned(shape))
        return outline is not None and outline.layer == BEHIND

    def labels(self) -> "list[Label]":
        """Return the names that are written beside the drawing, in the widget's pixels."""
        return self._labels.written() if self._labels else []

    def inside_marks(self) -> list[QPainterPath]:
        """Return the outlines on the page of the places inside the head, where they are marked now."""
        if not self._marks_inside:
            return []
        drawn = sorted({self._places.turned(shape) for shape in self._marked} & self._outlines.by_id.keys())
        return [self._outlines.by_id[shape].path for shape in drawn]

    # pictures

    def backdrop(self) -> Order:
        """Return the order for the picture of the whole plate as it is opened now."""
        return self.ground.backdrop()

    @property
    def is_sharp(self) -> bool:
        """Whether the picture of the plate is the one that the view asks for."""
        return self.ground.is_sharp

    def order_pictures(self) -> None:
        """Have the plate painted sharp, and the muscles that may be lit."""
        self.ground.order_backdrop()
        self.ground.order_sprites()

    def wait(self) -> None:
        """Wait for all pictures that were ordered; for still pictures."""
        self.ground.wait()

    # painting

    def paint(self, painter: QPainter, region: QRegion) -> None:
        """Paint what lies in a region of the widget."""
        painter.setClipRegion(region)
        dirty = QRectF(region.boundingRect())
        self.ground.paint(painter, dirty, self.tokens, 1.0 if _is_calm(self._tones) else self.tokens.rested)
        chosen = self._seen(Tone.CHOSEN, dirty)
        for shape in chosen:
            overlay.paint_chosen(painter, self.path(shape), self.tokens)
        self._paint_all_lit(painter, dirty)
        self._paint_found(painter, dirty)
        self._washes.paint(painter, dirty, self.tokens)
        self._compared.paint(painter, dirty, self.tokens, self._stamps)
        for shape in chosen:
            overlay.paint_chosen_edge(painter, partial(self._places.edge, shape), self.tokens)
        self.ground.paint_dangers(painter)
        if self._labels:
            self._labels.paint(painter, dirty, self.tokens)
        self._paint_marks(painter, dirty)

    def _paint_all_lit(self, painter: QPainter, dirty: QRectF) -> None:
        """Paint the muscles that are lit, deepest first, and above all others those that are pointed out."""
        for tone in LIT:
            for shape in sorted(self._seen(tone, dirty), key=self._depth_of):
                if shape not in self._light:
                    self._paint_lit(painter, shape, tone)
        for shape in sorted(self._light, key=self._depth_of):
            if self._places.touches(shape, dirty):
                self._paint_lit(painter, shape, Tone.LEADING)

    def _paint_found(self, painter: QPainter, dirty: QRectF) -> None:
        """Paint the edges of muscles that were pressed, and the regions in which that was felt."""
        for shape in self._seen(Tone.RULED_OUT, dirty):
            overlay.paint_ruled_out(painter, partial(self._places.edge, shape), self.tokens)
        for shape in self._seen(Tone.CONFIRMED, dirty):
            overlay.paint_confirmed(painter, partial(self._places.edge, shape), self.tokens)
        for shape in self._seen(Tone.FELT, dirty):
            overlay.paint_felt(painter, self.path(shape), partial(self._places.edge, shape), self.tokens)

    def _paint_lit(self, painter: QPainter, shape: ShapeId, tone: Tone) -> None:
        shines = shape in self._light
        strength = 1.0 if shines else overlay.LIT[tone]
        edge = partial(self._places.edge, shape)

        def paint(painter: QPainter) -> None:
            painter.save()
            if self.lies_behind(shape):  # its picture is of the whole muscle, its outline of what is seen
                painter.setClipPath(self.path(shape), Qt.ClipOperation.IntersectClip)
            self.ground.paint_muscle(painter, shape, strength)
            painter.restore()
            overlay.paint_glow(painter, edge, Tone.LEADING if shines else tone, self.tokens)

        if self.ground.has_muscle(shape):
            self._stamps.lay(painter, (shape, tone, shines), self._places.room(shape), paint)
        else:
            paint(painter)

    def _paint_marks(self, painter: QPainter, dirty: QRectF) -> None:
        if self._marks_inside:
            room = self._places.room(*self._marked)
            if room.intersects(dirty):
                self._stamps.lay(painter, ("inside", self._marked), room, self._paint_inside)
        self._paint_pointed(painter, dirty)
        self._points.paint(painter, dirty, self._stamps)
        self._badges.paint(painter, dirty, self.tokens)

    def _paint_pointed(self, painter: QPainter, dirty: QRectF) -> None:
        """Paint what is under the pointer or the keyboard, and the structure that is open."""
        for shape in self._seen(Tone.EXAMINED, dirty):
            overlay.paint_pointed(painter, self.path(shape), partial(self._places.edge, shape), self.tokens)
        if self._hovered and self._places.touches(self._hovered, dirty):
            edge = partial(self._places.edge, self._hovered)
            overlay.paint_pointed(painter, self.path(self._hovered), edge, self.tokens)
        if self._focused and self._places.touches(self._focused, dirty):
            overlay.paint_focus(painter, partial(self._places.edge, self._focused), self.tokens)

    def _paint_inside(self, painter: QPainter) -> None:
        for shape in sorted(self._marked):
            edge = partial(self._places.edge, shape)
            overlay.paint_inside(painter, self.path(shape), edge)

    @property
    def _marks_inside(self) -> bool:
        return self.ground.layer is Layer.SKIN and not self._is_read

    @property
    def _is_read(self) -> bool:
        """Whether muscles are looked at, one or several, rather than places pressed."""
        return bool(self.opened) or self._compared.is_shown

    def _seen(self, tone: Tone, dirty: QRectF) -> list[ShapeId]:
        return [
            shape
            for shape, tones in self._tones.items()
            if tone in tones and self._places.touches(shape, dirty)
        ]

    def _depth_of(self, shape: ShapeId) -> int:
        return self._depth.get(self._places.turned(shape), 0)


def _is_calm(tones: Tones) -> bool:
    """Whether nothing stands out so that the plate would step back."""
    return all(CALM.issuperset(found) for found in tones.values())
