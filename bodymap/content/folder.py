"""The files of a pack, read within limits and never raising."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from bodymap.content.problem import Problem, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

MEGABYTE = 1024 * 1024
LARGEST_TEXT = 4 * MEGABYTE
LARGEST_DRAWING = 8 * MEGABYTE
LARGEST_PACK = 400
PACK_FILE = "pack.yaml"
LIST_FILES = (
    *("regions.yaml", "structures.yaml", "sources.yaml"),
    *("screening.yaml", "glossary.yaml", "texts.yaml"),
)
FOLDERS = ("muscles", "treatments", "topics")
"""The folders that hold one record a file."""


@dataclass(frozen=True, slots=True)
class PackFolder:
    """A pack as bytes: what could be read, and what could not."""

    number: int
    """How many packs lie under this one."""
    name: str
    root: "Traversable"
    texts: "Mapping[str, bytes]"
    refused: "Mapping[str, Refused]"
    strays: tuple[str, ...]

    def place(self, file: str) -> str:
        """Return how a file of this pack is called in a problem."""
        return f"{self.name}/{file}" if self.number and self.name else file

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The files that could not be read, and the ones that nothing reads."""
        *known, last = (PACK_FILE, *LIST_FILES, *(f"{folder}/*.yaml" for folder in FOLDERS))
        remedy = f"Only {', '.join(known)} and {last} are read; rename or remove it"
        strays = (
            Problem(self.place(file), 0, 0, "nothing reads this file", remedy, is_fatal=False)
            for file in self.strays
        )
        return (*(refusal.in_file(self.place(file)) for file, refusal in self.refused.items()), *strays)


def open_folder(root: "Traversable", number: int = 0) -> PackFolder:
    """Read every text of a pack folder."""
    texts: dict[str, bytes] = {}
    refused: dict[str, Refused] = {}
    strays: list[str] = []
    try:
        names = list(_names(root))
    except Refused as refusal:
        return PackFolder(number, root.name, root, {}, {PACK_FILE: refusal}, ())
    for name in names:
        if not _is_content(name):
            strays.append(name)
            continue
        try:
            texts[name] = read_bytes(root, name, LARGEST_TEXT)
        except Refused as refusal:
            refused[name] = refusal
    return PackFolder(number, root.name, root, texts, refused, tuple(strays))


def read_bytes(root: "Traversable", name: str, largest: int) -> bytes:
    """Return a file's bytes, or refuse; no more than the limit is ever read."""
    file = root.joinpath(*PurePosixPath(name).parts)
    try:
        if not file.is_file():
            raise Refused("there is no such file", "Add it")
        with file.open("rb") as stream:
            content: bytes = stream.read(largest + 1)
    except OSError as error:
        raise Refused(
            f"the file cannot be read: {error.strerror or error}", "Look at its permissions"
        ) from None
    if len(content) > largest:
        raise Refused(f"the file is larger than {largest // MEGABYTE} MB", "Split it or make it smaller")
    return content


def read_drawing(root: "Traversable", assets: "Traversable | None", name: str) -> bytes:
    """Return a drawing from a pack's own folder or else from the assets."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\0" in name:
        raise Refused(
            "the drawing lies outside the pack", "Write its path inside the pack, such as svg/side.svg"
        )
    for folder in (root, *((assets,) if assets is not None else ())):
        if folder.joinpath(*path.parts).is_file():
            return read_bytes(folder, name, LARGEST_DRAWING)
    raise Refused("there is no such drawing", "Add the file, or correct its name")


def _names(root: "Traversable") -> "Iterator[str]":
    """Yield the YAML files of a folder, and always the ones that a pack must have."""
    try:
        if not root.is_dir():
            found = root.is_file()
            raise Refused(
                "is a file, not a folder" if found else "there is no such folder", "Name a pack's folder"
            )
        here = sorted(child.name for child in root.iterdir())
        held = {folder: root.joinpath(folder) for folder in FOLDERS}
        inside = {
            folder: sorted(child.name for child in held[folder].iterdir())
            for folder in FOLDERS
            if held[folder].is_dir()
        }
    except OSError as error:
        raise Refused(
            f"the folder cannot be read: {error.strerror or error}", "Look at its permissions"
        ) from None
    names = [
        *(name for name in here if _is_yaml(name)),
        *(f"{folder}/{name}" for folder, names in inside.items() for name in names if _is_yaml(name)),
    ]
    if len(names) > LARGEST_PACK:
        raise Refused(f"the pack has more than {LARGEST_PACK} files", "Name a pack's folder")
    yield from dict.fromkeys((PACK_FILE, *names))


def _is_yaml(name: str) -> bool:
    return name.lower().endswith((".yaml", ".yml")) and not name.startswith(".")


def _is_content(name: str) -> bool:
    if not name.endswith(".yaml"):
        return False
    return (
        name == PACK_FILE or name in LIST_FILES or name.startswith(tuple(f"{folder}/" for folder in FOLDERS))
    )
