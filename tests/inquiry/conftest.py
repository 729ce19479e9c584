"""An inquiry into the tiny pack, everything that can be asked of the core, and a screen put into words."""

from collections.abc import Callable

import pytest
from hypothesis import strategies as st

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import read_shape
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.card import Card, Item
from bodymap.inquiry.intents import (
    ChooseMuscle,
    ClickShape,
    CloseMuscle,
    GoBack,
    GoTo,
    Intent,
    OpenJaw,
    ShowLayer,
    ShowSide,
    ShowView,
    StartOver,
    ToggleRegion,
    Turn,
    TypeQuery,
    UseVoice,
)
from bodymap.inquiry.screen import Screen, compose
from bodymap.inquiry.state import Inquiry, Layer, Switch
from bodymap.inquiry.update import update

NONSENSE = ["", "-", "region-knee-left", "muscle-gone-right", "trp-gone_1-left", "outline-skin-mid", "é"]


@pytest.fixture
def begun() -> Inquiry:
    """Where everybody begins."""
    return Inquiry("side")


@pytest.fixture
def ask(atlas: Atlas) -> Callable[..., Inquiry]:
    """Ask one thing after the other of the tiny pack."""

    def ask(*intents: Intent, of: Inquiry | None = None) -> Inquiry:
        inquiry = of or Inquiry("side")
        for intent in intents:
            inquiry = update(atlas, inquiry, intent)
        return inquiry

    return ask


@pytest.fixture
def see(atlas: Atlas, ask: Callable[..., Inquiry]) -> Callable[..., Screen]:
    """See what the tiny pack shows when these things were asked."""
    return lambda *intents: compose(atlas, ask(*intents))


@pytest.fixture(scope="session")
def steps(core: Atlas) -> st.SearchStrategy[Intent]:
    """Everything that can be asked of the core pack, and some nonsense."""
    drawn = [read_shape(shape) for shape in sorted(core.plates["side"].shapes)]
    shapes = [*NONSENSE, *(side.id for shape in drawn for side in (shape, shape.mirrored))]
    muscles, regions = sorted(core.muscles), sorted(core.regions)
    side = st.sampled_from(list(Side))
    return st.one_of(
        st.builds(ClickShape, st.sampled_from(shapes)),
        st.builds(ToggleRegion, st.builds(Pain, st.sampled_from([*regions, "knee"]), side)),
        st.builds(ChooseMuscle, st.builds(Place, st.sampled_from([*muscles, "gone"]), side)),
        st.builds(ShowSide, side),
        st.builds(ShowView, st.sampled_from([*core.plates, "gone"]), side),
        st.builds(ShowLayer, st.sampled_from(list(Layer))),
        st.builds(OpenJaw, st.booleans()),
        st.builds(Turn, st.sampled_from(list(Switch)), st.booleans()),
        st.builds(UseVoice, st.sampled_from(list(Voice))),
        st.builds(TypeQuery, st.sampled_from([None, "", "jaw hurts", "l temple", "masester", "é?"])),
        st.builds(GoTo, st.builds(Pain, st.sampled_from([*regions, "knee"]), side)),
        st.builds(GoTo, st.sampled_from([shape for shape in drawn if core.structure_of(shape)])),
        st.sampled_from([CloseMuscle(), GoBack(), StartOver()]),
    )


@pytest.fixture
def describe() -> Callable[[Screen], str]:
    """Put all that is to be seen into words, for reading what changes."""
    return _describe


def _describe(screen: Screen) -> str:
    ways = {"Back": screen.can_go_back, "Start over": screen.can_start_over}
    parts = [
        f"{' | '.join(screen.captions)} · {screen.layer} · {screen.voice} · press {sorted(screen.pressable)}",
        f"views: {', '.join(f'{view.words}{_mark(view)}' for view in screen.views)}",
        f"layers: {', '.join(words for _, words in screen.layers)}; switches: {sorted(screen.offered)}",
        f"ways out: {', '.join(way for way, is_open in ways.items() if is_open) or 'none'}",
        f"hint: {screen.hint}",
        f"chips: {', '.join(chip.words for chip in screen.chips) or 'none'}",
        f"# {screen.heading}",
        *(line for row in screen.rows for line in _row(row)),
        f"unexplained: {screen.unexplained or 'nothing'}",
        *(
            f"otherwise{'!' * o.is_pressing}: {o.region}: {o.text} ({o.urgency}) {_numbers(o.citations)}"
            for o in screen.safety.otherwise
        ),
        f"fewest: {screen.fewest or 'none'}",
        "tones:",
        *(f"  {shape}: {', '.join(tones)}" for shape, tones in sorted(screen.tones.items())),
        *(f"  {shape}: number {number}" for shape, number in screen.ranks.items()),
        *(_card(screen.card) if screen.card else ["no card"]),
    ]
    return "\n".join(parts)


def _mark(view) -> str:
    """Say what a small picture shows: that it is open, that it is turned, and what is chosen in it."""
    marks = ["shown"] * view.is_shown + ["flipped"] * view.is_flipped + list(view.chosen)
    return f" ({', '.join(marks)})" if marks else ""


def _row(row) -> list[str]:
    number = f"{row.rank}." if row.rank else "-"
    opened = " [open]" if row.is_open else ""
    lines = [f"{number} {row.title} | {row.subtitle} | {row.share:.2f} | {row.tone or 'unlit'}{opened}"]
    return [
        *lines,
        *(f"    {reason}" for reason in row.reasons),
        *([f"    {row.against}"] if row.against else []),
    ]


def _card(card: Card) -> list[str]:
    lines = [f"== {card.title} ({card.latin}), {card.side} ==", card.framing, card.together, card.no_map]
    if card.side_note:
        lines.append(_item(card.side_note))
    for point in card.points:
        lines += [f"X {point.title}: {_item(point.where)}", point.note]
        for zone in point.zones:
            unseen = "" if zone.is_on_plate else " (not drawn)"
            lines.append(
                f"    {zone.region}{unseen}: {zone.label} · {zone.detail} {_numbers(zone.citations)}"
            )
    for section in card.sections:
        lines.append(f"## {section.heading}{' !' if section.is_warning else ''}")
        lines += [_item(item) for item in section.items]
    lines += [
        f"[{known.number}] {known.short}: {known.citation} ({known.trust})" for known in card.bibliography
    ]
    return [line for line in lines if line]


def _item(item: Item) -> str:
    caution = f" CAUTION {item.caution}" if item.caution else ""
    return f"{item.text}{caution} ({item.sureness}) {_numbers(item.citations)}"


def _numbers(citations) -> str:
    return f"[{', '.join(str(cite.number) for cite in citations)}]"


@pytest.fixture
def after(core) -> Callable[..., Inquiry]:
    """Follow the core from the side, where the red flags were answered, to what comes of some intents."""

    def follow(*intents: Intent) -> Inquiry:
        inquiry = Inquiry("side", is_screened=True)
        for intent in intents:
            inquiry = update(core, inquiry, intent)
        return inquiry

    return follow
