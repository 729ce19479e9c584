"""Checks a drawing: plain SVG of paths, groups and gradients, with every id once."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from bodymap.anatomy.plate import PAGE_HEIGHT, PAGE_WIDTH, Kind, Shape, read_shape
from bodymap.content.problem import Problem, Refused, quoted
from bodymap.content.reading import decode

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_EDITORS = (
    "http://www.inkscape.org/namespaces/inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
)
_METADATA = (
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://purl.org/dc/",
)
_XML = "http://www.w3.org/XML/1998/namespace"
_ELEMENTS = {
    "svg",
    "g",
    "path",
    "defs",
    "linearGradient",
    "radialGradient",
    "stop",
    "title",
    "desc",
    "metadata",
}
_PAINTS = {"fill", "stroke", "stop-color", "color"}
_ATTRIBUTES = _PAINTS | {
    *(
        "id",
        "class",
        "d",
        "transform",
        "display",
        "visibility",
        "opacity",
        "fill-opacity",
        "fill-rule",
        "role",
    ),
    *("stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit"),
    *(
        "stroke-dasharray",
        "stroke-dashoffset",
        "vector-effect",
        "lang",
        "version",
        "viewBox",
        "width",
        "height",
    ),
    *("preserveAspectRatio", "gradientUnits", "gradientTransform", "spreadMethod", "x1", "y1", "x2", "y2"),
    *("cx", "cy", "r", "fx", "fy", "fr", "offset", "stop-opacity"),
}
_PAINT = re.compile(r"#[0-9a-fA-F]{6}$|none$|url\(#[^()\s]+\)$")
_PATH = re.compile(r"\s*[Mm][MmLlHhVvCcSsQqTtAaZz0-9eE+\-.,\s]*$")
_DEEPEST = 60
_FRAME = f"0 0 {PAGE_WIDTH} {PAGE_HEIGHT}"
_SHAPELIKE = tuple(f"{kind}-" for kind in Kind)
_REMEDIES = {
    "script": "Remove it; drawings never run code",
    "style": "Write presentation attributes instead, such as fill=",
    "text": "Remove it; the program writes the names itself",
    "use": "Draw the shape out as a path",
    "clipPath": "Cut the path itself",
    "image": "Draw it as paths",
}
_ELEMENT_REMEDY = "A drawing holds only g, path, gradients, title and desc"


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a drawing shows: each shape with its line, and what is wrong with it."""

    shapes: Mapping[Shape, int]
    faults: tuple[Refused, ...]

    def problems(self, file: str) -> tuple[Problem, ...]:
        """Return the faults as problems of a file."""
        return tuple(fault.in_file(file) for fault in self.faults)


def read_drawing(content: bytes) -> Drawing:
    """Check a drawing's bytes; what is dangerous stops the reading at once."""
    reader = _Reader()
    try:
        decode(content)
        reader.parse(content)
    except Refused as refusal:
        return Drawing({}, (refusal,))
    except expat.ExpatError as error:
        what = f"the drawing is not well-formed: {expat.ErrorString(error.code)}"
        return Drawing({}, (Refused(what, "Save it again as plain SVG", error.lineno, error.offset + 1),))
    return Drawing(reader.shapes, reader.finish())


class _Reader:
    """Walks through a drawing and notes its ids and faults."""

    def __init__(self) -> None:
        self.shapes: dict[Shape, int] = {}
        self._lines: dict[str, int] = {}
        self._links: list[tuple[str, int]] = []
        self._faults: list[tuple[str, Refused]] = []
        self._open: list[str] = []
        self._expat = expat.ParserCreate("utf-8", " ")
        self._expat.buffer_text = True
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.StartDoctypeDeclHandler = self._refuse(
            "a DOCTYPE", "Remove the line; it could load or unfold"
        )
        self._expat.EntityDeclHandler = self._refuse("an entity", "Remove it")
        self._expat.ProcessingInstructionHandler = self._refuse("a processing instruction", "Remove it")

    def parse(self, content: bytes) -> None:
        self._expat.Parse(content, True)  # noqa: FBT003 - expat takes no keywords

    def finish(self) -> tuple[Refused, ...]:
        """Return one fault of each sort, saying how many more like it there are."""
        for name, line in self._links:
            if name not in self._lines:
                self._note(
                    "link", f"nothing in the drawing is called {quoted(name)}", "Correct the name", line
                )
        counts = Counter(sort for sort, _ in self._faults)
        first = dict(reversed(self._faults))
        return tuple(_with_count(first[sort], counts[sort] - 1) for sort in counts)

    def _refuse(self, what: str, remedy: str) -> Callable[..., None]:
        def stop(*_ignored: object) -> None:
            raise Refused(f"the drawing holds {what}", remedy, self._expat.CurrentLineNumber, 1)

        return stop

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if not self._open:
            self._check_root(space, local, attributes)
        if len(self._open) > _DEEPEST:
            self._refuse("groups nested too deep", "Dissolve some of them")()
        self._open.append(local if space == _SVG else "")
        inside_metadata = "metadata" in self._open
        if space in _EDITORS or (inside_metadata and space.startswith(_METADATA)):
            return
        if space != _SVG or local not in _ELEMENTS:
            remedy = _REMEDIES.get(local, _ELEMENT_REMEDY)
            self._note(f"<{local}>", f"the drawing holds <{local}>", remedy)
            return
        for key, value in attributes.items():
            self._check_attribute(key, value, local)
        self._take_id(attributes.get("id"), local)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _check_root(self, space: str, local: str, attributes: dict[str, str]) -> None:
        if (space, local) != (_SVG, "svg"):
            raise Refused(
                "the file is not an SVG drawing", "Save it as plain SVG", self._expat.CurrentLineNumber, 1
            )
        frame = attributes.get("viewBox")
        if frame is None:
            self._note("viewBox", "the drawing has no viewBox", f'Add viewBox="{_FRAME}" to <svg>')
        elif frame.replace(",", " ").split() != _FRAME.split():
            what = f"the drawing's viewBox is {quoted(frame)}"
            self._note("viewBox", what, f'Draw in the frame of all plates: viewBox="{_FRAME}"')

    def _check_attribute(self, key: str, value: str, element: str) -> None:
        space, _, local = key.rpartition(" ")
        if space in _EDITORS or space == _XML or (not space and local.startswith(("data-", "aria-"))):
            return
        if local == "href":
            self._check_link(space, value)
        elif space or local not in _ATTRIBUTES:
            remedy = (
                "Remove it; drawings never run code"
                if local.startswith("on")
                else _REMEDIES.get(local, "Remove it")
            )
            self._note(f"@{local}", f"<{element}> has the attribute {quoted(local)}", remedy)
        elif local in _PAINTS:
            self._check_paint(local, value)
        elif local == "d" and not _PATH.match(value):
            self._note(
                "d",
                f"the path {quoted(value)} cannot be drawn",
                "Let it begin with M and hold only path commands",
            )

    def _check_link(self, space: str, value: str) -> None:
        if not value.startswith("#"):
            self._note(
                "outside", f"the drawing points outside: {quoted(value)}", "Remove it; a drawing stands alone"
            )
        elif space != _XLINK:
            self._note(
                "href", "href is written without xlink:", "Write xlink:href; without it nothing is drawn"
            )
        else:
            self._links.append((value[1:], self._expat.CurrentLineNumber))

    def _check_paint(self, key: str, value: str) -> None:
        if not _PAINT.match(value.strip()):
            remedy = "Write #rrggbb, none or url(#gradient), and transparency as fill-opacity"
            self._note("paint", f"{key} {quoted(value)} is not drawn rightly everywhere", remedy)
        elif value.strip().startswith("url("):
            self._links.append((value.strip()[5:-1], self._expat.CurrentLineNumber))

    def _take_id(self, name: str | None, element: str) -> None:
        if name is None:
            return
        line = self._expat.CurrentLineNumber
        if name in self._lines:
            what = f"the id {quoted(name)} stands already in line {self._lines[name]}"
            self._note(f"twice {name}", what, "Give every shape its own id")
            return
        self._lines[name] = line
        if element not in {"g", "path"}:
            return
        shape = read_shape(name)
        if shape:
            self.shapes[shape] = line
        elif name.startswith(_SHAPELIKE):
            remedy = "Write KIND-NAME-SIDE, such as region-temple-right"
            self._note(f"id {name}", f"the id {quoted(name)} names no side", remedy)

    def _note(self, sort: str, what: str, remedy: str, line: int | None = None) -> None:
        here = self._expat.CurrentLineNumber if line is None else line
        column = self._expat.CurrentColumnNumber + 1 if line is None else 1
        self._faults.append((sort, Refused(what, remedy, here, column)))


def _with_count(fault: Refused, more: int) -> Refused:
    what = f"{fault.what} (and {more} more like it)" if more else fault.what
    return Refused(what, fault.remedy, fault.line, fault.column)
