"""Writes the manual page of the command line from its grammar: ``python -m tools.manual [--check]``."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from textwrap import wrap

from bodymap import __version__
from bodymap.cli.grammar import ENVIRONMENT, EXAMPLES, FILES, PURPOSE, WAYS_OUT, Commands, make_parser

PAGE = Path(__file__).parent.parent / "docs" / "bodymap.1"
NAME = "show which muscles pain of the head, jaw and neck may come from"
FRAMING = """Bodymap educates. It does not diagnose, and it recommends no treatment. It opens no network
connection, and stores nothing but its settings, a cache and a log of its own errors unless somebody saves a
file."""
DAY = "2026-11-26"
WIDTH = 78
SEE_ALSO = "docs/saved-files.md, docs/ranking.md and docs/writing-packs.md in the source of the program."


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tools.manual", description=__doc__)
    asked.add_argument("--check", action="store_true", help="only say whether the page is up to date")
    if asked.parse_args().check:
        is_fresh = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == write()
        print(f"{PAGE.name} is up to date" if is_fresh else f"{PAGE.name} is stale: python -m tools.manual")
        return 0 if is_fresh else 1
    PAGE.write_text(write(), encoding="utf-8")
    return 0


def write() -> str:
    """Write the page in the language of man(7)."""
    parser = make_parser(Commands(*[lambda _given: 0] * len(fields(Commands))))
    lines = [
        '.\\" written by python -m tools.manual; change bodymap/cli/grammar.py',
        f'.TH BODYMAP 1 "{DAY}" "bodymap {__version__}" "Bodymap"',
        *section("NAME", f"bodymap - {NAME}"),
        *synopsis(parser),
        *section("DESCRIPTION", PURPOSE, FRAMING),
        *section("OPTIONS"),
        *options(parser),
        *section("COMMANDS"),
        *(line for name, part in commands(parser) for line in command(name, part)),
        *section("EXIT STATUS"),
        *(entry for line in WAYS_OUT.splitlines()[1:] for entry in tagged(*line.split(maxsplit=1))),
        *section("ENVIRONMENT"),
        *(entry for name, words in ENVIRONMENT for entry in tagged(name, words)),
        *section("FILES"),
        *(entry for name, words in FILES for entry in tagged(name, words)),
        *section("EXAMPLES"),
        *examples(line for lines in EXAMPLES.values() for line in lines),
        *section("SEE ALSO", SEE_ALSO),
    ]
    return "\n".join(lines) + "\n"


def commands(parser: argparse.ArgumentParser) -> list[tuple[str, argparse.ArgumentParser]]:
    """Return the commands with their parsers."""
    added = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]  # noqa: SLF001
    return [(name, part) for action in added for name, part in action.choices.items()]


def command(name: str, part: argparse.ArgumentParser) -> list[str]:
    words = part.description or "Says what this machine has and lacks."
    return [f".SS {name}", escape(words), *options(part)]


def synopsis(parser: argparse.ArgumentParser) -> list[str]:
    named = [f".B bodymap {name}\n{' '.join(_bracketed(part))}" for name, part in commands(parser)]
    own = ".B bodymap\n[options] [\\fIFILE\\fP.bodymap]"
    return [".SH SYNOPSIS", "\n.br\n".join([own, *named])]


def _bracketed(part: argparse.ArgumentParser) -> list[str]:
    shown = [a for a in part._actions if not isinstance(a, argparse._HelpAction)]  # noqa: SLF001
    needed = [_named(action) for action in shown if action.option_strings and action.required]
    some = ["[options]"] if any(action.option_strings and not action.required for action in shown) else []
    named = [_positional(action) for action in shown if not action.option_strings]
    return [*some, *needed, *named] or ["\\&"]


def _positional(action: argparse.Action) -> str:
    """Return how often a word is to be given, as is usual in a synopsis."""
    word = f"\\fI{escape(str(action.metavar))}\\fP"
    return {"?": f"[{word}]", "*": f"[{word} ...]"}.get(str(action.nargs), word)


def options(parser: argparse.ArgumentParser) -> list[str]:
    shown = [a for a in parser._actions if not isinstance(a, argparse._SubParsersAction)]  # noqa: SLF001
    return [line for action in shown for line in tagged(_named(action), action.help or "", is_ready=True)]


def _named(action: argparse.Action) -> str:
    """Return how an option is written."""
    value = action.metavar or ("|".join(map(str, action.choices)) if action.choices else "")
    shown = f"\\fI{escape(str(value))}\\fP" if value else ""
    if not action.option_strings:
        return shown
    names = ", ".join(f"\\fB{escape(name)}\\fP" for name in action.option_strings)
    return f"{names} {shown}".strip()


def section(title: str, *paragraphs: str) -> list[str]:
    return [f".SH {title}", *"\n.PP\n".join(map(escape, paragraphs)).splitlines()]


def tagged(name: str, words: str, *, is_ready: bool = False) -> list[str]:
    return [".TP", name if is_ready else f"\\fB{escape(name)}\\fP", escape(words)]


def examples(lines: Iterator[str]) -> list[str]:
    return [".nf", *(line.replace("-", "\\-") for line in lines), ".fi"]


def escape(text: str) -> str:
    r"""Return text as man(7) takes it: a dash that can be copied, no line that begins like a request."""
    wrapped = "\n".join(wrap(text, WIDTH, break_on_hyphens=False)) if len(text) > WIDTH else text
    dashed = wrapped.replace("-", "\\-")
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in dashed.splitlines())


if __name__ == "__main__":
    sys.exit(main())
