"""Adds up what was told, for every muscle at once; recites the sum of one muscle when asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import Frequency, MuscleId, Place
from bodymap.anatomy.region import Pain, RegionId
from bodymap.reasoning.account import Account
from bodymap.reasoning.evidence import Evidence, Reach, worth_of_study
from bodymap.reasoning.term import Term, TermKind

DIGITS = 6
"""To how many digits scores are told apart."""


@dataclass(frozen=True)
class Candidate:
    """A muscle that could explain some of the pains, with the sum that ranks it."""

    place: Place
    score: float
    together: tuple[MuscleId, ...]
    unexplained: tuple[Pain, ...]
    finding: Answer | None
    tally: "Tally" = field(compare=False, repr=False)
    number: int = field(compare=False, repr=False)
    """The number of the muscle and side in the evidence."""

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The summands of the score, in the order in which they are recited."""
        return tuple(self.tally.recite(self.number))

    @property
    def explained(self) -> tuple[Pain, ...]:
        """The pains that the muscle may explain, in the order they were chosen."""
        return tuple(pain for pain in self.tally.account.pains if pain not in self.unexplained)


class Tally:
    """Adds up what was told, for every muscle at once; recites the sum of one muscle when asked."""

    def __init__(self, atlas: Atlas, evidence: Evidence, account: Account) -> None:
        self.atlas = atlas
        self.evidence = evidence
        self.account = account
        self.pains = tuple(sorted(set(account.pains)))
        self.masks: dict[int, int] = {}
        self.scores: dict[int, float] = {}
        self._add_pains()
        self._add_found()
        self._let_in()
        self._add_answers()
        self._add_findings()
        self.exact = self.scores
        self.scores = {number: round(score, DIGITS) for number, score in self.exact.items()}

    # adding

    def _add_pains(self) -> None:
        scores, masks, reaching = self.scores, self.masks, self.evidence.reaching
        whole = self.atlas.weights["whole"].value / len(self.pains) if self.pains else 0.0
        for bits in self._regions():
            best: dict[int, float] = {}
            for bit in bits:
                pain, sign = self.pains[bit], 1 << bit
                for number, brings in reaching.get((pain.region, pain.side), ()):
                    if number in best:
                        masks[number] |= sign
                        scores[number] += whole + max(0.0, brings - best[number])
                    else:
                        masks[number] = masks.get(number, 0) | sign
                        scores[number] = scores.get(number, 0.0) + whole + brings
                    if len(bits) > 1:
                        best[number] = max(brings, best.get(number, 0.0))

    def _regions(self) -> list[list[int]]:
        """Return the places of the pains, those of one region together: its better side counts."""
        found: dict[RegionId, list[int]] = {}
        for bit, pain in enumerate(self.pains):
            found.setdefault(pain.region, []).append(bit)
        return list(found.values())

    def _add_found(self) -> None:
        """Add how often each was found, for the complaint of a pain that it explains; the highest counts."""
        best: dict[int, float] = {}
        for complaint, bits in self._complaints().items():
            for muscle, worth in self.evidence.found.get(complaint, ()):
                for number in (2 * muscle, 2 * muscle + 1):
                    if self.masks.get(number, 0) & bits and worth > best.get(number, 0.0):
                        best[number] = worth
        for number, worth in best.items():
            self.scores[number] += worth

    def _complaints(self) -> dict[str, int]:
        """Return the complaints that the pains belong to, each with the bits of its pains."""
        found: dict[str, int] = {}
        for bit, pain in enumerate(self.pains):
            for complaint in self.evidence.complaints.get(pain.region, ()):
                found[complaint] = found.get(complaint, 0) | 1 << bit
        return found

    def _frequency(self, number: int) -> Frequency | None:
        """Return the figure that is worth most among the complaints that the explained pains belong to."""
        mask, known = self.masks.get(number, 0), self.evidence.frequencies[number >> 1]
        fitting = [known[each] for each, bits in self._complaints().items() if mask & bits and each in known]
        return max(fitting, key=lambda each: worth_of_study(self.atlas, each), default=None)

    def _let_in(self) -> None:
        """Take in what no pain points to: muscles whose pressing is familiar, or, without pains, that fit."""
        for place, answer in self.account.findings.items():
            if answer is Answer.YES:
                for number in self._meant(place):
                    self.scores.setdefault(number, 0.0)
        for name, answer in self.account.answers.items() if not self.pains else ():
            if answer is Answer.YES:
                for muscle in self.evidence.goes_with.get(name, {}):
                    self.scores.setdefault(2 * muscle, 0.0)
                    self.scores.setdefault(2 * muscle + 1, 0.0)

    def _add_answers(self) -> None:
        for name, answer in sorted(self.account.answers.items()):
            weight = self.weight_of(name, answer)
            for muscle, (sureness, _) in self.evidence.goes_with.get(name, {}).items() if weight else ():
                for number in (2 * muscle, 2 * muscle + 1):
                    if number in self.scores:
                        self.scores[number] += weight * sureness

    def kind_of(self, name: str) -> TermKind:
        """Say whether a name is that of a symptom or of a habit."""
        return TermKind.HABIT if name in self.atlas.habits else TermKind.SYMPTOM

    def weight_of(self, name: str, answer: Answer) -> float:
        """Return what an answer about a symptom or a habit brings, or takes."""
        kind = self.kind_of(name).value
        if answer is Answer.YES:
            return self.atlas.weights[kind].value
        return -self.atlas.weights[f"{kind}_absent"].value if answer is Answer.NO else 0.0

    def _add_findings(self) -> None:
        for place, answer in sorted(self.account.findings.items()):
            for number in self._meant(place):
                if number in self.scores:
                    self.scores[number] += self._weight_found(answer)

    def _meant(self, place: Place) -> tuple[int, ...]:
        """Return the numbers that a finding is about: the muscle, and those mapped together with it."""
        number = self.evidence.number(place)
        if number is None:
            return ()
        pattern = self.evidence.muscles[number >> 1].pattern
        if not pattern:
            return (number,)
        mates = [n for n, muscle in enumerate(self.evidence.muscles) if muscle.pattern == pattern]
        return tuple(2 * mate + (number & 1) for mate in mates)

    def _weight_found(self, answer: Answer) -> float:
        weights = self.atlas.weights
        values = {Answer.YES: weights["familiar"].value, Answer.NO: -weights["unfamiliar"].value}
        return values.get(answer, 0.0)

    # reciting

    def candidate(self, number: int) -> Candidate:
        """Return the candidate of a number."""
        muscle, mask = self.evidence.muscles[number >> 1], self.masks.get(number, 0)
        together = self.atlas.mapped_together[muscle.pattern] if muscle.pattern else ()
        left = [pain for bit, pain in enumerate(self.pains) if not mask >> bit & 1]
        return Candidate(
            self.evidence.places[number],
            self.scores[number],
            tuple(other.id for other in together if other is not muscle),
            as_chosen(self.account, left),
            next((a for place, a in self.account.findings.items() if number in self._meant(place)), None),
            self,
            number,
        )

    def recite(self, number: int) -> Iterator[Term]:
        """Yield every summand of a candidate's score."""
        yield from self._recite_pains(number)
        yield from self._recite_fit(number)
        yield from self._recite_answers(number)
        answer = next((a for place, a in self.account.findings.items() if number in self._meant(place)), None)
        if answer:
            yield Term(TermKind.FINDING, self._weight_found(answer), answer=answer)

    def _recite_pains(self, number: int) -> Iterator[Term]:
        """Yield what each pain brings; a region that hurts on both sides counts once, by the better side."""
        reached = {
            pain: best
            for pain in dict.fromkeys(self.account.pains)
            if (best := self.evidence.reach_of(self.atlas, number, pain))
        }
        for pain, best in reached.items():
            rivals = [other for other in reached if other.region == pain.region]
            counts = max(rivals, key=lambda rival: (reached[rival].value, rival)) == pain
            yield self._recite_place(pain, best, counts=counts)
            extra = self.atlas.weights["telling"].value * best.value * self.evidence.telling[pain.region]
            if extra and counts:
                count = self.evidence.felt_by[pain.region]
                yield Term(TermKind.TELLING, extra, pain=pain, share=(count, len(self.atlas.mapped_alone)))

    def _recite_place(self, pain: Pain, best: Reach, *, counts: bool) -> Term:
        value = best.value if counts else 0.0
        if best.referral is None:
            return Term(TermKind.LOCAL, value, sources=self.atlas.weights["local"].sources, pain=pain)
        rest = (best.referral.sureness, best.referral.sources, pain, best.point, best.referral)
        return Term(TermKind.REGION, value, *rest, is_other_side=best.is_other_side)

    def _recite_fit(self, number: int) -> Iterator[Term]:
        weights, mask = self.atlas.weights, self.masks.get(number, 0)
        hit = {pain.region for bit, pain in enumerate(self.pains) if mask >> bit & 1}
        if not hit:
            return
        shares = self.evidence.shares[number >> 1]
        focus = weights["focus"].value * sum(shares.get(region, 0.0) for region in hit)
        if focus:
            yield Term(TermKind.FOCUS, focus, share=(len(hit & set(shares)), len(shares)))
        explained = mask.bit_count()
        whole = weights["whole"].value * explained / len(self.pains)
        yield Term(TermKind.WHOLE, whole, share=(explained, len(self.pains)))
        frequency = self._frequency(number)
        if frequency:
            rest = (frequency.sureness, frequency.sources)
            yield Term(TermKind.FOUND, worth_of_study(self.atlas, frequency), *rest, frequency=frequency)

    def _recite_answers(self, number: int) -> Iterator[Term]:
        for name, answer in sorted(self.account.answers.items()):
            known = self.evidence.goes_with.get(name, {}).get(number >> 1)
            weight = self.weight_of(name, answer)
            if known and weight:
                rest = (known[1].sureness, known[1].sources)
                yield Term(self.kind_of(name), weight * known[0], *rest, factor=name, answer=answer)


def as_chosen(account: Account, pains: Sequence[Pain]) -> tuple[Pain, ...]:
    """Return some of the pains in the order in which they were chosen."""
    return tuple(pain for pain in account.pains if pain in pains)
