"""The examination: where and how to press the muscle that is come to, what is asked, and what was found."""

from dataclasses import dataclass

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.finding import Finding, Spread
from bodymap.anatomy.muscle import Muscle, Place
from bodymap.anatomy.plate import Kind, Shape
from bodymap.anatomy.words import Press, Statement, Technique, Voice
from bodymap.inquiry.answers import ASKED, TERMS, Option, list_told, offer
from bodymap.inquiry.card import Item, write_item
from bodymap.inquiry.footnotes import Footnotes, Reference
from bodymap.inquiry.overview import Overview, write_overview
from bodymap.inquiry.probe import Question, question_of
from bodymap.inquiry.rows import Elsewhere, name_better_view
from bodymap.inquiry.standing import finding_at, say_standing
from bodymap.inquiry.state import Inquiry, Page
from bodymap.inquiry.views import seen_now
from bodymap.inquiry.walk import neighbours, stops
from bodymap.inquiry.wording import add_side, name_muscle, name_pain, sentence
from bodymap.language import mark, say
from bodymap.reasoning.ranking import Ranking

TECHNIQUES = {
    Technique.FLAT: (mark("flat finger"), mark("flat palpation")),
    Technique.PINCER: (mark("between finger and thumb"), mark("pincer")),
    Technique.INTRAORAL: (mark("inside the mouth, with a glove"), mark("intraoral, gloved")),
}
"""How a muscle is taken hold of, plainly and clinically."""
CAUTION_FIRST = frozenset({"front_neck", "side_neck", "eye"})
"""The groups of muscles of which one reads what lies near before one reads how to press."""
SHOWN_SOURCES = 2
EXAM = "examination"
"""The topic that says how muscles are pressed in general."""
NO_FORCE = (
    mark("No source here gives a force for this muscle."),
    mark("No sourced force for this muscle."),
)
USUAL = (
    mark("The ring counts {seconds} seconds, as one standard jaw exam does."),
    mark("The ring counts {seconds} s, the DC/TMD hold for temporalis and masseter."),
)
HANDS = (
    mark("For the person who examines. Do not press your own neck. Nobody presses on a pulse."),
    mark("For the examiner, not for self-palpation. Never press on a pulse, the airway or the globe."),
)


@dataclass(frozen=True, slots=True)
class Hold:
    """How hard and how long one presses, in words, and the seconds that the ring counts."""

    words: str
    seconds: int
    notch: int
    """The second at which it is known whether it hurts; where it is felt takes longer. 0 where none is."""
    note: str


@dataclass(frozen=True, slots=True)
class Stop:
    """The muscle that is pressed now: where, how, with what care, and what is asked."""

    place: Place
    title: str
    progress: str
    technique: str
    hold: Hold
    hands: str
    dangers: tuple[Item, ...]
    caution_first: bool
    how: tuple[Item, ...]
    points: tuple[tuple[str, Item], ...]
    is_aimed: bool
    """Whether the drawing shows where to press."""
    question: Question | None
    asked: str
    meaning: str
    options: tuple[Option, ...]
    told: tuple[Option, ...]
    standing: str
    felt: str
    before: Place | None
    after: Place | None
    elsewhere: Elsewhere | None
    bibliography: tuple[Reference, ...]


Examination = Stop | Overview


def write_examination(
    atlas: Atlas, inquiry: Inquiry, ranking: Ranking, *, is_held: bool
) -> Examination | None:
    """Write what is seen while muscles are pressed one after the other; nothing on any other page."""
    if inquiry.page is not Page.EXAMINE:
        return None
    walk = stops(atlas, inquiry, ranking)
    if inquiry.place is None or is_held:
        return write_overview(atlas, inquiry, walk, is_held=is_held)
    return _stop(atlas, inquiry, inquiry.place, walk)


def _stop(atlas: Atlas, inquiry: Inquiry, place: Place, walk: tuple[Place, ...]) -> Stop:
    voice, notes, muscle = inquiry.voice, Footnotes(atlas), atlas.muscles[place.muscle]
    clinical = voice is Voice.CLINICAL
    finding = dict(inquiry.findings).get(place, Finding())
    question = question_of(finding)
    told_how = _how(muscle)
    caution_first = muscle.group in CAUTION_FIRST or any(each.caution for each in told_how)
    before, after = neighbours(walk, place)
    dangers = tuple(write_item(each, voice, notes) for each in muscle.dangers)
    points = [Shape(Kind.TRIGGER_POINT, point.id, place.side) for point in muscle.trigger_points]
    return Stop(
        place=place,
        title=add_side(name_muscle(muscle, voice), place.side),
        progress=_progress(walk, place),
        technique=_technique(told_how, clinical=clinical),
        hold=_hold(atlas, told_how, voice, may_guess=not caution_first),
        hands=say(HANDS[clinical]),
        dangers=dangers,
        caution_first=caution_first,
        how=tuple(write_item(each, voice, notes) for each in told_how),
        points=tuple(
            (point.name.in_voice(voice), write_item(point.where, voice, notes))
            for point in muscle.trigger_points
        ),
        is_aimed=any(seen_now(atlas, inquiry, point) for point in points),
        question=question,
        asked=say(ASKED[question][clinical]) if question else "",
        meaning="" if finding.spread is Spread.SPREADING else _meaning(atlas, question, voice),
        options=offer(atlas, inquiry, place, finding),
        told=list_told(inquiry, finding),
        standing=say_standing(finding_at(atlas, inquiry, place)),
        felt=_felt(atlas, inquiry, finding),
        before=before,
        after=after,
        elsewhere=name_better_view(atlas, inquiry, place),
        bibliography=notes.list(),
    )


def _how(muscle: Muscle) -> tuple[Statement, ...]:
    """Return the statements that say how the muscle is pressed: the first, and all that say so in a field."""
    return tuple(
        known
        for number, known in enumerate(muscle.how_found)
        if number == 0 or known.technique or known.press
    )


def _progress(walk: tuple[Place, ...], place: Place) -> str:
    if place not in walk:
        return ""
    return say("{number} of {all}", number=walk.index(place) + 1, all=len(walk))


def _technique(how: tuple[Statement, ...], *, clinical: bool) -> str:
    """Say how the muscle is taken hold of, as its sources do."""
    named = next((known.technique for known in how if known.technique), ())
    return sentence(" · ".join(say(TECHNIQUES[technique][clinical]) for technique in named))


def _hold(atlas: Atlas, how: tuple[Statement, ...], voice: Voice, *, may_guess: bool) -> Hold:
    """Say how hard and how long; where no source says it of this muscle, say so, and count as elsewhere.

    Where arteries, airway or eye are near nothing is taken from elsewhere.
    """
    clinical = voice is Voice.CLINICAL
    said = next((known for known in how if known.press), None)
    press = said.press if said else None
    usual = press or (_usual(atlas) if may_guess else None)
    note = "" if press and press.force_kg else say(NO_FORCE[clinical])
    if usual is None:
        return Hold("", 0, 0, note)
    seconds = max(usual.seconds)
    notch = min(usual.seconds) if len(usual.seconds) > 1 else 0
    if press is None:
        return Hold("", seconds, notch, " ".join((note, say(USUAL[clinical], seconds=seconds))))
    words = _say_press(press, seconds, voice)
    is_elsewhere = len(press.sites) == 1 and said is not next((each for each in how if each.technique), said)
    return Hold(say("Also: {hold}", hold=words) if is_elsewhere else words, seconds, notch, note)


def _say_press(press: Press, seconds: int, voice: Voice) -> str:
    """Say how hard, how long and where; of several places only how many."""
    where = press.sites[0].in_voice(voice)
    if len(press.sites) > 1:
        where = say("at {number} places", number=len(press.sites))
    if press.force_kg is None:
        return say("{seconds} seconds: {where}", seconds=seconds, where=where)
    return say("{force} kg, {seconds} seconds: {where}", force=press.force_kg, seconds=seconds, where=where)


def _usual(atlas: Atlas) -> Press | None:
    """Return how one presses in general, as the pack's own topic says first."""
    topic = next((topic for topic in atlas.topics.values() if topic.id == EXAM), None)
    if topic is None:
        return None
    said = (known.press for chapter in topic.chapters for known in chapter.statements)
    return next((press for press in said if press), None)


def _meaning(atlas: Atlas, question: Question | None, voice: Voice) -> str:
    """Explain the term of art in a question, with its sources in short."""
    term = atlas.terms.get(TERMS.get(question, "")) if question else None
    if term is None:
        return ""
    shorts = "; ".join(cite.short for cite in Footnotes(atlas).cite(term.means.sources)[:SHOWN_SOURCES])
    return say("{meaning} [{sources}]", meaning=term.means.words.in_voice(voice), sources=shorts)


def _felt(atlas: Atlas, inquiry: Inquiry, finding: Finding) -> str:
    """Say which of the places in which it was felt are among those that hurt."""
    same = [name_pain(atlas, pain, inquiry.voice) for pain in finding.felt if pain in inquiry.pains]
    return say("Felt where it hurts: {places}", places=", ".join(same)) if same else ""
