"""Writes what typed words may mean, as text or as JSON."""

import json
from collections.abc import Sequence

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.region import Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.find import HEADINGS, name_hit
from bodymap.inquiry.wording import name_side, sentence
from bodymap.language import say
from bodymap.reasoning.lexicon import Subject
from bodymap.reasoning.search import Hit


def found_as_text(atlas: Atlas, hits: Sequence[Hit], side: Side | None, voice: Voice) -> str:
    """Write what was found, kind by kind, that of the best first: the id, the name, and what matched."""
    if not hits:
        return say("Nothing found. Try fewer letters, or another word.")
    lines = [say("Patient's side: {side}", side=name_side(side))] if side else []
    for subject in dict.fromkeys(hit.subject for hit in hits):
        lines.append(say(HEADINGS[subject]))
        lines += [f"  {_line(atlas, hit, voice)}" for hit in hits if hit.subject is subject]
    return "\n".join(lines)


def _line(atlas: Atlas, hit: Hit, voice: Voice) -> str:
    name = sentence(name_hit(atlas, hit).in_voice(voice))
    matched = "" if hit.matched.casefold() == name.casefold() else f"  “{hit.matched}”"
    return f"{hit.id:34} {name}{matched}"


def found_as_json(atlas: Atlas, hits: Sequence[Hit], side: Side | None, voice: Voice) -> str:
    """Write what was found for programs, best first, with the side that was typed."""
    found = {
        "side": side.value if side else None,
        "hits": [_hit(atlas, hit, voice) for hit in hits],
        "content": f"{atlas.about.id} {atlas.about.version}",
    }
    return json.dumps(found, indent=2, ensure_ascii=False)


def _hit(atlas: Atlas, hit: Hit, voice: Voice) -> dict[str, object]:
    kind, _, name = hit.id.partition("-") if hit.subject is Subject.STRUCTURE else ("", "", hit.id)
    return {
        "what": hit.subject.value,
        "id": name,
        **({"kind": kind} if kind else {}),
        "name": name_hit(atlas, hit).in_voice(voice),
        "matched": hit.matched,
        "score": hit.score,
    }
