"""The grammar of the command line: examples that are understood, a file in the place of a command."""

import argparse
import shlex
from dataclasses import fields

import pytest

from bodymap.cli.grammar import EXAMPLES, Commands, make_parser, name_file

parser = make_parser(Commands(*[lambda _given: 0] * len(fields(Commands))))


@pytest.mark.parametrize("line", [line for lines in EXAMPLES.values() for line in lines])
def test_every_example_is_understood(line):
    assert isinstance(parser.parse_args(name_file(parser, shlex.split(line)[1:])), argparse.Namespace)


def test_every_command_has_an_example():
    (commands,) = [a.choices for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    assert set(EXAMPLES) == {"", *commands} - {"doctor"}


@pytest.mark.parametrize(
    ("words", "opened"),
    [
        ("map.bodymap", "map.bodymap"),
        ("/home/me/Ms_A.BODYMAP", "/home/me/Ms_A.BODYMAP"),
        ("--theme dark map.bodymap", "map.bodymap"),
        ("--theme=dark map.bodymap", "map.bodymap"),
        ("map.bodymap --words clinical", "map.bodymap"),
        ("--open other.json", "other.json"),
        ("--pack folder.bodymap", None),
        ("", None),
    ],
)
def test_a_file_may_stand_in_the_place_of_a_command(words, opened):
    given = parser.parse_args(name_file(parser, words.split()))
    assert (str(given.open) if given.open else None) == opened


@pytest.mark.parametrize(
    "words", ["rank temple:right", "check my.bodymap", "doctor", "--version", "--pack a rank b"]
)
def test_what_comes_after_a_command_is_left_alone(words):
    assert name_file(parser, words.split()) == words.split()
