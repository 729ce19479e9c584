"""What is heard: each shape with its state and neighbours, and what a step has changed, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bodymap.anatomy.plate import STRUCTURES, Kind, Shape, ShapeId, read_shape
from bodymap.anatomy.words import Voice
from bodymap.inquiry.geography import Way
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import Page, Switch
from bodymap.inquiry.tones import COMPARED as COMPARED_TONES
from bodymap.inquiry.tones import LETTERS, Tone
from bodymap.inquiry.wording import add_side
from bodymap.language import mark, say

STATES = {
    Tone.CHOSEN: mark("chosen"),
    Tone.OPENED: mark("open"),
    Tone.EXAMINED: mark("open"),
    Tone.FELT: mark("felt when pressed"),
    Tone.CONFIRMED: mark("familiar pain"),
    Tone.RULED_OUT: mark("not the familiar pain"),
}
ZONES = {
    Voice.PLAIN: {
        Tone.ESSENTIAL: mark("felt here: main place"),
        Tone.SPILLOVER: mark("felt here: some people"),
    },
    Voice.CLINICAL: {
        Tone.ESSENTIAL: mark("referral zone: essential"),
        Tone.SPILLOVER: mark("referral zone: spillover"),
    },
}
COMPARED = {
    Voice.PLAIN: (
        mark("{letter} in the comparison"),
        mark("{letter} is felt here: main place"),
        mark("{letter} is felt here: some people"),
    ),
    Voice.CLINICAL: (
        mark("{letter} in the comparison"),
        mark("referral zone of {letter}: essential"),
        mark("referral zone of {letter}: spillover"),
    ),
}
"""How a compared muscle is told, and the two parts of its zone, by its letter."""
TOGETHER = mark("mapped together with another")
LIT = {Tone.LEADING, Tone.LIKELY, Tone.POSSIBLE}
HINTS = {
    (Kind.REGION, False): mark("Press to choose it."),
    (Kind.REGION, True): mark("Press to take it away."),
    (Kind.MUSCLE, False): mark("Press to open its page."),
    (Kind.MUSCLE, True): mark("Press to close its page."),
}
WAYS = {
    Way.LEFT: mark("Left: {names}."),
    Way.RIGHT: mark("Right: {names}."),
    Way.UP: mark("Up: {names}."),
    Way.DOWN: mark("Down: {names}."),
}
SWITCHES = {
    Switch.DANGERS: (mark("Dangers: shown"), mark("Dangers: hidden")),
    Switch.POINTS: (mark("Trigger points: shown"), mark("Trigger points: hidden")),
    Switch.NAMES: (mark("Names: shown"), mark("Names: hidden")),
    Switch.MIRROR: (mark("Mirror: on"), mark("Mirror: off")),
}
PAGES = {
    Page.EXAMINE: mark("Press and check: open"),
    Page.COMPARE: mark("Compare: open"),
    Page.WEIGH: mark("What matters to you: open"),
    Page.HAND_OVER: mark("Hand over: open"),
    Page.SETTINGS: mark("Settings: open"),
}
VOICES = {Voice.PLAIN: mark("Plain words"), Voice.CLINICAL: mark("Clinical words")}
FIRST = 3
"""How many candidates are told when the list changes; the others wait in it."""


@dataclass(frozen=True, slots=True)
class News:
    """Something to be said to who does not see it; what is urgent interrupts."""

    words: str
    is_urgent: bool = False


def name_shape(screen: Screen, shape: ShapeId) -> str:
    """Name a shape with its state, such as ``Temple (right): chosen``."""
    name, states = screen.names.get(shape, ""), ", ".join(tell_states(screen, shape))
    return say("{name}: {states}", name=name, states=states) if name and states else name


def tell_states(screen: Screen, shape: ShapeId) -> tuple[str, ...]:
    """Say how a shape stands out now: chosen, open, in the list, in the zone of the open muscle."""
    tones = screen.tones.get(shape, ())
    told = [say(STATES[tone]) for tone in tones if tone in STATES]
    rank = _rank_of(screen, shape)
    if rank:
        told.append(say("number {number} in the list", number=rank))
    elif LIT.intersection(tones):
        told.append(say(TOGETHER))
    told += [say(ZONES[screen.voice][tone]) for tone in tones if tone in ZONES[screen.voice]]
    told += [
        say(words, letter=letter)
        for letter, row in zip(LETTERS, COMPARED_TONES, strict=True)
        for tone, words in zip(row, COMPARED[screen.voice], strict=True)
        if tone in tones
    ]
    return tuple(told)


def describe_shape(screen: Screen, shape: ShapeId, beside: Mapping[Way, ShapeId]) -> str:
    """Say what a press on a shape does, what lies beside it, and which view lies beyond it."""
    told = [_hint(screen, shape)]
    for way, words in WAYS.items():
        if way in beside:
            told.append(say(words, names=screen.names.get(beside[way], "")))
        elif way in screen.beyond:
            told.append(say(words, names=screen.beyond[way].words))
    return " ".join(part for part in told if part)


def tell_change(old: Screen, new: Screen) -> tuple[News, ...]:
    """Say what a step has changed, shortest first; what cannot wait is said on its own, at once."""
    known = {flag.rule for flag in old.flags}
    urgent = [flag for flag in new.flags if flag.rule not in known]
    told = [say("{urgency}: {what}.", urgency=flag.heading, what=flag.title) for flag in urgent[:1]]
    news = [News(words, is_urgent=True) for words in told]
    calm = list(dict.fromkeys(words for words in _changes(old, new) if words))
    if calm:
        news.append(News(" ".join(words if words[-1] in ".?!" else f"{words}." for words in calm)))
    return tuple(news)


def _changes(old: Screen, new: Screen) -> Iterator[str]:
    """Go through what changed, from what was pressed to what came of it."""
    yield from _view_changes(old, new)
    yield from _page_changes(old, new)
    before, now = ({chip.pain: chip.words for chip in screen.chips} for screen in (old, new))
    if before and not now:
        yield say("Nothing is chosen")
    else:
        yield from (say("{region}: taken away", region=before[pain]) for pain in before if pain not in now)
    yield from (say("{region}: chosen", region=now[pain]) for pain in now if pain not in before)
    if new.heading != old.heading:
        yield new.heading
    if _first(new) != _first(old) and _first(new):
        yield say("First: {muscles}", muscles="; ".join(_first(new)))
    if new.unexplained != old.unexplained:
        yield new.unexplained


def _view_changes(old: Screen, new: Screen) -> Iterator[str]:
    if (new.plate, new.side) != (old.plate, old.side):
        yield next((view.words for view in new.views if view.is_shown), "")
    if new.layer != old.layer:
        yield dict(new.layers).get(new.layer, "")
    if new.opens_jaw != old.opens_jaw:
        yield say("Jaw: open") if new.opens_jaw else say("Jaw: closed")
    for switch in Switch:
        if (switch in new.switches) != (switch in old.switches):
            yield say(SWITCHES[switch][switch not in new.switches])
    if new.voice is not old.voice:
        yield say(VOICES[new.voice])


def _page_changes(old: Screen, new: Screen) -> Iterator[str]:
    """Say what was opened beside the drawing, or that it was closed."""
    opened, was_open = _opened(new), _opened(old)
    if opened != was_open and new.voice is old.voice:
        yield opened or say("Closed")
    ticks = new.ticks.title if new.ticks else ""
    if ticks and (old.ticks is None or old.ticks.title != ticks):
        yield ticks


def _opened(screen: Screen) -> str:
    """Name the page that lies open beside the drawing, if there is one."""
    if screen.page:
        return say(PAGES[screen.page])
    if screen.card:
        return say("{muscle}: open", muscle=add_side(screen.card.title, screen.card.place.side))
    if screen.structure:
        return say("{structure}: open", structure=screen.structure.title)
    if screen.guide:
        return say("{page}: open", page=screen.guide.title)
    return ""


def _first(screen: Screen) -> tuple[str, ...]:
    """Name the first candidates, with their sides."""
    found = [row for row in screen.rows if row.rank][:FIRST]
    return tuple(add_side(row.title, row.place.side) for row in found)


def _rank_of(screen: Screen, shape: ShapeId) -> int:
    """Return the number of a muscle in the list, or nothing."""
    known = read_shape(shape)
    if known is None or known.kind is not Kind.MUSCLE:
        return 0
    ranks = (row.rank for row in screen.rows if Shape(Kind.MUSCLE, row.place.muscle, row.place.side) == known)
    return next(ranks, 0)


def _hint(screen: Screen, shape: ShapeId) -> str:
    known = read_shape(shape)
    if known is None:
        return ""
    is_on = bool({Tone.CHOSEN, Tone.OPENED, Tone.EXAMINED}.intersection(screen.tones.get(shape, ())))
    return say(HINTS[Kind.MUSCLE if known.kind in STRUCTURES else known.kind, is_on])
