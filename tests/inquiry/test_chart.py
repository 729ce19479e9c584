"""The text for the chart."""

from datetime import date

import pytest

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.finding import Finding, Spread
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.inquiry.chart import write_chart
from bodymap.inquiry.intents import (
    Agree,
    ChooseMuscle,
    Find,
    FinishScreening,
    Reply,
    TickSign,
    ToggleRegion,
    WriteDown,
)
from bodymap.inquiry.state import Inquiry, Written
from bodymap.inquiry.update import update

TEMPLE = Pain("temple", Side.RIGHT)
TOLD = (
    ToggleRegion(TEMPLE),
    ToggleRegion(Pain("throat", Side.MIDLINE)),
    TickSign("fever"),
    FinishScreening(),
    Reply("ringing", Answer.YES),
    Reply("gum_chewing", Answer.NO),
    Reply("desk_work", Answer.NOT_SURE),
    ChooseMuscle(Place("splenius_capitis", Side.RIGHT)),
    Find(Place("masseter_deep", Side.LEFT), Finding(hurts=Answer.NO)),
    Find(Place("temporalis", Side.RIGHT), Finding(Answer.YES, Answer.YES, Spread.REFERRED, (TEMPLE,))),
    Agree("self_care"),
    WriteDown(Written.AGREEMENT, "Review in two weeks"),
    WriteDown(Written.PERSON, "Ada Example"),
)


@pytest.fixture
def chart(core):
    def write(*intents):
        inquiry = Inquiry("front")
        for intent in intents:
            inquiry = update(core, inquiry, intent)
        return write_chart(core, inquiry, date(2026, 11, 26))

    return write


def test_it_says_all_that_was_told_found_and_agreed(chart, snapshot):
    assert chart(*TOLD) == snapshot


def test_no_name_is_in_it(chart):
    assert "Ada" not in chart(*TOLD)


def test_with_nothing_told_it_says_so(chart):
    written = chart()
    assert "none marked" in written
    assert "Red flags: not asked" in written
    assert "Palpation" not in written
