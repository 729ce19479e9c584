"""The intents, and what each makes of an inquiry."""

from dataclasses import dataclass, replace
from typing import assert_never

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import MuscleId, Place
from bodymap.anatomy.plate import Kind, ShapeId, read_shape
from bodymap.anatomy.region import Pain, RegionId, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.state import Inquiry, Layer


@dataclass(frozen=True, slots=True)
class ClickShape:
    """I press this shape in the drawing."""

    shape: ShapeId


@dataclass(frozen=True, slots=True)
class ToggleRegion:
    """It hurts here; or, said again, it does not."""

    pain: Pain


@dataclass(frozen=True, slots=True)
class ChooseMuscle:
    """Show me this muscle."""

    place: Place


@dataclass(frozen=True, slots=True)
class CloseMuscle:
    """Back to the list."""


@dataclass(frozen=True, slots=True)
class ShowSide:
    """Show me this side of the patient."""

    side: Side


@dataclass(frozen=True, slots=True)
class ShowLayer:
    """Open the plate as deep as this."""

    layer: Layer


@dataclass(frozen=True, slots=True)
class UseVoice:
    """Speak to me like this."""

    voice: Voice


@dataclass(frozen=True, slots=True)
class GoBack:
    """Undo my last step."""


@dataclass(frozen=True, slots=True)
class StartOver:
    """Forget where it hurts and what was open."""


Intent = (
    ClickShape
    | ToggleRegion
    | ChooseMuscle
    | CloseMuscle
    | ShowSide
    | ShowLayer
    | UseVoice
    | GoBack
    | StartOver
)


def update(atlas: Atlas, inquiry: Inquiry, intent: Intent) -> Inquiry:
    """Return the inquiry that follows from an intent; one that means nothing here changes nothing."""
    match intent:
        case ClickShape(shape):
            return _click(atlas, inquiry, shape)
        case ToggleRegion(pain):
            return _toggle(atlas, inquiry, pain)
        case ChooseMuscle(place):
            return _choose(atlas, inquiry, place)
        case ShowSide() | ShowLayer() | UseVoice():
            return _look(inquiry, intent)
        case CloseMuscle() | GoBack() | StartOver():
            return _leave(inquiry, intent)
    assert_never(intent)


def _leave(inquiry: Inquiry, intent: CloseMuscle | GoBack | StartOver) -> Inquiry:
    """Leave what is open: the muscle, the last step, or all of it."""
    match intent:
        case CloseMuscle():
            return inquiry.step(place=None)
        case GoBack():
            return inquiry.back()
        case StartOver():
            return inquiry.step(pains=(), place=None)


def _look(inquiry: Inquiry, intent: ShowSide | ShowLayer | UseVoice) -> Inquiry:
    """Change how the inquiry is looked at."""
    match intent:
        case ShowSide(side):
            return inquiry if side is Side.MIDLINE else inquiry.step(side=side)
        case ShowLayer(layer):
            return inquiry.step(layer=layer)
        case UseVoice(voice):
            return replace(inquiry, voice=voice)


def _click(atlas: Atlas, inquiry: Inquiry, shape_id: ShapeId) -> Inquiry:
    """Press a shape: a region is toggled, a muscle or one of its points opens its card."""
    shape = read_shape(shape_id)
    if shape is None:
        return inquiry
    if shape.kind is Kind.REGION:
        return _toggle(atlas, inquiry, Pain(RegionId(shape.name), shape.side))
    muscle = shape.name if shape.kind is Kind.MUSCLE else shape.name.rpartition("_")[0]
    place = Place(MuscleId(muscle), shape.side)
    return inquiry.step(place=None) if place == inquiry.place else _choose(atlas, inquiry, place)


def _toggle(atlas: Atlas, inquiry: Inquiry, pain: Pain) -> Inquiry:
    """Add a pain, or take it away; either way the list comes back."""
    region = atlas.regions.get(pain.region)
    if region is None or region.is_paired is (pain.side is Side.MIDLINE):
        return inquiry
    kept = tuple(known for known in inquiry.pains if known != pain)
    pains = kept if pain in inquiry.pains else (*kept, pain)
    return inquiry.step(pains=pains, place=None)


def _choose(atlas: Atlas, inquiry: Inquiry, place: Place) -> Inquiry:
    """Open a muscle, on the side of the patient where it lies."""
    if place.muscle not in atlas.muscles:
        return inquiry
    return inquiry.step(place=place, side=inquiry.side if place.side is Side.MIDLINE else place.side)
