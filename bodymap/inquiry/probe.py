"""What is asked while a muscle is pressed, one question after the other."""

from dataclasses import replace
from enum import StrEnum

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.finding import Finding, Spread
from bodymap.anatomy.region import Pain
from bodymap.inquiry.state import Inquiry, Page


class Question(StrEnum):
    """A question, in the order in which they are asked."""

    HURTS = "hurts"
    FAMILIAR = "familiar"
    SPREAD = "spread"
    FELT = "felt"


def question_of(finding: Finding) -> Question | None:
    """Return what is asked next of a finding; nothing once all was said."""
    if finding.hurts is None and finding.familiar is None:
        return Question.HURTS
    if finding.hurts is Answer.NO:
        return None
    if finding.familiar is None:
        return Question.FAMILIAR
    if finding.spread is None:
        return Question.SPREAD
    return None if finding.spread is Spread.LOCAL else Question.FELT


def open_finding(inquiry: Inquiry) -> Finding | None:
    """Return what pressing brought so far, of the muscle that is pressed now; nothing where none is."""
    if inquiry.page is not Page.EXAMINE or inquiry.place is None:
        return None
    return dict(inquiry.findings).get(inquiry.place, Finding())


def open_question(inquiry: Inquiry) -> Question | None:
    """Return what is asked now."""
    finding = open_finding(inquiry)
    return question_of(finding) if finding else None


def invites(inquiry: Inquiry) -> bool:
    """Whether the page waits for somebody to say where it hurts."""
    return inquiry.page is Page.EXAMINE and inquiry.place is None and not inquiry.walked


def feel(finding: Finding, pain: Pain) -> Finding:
    """Return a finding with one more place in which it was felt, or one less."""
    kept = tuple(known for known in finding.felt if known != pain)
    return replace(finding, felt=kept if pain in finding.felt else (*kept, pain))


def tell_familiar(finding: Finding | None, answer: Answer | None) -> Finding:
    """Return a finding with whether it is the familiar pain; what else was said stays."""
    known = finding or Finding()
    if answer is Answer.YES and known.hurts is Answer.NO:
        known = replace(known, hurts=None)
    return replace(known, familiar=answer)
