"""The outlines of a plate, traced once and then kept from one start to the next."""

from hashlib import sha256
from importlib import import_module

from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtGui import QPainterPath

from bodymap.anatomy.plate import Plate, ShapeId, read_shape
from bodymap.ui.picture import Shelf
from bodymap.ui.shapes import Outline, Outlines

FORMAT = "4"
"""To be raised when what is traced, or how it is written, changes."""
VERSION = QDataStream.Version.Qt_6_0


def outlines_of(plate: Plate, shelf: Shelf) -> Outlines:
    """Return the outlines of a plate, from the shelf if they are there and whole."""
    name = f"{plate.digest[:16]}-{FORMAT}.outlines"
    seal, _, body = (shelf.get(name) or b"").partition(b"\n")
    if seal and seal == _seal(body):
        return unpack(body)
    found: Outlines = import_module("bodymap.ui.tracing").trace(plate.svg)  # late: seldom needed
    body = pack(found)
    shelf.put(name, _seal(body) + b"\n" + body)
    return found


def pack(outlines: Outlines) -> bytes:
    """Write outlines as Qt writes paths."""
    packed = QByteArray()
    stream = QDataStream(packed, QIODevice.OpenModeFlag.WriteOnly)
    stream.setVersion(VERSION)
    stream.writeInt32(len(outlines.by_id))
    for outline in outlines.by_id.values():
        stream.writeQString(outline.id)
        stream.writeQString(outline.layer)
        stream << outline.path
    stream << outlines.skin
    return bytes(packed.data())


def unpack(body: bytes) -> Outlines:
    """Read outlines back."""
    stream = QDataStream(QByteArray(body))
    stream.setVersion(VERSION)
    found: dict[ShapeId, Outline] = {}
    for _ in range(stream.readInt32()):
        name, layer, path = ShapeId(stream.readQString()), stream.readQString(), QPainterPath()
        stream >> path
        shape = read_shape(name)
        if shape:
            found[name] = Outline(name, shape.kind, layer, path, path.boundingRect())
    skin = QPainterPath()
    stream >> skin
    return Outlines(found, skin)


def _seal(body: bytes) -> bytes:
    return sha256(body).hexdigest().encode("ascii")
