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
from bodymap.reasoning.ranking import Candidate, Term, TermKind

SIDE = {Side.RIGHT: "right", Side.LEFT: "left", Side.MIDLINE: "middle"}
SURENESS = {
    Voice.PLAIN: {
        Sureness.HIGH: "well supported",
        Sureness.MEDIUM: "fairly supported",
        Sureness.LOW: "weakly supported",
    },
    Voice.CLINICAL: {
        Sureness.HIGH: "confidence high",
        Sureness.MEDIUM: "confidence medium",
        Sureness.LOW: "confidence low",
    },
}
STRENGTH = {
    Voice.PLAIN: {Strength.ESSENTIAL: "main place", Strength.SPILLOVER: "some people"},
    Voice.CLINICAL: {Strength.ESSENTIAL: "essential", Strength.SPILLOVER: "spillover"},
}
TESTED = {
    Voice.PLAIN: {
        Tested.INDEPENDENT: "seen in a separate study",
        Tested.PARTIAL: "partly tested in a study",
        Tested.CASE_SERIES: "seen in a few patients",
        Tested.NONE: "known from maps only",
    },
    Voice.CLINICAL: {
        Tested.INDEPENDENT: "independent study",
        Tested.PARTIAL: "partly tested",
        Tested.CASE_SERIES: "case series",
        Tested.NONE: "textbook map only",
    },
}
LAYER = {Layer.SKIN: "Skin", Layer.SURFACE: "Muscles", Layer.DEEP: "Deep", Layer.BONE: "Bone"}
IN_THE_MOUTH = {Layer.SKIN: "Lining", Layer.DEEP: "Muscles"}
OTHER_SIDE = {Voice.PLAIN: "felt across the middle", Voice.CLINICAL: "contralateral"}
SHARED_POINT = "the spot that these muscles share"
URGENCY = {
    Urgency.EMERGENCY: "If so, get emergency help now",
    Urgency.SAME_DAY: "If so, have it looked at today",
    Urgency.SOON: "If so, have it looked at soon",
    Urgency.ROUTINE: "Worth asking about",
}


def sentence(text: str) -> str:
    """Return the text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def name_layer(layer: Layer, aspect: Aspect) -> str:
    """Name a layer of a plate, in one word."""
    return IN_THE_MOUTH[layer] if aspect is Aspect.INTRAORAL else LAYER[layer]


def name_pain(atlas: Atlas, pain: Pain, voice: Voice) -> str:
    """Name a region with its side, such as ``Temple (right)``."""
    name = atlas.regions[pain.region].name.in_voice(voice)
    return sentence(name if pain.side is Side.MIDLINE else f"{name} ({SIDE[pain.side]})")


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
    return "1 source" if number == 1 else f"{number} sources"


def weigh_sources(atlas: Atlas, sources: Sequence[SourceId]) -> str:
    """Say how many sources there are, and whether they all descend from the one map."""
    families = {atlas.sources[source].family for source in sources}
    one_map = ", all from one map" if families == {Family.TRAVELL_SIMONS} and len(sources) > 1 else ""
    return count_sources(len(sources)) + one_map


def explain(atlas: Atlas, term: Term, voice: Voice) -> str:
    """Put one term of a candidate's sum into words."""
    if term.kind is TermKind.REGION:
        return _explain_region(atlas, term, voice)
    if term.kind is TermKind.SYMPTOM and term.symptom and term.sureness:
        name = atlas.symptoms[term.symptom].name.in_voice(voice)
        return f"Goes with: {name} · {SURENESS[voice][term.sureness]} · {count_sources(len(term.sources))}"
    chosen, known = term.share
    return "its only main place chosen" if known == 1 else f"{chosen} of its {known} main places chosen"


def _explain_region(atlas: Atlas, term: Term, voice: Voice) -> str:
    """Say which pain is reached, how strongly, from which trigger point, and how sure that is."""
    if not (term.pain and term.referral and term.trigger_point):
        return ""
    parts = [
        f"{name_pain(atlas, term.pain, voice)}: {STRENGTH[voice][term.referral.strength]}",
        f"from {_name_point(atlas, term.trigger_point, voice)}",
        weigh_sources(atlas, term.sources),
        SURENESS[voice][term.referral.sureness],
        TESTED[voice][term.referral.tested],
        OTHER_SIDE[voice] if term.is_other_side else "",
    ]
    return " · ".join(part for part in parts if part)


def _name_point(atlas: Atlas, point: TriggerPoint, voice: Voice) -> str:
    """Name a trigger point; one that several muscles are mapped with is named as theirs."""
    muscle = atlas.muscles.get(MuscleId(point.id.rpartition("_")[0]))
    is_shared = muscle is not None and muscle.pattern is not None and voice is Voice.PLAIN
    return SHARED_POINT if is_shared else point.name.in_voice(voice)


def speak_against(atlas: Atlas, candidate: Candidate, voice: Voice) -> str:
    """Say which of the chosen regions the candidate leaves open."""
    if not candidate.unexplained:
        return ""
    names = ", ".join(name_pain(atlas, pain, voice) for pain in candidate.unexplained)
    return f"Not felt from here: {names}"
