"""Cuts one shape out of the text of a drawing, which takes far less time than to read all of it."""

import re
from collections.abc import Iterator

_ROOT = re.compile(rb"<svg\b[^>]*>")
_GROUPS = re.compile(rb"<g\b[^>]*?(/?)>|(</g>)")
_COMMENT = b"<!--"


class Cutter:
    """Cuts groups and paths out of one drawing, each with the colours that all of them share."""

    def __init__(self, svg: bytes) -> None:
        root = _ROOT.search(svg)
        self._svg = svg
        self._is_plain = root is not None and _COMMENT not in svg
        self._head = root.group() + b"".join(_definitions(svg)) if root else b""

    def cut(self, name: str) -> bytes | None:
        """Return a drawing of one group or path alone; nothing when the text is not plain enough for that."""
        here = self._svg.find(f' id="{name}"'.encode()) if self._is_plain else -1
        start = self._svg.rfind(b"<", 0, here) if here >= 0 else -1
        end = _end_of(self._svg, start) if start >= 0 else 0
        return self._head + self._svg[start:end] + b"</svg>" if end else None


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
