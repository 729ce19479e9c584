"""Writes what red flags the answers raise, as text or as JSON."""

import json
from collections.abc import Sequence

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.screening import Urgency
from bodymap.anatomy.words import Voice
from bodymap.inquiry.safety import call_words, do_words
from bodymap.language import mark, say
from bodymap.reasoning.screening import Raised, most_urgent

FRAMING = mark("This tells when to ask for help. It is not a diagnosis.")
NOTHING = mark("Nothing was raised by these answers. If you are worried, ask.")


def raised_as_text(atlas: Atlas, raised: Sequence[Raised], voice: Voice, number: str) -> str:
    """Write what was raised, the most urgent first: what to do, what it may be, why, and who says so."""
    lines = [line for each in raised for line in _lines(atlas, each, voice, number)]
    return "\n".join([*(lines or [say(NOTHING)]), say(FRAMING)])


def _lines(atlas: Atlas, found: Raised, voice: Voice, number: str) -> list[str]:
    rule = found.rule
    cites = "; ".join(
        atlas.sources[name].short for name in dict.fromkeys((*rule.do.sources, *rule.why.sources))
    )
    lines = [
        f"{do_words(rule.urgency)}: {rule.name.in_voice(voice)}  ({rule.id})",
        f"  {call_words(number)}" if rule.urgency is Urgency.EMERGENCY else "",
        f"  {rule.do.words.in_voice(voice)}",
        f"  {rule.why.words.in_voice(voice)} [{cites}]",
        f"  {say('Ticked: {signs}', signs=', '.join(found.because))}",
    ]
    return [line for line in lines if line]


def raised_as_json(raised: Sequence[Raised], voice: Voice, number: str) -> str:
    """Write what was raised for programs: the highest urgency, and each rule with the answers that met it."""
    urgency = most_urgent(raised)
    found = {
        "urgency": urgency.value if urgency else None,
        "raised": [_rule(each, voice, number) for each in raised],
        "framing": say(FRAMING),
    }
    return json.dumps(found, indent=2, ensure_ascii=False)


def _rule(found: Raised, voice: Voice, number: str) -> dict[str, object]:
    rule = found.rule
    return {
        "rule": rule.id,
        "urgency": rule.urgency.value,
        "because": list(found.because),
        "name": rule.name.in_voice(voice),
        "call": call_words(number) if rule.urgency is Urgency.EMERGENCY else "",
        "do": rule.do.words.in_voice(voice),
        "why": rule.why.words.in_voice(voice),
        "sources": list(dict.fromkeys((*rule.do.sources, *rule.why.sources))),
    }
