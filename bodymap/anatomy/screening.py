"""Red flags: the signs that are asked about, and what they mean alone or together."""

from dataclasses import dataclass
from enum import StrEnum

from bodymap.anatomy.region import RegionId
from bodymap.anatomy.words import Statement, Words


class Urgency(StrEnum):
    """How soon something is to be looked at, the soonest first."""

    EMERGENCY = "emergency"
    SAME_DAY = "same_day"
    SOON = "soon"
    ROUTINE = "routine"

    @property
    def order(self) -> int:
        """The place in the order of urgency; 0 is the most urgent."""
        return tuple(Urgency).index(self)

    @property
    def is_pressing(self) -> bool:
        """Whether it cannot wait for another day."""
        return self in {Urgency.EMERGENCY, Urgency.SAME_DAY}


@dataclass(frozen=True, slots=True)
class SignGroup:
    """Signs that are asked about under one heading."""

    id: str
    name: Words


@dataclass(frozen=True, slots=True)
class Sign:
    """Something concrete that can be ticked; some say nothing but an age."""

    id: str
    under: str
    """The group of signs that it belongs to."""
    ask: Words
    also: tuple[str, ...] = ()
    age: int | None = None
    """The least age in years that ticking it tells."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What one sign, or several together, may mean, how urgent that is, and what to do.

    It is met when every sign of ``all_of`` is there, at least ``least`` of ``any_of``, the age is known to
    be at least ``age_from`` years where it has one, and one of ``regions`` hurts where it names any.
    """

    id: str
    name: Words
    urgency: Urgency
    all_of: tuple[str, ...]
    any_of: tuple[str, ...]
    least: int
    age_from: int | None
    regions: tuple[RegionId, ...]
    do: Statement
    why: Statement

    @property
    def signs(self) -> tuple[str, ...]:
        """Every sign that the rule looks at."""
        return (*self.all_of, *self.any_of)


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What else a pain in a region could be, and how soon to have it looked at."""

    region: RegionId
    what: Statement
    urgency: Urgency
