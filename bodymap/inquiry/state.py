"""The inquiry: where it hurts, what is shown, and the way back."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.finding import Finding
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import Aspect, PlateId, Shape
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.treatment import TreatmentId
from bodymap.anatomy.words import Matter, Voice
from bodymap.reasoning.account import Account

STEPS_KEPT = 100


class Layer(StrEnum):
    """How deep the plate is opened, and so what a press means: a region on the skin, a muscle, a bone."""

    SKIN = "skin"
    SURFACE = "surface"
    DEEP = "deep"
    BONE = "bone"


class Switch(StrEnum):
    """Something that can be laid over the drawing, or a way of looking at it, on its own switch."""

    DANGERS = "dangers"
    POINTS = "points"
    NAMES = "names"
    MIRROR = "mirror"


class Asking(StrEnum):
    """A page of ticks."""

    RED_FLAGS = "red_flags"
    FACTORS = "factors"


class Page(StrEnum):
    """A page beside the drawing that is more than something to read."""

    EXAMINE = "examine"
    COMPARE = "compare"
    WEIGH = "weigh"
    HAND_OVER = "hand_over"
    SETTINGS = "settings"


class Paper(StrEnum):
    """The size of the paper that is handed over."""

    A4 = "a4"
    LETTER = "letter"


class Written(StrEnum):
    """Something that is typed for the page that is handed over; each is a field of the inquiry."""

    PERSON = "person"
    AGREEMENT = "agreement"


MOST_COMPARED = 3
MOST_WRITTEN = {Written.PERSON: 60, Written.AGREEMENT: 500}
"""How many letters of it there is room for on the page."""
GUIDES = "guides"
"""The list of all treatments and topics, where one of them would stand."""


def layers_of(aspect: Aspect) -> tuple[Layer, ...]:
    """Return the layers that a plate of some aspect can be opened to, from the skin down."""
    return (Layer.SKIN, Layer.DEEP) if aspect is Aspect.INTRAORAL else tuple(Layer)


class SideNames(StrEnum):
    """How the patient's right and left are called in what is written."""

    WORDS = "words"
    PATIENT = "patient"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class Seat:
    """What is set at this seat, whoever sits there."""

    emergency_number: str = ""
    clinic: str = ""
    """What stands at the head of a page to take home, in up to three lines."""
    paper: Paper = Paper.A4
    page_voice: Voice = Voice.PLAIN
    """The words of the page to take home; whoever hands it over may work in others."""
    sides: SideNames = SideNames.WORDS


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Everything the user has said so far, and how they got here."""

    plate: PlateId
    side: Side = Side.RIGHT
    layer: Layer = Layer.SKIN
    opens_jaw: bool = False
    switches: frozenset[Switch] = frozenset()
    voice: Voice = Voice.PLAIN
    pains: tuple[Pain, ...] = ()
    place: Place | None = None
    structure: Shape | None = None
    guide: str | None = None
    """The treatment or topic that is open, or the list of them."""
    signs: frozenset[str] = frozenset()
    """The red flags that were ticked."""
    is_screened: bool = False
    """Whether the red flags were answered, be it by "none of these"."""
    asking: Asking | None = None
    """The page of ticks that was opened."""
    page: Page | None = None
    query: str | None = None
    """What is being looked for; nothing while nobody looks."""
    answers: tuple[tuple[str, Answer], ...] = ()
    findings: tuple[tuple[Place, Finding], ...] = ()
    walked: tuple[Place, ...] = ()
    """The muscles that were come to while pressing one after the other, in that order."""
    compared: tuple[Place, ...] = ()
    matters: frozenset[Matter] = frozenset()
    """What matters to this person where treatments are weighed."""
    opened: tuple[Place, ...] = ()
    """The muscles that were opened since the last start, in that order."""
    agreed: tuple[TreatmentId, ...] = ()
    """The treatments that were agreed on."""
    agreement: str = ""
    """What else was agreed on, as it was typed."""
    person: str = ""
    """Whose page it is, if somebody typed a name."""
    seat: Seat = Seat()
    history: tuple["Inquiry", ...] = ()

    @property
    def account(self) -> Account:
        """What the ranking is told."""
        told = ((place, finding.verdict) for place, finding in self.findings)
        return Account(
            self.pains, dict(self.answers), {place: verdict for place, verdict in told if verdict is not None}
        )

    def written(self, what: Written) -> str:
        """Return what was typed for the page that is handed over."""
        return str(getattr(self, what))

    def step(self, **changes: object) -> "Inquiry":
        """Return the inquiry changed, with this one remembered; an idle change is no step."""
        changed = replace(self, **changes)  # type: ignore[arg-type]
        if changed == self:
            return self
        return replace(changed, history=(*self.history, replace(self, history=()))[-STEPS_KEPT:])

    def back(self) -> "Inquiry":
        """Return the inquiry as it was one step ago, in the present voice and with the present switches."""
        if not self.history:
            return self
        kept: dict[str, object] = {
            "voice": self.voice,
            "switches": self.switches,
            "seat": self.seat,
            "query": None,
        }
        kept.update({each.value: self.written(each) or self.history[-1].written(each) for each in Written})
        return replace(self.history[-1], **kept, history=self.history[:-1])  # type: ignore[arg-type]


UNTOLD: Mapping[str, object] = {
    field.name: field.default
    for field in fields(Inquiry)
    if field.name not in {"plate", "side", "layer", "opens_jaw", "switches", "voice", "seat", "history"}
}
"""What an inquiry is before anything was told."""
