"""Plays a drawing to somebody who takes down each path, rather than painting it."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QPaintDevice, QPaintEngine, QPaintEngineState, QPainter, QPainterPath
from PySide6.QtSvg import QSvgRenderer

from bodymap.anatomy.plate import PAGE_HEIGHT, PAGE_WIDTH
from bodymap.ui.shapes import PAGE

Take = Callable[[QPainter, QPainterPath], None]
"""Takes a path, and the painter as it stands: its brush, its pen, and the way from the path to the page."""


def play(svg: bytes, take: Take) -> None:
    """Have Qt's own reader draw a drawing as large as the page, and hand on each path, the lowest first."""
    sheet = _Sheet(take)
    renderer = QSvgRenderer(QByteArray(svg))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.IgnoreAspectRatio)
    painter = QPainter(sheet)
    renderer.render(painter, PAGE)
    painter.end()


class _Recorder(QPaintEngine):
    """A paint engine that paints nothing."""

    def __init__(self, take: Take) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self._take = take

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def updateState(self, _state: QPaintEngineState) -> None:
        return

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def drawPath(self, path: QPainterPath) -> None:
        self._take(self.painter(), path)


class _Sheet(QPaintDevice):
    """Something to paint on that is as large as the page and keeps no pixels."""

    def __init__(self, take: Take) -> None:
        super().__init__()
        self._engine = _Recorder(take)

    def paintEngine(self) -> QPaintEngine:
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        names = QPaintDevice.PaintDeviceMetric
        sizes = {names.PdmWidth: PAGE_WIDTH, names.PdmHeight: PAGE_HEIGHT, names.PdmDepth: 32}
        return sizes.get(metric, 1 if metric is names.PdmDevicePixelRatio else 96)
