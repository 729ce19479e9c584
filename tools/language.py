"""Collects what a translator has to translate: the program's phrases, and the texts of a pack.

python -m tools.language template german/texts.yaml    everything, to be filled in; what is there stays
python -m tools.language pseudo pseudo_pack            a language that shows what escaped translation
"""

import argparse
import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

import bodymap

PROGRAM = Path(bodymap.__file__).parent
CORE = Path(__file__).parent.parent / "data" / "core"
HOOKS = {"say": slice(0, 1), "mark": slice(0, 1), "say_number": slice(1, 3)}
"""The hooks, and which of their arguments are phrases."""
TEXTS, LISTS = ("plain", "clinical"), ("also", "forms")
"""The keys of a pack under which a text for readers stands, and those with a list of such texts."""
NOT_FOR_READERS = ("sources.yaml", "texts.yaml")
PART = re.compile(r"(\{[^{}]*\})")
ACCENTED = str.maketrans("AEINOSUYaeinosuy", "ÀÉÎÑÖŠÛÝàéîñöšûý")
HEAD = """id: {id}
title: {title}
version: "0.1"
language: {language}
author: {author}
licence: CC BY-SA 4.0
extends: {extends}
"""


def phrases_in(tree: ast.Module) -> Iterator[str]:
    """Go through the phrases that stand in a module's hooks."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        if isinstance(call.func, ast.Name) and call.func.id in HOOKS:
            for argument in call.args[HOOKS[call.func.id]]:
                yield from literals(argument)


def literals(argument: ast.expr) -> Iterator[str]:
    """Go through the texts that an argument may be: itself, or one of two."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from literals(argument.body)
        yield from literals(argument.orelse)


def phrases(program: Path = PROGRAM) -> dict[str, list[str]]:
    """Return the program's phrases by the file in which each is first met."""
    files = sorted(program.rglob("*.py"))
    hooked = {file: ast.parse(file.read_text(encoding="utf-8")) for file in files}
    found = {file.relative_to(program.parent).as_posix(): phrases_in(tree) for file, tree in hooked.items()}
    return _once(found)


def texts(pack: Path = CORE) -> dict[str, list[str]]:
    """Return the texts of a pack by the file in which each is first met."""
    files = [file for file in sorted(pack.rglob("*.yaml")) if file.name not in NOT_FOR_READERS]
    found = {file.relative_to(pack).as_posix(): texts_in(_read(file)) for file in files}
    return _once(found)


def texts_in(data: Any) -> Iterator[str]:  # noqa: ANN401 - whatever YAML holds
    """Go through the texts for readers in the data of a file."""
    if isinstance(data, list):
        for each in data:
            yield from texts_in(each)
    elif isinstance(data, dict):
        for name, value in data.items():
            if name in TEXTS and isinstance(value, str):
                yield value.strip()
            elif name in LISTS and isinstance(value, list):
                yield from value
            else:
                yield from texts_in(value)


def pseudo(text: str) -> str:
    """Say a text in a language that everybody can read, and that is seen to be another one."""
    said = (piece if PART.fullmatch(piece) else piece.translate(ACCENTED) for piece in PART.split(text))
    return f"⟦{''.join(said)}⟧"


def write_texts(collected: Mapping[str, Iterable[str]], known: Mapping[str, str]) -> str:
    """Write the texts.yaml of a translation, file by file, with what is known already."""
    lines = ["texts:"]
    for file, found in collected.items():
        lines.append(f"# {file}")
        lines += [f"- {{of: {_quoted(text)}, is: {_quoted(known.get(text, ''))}}}" for text in found]
    return "\n".join(lines) + "\n"


def collect(pack: Path) -> dict[str, list[str]]:
    """Return all that has to be translated, each text once, by its file."""
    return _once({**phrases(), **texts(pack)})


def _once(collected: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    seen: set[str] = set()
    kept: dict[str, list[str]] = {}
    for file, found in collected.items():
        fresh = [text for text in dict.fromkeys(found) if text not in seen]
        seen.update(fresh)
        if fresh:
            kept[file] = fresh
    return kept


def _read(file: Path) -> Any:  # noqa: ANN401 - whatever YAML holds
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def make_template(pack: Path, out: Path) -> None:
    """Write everything that is to be translated; what the file already says stays."""
    entries = _read(out)["texts"] if out.exists() else ()
    known = {entry["of"]: entry["is"] for entry in entries}
    out.write_text(write_texts(collect(pack), known), encoding="utf-8")


def make_pseudo(pack: Path, out: Path) -> None:
    """Write a pack that translates everything into the pseudo-language."""
    collected = collect(pack)
    known = {text: pseudo(text) for found in collected.values() for text in found}
    about = {"id": "pseudo", "title": "Pseudo-language", "language": "en-XA", "author": "tools.language"}
    out.mkdir(parents=True, exist_ok=True)
    head = HEAD.format(**about, extends=_read(pack / "pack.yaml")["id"])
    (out / "pack.yaml").write_text(head, encoding="utf-8")
    (out / "texts.yaml").write_text(write_texts(collected, known), encoding="utf-8")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.language", description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(required=True)
    for name, make, out in (("template", make_template, "OUT.yaml"), ("pseudo", make_pseudo, "OUTFOLDER")):
        command = commands.add_parser(name, help=make.__doc__)
        command.add_argument("out", type=Path, metavar=out)
        command.add_argument("--pack", type=Path, default=CORE, help="the pack that is translated")
        command.set_defaults(make=make)
    given = parser.parse_args(arguments)
    given.make(given.pack, given.out)


if __name__ == "__main__":
    main()
