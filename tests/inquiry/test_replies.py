"""What each reply makes of an inquiry, and that Back and Start over undo it."""

from pathlib import Path

import pytest

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.finding import Finding
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import Kind, Shape
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.content.pack import load
from bodymap.inquiry.intents import (
    Ask,
    ChooseMuscle,
    CloseMuscle,
    Find,
    FinishScreening,
    GoBack,
    OpenGuide,
    Reply,
    StartOver,
    TakeSeat,
    TickSign,
    ToggleRegion,
    Turn,
    UseVoice,
)
from bodymap.inquiry.state import GUIDES, UNTOLD, Asking, Inquiry, Seat, Switch

TEMPLE = ToggleRegion(Pain("temple", Side.RIGHT))
TEMPORALIS = Place("temporalis", Side.RIGHT)
GUM = Reply("gum", Answer.YES)
YES, NO = Finding(Answer.YES), Finding(Answer.NO)
NEEDLING = OpenGuide("treatment/needling")
STEPS = {
    "asking for red flags": (Ask(Asking.RED_FLAGS), {"asking": Asking.RED_FLAGS}),
    "asking for factors": (Ask(Asking.FACTORS), {"asking": Asking.FACTORS}),
    "ticking": (TickSign("worst_ever"), {"signs": frozenset({"worst_ever"})}),
    "none of these": (FinishScreening(is_none=True), {"is_screened": True}),
    "these are all": (FinishScreening(), {"is_screened": True}),
    "a habit": (GUM, {"answers": (("gum", Answer.YES),)}),
    "a symptom": (Reply("ringing", Answer.NO), {"answers": (("ringing", Answer.NO),)}),
    "a finding": (Find(TEMPORALIS, YES), {"findings": ((TEMPORALIS, YES),)}),
    "a guide": (NEEDLING, {"guide": "treatment/needling"}),
    "all guides": (OpenGuide(), {"guide": GUIDES}),
}


@pytest.fixture(scope="session")
def atlas():
    """The small pack, in which everything can be replied to."""
    return load([Path(__file__).parents[1] / "packs" / "small"]).atlas


@pytest.mark.parametrize(("intent", "changes"), STEPS.values(), ids=STEPS)
def test_each_is_a_step_that_changes_what_it_says_and_nothing_else(ask, begun, intent, changes):
    after = ask(intent)
    assert after == begun.step(**changes)
    assert after != begun


@pytest.mark.parametrize(("intent", "_changes"), STEPS.values(), ids=STEPS)
def test_back_undoes_each(ask, begun, intent, _changes):
    assert ask(intent, GoBack()) == begun
    told = ask(TEMPLE, GUM, TickSign("new_pain"))
    assert ask(intent, GoBack(), of=told) in {told, told.back()}  # one that changes nothing is no step


@pytest.mark.parametrize(
    "intent",
    [
        TickSign("gone"),
        TickSign("gum"),
        Reply("gone", Answer.YES),
        Reply("worst_ever", Answer.YES),
        Find(Place("gone", Side.RIGHT), YES),
        OpenGuide("treatment/gone"),
        Ask(None),
        Reply("gum", None),
        Find(TEMPORALIS, None),
    ],
)
def test_what_is_unknown_or_takes_nothing_back_changes_nothing(ask, begun, intent):
    assert ask(intent) is begun or ask(intent) == begun
    assert not ask(intent).history


class TestTicks:
    def test_a_second_press_takes_it_away(self, ask):
        assert ask(TickSign("worst_ever"), TickSign("worst_ever")).signs == frozenset()
        assert ask(TickSign("worst_ever"), TickSign("new_pain")).signs == {"worst_ever", "new_pain"}

    def test_finishing_keeps_them_closes_the_page_and_none_of_these_takes_them_away(self, ask):
        ticked = ask(Ask(Asking.RED_FLAGS), TickSign("worst_ever"))
        done, none = ask(FinishScreening(), of=ticked), ask(FinishScreening(is_none=True), of=ticked)
        assert (done.signs, done.is_screened, done.asking) == ({"worst_ever"}, True, None)
        assert (none.signs, none.is_screened, none.asking) == (frozenset(), True, None)


class TestAnswers:
    def test_a_new_answer_takes_the_place_of_the_old_one(self, ask):
        assert ask(GUM, Reply("gum", Answer.NO)).answers == (("gum", Answer.NO),)
        found = ask(Find(TEMPORALIS, YES), Find(TEMPORALIS, NO))
        assert found.findings == ((TEMPORALIS, NO),)

    def test_an_answer_can_be_taken_back(self, ask, begun):
        assert ask(GUM, Reply("ringing", Answer.YES), Reply("gum", None)).answers == (
            ("ringing", Answer.YES),
        )
        assert ask(Find(TEMPORALIS, YES), Find(TEMPORALIS, None)).findings == ()

    def test_the_sides_are_pressed_each_for_itself(self, ask):
        left = Place("temporalis", Side.LEFT)
        found = ask(Find(TEMPORALIS, YES), Find(left, NO)).account.findings
        assert found == {TEMPORALIS: Answer.YES, left: Answer.NO}

    def test_a_finding_that_says_nothing_is_none(self, ask):
        assert ask(Find(TEMPORALIS, YES), Find(TEMPORALIS, Finding())).findings == ()

    @pytest.mark.parametrize(
        ("finding", "verdict"),
        [
            (Finding(hurts=Answer.NO), Answer.NO),
            (Finding(hurts=Answer.NO, familiar=Answer.YES), Answer.NO),
            (Finding(hurts=Answer.YES), None),
            (Finding(hurts=Answer.YES, familiar=Answer.NOT_SURE), Answer.NOT_SURE),
        ],
    )
    def test_what_does_not_hurt_speaks_against_the_muscle(self, ask, finding, verdict):
        told = ask(Find(TEMPORALIS, finding)).account.findings
        assert told == ({} if verdict is None else {TEMPORALIS: verdict})

    def test_the_ranking_is_told_all_of_it(self, ask):
        account = ask(TEMPLE, GUM, Find(TEMPORALIS, YES)).account
        assert account.pains == (TEMPLE.pain,)
        assert account.answers == {"gum": Answer.YES}
        assert account.findings == {TEMPORALIS: Answer.YES}


class TestGuides:
    def test_a_guide_takes_the_place_of_what_was_open_and_a_muscle_that_of_the_guide(self, ask):
        opened = ask(ChooseMuscle(TEMPORALIS), NEEDLING)
        assert (opened.place, opened.guide) == (None, "treatment/needling")
        assert ask(ChooseMuscle(TEMPORALIS), of=opened).guide is None

    @pytest.mark.parametrize("intent", [CloseMuscle(), TEMPLE, StartOver(), GoBack()])
    def test_each_way_out_closes_it(self, ask, intent):
        assert ask(NEEDLING, intent).guide is None

    def test_reading_on_is_a_step_back_to_what_was_read_before(self, ask):
        assert ask(OpenGuide(), NEEDLING, GoBack()).guide == GUIDES


class TestStartOver:
    @pytest.fixture
    def told(self, ask):
        """Everything told, and everything set."""
        return ask(
            *(UseVoice(Voice.CLINICAL), TakeSeat(Seat("112")), Turn(Switch.NAMES, is_on=True)),
            *(TEMPLE, TickSign("worst_ever"), FinishScreening(), GUM, Find(TEMPORALIS, YES)),
            *(ChooseMuscle(TEMPORALIS), NEEDLING, Ask(Asking.FACTORS)),
        )

    def test_it_forgets_all_that_was_told(self, ask, told):
        after = ask(StartOver(), of=told)
        assert {name: getattr(after, name) for name in UNTOLD} == UNTOLD
        assert after.account.is_empty

    def test_it_keeps_the_voice_the_number_and_the_switches(self, ask, told):
        after = ask(StartOver(), of=told)
        kept = (after.voice, after.seat, after.switches)
        assert kept == (Voice.CLINICAL, Seat("112"), frozenset({Switch.NAMES}))

    def test_it_can_be_undone(self, ask, told):
        assert ask(StartOver(), GoBack(), of=told) == told

    def test_a_number_is_no_step_and_stays_when_a_step_is_undone(self, ask):
        assert not ask(TakeSeat(Seat("112"))).history
        assert ask(TEMPLE, TakeSeat(Seat("112")), GoBack()).seat.emergency_number == "112"

    def test_whatever_an_inquiry_holds_is_told_or_is_how_it_is_looked_at(self):
        looks = {"plate", "side", "layer", "opens_jaw", "switches", "voice", "seat", "history"}
        assert set(Inquiry.__slots__) == looks | set(UNTOLD)

    def test_a_structure_that_was_open_closes_for_a_guide(self, atlas, ask):
        opened = Inquiry("side", structure=Shape(Kind.BONE, "skull", Side.MIDLINE))
        assert ask(NEEDLING, of=opened).structure is None
