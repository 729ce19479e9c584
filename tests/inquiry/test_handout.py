"""The page to take home, in words."""

import re
from datetime import date

import pytest

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.finding import Finding, Spread
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.inquiry.day import count_from, name_day
from bodymap.inquiry.handout import write_handout
from bodymap.inquiry.intents import (
    Agree,
    ChooseMuscle,
    Compare,
    Find,
    FinishScreening,
    GoBack,
    Reply,
    StartOver,
    TickSign,
    ToggleRegion,
    UseVoice,
    WriteDown,
)
from bodymap.inquiry.leaf import Kind, Need, leave_out, order_of_leaving, say_left_out
from bodymap.inquiry.state import MOST_WRITTEN, UNTOLD, Inquiry, Paper, Seat, Written
from bodymap.inquiry.tones import Tone
from bodymap.inquiry.update import update

TODAY = date(2026, 11, 26)
TEMPLE, TEETH = Pain("temple", Side.RIGHT), Pain("upper_molars", Side.RIGHT)
TEMPORALIS, MASSETER = Place("temporalis", Side.RIGHT), Place("masseter_superficial", Side.LEFT)
FAMILIAR = Finding(Answer.YES, Answer.YES, Spread.REFERRED, (TEETH,))
SEAT = Seat("112", "Dr A. Example\nMain Street 1", Paper.LETTER)


@pytest.fixture
def told(core):
    """Tell things one after the other, with red flags answered."""

    def tell(*intents, is_screened=True):
        inquiry = Inquiry("front", seat=SEAT, is_screened=is_screened)
        for intent in intents:
            inquiry = update(core, inquiry, intent)
        return inquiry

    return tell


@pytest.fixture
def page(core, told):
    return lambda *intents: write_handout(core, told(*intents), TODAY)


def lines(page, kind):
    return [line.text for part in page.parts if part.kind is kind for line in part.lines]


def test_days_are_said_whole_and_counted_from_today():
    assert name_day(TODAY) == "Thursday 26 November 2026"
    assert count_from(TODAY, 1) == "1 day from today is Friday 27 November 2026."
    assert count_from(TODAY, 3) == "3 days from today is Sunday 29 November 2026."
    assert count_from(TODAY, 7) == "7 days from today is Thursday 3 December 2026."
    assert count_from(TODAY, 56) == "8 weeks from today is Thursday 21 January 2027."


class TestHead:
    def test_it_says_who_hands_it_over_when_and_on_what_paper(self, page):
        head = page(ToggleRegion(TEMPLE))
        assert (head.clinic, head.day, head.paper) == (SEAT.clinic, "Thursday 26 November 2026", Paper.LETTER)
        assert "not a diagnosis" in head.framing
        assert re.search(r"Head, neck and jaw \d+\.\d+", head.version)

    def test_no_name_unless_typed(self, page):
        assert page(ToggleRegion(TEMPLE)).person == ""
        assert page(WriteDown(Written.PERSON, " Ada ")).person == "Ada"


class TestFound:
    def test_what_pressing_brought_is_said_in_both_voices(self, page):
        asked = ToggleRegion(TEMPLE), ToggleRegion(TEETH), Find(TEMPORALIS, FAMILIAR)
        plain = lines(page(*asked), Kind.FOUND)
        assert plain[0] == "It hurts here: Temple (right), Upper back teeth (right)."
        assert plain[1].startswith(
            "Temple muscle (right): pressing it brought the pain you know. It was felt in"
        )
        assert "may come from it: Temple (right), Upper back teeth (right)." in plain[1]
        clinical = lines(page(*asked, UseVoice(Voice.CLINICAL)), Kind.FOUND)
        assert "Temporalis (right): familiar pain on palpation. Referred pain." in clinical[1]

    def test_what_speaks_for_a_muscle_comes_first(self, page):
        no_pain = Find(MASSETER, Finding(hurts=Answer.NO))
        found = lines(page(no_pain, Find(TEMPORALIS, FAMILIAR)), Kind.FOUND)
        assert [line.partition(":")[0] for line in found] == [
            "Temple muscle (right)",
            "Jaw muscle, outer layer (left)",
        ]
        assert "did not hurt" in found[1]
        assert "may come from" not in found[1]

    def test_muscles_that_were_opened_or_compared_are_named(self, page):
        found = lines(page(ChooseMuscle(TEMPORALIS), Compare(MASSETER)), Kind.FOUND)
        assert found == ["Also talked about: Jaw muscle, outer layer (left), Temple muscle (right)."]

    def test_a_felt_region_that_the_packs_do_not_know_is_left_out(self, page):
        strange = Finding(Answer.YES, Answer.YES, Spread.REFERRED, (Pain("knee", Side.LEFT),))
        assert "knee" not in str(lines(page(Find(TEMPORALIS, strange)), Kind.FOUND)).lower()


class TestAgreed:
    def test_ticks_and_typed_lines_stand_one_below_the_other(self, page):
        agreed = page(Agree("dry_needling"), WriteDown(Written.AGREEMENT, "Warm pack.\n\nCome back Monday."))
        strong = [
            line.text
            for part in agreed.parts
            if part.kind is Kind.AGREED
            for line in part.lines
            if line.need is Need.ALWAYS
        ]
        assert strong == ["Dry needling", "Warm pack.", "Come back Monday."]

    def test_agreed_self_care_is_that_of_the_muscle_that_was_found_with_its_caution(self, page, core):
        agreed = lines(page(Find(TEMPORALIS, FAMILIAR), Agree("self_care")), Kind.AGREED)
        known = core.muscles["temporalis"].self_care[:2]
        assert [line for line in agreed if "resting jaw" in line] == [
            f"{known[0].words.plain} {known[0].caution.plain}"
        ]
        assert any(known[1].words.plain in line for line in agreed)
        assert "resting jaw" not in str(
            lines(page(Find(TEMPORALIS, FAMILIAR), Agree("acupuncture")), Kind.AGREED)
        )

    def test_without_a_muscle_or_with_a_red_flag_no_self_care_is_told(self, page):
        assert "resting jaw" not in str(lines(page(Agree("self_care")), Kind.AGREED))
        urgent = page(
            Find(TEMPORALIS, FAMILIAR), Agree("self_care"), TickSign("thunderclap"), FinishScreening()
        )
        assert "resting jaw" not in str(urgent.parts)

    def test_aftercare_is_that_of_what_was_agreed_with_dates_from_its_source(self, page):
        after = lines(page(Agree("dry_needling")), Kind.AFTERWARDS)
        assert any(
            "1 to 3 days" in line and "3 days from today is Sunday 29 November" in line for line in after
        )
        assert lines(page(ToggleRegion(TEMPLE)), Kind.AFTERWARDS) == []

    def test_no_date_stands_where_no_source_names_days(self, page):
        after = lines(page(Agree("manual_therapy"), Agree("trigger_point_injection")), Kind.AFTERWARDS)
        assert not [line for line in after if "from today" in line]

    def test_what_was_agreed_is_forgotten_and_a_typed_letter_is_no_step(self, core, told):
        after = told(
            WriteDown(Written.AGREEMENT, "a"), WriteDown(Written.AGREEMENT, "ab"), Agree("dry_needling")
        )
        assert len(after.history) == 1
        assert update(core, after, GoBack()).agreement == "ab"
        fresh = update(core, after, StartOver())
        assert all(getattr(fresh, name) == value for name, value in UNTOLD.items())
        assert update(core, after, Agree("dry_needling")).agreed == ()
        assert update(core, after, Agree("nothing")) == after

    def test_no_more_is_typed_than_there_is_room_for(self, told):
        after = told(WriteDown(Written.AGREEMENT, "x" * 5000))
        assert len(after.agreement) == MOST_WRITTEN[Written.AGREEMENT]


class TestCall:
    def test_it_says_when_to_call_and_whom(self, page):
        known = page(Agree("dry_needling"))
        part = next(part for part in known.parts if part.kind is Kind.CALL)
        assert "112" in part.heading
        assert "short breath" in part.lines[0].text
        assert part.lines[0].need is Need.ALWAYS
        assert any("terrible headache" in line.text for line in part.lines)

    def test_an_emergency_never_stands_among_the_aftercare(self, page):
        agreed = [Agree(name) for name in ("dry_needling", "manual_therapy", "acupuncture", "self_care")]
        assert "emergency" not in " ".join(lines(page(*agreed), Kind.AFTERWARDS))

    def test_a_red_flag_stands_first_and_holds_the_rest_back(self, page):
        raised = page(
            ToggleRegion(TEMPLE),
            Find(TEMPORALIS, FAMILIAR),
            Agree("dry_needling"),
            TickSign("thunderclap"),
            FinishScreening(),
        )
        assert raised.parts[0].kind is Kind.FLAG
        assert raised.parts[0].heading == "Get emergency help now"
        assert "Call 112 now." in lines(raised, Kind.FLAG)[1]
        assert {part.kind for part in raised.parts} == {Kind.FLAG, Kind.FOUND, Kind.CALL, Kind.TODAY}
        assert "pressing" not in " ".join(lines(raised, Kind.FOUND))
        assert not [
            tone
            for picture in raised.pictures
            for found in picture.tones.values()
            for tone in found
            if tone is Tone.OPENED
        ]


def test_three_questions_to_be_answered_in_ones_own_words(page):
    asked = lines(page(ToggleRegion(TEMPLE), Agree("self_care")), Kind.ASK)
    assert [line[:2] for line in asked] == ["1.", "2.", "3."]
    assert asked[1] == "2. What did we agree, and when do you do it?"


def test_habits_that_were_told_are_named_with_what_is_known_of_them(page):
    told = lines(page(Reply("clenching", Answer.YES), Reply("desk_work", Answer.NO)), Kind.HABITS)
    assert told[0] == "Clenching or grinding the teeth"
    assert len(told) == 2


class TestMap:
    def test_it_is_drawn_from_where_most_of_it_is_seen(self, page):
        left = page(ToggleRegion(Pain("temple", Side.LEFT)))
        assert [(picture.plate, picture.side, picture.is_flipped) for picture in left.pictures] == [
            ("side", Side.LEFT, True),
            ("front", Side.MIDLINE, False),
        ]
        assert left.pictures[0].captions == ("Patient's left side", "")
        assert left.pictures[1].captions == ("Patient's right", "Patient's left")
        assert "It hurts here: Temple (left)." in left.pictures[0].words

    def test_the_muscle_with_the_familiar_pain_is_drawn_with_its_zone_and_others_are_not(self, page):
        drawn = page(Find(MASSETER, Finding(hurts=Answer.NO)), Find(TEMPORALIS, FAMILIAR)).pictures[0].tones
        assert drawn["muscle-temporalis-right"] == (Tone.OPENED,)
        assert Tone.ESSENTIAL in {tone for found in drawn.values() for tone in found}
        assert not [shape for shape in drawn if "masseter" in shape]


def shorten(handout):
    """Return a page whole, then with one line after the other left out."""
    order = order_of_leaving(handout)
    return [leave_out(handout, order[:number]) for number in range(len(order) + 1)]


class TestRoom:
    @pytest.fixture
    def long(self, page):
        agreed = [Agree(name) for name in ("dry_needling", "acupuncture", "self_care")]
        return page(ToggleRegion(TEMPLE), Find(TEMPORALIS, FAMILIAR), *agreed, Reply("clenching", Answer.YES))

    def test_lines_go_one_by_one_the_least_needed_first(self, long):
        counts = [sum(len(part.lines) for part in each.parts) for each in shorten(long)]
        assert counts == sorted(counts, reverse=True)
        first = next(each for each in list(shorten(long))[1:])
        assert "Self-care means" not in str(first.parts)

    def test_what_is_needed_stays_to_the_last(self, long):
        last = list(shorten(long))[-1]
        kept = {line.text for part in last.parts for line in part.lines}
        needed = {
            line.text
            for part in long.parts
            for line in part.lines
            if line.need is Need.ALWAYS and not line.leads
        }
        assert kept >= needed
        assert {Kind.FOUND, Kind.AGREED, Kind.CALL, Kind.ASK} <= {part.kind for part in last.parts}

    def test_a_name_that_leads_goes_with_what_it_led_to(self, long):
        for each in shorten(long):
            for part in each.parts:
                assert not part.lines[-1].leads

    def test_the_preview_can_say_what_is_missing(self, long):
        whole, *shorter = shorten(long)
        assert say_left_out(whole) == ""
        assert "What we agreed" in say_left_out(shorter[-1])

    def test_only_sources_that_are_still_cited_are_listed(self, long):
        whole, *_, last = shorten(long)
        assert 0 < len(last.sources) < len(whole.sources)
        assert last.sources[0].startswith("1 ")
