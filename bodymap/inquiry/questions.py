"""The few questions that would most change the list now, and what was answered so far."""

from dataclasses import dataclass

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.atlas import Atlas, Symptom
from bodymap.anatomy.muscle import MuscleId
from bodymap.anatomy.words import Voice
from bodymap.inquiry.state import Inquiry
from bodymap.inquiry.wording import name_muscle, sentence
from bodymap.language import mark, say
from bodymap.reasoning.asking import find_questions
from bodymap.reasoning.ranking import Ranking

MOST_NAMED = 2
"""How many muscles are named at a question."""
TOLD = {
    Answer.YES: mark("{what}: yes"),
    Answer.NO: mark("{what}: no"),
    Answer.NOT_SURE: mark("{what}: not sure"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the answer that was given to it, and for which muscles it speaks."""

    factor: str
    ask: str
    answer: Answer | None
    speaks_for: str
    told: str
    """What was answered, in a few words."""


@dataclass(frozen=True, slots=True)
class Questions:
    """What may be asked next, the most telling first; and what was answered, the last first."""

    open: tuple[Question, ...] = ()
    told: tuple[Question, ...] = ()


NO_QUESTIONS = Questions()


def choose_questions(atlas: Atlas, inquiry: Inquiry, ranking: Ranking) -> Questions:
    """Choose what to ask next beside the list; nothing while there is no list of candidates."""
    if inquiry.asking or not ranking.candidates:
        return NO_QUESTIONS
    told = tuple(
        _write(known, inquiry.voice, answer)
        for name, answer in reversed(inquiry.answers)
        if (known := atlas.factor(name))
    )
    asked = tuple(
        _write(known, inquiry.voice, None, _speak_for(atlas, each.muscles, inquiry.voice))
        for each in find_questions(ranking)
        if (known := atlas.factor(each.factor))
    )
    return Questions(asked, told)


def ask(factor: Symptom, voice: Voice) -> str:
    """Ask about a symptom or habit; one that has no question of its own is asked about by its name."""
    if factor.ask:
        return factor.ask.in_voice(voice)
    return say("{what}?", what=sentence(factor.name.in_voice(voice)))


def _write(factor: Symptom, voice: Voice, answer: Answer | None, speaks_for: str = "") -> Question:
    name = sentence(factor.name.in_voice(voice))
    told = say(TOLD[answer], what=name) if answer else ""
    return Question(factor.id, ask(factor, voice), answer, speaks_for, told)


def _speak_for(atlas: Atlas, muscles: tuple[MuscleId, ...], voice: Voice) -> str:
    """Say in which muscles a yes would count, the best ranked first."""
    known = [atlas.muscles[each] for each in muscles]
    names = ", ".join(
        sentence(atlas.patterns[each.pattern].name.in_voice(voice))
        if each.pattern
        else name_muscle(each, voice)
        for each in known[:MOST_NAMED]
    )
    more = len(known) - MOST_NAMED
    if more > 0:
        return say("Counts for: {muscles} and {number} more", muscles=names, number=more)
    return say("Counts for: {muscles}", muscles=names) if names else ""
