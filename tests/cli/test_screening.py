"""bodymap screen: which red flags some answers raise."""

import json

import pytest

from bodymap.anatomy.words import Voice
from bodymap.cli import main
from bodymap.cli.screening import FRAMING, NOTHING, raised_as_json, raised_as_text
from bodymap.reasoning.screening import screen

EXAMPLE = (
    *("screen", "--age", "68", "--region", "temple"),
    *("--answer", "new_headache", "--answer", "jaw_ache_chewing"),
)
EVERYDAY = ("stiff_neck", "jaw_click", "pain_on_chewing", "desk_work", "stress", "mouth_wide_open")


@pytest.fixture
def say(capsys):
    """Run a command line; return its exit status and what it wrote."""

    def say(*words):
        status = main(list(map(str, words)))
        written = capsys.readouterr()
        return status, written.out, written.err

    return say


class TestText:
    def test_the_example_raises_the_artery_the_same_day(self, say, core):
        status, out, err = say(*EXAMPLE)
        assert (status, err) == (0, "")
        (gca,) = (line for line in out.splitlines() if line.endswith("(gca)"))
        assert gca.startswith("Have it looked at today: ")
        rule = next(rule for rule in core.rules if rule.id == "gca")
        assert rule.do.words.plain in out
        assert rule.why.words.plain in out
        assert "Ticked: jaw_ache_chewing" in out or "Ticked: new_headache" in out
        assert out.rstrip().endswith(FRAMING)

    def test_what_is_felt_and_done_every_day_raises_nothing(self, say):
        answers = [word for name in EVERYDAY for word in ("--answer", name)]
        status, out, _ = say("screen", "--age", "90", "--region", "temple:left", *answers)
        assert (status, out.splitlines()) == (0, [NOTHING, FRAMING])

    def test_no_answer_is_an_answer(self, say):
        assert say("screen")[1].splitlines() == [NOTHING, FRAMING]

    def test_words_follow_the_reader(self, say, core):
        rule = next(rule for rule in core.rules if rule.id == "gca")
        assert rule.name.clinical in say(*EXAMPLE, "--words", "clinical")[1]

    def test_only_an_emergency_says_whom_to_call_and_the_number_is_the_reader_s(self, say, core):
        rule = next(rule for rule in core.rules if rule.urgency == "emergency" and not rule.regions)
        asked = [word for name in rule.signs for word in ("--answer", name)]
        years = ["--age", rule.age_from] if rule.age_from else []
        assert "Call your local emergency number now." in say("screen", *asked, *years)[1]
        assert "Call 112 now." in say("screen", *asked, *years, "--emergency-number", "112")[1]
        assert "112" not in say(*EXAMPLE, "--emergency-number", "112")[1]


class TestJson:
    def test_it_has_its_shape(self, say, core):
        status, out, _ = say(*EXAMPLE, "--format", "json")
        answer = json.loads(out)
        assert status == 0
        assert set(answer) == {"urgency", "raised", "framing"}
        assert answer["urgency"] == "same_day"
        gca = next(each for each in answer["raised"] if each["rule"] == "gca")
        assert set(gca) == {"rule", "urgency", "because", "name", "call", "do", "why", "sources"}
        assert (gca["urgency"], gca["call"]) == ("same_day", "")
        assert set(gca["because"]) <= {"new_headache", "jaw_ache_chewing"}
        assert set(gca["sources"]) <= set(core.sources)

    def test_nothing_has_no_urgency(self, say):
        answer = json.loads(say("screen", "--answer", "stress", "--format", "json")[1])
        assert (answer["urgency"], answer["raised"]) == (None, [])

    def test_both_forms_tell_the_same_rules_in_the_same_order(self, core):
        found = screen(core, set(core.signs), age=68, regions=set(core.regions))
        assert len(found) == len(core.rules)
        text = raised_as_text(core, found, Voice.PLAIN, "112")
        written = json.loads(raised_as_json(found, Voice.PLAIN, "112"))
        names = [each["rule"] for each in written["raised"]]
        assert names == [line.rpartition("(")[2][:-1] for line in text.splitlines() if line[:1] != " "][:-1]
        assert [bool(each["call"]) for each in written["raised"]] == sorted(
            (each["urgency"] == "emergency" for each in written["raised"]), reverse=True
        )


class TestAge:
    def test_it_is_what_makes_the_difference(self, say):
        young = [*EXAMPLE[:1], "--age", "30", *EXAMPLE[3:]]
        assert "(gca)" not in say(*young)[1]
        assert "(gca)" in say(*EXAMPLE[:1], *EXAMPLE[3:], "--answer", "over_50")[1]
        assert "(gca)" not in say(*EXAMPLE[:1], *EXAMPLE[3:])[1]

    @pytest.mark.parametrize("years", ["131", "-1", "old", "6.5", ""])
    def test_what_is_no_age_is_asked_wrong(self, say, years):
        status, out, err = say("screen", f"--age={years}")
        assert (status, out) == (2, "")
        assert "is no age: say years, such as 68, 0 to 130" in err

    @pytest.mark.parametrize("years", ["0", "130"])
    def test_its_bounds_are_ages(self, say, years):
        assert say("screen", "--age", years)[0] == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--answer", "new_headach"), 'unknown answer “new_headach”. Did you mean "new_headache"?'),
        (("--answer", "stif_neck"), 'Did you mean "stiff_neck"?'),
        (("--answer", "desk_wrk"), 'Did you mean "desk_work"?'),
        (("--answer", "qqq"), "Known are: "),
        (("--region", "tempel"), 'unknown region “tempel”. Did you mean "temple"?'),
        (("--region", "temple:up"), "temple needs the patient's side"),
        (("--answr", "stress"), "--answer"),
    ],
)
def test_what_is_unknown_is_said_with_the_nearest_right_word(say, words, said):
    status, out, err = say("screen", *words)
    assert (status, out) == (2, "")
    assert said in err


def test_a_region_is_read_with_or_without_its_side(say):
    bare = say(*EXAMPLE)
    assert say(*(word if word != "temple" else "temple:left" for word in EXAMPLE)) == bare


def test_a_bad_pack_is_told_and_left_out(say, tmp_path):
    status, out, err = say(*EXAMPLE, "--pack", tmp_path / "gone")
    assert status == 1
    assert "(gca)" in out
    assert "there is no such folder" in err
