"""What the atlas says for each muscle and side, worked out once, so that ranking only has to add.

A muscle on a side has a number: twice its place among the candidates by name, one more for the left. What
is kept under a region and the side of a pain is one list of pairs: that number, and what the pain brings.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import Frequency, Laterality, Muscle, Place, Referral, TriggerPoint
from bodymap.anatomy.region import Pain, RegionId, Side
from bodymap.anatomy.words import Statement

SIDES = (Side.RIGHT, Side.LEFT)
_KEY = "evidence"


@dataclass(frozen=True, slots=True)
class Reach:
    """A referral that reaches a pain from a muscle's side, and what it is worth.

    Without a referral the pain lies over the muscle itself.
    """

    point: TriggerPoint | None
    referral: Referral | None
    is_other_side: bool
    value: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that a ranking adds up.

    ``places`` are the candidates' muscles on both sides. ``reaching`` says, for a region and the side of a
    pain, which of them reach it, and what that brings, its share of the pattern included.
    ``shares`` says how much of a muscle's own pattern a region is; ``telling`` how few muscles are felt in a
    region, from 0 to 1; ``found`` what it is worth that muscles were found active in people with a complaint,
    and ``frequencies`` the studies behind it;
    ``goes_with`` what a symptom or a habit is worth for it.
    """

    muscles: tuple[Muscle, ...]
    places: tuple[Place, ...]
    reaching: dict[tuple[RegionId, Side], list[tuple[int, float]]]
    shares: tuple[dict[RegionId, float], ...]
    telling: dict[RegionId, float]
    felt_by: dict[RegionId, int]
    found: dict[str, list[tuple[int, float]]]
    frequencies: tuple[dict[str, Frequency], ...]
    goes_with: dict[str, dict[int, tuple[float, Statement]]]
    complaints: dict[RegionId, tuple[str, ...]]
    reached: dict[tuple[int, RegionId, Side], Reach | None] = field(default_factory=dict, compare=False)
    """What was asked of ``reach_of`` before."""

    def reach_of(self, atlas: Atlas, number: int, pain: Pain) -> Reach | None:
        """Return by what a muscle on a side, told by its number, reaches a pain best."""
        key = number, pain.region, pain.side
        if key not in self.reached:
            muscle, side = self.muscles[number >> 1], self.places[number].side
            self.reached[key] = best_reach(atlas, muscle, side, pain.region, pain.side)
        return self.reached[key]

    def number(self, place: Place) -> int | None:
        """Return the number of a muscle on a side, if it is a candidate at all."""
        muscle = next((n for n, each in enumerate(self.muscles) if each.id == place.muscle), None)
        return None if muscle is None or place.side is Side.MIDLINE else 2 * muscle + SIDES.index(place.side)


def evidence_of(atlas: Atlas) -> Evidence:
    """Return the evidence of an atlas, worked out at the first asking."""
    if _KEY not in atlas.derived:
        atlas.derived[_KEY] = _work_out(atlas)
    found: Evidence = atlas.derived[_KEY]
    return found


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


def best_reach(atlas: Atlas, muscle: Muscle, side: Side, region: RegionId, pain_side: Side) -> Reach | None:
    """Return by what a muscle reaches a pain best, of equals the first of the pack, or by lying there."""
    referrals = _by_region(muscle).get(region, ())
    return _better(_best(atlas, referrals, side, pain_side), _local(atlas, muscle, side, region, pain_side))


def _better(one: Reach | None, other: Reach | None) -> Reach | None:
    """Return what is worth more; of equals the first."""
    return other if one is None or (other and other.value > one.value) else one


def _local(atlas: Atlas, muscle: Muscle, side: Side, region: RegionId, pain_side: Side) -> Reach | None:
    lies_there = region in muscle.lies_under and pain_side in {side, Side.MIDLINE}
    value = atlas.weights["local"].value
    return Reach(None, None, is_other_side=False, value=value) if lies_there and value else None


def _by_region(muscle: Muscle) -> dict[RegionId, list[tuple[TriggerPoint, Referral]]]:
    found: dict[RegionId, list[tuple[TriggerPoint, Referral]]] = {each: [] for each in muscle.lies_under}
    for point in muscle.trigger_points:
        for referral in point.referrals:
            found.setdefault(referral.region, []).append((point, referral))
    return found


def _best(
    atlas: Atlas, referrals: Iterable[tuple[TriggerPoint, Referral]], side: Side, pain_side: Side
) -> Reach | None:
    best = None
    for point, referral in referrals:
        is_felt, crosses = reach(referral, side, pain_side)
        if is_felt:
            value = worth(atlas, referral, is_other_side=crosses)
            if best is None or value > best.value:
                best = Reach(point, referral, crosses, value)
    return best


def _work_out(atlas: Atlas) -> Evidence:
    muscles = tuple(sorted((m for m in atlas.muscles.values() if m.is_candidate), key=lambda each: each.id))
    felt_by = _felt_by(muscles)
    most = max(felt_by.values(), default=1)
    telling = {region: 1 - number / most for region, number in felt_by.items()}
    shares = tuple(_shares(atlas, muscle) for muscle in muscles)
    return Evidence(
        muscles,
        tuple(Place(muscle.id, side) for muscle in muscles for side in SIDES),
        _reaching(atlas, muscles, telling, shares),
        shares,
        telling,
        felt_by,
        _found(atlas, muscles),
        tuple(map(_largest, muscles)),
        _goes_with(atlas, muscles),
        {region: tuple(_complaints(atlas, region)) for region in atlas.regions},
    )


def _felt_by(muscles: tuple[Muscle, ...]) -> dict[RegionId, int]:
    """Count the muscles that are felt in each region; those mapped together count once."""
    felt = {(region, muscle.pattern or muscle.id) for muscle in muscles for region in _by_region(muscle)}
    return dict(Counter(region for region, _ in felt))


def _shares(atlas: Atlas, muscle: Muscle) -> dict[RegionId, float]:
    """Say how much of a muscle's referral pattern each of its regions is; all of them make one."""
    best: dict[RegionId, float] = {}
    for point in muscle.trigger_points:
        for referral in point.referrals:
            best[referral.region] = max(best.get(referral.region, 0.0), worth(atlas, referral))
    whole = sum(best.values()) or 1.0
    return {region: value / whole for region, value in best.items()}


def _reaching(
    atlas: Atlas,
    muscles: tuple[Muscle, ...],
    telling: dict[RegionId, float],
    shares: tuple[dict[RegionId, float], ...],
) -> dict[tuple[RegionId, Side], list[tuple[int, float]]]:
    """For each region and side of a pain, what it brings to each muscle and side that reaches it."""
    found: dict[tuple[RegionId, Side], list[tuple[int, float]]] = {}
    extra, focus = atlas.weights["telling"].value, atlas.weights["focus"].value
    for number, muscle in enumerate(muscles):
        for (region, referrals), pain_side in product(_by_region(muscle).items(), Side):
            for offset, side in enumerate(SIDES):
                here = _local(atlas, muscle, side, region, pain_side)
                best = _better(_best(atlas, referrals, side, pain_side), here)
                if best:
                    brought = best.value * (1 + extra * telling[region])
                    brought += focus * shares[number].get(region, 0.0)
                    entry = (2 * number + offset, brought)
                    found.setdefault((region, pain_side), []).append(entry)
    return found


def worth_of_study(atlas: Atlas, frequency: Frequency) -> float:
    """Return what one figure is worth: how much more often the muscle was found, by how sure that is."""
    sureness = atlas.weights[f"sure_{frequency.sureness}"].value
    more = max(0.0, frequency.percent - (frequency.controls or 0.0))
    return atlas.weights["found"].value * sureness * more / 100


def _found(atlas: Atlas, muscles: tuple[Muscle, ...]) -> dict[str, list[tuple[int, float]]]:
    found: dict[str, list[tuple[int, float]]] = {}
    for number, muscle in enumerate(muscles):
        for complaint, frequency in _largest(muscle).items():
            found.setdefault(complaint, []).append((number, worth_of_study(atlas, frequency)))
    return found


def _largest(muscle: Muscle) -> dict[str, Frequency]:
    """Of several studies of a complaint, the largest counts; of equals the first of the pack."""
    found: dict[str, Frequency] = {}
    for frequency in muscle.frequencies:
        known = found.get(frequency.complaint)
        if known is None or frequency.number > known.number:
            found[frequency.complaint] = frequency
    return found


def _goes_with(atlas: Atlas, muscles: tuple[Muscle, ...]) -> dict[str, dict[int, tuple[float, Statement]]]:
    """For each symptom and habit, the surest statement that ties it to each muscle, and its sureness."""
    found: dict[str, dict[int, tuple[float, Statement]]] = {}
    for number, muscle in enumerate(muscles):
        for name, statement in _named(muscle):
            value = atlas.weights[f"sure_{statement.sureness}"].value
            known = found.setdefault(name, {})
            if number not in known or value > known[number][0]:
                known[number] = (value, statement)
    return found


def _named(muscle: Muscle) -> Iterator[tuple[str, Statement]]:
    """Yield every symptom and habit that goes with a muscle, with the statement that says so."""
    for statement in muscle.feels_like:
        if statement.symptom:
            yield statement.symptom, statement
    for statement in muscle.keeps_it_going:
        for habit in statement.habits:
            yield habit, statement


def _complaints(atlas: Atlas, region: RegionId) -> Iterator[str]:
    return (complaint.id for complaint in atlas.complaints.values() if region in complaint.regions)
