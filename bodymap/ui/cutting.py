"""Cuts parts out of the text of a drawing, which takes far less than to read all of it."""

import re
from collections.abc import Iterable, Iterator, Mapping

_ROOT = re.compile(rb"<svg\b[^>]*>")
_GROUPS = re.compile(rb"<g\b[^>]*?(/?)>|(</g>)")
_COMMENT = b"<!--"
HIDDEN = b' display="none"'


class Cutter:
    """Cuts groups and paths out of one drawing, each with the colours that all of them share."""

    def __init__(self, svg: bytes) -> None:
        root = _ROOT.search(svg)
        self._svg = svg
        self._is_plain = root is not None and _COMMENT not in svg
        self._head = root.group() + b"".join(_definitions(svg)) if root else b""

    def cut(self, name: str) -> bytes | None:
        """Return a drawing of one group or path alone; nothing when the text is not plain enough for that."""
        start, end = self._span(name)
        return self._head + self._svg[start:end] + b"</svg>" if end else None

    def holds(self, name: str) -> bool:
        """Whether the drawing has a group or path of this name."""
        return f' id="{name}"'.encode() in self._svg

    def opened(self, hidden: Iterable[str], clear: Mapping[str, str], shown: Iterable[str]) -> bytes | None:
        """Return the drawing without some groups, others see-through, hidden ones shown; or nothing.

        ``clear`` says how opaque a group is to be. Groups that the drawing does not have are passed over.
        """
        changes = [(*self._span(name), b"") for name in hidden if self.holds(name)]
        for name, opacity in clear.items():
            if self.holds(name):
                changes.append(self._added(name, f' opacity="{opacity}"'.encode()))
        changes += [self._unhidden(name) for name in shown if self.holds(name)]
        if not all(end for _, end, _ in changes):
            return None
        parts, last = [], 0
        for start, end, instead in sorted(changes):
            parts += [self._svg[last:start], instead]
            last = end
        return b"".join([*parts, self._svg[last:]])

    def _added(self, name: str, attribute: bytes) -> tuple[int, int, bytes]:
        """Return the change that gives a group an attribute; none can be told where it has that already."""
        start, end = self._span(name)
        has_it = attribute.partition(b"=")[0] + b"=" in self._svg[start : self._svg.find(b">", start)]
        return start + 2, 0 if has_it or not end else start + 2, attribute

    def _unhidden(self, name: str) -> tuple[int, int, bytes]:
        """Return the change that shows a group which is hidden in the file."""
        start, end = self._span(name)
        at = self._svg.find(HIDDEN, start, self._svg.find(b">", start)) if end else -1
        return (at, at + len(HIDDEN), b"") if at >= 0 else (start, start if end else 0, b"")

    def _span(self, name: str) -> tuple[int, int]:
        """Return where a group or path begins and ends; it ends at 0 when that cannot be told."""
        here = self._svg.find(f' id="{name}"'.encode()) if self._is_plain else -1
        start = self._svg.rfind(b"<", 0, here) if here >= 0 else -1
        return start, _end_of(self._svg, start) if start >= 0 else 0


def _definitions(svg: bytes) -> Iterator[bytes]:
    start = svg.find(b"<defs")
    while start >= 0:
        end = svg.find(b"</defs>", start)
        if end < 0:
            return
        yield svg[start : end + len(b"</defs>")]
        start = svg.find(b"<defs", end)


def _end_of(svg: bytes, start: int) -> int:
    """Return where an element ends, or nothing when it is neither a group nor a path without parts."""
    close = svg.find(b">", start) + 1
    if svg[close - 2 : close] == b"/>":
        return close
    if not svg.startswith((b"<g ", b"<g\n"), start):
        return 0
    depth = 0
    for found in _GROUPS.finditer(svg, start):
        if found.group(1):
            continue
        depth += -1 if found.group(2) else 1
        if depth == 0:
            return found.end()
    return 0
