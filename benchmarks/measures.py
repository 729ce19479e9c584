"""What is measured, each as figures with their aims."""

from collections.abc import Iterator

from benchmarks.machine import Machine
from benchmarks.table import Figure, hundredth, middle, spread

SIZES = {"1080p": ("1920", "1080", 8.0), "4K": ("3840", "2160", 16.0)}
HANDOUT, HANDOUT_SIZE = 1000.0, 1000.0
"""The most milliseconds and kilobytes that the page to take home may take."""
READY, MEMORY, RANK, RANK_MUCH, KEYSTROKE = 1.3, 40.0, 2.0, 5.0, 10.0


def start(machine: Machine, rounds: int, firsts: int) -> Iterator[Figure]:
    """Time to a window that can be used, over an empty one's; the children take turns."""
    machine.run("ready", "stay")
    machine.run("bare")
    took: dict[str, list[float]] = {"empty": [], "bare": [], "ready": [], "painted": [], "first": []}
    for number in range(rounds):
        for child in ("empty", "bare", "ready"):
            told = machine.run(child)
            took[child].append(_since(told, "ready"))
            if child == "ready":
                took["painted"].append(_since(told, "painted"))
        if number < firsts:
            took["first"].append(_since(machine.run("ready", cache=f"new-{number}"), "ready"))
    floor = middle(took["empty"])
    where = machine.platform
    yield Figure(f"start, {where}: empty window", floor, "ms", note=spread(took["empty"]))
    yield Figure(f"start, {where}: bare window that answers a press", middle(took["bare"]) / floor, "x")
    for name, child in (("plate painted", "painted"), ("ready: a press was answered", "ready")):
        note = f"{middle(took[child]):.0f} ms ({spread(took[child])})"
        yield Figure(f"start, {where}: {name}", middle(took[child]) / floor, "x", READY, note)
    note = f"{middle(took['first']):.0f} ms ({spread(took['first'])})"
    yield Figure(f"start, {where}: ready, with an empty cache", middle(took["first"]) / floor, "x", note=note)


def _since(told: dict[str, float], moment: str) -> float:
    return (told[moment] - told["began"]) * 1000


def presses(machine: Machine, number: int) -> Iterator[Figure]:
    """Time from a press to its painting, and the memory that all this takes beside an empty window."""
    machine.run("ready", "stay")
    for size, (width, height, aim) in SIZES.items():
        told = machine.run("press", width, height, str(number))
        took: dict[str, list[tuple[float, float]]] = {"a bare picture": told["bare"], "all": [], "region": []}
        for kind, wall, worked in told["took"]:
            took["all"].append((wall, worked))
            took.setdefault(kind, []).append((wall, worked))
        for kind, found in took.items():
            walls, works = zip(*found, strict=True)
            for share, most in ((50, None), (99, None if kind == "a bare picture" else aim)):
                note = f"{hundredth(works, share):.1f} ms of the processor, n={len(walls)}"
                yield Figure(f"press, {size}: {kind}, p{share}", hundredth(walls, share), "ms", most, note)
        if size == "1080p":
            yield from _memory(machine, told, (width, height))


def _memory(machine: Machine, told: dict[str, dict[str, float]], size: tuple[str, str]) -> Iterator[Figure]:
    empty = machine.run("empty", *size)
    if "rss" not in empty:
        return
    for name, moment in (("after the first view", "first"), ("after all presses", "later")):
        found = told[moment]
        over = found["rss"] - empty["rss"]
        note = f"resident {found['rss']:.0f} MB, empty {empty['rss']:.0f}; its share {found['pss']:.0f} MB"
        yield Figure(f"memory, 1080p: {name}, over the empty window's", over, "MB", MEMORY, note)


def finding(machine: Machine) -> Iterator[Figure]:
    """Time a keystroke in the search box, at the content's size and at a hundred times that."""
    told = machine.run("finding")
    for size, took, first in (
        ("the content as it is", told["small"], told["first"][0]),
        (f"{told['times']} times the content", told["large"], told["first"][1]),
    ):
        walls, works = zip(*took, strict=True)
        for share in (50, 99):
            note = f"{hundredth(works, share):.1f} ms of the processor, n={len(walls)}"
            value = hundredth(walls, share)
            yield Figure(f"find, a keystroke: {size}, p{share}", value, "ms", KEYSTROKE, note)
        yield Figure(f"find, the first keystroke ever: {size}", first, "ms", note="the names are sorted once")


def engine(machine: Machine, number: int) -> Iterator[Figure]:
    """Time to load the content, and to rank and compose at its size and at a hundred times that."""
    told = machine.run("engine", str(number))
    yield Figure("content: read anew", told["anew"], "ms")
    yield Figure("content: from the cache", told["kept"], "ms")
    for what in ("rank", "compose"):
        small, large = told[what]
        aim, much = (RANK, RANK_MUCH) if what == "rank" else (None, None)
        most = float(told["times"]) if what == "rank" else None
        yield Figure(f"{what}: the content as it is", small, "ms", aim)
        yield Figure(f"{what}: {told['times']} times the content", large, "ms", much)
        yield Figure(
            f"{what}: growth at {told['times']} times the content",
            large / small,
            "x",
            most,
        )


def handout(machine: Machine) -> Iterator[Figure]:
    """Time to write, set and make the page to take home as PDF, and its size."""
    told = machine.run("handout")
    for name, moment, worked in zip(
        ("the first", "another"), ("first", "again"), told["worked"], strict=True
    ):
        note = f"{worked:.0f} ms of the processor"
        yield Figure(f"page to take home: {name}", told[moment], "ms", HANDOUT, note)
    yield Figure("page to take home: size", told["size"] / 1000, "kB", HANDOUT_SIZE)
