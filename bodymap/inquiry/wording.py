"""How facts become words for a reader: names, sides, sureness, urgency."""

from collections.abc import Mapping

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import Frequency, Muscle, Strength, Tested
from bodymap.anatomy.plate import Aspect
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.screening import Urgency
from bodymap.anatomy.words import Certainty, Sureness, Voice
from bodymap.inquiry.state import Layer, SideNames
from bodymap.language import mark, say

SIDE = {Side.RIGHT: mark("right"), Side.LEFT: mark("left"), Side.MIDLINE: mark("middle")}
SIDE_NAMES: Mapping[SideNames, Mapping[str, str]] = {
    SideNames.WORDS: {},
    SideNames.PATIENT: {"right": mark("patient's right"), "left": mark("patient's left")},
    SideNames.LETTERS: {"right": mark("R"), "left": mark("L")},
}
"""What is said in place of a side's usual word."""
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
CERTAINTY = {
    Certainty.HIGH: mark("high certainty of effect"),
    Certainty.MODERATE: mark("moderate certainty of effect"),
    Certainty.LOW: mark("low certainty of effect"),
    Certainty.VERY_LOW: mark("very low certainty of effect"),
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


def call_sides(phrases: Mapping[str, str], names: SideNames) -> Mapping[str, str]:
    """Return the phrases of a language, with the patient's sides called in some way."""
    called = {word: phrases.get(text, text) for word, text in SIDE_NAMES[names].items()}
    return {**phrases, **called}


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


def say_frequency(known: Frequency, voice: Voice) -> str:
    """Say in how many people of a study a muscle was found active."""
    people = known.people.in_voice(voice)
    parts = [
        say("a study found it in {percent:.0f} of 100 {people}", percent=known.percent, people=people),
        say("{number} people were examined", number=known.number),
        "" if known.controls is None else say("{percent:.0f} of 100 without it", percent=known.controls),
    ]
    return " · ".join(part for part in parts if part)


def name_muscle(muscle: Muscle, voice: Voice) -> str:
    """Name a muscle in the reader's voice."""
    return sentence(muscle.name.in_voice(voice))
