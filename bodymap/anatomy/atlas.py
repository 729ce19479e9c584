"""The atlas: everything that is known, indexed both ways, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bodymap.anatomy.muscle import Muscle, MuscleId, Referral, TriggerPoint
from bodymap.anatomy.plate import Kind, Plate, PlateId, Shape
from bodymap.anatomy.region import Region, RegionId
from bodymap.anatomy.source import Source
from bodymap.anatomy.structure import Structure, StructureId
from bodymap.anatomy.words import SourceId, Statement, Words


@dataclass(frozen=True, slots=True)
class Weight:
    """A number of the ranking, with the reason for it and its sources."""

    value: float
    why: Words
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Symptom:
    """Something felt besides pain that can be asked about."""

    id: str
    name: Words
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Muscles that the sources map together; they count and show once."""

    id: str
    name: Words


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What else a pain in a region could be, and how soon to have it looked at."""

    region: RegionId
    what: Statement
    urgency: str


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A sign with which nobody should wait, and how urgent it is."""

    id: str
    sign: Statement
    urgency: str


@dataclass(frozen=True, slots=True)
class About:
    """Which content this is, and who answers for it."""

    id: str
    title: str
    version: str
    language: str
    author: str
    licence: str


@dataclass(frozen=True)
class Atlas:
    """Everything that is known."""

    about: About
    regions: Mapping[RegionId, Region]
    muscles: Mapping[MuscleId, Muscle]
    plates: Mapping[PlateId, Plate]
    sources: Mapping[SourceId, Source]
    symptoms: Mapping[str, Symptom]
    patterns: Mapping[str, Pattern]
    weights: Mapping[str, Weight]
    otherwise: tuple[Otherwise, ...] = ()
    red_flags: tuple[RedFlag, ...] = ()
    structures: Mapping[tuple[Kind, StructureId], Structure] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)
    """What the program itself says, English to the language of the pack; none for English."""

    def structure_of(self, shape: Shape) -> Structure | None:
        """Return the structure that a shape stands for, if it stands for one that is known."""
        return self.structures.get((shape.kind, StructureId(shape.name)))

    @cached_property
    def referring(self) -> Mapping[RegionId, tuple[tuple[Muscle, TriggerPoint, Referral], ...]]:
        """For each region, every referral into it from a muscle that may be a candidate."""
        index: dict[RegionId, list[tuple[Muscle, TriggerPoint, Referral]]] = {}
        for muscle in self.muscles.values():
            if muscle.is_candidate:
                for point in muscle.trigger_points:
                    for referral in point.referrals:
                        index.setdefault(referral.region, []).append((muscle, point, referral))
        return {region: tuple(found) for region, found in index.items()}

    @cached_property
    def mapped_together(self) -> Mapping[str, tuple[Muscle, ...]]:
        """For each pattern, its muscles in the order of the pack."""
        index: dict[str, list[Muscle]] = {}
        for muscle in self.muscles.values():
            if muscle.pattern:
                index.setdefault(muscle.pattern, []).append(muscle)
        return {pattern: tuple(muscles) for pattern, muscles in index.items()}
