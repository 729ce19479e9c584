"""Takes out what leads nowhere, so that what is left of a faulty pack is sound."""

from typing import Any

from bodymap.anatomy.plate import Kind
from bodymap.content.crosscheck import REFERENCES
from bodymap.content.draft import Draft, Entry

_GONE = object()


def prune(draft: Draft) -> None:
    """Take every reference out of a draft that leads to no sound record, and what cannot stand without it."""
    for entry in tuple(draft.all()):
        asked = len(entry.data["all"]) if entry.kind == "rules" else 0
        for name, value in entry.data.items():
            kept = _refer(draft, name, value)
            entry.data[name] = None if kept is _GONE else kept
        if _cannot_stand(entry, asked):
            del draft.entries[entry.kind][entry.id]
    structures = draft.entries["structures"]
    for name, structure in tuple(structures.items()):
        if structure.data["kind"] == Kind.DANGER and structure.data["mind"] is None:
            del structures[name]


def _cannot_stand(entry: Entry, asked: int) -> bool:
    """Whether a record lost what it cannot do without: a rule its signs, an explanation its sources."""
    data = entry.data
    match entry.kind:
        case "rules":
            lost = len(data["all"]) < asked or not (data["all"] or data["any"])
            return lost or data["do"] is None or data["why"] is None
        case "signs":
            return data["under"] is None
        case "terms":
            return data["means"] is None
        case "treatments":
            return not data["what_it_is"]
    return False


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
    """Return a record inside another one; it goes with its region, its place or its last source."""
    if not isinstance(data, dict):
        return data
    kept = {name: _refer(draft, name, value) for name, value in data.items()}
    if any(kept.get(name) is _GONE for name in ("region", "where", "complaint", "what")) or (
        data.get("sources") and not kept["sources"]
    ):
        return _GONE
    return {name: None if value is _GONE else value for name, value in kept.items()}
