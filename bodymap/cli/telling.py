"""Writes a ranking as text or as JSON."""

import json

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.region import Pain
from bodymap.anatomy.words import Voice
from bodymap.inquiry.reasons import explain, name_candidate, speak_against
from bodymap.inquiry.wording import name_pain
from bodymap.language import mark, say
from bodymap.reasoning.ranking import Ranking
from bodymap.reasoning.tally import Candidate
from bodymap.reasoning.term import Term

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
    if len(ranking.fewest) > 1 or len(_explained(ranking)) > 1:
        fewest = " + ".join(map(str, ranking.fewest))
        lines.append(say("The fewest that explain all the rest: {muscles}.", muscles=fewest))
    return "\n".join([*lines, say(FRAMING)])


def as_json(atlas: Atlas, ranking: Ranking, voice: Voice) -> str:
    """Write a ranking for programs."""
    found = {
        "candidates": [_candidate(atlas, candidate, voice) for candidate in ranking.candidates],
        "unexplained": [str(pain) for pain in ranking.unexplained],
        "fewest": [str(place) for place in ranking.fewest],
        "content": f"{atlas.about.id} {atlas.about.version}",
        "framing": say(FRAMING),
    }
    return json.dumps(found, indent=2, ensure_ascii=False)


def _candidate(atlas: Atlas, candidate: Candidate, voice: Voice) -> dict[str, object]:
    return {
        "muscle": candidate.place.muscle,
        "side": candidate.place.side.value,
        "name": name_candidate(atlas, candidate, voice),
        "together_with": list(candidate.together),
        "score": candidate.score,
        "finding": candidate.finding,
        "terms": [_term(atlas, term, voice) for term in candidate.terms],
        "not_explained": [str(pain) for pain in candidate.unexplained],
    }


def _explained(ranking: Ranking) -> set[Pain]:
    return {pain for candidate in ranking.candidates for pain in candidate.explained}


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
    if term.factor:
        written |= {term.kind.value: term.factor}
    if term.answer:
        written |= {"answer": term.answer.value}
    if term.frequency:
        known = term.frequency
        written |= {"complaint": known.complaint, "percent": known.percent, "of": known.number}
    if term.sureness:
        written |= {"sure": term.sureness.value, "sources": list(term.sources)}
    return {**written, "words": explain(atlas, term, voice)}
