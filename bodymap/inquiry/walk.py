"""The walk from muscle to muscle, as they are pressed: no stop is left out, and none comes twice."""

from collections.abc import Iterator

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import Place
from bodymap.inquiry.rows import MOST_ROWS
from bodymap.inquiry.safety import holds_back
from bodymap.inquiry.standing import Standing, fellows_of, finding_at, standing_of
from bodymap.inquiry.state import Inquiry
from bodymap.reasoning.ranking import NOTHING, Ranking, rank


def stops(atlas: Atlas, inquiry: Inquiry, ranking: Ranking) -> tuple[Place, ...]:
    """Return every stop: those that were come to, as they came, and then the open candidates, best first."""
    return tuple(dict.fromkeys((*inquiry.walked, *_ahead(atlas, inquiry, ranking))))


def ranked(atlas: Atlas, inquiry: Inquiry) -> Ranking:
    """Rank what was told; nothing while something else comes first."""
    return NOTHING if holds_back(atlas, inquiry) else rank(atlas, inquiry.account)


def first_stop(atlas: Atlas, inquiry: Inquiry) -> Place | None:
    """Return where to begin, or to go on: the muscle that was left open last, else the best one ahead."""
    ranking = ranked(atlas, inquiry)
    last = inquiry.walked[-1:]
    if last and not holds_back(atlas, inquiry) and _is_open(atlas, inquiry, last[0]):
        return last[0]
    return next(_ahead(atlas, inquiry, ranking), None)


def neighbours(walk: tuple[Place, ...], place: Place) -> tuple[Place | None, Place | None]:
    """Return the stops before and after one."""
    if place not in walk:
        return None, next(iter(walk), None)
    number = walk.index(place)
    before = walk[number - 1] if number else None
    return before, next(iter(walk[number + 1 :]), None)


def come_to(inquiry: Inquiry, place: Place) -> tuple[Place, ...]:
    """Return the stops that were come to, with one more."""
    return inquiry.walked if place in inquiry.walked else (*inquiry.walked, place)


def _ahead(atlas: Atlas, inquiry: Inquiry, ranking: Ranking) -> Iterator[Place]:
    """Go through the candidates that are open and were not come to; those mapped together are one stop."""
    seen = {(muscle, place.side) for place in inquiry.walked for muscle in fellows_of(atlas, place)}
    for candidate in ranking.candidates[:MOST_ROWS]:
        place = candidate.place
        if (place.muscle, place.side) not in seen and _is_open(atlas, inquiry, place):
            yield place


def _is_open(atlas: Atlas, inquiry: Inquiry, place: Place) -> bool:
    return standing_of(finding_at(atlas, inquiry, place)) is Standing.OPEN
