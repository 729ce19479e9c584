"""Which red flags the answers raise."""

from collections.abc import Collection
from dataclasses import dataclass

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.region import RegionId
from bodymap.anatomy.screening import Rule, Urgency


@dataclass(frozen=True, slots=True)
class Raised:
    """A rule that is met, and the answers that meet it."""

    rule: Rule
    because: tuple[str, ...]


def screen(
    atlas: Atlas, answers: Collection[str], *, age: int | None = None, regions: Collection[RegionId] = ()
) -> tuple[Raised, ...]:
    """Return every rule that the ticked signs meet, the most urgent first.

    Age is in years; where it was not told, a ticked sign may tell the least that it is.
    """
    known = [sign.age for name in answers if (sign := atlas.signs.get(name)) and sign.age]
    least = max([*known, *([age] if age is not None else [])], default=0)
    met = [
        Raised(rule, because) for rule in atlas.rules if (because := _because(rule, answers, least, regions))
    ]
    return tuple(sorted(met, key=lambda raised: raised.rule.urgency.order))


def most_urgent(raised: Collection[Raised]) -> Urgency | None:
    """Return the highest urgency that was raised, if any was."""
    return min((each.rule.urgency for each in raised), key=lambda urgency: urgency.order, default=None)


def _because(
    rule: Rule, answers: Collection[str], age: int, regions: Collection[RegionId]
) -> tuple[str, ...]:
    """Return the answers that meet a rule, or nothing where it is not met."""
    any_of = [sign for sign in rule.any_of if sign in answers]
    is_met = (
        all(sign in answers for sign in rule.all_of)
        and (not rule.any_of or len(any_of) >= rule.least)
        and (rule.age_from is None or age >= rule.age_from)
        and (not rule.regions or any(region in rule.regions for region in regions))
    )
    return (*rule.all_of, *any_of) if is_met else ()
