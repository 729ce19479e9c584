"""Which questions would most change the order of the candidates now.

For each symptom and habit that was not asked yet, the order is worked out once as if the answer were yes and
once as if it were no. A place in the list counts the more the higher it is (``1 / place``, and nothing below
the sixth). A question is worth what the candidates would gain and lose in that, all together, halfway between
yes and no: nobody knows beforehand which it will be. What could move nothing is never asked.

Only those near the top are looked at: whoever is further behind the sixth than any answer brings or takes
cannot come in, whatever the answer is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.muscle import MuscleId
from bodymap.anatomy.words import Statement
from bodymap.reasoning.ranking import Ranking
from bodymap.reasoning.tally import DIGITS, Tally

LOOKED_AT = 6
"""How many candidates count, from the top of the list."""
MOST_ASKED = 3
_SHARES = tuple(1 / place for place in range(1, LOOKED_AT + 1))
_ANSWERS = (Answer.YES, Answer.NO)
_ALIKE = 9
"""To how many digits two questions are held against each other; what differs less is worth the same."""

_Entry = tuple[float, int]
"""The score with its sign turned, and the number of the muscle and side: in this order they are listed."""
_Effect = tuple[bool, tuple[tuple[int, float], ...]]
"""Whom an answer moves, each by its number and how surely; and whether as a habit."""
_Who = tuple[str, int]
"""Who stands in the list: a muscle, or the pattern of those mapped together, on the right (0) or left (1)."""


@dataclass(frozen=True, slots=True)
class Question:
    """A symptom or habit to be asked about, and what asking is worth."""

    factor: str
    worth: float
    """How much the order would change, halfway between yes and no."""
    muscles: tuple[MuscleId, ...]
    """The muscles near the top that it speaks for, the best ranked first."""


def find_questions(ranking: Ranking, most: int = MOST_ASKED) -> tuple[Question, ...]:
    """Find the questions that would most change the order now, the most telling first.

    Of several that would do the very same only one is found. Ties go to the one that goes with more muscles,
    then by name.
    """
    if not ranking.candidates:
        return ()
    top = _Top(ranking.candidates[0].tally)
    chosen = sorted(top.weigh(), key=lambda each: (-each[0], each[1]))[:most]
    return tuple(Question(factor, worth, top.spoken_for(factor)) for worth, factor in chosen)


class _Top:
    """The top of a list, and what each answer would make of it."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self._goes_with = tally.evidence.goes_with
        self._near: list[_Entry] = sorted((-score, number) for number, score in tally.scores.items())
        muscles = tally.evidence.muscles
        numbers = tally.scores if tally.pains else range(2 * len(muscles))
        kinds = ((number, muscles[number >> 1]) for number in numbers)
        self._who = {number: (kind.pattern or kind.id, number & 1) for number, kind in kinds}
        self._now = self._share_out(self._near)
        if len(self._now) == LOOKED_AT:
            sixth = list(self._now)[-1]
            last = next(score for score, number in self._near if self._who[number] == sixth) + _reach(tally)
            self._near = [each for each in self._near if each[0] <= last]

    def weigh(self) -> Iterator[tuple[float, str]]:
        """Yield what each open question is worth, and its factor, where it would change anything."""
        for effect, factor in self._effects().items():
            change = sum(self._change(effect, factor, answer) for answer in _ANSWERS)
            worth = round(change / len(_ANSWERS), _ALIKE)
            if worth:
                yield worth, factor

    def spoken_for(self, factor: str) -> tuple[MuscleId, ...]:
        """Return the muscles near the top that a symptom or habit goes with, those mapped together once."""
        known, muscles = self._goes_with[factor], self._tally.evidence.muscles
        found: dict[str, MuscleId] = {}
        for _, number in self._near:
            muscle = muscles[number >> 1]
            if number >> 1 in known:
                found.setdefault(muscle.pattern or muscle.id, muscle.id)
        return tuple(found.values())

    def _effects(self) -> dict[_Effect, str]:
        """Return what the open questions would do, each with the factor that is asked about for it."""
        near, told = [number for _, number in self._near], self._tally.account.answers
        lets_in = not self._tally.pains
        found: dict[_Effect, str] = {}
        for factor in sorted(self._goes_with, key=lambda each: (-len(self._goes_with[each]), each)):
            if factor in told:
                continue
            known = self._goes_with[factor]
            moved = tuple((number, known[number >> 1][0]) for number in near if number >> 1 in known)
            if lets_in:
                moved += tuple(self._let_in(known))
            if moved:
                found.setdefault((factor in self._tally.atlas.habits, moved), factor)
        return found

    def _let_in(self, known: Mapping[int, tuple[float, Statement]]) -> Iterator[tuple[int, float]]:
        """Yield those who are not listed yet, and whom a yes would let in where nothing hurts."""
        for muscle, (sureness, _) in known.items():
            yield from ((n, sureness) for n in (2 * muscle, 2 * muscle + 1) if n not in self._tally.exact)

    def _change(self, effect: _Effect, factor: str, answer: Answer) -> float:
        """Say how much the order would change by one answer."""
        weight, known, exact = (
            self._tally.weight_of(factor, answer),
            self._goes_with[factor],
            self._tally.exact,
        )
        listed = [each for each in effect[1] if answer is Answer.YES or each[0] in exact]
        if not (weight and listed):
            return 0.0
        moved = [(-round(exact.get(n, 0.0) + weight * sure, DIGITS), n) for n, sure in listed]
        moved += [each for each in self._near if each[1] >> 1 not in known]
        now, then = self._now, self._share_out(sorted(moved))
        return sum(abs(now.get(who, 0.0) - then.get(who, 0.0)) for who in now | then) if now != then else 0.0

    def _share_out(self, entries: Iterable[_Entry]) -> dict[_Who, float]:
        """Give each of the first few the share of its place; those mapped together show once."""
        found: dict[_Who, float] = {}
        for _, number in entries:
            who = self._who[number]
            if who not in found:
                found[who] = _SHARES[len(found)]
                if len(found) == LOOKED_AT:
                    break
        return found


def _reach(tally: Tally) -> float:
    """Return the most that one answer can bring or take."""
    weights = tally.atlas.weights
    most = max(weights[each].value for each in ("symptom", "symptom_absent", "habit", "habit_absent"))
    return most * max(weights[each].value for each in ("sure_high", "sure_medium", "sure_low"))
