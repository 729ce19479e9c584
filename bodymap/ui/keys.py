"""Every key of the window: one line here makes the shortcut, and its line on the help page."""

from dataclasses import dataclass
from enum import StrEnum

from bodymap.anatomy.plate import PlateId
from bodymap.anatomy.region import Side
from bodymap.inquiry.intents import Ask, Intent, OpenGuide, OpenPage, ShowLayer, ShowSide, ShowView, StartOver
from bodymap.inquiry.state import Asking, Layer, Page, Switch
from bodymap.language import mark


class Act(StrEnum):
    """What a key asks of the window itself."""

    BACK = "back"
    COMPARE = "compare"
    FIND = "find"
    HELP = "help"
    OPEN = "open"
    SAVE = "save"
    SAVE_AS = "save_as"
    JAW = "jaw"
    VOICE = "voice"
    NEXT_PART = "next_part"
    DRAWING = "drawing"
    LIST = "list"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Key:
    """Some keys that do the same, and what that is.

    What does nothing here is done by what has the focus, and only told.
    """

    keys: tuple[str, ...]
    words: str
    does: Intent | Switch | Act | None = None


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that belong together, under one heading."""

    heading: str
    keys: tuple[Key, ...]


GROUPS = (
    KeyGroup(
        mark("On the drawing"),
        (
            Key(("Tab", "Shift+Tab"), mark("to the next part of the window, or back")),
            Key(
                ("←", "→", "↑", "↓"),
                mark("to what lies beside it; at the edge, to the next view"),
            ),
            Key(("Enter", "Space"), mark("press it")),
            Key(("+", "-", "0"), mark("zoom in, zoom out, show all")),
        ),
    ),
    KeyGroup(
        mark("Steps"),
        (
            Key(("Esc",), mark("one step back"), Act.BACK),
            Key(("Ctrl+Backspace",), mark("start over"), StartOver()),
            Key(("F6",), mark("on to the drawing, the list, the page"), Act.NEXT_PART),
            Key(("Ctrl+1",), mark("to the drawing"), Act.DRAWING),
            Key(("Ctrl+2",), mark("to the list"), Act.LIST),
            Key(("Ctrl+3",), mark("to the page"), Act.PAGE),
            Key(("Ctrl+K", "/"), mark("find"), Act.FIND),
            Key(("F1", "?"), mark("this page"), Act.HELP),
        ),
    ),
    KeyGroup(
        mark("Views"),
        (
            Key(("F",), mark("front"), ShowView(PlateId("front"))),
            Key(("R",), mark("right side"), ShowSide(Side.RIGHT)),
            Key(("L",), mark("left side"), ShowSide(Side.LEFT)),
            Key(("B",), mark("back"), ShowView(PlateId("back"))),
            Key(("O",), mark("mouth"), ShowView(PlateId("mouth"))),
            Key(("1",), mark("skin"), ShowLayer(Layer.SKIN)),
            Key(("2",), mark("muscles"), ShowLayer(Layer.SURFACE)),
            Key(("3",), mark("deep muscles"), ShowLayer(Layer.DEEP)),
            Key(("4",), mark("bone"), ShowLayer(Layer.BONE)),
            Key(("J",), mark("open or close the jaw"), Act.JAW),
        ),
    ),
    KeyGroup(
        mark("Over the drawing"),
        (
            Key(("D",), mark("dangers"), Switch.DANGERS),
            Key(("T",), mark("trigger points"), Switch.POINTS),
            Key(("N",), mark("names"), Switch.NAMES),
            Key(("M",), mark("mirror"), Switch.MIRROR),
        ),
    ),
    KeyGroup(
        mark("While muscles are pressed"),
        (
            Key(("Space",), mark("start or stop the ring")),
            Key(("Y", "N", "U"), mark("yes, no, not sure")),
            Key(("PgDown", "PgUp"), mark("next muscle, previous muscle")),
        ),
    ),
    KeyGroup(
        mark("While something is handed over"),
        (
            Key(("Ctrl+E",), mark("save the page as PDF")),
            Key(("Ctrl+P",), mark("print the page")),
            Key(("Ctrl+Shift+C",), mark("copy the text for the chart")),
        ),
    ),
    KeyGroup(
        mark("Files"),
        (
            Key(("Ctrl+S",), mark("save this map"), Act.SAVE),
            Key(("Ctrl+Shift+S",), mark("save it as another file"), Act.SAVE_AS),
            Key(("Ctrl+O",), mark("open a file"), Act.OPEN),
        ),
    ),
    KeyGroup(
        mark("Pages"),
        (
            Key(("S",), mark("red flags"), Ask(Asking.RED_FLAGS)),
            Key(("W",), mark("what goes with it"), Ask(Asking.FACTORS)),
            Key(("G",), mark("treatments, and good to know"), OpenGuide()),
            Key(("E",), mark("press and check"), OpenPage(Page.EXAMINE)),
            Key(("C",), mark("compare"), Act.COMPARE),
            Key(("H",), mark("hand over"), OpenPage(Page.HAND_OVER)),
            Key(("Ctrl+,",), mark("settings"), OpenPage(Page.SETTINGS)),
            Key(("P",), mark("plain or clinical words"), Act.VOICE),
        ),
    ),
)
"""Every key, in the order in which the help page lists them."""


def all_keys() -> tuple[Key, ...]:
    """Return every key, group by group."""
    return tuple(key for group in GROUPS for key in group.keys)
