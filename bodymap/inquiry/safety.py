"""Red flags first: what is asked, what was raised, and what else the pain could be."""

from dataclasses import dataclass
from functools import cached_property

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.screening import Urgency
from bodymap.anatomy.words import Statement, Voice
from bodymap.inquiry.footnotes import Cite, Footnotes, Reference
from bodymap.inquiry.state import Asking, Inquiry
from bodymap.inquiry.ticks import Tick, TickGroup, TickPage
from bodymap.inquiry.wording import URGENCY, sentence
from bodymap.language import mark, say
from bodymap.reasoning.screening import Raised, most_urgent, screen

CALL_SOMEBODY = mark("Call your local emergency number now.")
WHAT_TO_DO = {
    Urgency.EMERGENCY: mark("Get emergency help now"),
    Urgency.SAME_DAY: mark("Have it looked at today"),
    Urgency.SOON: mark("Have it looked at soon"),
    Urgency.ROUTINE: mark("Worth asking about"),
}


@dataclass(frozen=True, slots=True)
class Flag:
    """A red flag in words: what it may be, how urgent, what to do, why, and by which answers."""

    rule: str
    title: str
    urgency: Urgency
    heading: str
    call: str
    do: str
    why: str
    because: str
    citations: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Something other than a muscle that a chosen pain could be."""

    region: str
    text: str
    urgency: str
    is_pressing: bool
    citations: tuple[Cite, ...]


class Safety:
    """When to get help and what else it could be: one page, written when it is first looked at."""

    def __init__(self, atlas: Atlas, inquiry: Inquiry) -> None:
        self._atlas = atlas
        self._inquiry = inquiry
        self._notes = Footnotes(atlas)

    @cached_property
    def flags(self) -> tuple[Flag, ...]:
        """What was raised."""
        return write_flags(self._atlas, self._inquiry, self._notes)

    @cached_property
    def otherwise(self) -> tuple[Otherwise, ...]:
        """What else the chosen pains could be."""
        return write_otherwise(self._atlas, self._inquiry, self._notes)

    @cached_property
    def all_flags(self) -> tuple[Flag, ...]:
        """Everything that could be raised."""
        return write_all_flags(self._atlas, self._inquiry, self._notes)

    @property
    def sources(self) -> tuple[Reference, ...]:
        """The sources of all that was looked at so far."""
        return self._notes.list()


def asks_first(atlas: Atlas, inquiry: Inquiry) -> bool:
    """Whether red flags have to be answered before muscles are shown: to a patient, once."""
    is_patient = inquiry.voice is Voice.PLAIN
    would_rank = not inquiry.account.is_empty
    return bool(is_patient and would_rank and atlas.signs and not inquiry.is_screened)


def holds_back(atlas: Atlas, inquiry: Inquiry) -> bool:
    """Whether muscles are held back: while a patient is asked, and when what was answered cannot wait."""
    return asks_first(atlas, inquiry) or cannot_wait(atlas, inquiry)


def cannot_wait(atlas: Atlas, inquiry: Inquiry) -> bool:
    """Whether a patient is to be told of what was raised, and of no muscle."""
    urgency = most_urgent(raised(atlas, inquiry))
    return inquiry.voice is Voice.PLAIN and urgency is not None and urgency.is_pressing


def raised(atlas: Atlas, inquiry: Inquiry) -> tuple[Raised, ...]:
    """Return the rules that the answers raise, once they were all given."""
    if not inquiry.is_screened:
        return ()
    return screen(atlas, inquiry.signs, regions={pain.region for pain in inquiry.pains})


def write_flags(atlas: Atlas, inquiry: Inquiry, notes: Footnotes) -> tuple[Flag, ...]:
    """Write what was raised, the most urgent first."""
    return tuple(_write_flag(atlas, inquiry, each, notes) for each in raised(atlas, inquiry))


def write_all_flags(atlas: Atlas, inquiry: Inquiry, notes: Footnotes) -> tuple[Flag, ...]:
    """Write every rule, for those who want to read when to get help."""
    rules = sorted(atlas.rules, key=lambda rule: rule.urgency.order)
    return tuple(_write_flag(atlas, inquiry, Raised(rule, ()), notes) for rule in rules)


def _write_flag(atlas: Atlas, inquiry: Inquiry, found: Raised, notes: Footnotes) -> Flag:
    rule, voice = found.rule, inquiry.voice
    answers = (atlas.signs[name].ask.in_voice(voice) for name in found.because if name in atlas.signs)
    return Flag(
        rule=rule.id,
        title=sentence(rule.name.in_voice(voice)),
        urgency=rule.urgency,
        heading=do_words(rule.urgency),
        call=call_words(inquiry.seat.emergency_number) if rule.urgency is Urgency.EMERGENCY else "",
        do=rule.do.words.in_voice(voice),
        why=rule.why.words.in_voice(voice),
        because="; ".join(answers),
        citations=notes.cite(dict.fromkeys((*rule.do.sources, *rule.why.sources))),
    )


def do_words(urgency: Urgency) -> str:
    """Say how soon something is to be looked at."""
    return say(WHAT_TO_DO[urgency])


def call_words(number: str) -> str:
    """Say whom to call, where nothing may wait."""
    return say("Call {number} now.", number=number) if number else say(CALL_SOMEBODY)


def ask_red_flags(atlas: Atlas, inquiry: Inquiry) -> TickPage | None:
    """Write the page of red flags, where it is asked for or has to come first."""
    is_first = asks_first(atlas, inquiry)
    if not (is_first or inquiry.asking is Asking.RED_FLAGS) or not atlas.signs:
        return None
    groups = (
        TickGroup(
            sentence(group.name.in_voice(inquiry.voice)),
            tuple(
                Tick(sign.id, sentence(sign.ask.in_voice(inquiry.voice)), is_on=sign.id in inquiry.signs)
                for sign in atlas.signs.values()
                if sign.under == group.id
            ),
        )
        for group in atlas.sign_groups
    )
    return TickPage(
        Asking.RED_FLAGS,
        say("First: is any of this so?"),
        say("Some pain needs a doctor soon. Tick what is true for you now."),
        tuple(group for group in groups if group.ticks),
        say("None of these"),
        say("Go on with {number} ticked", number=len(inquiry.signs)) if inquiry.signs else "",
        can_close=not is_first,
    )


def write_otherwise(atlas: Atlas, inquiry: Inquiry, notes: Footnotes) -> tuple[Otherwise, ...]:
    """What else the chosen pains could be, the pressing first."""
    regions = dict.fromkeys(pain.region for pain in inquiry.pains)
    found = [known for known in atlas.otherwise if known.region in regions]
    found.sort(key=lambda known: known.urgency.order)
    names = {region: sentence(atlas.regions[region].name.in_voice(inquiry.voice)) for region in regions}
    return tuple(
        _write_otherwise(names[known.region], known.what, known.urgency, inquiry.voice, notes)
        for known in found
    )


def _write_otherwise(
    region: str, what: Statement, urgency: Urgency, voice: Voice, notes: Footnotes
) -> Otherwise:
    return Otherwise(
        region=region,
        text=what.words.in_voice(voice),
        urgency=say(URGENCY[urgency]),
        is_pressing=urgency.is_pressing,
        citations=notes.cite(what.sources),
    )
