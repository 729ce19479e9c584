"""The names of a plate's shapes, looked up as they are asked for."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import Muscle, MuscleId
from bodymap.anatomy.plate import STRUCTURES, Kind, Plate, Shape, ShapeId
from bodymap.anatomy.region import Region, RegionId, Side
from bodymap.anatomy.words import Voice, Words
from bodymap.inquiry.wording import add_side, sentence

if TYPE_CHECKING:
    from bodymap.anatomy.structure import Structure


class ShapeNames(Mapping[ShapeId, str]):
    """Names every region, muscle and structure that a plate shows, on both sides of the patient."""

    def __init__(self, atlas: Atlas, plate: Plate, voice: Voice, *, says_side: bool = True) -> None:
        """Name the shapes of a plate for one kind of reader, with the patient's side or without."""
        self._atlas = atlas
        self._shapes = plate.named_faces
        self._voice = voice
        self._says_side = says_side

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
        words = self._words(shape)
        if words is None:
            return ""
        name = sentence(words.in_voice(self._voice))
        is_bare = shape.side is Side.MIDLINE or not self._says_side
        return name if is_bare else add_side(name, shape.side)

    def _words(self, shape: Shape) -> Words | None:
        """Return what the atlas calls that for which a shape stands."""
        known: Region | Muscle | Structure | None
        if shape.kind in STRUCTURES:
            known = self._atlas.structure_of(shape)
        elif shape.kind is Kind.REGION:
            known = self._atlas.regions.get(RegionId(shape.name))
        else:
            known = self._atlas.muscles.get(MuscleId(shape.name))
        return known.name if known else None
