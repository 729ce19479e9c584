"""Pages of ticks: what else is felt, and the habits and strains that may keep it going."""

from collections.abc import Iterable
from dataclasses import dataclass

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.atlas import Atlas, Symptom
from bodymap.inquiry.state import Asking, Inquiry
from bodymap.inquiry.wording import sentence
from bodymap.language import say


@dataclass(frozen=True, slots=True)
class Tick:
    """One line that can be ticked."""

    id: str
    words: str
    is_on: bool
    answer: Answer | None = None
    """What was answered; where it is not asked for yes and no, nothing."""


@dataclass(frozen=True, slots=True)
class TickGroup:
    """Lines under a heading."""

    heading: str
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class TickPage:
    """A page of ticks, with its answer for none of them and its way on."""

    asking: Asking
    title: str
    hint: str
    groups: tuple[TickGroup, ...]
    none: str
    """What the button for "none of these" says; with nothing there is none."""
    done: str
    """What the button for going on says; with nothing there is none."""
    can_close: bool
    has_no: bool = False
    """Whether a line can also be answered with no."""


def ask_factors(atlas: Atlas, inquiry: Inquiry) -> TickPage | None:
    """Write the page of symptoms and habits, where it is asked for; only those that some muscle goes with."""
    if inquiry.asking is not Asking.FACTORS:
        return None
    muscles = [muscle for muscle in atlas.muscles.values() if muscle.is_candidate]
    felt = {each.symptom for muscle in muscles for each in muscle.feels_like}
    habits = {habit for muscle in muscles for each in muscle.keeps_it_going for habit in each.habits}
    groups = (
        TickGroup(
            say("Also felt"), _ticks(inquiry, (each for each in atlas.symptoms.values() if each.id in felt))
        ),
        TickGroup(
            say("Habits and strains"),
            _ticks(inquiry, (each for each in atlas.habits.values() if each.id in habits)),
        ),
    )
    return TickPage(
        Asking.FACTORS,
        say("What goes with it?"),
        say("Say yes or no where you know. Press again to take it back. The list answers at once."),
        tuple(group for group in groups if group.ticks),
        "",
        say("Back to the list"),
        can_close=True,
        has_no=True,
    )


def _ticks(inquiry: Inquiry, factors: Iterable[Symptom]) -> tuple[Tick, ...]:
    given = dict(inquiry.answers)
    return tuple(
        Tick(each.id, sentence(each.name.in_voice(inquiry.voice)), answer is Answer.YES, answer)
        for each in factors
        for answer in (given.get(each.id),)
    )
