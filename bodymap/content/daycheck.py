"""Holds the days that are counted against the texts that name them: no date is made up."""

import re
from collections.abc import Iterator
from typing import Any

from bodymap.content.draft import Draft
from bodymap.content.problem import Problem
from bodymap.content.reading import Steps

WEEK = 7
_NUMBER = re.compile(r"\d+")


def check_days(draft: Draft) -> Iterator[Problem]:
    """Yield the statements that count days which their plain text does not name, as days or as weeks."""
    for entry in draft.all():
        for path, days, text in _counted(entry.data):
            named = {int(number) for number in _NUMBER.findall(text)}
            if list(days) != sorted(days):
                what = f'"days" ends with {days[1]} before it begins with {days[0]}'
                yield entry.problem(path, what, "Write the first day first", is_fatal=False)
            elif not any({day / unit for day in days} <= named for unit in (1, WEEK)):
                what = f'the plain text does not name the "days" {days[0]} and {days[1]}'
                yield entry.problem(path, what, "Count what the text says, or nothing", is_fatal=False)


def _counted(data: Any, path: Steps = ()) -> Iterator[tuple[Steps, list[int], str]]:  # noqa: ANN401
    """Find the days anywhere in a record, with the text that should name them."""
    if isinstance(data, dict) and data.get("days"):
        yield (*path, "days"), data["days"], data["plain"]
    for step, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(value, dict | list):
            yield from _counted(value, (*path, step))
