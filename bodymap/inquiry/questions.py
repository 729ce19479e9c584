"""The few questions that would most change the list now, and what was answered so far."""

from collections.abc import Iterator
from dataclasses import dataclass

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.atlas import Atlas, Symptom
from bodymap.anatomy.muscle import Muscle, MuscleId
from bodymap.anatomy.region import Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.state import Inquiry
from bodymap.inquiry.wording import add_side, name_muscle, sentence
from bodymap.language import mark, say
from bodymap.reasoning.asking import LOOKED_AT, find_questions
from bodymap.reasoning.ranking import Ranking, rank

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
    effect: str = ""
    """What the last answer made of the list, if that was the last step."""


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
    return Questions(asked, told, _say_effect(atlas, inquiry, ranking))


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
    names = ", ".join(_name(atlas, each, voice) for each in known[:MOST_NAMED])
    more = len(known) - MOST_NAMED
    if more > 0:
        return say("Counts for: {muscles} and {number} more", muscles=names, number=more)
    return say("Counts for: {muscles}", muscles=names) if names else ""


def _name(atlas: Atlas, muscle: Muscle, voice: Voice) -> str:
    """Name a muscle; those mapped together go by the name of their pattern."""
    pattern = atlas.patterns.get(muscle.pattern or "")
    return sentence(pattern.name.in_voice(voice)) if pattern else name_muscle(muscle, voice)


def _say_effect(atlas: Atlas, inquiry: Inquiry, ranking: Ranking) -> str:
    """Say who moved up by the last answer, from where and to where; nothing where that was no answer."""
    before = inquiry.history[-1] if inquiry.history else inquiry
    if before.answers == inquiry.answers or before.account.pains != inquiry.pains:
        return ""
    old = {who: place for place, who in enumerate(_first(atlas, rank(atlas, before.account)), 1)}
    new = {who: place for place, who in enumerate(_first(atlas, ranking), 1)}
    risen = {who: place for who, place in new.items() if place < old.get(who, LOOKED_AT + 1)}
    if not risen:
        return say("The first places in the list stay as they are.")
    (kind, side), place = min(risen.items(), key=lambda each: each[1])
    muscle = next(m for m in atlas.muscles.values() if kind in {m.pattern, m.id})
    name = add_side(_name(atlas, muscle, inquiry.voice), side)
    return say("Now on place {place}: {muscle}", place=place, muscle=name)


def _first(atlas: Atlas, ranking: Ranking) -> Iterator[tuple[str, Side]]:
    """Yield who stands on the first places: a muscle, or the pattern of those mapped together."""
    for each in ranking.candidates[:LOOKED_AT]:
        yield atlas.muscles[each.place.muscle].pattern or each.place.muscle, each.place.side
