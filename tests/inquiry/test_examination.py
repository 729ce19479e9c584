"""What is said and asked while a muscle is pressed."""

from dataclasses import replace

import pytest

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.finding import Finding, Spread
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import Kind
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.examination import Stop
from bodymap.inquiry.intents import ChooseMuscle, ClickShape, Find, OpenPage, ShowLayer, ToggleRegion
from bodymap.inquiry.probe import Question, feel, question_of, tell_familiar
from bodymap.inquiry.screen import compose
from bodymap.inquiry.standing import Standing, say_standing, standing_of
from bodymap.inquiry.state import Inquiry, Layer, Page
from bodymap.inquiry.tones import Tone
from bodymap.inquiry.update import update

YES, NO, NOT_SURE = Answer.YES, Answer.NO, Answer.NOT_SURE
TEMPLE, EAR = Pain("temple", Side.RIGHT), Pain("deep_ear", Side.RIGHT)
TEMPORALIS, MASSETER = Place("temporalis", Side.RIGHT), Place("masseter_superficial", Side.RIGHT)
SHAPE = "muscle-temporalis-right"


@pytest.fixture
def at(core):
    """Come to a muscle with what was found there, and see the screen."""

    def at(place, finding=None, *, voice=Voice.CLINICAL, more=()):
        inquiry = Inquiry("side", voice=voice, is_screened=True)
        for intent in (ToggleRegion(TEMPLE), ChooseMuscle(place), OpenPage(Page.EXAMINE)):
            inquiry = update(core, inquiry, intent)
        for intent in ((Find(place, finding),) if finding else ()) + tuple(more):
            inquiry = update(core, inquiry, intent)
        return compose(core, inquiry), inquiry

    return at


@pytest.fixture
def stop(at):
    """What is said of a muscle while it is pressed."""

    def stop(muscle, finding=None, voice=Voice.CLINICAL) -> Stop:
        return at(Place(muscle, Side.RIGHT), finding, voice=voice)[0].examination

    return stop


class TestHow:
    @pytest.mark.parametrize(
        ("muscle", "technique", "force", "seconds"),
        [
            ("temporalis", "Flat palpation", "1.0 kg", 5),
            ("masseter_superficial", "Pincer · flat palpation", "1.0 kg", 5),
            ("lateral_pterygoid", "Intraoral, gloved", "0.5 kg", 5),
            ("obliquus_capitis_inferior", "Flat palpation", "10 seconds", 10),
        ],
    )
    def test_hand_force_and_time_are_those_of_the_sources(self, stop, muscle, technique, force, seconds):
        found = stop(muscle)
        assert found.technique == technique
        assert found.hold.words.startswith(force)
        assert found.hold.seconds == seconds
        assert all(item.citations for item in found.how)

    def test_a_force_for_another_spot_is_told_with_that_spot(self, stop):
        found = stop("medial_pterygoid")
        assert found.technique == "Intraoral, gloved"
        assert found.hold.words.startswith("Also: 0.5 kg, 5 seconds: submandibular region")

    def test_no_force_is_invented(self, stop):
        hold = stop("trapezius_upper").hold
        assert hold.words == ""
        assert "No sourced force" in hold.note
        assert "5 s" in hold.note  # and it is said from where the seconds are
        assert hold.seconds == 5

    def test_where_arteries_are_near_no_time_is_borrowed(self, stop):
        assert stop("sternocleidomastoid_sternal").hold.seconds == 0
        assert stop("longus_colli").hold.seconds == 0

    def test_two_seconds_are_marked_on_the_way_to_five(self, stop):
        assert (stop("temporalis").hold.notch, stop("obliquus_capitis_inferior").hold.notch) == (2, 0)

    @pytest.mark.parametrize("muscle", ["sternocleidomastoid_sternal", "scalene_middle", "longus_colli"])
    def test_at_the_neck_the_caution_comes_before_the_how(self, stop, muscle):
        assert stop(muscle).caution_first
        assert not stop("temporalis").caution_first

    @pytest.mark.parametrize("voice", Voice)
    def test_every_muscle_can_be_come_to_and_warns_of_pulses(self, core, stop, voice):
        for muscle in core.muscles:
            found = stop(muscle, voice=voice)
            assert "pulse" in found.hands
            assert found.title
            assert bool(found.points) == bool(core.muscles[muscle].trigger_points)

    def test_that_the_pterygoid_is_out_of_reach_is_said_first(self, stop):
        assert "not to be relied on" in stop("lateral_pterygoid").how[0].text

    def test_studies_are_no_instructions(self, stop):
        assert not any("migraine" in item.text for item in stop("trapezius_upper").how)


class TestQuestions:
    @pytest.mark.parametrize(
        ("finding", "question"),
        [
            (Finding(), Question.HURTS),
            (Finding(hurts=YES), Question.FAMILIAR),
            (Finding(hurts=NOT_SURE), Question.FAMILIAR),
            (Finding(hurts=NO), None),
            (Finding(familiar=YES), Question.SPREAD),  # told on the card
            (Finding(YES, YES), Question.SPREAD),
            (Finding(YES, YES, Spread.LOCAL), None),
            (Finding(YES, YES, Spread.SPREADING), Question.FELT),
            (Finding(NO, YES, Spread.REFERRED, (EAR,)), Question.FELT),
        ],
    )
    def test_they_come_in_their_order(self, finding, question):
        assert question_of(finding) is question

    def test_each_answer_leads_to_the_next_question(self, stop):
        finding = Finding()
        for question, number in ((Question.HURTS, 0), (Question.FAMILIAR, 0), (Question.SPREAD, 2)):
            here = stop("temporalis", finding)
            assert here.question is question
            finding = here.options[number].finding
        assert finding == Finding(YES, YES, Spread.REFERRED)

    def test_terms_of_art_are_explained_with_their_sources(self, stop):
        familiar = stop("temporalis", Finding(hurts=YES), Voice.PLAIN).meaning
        assert "30 days" in familiar
        assert "Schiffman 2014" in familiar
        assert "[" in stop("temporalis", Finding(YES, YES, Spread.REFERRED)).meaning

    def test_spreading_is_not_called_referral(self, stop):
        assert stop("temporalis", Finding(YES, YES, Spread.SPREADING)).meaning == ""

    def test_the_muscles_own_zone_is_offered_first(self, stop):
        options = stop("temporalis", Finding(YES, YES, Spread.REFERRED)).options
        assert {"Temporal region (right)", "Upper incisors and canines (right)"} & {
            each.words for each in options
        }
        assert not any(each.is_on for each in options)
        told = stop("temporalis", Finding(YES, YES, Spread.REFERRED, (EAR, TEMPLE)))
        assert [each.words for each in told.options if each.is_on] == [
            "Temporal region (right)",
            "Ear canal, middle and inner ear (right)",
        ]
        assert told.felt == "Felt where it hurts: Temporal region (right)"

    def test_every_answer_can_be_taken_back_with_what_followed_from_it(self, stop):
        told = stop("temporalis", Finding(YES, YES, Spread.REFERRED, (EAR,))).told
        assert [option.finding for option in told] == [
            Finding(),
            Finding(hurts=YES),
            Finding(YES, YES),
        ]

    def test_what_does_not_hurt_is_felt_nowhere(self, stop):
        none = stop("temporalis", Finding()).options[1].finding
        assert none == Finding(hurts=NO)

    def test_the_card_keeps_what_else_was_said(self):
        told = Finding(YES, YES, Spread.REFERRED, (EAR,))
        assert tell_familiar(told, NO) == replace(told, familiar=NO)
        assert tell_familiar(None, YES) == Finding(familiar=YES)
        assert tell_familiar(Finding(hurts=NO), YES).verdict is YES

    def test_a_place_said_twice_is_taken_away(self):
        assert feel(feel(Finding(), EAR), EAR) == Finding()


class TestRegions:
    def test_the_skin_is_asked_only_where_it_is_felt(self, at):
        assert at(TEMPORALIS)[0].pressable == frozenset()
        assert at(TEMPORALIS, Finding(YES, YES, Spread.REFERRED))[0].pressable == {Kind.REGION}

    def test_a_region_is_felt_while_that_is_asked(self, at):
        press = ClickShape("region-deep_ear-right")
        screen, inquiry = at(TEMPORALIS, Finding(YES, YES, Spread.REFERRED), more=[press])
        assert dict(inquiry.findings)[TEMPORALIS].felt == (EAR,)
        assert inquiry.pains == (TEMPLE,)
        assert Tone.FELT in screen.tones["region-deep_ear-right"]

    @pytest.mark.parametrize("finding", [None, Finding(hurts=NO), Finding(hurts=YES)])
    def test_else_it_changes_nothing(self, at, finding):
        before = at(TEMPORALIS, finding)[1]
        assert at(TEMPORALIS, finding, more=[ClickShape("region-deep_ear-right")])[1] == before

    def test_deeper_a_muscle_moves_the_examination_on(self, at):
        deep = ShowLayer(Layer.SURFACE)
        _, inquiry = at(TEMPORALIS, more=[deep, ClickShape("muscle-masseter_superficial-right")])
        assert (inquiry.place, inquiry.page) == (MASSETER, Page.EXAMINE)


class TestStanding:
    @pytest.mark.parametrize(
        ("finding", "standing", "words"),
        [
            (None, Standing.OPEN, ""),
            (Finding(hurts=YES), Standing.OPEN, ""),
            (Finding(YES, YES), Standing.CONFIRMED, "✓ familiar pain"),
            (Finding(NO, YES), Standing.RULED_OUT, "– not the familiar pain"),
            (Finding(hurts=NO), Standing.RULED_OUT, "– no pain when pressed"),
            (Finding(NOT_SURE, YES), Standing.UNSURE, "? not sure"),
            (Finding(hurts=NOT_SURE), Standing.UNSURE, "? not sure"),
        ],
    )
    def test_it_is_told_by_a_sign_and_words(self, finding, standing, words):
        assert standing_of(finding) is standing
        assert say_standing(finding) == words

    def test_rows_numbers_and_shapes_tell_it(self, at):
        screen, _ = at(TEMPORALIS, Finding(YES, YES), more=[ChooseMuscle(MASSETER)])
        row = next(row for row in screen.rows if row.place == TEMPORALIS)
        assert (row.standing, row.found) == (Standing.CONFIRMED, "✓ familiar pain")
        assert screen.tones[SHAPE] == (Tone.CONFIRMED,)
        assert screen.signs[SHAPE] == "✓"
        assert SHAPE in screen.ranks

    def test_the_ruled_out_glows_no_more(self, at):
        screen, _ = at(TEMPORALIS, Finding(hurts=NO), more=[OpenPage(None)])
        assert screen.tones[SHAPE] == (Tone.RULED_OUT,)

    def test_what_is_mapped_together_stands_together(self, core, at):
        minor, major = (Place(f"rectus_capitis_posterior_{size}", Side.RIGHT) for size in ("minor", "major"))
        screen, _ = at(minor, Finding(YES, YES))
        assert core.muscles[minor.muscle].pattern
        fellow = next(
            row
            for row in screen.rows
            if row.place.muscle
            in {each.id for each in core.mapped_together[core.muscles[major.muscle].pattern]}
            and row.place.side is Side.RIGHT
        )
        assert fellow.standing is Standing.CONFIRMED


class TestDrawing:
    def test_the_finger_is_shown_where_to_press(self, at):
        tones = at(TEMPORALIS)[0].tones
        aimed = {shape for shape, found in tones.items() if Tone.TARGET in found}
        assert aimed == {f"trp-temporalis_{number}-right" for number in (1, 2, 3, 4)}

    def test_the_zone_waits_until_it_cannot_answer_for_the_patient(self, at):
        for finding in (None, Finding(hurts=YES), Finding(YES, YES)):
            assert not _zone(at(TEMPORALIS, finding)[0])
        assert _zone(at(TEMPORALIS, Finding(YES, YES, Spread.REFERRED))[0])
        assert _zone(at(TEMPORALIS, more=[OpenPage(None), ChooseMuscle(TEMPORALIS)])[0])

    def test_on_any_other_page_nothing_is_aimed_at(self, at):
        screen, _ = at(TEMPORALIS, more=[OpenPage(None), ChooseMuscle(TEMPORALIS)])
        assert screen.examination is None
        assert screen.card
        assert not any(Tone.TARGET in found for found in screen.tones.values())


def _zone(screen):
    return [shape for shape, tones in screen.tones.items() if Tone.ESSENTIAL in tones]
