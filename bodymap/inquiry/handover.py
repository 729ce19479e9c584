"""What the page for handing over shows: what can be agreed on, the page to take home, the chart's text."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.treatment import TreatmentId
from bodymap.anatomy.words import Voice
from bodymap.inquiry.chart import write_chart
from bodymap.inquiry.handout import write_handout
from bodymap.inquiry.leaf import Handout
from bodymap.inquiry.state import Inquiry, Paper
from bodymap.inquiry.wording import sentence


@dataclass(frozen=True, slots=True)
class Offer:
    """A treatment that can be agreed on."""

    treatment: TreatmentId
    words: str
    is_on: bool


class Handover:
    """Writes the page to take home, and the chart's text, when they are looked at."""

    def __init__(self, atlas: Atlas, inquiry: Inquiry) -> None:
        self._atlas = atlas
        self._inquiry = inquiry

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """What can be agreed on, in the order of the pack."""
        return tuple(
            Offer(each.id, sentence(each.name.in_voice(self._inquiry.voice)), each.id in self._inquiry.agreed)
            for each in self._atlas.treatments.values()
        )

    @property
    def agreement(self) -> str:
        """What else was typed to be agreed on."""
        return self._inquiry.agreement

    @property
    def person(self) -> str:
        """The name that was typed."""
        return self._inquiry.person

    @property
    def paper(self) -> Paper:
        """The paper of this seat."""
        return self._inquiry.seat.paper

    @property
    def voice(self) -> Voice:
        """The words of the page to take home."""
        return self._inquiry.seat.page_voice

    def handout(self, today: date) -> Handout:
        """Write the page to take home, in the words that were chosen for it."""
        return write_handout(self._atlas, replace(self._inquiry, voice=self.voice), today)

    def chart(self, today: date) -> str:
        """Write the text for the chart."""
        return write_chart(self._atlas, self._inquiry, today)
