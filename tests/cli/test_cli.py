"""The command line: the same engine without a window."""

import json
import platform
import subprocess
import sys
from functools import cache
from xml.etree import ElementTree

import PySide6
import pytest
from PySide6.QtCore import qVersion

from bodymap import __version__, cli, resources
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.cli import grammar, main
from bodymap.cli.telling import as_json, as_text
from bodymap.reasoning.account import told
from bodymap.reasoning.ranking import Ranking, rank
from bodymap.reasoning.term import TermKind
from bodymap.ui import still
from bodymap.ui.settings import TABLE

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def say(capsys):
    """Run a command line; return its exit status and what it wrote."""

    def say(*words):
        status = main(list(map(str, words)))
        written = capsys.readouterr()
        return status, written.out, written.err

    return say


class TestRank:
    def test_text_lists_candidates_best_first_with_their_sums(self, say, core):
        status, out, err = say("rank", "temple:right", "jaw_angle:right")
        assert (status, err) == (0, "")
        found = rank(core, told([Pain("temple", Side.RIGHT), Pain("jaw_angle", Side.RIGHT)])).candidates
        heads = [line for line in out.splitlines() if "  score " in line]
        assert [line.split("(")[-1].split(")")[0] for line in heads] == [str(c.place) for c in found]
        assert sum(line.lstrip().startswith("+") for line in out.splitlines()) == sum(
            len(candidate.terms) for candidate in found
        )
        assert "not a diagnosis" in out

    def test_json_has_its_shape(self, say, core):
        status, out, _ = say(
            "rank", "temple:right", "throat", "--symptom", sorted(core.symptoms)[0], "--format", "json"
        )
        answer = json.loads(out)
        assert status == 0
        assert set(answer) >= {"candidates", "unexplained"}
        scores = [candidate["score"] for candidate in answer["candidates"]]
        assert scores == sorted(scores, reverse=True)
        for candidate in answer["candidates"]:
            assert candidate["muscle"] in core.muscles
            assert candidate["side"] in {"right", "left"}
            assert candidate["score"] == pytest.approx(
                sum(term["value"] for term in candidate["terms"]), abs=1e-5
            )
            for term in candidate["terms"]:
                assert term["kind"] in set(TermKind)
                assert term["words"]
                assert set(term.get("sources", ())) <= set(core.sources)

    def test_what_nobody_explains_is_told_in_both_forms(self, core):
        ranking = Ranking((), (Pain("throat", Side.MIDLINE),), ())
        answer = json.loads(as_json(core, ranking, Voice.PLAIN))
        assert (answer["candidates"], answer["unexplained"]) == ([], ["throat"])
        assert core.regions["throat"].name.plain.lower() in as_text(core, ranking, Voice.PLAIN).lower()

    def test_words_follow_the_reader(self, say):
        assert say("rank", "temple:right")[1] != say("rank", "temple:right", "--words", "clinical")[1]

    def test_a_symptom_alone_is_a_question(self, say, core):
        assert say("rank", "--symptom", sorted(core.symptoms)[0])[0] == 0

    def test_an_extra_pack_that_is_bad_is_told_and_left_out(self, say, tmp_path):
        status, out, err = say("rank", "temple:right", "--pack", tmp_path / "gone")
        assert status == 1
        assert "gone" in err
        assert "  score " in out


class TestFind:
    def test_text_lists_what_words_may_mean_with_their_ids(self, say):
        status, out, err = say("find", "left", "masester")
        assert (status, err) == (0, "")
        lines = out.splitlines()
        assert lines[:2] == ["Patient's side: left", "Muscles"]
        assert lines[2].split()[0] == "masseter_superficial"

    def test_json_has_the_same_for_programs(self, say):
        found = json.loads(say("find", "carotid", "--format", "json", "--words", "clinical")[1])
        hit = found["hits"][0]
        assert found["side"] is None
        assert (hit["what"], hit["kind"], hit["id"], hit["name"]) == (
            *("structure", "danger", "carotid"),
            "Carotid artery",
        )

    def test_every_kind_of_thing_is_named(self, say):
        for words in ("temple", "scm", "ringing", "desk work", "acupuncture", "migraine", "hyoid", "fever"):
            hits = json.loads(say("find", words, "--format", "json")[1])["hits"]
            assert all(hit["name"] and hit["matched"] for hit in hits), words

    def test_nothing_found_is_said_and_is_no_mistake(self, say):
        status, out, _ = say("find", "xqzv")
        assert (status, out) == (0, "Nothing found. Try fewer letters, or another word.\n")


class TestRender:
    @pytest.mark.parametrize(("more", "side"), [([], "left"), (["--side", "right"], "right")])
    def test_an_svg_shows_the_side_of_the_muscle_or_the_one_asked_for(self, say, tmp_path, qapp, more, side):
        file = tmp_path / "map.SVG"
        asked = ("--select", "temple:right", "--muscle", "temporalis:left", "--theme", "dark")
        assert say("render", "side", *asked, *more, "--out", file)[0] == 0
        root = ElementTree.parse(file).getroot()
        assert root.tag.endswith("}svg")
        caption, muscle, *credit = (line.text for line in root.iter("{http://www.w3.org/2000/svg}text"))
        assert side in caption
        assert muscle == "Temple muscle"
        assert "CC BY-SA" in credit[0]

    def test_candidates_are_drawn_with_their_numbers_in_either_voice(self, say, tmp_path, qapp):
        for words in ("plain", "clinical"):
            file = tmp_path / f"{words}.svg"
            assert say("render", "side", "--select", "temple:right", "--words", words, "--out", file)[0] == 0
            texts = [
                line.text
                for line in ElementTree.parse(file).getroot().iter("{http://www.w3.org/2000/svg}text")
            ]
            assert {"1", "2", "3"} <= set(texts)

    def test_a_folder_that_is_not_there_is_said(self, say, tmp_path, monkeypatch):
        monkeypatch.setattr("bodymap.rendering.draw", lambda *_asked: b"drawn")
        status, _, err = say("render", "side", "--out", tmp_path / "gone" / "map.svg")
        assert status == 1
        assert "map.svg" in err

    @pytest.mark.parametrize(("name", "start"), [("a.png", PNG), ("a.svg", b"<svg ")])
    def test_it_runs_where_no_screen_is(self, tmp_path, name, start):
        """In a process of its own, since this one has a screen of a kind already."""
        file = tmp_path / name
        done = subprocess.run(
            [sys.executable, "-m", "bodymap", "render", "side", "--out", file, "--size", "90x120"],
            cwd=str(resources.root()),
            env={"PATH": "", "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        content = file.read_bytes()
        assert start in content[:100]
        if name == "a.png":
            assert (int.from_bytes(content[16:20]), int.from_bytes(content[20:24])) == (90, 120)


@pytest.fixture(scope="module")
def trace_once():
    """Trace each plate once for all pictures."""
    return cache(still.trace)


@pytest.fixture(scope="module")
def plain(qapp, loaded, tmp_path_factory):
    """Draw the front small, as it is when nothing more is asked."""
    file = tmp_path_factory.mktemp("plain") / "a.png"
    assert main(["render", "front", "--out", str(file), "--size", "120x150"]) == 0
    return file.read_bytes()


class TestLooks:
    @pytest.fixture
    def draw(self, say, qapp, tmp_path, loaded, monkeypatch, trace_once):
        """Draw a plate small, with a pack that was read and traced before."""
        monkeypatch.setattr(cli, "_load", lambda _given: loaded)
        monkeypatch.setattr(still, "trace", trace_once)

        def draw(plate, *more, name="a.png", size="120x150"):
            file = tmp_path / name
            assert say("render", plate, "--out", file, "--size", size, *more)[0] == 0
            return file.read_bytes()

        return draw

    @pytest.mark.parametrize(
        "more",
        [
            "--layer surface",
            "--layer deep",
            "--layer bone",
            "--jaw",
            "--show dangers",
            "--show points",
            "--show mirror",
            "--skin dark",
            "--theme print",
        ],
    )
    def test_what_is_asked_for_changes_the_picture(self, draw, plain, more):
        assert draw("front", *more.split()) != plain

    def test_names_are_written_where_there_is_room_for_them(self, draw):
        named = draw("front", "--show", "names", size="700x500")
        assert named != draw("front", size="700x500")

    def test_what_is_not_said_is_the_skin_in_light(self, draw, plain):
        assert draw("front", "--layer", "skin", "--skin", "light") == plain

    def test_the_jaw_opens_as_deep_as_it_lies_unless_a_depth_is_said(self, draw):
        deep = draw("side", "--jaw", "--layer", "deep")
        assert draw("side", "--jaw") == deep
        assert draw("side", "--jaw", "--layer", "bone") != deep

    def test_several_things_can_be_shown_at_once(self, draw):
        both = draw("front", "--show", "dangers", "--show", "points")
        assert both != draw("front", "--show", "dangers")
        assert both == draw("front", "--show", "points", "--show", "dangers")

    @pytest.mark.parametrize(
        ("plate", "more", "said"),
        [
            ("front", "", ["Patient's right", "Patient's left"]),
            ("back", "", ["Patient's left", "Patient's right"]),
            ("back", "--show mirror", ["Patient's right", "Patient's left"]),
            ("side", "--side left", ["Patient's left side"]),
        ],
    )
    def test_a_drawing_says_which_side_lies_where(self, draw, plate, more, said):
        root = ElementTree.fromstring(draw(plate, *more.split(), name="a.svg"))
        written = [line.text for line in root.iter("{http://www.w3.org/2000/svg}text")]
        assert [line for line in written if line.startswith("Patient's")] == said

    @pytest.mark.parametrize("plate", ["front", "side", "back", "mouth"])
    def test_every_plate_can_be_drawn_in_the_words_of_the_field(self, draw, plate):
        assert draw(plate, "--words", "clinical").startswith(PNG)


class TestCheck:
    def test_a_bad_pack_is_found_wrong(self, say, tmp_path):
        (tmp_path / "pack.yaml").write_text("id: 7\n", encoding="utf-8")
        status, out, _ = say("check", tmp_path)
        assert status == 1
        assert "pack.yaml" in out

    def test_what_is_no_folder_is_found_wrong(self, say, tmp_path):
        assert say("check", tmp_path / "gone")[0] == 1

    def test_the_exit_status_is_that_of_the_problems(self, say, monkeypatch):
        monkeypatch.setattr(cli, "check", lambda *_args, **_more: ())
        assert say("check")[0] == 0
        monkeypatch.setattr(cli, "check", lambda *_args, **_more: ("here: this is wrong",))
        status, out, _ = say("check")
        assert status == 1
        assert "here: this is wrong" in out


class TestHelp:
    @pytest.mark.parametrize("command", ["", "rank", "find", "screen", "render", "check"])
    def test_every_command_explains_itself(self, say, command):
        status, out, err = say(*command.split(), "--help")
        assert (status, err) == (0, "")
        assert f"bodymap {command}".strip() in out
        assert "exit status" in out
        assert "examples:\n  bodymap" in out
        assert f"usage: bodymap {command}".strip() in out

    def test_the_help_names_files_and_environment(self, say):
        out = say("--help")[1]
        for words in ("files:", "errors.log", ".bodymap", "environment:", "QT_SCALE_FACTOR"):
            assert words in out

    def test_every_command_is_in_the_list(self, say):
        out = say("--help")[1]
        for command in ("rank", "find", "render", "check", "doctor"):
            assert command in out

    def test_the_versions(self, say, core):
        lines = [
            f"bodymap {__version__}",
            f"content core {core.about.version}",
            f"Python {platform.python_version()}",
            f"PySide6 {PySide6.__version__}, Qt {qVersion()}",
        ]
        assert say("--version") == (0, "\n".join(lines) + "\n", "")

    def test_the_versions_are_told_where_qt_cannot_start(self, say, monkeypatch):
        def refuse(name):
            raise ImportError(f"libEGL.so.1 is missing for {name}")

        monkeypatch.setattr(cli, "import_module", refuse)
        status, out, _ = say("--version")
        assert status == 0
        assert f"bodymap {__version__}\n" in out
        assert "libEGL.so.1" in out

    def test_the_doctor_is_called_with_the_rest(self, say, monkeypatch):
        called = []
        monkeypatch.setattr("bodymap.doctor.main", lambda words: called.append(words) or 7)
        assert say("doctor", "--command")[0] == 7
        assert called == [["--command"]]


class TestAskedWrong:
    @pytest.mark.parametrize(
        ("words", "hint"),
        [
            ("rank tempel:right", "temple"),
            ("rank temple:rigth", "right"),
            ("rank temple", "temple:right"),
            ("rank throat:left", "throat"),
            ("rank temple:right --symptom ringign", "ringing"),
            ("rank", "temple:right"),
            ("rank temple:right --formt json", "--format"),
            ("rank temple:right --format jsn", "json"),
            ("rnk temple:right", "rank"),
            ("--them", "--theme"),
            ("--them dark", "rank"),
            ("--theme drak", "dark"),
            ("render sid --out a.png", "side"),
            ("render side --out a.jpg", ".png"),
            ("render side --out a.png --size big", "1080x1400"),
            ("render side --out a.png --size 1x1", "64"),
            ("render side --out a.png --size 99999x99999", "8192"),
            ("render side --out a.png --muscle temporals:right", "temporalis"),
            ("render side --out a.png --muscle temporalis", "temporalis:right"),
            ("render side --out a.png --select tempel:left", "temple"),
            ("render side", "--out"),
            ("render frnt --out a.png", "front"),
            ("render front --out a.png --layer dep", "deep"),
            ("render mouth --out a.png --layer bone", "skin, deep"),
            ("render back --out a.png --jaw", "front, side"),
            ("render side --out a.png --jaw --layer skin", "--layer deep"),
            ("render front --out a.png --show danger", "dangers"),
            ("render front --out a.png --skin drak", "dark"),
            ("render front --out a.png --theme prnt", "print"),
            ("render front --out a.png --side middle", "right"),
        ],
    )
    def test_what_is_wrong_is_said_with_the_nearest_right_word(
        self, say, tmp_path, monkeypatch, words, hint, core
    ):
        monkeypatch.chdir(tmp_path)
        status, out, err = say(*words.split())
        assert (status, out) == (2, "")
        assert hint in err
        assert not any(f'Did you mean "{word}"' in err for word in words.split())
        assert list(tmp_path.iterdir()) == []

    def test_a_pipe_that_closes_early_is_no_error(self):
        done = subprocess.run(
            f"{sys.executable} -m bodymap rank temple:right throat jaw_angle:left | head -1",
            shell=True,
            cwd=str(resources.root()),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        assert "score" in done.stdout


def test_looks_that_can_be_asked_for_are_those_that_the_window_knows():
    known = {setting.key: setting.choices for setting in TABLE}
    assert (known["theme"], known["skin"]) == (("system", *grammar.THEMES), grammar.SKINS)
