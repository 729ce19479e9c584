"""What going to something makes of an inquiry: a place that hurts, or a structure, wherever it is drawn."""

from collections.abc import Iterator
from dataclasses import replace

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.plate import Kind, Plate, Shape
from bodymap.anatomy.region import Pain, Side
from bodymap.inquiry.state import Inquiry, Layer, Switch, layers_of
from bodymap.inquiry.views import seen_now

_BONES = (Kind.BONE, Kind.CARTILAGE, Kind.TOOTH)


def go_to(atlas: Atlas, inquiry: Inquiry, target: Pain | Shape) -> Inquiry:
    """Return the inquiry in which a place hurts, or a structure is open, on a plate that shows it."""
    return _hurt(atlas, inquiry, target) if isinstance(target, Pain) else _learn(atlas, inquiry, target)


def _hurt(atlas: Atlas, inquiry: Inquiry, pain: Pain) -> Inquiry:
    """Add a pain; one that was told before stays as it is."""
    region = atlas.regions.get(pain.region)
    if region is None or region.is_paired is (pain.side is Side.MIDLINE):
        return inquiry
    pains = inquiry.pains if pain in inquiry.pains else (*inquiry.pains, pain)
    seen = _turn_to(atlas, inquiry, Shape(Kind.REGION, pain.region, pain.side))
    return inquiry.step(**_view(seen), pains=pains, place=None, structure=None, guide=None, page=None)


def _learn(atlas: Atlas, inquiry: Inquiry, shape: Shape) -> Inquiry:
    """Open what is known of a structure, as deep in the drawing as it lies."""
    if atlas.structure_of(shape) is None:
        return inquiry
    seen = _open_up(atlas, _turn_to(atlas, inquiry, shape), shape.kind)
    opened = inquiry.step(**_view(seen), structure=shape, place=None, guide=None, page=None)
    return replace(opened, switches=seen.switches)  # a switch is no step


def shown_side(atlas: Atlas, inquiry: Inquiry, kind: Kind, name: str, wanted: Side) -> Shape:
    """Return the shape of something on the wanted side, or on the one on which it is drawn."""
    shapes = [Shape(kind, name, side) for side in (wanted, Side.MIDLINE, wanted.opposite)]
    drawn = (shape for shape in shapes if any(plate.shows(shape) for plate in _plates(atlas, inquiry)))
    return next(drawn, Shape(kind, name, Side.MIDLINE))


def _plates(atlas: Atlas, inquiry: Inquiry) -> Iterator[Plate]:
    """Yield every plate, the open one first."""
    yield atlas.plates[inquiry.plate]
    yield from (plate for plate in atlas.plates.values() if plate.id != inquiry.plate)


def _turn_to(atlas: Atlas, inquiry: Inquiry, shape: Shape) -> Inquiry:
    """Look from where a shape is seen, as deep as before or as can be, and not turned without need."""
    if seen_now(atlas, inquiry, shape):
        return inquiry
    plate = next((plate for plate in _plates(atlas, inquiry) if plate.shows(shape)), None)
    if plate is None:
        return inquiry
    return replace(
        inquiry,
        plate=plate.id,
        side=inquiry.side if shape.side is Side.MIDLINE else shape.side,
        layer=inquiry.layer if inquiry.layer in layers_of(plate.aspect) else Layer.DEEP,
        opens_jaw=inquiry.opens_jaw and plate.can_open_jaw,
    )


def _open_up(atlas: Atlas, inquiry: Inquiry, kind: Kind) -> Inquiry:
    """Open the drawing so that a kind of structure is seen."""
    plate = atlas.plates[inquiry.plate]
    if kind is Kind.DANGER:
        return replace(inquiry, switches=inquiry.switches | {Switch.DANGERS})
    if kind is Kind.JOINT and plate.can_open_jaw:
        return replace(inquiry, opens_jaw=True, layer=Layer.DEEP)
    is_deeper = kind in _BONES and Layer.BONE in layers_of(plate.aspect)
    return replace(inquiry, layer=Layer.BONE) if is_deeper else inquiry


def _view(seen: Inquiry) -> dict[str, object]:
    looks = ("plate", "side", "layer", "opens_jaw")
    return {look: getattr(seen, look) for look in looks}
