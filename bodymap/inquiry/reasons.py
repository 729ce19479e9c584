"""Why a muscle is a candidate: each term of its sum, and what speaks against it, as sentences."""

from collections.abc import Callable, Sequence

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import MuscleId, TriggerPoint
from bodymap.anatomy.source import Family
from bodymap.anatomy.words import SourceId, Voice
from bodymap.inquiry.wording import (
    OTHER_SIDE,
    SHARED_POINT,
    STRENGTH,
    SURENESS,
    TESTED,
    name_muscle,
    name_pain,
    say_frequency,
    sentence,
)
from bodymap.language import mark, say, say_number
from bodymap.reasoning.tally import Candidate
from bodymap.reasoning.term import Term, TermKind

FINDING = {
    Answer.YES: mark("Pressing here brought the familiar pain"),
    Answer.NO: mark("Pressing here did not bring the familiar pain"),
    Answer.NOT_SURE: mark("Pressing here: not sure"),
}
MAIN_KINDS = frozenset(TermKind) - {TermKind.TELLING, TermKind.FOCUS, TermKind.WHOLE}
"""The terms that a row of the list says in full; the others it says in one line."""


def name_candidate(atlas: Atlas, candidate: Candidate, voice: Voice) -> str:
    """Name a candidate; those mapped together go by the name of their pattern."""
    muscle = atlas.muscles[candidate.place.muscle]
    if candidate.together and muscle.pattern:
        return sentence(atlas.patterns[muscle.pattern].name.in_voice(voice))
    return name_muscle(muscle, voice)


def count_sources(number: int) -> str:
    """Say how many sources there are."""
    return say_number(number, "1 source", "{number} sources")


def weigh_sources(atlas: Atlas, sources: Sequence[SourceId]) -> str:
    """Say how many sources there are, and whether they all descend from the one map."""
    families = {atlas.sources[source].family for source in sources}
    if families == {Family.TRAVELL_SIMONS} and len(sources) > 1:
        return say("{number} sources, all from one map", number=len(sources))
    return count_sources(len(sources))


def explain(atlas: Atlas, term: Term, voice: Voice) -> str:
    """Put one term of a candidate's sum into words."""
    return _EXPLAINED[term.kind](atlas, term, voice)


def explain_shortly(atlas: Atlas, term: Term, voice: Voice) -> str:
    """Put one term into words as a row of the list has room for them."""
    if not term.frequency:
        return explain(atlas, term, voice)
    complaint = sentence(atlas.complaints[term.frequency.complaint].name.in_voice(voice))
    percent = term.frequency.percent
    return say("{complaint}: a study found it in {percent:.0f} of 100", complaint=complaint, percent=percent)


def explain_fit(candidate: Candidate) -> str:
    """Say in one line how much of the muscle's pattern hurts, and how much of the pain it explains."""
    said = [
        _say_share(term)
        for term in candidate.terms
        if term.kind is TermKind.FOCUS or (term.kind is TermKind.WHOLE and term.share[1] > 1)
    ]
    return " · ".join(said)


def _explain_local(atlas: Atlas, term: Term, voice: Voice) -> str:
    """Say that the pain lies over the muscle itself."""
    place = name_pain(atlas, term.pain, voice) if term.pain else ""
    return say("{place}: the muscle itself lies there", place=place)


def _explain_telling(atlas: Atlas, term: Term, voice: Voice) -> str:
    """Say how few muscles are felt where it hurts."""
    place = name_pain(atlas, term.pain, voice) if term.pain else ""
    few, known = term.share
    return say_number(
        few,
        "{place}: 1 of {known} muscles is felt there",
        "{place}: {number} of {known} muscles are felt there",
        place=place,
        known=known,
    )


def _explain_fit(_atlas: Atlas, term: Term, _voice: Voice) -> str:
    return _say_share(term)


def _say_share(term: Term) -> str:
    """Say how much of the muscle's pattern hurts, or how much of the pain it explains."""
    chosen, known = term.share
    if term.kind is TermKind.WHOLE:
        one, many = mark("explains all that was chosen"), mark("explains {chosen} of {number} places chosen")
    else:
        one = mark("its only place chosen")
        many = mark("{chosen} of its {number} places chosen")
    return say_number(known, one, many, chosen=chosen)


def _explain_found(_atlas: Atlas, term: Term, voice: Voice) -> str:
    """Say how often the muscle was found active among people with such a complaint."""
    if not term.frequency:
        return ""
    return f"{say_frequency(term.frequency, voice)} · {say(SURENESS[voice][term.frequency.sureness])}"


def _explain_factor(atlas: Atlas, term: Term, voice: Voice) -> str:
    """Say which symptom or habit goes with the muscle, and whether it is there."""
    factor = atlas.factor(term.factor or "")
    if not (factor and term.sureness):
        return ""
    name = factor.name.in_voice(voice)
    is_there = term.answer is Answer.YES
    if term.kind is TermKind.HABIT:
        said = (
            say("may keep it going: {habit}", habit=name) if is_there else say("not so: {habit}", habit=name)
        )
    else:
        said = say("Goes with: {symptom}", symptom=name) if is_there else say("not so: {habit}", habit=name)
    return " · ".join([said, say(SURENESS[voice][term.sureness]), count_sources(len(term.sources))])


def _explain_finding(_atlas: Atlas, term: Term, _voice: Voice) -> str:
    return say(FINDING[term.answer]) if term.answer else ""


def _explain_region(atlas: Atlas, term: Term, voice: Voice) -> str:
    """Say which pain is reached, how strongly, from which trigger point, and how sure that is."""
    if not (term.pain and term.referral and term.trigger_point):
        return ""
    parts = [
        say(
            "{place}: {strength}",
            place=name_pain(atlas, term.pain, voice),
            strength=say(STRENGTH[voice][term.referral.strength]),
        ),
        say("from {point}", point=_name_point(atlas, term.trigger_point, voice)),
        weigh_sources(atlas, term.sources),
        say(SURENESS[voice][term.referral.sureness]),
        say(TESTED[voice][term.referral.tested]),
        say(OTHER_SIDE[voice]) if term.is_other_side else "",
    ]
    return " · ".join(part for part in parts if part)


def _name_point(atlas: Atlas, point: TriggerPoint, voice: Voice) -> str:
    """Name a trigger point; one that several muscles are mapped with is named as theirs."""
    muscle = atlas.muscles.get(MuscleId(point.id.rpartition("_")[0]))
    is_shared = muscle is not None and muscle.pattern is not None and voice is Voice.PLAIN
    return say(SHARED_POINT) if is_shared else point.name.in_voice(voice)


def speak_against(atlas: Atlas, candidate: Candidate, voice: Voice) -> str:
    """Say which of the chosen regions the candidate leaves open."""
    if not candidate.unexplained:
        return ""
    names = ", ".join(name_pain(atlas, pain, voice) for pain in candidate.unexplained)
    return say("Not felt from here: {places}", places=names)


_EXPLAINED: dict[TermKind, Callable[[Atlas, Term, Voice], str]] = {
    TermKind.REGION: _explain_region,
    TermKind.LOCAL: _explain_local,
    TermKind.TELLING: _explain_telling,
    TermKind.FOCUS: _explain_fit,
    TermKind.WHOLE: _explain_fit,
    TermKind.FOUND: _explain_found,
    TermKind.SYMPTOM: _explain_factor,
    TermKind.HABIT: _explain_factor,
    TermKind.FINDING: _explain_finding,
}
