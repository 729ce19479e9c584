"""A pack as it was written: its records, sound or broken, before they are held against each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from bodymap.content import guide_records, records, screening_records
from bodymap.content.faults import Fault, faults
from bodymap.content.folder import PACK_FILE, PackFolder
from bodymap.content.problem import Problem, Refused, quoted
from bodymap.content.reading import REPEATED, Document, Steps, read_document

KINDS = (
    *("regions", "structures", "sources", "muscles", "plates"),
    *("patterns", "symptoms", "habits", "complaints", "weights"),
    *("sign_groups", "signs", "rules", "treatments", "topics", "terms", "texts"),
)
"""What a pack holds; a structure is known by its kind and its id, since a gland and a cartilage share one."""
_NAMED = "weights"
"""The one kind whose records stand under their names instead of in a list."""
_HEADER = ("id", "title", "version", "language", "author", "licence", "extends")
_FILES: Mapping[str, type[BaseModel]] = {
    PACK_FILE: records.PackRecord,
    "regions.yaml": records.RegionsRecord,
    "structures.yaml": records.StructuresRecord,
    "sources.yaml": records.SourcesRecord,
    "screening.yaml": screening_records.ScreeningRecord,
    "glossary.yaml": guide_records.GlossaryRecord,
    "texts.yaml": records.TextsRecord,
}
_RECORDS: Mapping[str, type[BaseModel]] = {
    "regions": records.RegionRecord,
    "structures": records.StructureRecord,
    "sources": records.SourceRecord,
    "plates": records.PlateRecord,
    "patterns": records.PatternRecord,
    "symptoms": records.SymptomRecord,
    "habits": records.SymptomRecord,
    "complaints": records.ComplaintRecord,
    "sign_groups": screening_records.SignGroupRecord,
    "signs": screening_records.SignRecord,
    "rules": screening_records.RuleRecord,
    "terms": guide_records.TermRecord,
    "texts": records.TextRecord,
    "weights": records.WeightRecord,
}
_SINGLE: Mapping[str, type[BaseModel]] = {
    "muscles": records.MuscleRecord,
    "treatments": guide_records.TreatmentRecord,
    "topics": guide_records.TopicRecord,
}
"""The records that have a file of their own, by their folder."""
_KEYS = {"texts": "of"}
"""The field by which a record is known, where it is not its id."""


@dataclass(frozen=True)
class Entry:
    """A sound record, and where it stands."""

    kind: str
    id: str
    data: dict[str, Any]
    document: Document
    path: Steps
    folder: PackFolder

    def problem(
        self, path: Steps, what: str, remedy: str = "", *, is_key: bool = False, is_fatal: bool = True
    ) -> Problem:
        """Return a problem at a path inside the record."""
        return self.document.problem((*self.path, *path), what, remedy, is_key=is_key, is_fatal=is_fatal)

    @property
    def place(self) -> str:
        """Where the record stands, as ``file:line``."""
        return f"{self.document.file}:{self.document.find((*self.path, 'id'))[0]}"


def _empty() -> dict[str, dict[str, Entry]]:
    return {kind: {} for kind in KINDS}


@dataclass(frozen=True)
class Draft:
    """The records of a pack, or of several laid over each other."""

    header: Mapping[str, str]
    """What the pack says of itself; nothing when it could not be read at all."""
    head: Document | None = None
    entries: dict[str, dict[str, Entry]] = field(default_factory=_empty)
    broken: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in KINDS})
    """Ids that stand in the pack but whose record is left out."""
    unread: set[str] = field(default_factory=set)
    """Kinds of which not even the ids are known."""
    cited: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def knows(self, kind: str, name: str) -> bool:
        """Whether an id stands in the pack, or may stand there."""
        return name in self.entries[kind] or name in self.broken[kind] or kind in self.unread

    def all(self) -> Iterator[Entry]:
        """Yield every sound record."""
        for entries in self.entries.values():
            yield from entries.values()


def read_draft(folder: PackFolder) -> Draft:
    """Read the records of a pack folder; without a pack.yaml that can be read there is no pack."""
    documents, problems = _documents(folder)
    head = documents.get(PACK_FILE)
    if head is None:
        return Draft(
            {}, problems=[problem for problem in problems if problem.file == folder.place(PACK_FILE)]
        )
    header = {name: head.data[name] for name in _HEADER if isinstance(head.data.get(name), str)}
    draft = Draft({"id": folder.name} | header, head, problems=problems)
    for name in sorted(folder.refused.keys() | (folder.texts.keys() - documents.keys())):
        _note_unread(draft, name)
    for name, document in documents.items():
        draft.cited.update(_cited(document.data))
        if name in _FILES:
            _take_list(draft, folder, document, _FILES[name])
    for kind in _SINGLE:
        held = [document for name, document in documents.items() if name.startswith(f"{kind}/")]
        _take_single(draft, folder, kind, held)
    return draft


def lay_over(under: Draft, over: Draft) -> Draft:
    """Return what two packs hold together; the upper replaces by id."""
    return Draft(
        under.header,
        under.head,
        {kind: under.entries[kind] | over.entries[kind] for kind in KINDS},
        {kind: under.broken[kind] | over.broken[kind] for kind in KINDS},
        under.unread | over.unread,
        under.cited | over.cited,
    )


def _documents(folder: PackFolder) -> tuple[dict[str, Document], list[Problem]]:
    documents: dict[str, Document] = {}
    problems = list(folder.problems)
    for name, content in folder.texts.items():
        try:
            documents[name] = read_document(folder.place(name), content)
        except Refused as refusal:
            problems.append(refusal.in_file(folder.place(name)))
    return documents, problems


def _note_unread(draft: Draft, name: str) -> None:
    """Remember what a file that could not be read would have held, so that nothing else complains of it."""
    draft.unread.add("citations")
    kind, _, file = name.rpartition("/")
    if kind:
        draft.broken[kind].add(PurePosixPath(file).stem)
    elif name in _FILES:
        draft.unread.update(_RECORDS.keys() & _FILES[name].model_fields.keys())


def _take_list(draft: Draft, folder: PackFolder, document: Document, model: type[BaseModel]) -> None:
    found = faults(model, document.data)
    draft.problems.extend(_told(document, found))
    unsound = {_record(fault.path) for fault in found}
    for kind in _RECORDS.keys() & model.model_fields.keys():
        held = document.data.get(kind)
        if not isinstance(held, dict if kind == _NAMED else list):
            draft.unread.update({kind} if (kind,) in unsound else ())
            continue
        for step, raw in held.items() if isinstance(held, dict) else enumerate(held):
            name = str(step).removeprefix(REPEATED) if kind == _NAMED else _id(raw, _KEYS.get(kind, "id"))
            if _record((kind, step)) in unsound:
                draft.broken[kind].add(name)
            else:
                data = _dumped(_RECORDS[kind], raw)
                key = f"{data['kind']}-{name}" if kind == "structures" else name
                _take(draft, Entry(kind, key, data, document, (kind, step), folder))


def _record(path: Steps) -> Steps:
    """Return the path of the record that a path lies in; a repeated key lies in what it repeats."""
    return tuple(step.removeprefix(REPEATED) if isinstance(step, str) else step for step in path[:2])


def _take_single(draft: Draft, folder: PackFolder, kind: str, documents: list[Document]) -> None:
    """Take the records of a folder; where two files claim an id, the file that is named after it keeps it."""
    model = _SINGLE[kind]
    for document in sorted(documents, key=lambda each: PurePosixPath(each.file).stem != _id(each.data)):
        found = faults(model, document.data)
        draft.problems.extend(_told(document, found))
        name, stem = _id(document.data), PurePosixPath(document.file).stem
        strange = tuple(_strange_points(document)) if kind == "muscles" and not found else ()
        draft.problems.extend(strange)
        if found or strange:
            draft.broken[kind].update({name, stem})
            continue
        entry = Entry(kind, name, _dumped(model, document.data), document, (), folder)
        if _take(draft, entry) and name != stem:
            what = f"the file of the {kind.removesuffix('s')} {quoted(name)} has another name"
            draft.problems.append(entry.problem(("id",), what, f"Call it {kind}/{name}.yaml", is_fatal=False))
    draft.entries[kind].update(sorted(draft.entries[kind].items()))


def _strange_points(document: Document) -> Iterator[Problem]:
    """Yield the trigger points that are not called after their muscle, or that share a name."""
    muscle = document.data["id"]
    seen: set[str] = set()
    for number, point in enumerate(document.data.get("trigger_points", ())):
        name = point["id"]
        is_foreign = not name.startswith(f"{muscle}_")
        if is_foreign or name in seen:
            how = "is not called after its muscle" if is_foreign else "stands here twice"
            what, remedy = f"the trigger point {quoted(name)} {how}", f"Call it {muscle}_{number + 1}"
            yield document.problem(("trigger_points", number, "id"), what, remedy)
        seen.add(name)


def _take(draft: Draft, entry: Entry) -> bool:
    first = draft.entries[entry.kind].setdefault(entry.id, entry)
    if first is not entry:
        thing, key = ("text", "of") if entry.kind == "texts" else ("id", "id")
        what = f"the {thing} {quoted(entry.id)} stands already at {first.place}"
        remedy = "Keep one of the two" if thing == "text" else "Give one of the two another id, or remove it"
        draft.problems.append(entry.problem((key,), what, remedy))
    return first is entry


def _told(document: Document, found: Sequence[Fault]) -> Iterator[Problem]:
    silent = [fault for fault in found if not fault.what]
    for fault in found[: len(found) - len(silent)]:
        yield document.problem(fault.path, fault.what, fault.remedy, is_key=fault.is_key)
    if silent:
        what = f"{len(silent)} more mistakes follow in this file"
        yield document.problem(silent[0].path, what, "Mend the first ones, then look again")


def _dumped(model: type[BaseModel], raw: object) -> dict[str, Any]:
    return model.model_validate(raw).model_dump(mode="json", exclude_none=True, by_alias=True)


def _id(raw: object, key: str = "id") -> str:
    return str(raw.get(key, "")) if isinstance(raw, dict) else ""


def _cited(raw: object) -> Iterator[str]:
    """Yield every source that is cited anywhere in raw data, also in records that are left out."""
    if isinstance(raw, dict):
        for name in ("sources", "code_sources"):
            held = raw.get(name)
            yield from (each for each in held if isinstance(each, str)) if isinstance(held, list) else ()
    for below in raw.values() if isinstance(raw, dict) else raw if isinstance(raw, list) else ():
        yield from _cited(below)
