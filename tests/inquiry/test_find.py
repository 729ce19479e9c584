"""What is shown for typed words, and what choosing it does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import Kind, Shape
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.find import find
from bodymap.inquiry.intents import (
    Ask,
    ChooseMuscle,
    ClickShape,
    CloseMuscle,
    GoBack,
    GoTo,
    OpenGuide,
    OpenPage,
    Reply,
    ShowLayer,
    ShowView,
    StartOver,
    ToggleRegion,
    Turn,
    TypeQuery,
    UseVoice,
)
from bodymap.inquiry.screen import compose
from bodymap.inquiry.state import Asking, Inquiry, Layer, Page, Switch
from bodymap.inquiry.update import update

TEMPLE, TEMPLE_LEFT = Pain("temple", Side.RIGHT), Pain("temple", Side.LEFT)


@pytest.fixture
def told(core):
    """Ask one thing after the other of the core pack, seen from the front."""

    def told(*intents, of=None):
        inquiry = of or Inquiry("front")
        for intent in intents:
            inquiry = update(core, inquiry, intent)
        return inquiry

    return told


@pytest.fixture
def found(core, told):
    """See what is found for typed words after these things were asked."""
    return lambda text, *intents: find(core, told(*intents, TypeQuery(text)))


@pytest.fixture
def choose(core, told, found):
    """Choose the first hit of some title for typed words."""

    def choose(text, *intents, title=""):
        hit = next(hit for hit in found(text, *intents).hits if hit.title.startswith(title))
        return told(*intents, TypeQuery(text), hit.intent)

    return choose


def titles(found):
    return [hit.title for hit in found.hits]


class TestShown:
    def test_nothing_is_found_while_nobody_looks(self, core):
        assert find(core, Inquiry("front")) is None
        assert compose(core, Inquiry("front")).found is None

    @pytest.mark.parametrize("text", ["", "   ", "?"])
    def test_who_typed_nothing_yet_is_told_what_may_be_typed(self, found, text):
        shown = found(text)
        assert shown.groups == ()
        assert shown.said == "Find"
        assert "jaw hurts" in shown.hint

    def test_where_nothing_is_found_that_is_said_with_what_may_be_tried(self, found):
        shown = found("xqzv ")
        assert (shown.said, shown.groups) == ("Nothing found for “xqzv”", ())
        assert "another word" in shown.hint
        assert "ringing" in shown.hint

    def test_every_example_of_the_hint_finds_something(self, found):
        examples = found("").hint.splitlines()[1:]
        assert len(examples) > 3
        assert [example for example in examples if not found(example).hits] == []

    def test_groups_stand_under_their_headings_that_of_the_best_first(self, found):
        headings = [group.heading for group in found("jaw hurts").groups]
        assert headings[:2] == ["Where it hurts", "Muscles"]
        assert headings[-1] in {"Warning signs", "Bones, nerves, vessels and more"}
        assert [group.heading for group in found("scm").groups] == ["Muscles"]
        assert next(group.heading for group in found("ringing").groups) == "Also felt"
        assert next(group.heading for group in found("dry needling").groups) == "Treatments"
        assert [group.heading for group in found("desk work").groups] == ["Habits and strains"]

    def test_it_says_how_many_were_found(self, found):
        assert found("scm").said == "2 found"
        assert found("double vision").said == "1 found"
        assert found("jaw").said == f"{len(found('jaw').hits)} found"

    def test_a_paired_region_stands_there_once_for_each_side_that_looked_at_first(self, found):
        assert titles(found("temple"))[:2] == ["Temple (right)", "Temple (left)"]
        left = [ToggleRegion(Pain("chin", Side.LEFT))]
        assert titles(found("temple", *left))[:2] == ["Temple (left)", "Temple (right)"]
        assert titles(found("tongue"))[0] == "Tongue"

    @pytest.mark.parametrize("text", ["left temple", "l temple", "temple left"])
    def test_a_typed_side_is_the_side(self, found, text):
        hits = found(text).hits
        assert hits[0].intent == GoTo(TEMPLE_LEFT)
        assert "Temple (right)" not in titles(found(text))
        assert ChooseMuscle(Place("temporalis", Side.LEFT)) in [hit.intent for hit in hits]

    def test_it_speaks_in_the_reader_s_voice(self, found):
        assert titles(found("scm"))[0] == "Front neck strap, breastbone part (right)"
        clinical = found("scm", UseVoice(Voice.CLINICAL))
        assert titles(clinical)[0] == "Sternocleidomastoid, sternal head (right)"
        assert "Caput sternale" in clinical.hits[0].subtitle

    def test_it_says_by_which_name_where_that_is_not_to_be_seen(self, found):
        assert found("scm").hits[0].subtitle.startswith("“SCM” · ")
        assert "“" not in found("temple").hits[0].subtitle

    def test_what_is_chosen_is_said_to_be(self, found):
        hit = found("temple", ToggleRegion(TEMPLE)).hits[0]
        assert (hit.is_chosen, hit.subtitle) == (True, "Chosen already")
        ringing = found("ringing", Reply("ringing", Answer.YES)).hits[0]
        assert (ringing.is_chosen, ringing.subtitle) == (True, "Ticked already")
        assert not any(hit.is_chosen for hit in found("temple").hits)

    @given(text=st.text(max_size=40))
    def test_any_text_can_be_typed(self, core, text):
        shown = compose(core, Inquiry("front", query=text)).found
        assert shown.said
        assert bool(shown.hits) != bool(shown.hint)

    def test_every_hit_does_something(self, core, found):
        for text in ("jaw", "neck", "needle", "eye", "artery", "headache", "sleep", "fever", "throat"):
            for hit in found(text).hits:
                begun = Inquiry("front", query=text)
                after = update(core, begun, hit.intent)
                assert after.query is None
                assert after != update(core, begun, TypeQuery(None)), hit


class TestChoosing:
    def test_a_region_hurts(self, choose):
        chosen = choose("temple")
        assert (chosen.pains, chosen.query, chosen.plate) == ((TEMPLE,), None, "front")

    def test_the_other_side_can_be_reached(self, choose):
        assert choose("temple", title="Temple (left)").pains == (TEMPLE_LEFT,)

    def test_a_region_that_hurts_already_is_not_taken_away(self, choose):
        assert choose("temple", ToggleRegion(TEMPLE)).pains == (TEMPLE,)

    def test_the_drawing_turns_to_a_plate_that_shows_the_region(self, core, choose):
        chosen = choose("back of the head", title="Back of the head (left)")
        assert core.plates[chosen.plate].shows(Shape(Kind.REGION, "back_of_head", Side.LEFT))

    def test_the_side_view_turns_to_the_side_that_hurts(self, choose):
        chosen = choose("left temple", ShowView("side", Side.RIGHT))
        assert (chosen.plate, chosen.side) == ("side", Side.LEFT)

    def test_a_muscle_opens_on_a_plate_that_shows_it(self, core, choose):
        chosen = choose("suboccipitals")
        assert chosen.place.muscle in {
            "rectus_capitis_posterior_minor",
            "rectus_capitis_posterior_major",
            "obliquus_capitis_superior",
            "obliquus_capitis_inferior",
        }
        assert core.plates[chosen.plate].shows(Shape(Kind.MUSCLE, chosen.place.muscle, chosen.place.side))

    def test_a_symptom_and_a_habit_are_ticked_and_not_unticked(self, choose):
        assert choose("ringing").answers == (("ringing", Answer.YES),)
        assert choose("ringing", Reply("ringing", Answer.YES)).answers == (("ringing", Answer.YES),)
        assert choose("desk work").answers == (("desk_work", Answer.YES),)

    def test_treatments_and_topics_are_opened(self, choose):
        assert choose("dry needling").guide == "treatment/dry_needling"
        assert choose("migraine").guide == "topic/migraine"

    def test_a_warning_sign_leads_to_the_questions_and_ticks_nothing(self, choose):
        chosen = choose("double vision")
        assert (chosen.asking, chosen.signs) == (Asking.RED_FLAGS, frozenset())

    def test_a_danger_is_shown_over_the_drawing(self, choose):
        chosen = choose("carotid")
        assert chosen.structure == Shape(Kind.DANGER, "carotid", Side.RIGHT)
        assert Switch.DANGERS in chosen.switches

    def test_a_bone_is_shown_where_bones_are(self, core, choose):
        chosen = choose("mandible", title="Lower jaw")
        assert chosen.structure == Shape(Kind.BONE, "mandible", Side.MIDLINE)
        assert chosen.layer is Layer.BONE

    def test_a_part_of_the_joint_opens_the_jaw(self, choose):
        chosen = choose("jaw disc")
        assert (chosen.opens_jaw, chosen.layer) == (True, Layer.DEEP)
        assert chosen.structure.kind is Kind.JOINT

    def test_a_part_of_the_mouth_turns_to_the_mouth(self, choose):
        chosen = choose("uvula")
        assert (chosen.plate, chosen.structure.name) == ("mouth", "uvula")

    def test_choosing_is_a_step_that_can_be_undone(self, told, choose):
        chosen = choose("back of the head")
        back = told(GoBack(), of=chosen)
        assert (back.pains, back.plate, back.query) == ((), "front", None)

    def test_while_muscles_are_compared_a_found_one_joins_them(self, choose):
        chosen = choose("masseter", OpenPage(Page.COMPARE))
        assert (chosen.page, [place.muscle for place in chosen.compared]) == (
            Page.COMPARE,
            ["masseter_superficial"],
        )

    @pytest.mark.parametrize(
        "target", [Pain("knee", Side.LEFT), Pain("temple", Side.MIDLINE), Shape(Kind.BONE, "knee", Side.LEFT)]
    )
    def test_going_to_what_is_not_known_changes_nothing(self, told, target):
        assert told(GoTo(target)) == Inquiry("front")


class TestEnd:
    @pytest.mark.parametrize(
        "intent",
        [
            ClickShape("region-chin-right"),
            ShowLayer(Layer.BONE),
            ShowView("back"),
            CloseMuscle(),
            Ask(Asking.FACTORS),
            OpenGuide("topic/migraine"),
            OpenPage(Page.COMPARE),
            GoBack(),
            StartOver(),
            ClickShape("nothing"),
            TypeQuery(None),
        ],
        ids=str,
    )
    def test_whatever_else_is_asked_ends_the_search(self, told, intent):
        assert told(TypeQuery("jaw"), intent).query is None

    @pytest.mark.parametrize("intent", [UseVoice(Voice.CLINICAL), Turn(Switch.NAMES, is_on=True)], ids=str)
    def test_looking_otherwise_does_not(self, told, intent):
        assert told(TypeQuery("jaw"), intent).query == "jaw"

    def test_typing_is_no_step(self, told):
        assert told(TypeQuery("j"), TypeQuery("ja"), TypeQuery(None)) == Inquiry("front")
