"""How facts become sentences for a reader: sides, sureness, and the reasons of a candidate."""

from collections.abc import Sequence

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import Muscle, MuscleId, Strength, Tested, TriggerPoint
from bodymap.anatomy.plate import Aspect
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.screening import Urgency
from bodymap.anatomy.source import Family
from bodymap.anatomy.words import SourceId, Sureness, Voice
from bodymap.inquiry.state import Layer
from bodymap.language import mark, say, say_number
from bodymap.reasoning.ranking import Candidate, Term, TermKind

SIDE = {Side.RIGHT: mark("right"), Side.LEFT: mark("left"), Side.MIDLINE: mark("middle")}
SURENESS = {
    Voice.PLAIN: {
        Sureness.HIGH: mark("well supported"),
        Sureness.MEDIUM: mark("fairly supported"),
        Sureness.LOW: mark("weakly supported"),
    },
    Voice.CLINICAL: {
        Sureness.HIGH: mark("confidence high"),
        Sureness.MEDIUM: mark("confidence medium"),
        Sureness.LOW: mark("confidence low"),
    },
}
STRENGTH = {
    Voice.PLAIN: {Strength.ESSENTIAL: mark("main place"), Strength.SPILLOVER: mark("some people")},
    Voice.CLINICAL: {Strength.ESSENTIAL: mark("essential"), Strength.SPILLOVER: mark("spillover")},
}
TESTED = {
    Voice.PLAIN: {
        Tested.INDEPENDENT: mark("seen in a separate study"),
        Tested.PARTIAL: mark("partly tested in a study"),
        Tested.CASE_SERIES: mark("seen in a few patients"),
        Tested.NONE: mark("known from maps only"),
    },
    Voice.CLINICAL: {
        Tested.INDEPENDENT: mark("independent study"),
        Tested.PARTIAL: mark("partly tested"),
        Tested.CASE_SERIES: mark("case series"),
        Tested.NONE: mark("textbook map only"),
    },
}
LAYER = {
    Layer.SKIN: mark("Skin"),
    Layer.SURFACE: mark("Muscles"),
    Layer.DEEP: mark("Deep"),
    Layer.BONE: mark("Bone"),
}
IN_THE_MOUTH = {Layer.SKIN: mark("Lining"), Layer.DEEP: mark("Muscles")}
OTHER_SIDE = {Voice.PLAIN: mark("felt across the middle"), Voice.CLINICAL: mark("contralateral")}
SHARED_POINT = mark("the spot that these muscles share")
URGENCY = {
    Urgency.EMERGENCY: mark("If so, get emergency help now"),
    Urgency.SAME_DAY: mark("If so, have it looked at today"),
    Urgency.SOON: mark("If so, have it looked at soon"),
    Urgency.ROUTINE: mark("Worth asking about"),
}


def sentence(text: str) -> str:
    """Return the text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def name_layer(layer: Layer, aspect: Aspect) -> str:
    """Name a layer of a plate, in one word."""
    return say(IN_THE_MOUTH[layer] if aspect is Aspect.INTRAORAL else LAYER[layer])


def name_side(side: Side) -> str:
    """Name a side of the patient, in one word."""
    return say(SIDE[side])


def add_side(name: str, side: Side) -> str:
    """Return the name of something with the side on which it lies, such as ``Temple (right)``."""
    return say("{name} ({side})", name=name, side=name_side(side))


def name_pain(atlas: Atlas, pain: Pain, voice: Voice) -> str:
    """Name a region with its side, such as ``Temple (right)``."""
    name = sentence(atlas.regions[pain.region].name.in_voice(voice))
    return name if pain.side is Side.MIDLINE else add_side(name, pain.side)


def name_muscle(muscle: Muscle, voice: Voice) -> str:
    """Name a muscle in the reader's voice."""
    return sentence(muscle.name.in_voice(voice))


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
    if term.kind is TermKind.REGION:
        return _explain_region(atlas, term, voice)
    if term.kind is TermKind.SYMPTOM and term.symptom and term.sureness:
        name = atlas.symptoms[term.symptom].name.in_voice(voice)
        parts = [
            say("Goes with: {symptom}", symptom=name),
            say(SURENESS[voice][term.sureness]),
            count_sources(len(term.sources)),
        ]
        return " · ".join(parts)
    chosen, known = term.share
    return say_number(
        known, "its only main place chosen", "{chosen} of its {number} main places chosen", chosen=chosen
    )


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
