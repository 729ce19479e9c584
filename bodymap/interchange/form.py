"""The form of a saved file: JSON that says what it is, and what was told."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from bodymap.interchange.refusal import RefusedError
from bodymap.language import mark, say

SUFFIX = ".bodymap"
FORMAT, VERSION = "bodymap", 1
MOST_BYTES = 1_000_000
CHOOSE_ANOTHER = mark("Choose a file that Bodymap saved.")
MEND = mark("Mend it in a text editor, or choose another file.")
NEWER = mark("Open it with a newer Bodymap.")


@dataclass(frozen=True, slots=True)
class Saved:
    """What a saved file holds, as plain data."""

    told: Mapping[str, Any]
    view: Mapping[str, Any]
    program: str = ""
    pack: str = ""
    """The content it was made with: the pack and its version."""
    day: str = ""
    unknown: tuple[str, ...] = ()
    """Names beside these that this program does not know."""


def write(saved: Saved) -> bytes:
    """Write a saved file; raises RefusedError where it would be too large to be read again."""
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "program": saved.program,
        "content": saved.pack,
        "saved": saved.day,
        "told": saved.told,
        "view": saved.view,
    }
    content = (json.dumps(whole, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()
    if len(content) > MOST_BYTES:
        why = say("It would be larger than {most} MB.", most=MOST_BYTES // 1_000_000)
        raise RefusedError(why, say("Shorten what was typed."))
    return content


def read(content: bytes) -> Saved:
    """Read a saved file; raises RefusedError for what is none."""
    whole = _read_json(_read_text(content))
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise RefusedError(say("It is not a Bodymap file."), say(CHOOSE_ANOTHER))
    _check_version(whole.get("version"))
    return Saved(
        _part(whole, "told", dict),
        _part(whole, "view", dict),
        _part(whole, "program", str),
        _part(whole, "content", str),
        _part(whole, "saved", str),
        tuple(sorted(whole.keys() - KNOWN)),
    )


KNOWN = {"format", "version", "program", "content", "saved", "told", "view"}


def _read_text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        why = say("It is larger than {most} MB, and no saved file is.", most=MOST_BYTES // 1_000_000)
        raise RefusedError(why, say(CHOOSE_ANOTHER))
    if not content.strip():
        raise RefusedError(say("It is empty."), say(CHOOSE_ANOTHER))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        why = say("It is not text in UTF-8: byte {number} is wrong.", number=problem.start + 1)
        raise RefusedError(why, say(CHOOSE_ANOTHER)) from None
    if "\0" in text:
        why = say("It is not text: there is a zero byte in line {line}.", line=_line(text, text.index("\0")))
        raise RefusedError(why, say(CHOOSE_ANOTHER))
    return text


def _read_json(text: str) -> object:
    try:
        whole = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse_constant)
        json.dumps(whole, ensure_ascii=False).encode()
    except json.JSONDecodeError as problem:
        is_cut = not text[problem.pos :].strip() or problem.msg.startswith("Unterminated")
        early = mark("It ends too early, in line {line}.")
        broken = mark("Line {line} is broken at letter {n}.")
        words = early if is_cut else broken
        raise RefusedError(say(words, line=problem.lineno, n=problem.colno), say(MEND)) from None
    except RecursionError:
        raise RefusedError(say("It is nested too deep."), say(CHOOSE_ANOTHER)) from None
    except ValueError:  # a lone half of a letter; a number of thousands of digits
        raise RefusedError(say("It holds a letter or a number that is none."), say(MEND)) from None
    return whole


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of names and values; a name that stands there twice has no meaning."""
    made: dict[str, Any] = {}
    for name, value in pairs:
        if name in made:
            raise RefusedError(say("It says “{name}” twice in one place.", name=_shown(name)), say(MEND))
        made[name] = value
    return made


def _refuse_constant(name: str) -> NoReturn:
    raise RefusedError(say("It holds “{name}”, which is no number.", name=name), say(MEND))


def _check_version(version: object) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise RefusedError(say("“{name}” must be a whole number.", name="version"), say(MEND))
    if version > VERSION:
        words = mark("A newer Bodymap made it: its form is version {theirs}, this one reads up to {ours}.")
        raise RefusedError(say(words, theirs=version, ours=VERSION), say(NEWER))


def _part(whole: Mapping[str, Any], name: str, kind: type) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a part of the file, or an empty one."""
    part = whole.get(name, kind())
    if not isinstance(part, kind):
        words = (
            mark("“{name}” must be text.") if kind is str else mark("“{name}” must be an object in braces.")
        )
        raise RefusedError(say(words, name=name), say(MEND))
    return part


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _shown(name: str) -> str:
    """Return the first letters of a name, each of which can be shown."""
    return "".join(letter if letter.isprintable() else "?" for letter in name[:40])
