"""Folders of YAML become an atlas, from the cache if nothing changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bodymap import __version__
from bodymap.anatomy.atlas import About, Atlas
from bodymap.content import cache as store
from bodymap.content.build import build_about, build_atlas
from bodymap.content.folder import PackFolder, open_folder, read_drawing
from bodymap.content.problem import Problem, Refused

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from bodymap.content.readability import Reading


@dataclass(frozen=True, slots=True)
class Loaded:
    """What could be loaded, and everything that is wrong with the rest."""

    atlas: Atlas
    problems: tuple[Problem, ...]
    packs: tuple[About, ...] = ()
    left_out: tuple[About, ...] = ()
    """The packs that were left out whole; their authors are the people to tell."""
    is_from_cache: bool = False


def load(
    packs: "Sequence[Traversable]", *, assets: "Traversable | None" = None, cache: Path | None = None
) -> Loaded:
    """Load packs laid over each other, the first at the bottom; never raises for what is in them.

    A drawing is looked for in its pack's folder, then in assets. Without a cache folder nothing is kept.
    """
    folders = [open_folder(root, number) for number, root in enumerate(packs)]
    key = store.key_of(folders, __version__)
    return _remembered(store.recall(cache, key), folders, assets) or _anew(folders, assets, cache, key)


def check(
    pack: "Traversable", *, under: "Sequence[Traversable]" = (), assets: "Traversable | None" = None
) -> tuple[Problem, ...]:
    """Return all that is wrong with a pack; the packs that it lies over count only if it extends one."""
    intake = _intake()
    bases = under if intake.extends(open_folder(pack)) else ()
    return load([*bases, pack], assets=assets).problems


def read_through(pack: "Traversable") -> "list[Reading]":
    """Measure every plain sentence of a pack, the hardest first."""
    readings: list[Reading] = _intake().read_through(open_folder(pack))
    return readings


def _remembered(
    kept: dict[str, Any] | None, folders: Sequence[PackFolder], assets: "Traversable | None"
) -> Loaded | None:
    """Return what the cache says, unless a drawing has changed since or what is kept is of another shape."""
    if kept is None:
        return None
    try:
        pictures = {}
        for number, file, digest in kept["drawings"]:
            picture = _picture(folders[number], file, assets)
            if digest != (None if picture is None else store.digest(picture)):
                return None
            pictures[number, file] = picture or b""
        plates = kept["content"]["plates"]
        drawings = {plate["id"]: pictures[plate["pack"], plate["file"]] for plate in plates}
        return _loaded(kept, drawings, is_from_cache=True)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return None


def _picture(folder: PackFolder, file: str, assets: "Traversable | None") -> bytes | None:
    try:
        return read_drawing(folder.root, assets, file)
    except Refused:
        return None


def _anew(
    folders: Sequence[PackFolder], assets: "Traversable | None", cache: Path | None, key: str
) -> Loaded:
    """Read the packs themselves, and keep what was found."""
    kept, drawings = _intake().take_in(folders, assets)
    store.keep(cache, key, kept)
    return _loaded(kept, drawings, is_from_cache=False)


def _loaded(kept: Mapping[str, Any], drawings: Mapping[str, bytes], *, is_from_cache: bool) -> Loaded:
    return Loaded(
        atlas=build_atlas(kept["content"], drawings),
        problems=tuple(Problem(*each) for each in kept["problems"]),
        packs=tuple(map(build_about, kept["packs"])),
        left_out=tuple(map(build_about, kept["left_out"])),
        is_from_cache=is_from_cache,
    )


def _intake() -> Any:  # noqa: ANN401 - a module
    """Return the module that reads packs anew.

    The one late import: it brings pydantic and PyYAML, which cost more than all the rest of a start and are
    of no use as long as the packs have not changed.
    """
    return import_module("bodymap.content.intake")
