"""The answers that can be pressed while a muscle is examined, and what each makes of the finding."""

from dataclasses import dataclass, replace

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.finding import Finding, Spread
from bodymap.anatomy.muscle import Laterality, Place
from bodymap.anatomy.region import Pain
from bodymap.anatomy.words import Voice
from bodymap.inquiry.probe import Question, feel, question_of
from bodymap.inquiry.state import Inquiry
from bodymap.inquiry.tones import felt_on
from bodymap.inquiry.wording import name_pain
from bodymap.language import mark, say

ASKED = {
    Question.HURTS: (mark("Does it hurt when pressed?"), mark("Pain on palpation?")),
    Question.FAMILIAR: (mark("Is it the pain you know?"), mark("Familiar pain?")),
    Question.SPREAD: (mark("Where is it felt?"), mark("Local, spreading or referred?")),
    Question.FELT: (
        mark("Where? Press the places here or on the drawing."),
        mark("Felt in which regions? Press them here or on the drawing."),
    ),
}
"""Each question, plainly and clinically."""
ANSWERS = {
    Answer.YES: (mark("Yes"), mark("Y")),
    Answer.NO: (mark("No"), mark("N")),
    Answer.NOT_SURE: (mark("Not sure"), mark("U")),
}
SPREADS = {
    Spread.LOCAL: (mark("Only under the finger"), mark("Local")),
    Spread.SPREADING: (mark("Spreading in this muscle"), mark("Spreading within the muscle")),
    Spread.REFERRED: (mark("In another place too"), mark("Referred")),
}
TOLD = {
    Question.HURTS: (mark("hurts: {answer}"), mark("pain: {answer}")),
    Question.FAMILIAR: (mark("known pain: {answer}"), mark("familiar: {answer}")),
}
"""What was answered, in short."""
TERMS = {Question.FAMILIAR: "familiar_pain", Question.FELT: "referral"}
"""The term of art that a question is about."""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that can be pressed, its key, and what it makes of the finding."""

    words: str
    finding: Finding
    key: str = ""
    is_on: bool = False


def offer(atlas: Atlas, inquiry: Inquiry, place: Place, finding: Finding) -> tuple[Option, ...]:
    """Offer the answers to the open question."""
    match question_of(finding):
        case Question.HURTS:
            return tuple(
                Option(say(words), _hurts(finding, answer), say(key))
                for answer, (words, key) in ANSWERS.items()
            )
        case Question.FAMILIAR:
            return tuple(
                Option(say(words), replace(finding, familiar=answer), say(key))
                for answer, (words, key) in ANSWERS.items()
            )
        case Question.SPREAD:
            clinical = inquiry.voice is Voice.CLINICAL
            return tuple(
                Option(say(words[clinical]), replace(finding, spread=spread))
                for spread, words in SPREADS.items()
            )
        case Question.FELT:
            return tuple(
                Option(name_pain(atlas, pain, inquiry.voice), feel(finding, pain), is_on=pain in finding.felt)
                for pain in _places(atlas, place, finding)
            )
        case None:
            return ()


def list_told(inquiry: Inquiry, finding: Finding) -> tuple[Option, ...]:
    """List what was answered; pressing an answer takes it back, with what was asked because of it."""
    clinical = inquiry.voice is Voice.CLINICAL
    told = []
    if finding.hurts:
        words = say(TOLD[Question.HURTS][clinical], answer=say(ANSWERS[finding.hurts][0]).lower())
        told.append(Option(words, Finding(), is_on=True))
    if finding.familiar and finding.hurts is not Answer.NO:
        words = say(TOLD[Question.FAMILIAR][clinical], answer=say(ANSWERS[finding.familiar][0]).lower())
        told.append(Option(words, Finding(hurts=finding.hurts), is_on=True))
    if finding.spread:
        told.append(
            Option(say(SPREADS[finding.spread][clinical]), replace(finding, spread=None, felt=()), is_on=True)
        )
    return tuple(told)


def _hurts(finding: Finding, answer: Answer) -> Finding:
    """Return what is known when it hurts or not; what does not hurt is not felt anywhere."""
    return Finding(hurts=answer) if answer is Answer.NO else replace(finding, hurts=answer)


def _places(atlas: Atlas, place: Place, finding: Finding) -> tuple[Pain, ...]:
    """Return where it may be felt: the muscle's own zone, or what lies over it; and what was said besides."""
    muscle = atlas.muscles[place.muscle]
    if finding.spread is Spread.SPREADING:
        known = [_on_side(atlas, Pain(region, place.side)) for region in muscle.lies_under]
    else:
        known = [
            Pain(referral.region, side)
            for point in muscle.trigger_points
            for referral in point.referrals
            for side in felt_on(atlas, referral.region, referral.laterality, place.side)
        ]
    return tuple(dict.fromkeys((*known, *finding.felt)))


def _on_side(atlas: Atlas, pain: Pain) -> Pain:
    return Pain(pain.region, felt_on(atlas, pain.region, Laterality.SAME, pain.side)[0])
