"""The text for the chart: what was told, found and agreed, in the words of the field."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.words import Voice
from bodymap.inquiry.aftercare import agreed_treatments
from bodymap.inquiry.found import list_discussed, name_place, order_findings, tell_finding
from bodymap.inquiry.handout import say_version
from bodymap.inquiry.safety import do_words, raised
from bodymap.inquiry.state import Inquiry
from bodymap.inquiry.wording import name_pain, sentence
from bodymap.language import mark, say

ANSWERS = (
    (Answer.YES, mark("Present: {factors}")),
    (Answer.NO, mark("Absent: {factors}")),
    (Answer.NOT_SURE, mark("Uncertain: {factors}")),
)


def write_chart(atlas: Atlas, inquiry: Inquiry, today: date) -> str:
    """Write what goes into the chart, a line for each thing; no name is in it."""
    asked = replace(inquiry, voice=Voice.CLINICAL)
    return "\n".join(_write(atlas, asked, today)) + "\n"


def _write(atlas: Atlas, inquiry: Inquiry, today: date) -> Iterator[str]:
    yield say("Pain map, {day}", day=today.isoformat())
    pains = "; ".join(name_pain(atlas, pain, inquiry.voice) for pain in inquiry.pains)
    yield say("Regions (patient's sides): {regions}", regions=pains or say("none marked"))
    yield from _write_flags(atlas, inquiry)
    yield from _write_answers(atlas, inquiry)
    found = order_findings(atlas, inquiry)
    if found:
        yield say("Palpation:")
        yield from (f"- {tell_finding(atlas, place, finding, inquiry.voice)}" for place, finding in found)
    pressed = {place for place, _ in found}
    others = [place for place in list_discussed(atlas, inquiry) if place not in pressed]
    if others:
        names = "; ".join(name_place(atlas, place, inquiry.voice) for place in others)
        yield say("Discussed, not palpated: {muscles}", muscles=names)
    agreed = [sentence(each.name.clinical) for each in agreed_treatments(atlas, inquiry)]
    agreed += [line.strip() for line in inquiry.agreement.splitlines() if line.strip()]
    if agreed:
        yield say("Agreed: {treatments}", treatments="; ".join(agreed))
    yield say("For education, not a diagnosis. {version}", version=say_version(atlas))


def _write_flags(atlas: Atlas, inquiry: Inquiry) -> Iterator[str]:
    if not inquiry.is_screened:
        yield say("Red flags: not asked")
        return
    ticked = "; ".join(
        sentence(atlas.signs[name].ask.clinical) for name in atlas.signs if name in inquiry.signs
    )
    yield say("Red flags: {signs}", signs=ticked or say("asked, none present"))
    for each in raised(atlas, inquiry):
        name = sentence(each.rule.name.clinical)
        yield f"- {say('{what}: {urgency}', what=do_words(each.rule.urgency), urgency=name)}"


def _write_answers(atlas: Atlas, inquiry: Inquiry) -> Iterator[str]:
    for answer, words in ANSWERS:
        known = [atlas.factor(name) for name, given in inquiry.answers if given is answer]
        names = [sentence(each.name.clinical) for each in known if each]
        if names:
            yield say(words, factors="; ".join(names))
