"""A child: the engine without a window, on the content as it is and on a hundred times as much."""

import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.machine import tell
from bodymap import resources
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import MuscleId, TriggerPointId
from bodymap.anatomy.region import Pain, Side
from bodymap.content.pack import load
from bodymap.inquiry.screen import compose
from bodymap.inquiry.state import Inquiry
from bodymap.reasoning.account import told
from bodymap.reasoning.ranking import rank

TIMES = 100
QUESTIONS = 40
PAINS = 3


def grown(atlas: Atlas, times: int) -> Atlas:
    """Return an atlas with so many copies of every muscle, each copy with its own ids."""
    muscles = dict(atlas.muscles)
    for number in range(1, times):
        for muscle in atlas.muscles.values():
            points = tuple(
                replace(point, id=TriggerPointId(f"{point.id}_{number}")) for point in muscle.trigger_points
            )
            copy = MuscleId(f"{muscle.id}_{number}")
            muscles[copy] = replace(muscle, id=copy, pattern=None, trigger_points=points)
    return replace(atlas, muscles=muscles)


def questions(atlas: Atlas, number: int) -> list[tuple[Pain, ...]]:
    """Return random pains, the same in every run."""
    dice = random.Random(7)
    regions = [atlas.regions[region] for region in atlas.referring]
    found = []
    for _ in range(number):
        asked = dice.sample(regions, PAINS)
        found.append(tuple(Pain(one.id, Side.RIGHT if one.is_paired else Side.MIDLINE) for one in asked))
    return found


def clock(calls: list[Callable[[], object]]) -> float:
    """Return the median milliseconds of some calls, each the better of two."""
    return median(min(_once(call), _once(call)) for call in calls)


def _once(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def ask(atlas: Atlas, number: int) -> tuple[float, float]:
    """Return the milliseconds to rank, and to compose a whole screen."""
    asked = questions(atlas, number)
    plate = next(iter(atlas.plates))
    ranked = clock([lambda pains=pains: rank(atlas, told(pains)) for pains in asked])  # type: ignore[misc]
    inquiries = [Inquiry(plate, pains=pains, is_screened=True) for pains in asked]
    composed = clock([lambda each=each: compose(atlas, each) for each in inquiries])  # type: ignore[misc]
    return ranked, composed


def read(times: int) -> tuple[float, float, Atlas]:
    """Return the milliseconds to load the content anew and from the cache, and the atlas."""
    core, assets = [resources.packs() / "core"], resources.assets()
    anew: list[float] = []
    kept: list[float] = []
    for _ in range(times):
        with TemporaryDirectory() as folder:
            for found in (anew, kept):
                began = time.perf_counter()
                loaded = load(core, assets=assets, cache=Path(folder))
                found.append((time.perf_counter() - began) * 1000)
    return median(anew), median(kept), loaded.atlas


def main(words: list[str]) -> None:
    number = int(words[0]) if words else QUESTIONS
    anew, kept, atlas = read(3)
    small, large = ask(atlas, number), ask(grown(atlas, TIMES), max(3, number // 5))
    tell(anew=anew, kept=kept, rank=[small[0], large[0]], compose=[small[1], large[1]], times=TIMES)


if __name__ == "__main__":
    main(sys.argv[1:])
