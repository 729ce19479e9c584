"""What is found for typed words, group by group, each with what choosing it does."""

from collections.abc import Iterator
from dataclasses import dataclass

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import MuscleId, Place
from bodymap.anatomy.plate import Kind
from bodymap.anatomy.region import Pain, Region, RegionId, Side
from bodymap.anatomy.treatment import TopicId, TreatmentId
from bodymap.anatomy.words import Voice, Words
from bodymap.inquiry.arrival import shown_side
from bodymap.inquiry.intents import Ask, ChooseMuscle, GoTo, Intent, OpenGuide, Reply
from bodymap.inquiry.state import Asking, Inquiry
from bodymap.inquiry.structure_card import KINDS
from bodymap.inquiry.wording import add_side, name_muscle, name_pain, sentence
from bodymap.language import mark, say, say_number
from bodymap.reasoning.lexicon import Subject, content_words
from bodymap.reasoning.search import Hit, read_side, search
from bodymap.reasoning.spelling import words_of

MOST_OF_BEST, MOST_OF_OTHERS = 6, 4
"""How many of the kind of the best are listed, and how many of each other; who wants more types on."""
SURE, NEARLY_AS_GOOD = 3, 0.92
"""How many of a kind are listed anyhow; one more has to be nearly as good as the best of them."""
HEADINGS = {
    Subject.REGION: mark("Where it hurts"),
    Subject.MUSCLE: mark("Muscles"),
    Subject.SYMPTOM: mark("Also felt"),
    Subject.HABIT: mark("Habits and strains"),
    Subject.TREATMENT: mark("Treatments"),
    Subject.TOPIC: mark("Good to know"),
    Subject.STRUCTURE: mark("Bones, nerves, vessels and more"),
    Subject.SIGN: mark("Warning signs"),
}
DOES = {
    Subject.SYMPTOM: mark("Tick it: this is felt too"),
    Subject.HABIT: mark("Tick it: this is so"),
    Subject.TREATMENT: mark("Read about it"),
    Subject.TOPIC: mark("Read about it"),
    Subject.SIGN: mark("Open the questions about warning signs"),
}
EXAMPLES = mark("jaw hurts\nleft temple\nmasseter, or SCM\nringing\ndesk work\ndry needling")


@dataclass(frozen=True, slots=True)
class FoundHit:
    """Something found: its name, what it is or does, whether it is chosen already, and how it is chosen."""

    title: str
    subtitle: str
    is_chosen: bool
    intent: Intent


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """What was found of one kind, best first."""

    heading: str
    hits: tuple[FoundHit, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """All that was found; ``said`` tells how much that is, ``hint`` what else may be typed."""

    query: str
    said: str
    hint: str
    groups: tuple[FoundGroup, ...]

    @property
    def hits(self) -> tuple[FoundHit, ...]:
        """All of it, in the order in which it is listed."""
        return tuple(hit for group in self.groups for hit in group.hits)


def find(atlas: Atlas, inquiry: Inquiry) -> Found | None:
    """Find what the typed words may mean; nothing while nobody looks for anything."""
    query = inquiry.query
    if query is None:
        return None
    if not content_words(query):
        hint = say("Type a place, a muscle, what is felt, a habit or a treatment. For example:")
        return Found(query, say("Find"), f"{hint}\n{say(EXAMPLES)}", ())
    groups = tuple(_groups(atlas, inquiry, query))
    number = sum(len(group.hits) for group in groups)
    if not number:
        hint = say("Try fewer letters, another word, or a place. For example:")
        said = say("Nothing found for “{words}”", words=query.strip())
        return Found(query, said, f"{hint}\n{say(EXAMPLES)}", ())
    return Found(query, say_number(number, "1 found", "{number} found"), "", groups)


def _groups(atlas: Atlas, inquiry: Inquiry, query: str) -> Iterator[FoundGroup]:
    """Yield the groups, that of the best first."""
    found: dict[Subject, list[Hit]] = {}
    for hit in search(atlas, query):
        found.setdefault(hit.subject, []).append(hit)
    _, side = read_side(query)
    for number, (subject, hits) in enumerate(found.items()):
        most = MOST_OF_OTHERS if number else MOST_OF_BEST
        good = NEARLY_AS_GOOD * hits[0].score
        kept = [hit for place, hit in enumerate(hits[:most]) if place < SURE or hit.score >= good]
        shown = (each for hit in kept for each in _write(atlas, inquiry, hit, side))
        yield FoundGroup(say(HEADINGS[subject]), tuple(shown))


def _write(atlas: Atlas, inquiry: Inquiry, hit: Hit, side: Side | None) -> Iterator[FoundHit]:
    match hit.subject:
        case Subject.REGION:
            yield from _regions(atlas, inquiry, hit, side)
        case Subject.MUSCLE:
            yield _muscle(atlas, inquiry, hit, side or side_in_mind(inquiry))
        case Subject.STRUCTURE:
            yield _structure(atlas, inquiry, hit, side or side_in_mind(inquiry))
        case _:
            yield _told(atlas, inquiry, hit)


def side_in_mind(inquiry: Inquiry) -> Side:
    """Return the side of the patient that is probably meant: that of the last pain, or the one looked at."""
    sides = [pain.side for pain in inquiry.pains if pain.side is not Side.MIDLINE]
    return sides[-1] if sides else inquiry.side


def _regions(atlas: Atlas, inquiry: Inquiry, hit: Hit, side: Side | None) -> Iterator[FoundHit]:
    """Yield a region, where it has two sides and none was typed once for each."""
    region = atlas.regions[RegionId(hit.id)]
    where, _, _ = region.where.in_voice(inquiry.voice).removesuffix(".").partition(". ")
    told = _explain(hit, (region.name,), where, inquiry.voice)
    for each in _sides(inquiry, region, side):
        pain = Pain(region.id, each)
        is_chosen = pain in inquiry.pains
        title = name_pain(atlas, pain, inquiry.voice)
        yield FoundHit(title, say("Chosen already") if is_chosen else told, is_chosen, GoTo(pain))
        told = ""  # said once, it holds for both sides


def _sides(inquiry: Inquiry, region: Region, side: Side | None) -> tuple[Side, ...]:
    if not region.is_paired:
        return (Side.MIDLINE,)
    first = side_in_mind(inquiry)
    return (side,) if side else (first, first.opposite)


def _muscle(atlas: Atlas, inquiry: Inquiry, hit: Hit, side: Side) -> FoundHit:
    muscle = atlas.muscles[MuscleId(hit.id)]
    place = Place(muscle.id, side)
    title = add_side(name_muscle(muscle, inquiry.voice), side)
    other = muscle.name.clinical if inquiry.voice is Voice.PLAIN else muscle.latin
    subtitle = _explain(hit, (muscle.name, Words(other, other)), sentence(other), inquiry.voice)
    return FoundHit(title, subtitle, place == inquiry.place, ChooseMuscle(place))


def _structure(atlas: Atlas, inquiry: Inquiry, hit: Hit, side: Side) -> FoundHit:
    kind, _, name = hit.id.partition("-")
    shape = shown_side(atlas, inquiry, Kind(kind), name, side)
    known = atlas.structure_of(shape)
    words = known.name if known else Words(name, name)
    bare = sentence(words.in_voice(inquiry.voice))
    title = bare if shape.side is Side.MIDLINE else add_side(bare, shape.side)
    subtitle = _explain(hit, (words,), say(KINDS[shape.kind]), inquiry.voice)
    return FoundHit(title, subtitle, shape == inquiry.structure, GoTo(shape))


def _told(atlas: Atlas, inquiry: Inquiry, hit: Hit) -> FoundHit:
    """Write what is ticked or read: a symptom, a habit, a warning sign, a treatment, a topic."""
    factor = atlas.factor(hit.id) if hit.subject in {Subject.SYMPTOM, Subject.HABIT} else None
    is_chosen = factor is not None and (hit.id, Answer.YES) in inquiry.answers
    told = say("Ticked already") if is_chosen else say(DOES[hit.subject])
    intent: Intent
    if factor:
        name, intent = factor.name, Reply(hit.id, Answer.YES)
    elif hit.subject is Subject.SIGN:
        name, intent = atlas.signs[hit.id].ask, Ask(Asking.RED_FLAGS)
    else:
        guide = atlas.treatments.get(TreatmentId(hit.id)) or atlas.topics[TopicId(hit.id)]
        name, intent = guide.name, OpenGuide(hit.id)
    subtitle = _explain(hit, (name,), told, inquiry.voice)
    return FoundHit(sentence(name.in_voice(inquiry.voice)), subtitle, is_chosen, intent)


def _explain(hit: Hit, shown: tuple[Words, ...], told: str, voice: Voice) -> str:
    """Say what something is, and by which other name it was found, where that is not to be seen."""
    seen = {word for words in shown for word in words_of(words.in_voice(voice))}
    is_seen = seen.issuperset(words_of(hit.matched))
    return told if is_seen else say("“{name}” · {what}", name=hit.matched, what=told)
