"""Sums up how hard the plain texts of a pack are to read; it speaks to the authors of packs."""

from collections.abc import Sequence

from bodymap.content.readability import AIM_GRADE, AIM_WORDS, Reading


def sum_up_reading(readings: Sequence[Reading], *, is_full: bool = False) -> str:
    """Say how hard the plain texts of a pack are to read; in full, name each that goes beyond the aim."""
    if not readings:
        return "plain texts: none"
    hard = sum(reading.grade > AIM_GRADE for reading in readings)
    long = sum(reading.longest >= AIM_WORDS for reading in readings)
    middle, most = (readings[len(readings) // part].grade for part in (2, 10))
    lines = [
        f"plain texts: {len(readings)}; school grade {middle:.1f} in the middle, "
        f"{most:.1f} or less in nine of ten, {readings[0].grade:.1f} at most",
        f"beyond the aim: {hard} above grade {AIM_GRADE:.0f}, "
        f"{long} with a sentence of {AIM_WORDS} words or more",
    ]
    if is_full:
        lines += [
            f"{reading.place}: grade {reading.grade:.1f}, a sentence of {reading.longest}: {reading.text}"
            for reading in readings
            if not reading.is_easy
        ]
    return "\n".join(lines)
