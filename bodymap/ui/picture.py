"""Pictures of a drawing, made by Qt's SVG reader in the background.

The reader lets the interface go on while it works; the renderer class does not
(see the ADR on how shapes are painted), so every picture comes through here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QByteArray, QObject, QRect, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader

from bodymap.anatomy.plate import Plate
from bodymap.ui.cutting import Cutter
from bodymap.ui.inks import PLAIN, SVG, Inks

PAGE_WIDTH, PAGE_HEIGHT = 1000, 1300
MIRROR = "matrix(-1 0 0 1 1000 0)"


@dataclass(frozen=True)
class Stack:
    """Which layers of a drawing a view hides, lets shine through, or shows though the file hides them."""

    hidden: frozenset[str] = frozenset()
    clear: Mapping[str, str] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()


def _layers(*names: str) -> frozenset[str]:
    return frozenset(f"layer-{name}" for name in names)


UNSEEN = _layers("joint", "cover", "danger", "regions", "points")
"""What the file itself hides; it need not even be read."""
WHOLE = Stack(UNSEEN)
COVERED = Stack(
    UNSEEN - _layers("cover") | _layers("behind", "bone", "deep", "jaw", "surface"), {}, _layers("cover")
)
PEELED = _layers("behind", "surface")
BARE = _layers("behind", "surface", "deep")
JOINT = _layers("joint")
STACKS: Mapping[str, Stack] = {
    "view-skin": COVERED,
    "thumb-skin": COVERED,
    "view-surface": WHOLE,
    "view-deep": Stack(UNSEEN | PEELED, {"layer-jaw": "0.5", "layer-features": "0.35"}),
    "view-deep-open": Stack(UNSEEN - JOINT | PEELED, {"layer-jaw": "0.32", "layer-features": "0.2"}, JOINT),
    "view-bone": Stack(UNSEEN | BARE, {"layer-features": "0.25"}),
    "view-bone-open": Stack(UNSEEN - JOINT | BARE, {"layer-jaw": "0.3", "layer-features": "0.15"}, JOINT),
    "view-danger": Stack(
        UNSEEN - _layers("danger") | BARE | _layers("skin", "mouth", "bone", "jaw", "features"),
        {},
        _layers("danger"),
    ),
}
"""Every view of a plate, by the name under which it is ordered."""


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
        if self._shelf and order in self._to_keep:
            self._to_keep.discard(order)
            self._shelf.put(order.name(self._plate.digest, self._inks), bytes(picture.image.constBits()))


class Drawing:
    """The text of a drawing, cut into what is painted by itself."""

    def __init__(self, svg: bytes, inks: Inks = PLAIN) -> None:
        self._own = svg
        self._inks = inks

    @cached_property
    def _svg(self) -> bytes:
        return self._inks.turn(self._own)

    @cached_property
    def _cutter(self) -> Cutter:
        return Cutter(self._svg)

    @cached_property
    def _root(self) -> ElementTree.Element:
        return ElementTree.fromstring(self._svg)

    def text(self, what: str, *, is_mirrored: bool) -> bytes:
        """Return the SVG of a view of the plate (one of ``STACKS``) or of one shape alone."""
        if not is_mirrored and (cut := self._cut(what)):
            return cut
        page = ElementTree.Element(f"{{{SVG}}}svg", {"viewBox": f"0 0 {PAGE_WIDTH} {PAGE_HEIGHT}"})
        page.extend(self._root.findall(f"{{{SVG}}}defs"))
        group = ElementTree.SubElement(page, f"{{{SVG}}}g", {"transform": MIRROR} if is_mirrored else {})
        group.extend(_opened(self._root, what, self._stack(what)))
        return ElementTree.tostring(page)

    def _cut(self, what: str) -> bytes | None:
        stack = self._stack(what)
        if stack is None:
            return self._cutter.cut(what)
        return self._cutter.opened(stack.hidden, stack.clear, stack.shown)

    def _stack(self, what: str) -> Stack | None:
        """Return how a view is stacked; a skin that was never drawn hides nothing."""
        stack = STACKS.get(what)
        return WHOLE if stack is COVERED and not self._cutter.holds("layer-cover") else stack


def _opened(root: ElementTree.Element, what: str, stack: Stack | None) -> Iterator[ElementTree.Element]:
    """Find the groups of a view as they are in it, or of one shape."""
    if stack is None:
        found = next((part for part in root.iter() if part.get("id") == what), None)
        return iter([] if found is None else [found])
    groups = (group for group in root.findall(f"{{{SVG}}}g") if group.get("id") not in stack.hidden)
    return (_as_in(stack, group) for group in groups)


def _as_in(stack: Stack, group: ElementTree.Element) -> ElementTree.Element:
    """Return a layer as it is in a view: see-through, or shown though the file hides it."""
    name, changed = group.get("id", ""), dict(group.attrib)
    if name in stack.clear:
        changed["opacity"] = stack.clear[name]
    if name in stack.shown:
        changed.pop("display", None)
    if changed == group.attrib:
        return group
    other = ElementTree.Element(group.tag, changed)
    other.extend(group)
    return other


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
