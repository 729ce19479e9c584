"""Cuts parts out of the text of a drawing, which takes far less than to read all of it."""

import re
from collections.abc import Iterable, Iterator

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
        start, end = self._span(name)
        return self._head + self._svg[start:end] + b"</svg>" if end else None

    def opened(self, hidden: Iterable[str], clear: Iterable[str], opacity: str) -> bytes | None:
        """Return the drawing without some groups and with others see-through, or nothing likewise."""
        changes = [(*self._span(name), b"") for name in hidden]
        for name in clear:
            start, end = self._span(name)
            if b" opacity=" in self._svg[start : self._svg.find(b">", start)]:
                return None
            changes.append((start + 2, start + 2 if end else 0, f' opacity="{opacity}"'.encode()))
        if not all(end for _, end, _ in changes):
            return None
        parts, last = [], 0
        for start, end, instead in sorted(changes):
            parts += [self._svg[last:start], instead]
            last = end
        return b"".join([*parts, self._svg[last:]])

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
