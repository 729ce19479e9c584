"""What pressing the muscles brought, in words."""

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.finding import Finding, Spread
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import Kind, Shape
from bodymap.anatomy.words import Voice
from bodymap.inquiry.state import Inquiry
from bodymap.inquiry.tones import zone_of
from bodymap.inquiry.wording import add_side, name_muscle, name_pain
from bodymap.language import mark, say

FAMILIAR = {
    Answer.YES: (
        mark("{muscle}: pressing it brought the pain you know."),
        mark("{muscle}: familiar pain on palpation."),
    ),
    Answer.NO: (
        mark("{muscle}: pressing it hurt, but it was not the pain you know."),
        mark("{muscle}: pain on palpation, not familiar."),
    ),
    Answer.NOT_SURE: (
        mark("{muscle}: it was not clear whether it was the pain you know."),
        mark("{muscle}: familiar pain on palpation uncertain."),
    ),
}
NOT_FAMILIAR = (
    mark("{muscle}: pressing it did not bring the pain you know."),
    mark("{muscle}: no familiar pain on palpation."),
)
"""What is said where nobody said whether it hurt at all."""
NO_PAIN = (mark("{muscle}: pressing it did not hurt."), mark("{muscle}: no pain on palpation."))
PAIN = (mark("{muscle}: pressing it hurt."), mark("{muscle}: pain on palpation."))
PRESSED = (mark("{muscle}: it was pressed."), mark("{muscle}: palpated."))
SPREAD = {
    Spread.LOCAL: (mark("It was felt under the finger."), mark("Local pain.")),
    Spread.SPREADING: (mark("It spread within the muscle."), mark("Spreading pain.")),
    Spread.REFERRED: (mark("It was felt elsewhere."), mark("Referred pain.")),
}
FELT_IN = (mark("It was felt in: {places}."), mark("Felt in: {places}."))


def tell_finding(atlas: Atlas, place: Place, finding: Finding, voice: Voice) -> str:
    """Say what pressing one muscle brought."""
    number = int(voice is Voice.CLINICAL)
    said = [say(_pain(finding)[number], muscle=name_place(atlas, place, voice))]
    if finding.hurts is Answer.NO:
        return said[0]
    if finding.spread and not (finding.felt and finding.spread is Spread.REFERRED and not number):
        said.append(say(SPREAD[finding.spread][number]))
    if finding.felt:
        places = ", ".join(
            name_pain(atlas, pain, voice) for pain in finding.felt if pain.region in atlas.regions
        )
        said.append(say(FELT_IN[number], places=places))
    return " ".join(said)


def _pain(finding: Finding) -> tuple[str, str]:
    if finding.hurts is Answer.NO:
        return NO_PAIN
    if finding.familiar is Answer.NO and finding.hurts is not Answer.YES:
        return NOT_FAMILIAR
    if finding.familiar:
        return FAMILIAR[finding.familiar]
    return PAIN if finding.hurts is Answer.YES else PRESSED


def name_place(atlas: Atlas, place: Place, voice: Voice) -> str:
    """Name a muscle with its side."""
    return add_side(name_muscle(atlas.muscles[place.muscle], voice), place.side)


def order_findings(atlas: Atlas, inquiry: Inquiry) -> tuple[tuple[Place, Finding], ...]:
    """Return the findings, those first that brought the familiar pain, those last that speak against it."""
    order = {Answer.YES: 0, Answer.NOT_SURE: 1, None: 1, Answer.NO: 2}
    known = (each for each in inquiry.findings if each[0].muscle in atlas.muscles)
    return tuple(sorted(known, key=lambda each: order[each[1].verdict]))


def list_discussed(atlas: Atlas, inquiry: Inquiry) -> tuple[Place, ...]:
    """Return the muscles that were pressed, compared or opened, each once."""
    pressed = (place for place, _ in order_findings(atlas, inquiry))
    places = (*pressed, *inquiry.compared, *reversed(inquiry.opened))
    return tuple(dict.fromkeys(place for place in places if place.muscle in atlas.muscles))


def explains(atlas: Atlas, inquiry: Inquiry, place: Place) -> tuple[str, ...]:
    """Name the pains that a muscle is known to be felt in."""
    zone = zone_of(atlas, place)
    seen = (pain for pain in inquiry.pains if Shape(Kind.REGION, pain.region, pain.side).id in zone)
    return tuple(name_pain(atlas, pain, inquiry.voice) for pain in seen)
