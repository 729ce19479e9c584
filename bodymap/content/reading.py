"""YAML text becomes plain data, safely: no code, no aliases, no surprises among the scalars."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from bodymap.content.problem import Problem, Refused, quoted

Steps = tuple[str | int, ...]
REPEATED = "repeated:"
"""Put before a key that stands twice in a mapping, so that it meets the check for unknown fields."""

_CORE = "tag:yaml.org,2002:"
_SCALARS = (
    ("null", r"^(?:~|null|Null|NULL|)$", "~nN\0"),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?(?:0|[1-9][0-9]{0,15})$", "-+0123456789"),
    ("float", r"^[-+]?(?:[0-9]{1,16}\.[0-9]{0,16}|\.[0-9]{1,16})(?:[eE][-+]?[0-9]{1,3})?$", "-+.0123456789"),
)
_SCALAR_TAGS = {_CORE + name for name, _, _ in _SCALARS}
_DEEPEST = 24
_MOST_PARTS = 100_000
_SYNTAX_REMEDIES = (
    (
        "mapping values are not allowed",
        "Put a text that holds a colon in quotes, and look at the indentation",
    ),
    (
        "cannot start any token",
        "Indent with spaces, not tabs, and put a text that begins with @, ` or % in quotes",
    ),
    ("could not find expected ':'", "Look for a missing colon or a missing quote here or just above"),
    ("found another document", 'Keep one document in a file: remove the line "---"'),
)
_OPENING = ("flow", "quoted")
_SYNTAX_REMEDY = "Look here and just above for a missing quote, bracket or colon, or a wrong indentation"


class _Plain:
    """What a pack's YAML may say: text, numbers, true, false and null, in lists and mappings."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:  # noqa: ANN401, FBT001, FBT002
        """Build a mapping; every key is text, and one that stands twice is kept as what no record knows."""
        for key, _ in node.value:
            if key.tag in _SCALAR_TAGS:
                key.tag = f"{_CORE}str"
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)  # type: ignore[misc]
        if len(mapping) < len(node.value):
            counts = Counter(key.value for key, _ in node.value)
            mapping |= {f"{REPEATED}{name}": None for name, count in counts.items() if count > 1}
        return mapping


def _loader(base: type) -> Any:  # noqa: ANN401
    """Return a loader with the scalars of YAML 1.2 and nothing that could run code."""
    loader: Any = type("PackLoader", (_Plain, base), {"yaml_implicit_resolvers": {}, "yaml_constructors": {}})
    for name, pattern, first in _SCALARS:
        loader.add_implicit_resolver(_CORE + name, re.compile(pattern), [*first.replace("\0", ""), ""])
    for name in ("seq", "map", "str"):
        loader.add_constructor(_CORE + name, getattr(base, f"construct_yaml_{name}"))
    loader.add_constructor(_CORE + "null", lambda _loader, _node: None)
    loader.add_constructor(_CORE + "bool", lambda _loader, node: node.value.lower() == "true")
    loader.add_constructor(_CORE + "int", lambda _loader, node: int(node.value))
    loader.add_constructor(_CORE + "float", lambda _loader, node: float(node.value))
    loader.add_constructor(None, base.construct_undefined)  # type: ignore[attr-defined]
    return loader


_PURE = _loader(yaml.SafeLoader)
_FAST = _loader(yaml.CSafeLoader) if yaml.__with_libyaml__ else _PURE


@dataclass(frozen=True)
class Document:
    """A file of a pack, as text and as plain data."""

    file: str
    text: str
    data: dict[Any, Any]

    @cached_property
    def _root(self) -> yaml.Node | None:
        return yaml.compose(self.text, Loader=_FAST)

    def find(self, path: Steps, *, is_key: bool = False) -> tuple[int, int]:
        """Return line and column of what a path leads to, or of the last step that exists."""
        node, mark = self._root, None
        for depth, step in enumerate(path):
            key, value = _step(node, step)
            if value is None:
                break
            wants_key = key is not None and (is_key or isinstance(value, yaml.CollectionNode))
            mark = (
                key.start_mark
                if key is not None and wants_key and depth == len(path) - 1
                else value.start_mark
            )
            node = value
        return _spot(mark or (node.start_mark if node else None))

    def problem(
        self, path: Steps, what: str, remedy: str = "", *, is_key: bool = False, is_fatal: bool = True
    ) -> Problem:
        """Return a problem at the place that a path leads to."""
        line, column = self.find(path, is_key=is_key)
        return Problem(self.file, line, column, what, remedy, is_fatal)


def read_document(file: str, content: bytes, *, is_pure: bool = False) -> Document:
    """Turn a file's bytes into plain data, or refuse."""
    text = decode(content)
    return Document(file, text, _read(text, _PURE if is_pure else _FAST))


def decode(content: bytes) -> str:
    """Return UTF-8 bytes as text, or refuse with the line of the first wrong byte."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        raise Refused(
            "the text is not UTF-8", "Save the file with the encoding UTF-8", line, column
        ) from None


def _read(text: str, loader: Any) -> dict[Any, Any]:  # noqa: ANN401
    try:
        _refuse_traps(text, loader)
        data = yaml.load(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        raise _syntax(error) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise Refused("the text holds a control character", "Remove it", line, 1) from None
    if data is None:
        raise Refused("the file is empty", "Write its fields, or remove the file", 1, 1)
    if not isinstance(data, dict):
        raise Refused("the file must hold fields", 'Write them as "name: value"', 1, 1)
    return data


def _refuse_traps(text: str, loader: Any) -> None:  # noqa: ANN401
    """Refuse, before anything is built, what would exhaust the memory, the stack or the reader."""
    depth = 0
    for number, event in enumerate(yaml.parse(text, Loader=loader)):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        spot = event.start_mark
        if isinstance(event, yaml.AliasEvent):
            what = f"aliases such as {quoted(f'*{event.anchor}')} are not read"
            raise Refused(what, "Write the text out, or put it in quotes", *_spot(spot))
        if depth > _DEEPEST:
            raise _too_deep(*_spot(spot))
        if number > _MOST_PARTS:
            raise Refused("the file holds too many entries", "Split it", *_spot(spot))


def _syntax(error: yaml.MarkedYAMLError) -> Refused:
    is_open = any(sign in (error.context or "") for sign in _OPENING)
    line, column = _spot((is_open and error.context_mark) or error.problem_mark)
    said = error.problem or "unknown mistake"
    if "nesting depth" in said:  # libyaml may notice before the events are counted
        return _too_deep(line, column)
    if "could not determine a constructor for the tag" in said:
        tag = said.partition("'")[2].rpartition("'")[0]
        return Refused(
            f"the tag {quoted(tag)} is not read", "Remove it; packs hold text, never code", line, column
        )
    usual = "Close the bracket or the quote that opens here" if is_open else _SYNTAX_REMEDY
    remedy = next((remedy for sign, remedy in _SYNTAX_REMEDIES if sign in said), usual)
    return Refused(f"the YAML cannot be read: {said}", remedy, line, column)


def _too_deep(line: int, column: int) -> Refused:
    return Refused("the YAML is nested too deep", "Write plain lists and fields", line, column)


def _spot(mark: Any) -> tuple[int, int]:  # noqa: ANN401 - pure and C marks have no common base
    """Return line and column, counted from one."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _step(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node | None]:
    """Return the key and the value that a step leads to; a repeated key leads to its last."""
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    if isinstance(node, yaml.MappingNode):
        name = str(step).removeprefix(REPEATED)
        return next(((key, value) for key, value in reversed(node.value) if key.value == name), (None, None))
    return None, None
