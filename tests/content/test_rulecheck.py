"""Rules that are met too easily, signs that nobody looks at, calls that are said twice."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bodymap.content.pack import check

NEW = """  any: [new_pain, chewing_ache]
  at_least: 2
"""
DO = "Do not drive yourself."


@pytest.fixture
def change(small: Path) -> Callable[[str, str], list[str]]:
    """Say what is wrong with the small pack when a text of its screening is another."""

    def change(old: str, new: str) -> list[str]:
        file = small / "screening.yaml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return [problem.what for problem in check(small)]

    return change


@pytest.mark.parametrize(
    ("needs", "is_met"),
    [
        ("all: [over_fifty]", True),
        ("any: [over_fifty]", True),
        ("any: [over_fifty, new_pain]", True),
        ("all: [over_fifty]\n  any: [new_pain, chewing_ache]", False),
        ("all: [new_pain]\n  any: [over_fifty, chewing_ache]", False),
        ("any: [over_fifty, new_pain, chewing_ache]\n  at_least: 2", False),
        ("all: [over_fifty, new_pain]", False),
    ],
)
def test_an_age_alone_is_no_red_flag(change, needs, is_met):
    told = ['the rule "new" is met by an age alone'] if is_met else []
    assert change(NEW, f"  {needs}\n") == told


def test_a_sign_that_tells_an_age_serves_every_rule_that_asks_for_one(change):
    assert change("age_from: 50", "age_from: 70") == []
    assert change("age_from: 70", "age_from: 40") == ['no rule looks at the sign "over_fifty"']


@pytest.mark.parametrize(
    ("do", "said"),
    [
        ("Call the emergency number now.", "Call the emergency number"),
        ("Sit down and call an ambulance.", "call an ambulance"),
        ("Call 911.", "Call 911"),
        ("Call your local emergency services.", "Call your local emergency services"),
        ("Call even if you are unsure.", ""),
        ("Ask someone to call for you.", ""),
        ("Call the emergency number if it comes back.", ""),
    ],
)
def test_whom_to_call_is_said_once(change, do, said):
    told = [f'the program says "{said}" itself, with the reader\'s own number'] if said else []
    assert change(DO, do) == told


def test_what_can_wait_may_say_whom_to_call(change):
    assert change("See a doctor today.", "Call the emergency number now.") == []


def test_at_least_is_of_any_and_means_nothing_without(change):
    assert change("  all: [worst_ever]\n", "  all: [worst_ever]\n  at_least: 2\n") == [
        '"at_least" asks for more signs than "any" names'
    ]
