"""Pictures of a drawing, made by Qt's SVG reader in the background.

The reader lets the interface go on while it works; the renderer class does not
(see the ADR on how shapes are painted), so every picture comes through here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QObject, QRect, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader

from bodymap.anatomy.plate import PAGE_HEIGHT, PAGE_WIDTH, Plate
from bodymap.ui.drawing import STACKS, Drawing
from bodymap.ui.inks import PLAIN, Inks

VIEWS = frozenset(STACKS) - {"thumb-skin", "view-danger"}
_READING = Lock()
MOST_VIEWS = 2
"""How many of a plate's views are kept in memory, each as large as the drawing in the window."""


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

    def name(self, digest: str, inks: Inks = PLAIN) -> str:
        """Return a file name that belongs to this picture alone."""
        clip = "-".join(map(str, self.clip))
        turned = int(self.is_mirrored)
        return f"{digest[:16]}-{self.what}{inks.key}-{self.scale:.5f}-{clip}-{turned}.argb"


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished picture and the order that it fills."""

    order: Order
    image: QImage


class Studio(QObject):
    """Paints layers and single shapes of one plate in the background, and keeps the newest of each."""

    finished = Signal(str)

    def __init__(
        self,
        plate: Plate,
        shelf: Shelf | None = None,
        inks: Inks = PLAIN,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._plate = plate
        self._shelf = shelf
        self._inks = inks
        self._drawing = Drawing(plate.svg, inks)
        self._done: dict[str, Picture] = {}
        self._wanted: dict[str, Order] = {}
        self._to_keep: set[Order] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def picture(self, order: Order) -> Picture | None:
        """Return the newest picture of what is ordered; when it is not the one ordered, start on that."""
        done = self._done.get(order.what)
        if done is not None and done.order == order.flipped:
            self._done[order.what] = _flip(done)
        elif (done is None or done.order != order) and self._wanted.get(order.what) != order:
            self._wanted[order.what] = order
            self._pool.start(_Task(lambda: self._paint(order)), 1 if order.what in STACKS else 0)
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
        content = self._shelf.get(order.name(self._plate.digest, self._inks)) if self._shelf else None
        width, height = order.clip[2], order.clip[3]
        if content is None or len(content) != 4 * width * height:
            self._to_keep.add(order)
            return
        image = QImage(content, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied).copy()
        self._store(Picture(order, image))

    def has(self, order: Order) -> bool:
        """Whether exactly this picture is finished."""
        done = self._done.get(order.what)
        return done is not None and done.order == order

    def forget(self, kept: frozenset[str]) -> None:
        """Let go of all pictures but some."""
        for what in [*self._done, *self._wanted]:
            if what not in kept:
                self._let_go(what)

    def wait(self) -> None:
        """Wait until nothing is being painted; for still pictures."""
        self._pool.waitForDone()

    def stop(self) -> None:
        """Drop all that was ordered and wait for what is being painted; for the end of the program."""
        self._wanted.clear()
        self._pool.clear()
        self._pool.waitForDone()

    def _store(self, picture: Picture) -> None:
        """Keep a picture; of the large views of a plate only the newest few are kept."""
        self._done.pop(picture.order.what, None)
        self._done[picture.order.what] = picture
        large = [what for what in list(self._done) if what in VIEWS]
        for what in large[:-MOST_VIEWS]:
            self._let_go(what)

    def _let_go(self, what: str) -> None:
        self._done.pop(what, None)
        self._wanted.pop(what, None)

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
            self._store(picture)
            self.finished.emit(order.what)
        if self._shelf and order in self._to_keep:
            self._to_keep.discard(order)
            self._shelf.put(order.name(self._plate.digest, self._inks), bytes(picture.image.constBits()))


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
    """Paint an SVG as ordered, on nothing.

    One at a time: each plate has a thread of its own, and Qt does not say that two readers may work at once.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(svg))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(round(PAGE_WIDTH * order.scale), round(PAGE_HEIGHT * order.scale)))
    reader.setScaledClipRect(QRect(*order.clip))
    with _READING:
        reader.canRead()  # finds Qt's reader while Python is held: reading lets go of it, and would need it
        image = reader.read()  # back under a lock of Qt's for which the window, holding it, may be waiting
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
