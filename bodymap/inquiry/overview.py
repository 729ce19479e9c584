"""What pressing brought so far: which muscles were confirmed, which were ruled out, and which are open."""

from dataclasses import dataclass

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.finding import Spread
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.words import Voice
from bodymap.inquiry.standing import Standing, finding_at, standing_of
from bodymap.inquiry.state import Inquiry
from bodymap.inquiry.wording import add_side, name_muscle, name_pain
from bodymap.language import mark, say

HEADINGS = {
    Standing.CONFIRMED: (mark("✓ Familiar pain"), mark("✓ Familiar pain")),
    Standing.UNSURE: (mark("? Not sure"), mark("? Not sure")),
    Standing.RULED_OUT: (mark("– No pain, or not the known pain"), mark("– Ruled out")),
    Standing.OPEN: (mark("○ Not pressed yet"), mark("○ Open")),
}
"""What each group is called, plainly and clinically."""
FELT = {
    Spread.LOCAL: mark("only under the finger"),
    Spread.SPREADING: mark("spreads in the muscle"),
    Spread.REFERRED: mark("felt elsewhere"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A muscle in the overview, and where pressing it was felt."""

    place: Place
    words: str
    felt: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What was found so far; where to begin, or to go on."""

    heading: str
    lead: str
    groups: tuple[tuple[str, tuple[Entry, ...]], ...]
    start: Place | None
    start_words: str


def write_overview(atlas: Atlas, inquiry: Inquiry, walk: tuple[Place, ...], *, is_held: bool) -> Overview:
    """Write what was found so far, and what is next."""
    if is_held:
        lead = say("Warning signs come first. Muscles are pressed only when nothing urgent is in sight.")
        return Overview(say("First: your safety"), lead, (), None, "")
    if not walk and not inquiry.findings:
        lead = say("Press on the drawing where it hurts. Then the muscles to press are listed here.")
        return Overview(say("Press and check"), lead, (), None, "")
    pressed = [place for place, _ in inquiry.findings]
    places = tuple(dict.fromkeys((*walk, *pressed)))
    standings = {place: standing_of(finding_at(atlas, inquiry, place)) for place in places}
    groups = tuple(
        (
            say(words[inquiry.voice is Voice.CLINICAL]),
            tuple(_entry(atlas, inquiry, place) for place in places if standings[place] is standing),
        )
        for standing, words in HEADINGS.items()
    )
    start = next((place for place in places if standings[place] is Standing.OPEN), None)
    return Overview(
        say("What pressing brought") if pressed else say("Press and check"),
        _next(atlas, inquiry, start),
        tuple(group for group in groups if group[1]),
        start,
        say("Go on ›") if inquiry.walked else say("Start ›"),
    )


def _entry(atlas: Atlas, inquiry: Inquiry, place: Place) -> Entry:
    finding = finding_at(atlas, inquiry, place)
    felt = ""
    if finding and finding.spread:
        names = [name_pain(atlas, pain, inquiry.voice) for pain in finding.felt]
        felt = ", ".join(names) if names else say(FELT[finding.spread])
    return Entry(place, _name(atlas, inquiry, place), felt)


def _next(atlas: Atlas, inquiry: Inquiry, place: Place | None) -> str:
    """Say which muscle is next, or that there is none."""
    if place is None:
        return say("Every muscle of the list was pressed.")
    return say("Next: {muscle}", muscle=_name(atlas, inquiry, place))


def _name(atlas: Atlas, inquiry: Inquiry, place: Place) -> str:
    return add_side(name_muscle(atlas.muscles[place.muscle], inquiry.voice), place.side)
