"""Measures everything and prints a table: ``python -m benchmarks [--short] [--json]``.

Every figure that depends on the machine is set beside an empty window's from the same run.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks import chromium, measures
from benchmarks.machine import Machine, machines
from benchmarks.table import Figure, plain, write


@dataclass(frozen=True)
class _Effort:
    """How often each thing is measured."""

    starts: int
    firsts: int
    presses: int
    questions: int
    browser: int


LONG = _Effort(starts=15, firsts=5, presses=300, questions=40, browser=5)
SHORT = _Effort(starts=3, firsts=1, presses=30, questions=5, browser=0)
PARTS = ("engine", "finding", "handout", "press", "start", "browser")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a minute's worth, to see that all of it works")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--only", choices=PARTS, action="append", help="measure these parts alone")
    given = parser.parse_args()
    effort = SHORT if given.short else LONG
    figures: list[Figure] = []
    with machines() as found:
        for part in _parts(found, effort, given.only or list(PARTS)):
            for figure in part():
                figures.append(figure)
                print(f"{figure.subject}: {figure.value:.2f} {figure.unit}", file=sys.stderr)
    print(json.dumps(plain(figures), indent=1) if given.json else write(figures))
    return 0


def _parts(
    found: list[Machine], effort: _Effort, only: list[str]
) -> Iterator[Callable[[], Iterator[Figure]]]:
    without = found[0]
    if "engine" in only:
        yield lambda: measures.engine(without, effort.questions)
    if "finding" in only:
        yield lambda: measures.finding(without)
    if "handout" in only:
        yield lambda: measures.handout(without)
    if "press" in only:
        yield lambda: measures.presses(without, effort.presses)
    if "start" in only:
        for machine in found:
            yield lambda here=machine: measures.start(here, effort.starts, effort.firsts)  # type: ignore[misc]
    if "browser" in only:
        yield lambda: chromium.measure(without, effort.browser)


if __name__ == "__main__":
    raise SystemExit(main())
