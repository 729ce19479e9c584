"""The zones of compared muscles as outlines, for pictures that any viewer opens."""

from collections.abc import Callable

from PySide6.QtGui import QPainterPath

from bodymap.inquiry.tones import COMPARED, Tone
from bodymap.ui.compared import ANGLES, DENSE, FAINT, LOOSE, STEP, Weave, colours_of, hatch_lines
from bodymap.ui.overlay import line_along
from bodymap.ui.theme import Tokens


def lay_compared(
    draw: Callable[..., None], paths: Callable[[Tone], list[QPainterPath]], tokens: Tokens
) -> None:
    """Lay the zones of compared muscles down, each with its own hatch, colour and line."""
    for number, ((_, essential, spillover), colour) in enumerate(
        zip(COMPARED, colours_of(tokens), strict=True)
    ):
        for tone, weave in ((spillover, LOOSE), (essential, DENSE)):
            for path in paths(tone):
                if weave is DENSE:
                    draw(path, fill=colour, fill_opacity=f"{FAINT:g}")
                draw(hatched(path, ANGLES[number], weave), fill=colour)
                inner = path.subtracted(line_along(path, 2 * STEP * number)) if number else path
                dash = {"stroke_dasharray": "6 4"} if weave.dashes else {}
                draw(inner, fill="none", stroke=colour, stroke_width=f"{weave.edge:g}", **dash)


def hatched(path: QPainterPath, angle: float, weave: Weave) -> QPainterPath:
    """Return the lines of a hatch within a shape, cut out as paths: not every viewer knows patterns."""
    lines = QPainterPath()
    for line in hatch_lines(path.boundingRect(), angle, weave.gap):
        lines.moveTo(line.p1())
        lines.lineTo(line.p2())
    return line_along(lines, weave.line).intersected(path)
