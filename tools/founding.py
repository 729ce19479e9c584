"""Writes down where each item of the founding documents stands.

The statements of the core pack name the items that they carry, under ``founding``. This tool collects the
tags and writes the third column of the tables in docs/founding-facts.md. What no statement carries keeps the
reason that somebody wrote there by hand, after ``left out:``.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent.parent
CORE = HERE / "data" / "core"
PAGE = HERE / "docs" / "founding-facts.md"
COUNTS = {"S0": 68, "S1": 27, "S2": 39, "S3": 52, "S4": 53}
LEFT_OUT = "left out: "
OPEN = "open"
ITEM = re.compile(r"S\d-\d\d\w?")
ROW = re.compile(r"^\| (S\d-\d\d\w?) \| (.*?) \|(.*)\|$", re.MULTILINE)
DISAGREEMENTS = "## Where they disagree"
ONE = {
    "chapters": "chapter", "parts": "part", "regions": "region", "rows": "row", "rules": "rule",
    "structures": "structure", "tables": "table", "terms": "term", "trigger_points": "point",
}  # fmt: skip
"""Lists whose members have a name; a place says it."""
UNSAID = {"statements", "cells", "sites"}
"""Lists that a place does not name: they are all that their owner holds."""


class Stand(NamedTuple):
    """A statement of the pack, and the words that lead to it."""

    place: str
    sources: list[str]
    items: list[str]


class Row(NamedTuple):
    """What the page says of one item."""

    item: str
    says: str
    where: str


class Topic(NamedTuple):
    """Something on which the documents disagree."""

    name: str
    items: list[str]
    places: list[str]


def items() -> list[str]:
    """Every item there is; one was put in later and has a letter."""
    found = [f"{page}-{number:02}" for page, count in COUNTS.items() for number in range(1, count + 1)]
    found.insert(found.index("S3-06") + 1, "S3-06b")
    return found


def stands(core: Path = CORE) -> list[Stand]:
    """All statements of a pack, in the order of its files."""
    found: list[Stand] = []
    for file in sorted(core.rglob("*.yaml")):
        name = file.relative_to(core).with_suffix("").as_posix()
        found += [Stand(f"{name}: {', '.join(way)}", *rest) for way, *rest in _within(_read(file), ())]
    return found


def carried(found: list[Stand]) -> dict[str, list[str]]:
    """The places of each item that a statement names; each place once."""
    places: dict[str, list[str]] = {}
    for stand in found:
        for item in stand.items:
            known = places.setdefault(item, [])
            if stand.place not in known:
                known.append(stand.place)
    return places


def rows(page: str) -> list[Row]:
    """What the tables of the page say of the items."""
    return [Row(item, says.strip(), where.strip()) for item, says, where in ROW.findall(page)]


def rewritten(page: str, places: dict[str, list[str]]) -> str:
    """The page with a fresh third column."""

    def fresh(row: re.Match[str]) -> str:
        item, says, where = row[1], row[2], row[3].strip()
        if item in places:
            where = "; ".join(f"`{place}`" for place in places[item])
        elif not where.startswith(LEFT_OUT):
            where = OPEN
        return f"| {item} | {says} | {where} |"

    return ROW.sub(fresh, page)


def faults(page: str, places: dict[str, list[str]]) -> list[str]:
    """What keeps the page from saying of every item, once, where it stands."""
    counts = Counter(row.item for row in rows(page))
    wanted = items()
    found = [f"{item}: stands {counts[item]} times" for item in wanted if counts[item] != 1]
    found += [f"{item}: in the page, and no item" for item in counts if item not in wanted]
    found += [
        f"{item}: no item, yet named at {', '.join(places[item])}" for item in places if item not in wanted
    ]
    fresh = rows(rewritten(page, places))
    return found + [
        f"{row.item}: neither carried nor left out ({row.says})" for row in fresh if row.where == OPEN
    ]


def disagreements(page: str) -> list[Topic]:
    """The topics on which the documents disagree, with their items and the places that say so."""
    part = page.partition(DISAGREEMENTS)[2].partition("\n## ")[0]
    lines = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("| ")]
    return [
        Topic(topic.strip(), ITEM.findall(positions), re.findall(r"`([^`]+)`", where))
        for topic, positions, where in lines[1:]
    ]


def elsewhere(found: list[Stand]) -> list[str]:
    """Statements that carry an item and cite other sources than its document."""
    return [
        f"{stand.place} carries {item} and cites {', '.join(stand.sources)}"
        for stand in found
        for item in stand.items
        if f"SEED{item[1]}" not in stand.sources
    ]


def main(words: list[str] | None = None) -> int:
    """Write the page anew, or compare; returns the exit status."""
    ask = argparse.ArgumentParser(prog="python -m tools.founding", description=__doc__)
    ask.add_argument(
        "--check", action="store_true", help="only compare; 1 if the page is stale or incomplete"
    )
    ask.add_argument(
        "--sources", action="store_true", help="also list what cites other sources than the item's"
    )
    given = ask.parse_args(words)
    found = stands()
    places, page = carried(found), PAGE.read_text(encoding="utf-8")
    fresh = rewritten(page, places)
    wrong = faults(fresh, places)
    if given.check and fresh != page:
        wrong.append(f"{PAGE.name} is stale: run python -m tools.founding")
    if not given.check:
        PAGE.write_text(fresh, encoding="utf-8", newline="\n")
    print("\n".join([*wrong, *(elsewhere(found) if given.sources else []), _sum(fresh)]))
    return int(bool(wrong) and given.check)


def _sum(page: str) -> str:
    all_of = rows(page)
    out = sum(row.where.startswith(LEFT_OUT) for row in all_of)
    waiting = sum(row.where == OPEN for row in all_of)
    return f"{len(all_of)} items: {len(all_of) - out - waiting} carried, {out} left out, {waiting} open"


def _read(file: Path) -> object:
    """What a file holds; quicker where PyYAML has its fast reader."""
    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    return yaml.load(file.read_text(encoding="utf-8"), loader)


def _within(record: object, way: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], list[str], list[str]]]:
    """The statements inside a record: the way to each, its sources, its items."""
    if not isinstance(record, dict):
        return
    if "plain" in record and "sources" in record and way:
        yield way, record["sources"], record.get("founding", [])
    for key, inside in record.items():
        if isinstance(inside, list):
            for member in inside:
                yield from _within(member, (*way, *_step(key, member)))
        else:
            yield from _within(inside, (*way, key))


def _step(key: str, member: object) -> tuple[str, ...]:
    """How a place says that it is in this member of a list."""
    if key in UNSAID:
        return ()
    if key not in ONE or not isinstance(member, dict):
        return (key,)
    name = member.get("id") or f"“{member['name']['plain']}”"
    return (f"{ONE[key]} {name}",)


if __name__ == "__main__":
    sys.exit(main())
