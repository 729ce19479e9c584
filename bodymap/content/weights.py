"""The weights that the ranking asks for by name."""

from collections.abc import Iterator, Mapping
from typing import Any

from bodymap.anatomy.muscle import Strength, Tested
from bodymap.anatomy.words import Sureness
from bodymap.content.draft import Draft
from bodymap.content.nearest import did_you_mean, nearest
from bodymap.content.problem import Problem, quoted

NEUTRAL: Mapping[str, float] = {
    **{str(strength): 1.0 for strength in Strength},
    **{f"sure_{sureness}": 1.0 for sureness in Sureness},
    **{f"tested_{tested}": 1.0 for tested in Tested},
    "other_side": 1.0,
    **dict.fromkeys(("local", "telling", "focus", "whole", "found"), 0.0),
    **dict.fromkeys(("symptom", "symptom_absent", "habit", "habit_absent"), 0.0),
    **dict.fromkeys(("familiar", "unfamiliar"), 0.0),
}
"""For each weight, the value that changes no rank: one where it multiplies, nought where it is added."""


def check_weights(draft: Draft) -> Iterator[Problem]:
    """Yield the weights that are unknown, and the ones that are missing."""
    weights = draft.entries["weights"]
    unknown = [weight for name, weight in weights.items() if name not in NEUTRAL]
    for weight in unknown:
        remedy = did_you_mean(weight.id, NEUTRAL, f"Known are: {', '.join(NEUTRAL)}")
        yield weight.problem((), f"unknown weight {quoted(weight.id)}", remedy, is_key=True)
    meant = {nearest(weight.id, NEUTRAL) for weight in unknown}
    missing = [name for name in NEUTRAL if name not in meant and not draft.knows("weights", name)]
    if missing and draft.head:
        what = (
            f"the weights {', '.join(missing)} are missing"
            if missing[1:]
            else f"the weight {missing[0]} is missing"
        )
        yield draft.head.problem(("weights",), what, "Add each with its value, why and sources", is_key=True)


def weights_of(draft: Draft) -> dict[str, Any]:
    """Return the weights as plain data; where one is missing stands one that changes no rank."""
    why = {"plain": "Not weighed.", "clinical": "Not weighed: the pack gives no sound value."}
    neutral = {name: {"value": value, "why": why, "sources": []} for name, value in NEUTRAL.items()}
    return neutral | {name: entry.data for name, entry in draft.entries["weights"].items() if name in NEUTRAL}
