"""The few questions beside the list, and what was answered."""

from dataclasses import replace

import pytest

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.intents import Ask, GoBack, Reply, ToggleRegion, UseVoice
from bodymap.inquiry.questions import NO_QUESTIONS, ask, choose_questions
from bodymap.inquiry.screen import compose
from bodymap.inquiry.state import Asking, Inquiry
from bodymap.inquiry.update import update
from bodymap.reasoning.ranking import rank

TEMPLE, JOINT = (ToggleRegion(Pain(each, Side.RIGHT)) for each in ("temple", "tmj"))


@pytest.fixture
def after(core, after):
    """See the questions after these things were asked, where the red flags were answered."""
    return lambda *intents: compose(core, after(*intents)).questions


def factors(questions):
    return [each.factor for each in questions]


def test_nothing_is_asked_before_anything_hurts(after):
    assert after() == NO_QUESTIONS


def test_three_are_asked_each_for_its_muscles(after):
    found = after(TEMPLE, JOINT)
    assert len(found.open) == 3
    assert all(each.ask.endswith("?") and each.answer is None for each in found.open)
    assert all(each.speaks_for.startswith("Counts for: ") for each in found.open)
    assert (found.told, found.effect) == ((), "")


def test_nothing_is_asked_while_red_flags_hold_the_list(core):
    inquiry = update(core, Inquiry("side"), TEMPLE)
    assert compose(core, inquiry).is_held
    assert compose(core, inquiry).questions == NO_QUESTIONS


def test_nothing_is_asked_beside_a_page_of_ticks(after):
    assert after(TEMPLE, Ask(Asking.FACTORS)) == NO_QUESTIONS


@pytest.mark.parametrize("answer", list(Answer))
def test_what_was_answered_is_told_and_not_asked_again(after, answer):
    first = after(TEMPLE).open[0]
    found = after(TEMPLE, Reply(first.factor, answer))
    assert first.factor not in factors(found.open)
    (told,) = found.told
    assert (told.factor, told.ask, told.answer) == (first.factor, first.ask, answer)
    assert told.told.endswith({"yes": ": yes", "no": ": no", "not_sure": ": not sure"}[str(answer)])


def test_the_last_answer_stands_first(after):
    found = after(TEMPLE, Reply("ringing", Answer.NO), Reply("stress", Answer.YES))
    assert factors(found.told) == ["stress", "ringing"]


def test_an_answer_that_is_taken_back_is_asked_again(after):
    first = after(TEMPLE)
    taken_back = after(TEMPLE, Reply(first.open[0].factor, Answer.YES), Reply(first.open[0].factor, None))
    assert taken_back.open == first.open
    assert taken_back.told == ()


def test_the_order_of_presses_does_not_matter(after):
    one, other = Reply("stress", Answer.YES), Reply("ringing", Answer.NO)
    assert after(TEMPLE, JOINT, one, other).open == after(JOINT, other, one, TEMPLE).open


def test_it_says_who_moved_up_by_the_last_answer(after, core):
    first = after(TEMPLE).open[0]
    inquiry = update(core, Inquiry("side", is_screened=True), TEMPLE)
    orders = {}
    for answer in (Answer.YES, Answer.NO):
        then = update(core, inquiry, Reply(first.factor, answer))
        orders[answer] = [each.place for each in rank(core, then.account).candidates[:6]]
        said = after(TEMPLE, Reply(first.factor, answer)).effect
        assert said == "The first places in the list stay as they are." or said.startswith("Now on place ")
    now = [each.place for each in rank(core, inquiry.account).candidates[:6]]
    assert now != orders[Answer.YES] or now != orders[Answer.NO]


def test_it_names_the_muscle_and_its_new_place(after, core):
    """Dizziness speaks for the muscle on the first place; denied, the second one passes it."""
    inquiry = update(core, Inquiry("side", is_screened=True), TEMPLE)
    first, second = (each.place for each in rank(core, inquiry.account).candidates[:2])
    then = update(core, inquiry, Reply("dizziness", Answer.NO))
    assert [each.place for each in rank(core, then.account).candidates[:2]] == [second, first]
    assert second == Place("temporalis", Side.RIGHT)
    assert after(TEMPLE, Reply("dizziness", Answer.NO)).effect == "Now on place 1: Temple muscle (right)"


def test_what_was_not_the_last_step_is_no_effect(after):
    assert after(TEMPLE, Reply("dizziness", Answer.NO), JOINT).effect == ""
    assert after(TEMPLE, Reply("dizziness", Answer.NO), GoBack()).effect == ""


def test_it_asks_in_the_reader_s_voice(after, core):
    plain, clinical = after(TEMPLE), after(UseVoice(Voice.CLINICAL), TEMPLE)
    assert factors(plain.open) == factors(clinical.open)
    for one, other in zip(plain.open, clinical.open, strict=True):
        known = core.factor(one.factor)
        assert (one.ask, other.ask) == (known.ask.plain, known.ask.clinical)


def test_what_has_no_question_is_asked_by_its_name(core):
    known = replace(core.symptoms["ringing"], ask=None)
    assert ask(known, Voice.PLAIN) == "Ringing or roaring in the ear?"


def test_nothing_is_chosen_from_an_empty_list(core):
    assert choose_questions(core, Inquiry("side"), rank(core, Inquiry("side").account)) == NO_QUESTIONS


def test_every_factor_of_the_core_has_a_short_question(core):
    for known in (*core.symptoms.values(), *core.habits.values()):
        assert known.ask is not None
        assert known.ask.plain.endswith("?")
        assert known.ask.clinical.endswith("?")
        assert len(known.ask.plain.split()) < 15
