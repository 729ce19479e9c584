"""Which muscles could explain these pains, and why.

A candidate's score is a plain sum of terms, so that it can be recited. Every
number in it is a weight of the pack:

- for each pain, the best of the muscle's trigger points that refers there:
  ``strength x sureness x tested x side / number of pains``;
- ``focus x (main places chosen / main places)``: how much of the muscle's own
  pattern the pains make up;
- ``symptom x sureness`` for each symptom that the sources connect with it.

Muscles that the sources map together count and show once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import Laterality, Muscle, MuscleId, Place, Referral, Strength, TriggerPoint
from bodymap.anatomy.region import Pain, RegionId, Side
from bodymap.anatomy.words import SourceId, Sureness


class TermKind(StrEnum):
    """What a term of the sum stands for."""

    REGION = "region"
    FOCUS = "focus"
    SYMPTOM = "symptom"


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
    symptom: str | None = None
    share: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A muscle that could explain some of the pains, with the sum that ranks it."""

    place: Place
    together: tuple[MuscleId, ...]
    terms: tuple[Term, ...]
    unexplained: tuple[Pain, ...]

    @property
    def score(self) -> float:
        """The sum of the terms."""
        return round(sum(term.value for term in self.terms), 6)

    @property
    def explained(self) -> tuple[Pain, ...]:
        """The pains that the muscle may explain, in the order they were chosen."""
        return tuple(term.pain for term in self.terms if term.pain is not None)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The candidates, best first, and the pains that none of them explains."""

    candidates: tuple[Candidate, ...]
    unexplained: tuple[Pain, ...]


@dataclass(frozen=True, slots=True)
class _Reach:
    """A referral that reaches a pain from a muscle's side, and what it is worth."""

    point: TriggerPoint
    referral: Referral
    is_other_side: bool
    value: float


def rank(atlas: Atlas, pains: Sequence[Pain], symptoms: Iterable[str] = ()) -> Ranking:
    """Rank the muscles that could explain these pains; ties go by name, then right before left."""
    asked = tuple(dict.fromkeys(pains))
    felt = frozenset(symptoms)
    found = _reaches(atlas, asked)
    if not asked and felt:
        found = _places_with(atlas, felt)
    candidates = [_candidate(atlas, place, reached, asked, felt) for place, reached in found.items()]
    candidates.sort(
        key=lambda candidate: (-candidate.score, candidate.place.muscle, candidate.place.side != Side.RIGHT)
    )
    explained = {pain for candidate in candidates for pain in candidate.explained}
    return Ranking(_once(atlas, candidates), tuple(pain for pain in asked if pain not in explained))


def reach(referral: Referral, muscle_side: Side, pain_side: Side) -> tuple[bool, bool]:
    """Say whether a referral from one side is felt on another, and whether it has to cross for that."""
    if Side.MIDLINE in {muscle_side, pain_side} or referral.laterality is Laterality.MIDLINE:
        return True, False
    if muscle_side is pain_side:
        return True, False
    crosses = referral.laterality in {Laterality.SAME_AND_OTHER, Laterality.SAME_OFTEN_BOTH}
    return crosses, crosses


def worth(atlas: Atlas, referral: Referral, *, is_other_side: bool = False) -> float:
    """Return what one referral is worth: its strength, sureness and tests, less on the other side."""
    weights = atlas.weights
    value = weights[referral.strength].value * weights[f"sure_{referral.sureness}"].value
    value *= weights[f"tested_{referral.tested}"].value
    return value * weights["other_side"].value if is_other_side else value


def _reaches(atlas: Atlas, pains: Sequence[Pain]) -> dict[Place, dict[Pain, _Reach]]:
    """For each muscle and side, the best referral into each pain."""
    found: dict[Place, dict[Pain, _Reach]] = {}
    for pain in pains:
        for muscle, point, referral in atlas.referring.get(pain.region, ()):
            for side in (Side.RIGHT, Side.LEFT):
                is_felt, is_other = reach(referral, side, pain.side)
                if not is_felt:
                    continue
                new = _Reach(point, referral, is_other, worth(atlas, referral, is_other_side=is_other))
                best = found.setdefault(Place(muscle.id, side), {})
                if pain not in best or new.value > best[pain].value:
                    best[pain] = new
    return found


def _places_with(atlas: Atlas, symptoms: frozenset[str]) -> dict[Place, dict[Pain, _Reach]]:
    """Every muscle, on both sides, that goes with one of the symptoms."""
    return {
        Place(muscle.id, side): {}
        for muscle in atlas.muscles.values()
        if muscle.is_candidate
        if any(statement.symptom in symptoms for statement in muscle.feels_like)
        for side in (Side.RIGHT, Side.LEFT)
    }


def _once(atlas: Atlas, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Keep, of the muscles mapped together, the one that fits best; it speaks for the others."""
    kept: dict[tuple[str | None, str, Side], Candidate] = {}
    for candidate in candidates:
        muscle = atlas.muscles[candidate.place.muscle]
        alone = "" if muscle.pattern else muscle.id
        kept.setdefault((muscle.pattern, alone, candidate.place.side), candidate)
    return tuple(kept.values())


def _candidate(
    atlas: Atlas, place: Place, reached: dict[Pain, _Reach], pains: Sequence[Pain], symptoms: frozenset[str]
) -> Candidate:
    muscle = atlas.muscles[place.muscle]
    terms = [
        Term(
            TermKind.REGION,
            reached[pain].value / len(pains),
            sureness=reached[pain].referral.sureness,
            sources=reached[pain].referral.sources,
            pain=pain,
            trigger_point=reached[pain].point,
            referral=reached[pain].referral,
            is_other_side=reached[pain].is_other_side,
        )
        for pain in pains
        if pain in reached
    ]
    terms += _focus(atlas, muscle, reached)
    terms += _symptoms(atlas, muscle, symptoms)
    together = atlas.mapped_together[muscle.pattern] if muscle.pattern else ()
    return Candidate(
        place,
        tuple(other.id for other in together if other is not muscle),
        tuple(terms),
        tuple(pain for pain in pains if pain not in reached),
    )


def _focus(atlas: Atlas, muscle: Muscle, reached: dict[Pain, _Reach]) -> list[Term]:
    """The term for how much of the muscle's main pattern was chosen."""
    main = essential_regions(muscle)
    hit = main & {pain.region for pain in reached}
    if not hit:
        return []
    return [
        Term(TermKind.FOCUS, atlas.weights["focus"].value * len(hit) / len(main), share=(len(hit), len(main)))
    ]


def _symptoms(atlas: Atlas, muscle: Muscle, symptoms: frozenset[str]) -> list[Term]:
    """The terms for the symptoms that go with the muscle, each counted once."""
    best = {
        statement.symptom: statement
        for statement in sorted(
            muscle.feels_like, key=lambda known: atlas.weights[f"sure_{known.sureness}"].value
        )
        if statement.symptom in symptoms
    }
    return [
        Term(
            TermKind.SYMPTOM,
            atlas.weights["symptom"].value * atlas.weights[f"sure_{statement.sureness}"].value,
            sureness=statement.sureness,
            sources=statement.sources,
            symptom=symptom,
        )
        for symptom, statement in sorted(best.items(), key=lambda item: str(item[0]))
    ]


def essential_regions(muscle: Muscle) -> frozenset[RegionId]:
    """The regions that make up a muscle's main pattern."""
    return frozenset(
        referral.region
        for point in muscle.trigger_points
        for referral in point.referrals
        if referral.strength is Strength.ESSENTIAL
    )
