"""What a press can mean now: which shapes lie under a pointer or a finger."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF

from bodymap.anatomy.plate import PAGE_WIDTH, Kind, ShapeId
from bodymap.inquiry.geography import Paths, Place, lay_paths, turn_paths
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import Layer
from bodymap.ui.drawing import JOINT, PEELED
from bodymap.ui.fingertips import Fingertips
from bodymap.ui.overlay import middle_of
from bodymap.ui.places import Places, reading_order
from bodymap.ui.shapes import Outline, Outlines, at, near

UNPRESSED = {Layer.DEEP: PEELED}
"""The layers of the drawing whose shapes cannot be pressed, though their kind could be."""


class Pressing:
    """Knows the shapes that can be pressed, and finds them; by the patient's side."""

    def __init__(self, places: Places, outlines: Outlines) -> None:
        self._places = places
        self._outlines = outlines
        self._fingertips = Fingertips([])
        self.shapes: list[Outline] = []
        self._lying: list[Outline] = []
        self._middles: dict[ShapeId, Place] = {}

    def take(self, screen: Screen) -> None:
        """Take over what a screen lets be pressed."""
        hidden = UNPRESSED.get(screen.layer, frozenset()) | (frozenset() if screen.opens_jaw else JOINT)
        found = self._outlines.of(*screen.pressable, hidden=hidden)
        self.shapes = sorted(found, key=lambda outline: outline.kind is not Kind.DANGER)  # they lie above all
        self._lying = sorted(self.shapes, key=reading_order)
        self._fingertips = Fingertips(self.shapes)

    def at(self, place: QPointF) -> tuple[ShapeId, ...]:
        """Return the shapes at a place of the page, topmost first.

        A shape smaller than a fingertip is met where the finger touches it, before what lies around it.
        """
        found = (*self._fingertips.at(place, self._places.view.scale), *at(self.shapes, place))
        return tuple(self._places.turned(shape) for shape in dict.fromkeys(found))

    def near(self, place: QPointF, reach: float) -> ShapeId | None:
        """Return the shape that a finger of this radius touches."""
        found = near(self.shapes, place, reach)
        return self._places.turned(found) if found else None

    def small(self) -> dict[ShapeId, float]:
        """Return the shapes that are smaller than a fingertip, and how far each is pressed, in pixels."""
        small = self._fingertips.small(self._places.view.scale)
        return {self._places.turned(shape): reach for shape, reach in small.items()}

    def named(self, names: Mapping[ShapeId, str]) -> dict[ShapeId, str]:
        """Name the shapes, in reading order; what has no name is left out."""
        shapes = (self._places.turned(outline.id) for outline in self._lying)
        return {shape: names[shape] for shape in shapes if names.get(shape)}

    def middles(self) -> dict[ShapeId, Place]:
        """Return a place well inside each shape, on the page as it is shown, mirrored or not."""
        found = {self._places.turned(outline.id): self._middle(outline) for outline in self._lying}
        if not self._places.view.is_mirrored:
            return found
        return {shape: (PAGE_WIDTH - x, y) for shape, (x, y) in found.items()}

    def paths(self, beside: Mapping[ShapeId, frozenset[ShapeId]]) -> Paths:
        """Return where each arrow key leads; the same on the drawing and on the drawing in a mirror."""
        turned = {outline.id: self._places.turned(outline.id) for outline in self._lying}
        drawn = {shape: self._places.turned(shape) for shape in turned.values()}
        touching = {
            drawn[shape]: frozenset(drawn[other] for other in beside.get(shape, ()) if other in drawn)
            for shape in drawn
        }
        paths = lay_paths({outline.id: self._middle(outline) for outline in self._lying}, touching)
        shown = turn_paths(paths) if self._places.view.is_mirrored else paths
        return {
            turned[shape]: {way: turned[there] for way, there in ways.items()}
            for shape, ways in shown.items()
        }

    def _middle(self, outline: Outline) -> Place:
        """Return a place well inside a shape on the page as it was drawn, which no view changes."""
        if outline.id not in self._middles:
            middle = middle_of(outline.path)
            self._middles[outline.id] = middle.x(), middle.y()
        return self._middles[outline.id]
