"""Steps and the way back."""

from dataclasses import replace

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.state import STEPS_KEPT, Layer

PAIN = Pain("temple", Side.RIGHT)


def test_a_step_remembers_where_it_came_from(begun):
    after = begun.step(pains=(PAIN,))
    assert after.pains == (PAIN,)
    assert after.history == (begun,)
    assert after.back() == begun


def test_an_idle_change_is_no_step(begun):
    assert begun.step(side=Side.RIGHT, layer=Layer.SKIN) is begun


def test_several_changes_are_one_step(begun):
    after = begun.step(pains=(PAIN,), side=Side.LEFT, place=Place("temporalis", Side.LEFT))
    assert len(after.history) == 1
    assert after.back() == begun


def test_the_way_back_ends_where_it_began(begun):
    assert begun.back() is begun


def test_only_so_many_steps_are_kept_and_none_holds_another(begun):
    inquiry = begun
    for number in range(STEPS_KEPT + 20):
        inquiry = inquiry.step(side=Side.LEFT if number % 2 == 0 else Side.RIGHT)
    assert len(inquiry.history) == STEPS_KEPT
    assert all(kept.history == () for kept in inquiry.history)
    for _ in range(STEPS_KEPT):
        inquiry = inquiry.back()
    assert inquiry.history == ()


def test_back_keeps_the_present_voice(begun):
    after = replace(begun.step(layer=Layer.DEEP), voice=Voice.CLINICAL)
    assert after.back() == replace(begun, voice=Voice.CLINICAL)
