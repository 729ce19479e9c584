"""The known name that was probably meant."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 80
_LEAST = 0.7


def nearest(name: str, known: "Iterable[str]") -> str | None:
    """Return the known name most like a name, if any is like it."""
    found = get_close_matches(name[:_LONGEST], sorted(known), n=1, cutoff=_LEAST)
    return found[0] if found else None


def did_you_mean(name: str, known: "Iterable[str]", otherwise: str) -> str:
    """Return the remedy for an unknown name."""
    meant = nearest(name, known)
    return f'Did you mean "{meant}"?' if meant else otherwise
