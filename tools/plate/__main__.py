"""Command line of the plate tool."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tools.plate import draft, dress, faces, merge, mirror, plate, slim
from tools.plate.check import check

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    Add = Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]

HOME = Path("assets/svg")
SIDE = HOME / "side.svg"
GRAPHS = Path("tools/plate")
TITLES = {
    "side": "Head, neck and jaw from the right",
    "front": "Head, neck and jaw from the front",
    "back": "Head and neck from behind",
}


def main(words: list[str] | None = None) -> int:
    """Run one verb; returns the exit status."""
    ask = _parser().parse_args(words)
    return int(ask.run(ask))


def _parser() -> argparse.ArgumentParser:
    ask = argparse.ArgumentParser(prog="python -m tools.plate", description=__doc__)
    verbs = ask.add_subparsers(required=True, metavar="VERB")

    def add(name: str, run: Callable[[argparse.Namespace], int], words: str) -> argparse.ArgumentParser:
        verb = verbs.add_parser(name, help=words)
        verb.set_defaults(run=run)
        return verb

    _drawing(add)
    _looking(add)
    return ask


def _drawing(add: Add) -> None:
    """The verbs that change a plate."""
    new = add("new", _new, "put the muscles of a draft text in the plate, undressed")
    new.add_argument("drafts", type=Path, nargs="+")
    new.add_argument("--plate", type=Path, default=SIDE)
    mirroring = add("mirror", _mirror, "make the left half of a symmetric plate; dress it again")
    mirroring.add_argument("plates", type=Path, nargs="+")
    dressing = add("dress", _dress, "make all decoration anew, of all plates if none is named")
    dressing.add_argument("plates", type=Path, nargs="*")
    merging = add("merge", _merge, "put layers of other SVG files in the plate")
    merging.add_argument("plate", type=Path)
    merging.add_argument("fragments", type=Path, nargs="+")
    facing = add("faces", _faces, "draw regions and trigger points anew from their edge graph")
    facing.add_argument("plates", type=Path, nargs="*", help="all that have a graph if none is named")
    facing.add_argument("--graph", type=Path, help="PLATE.regions.yaml beside this tool if not said")
    slimming = add("slim", _slim, "say the shades in fewer curves, within a tolerance")
    slimming.add_argument("plate", type=Path)
    slimming.add_argument("--tolerance", type=float, default=0.3, help="in units of the page")


def _looking(add: Add) -> None:
    """The verbs that only look."""
    linting = add("check", _check, "lint the plates, all if none is named")
    linting.add_argument("plates", type=Path, nargs="*")
    looking = add("look", _look, "render the plate to a PNG")
    looking.add_argument("window", nargs="?", default="0,0,1000,1300", help="x,y,width,height")
    looking.add_argument("scale", nargs="?", type=float, default=1.0)
    looking.add_argument("--plate", type=Path, default=SIDE)
    looking.add_argument("--paper", default="#fffdfa")
    looking.add_argument("--out", type=Path, default=Path("look.png"))


def _plates(named: list[Path]) -> list[Path]:
    return named or sorted(HOME.glob("*.svg"))


def _open(path: Path) -> Element:
    return plate.read(path) if path.exists() else plate.blank(TITLES.get(path.stem, path.stem))


def _new(ask: argparse.Namespace) -> int:
    root = _open(ask.plate)
    for path in ask.drafts:
        for muscle in draft.read(path.read_text(encoding="utf-8")):
            dress.put(root, muscle)
    plate.write(root, ask.plate)
    return 0


def _dress(ask: argparse.Namespace) -> int:
    for path in _plates(ask.plates):
        root = plate.read(path)
        count = dress.dress(root)
        plate.write(root, path)
        print(f"{path.name}: {count} muscles dressed, {path.stat().st_size / 1000:.0f} kB")
    return 0


def _mirror(ask: argparse.Namespace) -> int:
    for path in ask.plates:
        root = plate.read(path)
        count = mirror.mirror(root)
        plate.write(root, path)
        print(f"{path.name}: {count} groups mirrored")
    return 0


def _merge(ask: argparse.Namespace) -> int:
    root = _open(ask.plate)
    for fragment in ask.fragments:
        merge.merge(root, plate.read(fragment))
    plate.write(root, ask.plate)
    return 0


def _faces(ask: argparse.Namespace) -> int:
    for path in _plates(ask.plates):
        graph = ask.graph or GRAPHS / f"{path.stem}.regions.yaml"
        if not (ask.plates or graph.exists()):
            continue
        root = plate.read(path)
        count = faces.faces(root, graph)
        plate.write(root, path)
        print(f"{path.name}: {count} regions, bands and trigger points drawn")
    return 0


def _slim(ask: argparse.Namespace) -> int:
    root = plate.read(ask.plate)
    slim.slim(root, ask.tolerance)
    plate.write(root, ask.plate)
    print(f"{ask.plate.stat().st_size / 1000:.0f} kB; dress it again")
    return 0


def _check(ask: argparse.Namespace) -> int:
    faults = [f"{path.name}: {fault}" for path in _plates(ask.plates) for fault in check(path)]
    print("\n".join([*faults, f"{len(faults)} faults"]))
    return 1 if faults else 0


def _look(ask: argparse.Namespace) -> int:
    from tools.plate.look import Window, look  # noqa: PLC0415  (Qt only when a picture is asked for)

    window = Window(*(float(word) for word in ask.window.split(",")))
    look(ask.plate, ask.out, window, ask.scale, ask.paper)
    return 0


if __name__ == "__main__":
    sys.exit(main())
