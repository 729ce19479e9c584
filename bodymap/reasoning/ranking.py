"""Which muscles could explain what was told, and why.

A candidate's score is a plain sum of terms, so that it can be recited. Every number in it is a weight of
the pack (docs/ranking.md says each in words):

- ``region``: for each pain, the best of the muscle's referrals into it:
  ``strength x sureness x tested x side``; a region that hurts on both sides counts once;
- ``local``: ``local`` in its place where the pain lies over the muscle itself and that is worth more;
- ``telling``: ``telling x that value x (1 - muscles felt there / most muscles felt in one region)``;
- ``focus``: ``focus x`` the share of the muscle's own pattern that hurts;
- ``whole``: ``whole x (pains explained / pains)``;
- ``found``: ``found x sureness x`` how much more often it was found active in people with such a complaint;
- ``symptom`` and ``habit``: ``symptom x sureness`` where it is there, ``-symptom_absent x sureness`` where it
  is not, nothing where it was not asked;
- ``finding``: ``familiar`` where pressing brought the familiar pain, ``-unfamiliar`` where it did not.

Muscles that the sources map together count and show once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain
from bodymap.reasoning.account import Account
from bodymap.reasoning.cover import smallest_set
from bodymap.reasoning.evidence import Evidence, evidence_of
from bodymap.reasoning.tally import Candidate, Tally, as_chosen


class _Candidates(Sequence[Candidate]):
    """The candidates, best first, each made when it is looked at."""

    def __init__(self, total: "Tally", order: Sequence[int]) -> None:
        self._total = total
        self._order = order
        self._made: dict[int, Candidate] = {}

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, index: int) -> Candidate: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Candidate, ...]: ...
    def __getitem__(self, index: int | slice) -> Candidate | tuple[Candidate, ...]:
        if isinstance(index, slice):
            return tuple(self._at(number) for number in self._order[index])
        return self._at(self._order[index])

    def _at(self, number: int) -> Candidate:
        if number not in self._made:
            self._made[number] = self._total.candidate(number)
        return self._made[number]


@dataclass(frozen=True)
class Ranking:
    """The candidates, best first; what none of them explains, and the fewest that explain the rest."""

    candidates: Sequence[Candidate]
    unexplained: tuple[Pain, ...]
    fewest: tuple[Place, ...]
    """The smallest set of muscles that explains all that can be explained; of several the best ranked."""


NOTHING = Ranking((), (), ())
"""What is ranked of nothing."""


def rank(atlas: Atlas, account: Account) -> Ranking:
    """Rank the muscles that could explain what was told; ties go by name, then right before left."""
    if account.is_empty:
        return NOTHING
    total = Tally(atlas, evidence_of(atlas), account)
    scores = total.scores
    order = _once(total.evidence, sorted(sorted(scores), key=scores.__getitem__, reverse=True))
    masks = [total.masks.get(number, 0) for number in order]
    fewest = smallest_set(masks, [scores[number] for number in order])
    everything = 0
    for mask in set(masks):
        everything |= mask
    left = tuple(pain for bit, pain in enumerate(total.pains) if not everything >> bit & 1)
    places = tuple(total.evidence.places[order[position]] for position in fewest)
    return Ranking(_Candidates(total, order), as_chosen(account, left), places)


def _once(evidence: Evidence, order: list[int]) -> list[int]:
    """Keep, of the muscles mapped together, the one that fits best; it speaks for the others."""
    seen: set[tuple[str, int]] = set()
    kept = []
    for number in order:
        pattern = evidence.muscles[number >> 1].pattern
        if pattern:
            key = (pattern, number & 1)
            if key in seen:
                continue
            seen.add(key)
        kept.append(number)
    return kept
