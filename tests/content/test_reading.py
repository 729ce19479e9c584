import re

import pytest

from bodymap.content.problem import Refused
from bodymap.content.reading import REPEATED, decode, read_document


def read(text: str, is_pure: bool = False) -> dict:
    return read_document("a.yaml", text.encode(), is_pure=is_pure).data


@pytest.mark.parametrize("is_pure", [False, True], ids=["libyaml", "pure"])
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("1:30", "1:30"),
        ("2024-01-31", "2024-01-31"),
        ("1_000", "1_000"),
        ("007", "007"),
        ("0x1F", "0x1F"),
        (".inf", ".inf"),
        ("1.2.3", "1.2.3"),
        ("9" * 5000, "9" * 5000),
        ("12", 12),
        ("-3", -3),
        ("1.0", 1.0),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'null'", "null"),
        ("R&D, Travell & Simons", "R&D, Travell & Simons"),
    ],
)
def test_a_scalar_means_what_a_reader_thinks(written: str, meant: object, is_pure: bool):
    value = read(f"a: {written}\n", is_pure)["a"]
    assert value == meant
    assert type(value) is type(meant)


@pytest.mark.parametrize("is_pure", [False, True], ids=["libyaml", "pure"])
@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: 1\nb: [1, 2\n", 2, "the YAML cannot be read"),
        ("a: 1\nb: !!python/object/apply:os.system [ls]\n", 2, "python/object/apply:os.system"),
        ("a: 1\nb: !mine x\n", 2, 'the tag "!mine"'),
        ("a: 1\nb: !!binary aGk=\n", 2, "binary"),
        ("a: 1\nb: !!timestamp 2001-01-01\n", 2, "timestamp"),
        ("a: &x [1]\nb: *x\n", 2, 'aliases such as "*x"'),
        ("a: &x [*x]\n", 1, 'aliases such as "*x"'),
        ("a: 1\n---\nb: 2\n", 2, "another document"),
        ("a: 1\n? [b]\n: 2\n", 2, "unhashable"),
        ("", 1, "the file is empty"),
        ("- a\n", 1, "the file must hold fields"),
        ("a: " + "[" * 200_000, 1, "nested too deep"),
        ("a: 1\nb: \x00\n", 2, "control character"),
    ],
)
def test_what_is_refused_says_where(text: str, line: int, what: str, is_pure: bool):
    with pytest.raises(Refused, match=re.escape(what)) as refused:
        read(text, is_pure)
    assert refused.value.line == line


def test_an_endless_list_is_refused_before_it_is_built():
    with pytest.raises(Refused, match="too many entries"):
        read("a: [" + "x," * 150_000 + "]")


def test_an_anchor_that_nothing_uses_is_harmless():
    assert read("a: &x 1\n") == {"a": 1}


@pytest.mark.parametrize("is_pure", [False, True], ids=["libyaml", "pure"])
def test_a_key_that_stands_twice_is_not_swallowed(is_pure: bool):
    assert read("a: 1\nb: 2\na: 3\n", is_pure) == {"a": 3, "b": 2, f"{REPEATED}a": None}


@pytest.mark.parametrize("is_pure", [False, True], ids=["libyaml", "pure"])
def test_every_key_is_text(is_pure: bool):
    assert read("1: a\nnull: b\ntrue: c\n1.0: {no: d}\n", is_pure) == {
        "1": "a",
        "null": "b",
        "true": "c",
        "1.0": {"no": "d"},
    }


def test_bytes_that_are_not_utf_8_are_refused_with_their_line():
    with pytest.raises(Refused, match="not UTF-8") as refused:
        decode("a: 1\nb: für\n".encode("latin-1"))
    assert (refused.value.line, refused.value.column) == (2, 5)


def test_a_byte_order_mark_does_no_harm():
    assert read_document("a.yaml", b"\xef\xbb\xbfa: 1\n").data == {"a": 1}


@pytest.mark.parametrize(
    ("path", "is_key", "spot"),
    [
        (("list", 1, "name"), False, (5, 11)),
        (("list", 1, "name"), True, (5, 5)),
        (("list", 1, "missing"), False, (4, 5)),
        (("list", 7), False, (3, 3)),
        (("map",), True, (6, 1)),
        ((f"{REPEATED}map",), True, (6, 1)),
        ((), False, (2, 1)),
    ],
)
def test_a_path_leads_to_line_and_column(path: tuple, is_key: bool, spot: tuple):
    text = "# a comment\nlist:\n  - x: 1\n  - y: 2\n    name: it\nmap: {a: b}\n"
    assert read_document("a.yaml", text.encode()).find(path, is_key=is_key) == spot
