"""The pictures under everything else: the plate, plain or stepped back, and its muscles one by one."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from bodymap.anatomy.plate import PAGE_WIDTH, Kind, ShapeId
from bodymap.inquiry.state import Layer
from bodymap.ui import overlay
from bodymap.ui.picture import Order, Picture, Studio
from bodymap.ui.places import Places
from bodymap.ui.shapes import Outlines
from bodymap.ui.theme import Tokens, clear, mix

FADE = 90.0
"""Within how many units of the page's left and right edge the drawing fades."""
SKIN, MUSCLE = "#f3e0d3", "#b3483c"


class Ground:
    """Orders pictures, and lays them down."""

    def __init__(self, outlines: Outlines, studio: Studio, places: Places) -> None:
        self.layer = Layer.SKIN
        self.opens_jaw = False
        self.shows_dangers = False
        self._outlines = outlines
        self._studio = studio
        self._places = places
        skin = outlines.skin.boundingRect()
        self._runs_off = skin.left() <= 0 or skin.right() >= PAGE_WIDTH
        self._flat: dict[tuple[Order, str, float], QImage] = {}

    def take_studio(self, studio: Studio) -> None:
        """Have pictures made elsewhere from now on."""
        self._studio = studio
        self._flat.clear()

    def forget_made(self) -> None:
        """Let go of the copies on paper, while another plate is shown."""
        self._flat.clear()

    # ordering

    def backdrop(self) -> Order:
        """Return the order for the picture of the whole plate as it is opened now."""
        opens = "-open" if self.opens_jaw and self.layer in {Layer.DEEP, Layer.BONE} else ""
        return self._whole(f"view-{self.layer}{opens}")

    def dangers(self) -> Order:
        """Return the order for the picture of what needle and finger keep away from."""
        return self._whole("view-danger")

    def _whole(self, what: str) -> Order:
        view = self._places.view
        return Order(what, view.scale * view.ratio, view.clip(), view.is_mirrored)

    def sprite(self, drawn: ShapeId) -> Order:
        """Return the order for the picture of one muscle alone."""
        view, reach = self._places.view, overlay.SHADOW
        bounds = self._outlines.by_id[drawn].bounds.adjusted(-reach, -reach, reach, reach)
        return Order(drawn, view.scale * view.ratio, view.clip(bounds), view.is_mirrored)

    @property
    def is_sharp(self) -> bool:
        """Whether the picture of the plate is the one that the view asks for."""
        return self._studio.has(self.backdrop())

    def order_backdrop(self) -> None:
        """Have the plate painted sharp, and the dangers if they are shown."""
        self._studio.picture(self.backdrop())
        if self.shows_dangers:
            self._studio.picture(self.dangers())

    def take_backdrop(self) -> None:
        """Take the picture of the plate from an earlier start, if one was kept of this size."""
        if not self.is_sharp and not self._places.view.is_mirrored and self._places.view.zoom == 1.0:
            self._studio.take_from_shelf(self.backdrop())

    def order_sprites(self) -> None:
        """Have the muscles painted one by one, so that a press finds them ready."""
        if self._places.view.zoom == 1.0 and self.is_sharp:
            for outline in self._outlines.of(Kind.MUSCLE):
                self._studio.order_ahead(self.sprite(outline.id))

    def prepare(self, tokens: Tokens) -> None:
        """Make ready what a press would otherwise have to wait for."""
        picture = self._studio.newest(self.backdrop())
        if picture and self._is_sharp(picture):
            for strength in (1.0, tokens.rested):
                self._flattened(picture, tokens, strength)

    def wait(self) -> None:
        """Wait for all pictures that were ordered; for still pictures."""
        self._studio.wait()

    # painting

    def paint(self, painter: QPainter, dirty: QRectF, tokens: Tokens, strength: float) -> None:
        """Paint the paper and the plate; its strength, 0 to 1, is how much of it is left."""
        picture = self._studio.newest(self.backdrop())
        if picture and self._is_sharp(picture):
            target = self._target(picture)
            if not target.contains(dirty):
                painter.fillRect(dirty, QColor(tokens.paper))
            painter.drawImage(target.topLeft(), self._flattened(picture, tokens, strength))
            return
        painter.fillRect(dirty, QColor(tokens.paper))
        painter.setOpacity(strength)
        if picture is None:
            painter.fillPath(self._places.skin, mix(SKIN, tokens.paper, 0.8))
        else:
            self._stretch(painter, picture)
        painter.setOpacity(1.0)

    def paint_dangers(self, painter: QPainter) -> None:
        """Paint the dangers over the plate, if they are shown."""
        picture = self._studio.newest(self.dangers()) if self.shows_dangers else None
        if picture and self._is_sharp(picture):
            picture.image.setDevicePixelRatio(self._places.view.ratio)
            painter.drawImage(self._target(picture).topLeft(), picture.image)
        elif picture:
            self._stretch(painter, picture)

    def has_muscle(self, shape: ShapeId) -> bool:
        """Whether the sharp picture of a muscle is there; if not, it is ordered."""
        order = self.sprite(self._places.turned(shape))
        self._studio.picture(order)
        return self._studio.has(order)

    def paint_muscle(self, painter: QPainter, shape: ShapeId, strength: float) -> None:
        """Paint one muscle over the plate."""
        picture = self._studio.picture(self.sprite(self._places.turned(shape)))
        painter.setOpacity(strength)
        if picture is None:
            painter.fillPath(self._places.path(shape), clear(MUSCLE, 0.85))
        elif self._is_sharp(picture):
            picture.image.setDevicePixelRatio(self._places.view.ratio)
            painter.drawImage(self._target(picture).topLeft(), picture.image)
        else:
            self._stretch(painter, picture)
        painter.setOpacity(1.0)

    def _flattened(self, picture: Picture, tokens: Tokens, strength: float) -> QImage:
        """Return a picture on paper, so that laying it down is no more than a copy."""
        key = picture.order, tokens.paper, strength
        if key not in self._flat:
            self._flat = {known: image for known, image in self._flat.items() if known[0] == picture.order}
            image = QImage(picture.image.size(), QImage.Format.Format_RGB32)
            image.fill(QColor(tokens.paper))
            painter = QPainter(image)
            painter.setOpacity(strength)
            painter.drawImage(0, 0, picture.image)
            painter.setOpacity(1.0)
            if self._runs_off:
                self._fade_edges(painter, picture.order, tokens)
            painter.end()
            image.setDevicePixelRatio(self._places.view.ratio)
            self._flat[key] = image
        return self._flat[key]

    def _fade_edges(self, painter: QPainter, order: Order, tokens: Tokens) -> None:
        """Let what runs off the page fade into the paper; ``order`` says which part of the page it is."""
        left, _, width, height = order.clip
        reach = FADE * order.scale
        for edge, inwards in ((-left, 1), (PAGE_WIDTH * order.scale - left, -1)):
            blend = QLinearGradient(edge, 0, edge + inwards * reach, 0)
            blend.setColorAt(0, QColor(tokens.paper))
            blend.setColorAt(1, clear(tokens.paper, 0.0))
            strip = QRectF(min(edge, edge + inwards * reach), 0, reach, height)
            painter.fillRect(strip.intersected(QRectF(0, 0, width, height)), blend)

    def _is_sharp(self, picture: Picture) -> bool:
        view = self._places.view
        return picture.order.scale == view.scale * view.ratio

    def _target(self, picture: Picture) -> QRectF:
        view, order = self._places.view, picture.order
        return view.target(order.clip, order.scale)

    def _stretch(self, painter: QPainter, picture: Picture) -> None:
        """Lay a picture of another size down until the sharp one comes."""
        picture.image.setDevicePixelRatio(1.0)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=True)
        painter.drawImage(self._target(picture), picture.image, QRectF(QPointF(), picture.image.size()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
