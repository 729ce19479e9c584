"""What replies make of an inquiry: red flags, what is felt besides, what pressing brought, what to read."""

from collections.abc import Hashable
from typing import TypeVar

from bodymap.anatomy.atlas import Atlas
from bodymap.inquiry.guides import is_guide
from bodymap.inquiry.intents import Ask, Find, FinishScreening, OpenGuide, Replies, Reply, TickSign
from bodymap.inquiry.state import Inquiry

_Key = TypeVar("_Key", bound=Hashable)
_Said = TypeVar("_Said")


def reply(atlas: Atlas, inquiry: Inquiry, intent: Replies) -> Inquiry:
    """Return the inquiry that follows from a reply; one about nothing known changes nothing."""
    match intent:
        case Ask(page):
            return inquiry.step(asking=page)
        case TickSign() | FinishScreening():
            return _screen(atlas, inquiry, intent)
        case Reply(factor, answer):
            known = atlas.factor(factor) is not None
            return inquiry.step(answers=_told(inquiry.answers, factor, answer)) if known else inquiry
        case Find(place, finding):
            known = place.muscle in atlas.muscles
            said = None if finding is None or finding.is_empty else finding
            return inquiry.step(findings=_told(inquiry.findings, place, said)) if known else inquiry
        case OpenGuide(guide):
            closed = {"place": None, "structure": None, "page": None}
            return inquiry.step(guide=guide, **closed) if is_guide(atlas, guide) else inquiry


def _screen(atlas: Atlas, inquiry: Inquiry, intent: TickSign | FinishScreening) -> Inquiry:
    """Take ticks, and the end of them; "none of these" takes all ticks away."""
    match intent:
        case TickSign(sign):
            return inquiry.step(signs=inquiry.signs ^ {sign}) if sign in atlas.signs else inquiry
        case FinishScreening(is_none):
            signs = frozenset() if is_none else inquiry.signs
            return inquiry.step(signs=signs, is_screened=True, asking=None)


def _told(
    known: tuple[tuple[_Key, _Said], ...], key: _Key, answer: _Said | None
) -> tuple[tuple[_Key, _Said], ...]:
    """Return answers with one put in place of an earlier one, or taken away."""
    kept = tuple((other, said) for other, said in known if other != key)
    return kept if answer is None else (*kept, (key, answer))
