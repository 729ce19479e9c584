"""One view of the patient as a small picture, in which what was chosen glows."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPaintEvent,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from bodymap.anatomy.plate import PAGE_HEIGHT, PAGE_WIDTH, ShapeId, read_shape
from bodymap.anatomy.region import Side
from bodymap.inquiry.views import View as Seen
from bodymap.language import say_number
from bodymap.ui.overlay import paint_ring, pen
from bodymap.ui.picture import Order
from bodymap.ui.sheets import THUMB, Sheet, Sheets
from bodymap.ui.theme import Tokens

ROUND = 7
GROWN = 20.0
"""By how many units of the page a chosen region is drawn larger in a small picture."""
SCALE = 0.16
"""How large the small pictures are painted, in pixels to a unit of the page: more than they are shown."""


class ViewButton(QAbstractButton):
    """One view: pressing it turns the drawing there."""

    def __init__(self, sheets: Sheets, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheets = sheets
        self.tokens = tokens
        self.seen: Seen | None = None
        self._ground: QImage | None = None
        self._grown: dict[ShapeId, QPainterPath] = {}
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCheckable(True)

    def show_view(self, seen: Seen) -> None:
        """Show a view, and what is chosen in it."""
        if seen == self.seen:
            return
        if self.seen is None or seen.is_flipped != self.seen.is_flipped:
            self._ground = None
        self.seen = seen
        self.setChecked(seen.is_shown)
        self.setAccessibleName(_read_out(seen))
        self.setToolTip(seen.words)
        self.update()

    def make_ready(self) -> bool:
        """Have the small picture painted; say whether there was anything left to do."""
        if self.seen is None:
            return False
        sheet = self._sheets.sheet(self.seen.plate)
        order = _order()
        if sheet.studio.has(order):
            return False
        sheet.studio.take_from_shelf(order)
        sheet.studio.picture(order)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.seen and self._sheets.has(self.seen.plate):
            self._paint_plate(painter, self._sheets.sheet(self.seen.plate), frame)
        is_marked = self.isChecked() or self.underMouse()
        colour = QColor(self.tokens.accent if is_marked else self.tokens.line)
        painter.setPen(pen(colour, 2.4 if self.isChecked() else 1))
        painter.drawRoundedRect(frame, ROUND, ROUND)
        if self.hasFocus():
            paint_ring(painter, self.rect(), self.tokens)

    def _paint_plate(self, painter: QPainter, sheet: Sheet, frame: QRectF) -> None:
        """Paint the plate as it lies in this view, and the chosen regions over it."""
        seen = self.seen
        if seen is None:
            return
        fit = _fit(sheet.interest, frame, is_flipped=seen.is_flipped)
        if self._ground is None:
            self._ground = self._make_ground(sheet, frame, fit)
        painter.drawImage(0, 0, self._ground)
        if not seen.chosen:
            return
        painter.save()
        painter.setClipRect(frame)
        painter.setTransform(fit, combine=True)
        swaps = seen.is_flipped and seen.side is Side.LEFT
        for shape in seen.chosen:
            drawn = _drawn(shape) if swaps else shape
            if drawn in sheet.outlines.by_id:
                painter.fillPath(self._glow(sheet, drawn), QColor(self.tokens.chosen))
        painter.restore()

    def _glow(self, sheet: Sheet, shape: ShapeId) -> QPainterPath:
        """Return a region grown so that it is seen in a small picture, however small it is."""
        if shape not in self._grown:
            path = sheet.outlines.by_id[shape].path
            stroker = QPainterPathStroker()
            stroker.setWidth(GROWN)
            grown = stroker.createStroke(path)
            grown.addPath(path)
            grown.setFillRule(Qt.FillRule.WindingFill)
            self._grown[shape] = grown
        return self._grown[shape]

    def _make_ground(self, sheet: Sheet, frame: QRectF, fit: QTransform) -> QImage:
        """Lay the small picture as it will be shown, so that painting it again is no more than a copy."""
        picture = sheet.studio.newest(_order())
        ratio = self.devicePixelRatioF()
        image = QImage(self.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        inside = QPainterPath()
        inside.addRoundedRect(frame, ROUND, ROUND)
        painter.fillPath(inside, QColor(self.tokens.paper))
        painter.setClipPath(inside)
        painter.setTransform(fit, combine=True)
        if picture:
            painter.drawImage(QRectF(0, 0, PAGE_WIDTH, PAGE_HEIGHT), picture.image)
        painter.end()
        return image

    def forget_ground(self) -> None:
        """Lay the small picture anew when next painted."""
        self._ground = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ground = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        self.update()


def _read_out(seen: Seen) -> str:
    """Name a view, with how much of what was chosen is seen in it."""
    if not seen.chosen:
        return seen.words
    return say_number(
        len(seen.chosen), "{view}, 1 chosen here", "{view}, {number} chosen here", view=seen.words
    )


def _order() -> Order:
    """Return the order for the small picture of any plate."""
    return Order(
        THUMB, SCALE, (0, 0, round(PAGE_WIDTH * SCALE), round(PAGE_HEIGHT * SCALE)), is_mirrored=False
    )


def _fit(interest: QRectF, frame: QRectF, *, is_flipped: bool) -> QTransform:
    """Return how the page comes into a frame."""
    scale = min(frame.width() / interest.width(), frame.height() / interest.height())
    middle = interest.center()
    fitted = QTransform.fromTranslate(frame.center().x(), frame.center().y())
    fitted = fitted.scale(-scale if is_flipped else scale, scale)
    return fitted.translate(-middle.x(), -middle.y())


def _drawn(shape: ShapeId) -> ShapeId:
    """Return the drawn twin of a shape of the patient's other side."""
    known = read_shape(shape)
    return known.mirrored.id if known else shape
