"""The form of a saved file: what is read, and why all else is refused."""

import json

import pytest

from bodymap.interchange.form import MOST_BYTES, Saved, read, write
from bodymap.interchange.refusal import RefusedError

SAVED = Saved(
    {"pains": [{"region": "temple", "side": "right"}], "note": "Zoë ✓"}, {"plate": "side"}, "p", "c", "d"
)
WHOLE = write(SAVED)


def changed(**more):
    return json.dumps({**json.loads(WHOLE), **more}).encode()


def test_what_is_written_is_read():
    assert read(WHOLE) == SAVED


def test_it_says_what_it_is_and_reads_well():
    text = WHOLE.decode("utf-8")
    assert text.startswith('{\n  "format": "bodymap",\n  "version": 1,\n')
    assert "Zoë ✓" in text
    assert text.endswith("}\n")


def test_an_editor_may_have_put_its_mark_in_front():
    assert read(b"\xef\xbb\xbf" + WHOLE) == SAVED


def test_what_is_missing_is_empty():
    assert read(b'{"format": "bodymap", "version": 1}') == Saved({}, {})


def test_strange_names_are_told():
    assert read(changed(zebra=1, apple=2)).unknown == ("apple", "zebra")


REFUSED = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t ", "empty"),
    "no json": (b"temple, right\n", "Line 1 is broken at letter 1"),
    "broken in a line": (b'{\n  "format": "bodymap",\n  "version" 1}\n', "Line 3 is broken at letter 13"),
    "cut off": (WHOLE[: len(WHOLE) // 2], "ends too early, in line"),
    "cut off in a word": (WHOLE[: WHOLE.index(b"temple") + 3], "ends too early, in line 10"),
    "two of them": (WHOLE + WHOLE, "is broken"),
    "a list": (b"[1, 2]", "not a Bodymap file"),
    "a number": (b"7", "not a Bodymap file"),
    "nothing": (b"null", "not a Bodymap file"),
    "other json": (b'{"name": "other", "version": 1}', "not a Bodymap file"),
    "another format": (changed(format="bodymap2"), "not a Bodymap file"),
    "newer": (changed(version=2), "newer Bodymap made it: its form is version 2, this one reads up to 1"),
    "no version": (changed(version=None), "“version” must be a whole number"),
    "version in words": (changed(version="1"), "“version” must be a whole number"),
    "version true": (changed(version=True), "“version” must be a whole number"),
    "version nought": (changed(version=0), "“version” must be a whole number"),
    "version with a point": (changed(version=1.0), "“version” must be a whole number"),
    "told as a list": (changed(told=[]), "“told” must be an object"),
    "view as text": (changed(view="side"), "“view” must be an object"),
    "program as a number": (changed(program=3), "“program” must be text"),
    "zero bytes": (WHOLE[:40] + b"\0\0" + WHOLE[40:], "zero byte in line 3"),
    "only zeros": (bytes(4096), "zero byte in line 1"),
    "latin-1": (WHOLE.decode().encode("latin-1", "ignore"), "not text in UTF-8: byte"),
    "utf-16": (WHOLE.decode().encode("utf-16"), "not text in UTF-8: byte 1"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(20), "not text in UTF-8: byte 1"),
    "no number": (b'{"format": "bodymap", "version": NaN}', "“NaN”, which is no number"),
    "endless": (b'{"format": "bodymap", "version": -Infinity}', "“-Infinity”, which is no number"),
    "said twice": (
        b'{"format": "bodymap", "version": 1, "told": {"signs": [], "signs": []}}',
        "“signs” twice",
    ),
    "half a letter": (b'{"format": "bodymap", "version": 1, "program": "\\ud83d"}', "a letter or a number"),
    "a huge number": (b'{"format": "bodymap", "version": ' + b"9" * 5000 + b"}", "a letter or a number"),
    "deep": (b"[" * 200_000 + b"]" * 200_000, "nested too deep"),
    "deep and cut off": (b'{"a":' * 100_000, "nested too deep"),
    "too large": (b" " * MOST_BYTES + WHOLE, "larger than 1 MB"),
}


@pytest.mark.parametrize(("content", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_none_is_refused_with_one_reason_and_a_remedy(content, why):
    with pytest.raises(RefusedError) as refused:
        read(content)
    assert why in refused.value.why
    assert refused.value.why.endswith(".")
    assert refused.value.remedy.endswith(".")
    assert "\n" not in str(refused.value)


def test_no_part_of_a_file_is_enough():
    for length in range(len(WHOLE) - 2):
        with pytest.raises(RefusedError):
            read(WHOLE[:length])
