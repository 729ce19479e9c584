"""Small pictures of what stands out, kept so that painting it again is no more than a copy."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

MOST = 48
"""How many are kept; the ones not used for longest go first."""


class Stamps:
    """Keeps pictures by what they show; all are forgotten when the view, the colours or a picture change."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[QPointF, QImage]] = {}

    def forget(self) -> None:
        """Make all of them anew when next painted."""
        self._kept.clear()

    def lay(
        self, painter: QPainter, key: Hashable, bounds: QRectF, paint: Callable[[QPainter], None]
    ) -> None:
        """Lay down what a call paints within some bounds, in the widget's pixels."""
        found = self._kept.pop(key, None) or self._make(painter, bounds, paint)
        self._kept[key] = found
        painter.drawImage(*found)
        while len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]

    def _make(
        self, painter: QPainter, bounds: QRectF, paint: Callable[[QPainter], None]
    ) -> tuple[QPointF, QImage]:
        ratio = painter.device().devicePixelRatioF()
        frame = QRectF(bounds.topLeft() * ratio, bounds.size() * ratio).toAlignedRect()
        corner = QPointF(frame.topLeft()) / ratio  # on a whole pixel of the screen, or it would be resampled
        image = QImage(frame.size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        inner = QPainter(image)
        inner.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner.translate(-corner)
        paint(inner)
        inner.end()
        return corner, image
