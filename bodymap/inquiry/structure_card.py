"""The card of a bone, a nerve or another structure: its name, and why to keep away from a danger."""

from dataclasses import dataclass

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.plate import Kind, Shape
from bodymap.anatomy.region import Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.card import FRAMING, Item, write_item
from bodymap.inquiry.footnotes import Footnotes, Reference
from bodymap.inquiry.wording import name_side, sentence
from bodymap.language import mark, say

KINDS = {
    Kind.BONE: mark("Bone"),
    Kind.CARTILAGE: mark("Cartilage"),
    Kind.JOINT: mark("Part of the jaw joint"),
    Kind.TOOTH: mark("Teeth"),
    Kind.ORAL: mark("Part of the mouth"),
    Kind.DANGER: mark("Danger: needle and finger keep away"),
}


@dataclass(frozen=True, slots=True)
class StructureCard:
    """Everything that is said about one structure."""

    shape: Shape
    title: str
    kind: str
    clinical: str
    side: str
    mind: Item | None
    bibliography: tuple[Reference, ...]
    framing: str


def write_structure(atlas: Atlas, shape: Shape, voice: Voice) -> StructureCard | None:
    """Write the card of a structure in the reader's voice; nothing where the atlas does not know it."""
    known = atlas.structure_of(shape)
    if known is None:
        return None
    notes = Footnotes(atlas)
    mind = write_item(known.mind, voice, notes) if known.mind else None
    notes.cite(known.sources)
    return StructureCard(
        shape=shape,
        title=sentence(known.name.in_voice(voice)),
        kind=say(KINDS[shape.kind]),
        clinical=sentence(known.name.clinical) if voice is Voice.PLAIN else "",
        side="" if shape.side is Side.MIDLINE else name_side(shape.side),
        mind=mind,
        bibliography=notes.list(),
        framing=say(FRAMING[voice]),
    )
