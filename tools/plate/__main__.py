"""Command line of the plate tool."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tools.plate import draft, dress, faces, merge, plate, slim
from tools.plate.check import check

SIDE = Path("assets/svg/side.svg")
GRAPH = Path("tools/plate/side.regions.yaml")


def main(words: list[str] | None = None) -> int:
    """Run one verb; returns the exit status."""
    ask = _parser().parse_args(words)
    return int(ask.run(ask))


def _parser() -> argparse.ArgumentParser:
    ask = argparse.ArgumentParser(prog="python -m tools.plate", description=__doc__)
    verbs = ask.add_subparsers(required=True)
    new = verbs.add_parser("new", help="put the muscles of a draft text in the plate, undressed")
    new.add_argument("drafts", type=Path, nargs="+")
    new.add_argument("--plate", type=Path, default=SIDE)
    new.set_defaults(run=_new)
    dressing = verbs.add_parser("dress", help="make all decoration anew")
    dressing.add_argument("plate", type=Path, nargs="?", default=SIDE)
    dressing.set_defaults(run=_dress)
    merging = verbs.add_parser("merge", help="put layers of other SVG files in the plate")
    merging.add_argument("plate", type=Path)
    merging.add_argument("fragments", type=Path, nargs="+")
    merging.set_defaults(run=_merge)
    facing = verbs.add_parser("faces", help="draw regions and trigger points anew from their edge graph")
    facing.add_argument("plate", type=Path, nargs="?", default=SIDE)
    facing.add_argument("--graph", type=Path, default=GRAPH)
    facing.set_defaults(run=_faces)
    slimming = verbs.add_parser("slim", help="say the shades in fewer curves, within a tolerance")
    slimming.add_argument("plate", type=Path, nargs="?", default=SIDE)
    slimming.add_argument("--tolerance", type=float, default=0.3, help="in units of the page")
    slimming.set_defaults(run=_slim)
    linting = verbs.add_parser("check", help="lint the plate")
    linting.add_argument("plate", type=Path, nargs="?", default=SIDE)
    linting.set_defaults(run=_check)
    _look_parser(verbs.add_parser("look", help="render the plate to a PNG"))
    return ask


def _look_parser(looking: argparse.ArgumentParser) -> None:
    looking.add_argument("window", nargs="?", default="0,0,1000,1300", help="x,y,width,height")
    looking.add_argument("scale", nargs="?", type=float, default=1.0)
    looking.add_argument("--plate", type=Path, default=SIDE)
    looking.add_argument("--paper", default="#fffdfa")
    looking.add_argument("--out", type=Path, default=Path("look.png"))
    looking.set_defaults(run=_look)


def _new(ask: argparse.Namespace) -> int:
    root = plate.read(ask.plate) if ask.plate.exists() else plate.blank("Head, neck and jaw from the right")
    for path in ask.drafts:
        for muscle in draft.read(path.read_text(encoding="utf-8")):
            dress.put(root, muscle)
    plate.write(root, ask.plate)
    return 0


def _dress(ask: argparse.Namespace) -> int:
    root = plate.read(ask.plate)
    count = dress.dress(root)
    plate.write(root, ask.plate)
    print(f"{count} muscles dressed, {ask.plate.stat().st_size / 1000:.0f} kB")
    return 0


def _merge(ask: argparse.Namespace) -> int:
    root = plate.read(ask.plate) if ask.plate.exists() else plate.blank("Head, neck and jaw from the right")
    for fragment in ask.fragments:
        merge.merge(root, plate.read(fragment))
    plate.write(root, ask.plate)
    return 0


def _faces(ask: argparse.Namespace) -> int:
    root = plate.read(ask.plate)
    count = faces.faces(root, ask.graph)
    plate.write(root, ask.plate)
    print(f"{count} regions and trigger points drawn")
    return 0


def _slim(ask: argparse.Namespace) -> int:
    root = plate.read(ask.plate)
    slim.slim(root, ask.tolerance)
    plate.write(root, ask.plate)
    print(f"{ask.plate.stat().st_size / 1000:.0f} kB; dress it again")
    return 0


def _check(ask: argparse.Namespace) -> int:
    faults = check(ask.plate)
    print("\n".join([*faults, f"{len(faults)} faults"]))
    return 1 if faults else 0


def _look(ask: argparse.Namespace) -> int:
    from tools.plate.look import Window, look  # noqa: PLC0415  (Qt only when a picture is asked for)

    window = Window(*(float(word) for word in ask.window.split(",")))
    look(ask.plate, ask.out, window, ask.scale, ask.paper)
    return 0


if __name__ == "__main__":
    sys.exit(main())
