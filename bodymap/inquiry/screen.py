"""The screen: all that is to be seen, in words and tones, composed from an inquiry."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.plate import STRUCTURES, Aspect, Kind, Plate, PlateId, ShapeId
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.card import Card, write_card
from bodymap.inquiry.comparison import Comparison, write_comparison
from bodymap.inquiry.examination import Examination, write_examination
from bodymap.inquiry.find import Found, find
from bodymap.inquiry.footnotes import Footnotes, Reference
from bodymap.inquiry.geography import Beside, Way, views_beyond
from bodymap.inquiry.glossary import Glossary, glossary_of
from bodymap.inquiry.guides import Guide, write_guide
from bodymap.inquiry.handover import Handover
from bodymap.inquiry.names import ShapeNames
from bodymap.inquiry.numbers import number_shapes
from bodymap.inquiry.probe import Question, invites, open_question
from bodymap.inquiry.questions import Questions, choose_questions
from bodymap.inquiry.reasons import explain, name_candidate, speak_against
from bodymap.inquiry.rows import Row, list_candidates, list_muscles
from bodymap.inquiry.safety import (
    Flag,
    Safety,
    ask_red_flags,
    holds_back,
    write_flags,
)
from bodymap.inquiry.standing import signs_found
from bodymap.inquiry.state import UNTOLD, Inquiry, Layer, Page, SideNames, Switch, layers_of
from bodymap.inquiry.structure_card import StructureCard, write_structure
from bodymap.inquiry.ticks import TickPage, ask_factors
from bodymap.inquiry.tones import Tones, letter_muscles, tone_shapes
from bodymap.inquiry.views import View, is_flipped, list_views, name_sides
from bodymap.inquiry.weighing import Weighing, write_weighing
from bodymap.inquiry.wording import add_side, name_layer, name_pain
from bodymap.language import mark, say, say_number
from bodymap.reasoning.ranking import NOTHING, Ranking, rank
from bodymap.reasoning.tally import Candidate

INVITATION = {
    Layer.SKIN: mark(
        "Press on the drawing where it hurts, as many places as there are. "
        "Dotted rings are places inside: teeth, joint, ear, eye, throat."
    ),
    Layer.SURFACE: mark("Press a muscle to see where it can be felt."),
    Layer.DEEP: mark("Press a deep muscle to see where it can be felt."),
    Layer.BONE: mark("Press a bone to learn its name."),
}
NOT_A_MUSCLE = mark(
    "{places}: No muscle drawn here is known to be felt there. "
    "Think of a tooth, the joint, a nerve or a sinus, and ask."
)


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen region, to be read and taken away."""

    pain: Pain
    words: str


@dataclass(frozen=True)
class Screen:
    """Everything that is to be seen.

    ``captions`` say which side of the patient lies on the viewer's left, and which on the right; where the
    drawing is of one side, the first says so and the second is empty. ``is_flipped`` turns the drawing as in
    a mirror; ``swaps_sides`` says that then what is drawn as right is the patient's left.
    """

    plate: PlateId
    side: Side
    views: tuple[View, ...]
    is_flipped: bool
    swaps_sides: bool
    captions: tuple[str, str]
    layer: Layer
    layers: tuple[tuple[Layer, str], ...]
    opens_jaw: bool
    can_open_jaw: bool
    switches: frozenset[Switch]
    offered: frozenset[Switch]
    voice: Voice
    sides: SideNames
    heading: str
    hint: str
    chips: tuple[Chip, ...]
    rows: tuple[Row, ...]
    unexplained: str
    fewest: str
    questions: Questions
    ticks: TickPage | None
    page: Page | None
    examination: Examination | None
    found: Found | None
    comparison: Comparison | None
    weighing: Weighing | None
    has_red_flags: bool
    has_guides: bool
    is_held: bool
    flags: tuple[Flag, ...]
    flag_sources: tuple[Reference, ...]
    safety: Safety = field(compare=False, repr=False)
    handover: Handover = field(compare=False, repr=False)
    guide: Guide | None
    glossary: Glossary | None
    card: Card | None
    structure: StructureCard | None
    tones: Tones
    ranks: Mapping[ShapeId, int | str]
    signs: Mapping[ShapeId, str]
    """What stands beside the number of a muscle that was pressed."""
    names: Mapping[ShapeId, str]
    labels: Mapping[ShapeId, str]
    marked: frozenset[ShapeId]
    pressable: frozenset[Kind]
    can_go_back: bool
    can_start_over: bool
    beside: Mapping[ShapeId, frozenset[ShapeId]] = field(compare=False, repr=False)
    beyond: Mapping[Way, View] = field(default_factory=dict)
    """The view that one comes to by going on over an edge of the open one."""


def compose(atlas: Atlas, inquiry: Inquiry) -> Screen:
    """Compose what is to be seen of an inquiry."""
    is_held = holds_back(atlas, inquiry)
    ranking = NOTHING if is_held else rank(atlas, inquiry.account)
    is_asked = bool(inquiry.pains or ranking.candidates)
    rows = list_candidates(atlas, inquiry, ranking) if is_asked else list_muscles(atlas, inquiry)
    notes = Footnotes(atlas)
    flags = write_flags(atlas, inquiry, notes)
    plate = atlas.plates[inquiry.plate]
    flips = is_flipped(plate, inquiry.side, inquiry)
    views = list_views(atlas, inquiry)
    return Screen(
        plate=inquiry.plate,
        side=inquiry.side,
        views=views,
        is_flipped=flips,
        swaps_sides=flips and plate.is_mirrored,
        captions=name_sides(plate, inquiry.side, is_flipped=flips),
        layer=inquiry.layer,
        layers=tuple((layer, name_layer(layer, plate.aspect)) for layer in layers_of(plate.aspect)),
        opens_jaw=inquiry.opens_jaw,
        can_open_jaw=plate.can_open_jaw,
        switches=inquiry.switches,
        offered=_offered(plate),
        voice=inquiry.voice,
        sides=inquiry.seat.sides,
        heading=_heading(inquiry, ranking, is_held=is_held),
        hint=say(INVITATION[inquiry.layer]),
        chips=tuple(Chip(pain, name_pain(atlas, pain, inquiry.voice)) for pain in inquiry.pains),
        rows=rows,
        unexplained=_unexplained(atlas, inquiry, ranking),
        fewest=_fewest(atlas, inquiry, ranking),
        questions=choose_questions(atlas, inquiry, ranking),
        ticks=ask_red_flags(atlas, inquiry) or ask_factors(atlas, inquiry),
        page=inquiry.page,
        examination=write_examination(atlas, inquiry, ranking, is_held=is_held),
        found=find(atlas, inquiry),
        comparison=write_comparison(atlas, inquiry, ranking) if inquiry.page is Page.COMPARE else None,
        weighing=write_weighing(atlas, inquiry) if inquiry.page is Page.WEIGH else None,
        has_red_flags=bool(atlas.signs),
        has_guides=bool(atlas.treatments or atlas.topics),
        is_held=is_held,
        flags=flags,
        flag_sources=notes.list(),
        safety=Safety(atlas, inquiry),
        handover=Handover(atlas, inquiry),
        guide=write_guide(atlas, inquiry.guide, inquiry.voice) if inquiry.guide else None,
        glossary=glossary_of(atlas) if inquiry.voice is Voice.PLAIN else None,
        card=write_card(atlas, inquiry, inquiry.place, _why(atlas, inquiry, ranking))
        if inquiry.place and inquiry.page is not Page.EXAMINE
        else None,
        structure=write_structure(atlas, inquiry.structure, inquiry.voice) if inquiry.structure else None,
        tones=tone_shapes(atlas, inquiry, ranking.candidates),
        ranks=letter_muscles(inquiry) or number_shapes(inquiry, ranking),
        signs={} if letter_muscles(inquiry) else signs_found(inquiry),
        names=ShapeNames(atlas, plate, inquiry.voice),
        labels=_labels(atlas, inquiry, plate),
        marked=mark_inside(atlas, inquiry.plate),
        pressable=_pressable(inquiry),
        can_go_back=bool(inquiry.history),
        can_start_over=any(getattr(inquiry, name) != value for name, value in UNTOLD.items()),
        beside=Beside(atlas, plate),
        beyond=views_beyond(atlas, plate, views),
    )


def _offered(plate: Plate) -> frozenset[Switch]:
    """Return the switches that mean something on a plate."""
    kinds = {name.partition("-")[0] for name in plate.shapes}
    means = {
        Switch.DANGERS: Kind.DANGER in kinds,
        Switch.POINTS: Kind.TRIGGER_POINT in kinds,
        Switch.NAMES: True,
        Switch.MIRROR: not plate.is_mirrored,
    }
    return frozenset(switch for switch, is_meant in means.items() if is_meant)


def _pressable(inquiry: Inquiry) -> frozenset[Kind]:
    """Return what a press means in a layer; dangers, where they are shown, lie above all.

    While a muscle is pressed the skin is asked only where it is felt, so that no pain is told by mistake.
    """
    if open_question(inquiry) is Question.FELT:
        return frozenset({Kind.REGION})
    if inquiry.page is Page.EXAMINE and inquiry.layer is Layer.SKIN and not invites(inquiry):
        return frozenset({Kind.DANGER}) if Switch.DANGERS in inquiry.switches else frozenset()
    if inquiry.layer is Layer.SKIN:
        kinds = {Kind.REGION}
    elif inquiry.layer is Layer.BONE:
        kinds = set(STRUCTURES) - {Kind.DANGER}
    else:
        kinds = {Kind.MUSCLE, Kind.JOINT, Kind.TOOTH, Kind.ORAL}
    return frozenset(kinds | {Kind.DANGER} if Switch.DANGERS in inquiry.switches else kinds)


def _labels(atlas: Atlas, inquiry: Inquiry, plate: Plate) -> Mapping[ShapeId, str]:
    """Name what is written beside the drawing: all that a press may mean, if names are asked for."""
    if Switch.NAMES not in inquiry.switches:
        return {}
    return ShapeNames(atlas, plate, inquiry.voice, says_side=False)


def _heading(inquiry: Inquiry, ranking: Ranking, *, is_held: bool) -> str:
    if is_held:
        return say("First: have this looked at") if inquiry.is_screened else say("First: your safety")
    if not (inquiry.pains or ranking.candidates):
        return say("All muscles of this drawing")
    number = len({candidate.place.muscle for candidate in ranking.candidates})
    if number == 0:
        return say("No muscle here explains this")
    return say_number(number, "1 muscle this may come from", "{number} muscles this may come from")


def _unexplained(atlas: Atlas, inquiry: Inquiry, ranking: Ranking) -> str:
    if not ranking.unexplained:
        return ""
    names = ", ".join(name_pain(atlas, pain, inquiry.voice) for pain in ranking.unexplained)
    return say(NOT_A_MUSCLE, places=names)


def _fewest(atlas: Atlas, inquiry: Inquiry, ranking: Ranking) -> str:
    """Name the smallest set of muscles that explains all of several pains."""
    if not ranking.fewest or len(inquiry.pains) - len(ranking.unexplained) <= 1:
        return ""
    found = [each for each in ranking.candidates if each.place in ranking.fewest]
    names = [add_side(name_candidate(atlas, each, inquiry.voice), each.place.side) for each in found]
    return say_number(
        len(names),
        "One muscle explains all of it: {muscles}",
        "The fewest that explain all of it: {muscles}",
        muscles=" + ".join(names),
    )


def _why(atlas: Atlas, inquiry: Inquiry, ranking: Ranking) -> tuple[tuple[str, str], ...]:
    """Recite the sum by which the open muscle is in the list."""
    number = next((n for n, each in enumerate(ranking.candidates) if _is_open(inquiry, each)), None)
    if number is None:
        return ()
    candidate = ranking.candidates[number]
    terms = [(f"{term.value:+.2f}", explain(atlas, term, inquiry.voice)) for term in candidate.terms]
    against = speak_against(atlas, candidate, inquiry.voice)
    score = f"{candidate.score:.2f}"
    said = (score, say("Number {number} in the list: the sum of", number=number + 1))
    return tuple(line for line in (said, *terms, ("", against)) if line[1])


def _is_open(inquiry: Inquiry, candidate: Candidate) -> bool:
    """Whether a candidate is the open muscle, or is mapped together with it."""
    shown = (candidate.place.muscle, *candidate.together)
    return (
        inquiry.place is not None
        and inquiry.place.side is candidate.place.side
        and inquiry.place.muscle in shown
    )


def mark_inside(atlas: Atlas, plate_id: PlateId) -> frozenset[ShapeId]:
    """Return the shapes that stand for a place inside the head, on both sides of the patient.

    Where the drawing itself shows the inside, nothing has to be marked as being there.
    """
    if atlas.plates[plate_id].aspect is Aspect.INTRAORAL:
        return frozenset()
    inside = {region.id for region in atlas.regions.values() if region.is_inside}
    faces = atlas.plates[plate_id].named_faces
    return frozenset(
        name for name, shape in faces.items() if shape.kind is Kind.REGION and shape.name in inside
    )
