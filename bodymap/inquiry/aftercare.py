"""What was agreed, what comes after it, and when to call: the lines of the page to take home."""

from collections.abc import Iterator
from datetime import date

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.screening import Urgency
from bodymap.anatomy.treatment import Treatment
from bodymap.anatomy.words import Statement, Voice
from bodymap.inquiry.day import count_from
from bodymap.inquiry.leaf import Line, Need
from bodymap.inquiry.own_map import list_drawn
from bodymap.inquiry.state import Inquiry
from bodymap.inquiry.wording import sentence
from bodymap.language import mark, say
from bodymap.reasoning.screening import most_urgent, screen

CALL = (
    mark("Call {number} at once if any of this is so"),
    mark("Emergency ({number})"),
)
CALL_SOMEBODY = (
    mark("Call your emergency number at once if any of this is so"),
    mark("Emergency"),
)
STEPS = (Need.AFTERCARE, Need.EXPLAINED)
"""How needed each piece of self-care is; more of them than these would be no page but a booklet."""
SURE_WARNINGS, MORE_WARNINGS = 8, 4
"""How many signs of an emergency are never left out, and how many of the same day stay long; the pack names
the gravest first."""


def agreed_treatments(atlas: Atlas, inquiry: Inquiry) -> tuple[Treatment, ...]:
    """Return the treatments that were agreed on, as far as the atlas knows them."""
    return tuple(atlas.treatments[name] for name in inquiry.agreed if name in atlas.treatments)


def tell_agreed(atlas: Atlas, inquiry: Inquiry) -> Iterator[Line]:
    """Name what was agreed on, by a tick or typed, with self-care for the muscles that are drawn."""
    voice = inquiry.voice
    for treatment in agreed_treatments(atlas, inquiry):
        yield Line(sentence(treatment.name.in_voice(voice)), is_strong=True)
        for statement, need in zip(_steps(atlas, inquiry, treatment), STEPS, strict=False):
            yield _line(statement, voice, need)
        for statement in treatment.what_it_is[:1]:
            yield _line(statement, voice, Need.MORE)
    for line in inquiry.agreement.splitlines():
        if line.strip():
            yield Line(line.strip())


def _steps(atlas: Atlas, inquiry: Inquiry, treatment: Treatment) -> list[Statement]:
    """Return what is known of a treatment as self-care for the muscles that are drawn, each once."""
    muscles = [atlas.muscles[place.muscle] for place in list_drawn(atlas, inquiry)]
    found = {
        statement.words.plain: statement
        for muscle in muscles
        for statement in muscle.self_care
        if statement.about == treatment.id
    }
    return list(found.values())


def tell_afterwards(atlas: Atlas, inquiry: Inquiry, today: date) -> Iterator[Line]:
    """Say what is known of the time after what was agreed on, with dates counted from today."""
    voice = inquiry.voice
    agreed = agreed_treatments(atlas, inquiry)
    for treatment in agreed:
        told = [each for each in treatment.afterwards if not each.is_emergency]
        if told and len(agreed) > 1:
            yield Line(sentence(treatment.name.in_voice(voice)), leads=True)
        for number, statement in enumerate(told):
            need = Need.AFTERCARE if number < len(told) / 2 else Need.EXPLAINED
            yield _line(statement, voice, Need.ALWAYS if statement.days else need, today)
        for stage in treatment.stages:
            if stage.what.days:
                yield _line(stage.what, voice, Need.COURSE, today)
        yield from (_line(each, voice, Need.COURSE, today) for each in treatment.course)


def tell_tracking(atlas: Atlas, inquiry: Inquiry) -> Iterator[Line]:
    """Say what is worth keeping count of."""
    seen: set[str] = set()
    for treatment in agreed_treatments(atlas, inquiry):
        for statement in treatment.track:
            line = _line(statement, inquiry.voice, Need.TRACKED)
            if line.text not in seen:
                seen.add(line.text)
                yield line


def tell_habits(atlas: Atlas, inquiry: Inquiry) -> Iterator[Line]:
    """Name the habits and strains that were told, each with what is known of it."""
    told = [name for name, answer in inquiry.answers if answer is Answer.YES and name in atlas.habits]
    known = _about_habits(atlas)
    for name in told:
        yield Line(sentence(atlas.habits[name].name.in_voice(inquiry.voice)), is_strong=True)
        statement = next((each for each in known if name in each.habits), None)
        if statement:
            yield _line(statement, inquiry.voice, Need.EXPLAINED)


def _about_habits(atlas: Atlas) -> list[Statement]:
    """Return what the topic says that names the most habits."""
    topics = [
        [each for chapter in topic.chapters for each in chapter.statements if each.habits]
        for topic in atlas.topics.values()
    ]
    return max(topics, key=len, default=[])


def head_emergency(inquiry: Inquiry) -> str:
    """Say whom to call when nothing may wait."""
    number = int(inquiry.voice is Voice.CLINICAL)
    call = inquiry.seat.emergency_number
    return say(CALL[number], number=call) if call else say(CALL_SOMEBODY[number])


def tell_emergencies(atlas: Atlas, inquiry: Inquiry) -> Iterator[Line]:
    """Say when nothing may wait: after what was agreed on, and with this pain."""
    voice = inquiry.voice
    for treatment in agreed_treatments(atlas, inquiry):
        yield from (_line(each, voice, Need.ALWAYS) for each in treatment.afterwards if each.is_emergency)
    for number, text in enumerate(_signs(atlas, inquiry, Urgency.EMERGENCY)):
        yield Line(text, need=Need.ALWAYS if number < SURE_WARNINGS else Need.WARNING)


def tell_same_day(atlas: Atlas, inquiry: Inquiry) -> Iterator[Line]:
    """Say what is to be looked at on the same day."""
    for number, text in enumerate(_signs(atlas, inquiry, Urgency.SAME_DAY)):
        yield Line(text, need=Need.WARNING if number < MORE_WARNINGS else Need.COURSE)


def _signs(atlas: Atlas, inquiry: Inquiry, urgency: Urgency) -> Iterator[str]:
    """Find the signs of which each alone is as urgent as this."""
    regions = {pain.region for pain in inquiry.pains}
    for sign in atlas.signs.values():
        if most_urgent(screen(atlas, {sign.id}, regions=regions)) is urgency:
            yield sentence(sign.ask.in_voice(inquiry.voice))


def _line(statement: Statement, voice: Voice, need: Need, today: date | None = None) -> Line:
    """Write a statement with its caution, and the day on which its time is over."""
    said = [statement.words.in_voice(voice)]
    if today and statement.days:
        said.append(count_from(today, statement.days[1]))
    if statement.caution:
        said.append(statement.caution.in_voice(voice))
    return Line(" ".join(said), statement.sources, need)
