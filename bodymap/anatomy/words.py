"""Text in two voices, and how sure it is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

SourceId = NewType("SourceId", str)


class Voice(StrEnum):
    """Whom the words are for."""

    PLAIN = "plain"
    CLINICAL = "clinical"


class Certainty(StrEnum):
    """How certain the evidence for an effect is, as its reviewers graded it."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very_low"


class Matter(StrEnum):
    """Something about a treatment that may matter much to the person who weighs it."""

    NEEDLES = "needles"
    FAST_RELIEF = "fast_relief"
    BLOOD_THINNER = "blood_thinner"
    PREGNANCY = "pregnancy"


class Sureness(StrEnum):
    """How consistently the sources say it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Technique(StrEnum):
    """How an examiner takes hold of a muscle."""

    FLAT = "flat"
    PINCER = "pincer"
    INTRAORAL = "intraoral"


@dataclass(frozen=True, slots=True)
class Words:
    """The same thing said plainly and clinically."""

    plain: str
    clinical: str

    def in_voice(self, voice: Voice) -> str:
        """Return the wording for one kind of reader."""
        return self.plain if voice is Voice.PLAIN else self.clinical


@dataclass(frozen=True, slots=True)
class Statement:
    """Something a reader could act on, with its sources, how sure it is, and its caution."""

    words: Words
    sureness: Sureness
    sources: tuple[SourceId, ...]
    caution: Words | None = None
    symptom: str | None = None
    habits: tuple[str, ...] = ()
    """The habits and strains that it names."""
    about: str | None = None
    """The treatment that it is about."""
    certainty: Certainty | None = None
    press: "Press | None" = None
    technique: tuple[Technique, ...] = ()
    """How an examiner takes hold of the muscle, as the statement says."""
    matters: tuple[Matter, ...] = ()
    """What it tells of a treatment that may matter to the person who weighs it."""
    days: tuple[int, int] | None = None
    """From and to which day after today it counts, where it names a time."""
    is_emergency: bool = False
    """Whether it says when nothing may wait."""


@dataclass(frozen=True, slots=True)
class Press:
    """How hard, how long and where an examiner presses."""

    force_kg: float | None
    """Nothing where the sources give no force."""
    seconds: tuple[int, ...]
    sites: tuple[Words, ...]
