"""Packs are read anew: every file checked, every mistake told, what is sound kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from importlib.resources.abc import Traversable
from itertools import islice
from typing import Any

from bodymap.content.cache import digest
from bodymap.content.crosscheck import crosscheck
from bodymap.content.draft import Draft, lay_over, read_draft
from bodymap.content.drawing import Drawing, read_drawing
from bodymap.content.folder import PACK_FILE, PackFolder
from bodymap.content.folder import read_drawing as fetch_drawing
from bodymap.content.problem import Problem, Refused, quoted
from bodymap.content.prune import prune
from bodymap.content.readability import Reading, measure
from bodymap.content.reading import read_document
from bodymap.content.shapecheck import sound_shapes
from bodymap.content.translation import phrases_of, translate
from bodymap.content.weights import weights_of
from bodymap.content.wording import texts

_MOST_TOLD = 500
_ENDS = (".", "?", "!")
_LISTS = (
    *("regions", "structures", "muscles", "sources", "patterns", "symptoms", "habits", "complaints"),
    *("sign_groups", "signs", "rules", "treatments", "topics", "terms"),
)


@dataclass
class _Pile:
    """What is known while packs are laid over each other."""

    draft: Draft = field(default_factory=lambda: Draft({}))
    drawings: dict[str, Drawing] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    packs: list[Mapping[str, str]] = field(default_factory=list)
    left_out: list[Mapping[str, str]] = field(default_factory=list)
    looked_for: list[tuple[int, str, str | None]] = field(default_factory=list)
    """Every drawing: the number of its pack, its file, and its digest if it was there."""


def take_in(
    folders: Sequence[PackFolder], assets: Traversable | None
) -> tuple[dict[str, Any], Mapping[str, bytes]]:
    """Read packs, each laid over the ones before; return what to keep as plain data, and the drawings."""
    pile = _Pile()
    for folder in folders:
        _lay(pile, folder, assets)
    prune(pile.draft)
    kept = {
        "content": _content(pile),
        "problems": [astuple(problem) for problem in sorted(set(pile.problems))],
        "packs": pile.packs,
        "left_out": pile.left_out,
        "drawings": pile.looked_for,
    }
    return kept, pile.pictures


def extends(folder: PackFolder) -> bool:
    """Whether a pack says that it lies over another one."""
    try:
        return bool(read_document(PACK_FILE, folder.texts.get(PACK_FILE, b"")).data.get("extends"))
    except Refused:
        return False


def read_through(folder: PackFolder) -> list[Reading]:
    """Measure every plain sentence of a pack, the hardest first."""
    draft = read_draft(folder)
    readings = [
        measure(f"{entry.document.file}:{entry.document.find((*entry.path, *path))[0]}", text)
        for entry in draft.all()
        for path, text in texts(entry.data)
        if path[-1] == "plain" and text.endswith(_ENDS)
    ]
    return sorted(readings, key=lambda reading: -reading.grade)


def _lay(pile: _Pile, folder: PackFolder, assets: Traversable | None) -> None:
    """Lay one more pack on the pile; a faulty one is left out, unless it is the first."""
    draft = read_draft(folder)
    header = {"id": folder.name} | dict(draft.header)
    drawings, pictures = _drawings(pile, folder, draft, assets)
    whole = lay_over(pile.draft, draft) if pile.packs else draft
    shown = pile.drawings | drawings
    baseless = tuple(_unknown_base(pile, draft))
    across = () if baseless or not draft.header else tuple(islice(crosscheck(whole, shown), _MOST_TOLD))
    problems = {*draft.problems, *baseless, *across} - set(pile.problems)
    pile.problems += problems
    if not draft.header or (folder.number and any(problem.is_fatal for problem in problems)):
        pile.left_out.append(header)
        return
    pile.draft, pile.drawings, pile.pictures = whole, shown, pile.pictures | pictures
    pile.packs.append(header)


def _drawings(
    pile: _Pile, folder: PackFolder, draft: Draft, assets: Traversable | None
) -> tuple[dict[str, Drawing], dict[str, bytes]]:
    """Return the drawings of a pack, checked and as bytes; a plate without a sound one is left out."""
    drawings: dict[str, Drawing] = {}
    pictures: dict[str, bytes] = {}
    plates = draft.entries["plates"]
    for name, plate in tuple(plates.items()):
        file = plate.data["file"]
        plate.data["pack"] = folder.number
        try:
            picture = fetch_drawing(folder.root, assets, file)
            pile.looked_for.append((folder.number, file, digest(picture)))
            drawing = read_drawing(picture)
        except Refused as refusal:
            pile.looked_for.append((folder.number, file, None))
            draft.problems.append(plate.problem(("file",), f"{refusal.what}: {quoted(file)}", refusal.remedy))
            drawing = None
        if drawing and not drawing.faults:
            drawings[name], pictures[name] = drawing, picture
            continue
        draft.problems.extend(drawing.problems(folder.place(file)) if drawing else ())
        draft.broken["plates"].add(name)
        del plates[name]
    return drawings, pictures


def _unknown_base(pile: _Pile, draft: Draft) -> Iterator[Problem]:
    """Yield the complaint that the pack underneath is not there."""
    wanted = draft.header.get("extends")
    if draft.head and wanted and wanted not in {pack["id"] for pack in pile.packs}:
        what = f"the pack extends {quoted(wanted)}, which is not loaded"
        yield draft.head.problem(("extends",), what, "Load that pack first, correct the name, or write null")


def _content(pile: _Pile) -> dict[str, Any]:
    """Return the sound content as plain data, ready to be kept and built."""
    entries = pile.draft.entries
    content: dict[str, Any] = {name: [entry.data for entry in entries[name].values()] for name in _LISTS}
    content["weights"] = weights_of(pile.draft)
    content["plates"] = [_plate(pile, name) for name in entries["plates"]]
    phrases = phrases_of(pile.draft)
    translated: dict[str, Any] = translate(content, phrases) if phrases else content
    return translated | {"about": pile.draft.header, "phrases": phrases}


def _plate(pile: _Pile, name: str) -> dict[str, Any]:
    entry = pile.draft.entries["plates"][name]
    shown = sound_shapes(pile.draft, entry, pile.drawings[name])
    return entry.data | {"digest": digest(pile.pictures[name]), "shapes": shown}
