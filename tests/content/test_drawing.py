import time

import pytest

from bodymap.anatomy.plate import read_shape
from bodymap.content.drawing import read_drawing

_SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_HEAD = f'<svg {_SPACES} viewBox="0 0 1000 1300"'


def svg(inside: str, attributes: str = "") -> bytes:
    return f"{_HEAD} {attributes}>\n{inside}\n</svg>".encode()


def told(content: bytes) -> list[str]:
    return [f"{fault.line}: {fault.what}" for fault in read_drawing(content).faults]


def test_a_plain_drawing_has_no_faults_and_names_its_shapes():
    drawing = read_drawing(
        svg('<g id="muscle-temporalis-right"><path id="gloss" d="M 0 0 L 9 9 Z" fill="#aabbcc"/></g>')
    )
    assert drawing.faults == ()
    assert drawing.shapes == {read_shape("muscle-temporalis-right"): 2}


@pytest.mark.parametrize(
    "inside",
    [
        '<g transform="translate(1 2)"><path d="m0,0l1-2e-3z" fill="none" stroke="#000000"/></g>',
        '<radialGradient id="a"><stop offset="0" stop-color="#ffffff"/></radialGradient><g fill="url(#a)"/>',
        '<linearGradient id="b" xlink:href="#a"/><linearGradient id="a"/>',
        '<metadata xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:RDF r:about="x"/></metadata>',
        '<s:namedview xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" id="n" s:zoom="2"/>',
        "<!-- a comment --><title>T</title><desc>D</desc>",
        '<path d="M0 0" data-order="3" aria-label="x" class="muscle"/>',
    ],
)
def test_what_editors_write_is_tolerated(inside: str):
    assert told(svg(inside)) == []


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<script/>", "2: the drawing holds <script>"),
        ("<foreignObject/>", "2: the drawing holds <foreignObject>"),
        ("<text>hello</text>", "2: the drawing holds <text>"),
        ("<rect/>", "2: the drawing holds <rect>"),
        ('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>', "2: the drawing holds <script>"),
        ('<metadata><x:a xmlns:x="http://example.org/"/></metadata>', "2: the drawing holds <a>"),
        ('<path d="M0 0" onload="x()"/>', '2: <path> has the attribute "onload"'),
        ('<path d="M0 0" style="fill:red"/>', '2: <path> has the attribute "style"'),
        ('<path d="M0 0" clip-path="url(#x)"/>', '2: <path> has the attribute "clip-path"'),
        (
            '<path d="M0 0" fill="rgba(0,0,0,.5)"/>',
            '2: fill "rgba(0,0,0,.5)" is not drawn rightly everywhere',
        ),
        (
            '<path d="M0 0" fill="url(http://x/y#z)"/>',
            '2: fill "url(http://x/y#z)" is not drawn rightly everywhere',
        ),
        ('<path d="M0 0" fill="url(#gone)"/>', '2: nothing in the drawing is called "gone"'),
        ('<path d="0 0 L 1 1"/>', '2: the path "0 0 L 1 1" cannot be drawn'),
        (
            '<linearGradient xlink:href="file:///etc/passwd"/>',
            '2: the drawing points outside: "file:///etc/passwd"',
        ),
        ('<linearGradient id="a"/><linearGradient href="#a"/>', "2: href is written without xlink:"),
        ('<g id="a"/>\n<g id="a"/>', '3: the id "a" stands already in line 2'),
        ('<path d="M0 0" id="region-temple-rigth"/>', '2: the id "region-temple-rigth" names no side'),
        ("<g>", "3: the drawing is not well-formed: mismatched tag"),
        ("<?php x?>", "2: the drawing holds a processing instruction"),
    ],
)
def test_what_lies_outside_the_drawing_profile_is_told_with_its_line(inside: str, what: str):
    assert told(svg(inside)) == [what]


def test_a_fault_that_repeats_itself_is_told_once():
    (fault,) = read_drawing(svg('<path d="M0 0" style="a"/>' * 40)).faults
    assert fault.what == '<path> has the attribute "style" (and 39 more like it)'


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "1: the drawing is not well-formed: no element found"),
        (b"not xml", "1: the drawing is not well-formed: syntax error"),
        (b"<html/>", "1: the file is not an SVG drawing"),
        (b"<svg/>", "1: the file is not an SVG drawing"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "1: the drawing has no viewBox"),
        (
            b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
            '1: the drawing\'s viewBox is "0 0 9 9"',
        ),
        (svg("").decode().encode("utf-16"), "1: the text is not UTF-8"),
        (b'<!DOCTYPE svg SYSTEM "http://example.org/x.dtd"><svg/>', "1: the drawing holds a DOCTYPE"),
    ],
)
def test_what_is_no_drawing_is_refused(content: bytes, what: str):
    assert told(content) == [what]


def test_a_billion_laughs_are_refused_before_the_first():
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    laughs = f'<!DOCTYPE svg [<!ENTITY l0 "ha">{entities}]>{_HEAD}>&l9;</svg>'.encode()
    start = time.perf_counter()
    assert told(laughs) == ["1: the drawing holds a DOCTYPE"]
    assert time.perf_counter() - start < 0.5


def test_a_deep_drawing_exhausts_no_stack():
    assert told(svg("<g>" * 50_000)) == ["2: the drawing holds groups nested too deep"]
