"""The grammar of the command line, and its help."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from bodymap.cli.asking import SIDES, read_size
from bodymap.cli.handing import read_day
from bodymap.content.nearest import did_you_mean
from bodymap.inquiry.state import Layer, Paper, Switch
from bodymap.interchange.form import SUFFIX

ASKED_WRONG = 2
THEMES = ("light", "dark", "contrast", "print")
SKINS = ("light", "dark")
LAYERS = tuple(layer.value for layer in Layer)
SWITCHES = tuple(switch.value for switch in Switch)
SHORTEST_HINTED = 3
OLDEST = 130
PURPOSE = """Shows which muscles pain of the head, jaw and neck may come from.
Without a command it opens the window; with a saved file it opens that. It educates; it never diagnoses."""
WAYS_OUT = """exit status:
  0  done
  1  something was found wrong (a pack has problems, a file could not be written)
  2  the question was wrong (an unknown name, option or value)"""
EXAMPLES = {
    "": ("bodymap", "bodymap map.bodymap", "bodymap --words clinical --theme dark"),
    "rank": (
        "bodymap rank temple:right around_eye:right --symptom ringing --format json",
        "bodymap rank temple:right --pressed temporalis:right=yes",
    ),
    "find": ("bodymap find left masester", "bodymap find ringing --format json"),
    "screen": ("bodymap screen --age 68 --region temple --answer new_headache --answer jaw_ache_chewing",),
    "render": (
        "bodymap render side --select temple:right --muscle trapezius_upper:right --out map.png",
        "bodymap render front --layer deep --jaw --show names --out jaw.svg",
    ),
    "handout": (
        "bodymap handout temple:right --pressed temporalis:right=yes --agree dry_needling --out page.pdf",
    ),
    "check": ("bodymap check", "bodymap check my_pack --reading"),
}
FILES = (
    ("settings.ini", "theme, skin, words and the number to call, in the user's configuration folder"),
    ("bodymap/", "in the user's cache folder: checked packs and pictures; may be deleted at any time"),
    (
        "errors.log",
        "in the user's state folder: errors of the program, if any; nothing about a patient",
    ),
    ("*.bodymap", "what somebody saved, where they saved it; JSON, described in docs/saved-files.md"),
)
ENVIRONMENT = (
    ("QT_QPA_PLATFORM", "how Qt draws; offscreen lets render work where no screen is, and is set for that"),
    ("QT_SCALE_FACTOR", "makes everything in the window larger, such as 1.5"),
    ("DISPLAY, WAYLAND_DISPLAY", "the screen; without any the window does not open"),
    ("XDG_CACHE_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME", "folders in place of the usual ones, on Linux"),
    ("LOCALAPPDATA", "the folder of cache and log, on Windows"),
)

Run: TypeAlias = Callable[[argparse.Namespace], int]
if TYPE_CHECKING:
    _Added: TypeAlias = argparse._SubParsersAction["_Parser"]  # noqa: SLF001 - it has no public name


@dataclass(frozen=True, slots=True)
class Commands:
    """What each command does."""

    window: Run
    version: Run
    rank: Run
    find: Run
    screen: Run
    render: Run
    handout: Run
    check: Run


class _Parser(argparse.ArgumentParser):
    """A parser that says which right word is nearest."""

    def error(self, message: str) -> NoReturn:
        options = [option for part in [self, *_parts(self)] for option in part._option_string_actions]  # noqa: SLF001
        known = [*options, *_commands(self)]
        strange = [word for word in _strange(message) if len(word) >= SHORTEST_HINTED and word not in known]
        hints = [did_you_mean(word, known, "") for word in strange]
        hint = next((f" {hint}" for hint in hints if hint), "")
        self.exit(ASKED_WRONG, f"{self.prog}: {message}.{hint}\nSee {self.prog} --help.\n")


def _strange(message: str) -> list[str]:
    """Find the unknown words that an error is about: those not recognized, or the one that is no choice."""
    _, is_about_words, words = message.partition("unrecognized arguments: ")
    if is_about_words:
        return words.split()
    _, is_about_choice, rest = message.partition("invalid choice: '")
    return [rest.partition("'")[0]] if is_about_choice else []


def _commands(parser: argparse.ArgumentParser) -> list[str]:
    """List the words from which a parser lets choose."""
    actions = [action.choices for action in parser._actions if action.choices]  # noqa: SLF001 - no public way
    return [str(choice) for choices in actions for choice in choices]


def _parts(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    """List the parsers of a parser's commands."""
    added = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]  # noqa: SLF001 - no public way
    return [part for action in added for part in action.choices.values()]


def make_parser(commands: Commands) -> argparse.ArgumentParser:
    """Make the parser; each command carries the function that does it."""
    parser = _Parser(
        prog="bodymap",
        description=PURPOSE,
        usage="%(prog)s [options] [FILE.bodymap]\n       %(prog)s COMMAND ...",
        epilog="\n\n".join(
            [_examples(""), WAYS_OUT, _list("files", FILES), _list("environment", ENVIRONMENT)]
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    version = "say the versions of program, content, Python and Qt"
    parser.add_argument("--version", dest="run", action="store_const", const=commands.version, help=version)
    opened = "open this saved file, whatever its name; one that ends in .bodymap needs no option"
    parser.add_argument("--open", type=Path, metavar="FILE", help=opened)
    _add_common(parser)
    parser.set_defaults(run=commands.window)
    added = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser, prog="bodymap")
    _add_rank(added, commands.rank)
    _add_find(added, commands.find)
    _add_screen(added, commands.screen)
    _add_render(added, commands.render)
    _add_handout(added, commands.handout)
    _add_check(added, commands.check)
    added.add_parser("doctor", help="say what this machine has and lacks")
    return parser


def _add_common(parser: argparse.ArgumentParser) -> None:
    more = "lay this pack over the core; may be repeated"
    parser.add_argument("--pack", type=Path, action="append", default=[], metavar="FOLDER", help=more)
    parser.add_argument("--theme", choices=THEMES, help="colours; of the window for this time only")
    parser.add_argument("--words", choices=("plain", "clinical"), help="everyday words or those of the field")


def name_file(parser: argparse.ArgumentParser, words: Sequence[str]) -> list[str]:
    """Return the words with the option before a saved file that stands in the place of a command."""
    takes = {o for a in parser._actions if a.nargs is None for o in a.option_strings}  # noqa: SLF001 - no public way
    before = ""
    for number, word in enumerate(words):
        if before not in takes and not word.startswith("-"):
            is_file = word.lower().endswith(SUFFIX)
            return [*words[:number], *(["--open"] if is_file else []), *words[number:]]
        before = word
    return list(words)


def _examples(name: str) -> str:
    return "\n".join(["examples:", *(f"  {line}" for line in EXAMPLES[name])])


def _list(title: str, entries: Sequence[tuple[str, str]]) -> str:
    return "\n".join([f"{title}:", *(f"  {name}\n      {words}" for name, words in entries)])


def _add(added: "_Added", name: str, run: Run, summary: str) -> argparse.ArgumentParser:
    made = added.add_parser(
        name,
        help=summary,
        description=summary[:1].upper() + summary[1:] + ".",
        epilog=f"{_examples(name)}\n\n{WAYS_OUT}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    made.set_defaults(run=run)
    return made


def _add_rank(added: "_Added", run: Run) -> None:
    parser = _add(added, "rank", run, "rank the muscles that these pains may come from")
    _add_account(parser)
    forms = "text for reading, JSON for programs"
    parser.add_argument("--format", choices=("text", "json"), default="text", help=forms)
    _add_common(parser)


def _add_account(parser: argparse.ArgumentParser) -> None:
    """Add what can be told of one person."""
    where = "where it hurts, on the patient's side; no side where a region has none"
    parser.add_argument("regions", nargs="*", metavar="REGION[:SIDE]", help=where)
    felt = "something else that is felt; may be repeated"
    parser.add_argument("--symptom", action="append", default=[], metavar="ID", help=felt)
    done = "a habit or strain that may keep it going; may be repeated"
    parser.add_argument("--habit", action="append", default=[], metavar="ID", help=done)
    absent = "a symptom or habit that is not there; may be repeated"
    parser.add_argument("--no", action="append", default=[], metavar="ID", help=absent)
    pressed = "whether pressing a muscle brought the familiar pain: yes, no or not_sure; may be repeated"
    parser.add_argument("--pressed", action="append", default=[], metavar="MUSCLE:SIDE=ANSWER", help=pressed)


def _add_handout(added: "_Added", run: Run) -> None:
    parser = _add(added, "handout", run, "make the page to take home, or the text for the chart")
    _add_account(parser)
    shown = "a muscle that was talked about; may be repeated"
    parser.add_argument("--muscle", action="append", default=[], metavar="MUSCLE:SIDE", help=shown)
    agreed = "a treatment that was agreed on; may be repeated"
    parser.add_argument("--agree", action="append", default=[], metavar="ID", help=agreed)
    note = "what else was agreed on, a line of the page; may be repeated"
    parser.add_argument("--note", action="append", default=[], metavar="TEXT", help=note)
    ticked = "a red flag that is there; may be repeated"
    parser.add_argument("--sign", action="append", default=[], metavar="ID", help=ticked)
    none = "the red flags were asked, and none is there"
    parser.add_argument("--none-of-these", action="store_true", help=none)
    head = r"who hands it over; \n begins a new line"
    parser.add_argument("--clinic", default="", metavar="TEXT", help=head)
    number = "the number to call in an emergency"
    parser.add_argument("--emergency-number", default="", metavar="NUMBER", help=number)
    sizes = "the size of the paper; a4 if not said"
    parser.add_argument("--paper", choices=[each.value for each in Paper], default="a4", help=sizes)
    today = "the day from which is counted; today if not said"
    parser.add_argument("--day", type=read_day, metavar="DAY", help=today)
    where = "where to write: .pdf or .html for the page, .txt for the chart"
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=where)
    _add_common(parser)


def _add_find(added: "_Added", run: Run) -> None:
    parser = _add(added, "find", run, "say what some words may mean, also misspelt")
    typed = "plain, Latin, short or misspelt words, as one would type them into the box of the window"
    parser.add_argument("typed", nargs="+", metavar="WORD", help=typed)
    forms = "text for reading, JSON for programs"
    parser.add_argument("--format", choices=("text", "json"), default="text", help=forms)
    _add_common(parser)


def _add_screen(added: "_Added", run: Run) -> None:
    parser = _add(added, "screen", run, "say which red flags some answers raise, and what to do")
    parser.add_argument("--age", type=_years, metavar="YEARS", help="the age, if it is known")
    where = "where it hurts; may be repeated"
    parser.add_argument("--region", action="append", default=[], metavar="REGION[:SIDE]", help=where)
    ticked = "a sign that is there; may be repeated"
    parser.add_argument("--answer", action="append", default=[], metavar="ID", help=ticked)
    number = "the number to call in an emergency"
    parser.add_argument("--emergency-number", default="", metavar="NUMBER", help=number)
    forms = "text for reading, JSON for programs"
    parser.add_argument("--format", choices=("text", "json"), default="text", help=forms)
    _add_common(parser)


def _years(text: str) -> int:
    if not text.isdigit() or int(text) > OLDEST:
        raise argparse.ArgumentTypeError(f"“{text}” is no age: say years, such as 68, 0 to {OLDEST}")
    return int(text)


def _add_render(added: "_Added", run: Run) -> None:
    parser = _add(added, "render", run, "draw what the window would show, as PNG or SVG")
    parser.add_argument("plate", metavar="PLATE", help="the drawing, such as side")
    chosen = "a chosen region; may be repeated"
    parser.add_argument("--select", action="append", default=[], metavar="REGION[:SIDE]", help=chosen)
    parser.add_argument("--muscle", metavar="MUSCLE:SIDE", help="the open muscle")
    shown = "the side of the patient that is shown; else that of the muscle or the first region"
    parser.add_argument("--side", choices=SIDES, help=shown)
    opened = "how deep the plate is opened; skin if not said"
    parser.add_argument("--layer", choices=LAYERS, help=opened)
    parser.add_argument("--jaw", action="store_true", help="open the jaw, so that its inner side is seen")
    laid = "lay this over the drawing, or look at it so; may be repeated"
    parser.add_argument("--show", action="append", default=[], choices=SWITCHES, help=laid)
    parser.add_argument("--skin", choices=SKINS, default="light", help="skin of the figure")
    where = "where to write; .png or .svg"
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=where)
    size = "in pixels; 1080x1400 if not said"
    parser.add_argument("--size", type=read_size, default=(1080, 1400), metavar="WxH", help=size)
    _add_common(parser)


def _add_check(added: "_Added", run: Run) -> None:
    parser = _add(added, "check", run, "list what is wrong with a pack, or say that nothing is")
    which = "the pack's folder; the core pack if none is named"
    parser.add_argument("folder", nargs="?", type=Path, metavar="PACK", help=which)
    full = "name each plain text that is hard to read, with its school grade and longest sentence"
    parser.add_argument("--reading", action="store_true", help=full)
