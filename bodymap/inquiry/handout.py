"""The page to take home: this person's map, what was found and agreed, what comes after, when to call."""

from collections.abc import Iterable, Iterator
from datetime import date

from bodymap import __version__
from bodymap.anatomy.answer import Answer
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.words import Voice
from bodymap.inquiry.aftercare import (
    head_emergency,
    tell_afterwards,
    tell_agreed,
    tell_emergencies,
    tell_habits,
    tell_same_day,
    tell_tracking,
)
from bodymap.inquiry.day import name_day
from bodymap.inquiry.footnotes import Footnotes
from bodymap.inquiry.found import explains, list_discussed, name_place, order_findings, tell_finding
from bodymap.inquiry.leaf import Handout, Kind, Line, Need, Part
from bodymap.inquiry.own_map import draw_own_map
from bodymap.inquiry.safety import cannot_wait, raised, write_flags
from bodymap.inquiry.state import Inquiry
from bodymap.inquiry.wording import name_pain, sentence
from bodymap.language import mark, say

SURE_FINDINGS = 3
"""How many findings are never left out."""
TITLE = (mark("Your pain map"), mark("Pain map and findings"))
HEADINGS = {
    Kind.FOUND: (mark("What we found"), mark("Findings")),
    Kind.AGREED: (mark("What we agreed"), mark("Agreed")),
    Kind.AFTERWARDS: (mark("Afterwards"), mark("Aftercare and course")),
    Kind.TRACKED: (mark("Worth keeping count of"), mark("To track")),
    Kind.HABITS: (mark("What may keep it going"), mark("Perpetuating factors, as told")),
    Kind.TODAY: (mark("See a doctor today if any of this is so"), mark("Same-day review")),
    Kind.ASK: (mark("In your own words"), mark("Teach-back")),
}
FRAMING = (
    mark("For education, not a diagnosis. It shows what is known of pain like this, not what you have."),
    mark("For education, not a diagnosis and not a recommendation."),
)
QUESTIONS = {
    "map": (
        mark("1. Where may the pain come from? Show it on the drawing."),
        mark("1. Source of the pain, shown on the drawing?"),
    ),
    "agreed": (mark("2. What did we agree, and when do you do it?"), mark("2. What was agreed, and when?")),
    "open": (mark("2. What will you do when it hurts again?"), mark("2. Plan for the next episode?")),
    "call": (mark("3. When would you call for help, and whom?"), mark("3. When to call, and whom?")),
}


def write_handout(atlas: Atlas, inquiry: Inquiry, today: date) -> Handout:
    """Write the page for one person; what cannot wait stands first."""
    voice = int(inquiry.voice is Voice.CLINICAL)
    told = {
        Kind.FOUND: _tell_found(atlas, inquiry),
        Kind.AGREED: tell_agreed(atlas, inquiry),
        Kind.AFTERWARDS: tell_afterwards(atlas, inquiry, today),
        Kind.HABITS: tell_habits(atlas, inquiry),
        Kind.TRACKED: tell_tracking(atlas, inquiry),
        Kind.CALL: tell_emergencies(atlas, inquiry),
        Kind.TODAY: tell_same_day(atlas, inquiry),
        Kind.ASK: _ask_back(inquiry),
    }
    if cannot_wait(atlas, inquiry):
        for kind in (Kind.AGREED, Kind.AFTERWARDS, Kind.TRACKED, Kind.ASK):
            del told[kind]
    heads = {kind: say(words[voice]) for kind, words in HEADINGS.items()}
    heads[Kind.CALL] = head_emergency(inquiry)
    parts = (_part(kind, heads[kind], lines) for kind, lines in told.items())
    return Handout(
        say(TITLE[voice]),
        inquiry.seat.clinic,
        inquiry.person.strip(),
        name_day(today),
        draw_own_map(atlas, inquiry),
        (*_flags(atlas, inquiry), *(part for part in parts if part.lines)),
        say(FRAMING[voice]),
        say_version(atlas),
        inquiry.seat.paper,
        atlas.sources,
    )


def say_version(atlas: Atlas) -> str:
    """Say which content and which program it was made with."""
    about = atlas.about
    return say(
        "Content: {title} {version}. Bodymap {program}.",
        title=about.title,
        version=about.version,
        program=__version__,
    )


def _part(kind: Kind, heading: str, lines: Iterable[Line]) -> Part:
    return Part(kind, heading, tuple(lines))


def _flags(atlas: Atlas, inquiry: Inquiry) -> Iterator[Part]:
    """Write each red flag that was raised, the most urgent first."""
    rules = {each.rule.id: each.rule for each in raised(atlas, inquiry)}
    for flag in write_flags(atlas, inquiry, Footnotes(atlas)):
        rule = rules[flag.rule]
        said = " ".join(text for text in (flag.call, flag.do) if text)
        sources = tuple(dict.fromkeys((*rule.do.sources, *rule.why.sources)))
        yield Part(
            Kind.FLAG,
            flag.heading,
            (Line(flag.title, is_strong=True), Line(said), Line(flag.why, sources, Need.EXPLAINED)),
        )


def _tell_found(atlas: Atlas, inquiry: Inquiry) -> Iterator[Line]:
    """Say where it hurts, what goes with it, and what pressing brought."""
    voice = inquiry.voice
    if inquiry.pains:
        places = ", ".join(name_pain(atlas, pain, voice) for pain in inquiry.pains)
        yield Line(say("It hurts here: {places}.", places=places), is_strong=False)
    felt = [name for name, answer in inquiry.answers if answer is Answer.YES and name in atlas.symptoms]
    if felt:
        names = "; ".join(sentence(atlas.symptoms[name].name.in_voice(voice)) for name in felt)
        yield Line(say("Also felt: {symptoms}.", symptoms=names), need=Need.FOUND)
    if cannot_wait(atlas, inquiry):
        return
    found = order_findings(atlas, inquiry)
    for number, (place, finding) in enumerate(found):
        said = [tell_finding(atlas, place, finding, voice)]
        pains = explains(atlas, inquiry, place) if finding.verdict is Answer.YES else ()
        if pains:
            said.append(say("Pain felt here may come from it: {places}.", places=", ".join(pains)))
        yield Line(" ".join(said), need=Need.ALWAYS if number < SURE_FINDINGS else Need.FOUND)
    pressed = {place for place, _ in found}
    others = [place for place in list_discussed(atlas, inquiry) if place not in pressed]
    if others:
        names = ", ".join(name_place(atlas, place, voice) for place in others)
        yield Line(say("Also talked about: {muscles}.", muscles=names), need=Need.FOUND)


def _ask_back(inquiry: Inquiry) -> Iterator[Line]:
    """Ask the person to say it back: whether it was explained well shows in the answers."""
    voice = int(inquiry.voice is Voice.CLINICAL)
    is_agreed = bool(inquiry.agreed or inquiry.agreement.strip())
    for name in ("map", "agreed" if is_agreed else "open", "call"):
        yield Line(say(QUESTIONS[name][voice]))
