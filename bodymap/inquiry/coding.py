"""Nouns and told facts as plain data, and back, by the types of their fields alone."""

from collections.abc import Callable, Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from bodymap.interchange.form import MEND
from bodymap.interchange.refusal import RefusedError
from bodymap.language import mark, say

PLAIN = (str, bool, int)
WORDS = {
    str: mark("“{where}” must be text."),
    bool: mark("“{where}” must be true or false."),
    int: mark("“{where}” must be a whole number."),
    list: mark("“{where}” must be a list in brackets."),
    dict: mark("“{where}” must be an object in braces."),
}


class UnknownError(Exception):
    """Something that this content does not know, such as a muscle of another pack."""


Known = Callable[[object], bool]


def encode(value: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a value as plain data; of a noun, what was not said is left out."""
    if value is None or isinstance(value, PLAIN):
        return value.value if isinstance(value, StrEnum) else value
    if isinstance(value, frozenset):
        return sorted((encode(each) for each in value), key=str)
    if isinstance(value, tuple):
        return [encode(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        said = [(field, getattr(value, field.name)) for field in fields(value)]
        return {field.name: encode(each) for field, each in said if each != field.default}
    raise TypeError(type(value).__name__)


def can_decode(kind: Any) -> bool:  # noqa: ANN401 - a type, or what stands for one
    """Whether values of a type can be kept."""
    kind = _bare(kind)
    if get_origin(kind) in {Union, UnionType, tuple, frozenset}:
        return all(each in {NoneType, Ellipsis} or can_decode(each) for each in get_args(kind))
    if isinstance(kind, type) and is_dataclass(kind):
        return all(map(can_decode, _hints(kind).values()))
    return kind in PLAIN or (isinstance(kind, type) and issubclass(kind, StrEnum))


class Decoder:
    """Makes values of plain data, and notes what it leaves out because the content does not know it."""

    def __init__(self, known: Known) -> None:
        """Ask of each noun whether it is known."""
        self._known = known
        self.left_out: list[str] = []

    def decode(self, kind: Any, plain: object, where: str) -> Any:  # noqa: ANN401 - a value of that type
        """Return a value of a type; raises RefusedError where the data is of another form."""
        kind = _bare(kind)
        origin = get_origin(kind)
        if origin in {Union, UnionType}:
            (inner,) = (each for each in get_args(kind) if each is not NoneType)
            return None if plain is None else self.decode(inner, plain, where)
        if origin in {tuple, frozenset}:
            return self._decode_many(kind, _form(list, plain, where), where)
        if is_dataclass(kind):
            return self._decode_noun(kind, _form(dict, plain, where), where)
        if issubclass(kind, StrEnum):
            return _choose(kind, _form(str, plain, where), where)
        return _form(kind, plain, where)

    def _decode_many(self, kind: Any, plain: Sequence[object], where: str) -> Any:  # noqa: ANN401
        parts = get_args(kind)
        if get_origin(kind) is tuple and parts[-1] is not Ellipsis:
            if len(plain) != len(parts):
                words = mark("“{where}” must hold {number} entries.")
                raise RefusedError(say(words, where=where, number=len(parts)), say(MEND))
            return tuple(
                self.decode(part, each, f"{where}, {n}")
                for n, (part, each) in enumerate(zip(parts, plain, strict=True), 1)
            )
        made = []
        for number, each in enumerate(plain, 1):
            try:
                made.append(self.decode(parts[0], each, f"{where}, {number}"))
            except UnknownError as unknown:
                self.left_out.append(str(unknown))
        return get_origin(kind)(dict.fromkeys(made))

    def _decode_noun(self, kind: Any, plain: dict[str, object], where: str) -> Any:  # noqa: ANN401
        hints = _hints(kind)
        made = {}
        for field in fields(kind):
            if field.name in plain:
                made[field.name] = self.decode(hints[field.name], plain[field.name], f"{where}, {field.name}")
            elif field.default is MISSING and field.default_factory is MISSING:
                words = mark("“{name}” is missing in “{where}”.")
                raise RefusedError(say(words, name=field.name, where=where), say(MEND))
        value = kind(**made)
        if not self._known(value):
            raise UnknownError(str(value))
        return value


def _form(kind: type, plain: object, where: str) -> Any:  # noqa: ANN401 - a value of that type
    is_right = isinstance(plain, kind) and not (kind is int and isinstance(plain, bool))
    if not is_right:
        raise RefusedError(say(WORDS[kind], where=where), say(MEND))
    return plain


def _choose(kind: type[StrEnum], plain: str, where: str) -> StrEnum:
    try:
        return kind(plain)
    except ValueError:
        words = mark("“{where}” must be one of: {choices}.")
        raise RefusedError(say(words, where=where, choices=", ".join(kind)), say(MEND)) from None


def _bare(kind: Any) -> Any:  # noqa: ANN401 - a type, or what stands for one
    """Return the type under a new name for it."""
    return getattr(kind, "__supertype__", kind)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
