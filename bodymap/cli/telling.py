"""Writes a ranking as text or as JSON."""

import json
from collections.abc import Sequence

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.words import Voice
from bodymap.content.readability import AIM_GRADE, AIM_WORDS, Reading
from bodymap.inquiry.wording import explain, name_candidate, name_pain, speak_against
from bodymap.language import mark, say
from bodymap.reasoning.ranking import Candidate, Ranking, Term

FRAMING = mark("A list of what may explain it, for education; not a diagnosis.")


def as_text(atlas: Atlas, ranking: Ranking, voice: Voice) -> str:
    """Write a ranking for reading: each candidate with the sum that ranks it."""
    lines = []
    for number, candidate in enumerate(ranking.candidates, 1):
        line = say(
            "{muscle} ({place})  score {score:.2f}",
            muscle=name_candidate(atlas, candidate, voice),
            place=candidate.place,
            score=candidate.score,
        )
        lines.append(f"{number:2}. {line}")
        lines += [f"      {term.value:+.2f}  {explain(atlas, term, voice)}" for term in candidate.terms]
        against = speak_against(atlas, candidate, voice)
        lines += [f"             {against}"] if against else []
    unexplained = ", ".join(name_pain(atlas, pain, voice) for pain in ranking.unexplained)
    if unexplained:
        lines.append(say("No muscle here is known to be felt in: {places}.", places=unexplained))
    return "\n".join([*lines, say(FRAMING)])


def as_json(atlas: Atlas, ranking: Ranking, voice: Voice) -> str:
    """Write a ranking for programs."""
    found = {
        "candidates": [_candidate(atlas, candidate, voice) for candidate in ranking.candidates],
        "unexplained": [str(pain) for pain in ranking.unexplained],
        "content": f"{atlas.about.id} {atlas.about.version}",
        "framing": say(FRAMING),
    }
    return json.dumps(found, indent=2, ensure_ascii=False)


def sum_up_reading(readings: Sequence[Reading], *, is_full: bool = False) -> str:
    """Say how hard the plain texts of a pack are to read; in full, name each that goes beyond the aim."""
    if not readings:
        return "plain texts: none"
    hard = sum(reading.grade > AIM_GRADE for reading in readings)
    long = sum(reading.longest >= AIM_WORDS for reading in readings)
    middle, most = (readings[len(readings) // part].grade for part in (2, 10))
    lines = [
        f"plain texts: {len(readings)}; school grade {middle:.1f} in the middle, "
        f"{most:.1f} or less in nine of ten, {readings[0].grade:.1f} at most",
        f"beyond the aim: {hard} above grade {AIM_GRADE:.0f}, "
        f"{long} with a sentence of {AIM_WORDS} words or more",
    ]
    if is_full:
        lines += [
            f"{reading.place}: grade {reading.grade:.1f}, a sentence of {reading.longest}: {reading.text}"
            for reading in readings
            if not reading.is_easy
        ]
    return "\n".join(lines)


def _candidate(atlas: Atlas, candidate: Candidate, voice: Voice) -> dict[str, object]:
    return {
        "muscle": candidate.place.muscle,
        "side": candidate.place.side.value,
        "name": name_candidate(atlas, candidate, voice),
        "together_with": list(candidate.together),
        "score": candidate.score,
        "terms": [_term(atlas, term, voice) for term in candidate.terms],
        "not_explained": [str(pain) for pain in candidate.unexplained],
    }


def _term(atlas: Atlas, term: Term, voice: Voice) -> dict[str, object]:
    written: dict[str, object] = {"kind": term.kind.value, "value": round(term.value, 6)}
    if term.pain and term.trigger_point and term.referral:
        written |= {
            "region": str(term.pain),
            "trigger_point": term.trigger_point.id,
            "strength": term.referral.strength.value,
            "tested": term.referral.tested.value,
            "other_side": term.is_other_side,
        }
    if term.symptom:
        written["symptom"] = term.symptom
    if term.sureness:
        written |= {"sure": term.sureness.value, "sources": list(term.sources)}
    return {**written, "words": explain(atlas, term, voice)}
