"""Pictures of a drawing, made by Qt's SVG reader in the background.

The reader lets the interface go on while it works; the renderer class does not
(see the ADR on how shapes are painted), so every picture comes through here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QByteArray, QObject, QRect, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader

from bodymap.anatomy.plate import Plate
from bodymap.ui.cutting import Cutter

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
PAGE_WIDTH, PAGE_HEIGHT = 1000, 1300
MIRROR = "matrix(-1 0 0 1 1000 0)"
HIDDEN_WHEN_DEEP = frozenset({"layer-surface"})
CLEAR_WHEN_DEEP = frozenset({"layer-jaw", "layer-features"})
SEEN_THROUGH = "0.35"


class Shelf(Protocol):
    """Where finished pictures may be kept from one start to the next; it may forget at any time."""

    def get(self, name: str) -> bytes | None:
        """Return what was kept under a name, if it is still there."""

    def put(self, name: str, content: bytes) -> None:
        """Keep something under a name."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be painted: a layer or a shape, how large, which part, and for which side.

    ``scale`` is device pixels to a unit of the page; ``clip`` is in device pixels of the whole page.
    """

    what: str
    scale: float
    clip: tuple[int, int, int, int]
    is_mirrored: bool

    @property
    def flipped(self) -> "Order":
        """The order for the mirror image of this picture."""
        x, y, width, height = self.clip
        clip = round(PAGE_WIDTH * self.scale) - x - width, y, width, height
        return Order(self.what, self.scale, clip, not self.is_mirrored)

    def name(self, digest: str) -> str:
        """Return a file name that belongs to this picture alone."""
        clip = "-".join(map(str, self.clip))
        return f"{digest[:16]}-{self.what}-{self.scale:.5f}-{clip}-{int(self.is_mirrored)}.argb"


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished picture and the order that it fills."""

    order: Order
    image: QImage


class Studio(QObject):
    """Paints layers and single shapes of one plate in the background, and keeps the newest of each."""

    finished = Signal(str)

    def __init__(self, plate: Plate, shelf: Shelf | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plate = plate
        self._shelf = shelf
        self._drawing = Drawing(plate.svg)
        self._done: dict[str, Picture] = {}
        self._wanted: dict[str, Order] = {}
        self._to_keep: Order | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def picture(self, order: Order) -> Picture | None:
        """Return the newest picture of what is ordered; when it is not the one ordered, start on that."""
        done = self._done.get(order.what)
        if done is not None and done.order == order.flipped:
            self._done[order.what] = _flip(done)
        elif (done is None or done.order != order) and self._wanted.get(order.what) != order:
            self._wanted[order.what] = order
            self._pool.start(_Task(lambda: self._paint(order)), 1 if order.what.startswith("layer") else 0)
        return self.newest(order)

    def order_ahead(self, order: Order) -> None:
        """Start on a picture that may be wanted, unless it or its mirror image is there."""
        done = self._done.get(order.what)
        if done is None or done.order not in {order, order.flipped}:
            self.picture(order)

    def newest(self, order: Order) -> Picture | None:
        """Return the newest picture of what is ordered, whatever its size."""
        done = self._done.get(order.what)
        return done if done and done.order.is_mirrored == order.is_mirrored else None

    def take_from_shelf(self, order: Order) -> None:
        """Take a picture kept from an earlier start, at once; if it is not there, keep it this time."""
        content = self._shelf.get(order.name(self._plate.digest)) if self._shelf else None
        width, height = order.clip[2], order.clip[3]
        if content is None or len(content) != 4 * width * height:
            self._to_keep = order
            return
        image = QImage(content, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied).copy()
        self._done[order.what] = Picture(order, image)

    def has(self, order: Order) -> bool:
        """Whether exactly this picture is finished."""
        done = self._done.get(order.what)
        return done is not None and done.order == order

    def forget(self, kept: frozenset[str]) -> None:
        """Let go of all pictures but some."""
        self._done = {what: done for what, done in self._done.items() if what in kept}
        self._wanted = {what: order for what, order in self._wanted.items() if what in kept}

    def wait(self) -> None:
        """Wait until nothing is being painted; for still pictures."""
        self._pool.waitForDone()

    def stop(self) -> None:
        """Drop all that was ordered and wait for what is being painted; for the end of the program."""
        self._wanted.clear()
        self._pool.clear()
        self._pool.waitForDone()

    def _make(self, order: Order) -> Picture:
        """Paint a picture; the left of the patient is the mirror image of the right, to the pixel."""
        drawn = order.flipped if order.is_mirrored else order
        picture = Picture(drawn, paint(self._drawing.text(order.what, is_mirrored=False), drawn))
        return _flip(picture) if order.is_mirrored else picture

    def _paint(self, order: Order) -> None:
        """Paint in a thread; an order that nobody wants any more is dropped."""
        if self._wanted.get(order.what) != order:
            return
        picture = self._make(order)
        if self._wanted.get(order.what) == order:
            self._done[order.what] = picture
            self.finished.emit(order.what)
        if self._shelf and self._to_keep == order:
            self._shelf.put(order.name(self._plate.digest), bytes(picture.image.constBits()))


class Drawing:
    """The text of a drawing, cut into what is painted by itself."""

    def __init__(self, svg: bytes) -> None:
        self._svg = svg
        self._root: ElementTree.Element | None = None
        self._cutter: Cutter | None = None

    def text(self, what: str, *, is_mirrored: bool) -> bytes:
        """Return the SVG of a layer (``layer-skin``, ``layer-deep``) or of one shape alone."""
        if what == "layer-whole" and not is_mirrored:
            return self._svg
        if not is_mirrored and (cut := self._cut(what)):
            return cut
        root = self._parsed()
        page = ElementTree.Element(f"{{{SVG}}}svg", {"viewBox": f"0 0 {PAGE_WIDTH} {PAGE_HEIGHT}"})
        page.extend(root.findall(f"{{{SVG}}}defs"))
        group = ElementTree.SubElement(page, f"{{{SVG}}}g", {"transform": MIRROR} if is_mirrored else {})
        group.extend(_opened(root, what))
        return ElementTree.tostring(page)

    def _cut(self, what: str) -> bytes | None:
        self._cutter = self._cutter or Cutter(self._svg)
        if what == "layer-deep":
            return self._cutter.opened(HIDDEN_WHEN_DEEP, CLEAR_WHEN_DEEP, SEEN_THROUGH)
        return self._cutter.cut(what)

    def _parsed(self) -> ElementTree.Element:
        if self._root is None:
            ElementTree.register_namespace("", SVG)
            ElementTree.register_namespace("xlink", XLINK)
            self._root = ElementTree.fromstring(self._svg)
        return self._root


def _opened(root: ElementTree.Element, what: str) -> list[ElementTree.Element]:
    """Return the parts of a drawing that are seen when it is opened to a layer, or one shape."""
    if not what.startswith("layer-"):
        return [element for element in root.iter() if element.get("id") == what][:1]
    groups = root.findall(f"{{{SVG}}}g")
    if what != "layer-deep":
        return groups
    return [_see_through(group) for group in groups if group.get("id") not in HIDDEN_WHEN_DEEP]


def _see_through(group: ElementTree.Element) -> ElementTree.Element:
    """Return a layer as it is when the plate is opened: what covers the deep muscles lets them through."""
    if group.get("id") not in CLEAR_WHEN_DEEP:
        return group
    clear = ElementTree.Element(group.tag, {**group.attrib, "opacity": SEEN_THROUGH})
    clear.extend(group)
    return clear


def _flip(picture: Picture) -> Picture:
    if hasattr(picture.image, "flipped"):
        image = picture.image.flipped(Qt.Orientation.Horizontal)
    else:  # before Qt 6.9
        image = picture.image.mirrored(horizontally=True, vertically=False)
    return Picture(picture.order.flipped, image)


class _Task(QRunnable):
    """A call to be made by another thread."""

    def __init__(self, call: Callable[[], None]) -> None:
        super().__init__()
        self._call = call

    def run(self) -> None:
        self._call()


def paint(svg: bytes, order: Order) -> QImage:
    """Paint an SVG as ordered, on nothing."""
    buffer = QBuffer()
    buffer.setData(QByteArray(svg))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(round(PAGE_WIDTH * order.scale), round(PAGE_HEIGHT * order.scale)))
    reader.setScaledClipRect(QRect(*order.clip))
    image = reader.read()
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
