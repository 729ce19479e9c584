"""The page of what else is felt, and of habits and strains."""

from pathlib import Path

import pytest

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.words import Voice
from bodymap.content.pack import load
from bodymap.inquiry.intents import Ask, Reply, UseVoice
from bodymap.inquiry.state import Asking, Inquiry
from bodymap.inquiry.ticks import ask_factors


@pytest.fixture(scope="session")
def atlas():
    """The small pack, which knows a symptom and a habit."""
    return load([Path(__file__).parents[1] / "packs" / "small"]).atlas


FACTORS = Ask(Asking.FACTORS)


@pytest.fixture
def page(atlas, ask):
    """See the page after these things were asked."""
    return lambda *intents: ask_factors(atlas, ask(*intents))


def test_it_is_written_where_it_is_asked_for(page):
    assert page() is None
    assert page(Ask(Asking.RED_FLAGS)) is None
    assert page(FACTORS, Ask(None)) is None
    assert page(FACTORS).asking is Asking.FACTORS


def test_symptoms_and_habits_stand_under_their_headings(page):
    found = page(FACTORS)
    assert [(group.heading, [tick.words for tick in group.ticks]) for group in found.groups] == [
        ("Also felt", ["Ringing in the ear"]),
        ("Habits and strains", ["Chewing gum"]),
    ]


def test_it_can_be_closed_and_needs_no_answer(page):
    found = page(FACTORS)
    assert (found.can_close, found.none, found.done) == (True, "", "Back to the list")


def test_it_speaks_in_the_reader_s_voice(page):
    found = page(UseVoice(Voice.CLINICAL), FACTORS)
    assert [tick.words for group in found.groups for tick in group.ticks] == ["Tinnitus", "Gum chewing"]


@pytest.mark.parametrize(
    ("answer", "is_on"), [(Answer.YES, True), (Answer.NO, False), (Answer.NOT_SURE, False), (None, False)]
)
def test_only_a_yes_is_a_tick(page, answer, is_on):
    found = page(FACTORS, Reply("gum", answer))
    assert {tick.id: tick.is_on for group in found.groups for tick in group.ticks} == {
        "ringing": False,
        "gum": is_on,
    }


@pytest.mark.parametrize("answer", [*Answer, None])
def test_each_line_says_what_was_answered(page, answer):
    found = page(FACTORS, Reply("gum", answer))
    assert found.has_no
    assert [tick.answer for group in found.groups for tick in group.ticks] == [None, answer]


def test_what_goes_with_no_muscle_is_not_asked():
    tiny = load([Path(__file__).parents[1] / "packs" / "tiny"]).atlas
    found = ask_factors(tiny, Inquiry("side", asking=Asking.FACTORS))
    assert [group.heading for group in found.groups] == ["Also felt"]


def test_everything_that_the_core_asks_moves_the_list(core):
    found = ask_factors(core, Inquiry("side", asking=Asking.FACTORS))
    ticks = [tick.id for group in found.groups for tick in group.ticks]
    assert len(ticks) == len(set(ticks)) > 40
    assert set(ticks) <= set(core.symptoms) | set(core.habits)
