"""How the page of a plate lies in the window: fit, zoom and pan."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QTransform

from bodymap.anatomy.plate import PAGE_HEIGHT, PAGE_WIDTH

INTEREST = QRectF(130, 26, 770, 1060)
"""The part of the page that a fitted view shows at least, where a plate does not say another."""
GRID = 4
"""Screens are scaled by quarters, so four of the widget's pixels are whole pixels of the screen."""
LEAST_ZOOM, MOST_ZOOM = 0.5, 8.0


@dataclass(frozen=True)
class View:
    """Where the page lies in a widget; lengths in the widget's own pixels.

    ``interest`` is the part of the page that a fitted view shows at least; below it the trunk runs on.
    """

    size: QSize
    ratio: float = 1.0
    zoom: float = 1.0
    shift: QPointF = field(default_factory=QPointF)
    is_mirrored: bool = False
    interest: QRectF = field(default_factory=lambda: QRectF(INTEREST))

    @cached_property
    def scale(self) -> float:
        """Pixels to a unit of the page."""
        fit = min(self.size.width() / self.interest.width(), self.size.height() / self.interest.height())
        return max(fit, 0.05) * self.zoom

    @cached_property
    def origin(self) -> QPointF:
        """Where the page begins, on a whole device pixel."""
        middle = self.interest.center()
        aside = -self.shift.x() if self.is_mirrored else self.shift.x()
        x = round((self.size.width() / 2 - middle.x() * self.scale + aside) * self.ratio)
        y = round((self.size.height() / 2 - middle.y() * self.scale + self.shift.y()) * self.ratio)
        if self.is_mirrored:  # to the pixel what the other side is, so that one picture serves both
            x = self._device_size()[0] - x - round(PAGE_WIDTH * self.scale * self.ratio)
        return QPointF(x / self.ratio, y / self.ratio)

    @cached_property
    def transform(self) -> QTransform:
        """From the drawing as it was drawn to the widget, mirrored for the patient's left."""
        moved = QTransform.fromTranslate(self.origin.x(), self.origin.y()).scale(self.scale, self.scale)
        return moved.translate(PAGE_WIDTH, 0).scale(-1, 1) if self.is_mirrored else moved

    def to_page(self, point: QPointF) -> QPointF:
        """Return the place in the drawing that lies under a pixel."""
        return self.transform.inverted()[0].map(point)

    def to_shown(self, pixel: QPointF) -> QPointF:
        """Return the place under a pixel on the page as it is shown, mirrored or not."""
        return (pixel - self.origin) / self.scale

    def zoomed(self, factor: float, about: QPointF) -> "View":
        """Return the view larger by a factor, with the point under the cursor staying where it is."""
        zoom = min(MOST_ZOOM, max(LEAST_ZOOM, self.zoom * factor))
        grown = replace(self, zoom=zoom)
        place = self.to_page(about)
        slip = about - grown.transform.map(place)
        return replace(grown, shift=grown.shift + slip).kept_in_sight()

    def panned(self, by: QPointF) -> "View":
        """Return the view moved by some pixels."""
        return replace(self, shift=self.shift + by).kept_in_sight()

    def kept_in_sight(self) -> "View":
        """Return the view moved no further than the page's interest reaches."""
        reach_x = self.interest.width() * self.scale / 2
        reach_y = self.interest.height() * self.scale / 2
        shift = QPointF(
            min(reach_x, max(-reach_x, self.shift.x())), min(reach_y, max(-reach_y, self.shift.y()))
        )
        return self if shift == self.shift else replace(self, shift=shift)

    def fitted(self, size: QSize, ratio: float) -> "View":
        """Return the view of the whole plate, turned as this one, in a widget of some size."""
        return View(size, ratio, is_mirrored=self.is_mirrored, interest=self.interest)

    def clip(self, part: QRectF | None = None) -> tuple[int, int, int, int]:
        """Return the visible part of the page, or of some place on it, in device pixels of the page.

        It is given as left, top, width and height.
        """
        scale = self.scale * self.ratio
        page = QRect(0, 0, round(PAGE_WIDTH * scale), round(PAGE_HEIGHT * scale))
        start = -self.origin * self.ratio
        window = QRect(round(start.x()), round(start.y()), *self._device_size())
        seen = page.intersected(window)
        if part is not None:
            seen = seen.intersected(self._on_page(part, scale))
        return seen.x(), seen.y(), seen.width(), seen.height()

    def target(self, clip: tuple[int, int, int, int], scale: float) -> QRectF:
        """Return where a picture of part of the page belongs in the widget."""
        factor = self.scale / scale
        x, y, width, height = (value * factor for value in clip)
        return QRectF(self.origin.x() + x, self.origin.y() + y, width, height)

    def _device_size(self) -> tuple[int, int]:
        return round(self.size.width() * self.ratio), round(self.size.height() * self.ratio)

    def _on_page(self, part: QRectF, scale: float) -> QRect:
        drawn = QRectF(
            part.left() * scale, part.top() * scale, part.width() * scale, part.height() * scale
        ).toAlignedRect()
        if self.is_mirrored:
            drawn.moveLeft(round(PAGE_WIDTH * scale) - drawn.x() - drawn.width())
        return drawn


def on_grid(frame: QRect) -> QRect:
    """Return the rectangle grown to multiples of a length that is whole pixels at any usual scale."""
    left, top = frame.left() // GRID * GRID, frame.top() // GRID * GRID
    right, bottom = -(-(frame.right() + 1) // GRID) * GRID, -(-(frame.bottom() + 1) // GRID) * GRID
    return QRect(left, top, right - left, bottom - top)
