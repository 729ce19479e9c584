"""The rows of the list: candidates with their reasons, or every muscle by name."""

from dataclasses import dataclass

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import MuscleId, Place
from bodymap.anatomy.plate import Kind, PlateId, Shape
from bodymap.anatomy.region import Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.reasons import MAIN_KINDS, explain_fit, explain_shortly, name_candidate, speak_against
from bodymap.inquiry.standing import Standing, finding_at, say_standing, standing_of
from bodymap.inquiry.state import Inquiry
from bodymap.inquiry.tones import Tone, tone_of_rank
from bodymap.inquiry.views import better_plate
from bodymap.inquiry.wording import name_muscle, name_side
from bodymap.language import say
from bodymap.reasoning.ranking import Ranking
from bodymap.reasoning.tally import Candidate

MOST_ROWS = 60
"""How many candidates are listed; nobody reads on, and a large pack knows thousands."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The plate on which a muscle is seen better than here."""

    plate: PlateId
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """A muscle in the list: a candidate with its reasons, or an entry of the index."""

    place: Place
    rank: int
    title: str
    subtitle: str
    reasons: tuple[str, ...]
    against: str
    share: float
    tone: Tone | None
    is_open: bool
    elsewhere: Elsewhere | None = None
    standing: Standing = Standing.OPEN
    found: str = ""
    """What pressing it brought, its sign first."""


def list_candidates(atlas: Atlas, inquiry: Inquiry, ranking: Ranking) -> tuple[Row, ...]:
    """List the candidates with their reasons, best first."""
    best = ranking.candidates[0].score if ranking.candidates else 1.0
    best = best if best > 0 else 1.0
    return tuple(
        _candidate_row(atlas, inquiry, candidate, number, best)
        for number, candidate in enumerate(ranking.candidates[:MOST_ROWS], 1)
    )


def _candidate_row(atlas: Atlas, inquiry: Inquiry, candidate: Candidate, number: int, best: float) -> Row:
    open_here = inquiry.place is not None and inquiry.place.side is candidate.place.side
    shown = (candidate.place.muscle, *candidate.together)
    finding = finding_at(atlas, inquiry, candidate.place)
    return Row(
        place=candidate.place,
        rank=number,
        title=name_candidate(atlas, candidate, inquiry.voice),
        subtitle=name_side(candidate.place.side),
        reasons=_reasons(atlas, inquiry, candidate),
        against=speak_against(atlas, candidate, inquiry.voice),
        share=max(0.0, candidate.score / best),
        tone=tone_of_rank(number),
        is_open=open_here and inquiry.place is not None and inquiry.place.muscle in shown,
        elsewhere=name_better_view(atlas, inquiry, candidate.place),
        standing=standing_of(finding),
        found=say_standing(finding),
    )


def _reasons(atlas: Atlas, inquiry: Inquiry, candidate: Candidate) -> tuple[str, ...]:
    """Say the terms that a reader asks for first, and in one line how well the muscle fits."""
    said = [
        explain_shortly(atlas, term, inquiry.voice) for term in candidate.terms if term.kind in MAIN_KINDS
    ]
    return tuple(line for line in (*said, explain_fit(candidate)) if line)


def name_better_view(atlas: Atlas, inquiry: Inquiry, place: Place) -> Elsewhere | None:
    """Say where a muscle is seen better than in the open view, if there is such a place."""
    plate = better_plate(atlas, inquiry, place)
    if plate is None:
        return None
    name = atlas.plates[plate].name.in_voice(inquiry.voice)
    return Elsewhere(plate, say("Seen best here: {view} ›", view=name))


def list_muscles(atlas: Atlas, inquiry: Inquiry) -> tuple[Row, ...]:
    """List every muscle of the plate by name, for those who begin with a muscle."""
    plate = atlas.plates[inquiry.plate]
    sides = (inquiry.side, Side.MIDLINE)
    drawn = [Shape(Kind.MUSCLE, muscle, side) for muscle in atlas.muscles for side in sides]
    rows = [_index_row(atlas, inquiry, shape) for shape in drawn if plate.shows(shape)]
    return tuple(sorted(rows, key=lambda row: row.title.casefold()))


def _index_row(atlas: Atlas, inquiry: Inquiry, shape: Shape) -> Row:
    muscle = atlas.muscles[MuscleId(shape.name)]
    place = Place(muscle.id, shape.side)
    return Row(
        place=place,
        rank=0,
        title=name_muscle(muscle, inquiry.voice),
        subtitle=muscle.name.clinical if inquiry.voice is Voice.PLAIN else muscle.latin,
        reasons=(),
        against="",
        share=0.0,
        tone=None,
        is_open=inquiry.place == place,
    )
