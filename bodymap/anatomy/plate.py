"""Plates: drawings of the body, and what each of their shapes stands for."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from typing import NewType

from bodymap.anatomy.region import Side
from bodymap.anatomy.words import Words

PlateId = NewType("PlateId", str)
ShapeId = NewType("ShapeId", str)


class Aspect(StrEnum):
    """From where a plate is seen."""

    RIGHT_LATERAL = "right_lateral"
    ANTERIOR = "anterior"
    POSTERIOR = "posterior"
    INTRAORAL = "intraoral"


class Kind(StrEnum):
    """What a shape stands for."""

    REGION = "region"
    MUSCLE = "muscle"
    TRIGGER_POINT = "trp"
    BAND = "band"
    BONE = "bone"
    CARTILAGE = "cartilage"
    JOINT = "joint"
    TOOTH = "tooth"
    ORAL = "oral"
    DANGER = "danger"


STRUCTURES = (Kind.BONE, Kind.CARTILAGE, Kind.JOINT, Kind.TOOTH, Kind.ORAL, Kind.DANGER)
"""The kinds that stand for a structure: named where they are drawn, and never where it hurts."""
POINTS = (Kind.TRIGGER_POINT, Kind.BAND)
"""The kinds that are named after a trigger point: the spot, and the taut band that it lies in."""
PAGE_WIDTH, PAGE_HEIGHT = 1000, 1300
"""The size of every page, in its own units."""
WHOLE_HEAD = (130.0, 26.0, 770.0, 1060.0)
"""The part of the page that is looked at when a plate does not say which: the head seen from its side."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The meaning of a shape id ``KIND-NAME-SIDE``."""

    kind: Kind
    name: str
    side: Side

    @property
    def id(self) -> ShapeId:
        """The id of the shape in its drawing."""
        return ShapeId(f"{self.kind}-{self.name}-{'mid' if self.side is Side.MIDLINE else self.side}")

    @property
    def mirrored(self) -> "Shape":
        """The same shape on the patient's other side."""
        return Shape(self.kind, self.name, self.side.opposite)


@cache
def read_shape(shape_id: str) -> Shape | None:
    """Return what a shape id stands for, or nothing when it is only part of the picture."""
    kind, _, rest = shape_id.partition("-")
    name, _, side = rest.rpartition("-")
    if kind not in list(Kind) or not name or side not in {"right", "left", "mid"}:
        return None
    return Shape(Kind(kind), name, Side.MIDLINE if side == "mid" else Side(side))


@dataclass(frozen=True)
class Plate:
    """One drawing, as SVG, and the ids it shows.

    A plate that is mirrored is drawn for the patient's right; its left is the mirror image.
    """

    id: PlateId
    name: Words
    aspect: Aspect
    svg: bytes
    digest: str
    shapes: frozenset[ShapeId]
    is_mirrored: bool
    interest: tuple[float, float, float, float] = WHOLE_HEAD
    """The part of the page that a fitted view shows at least: x, y, width and height."""
    best_for: frozenset[str] = frozenset()
    """The muscles that are seen best here, by id."""

    @cached_property
    def can_open_jaw(self) -> bool:
        """Whether the inner side of the jaw, with its joint, is drawn."""
        return any(shape.startswith(f"{Kind.JOINT}-") for shape in self.shapes)

    @cached_property
    def named_faces(self) -> Mapping[ShapeId, Shape]:
        """Every region, muscle and structure that the plate shows, on either of its faces."""
        drawn = [shape for shape in map(read_shape, sorted(self.shapes)) if shape]
        both = [*drawn, *(shape.mirrored for shape in drawn)] if self.is_mirrored else drawn
        return {shape.id: shape for shape in both if shape.kind not in POINTS}

    def shows(self, shape: Shape) -> bool:
        """Whether the plate shows a shape on either of its faces."""
        return shape.id in self.shapes or (self.is_mirrored and shape.mirrored.id in self.shapes)
