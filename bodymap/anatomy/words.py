"""Text in two voices, and how sure it is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

SourceId = NewType("SourceId", str)


class Voice(StrEnum):
    """Whom the words are for."""

    PLAIN = "plain"
    CLINICAL = "clinical"


class Sureness(StrEnum):
    """How consistently the sources say it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


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
