"""The page to take home as it will come out of the printer, in the place of the drawing."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from bodymap.language import mark, say
from bodymap.ui.controls import Choice
from bodymap.ui.map_print import PAPER, MapPrint
from bodymap.ui.theme import clear
from bodymap.ui.typeset import Leaf

EDGE = 18
"""Room around the paper, in pixels, for its shadow."""
SHADOW, SHADE = 8, 0.03
"""How far the shadow reaches in pixels, and how dark each of its steps is."""
ZOOMS = {
    "page": (mark("Whole page"), mark("See the whole page")),
    "width": (mark("Fit the width"), mark("Read it, as wide as there is room")),
    "large": (mark("Large"), mark("Half as wide again")),
}
LARGE = 1.5


class Paper(QWidget):
    """The sheet of paper itself, painted as it is printed."""

    def __init__(self, maps: MapPrint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._maps = maps
        self._leaf: Leaf | None = None
        self._painted: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_leaf(self, leaf: Leaf) -> None:
        """Show another page."""
        self._leaf = leaf
        self._painted = None
        self.update()

    def take_width(self, width: float, leaf: Leaf) -> None:
        """Be as wide as this, and as high as the page then is."""
        height = width * leaf.size.height() / leaf.size.width()
        self.setFixedSize(round(width) + 2 * EDGE, round(height) + 2 * EDGE)
        self._painted = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._leaf is None:
            return
        if self._painted is None or self._painted.devicePixelRatio() != self.devicePixelRatioF():
            self._painted = self._paint(self._leaf)
        painter = QPainter(self)
        painter.drawPixmap(QPointF(), self._painted)
        painter.end()

    def _paint(self, leaf: Leaf) -> QPixmap:
        """Paint the page once; scrolling then only copies it."""
        ratio = self.devicePixelRatioF()
        made = QPixmap((self.size().toSizeF() * ratio).toSize())
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(SHADOW, 0, -1):
            painter.setBrush(clear("#000000", SHADE))
            painter.drawRoundedRect(sheet.adjusted(-step, -step + 3, step, step + 3), step, step)
        painter.fillRect(sheet, QColor(PAPER))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(clear("#000000", 0.18))
        painter.drawRect(sheet)
        painter.translate(sheet.topLeft())
        scale = sheet.width() / leaf.size.width()
        painter.scale(scale, scale)
        leaf.paint(painter, self._maps)
        painter.end()
        return made


class Preview(QWidget):
    """Paper on a desk: fitted to the width or whole, or larger; and a line that says what was left out."""

    def __init__(self, maps: MapPrint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("diagram")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.paper = Paper(maps)
        self.left_out = QLabel()
        self.left_out.setObjectName("soft")
        self.left_out.setWordWrap(True)
        self._leaf: Leaf | None = None
        self._zoom = "page"
        self.zooms = Choice(say("Preview"), {key: (say(a), say(b)) for key, (a, b) in ZOOMS.items()})
        self.zooms.chosen.connect(self._on_zoom)
        self.zooms.show_choice(self._zoom)
        self._area = QScrollArea()
        self._area.setWidget(self.paper)
        self.paper.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setAccessibleName(say("Preview of the page"))
        self._area.viewport().installEventFilter(self)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.zooms)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.left_out)
        column.addWidget(self._area, 1)

    def show_leaf(self, leaf: Leaf, left_out: str) -> None:
        """Show a page, and say what found no room on it."""
        self._leaf = leaf
        self.paper.show_leaf(leaf)
        self.paper.setAccessibleName(leaf.handout.title)
        self.left_out.setText(left_out)
        self.left_out.setVisible(bool(left_out))
        self._fit()

    def _on_zoom(self, zoom: str) -> None:
        self._zoom = zoom
        self._fit()

    def _fit(self) -> None:
        if self._leaf is None:
            return
        room = self._area.maximumViewportSize()
        bar = self._area.verticalScrollBar().sizeHint().width()
        wide = room.width() - 2 * EDGE - bar
        whole = (room.height() - 2 * EDGE) * self._leaf.size.width() / self._leaf.size.height()
        width = {"page": min(wide + bar, whole), "width": wide, "large": wide * LARGE}[self._zoom]
        self.paper.take_width(max(width, 120.0), self._leaf)
        self.paper.update()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)
