"""The atlas: everything that is known, indexed both ways, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from bodymap.anatomy.muscle import Muscle, MuscleId, Referral, TriggerPoint
from bodymap.anatomy.plate import Kind, Plate, PlateId, Shape
from bodymap.anatomy.region import Region, RegionId
from bodymap.anatomy.screening import Otherwise, Rule, Sign, SignGroup
from bodymap.anatomy.source import Source
from bodymap.anatomy.structure import Structure, StructureId
from bodymap.anatomy.treatment import Term, Topic, TopicId, Treatment, TreatmentId
from bodymap.anatomy.words import SourceId, Words


@dataclass(frozen=True, slots=True)
class Weight:
    """A number of the ranking, with the reason for it and its sources."""

    value: float
    why: Words
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Symptom:
    """Something felt besides pain, or a habit, that can be asked about."""

    id: str
    name: Words
    also: tuple[str, ...]
    ask: Words | None = None
    """The question for it; without one its name is asked."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Muscles that the sources map together; they count and show once."""

    id: str
    name: Words


@dataclass(frozen=True, slots=True)
class Complaint:
    """What studies count people by, such as headache, and the regions that it goes with."""

    id: str
    name: Words
    regions: tuple[RegionId, ...]


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
    structures: Mapping[tuple[Kind, StructureId], Structure] = field(default_factory=dict)
    habits: Mapping[str, Symptom] = field(default_factory=dict)
    complaints: Mapping[str, Complaint] = field(default_factory=dict)
    sign_groups: tuple[SignGroup, ...] = ()
    signs: Mapping[str, Sign] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    treatments: Mapping[TreatmentId, Treatment] = field(default_factory=dict)
    topics: Mapping[TopicId, Topic] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)
    """What the program's own words are in the language of the packs."""
    derived: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What the floors above work out of it once, each under its own name."""

    def factor(self, name: str) -> Symptom | None:
        """Return the symptom or the habit of a name."""
        return self.symptoms.get(name) or self.habits.get(name)

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

    @cached_property
    def mapped_alone(self) -> frozenset[str]:
        """The candidates as they are counted: muscles, and the patterns of those that are mapped together."""
        return frozenset(each.pattern or each.id for each in self.muscles.values() if each.is_candidate)
