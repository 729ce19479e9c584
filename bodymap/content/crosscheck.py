"""Holds the records of a pack against each other."""

from collections.abc import Iterator
from typing import Any

from bodymap.content.daycheck import check_days
from bodymap.content.draft import KINDS, Draft
from bodymap.content.nearest import did_you_mean
from bodymap.content.problem import Problem, quoted
from bodymap.content.reading import Steps
from bodymap.content.rulecheck import check_rules
from bodymap.content.shapecheck import Drawings, check_shapes
from bodymap.content.termcheck import check_terms
from bodymap.content.translation import check_translation
from bodymap.content.weights import check_weights
from bodymap.content.wording import check_wording

REFERENCES = {
    "sources": "sources",
    "code_sources": "sources",
    "adjacent": "regions",
    "region": "regions",
    "symptom": "symptoms",
    "habits": "habits",
    "about": "treatments",
    "complaint": "complaints",
    "regions": "regions",
    "lies_under": "regions",
    "under": "sign_groups",
    "all": "signs",
    "any": "signs",
    "pattern": "patterns",
    "best_for": "muscles",
}
"""Which fields hold ids, and of what."""

_SINGULAR = {kind: kind.removesuffix("s").replace("_", " ") for kind in KINDS}
_OWN_FILE = {
    **{kind: f"{kind}.yaml" for kind in ("regions", "sources")},
    **{kind: f"the folder {kind}" for kind in ("muscles", "treatments")},
    **dict.fromkeys(("sign_groups", "signs"), "screening.yaml"),
}


def crosscheck(draft: Draft, drawings: Drawings) -> Iterator[Problem]:
    """Yield what does not fit together, the gravest first."""
    yield from _unknown_references(draft)
    yield from check_weights(draft)
    yield from check_shapes(draft, drawings)
    yield from _maps(draft)
    yield from _uncited(draft)
    yield from check_rules(draft)
    yield from check_days(draft)
    yield from check_wording(draft)
    yield from check_terms(draft)
    yield from check_translation(draft)


def references(data: Any, path: Steps = ()) -> Iterator[tuple[Steps, str, str]]:  # noqa: ANN401
    """Yield path, kind and id of everything that a record refers to."""
    for step, value in data.items() if isinstance(data, dict) else enumerate(data):
        kind = REFERENCES.get(str(step))
        if kind and isinstance(value, str):
            yield (*path, step), kind, value
        elif kind and isinstance(value, list):
            yield from (((*path, step, number), kind, name) for number, name in enumerate(value))
        elif isinstance(value, dict | list):
            yield from references(value, (*path, step))


def _unknown_references(draft: Draft) -> Iterator[Problem]:
    for entry in draft.all():
        for path, kind, name in references(entry.data):
            if not draft.knows(kind, name):
                otherwise = f"Correct it, or add it to {_OWN_FILE.get(kind, 'pack.yaml')}"
                remedy = did_you_mean(name, draft.entries[kind], otherwise)
                yield entry.problem(path, f"unknown {_SINGULAR[kind]} {quoted(name)}", remedy)


def _maps(draft: Draft) -> Iterator[Problem]:
    """Yield the muscles whose map status and referrals gainsay each other."""
    for muscle in draft.entries["muscles"].values():
        refers = any(point["essential"] or point["spillover"] for point in muscle.data["trigger_points"])
        if refers == (muscle.data["map"] == "none"):
            what = f'"map" is {muscle.data["map"]}, yet there are {"" if refers else "no "}referrals'
            yield muscle.problem(("map",), what, 'Correct "map", or the referrals', is_fatal=False)


def _uncited(draft: Draft) -> Iterator[Problem]:
    if "citations" in draft.unread:
        return
    for name, source in draft.entries["sources"].items():
        if name not in draft.cited:
            what = f"nothing cites the source {quoted(name)}"
            yield source.problem(("id",), what, "Cite it, or remove it", is_fatal=False)
