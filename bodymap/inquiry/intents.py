"""The intents: what a user may ask, in the words of the user."""

from dataclasses import dataclass
from typing import TypeAlias

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.finding import Finding
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import PlateId, Shape, ShapeId
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.treatment import TreatmentId
from bodymap.anatomy.words import Matter, Voice
from bodymap.inquiry.state import GUIDES, Asking, Layer, Page, Seat, Switch, Written


@dataclass(frozen=True, slots=True)
class ClickShape:
    """I press this shape in the drawing."""

    shape: ShapeId


@dataclass(frozen=True, slots=True)
class ToggleRegion:
    """It hurts here; or, said again, it does not."""

    pain: Pain


@dataclass(frozen=True, slots=True)
class ChooseMuscle:
    """Show me this muscle; on this plate, if I name one."""

    place: Place
    plate: PlateId | None = None


@dataclass(frozen=True, slots=True)
class CloseMuscle:
    """Back to the list."""


@dataclass(frozen=True, slots=True)
class ShowView:
    """Show me this plate; from this side, if it is drawn for one."""

    plate: PlateId
    side: Side = Side.MIDLINE


@dataclass(frozen=True, slots=True)
class ShowSide:
    """Show me this side of the patient."""

    side: Side


@dataclass(frozen=True, slots=True)
class ShowLayer:
    """Open the plate as deep as this."""

    layer: Layer


@dataclass(frozen=True, slots=True)
class OpenJaw:
    """Let me see through the jaw to its inner side; or close it again."""

    opens: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """Turn a switch on or off."""

    switch: Switch
    is_on: bool


@dataclass(frozen=True, slots=True)
class UseVoice:
    """Speak to me like this."""

    voice: Voice


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask me about red flags, or about what else I feel; or, with nothing, close that page."""

    page: Asking | None = Asking.RED_FLAGS


@dataclass(frozen=True, slots=True)
class TickSign:
    """This is so; or, said again, it is not."""

    sign: str


@dataclass(frozen=True, slots=True)
class FinishScreening:
    """These are all; or none of them is so."""

    is_none: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """I feel this, or do this; or not; or, with nothing, I was not asked."""

    factor: str
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Find:
    """This is what pressing this muscle brought; or, with nothing, it was not pressed."""

    place: Place
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class OpenGuide:
    """Tell me about this treatment or topic; or, with nothing, which there are."""

    guide: str = GUIDES


@dataclass(frozen=True, slots=True)
class OpenPage:
    """Open this page beside the drawing; or, with nothing, close it."""

    page: Page | None


@dataclass(frozen=True, slots=True)
class Compare:
    """Lay this muscle beside the others that I compare; or, said again, take it away."""

    place: Place


@dataclass(frozen=True, slots=True)
class Mind:
    """This matters to me where treatments are weighed; or, said again, it does not."""

    matter: Matter


@dataclass(frozen=True, slots=True)
class Agree:
    """We agreed on this treatment; or, said again, we did not."""

    treatment: TreatmentId


@dataclass(frozen=True, slots=True)
class WriteDown:
    """Write this on the page that is handed over."""

    field: Written
    text: str


@dataclass(frozen=True, slots=True)
class TypeQuery:
    """I look for this; or, with nothing, for nothing any more."""

    text: str | None


@dataclass(frozen=True, slots=True)
class GoTo:
    """It hurts here, or I want to know of this: show me, wherever it is drawn."""

    target: Pain | Shape


@dataclass(frozen=True, slots=True)
class TakeSeat:
    """This is how this seat is set."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class Resume:
    """Take up what was saved, in place of what I told so far."""

    told: tuple[tuple[str, object], ...]
    """The fields of an inquiry."""


@dataclass(frozen=True, slots=True)
class GoBack:
    """Undo my last step."""


@dataclass(frozen=True, slots=True)
class StartOver:
    """Forget where it hurts and what was open."""


Replies: TypeAlias = Ask | TickSign | FinishScreening | Reply | Find | OpenGuide
"""The intents that tell something besides where it hurts, or ask to read."""
Desk: TypeAlias = OpenPage | Compare | Mind | Agree | WriteDown
"""The intents of the pages beside the drawing."""
Intent: TypeAlias = (
    ClickShape
    | ToggleRegion
    | ChooseMuscle
    | CloseMuscle
    | ShowView
    | ShowSide
    | ShowLayer
    | OpenJaw
    | Turn
    | UseVoice
    | TakeSeat
    | TypeQuery
    | GoTo
    | Replies
    | Desk
    | Resume
    | GoBack
    | StartOver
)
