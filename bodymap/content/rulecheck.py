"""Holds signs and rules against each other: a sign that nobody looks at, a rule that is met too easily."""

import re
from collections.abc import Collection, Iterator

from bodymap.anatomy.screening import Urgency
from bodymap.content.draft import Draft, Entry
from bodymap.content.nearest import nearest
from bodymap.content.problem import Problem, quoted

_CALL = re.compile(
    r"\bcall (?:(?:the|your|an) )?(?:local )?"
    r"(?:emergency (?:number|services?)|ambulance|911|999|112)\b(?! if)",
    re.IGNORECASE,
)


def check_rules(draft: Draft) -> Iterator[Problem]:
    """Yield the signs that no rule looks at, and the rules that an age alone meets or that say it twice."""
    if "rules" not in draft.unread and not draft.broken["rules"]:
        yield from _idle_signs(draft)
    ages = {name for name, sign in draft.entries["signs"].items() if sign.data.get("age")}
    for rule in draft.entries["rules"].values():
        if _is_met_by(rule, ages):
            what = f"the rule {quoted(rule.id)} is met by an age alone"
            remedy = 'Name a sign under "all" that says more than an age'
            yield rule.problem(("id",), what, remedy, is_fatal=False)
        yield from _calls_twice(rule)


def _idle_signs(draft: Draft) -> Iterator[Problem]:
    """Yield the signs that are asked for nothing; one that tells an age serves every rule that has one."""
    signs = draft.entries["signs"]
    rules = [rule.data for rule in draft.entries["rules"].values()]
    named = {name for rule in rules for name in (*rule["all"], *rule["any"])}
    seen = named | {nearest(name, signs) for name in named - signs.keys()}
    oldest = max((rule.get("age_from") or 0 for rule in rules), default=0)
    for name, sign in signs.items():
        age = sign.data.get("age")
        if name not in seen and not (age and age <= oldest):
            what = f"no rule looks at the sign {quoted(name)}"
            yield sign.problem(("id",), what, "Name it in a rule, or ask no more for it", is_fatal=False)


def _is_met_by(rule: Entry, signs: Collection[str]) -> bool:
    """Whether a rule needs no more than some of these signs."""
    given = [name for name in rule.data["any"] if name in signs]
    is_any = not rule.data["any"] or len(given) >= rule.data["at_least"]
    return is_any and all(name in signs for name in rule.data["all"])


def _calls_twice(rule: Entry) -> Iterator[Problem]:
    """Yield the emergency whose first words would be said twice, with the reader's own number and without."""
    found = _CALL.search(rule.data["do"]["plain"]) if rule.data["urgency"] == Urgency.EMERGENCY else None
    if found:
        what = f"the program says {quoted(found[0])} itself, with the reader's own number"
        remedy = 'Say in "do" only what else is to be done'
        yield rule.problem(("do", "plain"), what, remedy, is_fatal=False)
