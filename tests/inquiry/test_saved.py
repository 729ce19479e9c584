"""An inquiry as it is saved, and taken up again."""

import re
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.finding import Finding, Spread
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Matter, Voice
from bodymap.inquiry.coding import Decoder, can_decode, encode
from bodymap.inquiry.intents import GoBack, Resume, ToggleRegion
from bodymap.inquiry.saved import LIES_OPEN, TOLD, VIEW, save, take_up, told_of
from bodymap.inquiry.screen import compose
from bodymap.inquiry.state import UNTOLD, Inquiry, Layer, Page
from bodymap.inquiry.update import update
from bodymap.interchange.form import KNOWN, Saved, read, write
from bodymap.interchange.refusal import RefusedError

PAGE = Path(__file__).parent.parent.parent / "docs" / "saved-files.md"
TEMPLE, THROAT = Pain("temple", Side.RIGHT), Pain("throat", Side.MIDLINE)
TEMPORALIS = Place("temporalis", Side.RIGHT)
FOUND = Finding(Answer.YES, Answer.YES, Spread.REFERRED, (TEMPLE,))


@pytest.fixture
def whole(core):
    """An inquiry in which everything is told."""
    return Inquiry(
        "back",
        side=Side.LEFT,
        layer=Layer.DEEP,
        pains=(TEMPLE, THROAT),
        signs=frozenset(sorted(core.signs)[:3]),
        is_screened=True,
        answers=((sorted(core.habits)[0], Answer.YES), (sorted(core.symptoms)[0], Answer.NOT_SURE)),
        agreed=(sorted(core.treatments)[0],),
        findings=((TEMPORALIS, FOUND), (Place("temporalis", Side.LEFT), Finding(hurts=Answer.NO))),
        compared=(TEMPORALIS,),
    )


def come_back(atlas, inquiry, begun=None):
    """Save an inquiry and take it up again in another window."""
    saved = read(write(save(atlas, inquiry, "Bodymap", "2026-11-26")))
    reading = take_up(atlas, begun or Inquiry("front"), saved)
    return update(atlas, begun or Inquiry("front"), Resume(reading.told)), reading.remarks


def told(**told):
    return Saved(told, {}, pack="other 7")


class TestFields:
    def test_a_field_is_told_or_lies_open_or_is_how_one_looks(self):
        """A new field of an inquiry is saved by itself; one that must not be is to be named."""
        assert set(TOLD) | LIES_OPEN == set(UNTOLD)
        assert set(UNTOLD) >= LIES_OPEN
        kinds = get_type_hints(Inquiry)
        for name in (*TOLD, *VIEW):
            assert can_decode(kinds[name]), f"{name} is of a kind that cannot be saved"

    def test_nothing_that_is_told_is_forgotten(self, core, whole):
        """Fill each told field with something of its kind; it must come back."""
        untold = [name for name in TOLD if getattr(whole, name) == UNTOLD[name]]
        filled = replace(whole, **{name: made(get_type_hints(Inquiry)[name]) for name in untold})
        again, remarks = come_back(core, filled)
        assert {name: getattr(again, name) for name in TOLD} == {name: getattr(filled, name) for name in TOLD}
        assert remarks == ()

    def test_what_only_lies_open_is_not_saved(self, core, whole):
        opened = replace(whole, page=Page.COMPARE, query="toothake", place=TEMPORALIS)
        assert write(save(core, opened, "", "")) == write(save(core, whole, "", ""))

    def test_nothing_told_is_nothing_saved(self, core):
        assert told_of(Inquiry("front")) == {}


def made(kind):
    """Make a value of a kind that is not its emptiest."""
    samples = [
        True,
        ("other",),
        frozenset({"other"}),
        frozenset({Matter.NEEDLES}),
        "other",
        (("other", Answer.YES),),
        (TEMPORALIS,),
        (TEMPLE,),
    ]
    for sample in samples:
        try:
            if Decoder(lambda _value: True).decode(kind, encode(sample), "") == sample:
                return sample
        except (RefusedError, ValueError):
            continue
    raise AssertionError(f"add a sample of {kind} to this test")


class TestBack:
    def test_all_of_it_comes_back_with_the_view(self, core, whole):
        again, remarks = come_back(core, whole)
        assert replace(again, history=()) == whole
        assert remarks == ()

    def test_it_is_one_step_that_can_be_undone(self, core, whole):
        begun = update(core, Inquiry("front"), ToggleRegion(Pain("temple", Side.LEFT)))
        again, _ = come_back(core, whole, begun)
        assert again.pains == whole.pains
        assert update(core, again, GoBack()) == begun

    def test_the_words_and_the_seat_stay_as_they_are(self, core, whole):
        begun = Inquiry("front", voice=Voice.CLINICAL)
        assert come_back(core, whole, begun)[0].voice is Voice.CLINICAL

    @given(st.data())
    def test_wherever_somebody_is_it_comes_back(self, core, steps, data):
        inquiry = Inquiry("side")
        for intent in data.draw(st.lists(steps, max_size=12)):
            inquiry = update(core, inquiry, intent)
        again, remarks = come_back(core, inquiry)
        assert told_of(again) == told_of(inquiry)
        assert {name: getattr(again, name) for name in VIEW} == {
            name: getattr(inquiry, name) for name in VIEW
        }
        assert remarks == ()


class TestOtherContent:
    def test_what_is_not_known_here_is_left_out_and_said(self, core):
        strange = told(
            pains=[encode(TEMPLE), {"region": "knee", "side": "right"}, {"region": "throat", "side": "left"}],
            signs=["gone_sign"],
            answers=[["gone_habit", "yes"]],
            findings=[[{"muscle": "gone", "side": "left"}, {"familiar": "yes"}]],
            compared=[{"muscle": "gone", "side": "left"}, encode(TEMPORALIS)],
        )
        reading = take_up(core, Inquiry("front"), strange)
        again = update(core, Inquiry("front"), Resume(reading.told))
        assert (again.pains, again.compared) == ((TEMPLE,), (TEMPORALIS,))
        assert (again.signs, again.answers, again.findings) == (frozenset(), (), ())
        (remark,) = reading.remarks
        assert remark.startswith("6 entries")
        assert all(name in remark for name in ("knee", "other 7", "…"))
        compose(core, again)

    def test_one_place_of_a_finding_is_left_out_alone(self, core):
        felt = {"familiar": "yes", "felt": [{"region": "knee", "side": "right"}, encode(TEMPLE)]}
        reading = take_up(core, Inquiry("front"), told(findings=[[encode(TEMPORALIS), felt]]))
        assert dict(reading.told)["findings"] == ((TEMPORALIS, Finding(Answer.YES, felt=(TEMPLE,))),)
        assert "1 entry" in reading.remarks[0]

    def test_what_a_later_program_says_besides_is_ignored_and_said(self, core):
        later = Saved({"pains": [encode(TEMPLE)], "mood": "good"}, {"zoom": 2}, unknown=("extra",))
        reading = take_up(core, Inquiry("front"), later)
        assert dict(reading.told) == {"pains": (TEMPLE,)}
        assert "extra, mood, zoom" in reading.remarks[0]

    def test_a_view_that_is_not_there_stays_as_it_is(self, core):
        gone = Saved({}, {"plate": "knee", "side": "left", "layer": "deep"})
        assert take_up(core, Inquiry("front"), gone).told == ()

    def test_a_view_that_cannot_be_is_put_right(self, core):
        odd = Saved({}, {"plate": "mouth", "side": "midline", "layer": "bone", "opens_jaw": True})
        reading = take_up(core, Inquiry("front"), odd)
        again = update(core, Inquiry("front"), Resume(reading.told))
        assert (again.plate, again.side, again.layer, again.opens_jaw) == (
            "mouth",
            Side.RIGHT,
            Layer.DEEP,
            False,
        )
        compose(core, again)

    def test_what_is_said_twice_counts_once(self, core):
        twice = told(
            pains=[encode(TEMPLE), encode(TEMPLE)],
            answers=[["clenching", "yes"], ["clenching", "no"]],
            findings=[[encode(TEMPORALIS), {}], [encode(TEMPORALIS), {"familiar": "no"}]],
        )
        said = dict(take_up(core, Inquiry("front"), twice).told)
        assert said["pains"] == (TEMPLE,)
        assert said["answers"] == (("clenching", Answer.NO),)
        assert said["findings"] == ((TEMPORALIS, Finding(Answer.NO)),)


WRONG = {
    "pains as text": ({"pains": "temple"}, "“pains” must be a list"),
    "a pain as text": ({"pains": ["temple:right"]}, "“pains, 1” must be an object"),
    "no side": ({"pains": [{"region": "temple"}]}, "“side” is missing in “pains, 1”"),
    "no such side": (
        {"pains": [{"region": "temple", "side": "up"}]},
        "“pains, 1, side” must be one of: right, left",
    ),
    "a region as a number": ({"pains": [{"region": 3, "side": "left"}]}, "“pains, 1, region” must be text"),
    "screened in words": ({"is_screened": "yes"}, "“is_screened” must be true or false"),
    "an answer alone": ({"answers": [["clenching"]]}, "“answers, 1” must hold 2 entries"),
    "no such answer": (
        {"answers": [["clenching", "maybe"]]},
        "“answers, 1, 2” must be one of: yes, no",
    ),
    "no such finding": (
        {"findings": [[encode(TEMPORALIS), {"hurts": 1}]]},
        "“findings, 1, 2, hurts” must be text",
    ),
    "a sign as a list": ({"signs": [[]]}, "“signs, 1” must be text"),
}


@pytest.mark.parametrize(("said", "why"), WRONG.values(), ids=WRONG)
def test_what_has_another_form_is_refused(core, said, why):
    with pytest.raises(RefusedError) as refused:
        take_up(core, Inquiry("front"), Saved(said, {}))
    assert why in refused.value.why


def test_a_kind_that_cannot_be_saved_is_found():
    @dataclass(frozen=True)
    class Strange:
        when: float

    assert can_decode(tuple[Pain, ...] | None)
    assert not can_decode(float)
    assert not can_decode(tuple[Strange, ...] | None)
    assert not can_decode(dict[str, str])
    with pytest.raises(TypeError):
        encode(1.5)


@pytest.mark.skipif(not PAGE.is_file(), reason="the documents are not here")
class TestPage:
    def test_the_example_is_taken_up_whole(self, core):
        example = re.search(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
        saved = read(example.group(1).encode())
        reading = take_up(core, Inquiry("front"), saved)
        assert reading.remarks == ()
        again = update(core, Inquiry("front"), Resume(reading.told))
        assert again.pains == (TEMPLE, THROAT)
        assert again.findings == ((TEMPORALIS, FOUND),)
        assert save(core, again, saved.program, saved.day).told == saved.told

    def test_every_field_is_described(self):
        page = PAGE.read_text(encoding="utf-8")
        names = [*TOLD, *(field.name for field in fields(Finding)), *KNOWN]
        assert [name for name in names if f"`{name}`" not in page] == []
