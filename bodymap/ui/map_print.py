"""Paints this person's own map in vectors: on paper, in a file, or in the preview; the same everywhere."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter, QPainterPath, QTransform

from bodymap.anatomy.plate import PAGE_WIDTH, Kind, Plate, PlateId, ShapeId, read_shape
from bodymap.inquiry.leaf import Picture
from bodymap.inquiry.tones import Tone
from bodymap.ui import overlay
from bodymap.ui.engraving import engrave, whole
from bodymap.ui.shapes import Outline, Outlines
from bodymap.ui.theme import PRINT, clear, mix
from bodymap.ui.vector import cross, striped

HEAD = 620.0
"""How far down the page, in its units, the head and neck reach that are always shown."""
ROOM = 36.0
"""How much of the page, in its units, is shown around what stands out."""
PALE = 0.62
"""How much of the drawing's own ink is left under what stands out."""
PAPER = "#ffffff"
FLESH, SAMPLE = "#b3483c", 24.0
"""The ink of a muscle, and how high a sample is in units of a plate."""
TINT, SOFT = 0.20, 0.42
"""Opacity of a place that hurts, and of the main part of a zone."""


class MapPrint:
    """Knows the plates and their outlines, and lays a picture of them down anywhere."""

    def __init__(self, plates: Mapping[PlateId, Plate], outlines: Callable[[PlateId], Outlines]) -> None:
        self._plates = plates
        self._outlines = outlines

    def frame(self, picture: Picture) -> QRectF:
        """Return the part of the page that a picture shows, as it is shown, turned or not."""
        interest = QRectF(*self._plates[picture.plate].interest)
        shown = QRectF(interest.left(), interest.top(), interest.width(), min(interest.height(), HEAD))
        for outline, _ in self._standing_out(picture):
            shown = shown.united(outline.bounds.adjusted(-ROOM, -ROOM, ROOM, ROOM))
        shown = shown.intersected(QRectF(0, 0, PAGE_WIDTH, interest.bottom() + ROOM))
        if picture.is_flipped:
            shown.moveLeft(PAGE_WIDTH - shown.right())
        return shown

    def paint(self, painter: QPainter, picture: Picture, target: QRectF) -> None:
        """Paint a picture into a rectangle that has the shape of its frame."""
        frame = self.frame(picture)
        scale = target.width() / frame.width()
        placed = QTransform.fromTranslate(target.x(), target.y()).scale(scale, scale)
        placed.translate(-frame.x(), -frame.y())
        if picture.is_flipped:
            placed.translate(PAGE_WIDTH, 0).scale(-1, 1)
        painter.save()
        painter.setClipRect(target, Qt.ClipOperation.IntersectClip)
        turned = painter.worldTransform()
        layer = _Layer(painter, placed * turned, turned.mapRect(target))
        layer.lay(self._plates[picture.plate], self._standing_out(picture))
        painter.restore()

    def _standing_out(self, picture: Picture) -> list[tuple[Outline, tuple[Tone, ...]]]:
        """Return what stands out, deepest first, with the outline that is drawn for it."""
        tones: dict[ShapeId, tuple[Tone, ...]] = {}
        for name, found in picture.tones.items():
            shape = read_shape(name)
            if shape:
                tones[shape.mirrored.id if picture.is_flipped else name] = found
        by_id = self._outlines(picture.plate).by_id
        return [(outline, tones[name]) for name, outline in by_id.items() if name in tones]


class _Layer:
    """Lays paths of the plate's page down on a device, in whole units of it where they go into a file."""

    def __init__(self, painter: QPainter, placed: QTransform, seen: QRectF | None = None) -> None:
        """Lay down what touches ``seen``, in units of the device; or all of it."""
        self._painter = painter
        self._placed = placed
        self._seen = seen
        self._is_file = isinstance(painter.device(), QPagedPaintDevice)

    def lay(self, plate: Plate, standing_out: list[tuple[Outline, tuple[Tone, ...]]]) -> None:
        """Lay down the pale plate, and over it the muscles, the zones, what hurts, and the crosses."""
        self._painter.resetTransform()
        for mark in engrave(plate, "view-skin"):
            self.fill(mark.path, _paled(mark.ink))
        for tone, paint in (
            (Tone.OPENED, lambda one: self._muscle(plate, one)),
            (Tone.ESSENTIAL, self._main_zone),
            (Tone.SPILLOVER, self._wider_zone),
            (Tone.CHOSEN, self._pain),
            (Tone.POINT, self._point),
        ):
            for outline, tones in standing_out:
                if tone in tones:
                    paint(outline)

    def fill(self, path: QPainterPath, ink: QColor) -> None:
        """Fill a path of the page."""
        placed = self._placed.map(path)
        if self._seen is None or placed.controlPointRect().intersects(self._seen):
            self._painter.fillPath(whole(placed) if self._is_file else placed, ink)

    def sample(self, outline: Outline, tone: Tone) -> None:
        """Lay down a sample of a tone."""
        samples = {
            Tone.ESSENTIAL: self._main_zone,
            Tone.SPILLOVER: self._wider_zone,
            Tone.CHOSEN: self._pain,
            Tone.POINT: self._point,
        }
        if tone in samples:
            samples[tone](outline)
        else:
            self.fill(outline.path, QColor(FLESH))
            self.fill(overlay.line_along(outline.path, 3.0), QColor(PRINT.candidate))

    def _muscle(self, plate: Plate, outline: Outline) -> None:
        for mark in engrave(plate, outline.id):
            self.fill(mark.path, mark.ink)
        self.fill(overlay.line_along(outline.path, 4.0), QColor(PRINT.candidate))

    def _main_zone(self, outline: Outline) -> None:
        self.fill(outline.path, clear(PRINT.zone, SOFT))

    def _wider_zone(self, outline: Outline) -> None:
        self.fill(striped(outline.path), QColor(PRINT.zone))

    def _pain(self, outline: Outline) -> None:
        self.fill(outline.path, clear(PRINT.chosen, TINT))
        self.fill(overlay.line_along(outline.path, 6.0), QColor(PRINT.chosen))

    def _point(self, outline: Outline) -> None:
        arms = QTransform.fromScale(1.8, 1.8).map(cross(QPointF()))
        arms.translate(outline.bounds.center())
        self.fill(overlay.line_along(arms, 9.0), QColor(overlay.HALO))
        self.fill(overlay.line_along(arms, 4.5), QColor(overlay.MARK))


def paint_sign(painter: QPainter, place: QRectF, tone: Tone) -> None:
    """Paint what a tone looks like on the map, as a small sample."""
    scale = place.height() / SAMPLE
    box = QPainterPath()
    box.addRoundedRect(QRectF(0, 0, place.width() / scale, SAMPLE), 3, 3)
    painter.save()
    layer = _Layer(
        painter, QTransform.fromTranslate(place.x(), place.y()).scale(scale, scale) * painter.worldTransform()
    )
    painter.resetTransform()
    layer.sample(Outline(ShapeId(""), Kind.REGION, "", box, box.boundingRect()), tone)
    painter.restore()


def _paled(ink: QColor) -> QColor:
    pale = mix(ink.name(), PAPER, PALE)
    pale.setAlphaF(ink.alphaF())
    return pale
