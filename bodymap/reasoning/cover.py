"""The smallest set of muscles that explains all pains."""

from collections.abc import Sequence

_KEPT = 4096
"""How many part solutions are kept: all of them for twelve pains or fewer."""


def smallest_set(masks: Sequence[int], scores: Sequence[float]) -> tuple[int, ...]:
    """Return the positions of the fewest masks that together cover all that any of them covers.

    A mask has a bit for each pain that its muscle explains. Of several sets as small, the one whose scores
    add up to the most is taken; of equals, the one that comes first. With more than twelve pains the search
    keeps the best part solutions only, and the set may be one larger than need be.
    """
    best: dict[int, int] = {}
    for position, mask in enumerate(masks):
        if mask and (mask not in best or scores[position] > scores[best[mask]]):
            best[mask] = position
    whole = 0
    for mask in best:
        whole |= mask
    part: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    while whole not in part:
        part = _one_more(part, best, scores, whole)
    return tuple(sorted(part[whole][1]))


def _one_more(
    part: dict[int, tuple[float, tuple[int, ...]]],
    best: dict[int, int],
    scores: Sequence[float],
    whole: int,
) -> dict[int, tuple[float, tuple[int, ...]]]:
    """Add one muscle to each part solution: one that explains the first pain still open."""
    found: dict[int, tuple[float, tuple[int, ...]]] = {}
    for covered, (score, chosen) in part.items():
        first = (whole & ~covered) & -(whole & ~covered)
        for mask, position in best.items():
            if mask & first:
                new = (score + scores[position], (*chosen, position))
                known = found.get(covered | mask)
                if known is None or new[0] > known[0]:
                    found[covered | mask] = new
    ranked = sorted(found.items(), key=lambda item: (-item[0].bit_count(), -item[1][0]))
    return dict(ranked[:_KEPT])
