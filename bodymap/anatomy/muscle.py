"""Muscles, their trigger points, and where those are felt."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from bodymap.anatomy.region import RegionId, Side
from bodymap.anatomy.words import SourceId, Statement, Sureness, Words

MuscleId = NewType("MuscleId", str)
TriggerPointId = NewType("TriggerPointId", str)


class Strength(StrEnum):
    """How regularly a place is part of the pattern: in most people, or in some."""

    ESSENTIAL = "essential"
    SPILLOVER = "spillover"


class Tested(StrEnum):
    """What stands behind a zone besides the textbook tradition."""

    INDEPENDENT = "independent"
    PARTIAL = "partial"
    CASE_SERIES = "case_series"
    NONE = "none"


class Laterality(StrEnum):
    """On which side a referral is felt, seen from its muscle."""

    SAME = "same"
    SAME_AND_OTHER = "same_and_other"
    SAME_OFTEN_BOTH = "same_often_both"
    MIDLINE = "midline"


class MapStatus(StrEnum):
    """Whether a muscle has a sourced referral map; without one it is never a candidate."""

    MAPPED = "mapped"
    WEAK = "weak"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Referral:
    """A region in which a trigger point is felt."""

    region: RegionId
    strength: Strength
    laterality: Laterality
    sureness: Sureness
    tested: Tested
    sources: tuple[SourceId, ...]
    publishers: int
    note: Words | None = None


@dataclass(frozen=True, slots=True)
class TriggerPoint:
    """A tender spot in a muscle, and the regions it refers to."""

    id: TriggerPointId
    name: Words
    where: Statement
    referrals: tuple[Referral, ...]
    note: Words | None = None


@dataclass(frozen=True, slots=True)
class Frequency:
    """How many of the people in a study had an active trigger point in a muscle."""

    complaint: str
    people: Words
    percent: float
    number: int
    controls: float | None
    """The percentage among people without the complaint, where the study had any."""
    sureness: Sureness
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Muscle:
    """A muscle: what it is, how it feels, what keeps it going, what is done about it."""

    id: MuscleId
    name: Words
    latin: str
    also: tuple[str, ...]
    group: str
    pattern: str | None
    map_status: MapStatus
    codes: tuple[tuple[str, str], ...]
    code_sources: tuple[SourceId, ...]
    side_note: Statement | None
    frequencies: tuple[Frequency, ...]
    lies_under: tuple[RegionId, ...]
    """The regions of the skin under which it lies, where a sore muscle may itself be felt."""
    trigger_points: tuple[TriggerPoint, ...]
    what_it_is: tuple[Statement, ...]
    feels_like: tuple[Statement, ...]
    keeps_it_going: tuple[Statement, ...]
    how_found: tuple[Statement, ...]
    dangers: tuple[Statement, ...]
    self_care: tuple[Statement, ...]
    treatment: tuple[Statement, ...]
    disputed: tuple[Statement, ...]

    @property
    def is_candidate(self) -> bool:
        """Whether the muscle may be offered as a candidate."""
        return self.map_status is not MapStatus.NONE and any(point.referrals for point in self.trigger_points)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A muscle on a side of the patient."""

    muscle: MuscleId
    side: Side

    def __str__(self) -> str:
        """The place as it is written on the command line, such as ``temporalis:right``."""
        return f"{self.muscle}:{self.side}"
