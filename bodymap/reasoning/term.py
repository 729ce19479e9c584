"""The terms of a candidate's sum."""

from dataclasses import dataclass
from enum import StrEnum

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.muscle import Frequency, Referral, TriggerPoint
from bodymap.anatomy.region import Pain
from bodymap.anatomy.words import SourceId, Sureness


class TermKind(StrEnum):
    """What a term of the sum stands for."""

    REGION = "region"
    LOCAL = "local"
    TELLING = "telling"
    FOCUS = "focus"
    WHOLE = "whole"
    FOUND = "found"
    SYMPTOM = "symptom"
    HABIT = "habit"
    FINDING = "finding"


@dataclass(frozen=True, slots=True)
class Term:
    """One summand of a candidate's score, and what it rests on."""

    kind: TermKind
    value: float
    sureness: Sureness | None = None
    sources: tuple[SourceId, ...] = ()
    pain: Pain | None = None
    trigger_point: TriggerPoint | None = None
    referral: Referral | None = None
    is_other_side: bool = False
    factor: str | None = None
    answer: Answer | None = None
    frequency: Frequency | None = None
    share: tuple[int, int] = (0, 0)
