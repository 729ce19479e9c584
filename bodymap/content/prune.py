"""Takes out what leads nowhere, so that what is left of a faulty pack is sound."""

from typing import Any

from bodymap.anatomy.plate import Kind
from bodymap.content.crosscheck import REFERENCES
from bodymap.content.draft import Draft, Entry

_GONE = object()
_NEEDED_BY = {
    "signs": ("under",),
    "complaints": ("regions",),
    "terms": ("means",),
    "treatments": ("what_it_is",),
    "topics": ("chapters",),
}
"""The fields without which a record of a kind is nothing."""
_WHOLE = ("cells",)
_NOT_EMPTY = ("statements", "rows")


def prune(draft: Draft) -> None:
    """Take every reference out of a draft that leads to no sound record, and what cannot stand without it.

    What goes may leave others leading nowhere, so this is done until nothing goes any more.
    """
    while _prune_once(draft):
        pass


def _prune_once(draft: Draft) -> bool:
    """Do it once; return whether a record went."""
    is_changed = False
    for entry in tuple(draft.all()):
        before = dict(entry.data)
        for name, value in before.items():
            kept = _refer(draft, name, value)
            entry.data[name] = None if kept is _GONE else kept
        if _cannot_stand(entry, before):
            del draft.entries[entry.kind][entry.id]
            is_changed = True
    return is_changed


def _cannot_stand(entry: Entry, before: dict[str, Any]) -> bool:
    """Whether a record lost what it cannot do without: a rule its signs, an explanation its sources."""
    data = entry.data
    match entry.kind:
        case "rules":
            return data["do"] is None or data["why"] is None or _is_met_otherwise(data, before)
        case "structures":
            return data["kind"] == Kind.DANGER and data["mind"] is None
    return any(data.get(name) in (None, []) for name in _NEEDED_BY.get(entry.kind, ()))


def _is_met_otherwise(rule: dict[str, Any], before: dict[str, Any]) -> bool:
    """Whether a rule lost a sign or all places that it asked for, so that it is met too easily or never."""
    is_whole = len(rule["all"]) == len(before["all"]) and bool(rule["regions"]) == bool(before["regions"])
    return not is_whole or (bool(before["any"]) and len(rule["any"]) < rule["at_least"])


def _refer(draft: Draft, name: str, value: Any) -> Any:  # noqa: ANN401
    """Return a field without what leads nowhere."""
    kind = REFERENCES.get(name)
    if kind and isinstance(value, str):
        return value if value in draft.entries[kind] else _GONE
    if kind and isinstance(value, list):
        return [each for each in value if each in draft.entries[kind]]
    if isinstance(value, list):
        return [kept for each in value if (kept := _record(draft, each)) is not _GONE]
    return _record(draft, value)


def _record(draft: Draft, data: Any) -> Any:  # noqa: ANN401
    """Return a record inside another one; it goes with its region, its place, its last source or a cell."""
    if not isinstance(data, dict):
        return data
    kept = {name: _refer(draft, name, value) for name, value in data.items()}
    if _is_hollow(data, kept):
        return _GONE
    return {name: None if value is _GONE else value for name, value in kept.items()}


def _is_hollow(before: dict[str, Any], kept: dict[str, Any]) -> bool:
    """Whether a record inside another one lost what it cannot do without; a table's row is whole or gone."""
    return (
        any(kept.get(name) is _GONE for name in ("region", "where", "complaint"))
        or any(name in kept and len(kept[name]) < len(before[name]) for name in _WHOLE)
        or any(before.get(name) and not kept[name] for name in (*_NOT_EMPTY, "sources"))
    )
