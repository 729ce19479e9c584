"""What pydantic found wrong with a record, in words that tell how to mend it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError

from bodymap.content.fields import FOUNDING
from bodymap.content.nearest import did_you_mean, nearest
from bodymap.content.problem import quoted
from bodymap.content.reading import REPEATED, Steps

_KINDS = {
    "string_type": ("text", "Put it in quotes"),
    "bool_type": ("true or false", "Write true or false"),
    "int_type": ("a whole number", "Write a number without quotes"),
    "float_type": ("a number", "Write a number without quotes"),
    "list_type": ("a list", "Write it in brackets, such as [a, b], or one entry a line after a dash"),
    "dict_type": ("a mapping", 'Write fields, each as "name: value"'),
    "model_type": ("a record with fields", 'Write its fields, each as "name: value"'),
}


_BOUNDS = {
    "greater_than": ("gt", "more than {}"),
    "greater_than_equal": ("ge", "{} or more"),
    "less_than_equal": ("le", "{} or less"),
}
_MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a path of a document; one too many is without words."""

    path: Steps
    what: str
    remedy: str
    is_key: bool = False


def faults(model: type[BaseModel], data: object) -> tuple[Fault, ...]:
    """Check data against a record and return what is wrong, one fault for each mistake.

    A file that is wrong from beginning to end has its first ones put into words only.
    """
    try:
        model.model_validate(data)
    except ValidationError as error:
        found = [each for each in error.errors(include_url=False) if not _is_of_repeated(each)]
    else:
        return ()
    unknown = [each for each in found[:_MOST_TOLD] if each["type"] == "extra_forbidden"]
    explained = {_meant(model, each) for each in unknown}
    told = [each for each in found if each["type"] != "missing" or each["loc"] not in explained]
    rest = (Fault(tuple(each["loc"]), "", "") for each in told[_MOST_TOLD:])
    return (*(_fault(model, each) for each in told[:_MOST_TOLD]), *rest)


def _is_of_repeated(error: Any) -> bool:  # noqa: ANN401
    """Whether an error is about the value of a repeated key, when the key itself is complained of already."""
    return error["type"] != "extra_forbidden" and any(
        str(step).startswith(REPEATED) for step in error["loc"][-1:]
    )


def _fault(model: type[BaseModel], error: Any) -> Fault:  # noqa: ANN401 - pydantic's ErrorDetails
    path: Steps = tuple(error["loc"])
    say = _SAYINGS.get(error["type"], _say_kind if error["type"] in _KINDS else _say_plainly)
    is_key = error["type"] == "extra_forbidden" or path[-1:] == ("[key]",)
    what, remedy = say(model, error)
    return Fault(path[:-1] if path[-1:] == ("[key]",) else path, what, remedy, is_key)


def _say_unknown(model: type[BaseModel], error: Any) -> tuple[str, str]:  # noqa: ANN401
    *parent, name = error["loc"]
    if str(name).startswith(REPEATED):
        return (
            f"the field {quoted(str(name).removeprefix(REPEATED))} stands here twice",
            "Keep one of the two",
        )
    known = _fields(model, parent)
    remedy = did_you_mean(str(name), known, f"Known are: {', '.join(sorted(known))}")
    return f"unknown field {quoted(name)}", remedy


def _say_missing(_model: type[BaseModel], error: Any) -> tuple[str, str]:  # noqa: ANN401
    name = error["loc"][-1]
    return f'the field "{name}" is missing', f'Add "{name}: …" to this record'


def _say_choice(_model: type[BaseModel], error: Any) -> tuple[str, str]:  # noqa: ANN401
    choices = [word.strip(" '") for word in error["ctx"]["expected"].replace(" or ", ",").split(",")]
    remedy = did_you_mean(str(error["input"]), choices, f"Write one of: {', '.join(choices)}")
    return f"{_value(error)} is no choice for {_field(error)}", remedy


def _say_kind(_model: type[BaseModel], error: Any) -> tuple[str, str]:  # noqa: ANN401
    wanted, remedy = _KINDS[error["type"]]
    if error["input"] is None:
        return f"{_field(error)} is empty", f"Write {wanted}, or remove the field"
    return f"{_field(error)} must be {wanted}, not {_value(error)}", remedy


def _say_short(_model: type[BaseModel], error: Any) -> tuple[str, str]:  # noqa: ANN401
    if error["loc"][-1] == "sources":
        return "no source is named", "Name at least one source from sources.yaml"
    remedy = "Write at least one entry" if error["type"] == "too_short" else "Write it, or remove the field"
    return f"{_field(error)} is empty", remedy


def _say_id(_model: type[BaseModel], error: Any) -> tuple[str, str]:  # noqa: ANN401
    name, pattern = str(error["input"]), error["ctx"]["pattern"]
    if name.startswith(REPEATED):
        return f"{quoted(name.removeprefix(REPEATED))} stands here twice", "Keep one of the two"
    if pattern.endswith("svg$"):
        return f"{_value(error)} is not an SVG file", "Name a file that ends in .svg"
    if pattern == FOUNDING:
        return f"{_value(error)} is no item of the founding documents", "Write it as S1-05 or S3-38b"
    letters = "letters" if "A-Z" in pattern else "small letters"
    return (
        f"{_value(error)} cannot be an id",
        f"Use {letters}, digits and underscores, beginning with a letter",
    )


def _say_bound(_model: type[BaseModel], error: Any) -> tuple[str, str]:  # noqa: ANN401
    sign, words = _BOUNDS[error["type"]]
    bound = f"{error['ctx'][sign]:g}"
    return f"{_field(error)} must be {words.format(bound)}, not {error['input']}", "Correct it"


def _say_long(_model: type[BaseModel], error: Any) -> tuple[str, str]:  # noqa: ANN401
    most, given = error["ctx"]["max_length"], len(error["input"])
    return f"{_field(error)} has {given} letters; {most} is the most", "Shorten it"


def _say_own(_model: type[BaseModel], error: Any) -> tuple[str, str]:  # noqa: ANN401
    return error["msg"], error["ctx"]["remedy"]


def _say_plainly(_model: type[BaseModel], error: Any) -> tuple[str, str]:  # noqa: ANN401
    return f"{_field(error)} {_value(error)} is not right: {error['msg']}", "Correct it"


_SAYINGS: dict[str, Callable[[type[BaseModel], Any], tuple[str, str]]] = {
    "extra_forbidden": _say_unknown,
    "missing": _say_missing,
    "enum": _say_choice,
    "literal_error": _say_choice,
    "too_short": _say_short,
    "string_too_short": _say_short,
    "string_too_long": _say_long,
    **dict.fromkeys(_BOUNDS, _say_bound),
    "string_pattern_mismatch": _say_id,
    "text": _say_own,
}


def _field(error: Any) -> str:  # noqa: ANN401
    names = [step for step in error["loc"] if isinstance(step, str) and step != "[key]"]
    return f'"{names[-1]}"' if names else "the file"


def _value(error: Any) -> str:  # noqa: ANN401
    value = error["input"]
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bool):
        return str(value).lower()
    return {list: "a list", dict: "a mapping", type(None): "nothing"}.get(type(value), f"the number {value}")


def _meant(model: type[BaseModel], error: Any) -> Steps:  # noqa: ANN401
    """Return the path of the field that an unknown one was probably meant to be."""
    *parent, name = error["loc"]
    return (*parent, nearest(str(name), _fields(model, parent)) or "")


def _fields(model: type[BaseModel], path: Iterable[str | int]) -> set[str]:
    """Return the fields of the record that a path leads to."""
    schema = _schema(model)
    here = [schema]
    for step in path:
        here = [below for each in here for below in _below(_resolved(schema, each), step)]
    return {name for each in here for name in _union_fields(schema, each)}


def _union_fields(schema: dict[str, Any], node: dict[str, Any]) -> set[str]:
    node = _resolved(schema, node)
    inner = (name for each in node.get("anyOf", ()) for name in _union_fields(schema, each))
    return {*node.get("properties", ()), *inner}


def _below(node: dict[str, Any], step: str | int) -> Iterator[dict[str, Any]]:
    if isinstance(step, int):
        yield from (node["items"],) if "items" in node else ()
    elif step in node.get("properties", ()):
        yield node["properties"][step]
    else:
        yield from node.get("patternProperties", {}).values()


def _resolved(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    reference = node.get("$ref", "").rpartition("/")[2]
    return schema["$defs"][reference] if reference else node


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()
