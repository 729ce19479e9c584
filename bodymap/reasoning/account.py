"""The account: where it hurts, and what was answered and found besides."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain


@dataclass(frozen=True)
class Account:
    """Everything that was told: pains, answers about symptoms and habits, and what pressing brought.

    A finding answers, for a muscle on a side: did pressing here bring the familiar pain?
    """

    pains: tuple[Pain, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    findings: Mapping[Place, Answer] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was told by which a muscle could be ranked."""
        return not (self.pains or self.answers or self.findings)


def told(pains: Iterable[Pain], felt: Iterable[str] = ()) -> Account:
    """Return an account of pains, and of symptoms and habits that are all there."""
    return Account(tuple(dict.fromkeys(pains)), dict.fromkeys(felt, Answer.YES))
