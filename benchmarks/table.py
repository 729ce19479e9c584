"""Figures beside their aims, as one table."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Figure:
    """One thing that was measured; an aim is the most that it should be."""

    subject: str
    value: float
    unit: str
    aim: float | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """Whether the aim is met."""
        if self.aim is None:
            return ""
        return "met" if self.value <= self.aim else "MISSED"


def middle(values: Sequence[float]) -> float:
    """Return the median."""
    return median(values)


def spread(values: Sequence[float]) -> str:
    """Return the tenth and the ninetieth hundredth, by which runs are to be trusted."""
    if len(values) == 1:
        return "n=1"
    tenths = quantiles(values, n=10, method="inclusive")
    return f"{tenths[0]:.0f}–{tenths[-1]:.0f}, n={len(values)}"


def hundredth(values: Sequence[float], number: int) -> float:
    """Return a percentile."""
    return quantiles(values, n=100, method="inclusive")[number - 1] if len(values) > 1 else values[0]


def write(figures: Sequence[Figure]) -> str:
    """Write the table."""
    rows = [("what", "measured", "aim", "", "")]
    for figure in figures:
        aim = "" if figure.aim is None else f"<= {figure.aim:g} {figure.unit}"
        measured = (
            f"{figure.value:.2f} {figure.unit}" if figure.value < 100 else f"{figure.value:.0f} {figure.unit}"
        )
        rows.append((figure.subject, measured, aim, figure.verdict, figure.note))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = []
    for row in rows:
        cells = (
            row[0].ljust(widths[0]),
            row[1].rjust(widths[1]),
            row[2].ljust(widths[2]),
            row[3].ljust(widths[3]),
        )
        lines.append("  ".join((*cells, row[4])).rstrip())
    lines.insert(1, "-" * max(map(len, lines)))
    return "\n".join(lines)


def plain(figures: Sequence[Figure]) -> list[dict[str, object]]:
    """Return the figures as JSON takes them."""
    return [{**asdict(figure), "verdict": figure.verdict} for figure in figures]
