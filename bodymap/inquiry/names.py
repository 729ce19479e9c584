"""The names of a plate's shapes, looked up as they are asked for."""

from collections.abc import Iterator, Mapping

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import MuscleId
from bodymap.anatomy.plate import Kind, Plate, Shape, ShapeId
from bodymap.anatomy.region import RegionId, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.wording import SIDE, sentence


class ShapeNames(Mapping[ShapeId, str]):
    """Names every region and muscle that a plate shows, on both sides of the patient."""

    def __init__(self, atlas: Atlas, plate: Plate, voice: Voice) -> None:
        """Name the shapes of a plate for one kind of reader."""
        self._atlas = atlas
        self._shapes = plate.named_faces
        self._voice = voice

    def __getitem__(self, shape: ShapeId) -> str:
        """Return the name of a shape."""
        return self._name(self._shapes[shape])

    def __iter__(self) -> Iterator[ShapeId]:
        """Go through the shapes."""
        return iter(self._shapes)

    def __len__(self) -> int:
        """Count the shapes."""
        return len(self._shapes)

    def _name(self, shape: Shape) -> str:
        is_region = shape.kind is Kind.REGION
        regions, muscles = self._atlas.regions, self._atlas.muscles
        known = regions.get(RegionId(shape.name)) if is_region else muscles.get(MuscleId(shape.name))
        if known is None:
            return ""
        name = sentence(known.name.in_voice(self._voice))
        return name if shape.side is Side.MIDLINE else f"{name} ({SIDE[shape.side]})"
