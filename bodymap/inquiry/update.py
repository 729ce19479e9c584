"""What each intent makes of an inquiry."""

from dataclasses import replace
from typing import assert_never

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import MuscleId, Place
from bodymap.anatomy.plate import STRUCTURES, Kind, PlateId, Shape, ShapeId, read_shape
from bodymap.anatomy.region import Pain, RegionId, Side
from bodymap.inquiry.arrival import go_to
from bodymap.inquiry.desk import arrange, compare
from bodymap.inquiry.intents import (
    Agree,
    Ask,
    ChooseMuscle,
    ClickShape,
    CloseMuscle,
    Compare,
    Find,
    FinishScreening,
    GoBack,
    GoTo,
    Intent,
    Mind,
    OpenGuide,
    OpenJaw,
    OpenPage,
    Reply,
    Resume,
    ShowLayer,
    ShowSide,
    ShowView,
    StartOver,
    TakeSeat,
    TickSign,
    ToggleRegion,
    Turn,
    TypeQuery,
    UseVoice,
    WriteDown,
)
from bodymap.inquiry.probe import Question, feel, invites, open_finding, question_of
from bodymap.inquiry.replies import reply
from bodymap.inquiry.safety import holds_back
from bodymap.inquiry.state import UNTOLD, Inquiry, Layer, Page, layers_of
from bodymap.inquiry.views import best_plate, better_plate, seen_now
from bodymap.inquiry.walk import come_to, first_stop


def update(atlas: Atlas, inquiry: Inquiry, intent: Intent) -> Inquiry:
    """Return the inquiry that follows from an intent; one that means nothing here changes nothing.

    Whatever is asked ends the search, but for the ways of looking at things.
    """
    following = _follow(atlas, inquiry, intent)
    goes_on = isinstance(intent, UseVoice | TakeSeat | Turn | TypeQuery)
    return following if goes_on or following.query is None else replace(following, query=None)


def _follow(atlas: Atlas, inquiry: Inquiry, intent: Intent) -> Inquiry:
    match intent:
        case ClickShape() | ToggleRegion() | ChooseMuscle() | GoTo():
            return _press(atlas, inquiry, intent)
        case ShowView() | ShowSide() | ShowLayer() | OpenJaw():
            return _view(atlas, inquiry, intent)
        case UseVoice() | TakeSeat() | Turn() | TypeQuery():
            return _look(inquiry, intent)
        case Ask() | TickSign() | FinishScreening() | Reply() | Find() | OpenGuide():
            return reply(atlas, inquiry, intent)
        case OpenPage() | Compare() | Mind() | Agree() | WriteDown():
            begins = intent == OpenPage(Page.EXAMINE)
            return _begin(atlas, inquiry) if begins else arrange(atlas, inquiry, intent)
        case CloseMuscle() | GoBack() | StartOver() | Resume():
            return _leave(inquiry, intent)
    assert_never(intent)


def _press(
    atlas: Atlas, inquiry: Inquiry, intent: ClickShape | ToggleRegion | ChooseMuscle | GoTo
) -> Inquiry:
    """Take what was pressed, in the drawing or beside it."""
    match intent:
        case ClickShape(shape):
            return _click(atlas, inquiry, shape)
        case ToggleRegion(pain):
            return _toggle(atlas, inquiry, pain)
        case ChooseMuscle(place, plate):
            return _choose(atlas, inquiry, place, plate)
        case GoTo(target):
            return go_to(atlas, inquiry, target)


def _leave(inquiry: Inquiry, intent: CloseMuscle | GoBack | StartOver | Resume) -> Inquiry:
    """Leave what is open: the muscle, the last step, or all of it, perhaps for what was saved."""
    match intent:
        case CloseMuscle():
            return inquiry.step(place=None, structure=None, guide=None, page=None)
        case GoBack():
            return inquiry.back()
        case StartOver():
            return inquiry.step(**UNTOLD)
        case Resume(told):
            return inquiry.step(**{**UNTOLD, **dict(told)})


def _view(atlas: Atlas, inquiry: Inquiry, intent: ShowView | ShowSide | ShowLayer | OpenJaw) -> Inquiry:
    """Look from elsewhere, or deeper."""
    match intent:
        case ShowView() | ShowSide():
            return _turn(atlas, inquiry, intent)
        case ShowLayer() | OpenJaw():
            return _peel(atlas, inquiry, intent)


def _turn(atlas: Atlas, inquiry: Inquiry, intent: ShowView | ShowSide) -> Inquiry:
    """Look at the patient from elsewhere; a side is seen on a plate that is drawn for one."""
    match intent:
        case ShowView(plate, side):
            return _show_plate(atlas, inquiry, plate, side)
        case ShowSide(side):
            here = atlas.plates[inquiry.plate]
            plates = [plate.id for plate in (here, *atlas.plates.values()) if plate.is_mirrored]
            is_side = plates and side is not Side.MIDLINE
            return _show_plate(atlas, inquiry, plates[0], side) if is_side else inquiry


def _show_plate(atlas: Atlas, inquiry: Inquiry, plate_id: PlateId, side: Side) -> Inquiry:
    """Show a plate, opened as deep as it was or as it can be."""
    plate = atlas.plates.get(plate_id)
    if plate is None:
        return inquiry
    layer = inquiry.layer if inquiry.layer in layers_of(plate.aspect) else Layer.DEEP
    return inquiry.step(
        plate=plate_id,
        side=inquiry.side if side is Side.MIDLINE else side,
        layer=layer,
        opens_jaw=inquiry.opens_jaw and plate.can_open_jaw,
    )


def _peel(atlas: Atlas, inquiry: Inquiry, intent: ShowLayer | OpenJaw) -> Inquiry:
    """Open the plate deeper, or close it; the inner side of the jaw lies among the deep muscles."""
    plate = atlas.plates[inquiry.plate]
    match intent:
        case ShowLayer(layer):
            known = layer in layers_of(plate.aspect)
            opens = inquiry.opens_jaw and layer in {Layer.DEEP, Layer.BONE}
            return inquiry.step(layer=layer, opens_jaw=opens) if known else inquiry
        case OpenJaw(opens):
            if not plate.can_open_jaw:
                return inquiry
            deeper = opens and inquiry.layer in {Layer.SKIN, Layer.SURFACE}
            return inquiry.step(opens_jaw=opens, layer=Layer.DEEP if deeper else inquiry.layer)


def _look(inquiry: Inquiry, intent: UseVoice | TakeSeat | Turn | TypeQuery) -> Inquiry:
    """Change how the inquiry is looked at, which is no step that one would go back."""
    match intent:
        case UseVoice(voice):
            return replace(inquiry, voice=voice)
        case TakeSeat(seat):
            return replace(inquiry, seat=seat)
        case TypeQuery(text):
            return replace(inquiry, query=text)
        case Turn(switch, is_on):
            kept = inquiry.switches - {switch}
            return replace(inquiry, switches=kept | {switch} if is_on else kept)


def _click(atlas: Atlas, inquiry: Inquiry, shape_id: ShapeId) -> Inquiry:
    """Press a shape: a region is toggled; a muscle, one of its points or a structure opens its card."""
    shape = read_shape(shape_id)
    if shape is None:
        return inquiry
    if shape.kind is Kind.REGION:
        return _press_region(atlas, inquiry, Pain(RegionId(shape.name), shape.side))
    if shape.kind in STRUCTURES:
        return _examine(atlas, inquiry, shape)
    muscle = shape.name if shape.kind is Kind.MUSCLE else shape.name.rpartition("_")[0]
    place = Place(MuscleId(muscle), shape.side)
    if place == inquiry.place:
        return inquiry if inquiry.page is Page.EXAMINE else inquiry.step(place=None)
    return _choose(atlas, inquiry, place)


def _press_region(atlas: Atlas, inquiry: Inquiry, pain: Pain) -> Inquiry:
    """It hurts there; or, while a muscle is pressed, it is felt there if that is asked, else nothing."""
    if inquiry.page is not Page.EXAMINE or invites(inquiry):
        return _toggle(atlas, inquiry, pain)
    finding = open_finding(inquiry)
    if inquiry.place is None or finding is None or question_of(finding) is not Question.FELT:
        return inquiry
    return reply(atlas, inquiry, Find(inquiry.place, feel(finding, pain)))


def _begin(atlas: Atlas, inquiry: Inquiry) -> Inquiry:
    """Press the open muscle, else the first that is still open; said again, see what was found."""
    again = inquiry.page is Page.EXAMINE and inquiry.place is not None
    is_kept = again or holds_back(atlas, inquiry)
    place = None if is_kept else inquiry.place or first_stop(atlas, inquiry)
    closed = {"page": Page.EXAMINE, "place": None, "structure": None, "guide": None, "asking": None}
    if place is None:
        return inquiry.step(**closed)
    arrived = _choose(atlas, replace(inquiry, page=Page.EXAMINE), place)
    changes = {name: getattr(arrived, name) for name in ("plate", "side", "layer", "opens_jaw", "walked")}
    return inquiry.step(**{**closed, **changes, "place": place})


def _examine(atlas: Atlas, inquiry: Inquiry, shape: Shape) -> Inquiry:
    """Open what is known of a structure, or close it again."""
    if atlas.structure_of(shape) is None:
        return inquiry
    opened = None if shape == inquiry.structure else shape
    return inquiry.step(structure=opened, place=None, guide=None, page=None)


def _toggle(atlas: Atlas, inquiry: Inquiry, pain: Pain) -> Inquiry:
    """Add a pain, or take it away; either way the list comes back."""
    region = atlas.regions.get(pain.region)
    if region is None or region.is_paired is (pain.side is Side.MIDLINE):
        return inquiry
    kept = tuple(known for known in inquiry.pains if known != pain)
    pains = kept if pain in inquiry.pains else (*kept, pain)
    page = inquiry.page if invites(inquiry) else None
    return inquiry.step(pains=pains, place=None, structure=None, guide=None, page=page)


def _choose(atlas: Atlas, inquiry: Inquiry, place: Place, plate: PlateId | None = None) -> Inquiry:
    """Open a muscle, on the side of the patient where it lies, and on a plate that shows it."""
    if place.muscle not in atlas.muscles:
        return inquiry
    if inquiry.page in {Page.COMPARE, Page.WEIGH}:
        return compare(atlas, inquiry, place)
    examines = inquiry.page is Page.EXAMINE
    side = inquiry.side if place.side is Side.MIDLINE else place.side
    turned = replace(inquiry, side=side)
    if plate is None and examines:
        plate = better_plate(atlas, turned, place)
    if plate is None and not seen_now(atlas, turned, Shape(Kind.MUSCLE, place.muscle, place.side)):
        plate = best_plate(atlas, place)
    if plate is not None and plate in atlas.plates:
        turned = replace(_show_plate(atlas, turned, plate, side), history=inquiry.history)
    shown: dict[str, object] = {"plate": turned.plate, "layer": turned.layer, "opens_jaw": turned.opens_jaw}
    shown["walked"] = come_to(inquiry, place) if examines else inquiry.walked
    shown["opened"] = tuple(dict.fromkeys((*inquiry.opened, place)))
    page = inquiry.page if examines else None
    return inquiry.step(**shown, side=side, place=place, structure=None, guide=None, page=page)
