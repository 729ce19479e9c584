"""This person's own map: which views of it are drawn, and what stands out in them."""

from collections.abc import Mapping

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import Place, Strength
from bodymap.anatomy.plate import Aspect, Kind, Plate, Shape, ShapeId, read_shape
from bodymap.anatomy.region import Side
from bodymap.inquiry.found import list_discussed, name_place
from bodymap.inquiry.leaf import Picture
from bodymap.inquiry.safety import cannot_wait
from bodymap.inquiry.state import Inquiry
from bodymap.inquiry.tones import Tone, Tones, zone_of
from bodymap.inquiry.views import best_plate, name_sides, name_view, sees, sides_of
from bodymap.inquiry.wording import name_pain
from bodymap.language import say

MOST_DRAWN = 3
"""How many muscles are drawn with their zones: more of them hide each other."""
MOST_PICTURES = 2
ASPECTS = (Aspect.RIGHT_LATERAL, Aspect.ANTERIOR, Aspect.POSTERIOR, Aspect.INTRAORAL)
"""The views in the order in which they are taken where several show as much."""
PAIN, MUSCLE, BEST, ZONE = 6, 4, 2, 1
"""What it is worth to see a pain, a muscle, a muscle where it is seen best, and a part of its zone."""


def list_drawn(atlas: Atlas, inquiry: Inquiry) -> tuple[Place, ...]:
    """Return the muscles that are drawn: those with the familiar pain, or else those that are still open."""
    if cannot_wait(atlas, inquiry):
        return ()
    verdicts = {place: finding.verdict for place, finding in inquiry.findings}
    discussed = list_discussed(atlas, inquiry)
    confirmed = [place for place in discussed if verdicts.get(place) is Answer.YES]
    still_open = [place for place in discussed if verdicts.get(place) is not Answer.NO]
    return tuple((confirmed or still_open)[:MOST_DRAWN])


def draw_own_map(atlas: Atlas, inquiry: Inquiry) -> tuple[Picture, ...]:
    """Return the views in which the most of this person's map is seen."""
    drawn = list_drawn(atlas, inquiry)
    tones = _tone(atlas, inquiry, drawn)
    best = {_muscle(place): best_plate(atlas, place) for place in drawn}
    wanted = _worths(inquiry, drawn, tones)
    rest = [(plate, side) for plate in atlas.plates.values() for side in sides_of(plate)]
    chosen: list[tuple[Plate, Side]] = []
    while rest and len(chosen) < MOST_PICTURES:
        taken = {plate.aspect for plate, _ in chosen}
        view = max(rest, key=lambda each: (_worth(each, wanted, best), *_liking(each, inquiry, taken)))
        wanted = {shape: worth for shape, worth in wanted.items() if not sees(*view, shape)}
        rest.remove(view)
        chosen.append(view)
    return tuple(_picture(atlas, inquiry, view, drawn, tones) for view in chosen)


def _tone(atlas: Atlas, inquiry: Inquiry, drawn: tuple[Place, ...]) -> Tones:
    tones: dict[ShapeId, list[Tone]] = {}
    for pain in inquiry.pains:
        tones.setdefault(Shape(Kind.REGION, pain.region, pain.side).id, []).append(Tone.CHOSEN)
    for place in drawn:
        tones.setdefault(_muscle(place).id, []).append(Tone.OPENED)
        for point in atlas.muscles[place.muscle].trigger_points:
            tones.setdefault(Shape(Kind.TRIGGER_POINT, point.id, place.side).id, []).append(Tone.POINT)
        for shape, strength in zone_of(atlas, place).items():
            tone = Tone.ESSENTIAL if strength is Strength.ESSENTIAL else Tone.SPILLOVER
            tones.setdefault(shape, []).append(tone)
    return {shape: _once(found) for shape, found in tones.items()}


def _once(tones: list[Tone]) -> tuple[Tone, ...]:
    """Return tones each once; a place that is both of a zone counts as essential."""
    kept = [tone for tone in tones if tone is not Tone.SPILLOVER or Tone.ESSENTIAL not in tones]
    return tuple(dict.fromkeys(kept))


def _worths(inquiry: Inquiry, drawn: tuple[Place, ...], tones: Tones) -> dict[Shape, int]:
    """Say how much it is worth to see each shape."""
    zone = [shape for name in tones if (shape := read_shape(name)) and shape.kind is Kind.REGION]
    return {
        **dict.fromkeys(zone, ZONE),
        **dict.fromkeys(map(_muscle, drawn), MUSCLE),
        **{Shape(Kind.REGION, pain.region, pain.side): PAIN for pain in inquiry.pains},
    }


def _worth(view: tuple[Plate, Side], wanted: Mapping[Shape, int], best: Mapping[Shape, str | None]) -> int:
    seen = (shape for shape in wanted if sees(*view, shape))
    return sum(wanted[shape] + (BEST if best.get(shape) == view[0].id else 0) for shape in seen)


def _liking(view: tuple[Plate, Side], inquiry: Inquiry, taken: set[Aspect]) -> tuple[bool, int, bool]:
    """Return how gladly a view is taken where it shows no more than another."""
    plate, side = view
    hurting = [pain.side for pain in inquiry.pains if pain.side is not Side.MIDLINE]
    is_new = plate.aspect not in taken
    return is_new, -ASPECTS.index(plate.aspect), side is (hurting[0] if hurting else Side.RIGHT)


def _muscle(place: Place) -> Shape:
    return Shape(Kind.MUSCLE, place.muscle, place.side)


def _picture(
    atlas: Atlas, inquiry: Inquiry, view: tuple[Plate, Side], drawn: tuple[Place, ...], tones: Tones
) -> Picture:
    plate, side = view
    flips = plate.is_mirrored and side is Side.LEFT
    seen = {
        name: found for name, found in tones.items() if (shape := read_shape(name)) and sees(*view, shape)
    }
    return Picture(
        plate.id,
        side,
        flips,
        name_sides(plate, side, is_flipped=flips),
        name_view(plate, side, inquiry.voice),
        seen,
        _describe(atlas, inquiry, view, drawn),
    )


def _describe(atlas: Atlas, inquiry: Inquiry, view: tuple[Plate, Side], drawn: tuple[Place, ...]) -> str:
    """Put a picture into words, for those who do not see it."""
    voice = inquiry.voice
    pains = [
        name_pain(atlas, pain, voice)
        for pain in inquiry.pains
        if sees(*view, Shape(Kind.REGION, pain.region, pain.side))
    ]
    muscles = [name_place(atlas, place, voice) for place in drawn if sees(*view, _muscle(place))]
    said = [say("Drawing: {view}.", view=name_view(*view, voice))]
    if pains:
        said.append(say("It hurts here: {places}.", places=", ".join(pains)))
    if muscles:
        said.append(say("These muscles are drawn: {muscles}.", muscles=", ".join(muscles)))
    return " ".join(said)
