"""The ranking is judged by published cases, which no weight and no map was made to fit.

``cases/published.yaml`` says for each case what hurt, which muscle was found, and where the ranking put it
when that was last recorded. No rank may get worse. Where one gets better, record it there and in
docs/ranking.md; never change a weight for a case.
"""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.cli import main
from bodymap.reasoning.account import Account
from bodymap.reasoning.evidence import best_reach
from bodymap.reasoning.ranking import rank

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "ranking.md"
FILE = yaml.safe_load((HERE / "cases" / "published.yaml").read_text(encoding="utf-8"))
CASES = FILE["cases"]
SCORED = [case for case in CASES if case["grade"] in {"A", "B"} and not case.get("is_map_source")]
MISSED = [case for case in SCORED if not case["rank"]]
NOWHERE = 10_000

Case = dict[str, Any]
each_scored = pytest.mark.parametrize("case", SCORED, ids=lambda case: case["id"])


def pains_of(case: Case) -> tuple[Pain, ...]:
    told = [text.partition(":") for text in case["pains"]]
    return tuple(Pain(name, Side(side) if side else Side.MIDLINE) for name, _, side in told)


def found_in(case: Case) -> set[Place]:
    return {Place(muscle, Side(side)) for muscle in case["muscles"] for side in case["sides"]}


def shown_for(core: Atlas, case: Case) -> list[set[Place]]:
    """What each row of the ranking stands for: a muscle, and those mapped together with it."""
    answers = dict.fromkeys([*case["symptoms"], *case["habits"]], Answer.YES)
    return [
        {Place(muscle, each.place.side) for muscle in (each.place.muscle, *each.together)}
        for each in rank(core, Account(pains_of(case), answers)).candidates
    ]


def rank_of(case: Case, shown: list[set[Place]]) -> int:
    """Which row first names a muscle that was found, from 1; NOWHERE where none does."""
    wanted = found_in(case)
    return next((number for number, places in enumerate(shown, 1) if places & wanted), NOWHERE)


def share(core: Atlas, first: int) -> int:
    return sum(rank_of(case, shown_for(core, case)) <= first for case in SCORED)


class TestFile:
    def test_no_case_is_told_twice(self):
        names = [case["id"] for case in CASES]
        assert len(names) == len(set(names))
        numbers = [case[key] for case in CASES for key in ("doi", "pmid", "pmc") if key in case]
        assert len(numbers) == len(set(numbers))

    @pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
    def test_every_case_says_who_wrote_it_and_how_much_was_read(self, case):
        assert case["citation"]
        assert any(key in case for key in ("doi", "pmid", "pmc", "url"))
        assert case["read"] in {"abstract", "excerpt", "full"}
        assert case["grade"] in {"A", "B", "C"}
        assert ("why_not_scored" in case) is (case not in SCORED)
        assert ("rank" in case) is (case in SCORED)

    @each_scored
    def test_what_hurt_and_what_was_found_are_known(self, core, case):
        for pain in pains_of(case):
            assert core.regions[pain.region].is_paired is (pain.side is not Side.MIDLINE)
        assert set(case["symptoms"]) <= set(core.symptoms)
        assert set(case["habits"]) <= set(core.habits)
        assert set(case["muscles"]) <= set(core.muscles)
        assert set(case["sides"]) <= {"right", "left"}
        assert found_in(case)
        assert pains_of(case) or case["symptoms"]
        assert case["note"]

    def test_the_pack_was_not_made_from_these_cases(self, core):
        """What a map rests on cannot judge it."""
        keys = ("doi", "pmid", "pmc", "url")
        cited = {getattr(source, key).lower() for source in core.sources.values() for key in keys} - {""}
        for case in CASES:
            is_cited = any(str(case.get(key, "")).lower() in cited for key in keys)
            assert not (is_cited and case in SCORED), case["id"]
            assert is_cited or not case.get("is_map_source"), case["id"]


class TestJudgement:
    @each_scored
    def test_the_muscle_that_was_found_ranks_no_lower_than_recorded(self, core, case):
        assert rank_of(case, shown_for(core, case)) <= (case["rank"] or NOWHERE)

    @pytest.mark.parametrize("case", MISSED, ids=lambda case: case["id"])
    def test_a_miss_is_the_maps_and_not_the_sums(self, core, case):
        """Still missed, as no map draws the muscle into any of these places; or found by now."""
        reaches = [
            best_reach(core, core.muscles[place.muscle], place.side, pain.region, pain.side)
            for place in found_in(case)
            for pain in pains_of(case)
        ]
        assert any(reaches) is (rank_of(case, shown_for(core, case)) < NOWHERE)

    def test_the_figures_recorded_are_those_of_the_cases(self):
        ranks = [case["rank"] or NOWHERE for case in SCORED]
        assert FILE["recorded"] == {
            "scored": len(SCORED),
            "first": ranks.count(1),
            "first_three": sum(each <= 3 for each in ranks),
            "first_six": sum(each <= 6 for each in ranks),
        }

    @pytest.mark.parametrize(("name", "first"), [("first", 1), ("first_three", 3), ("first_six", 6)])
    def test_no_fewer_are_found_than_recorded(self, core, name, first):
        assert share(core, first) >= FILE["recorded"][name]

    def test_a_ranking_turned_upside_down_fails(self, core):
        """The judge can say no."""
        worse = [
            case["id"]
            for case in SCORED
            if rank_of(case, shown_for(core, case)[::-1]) > (case["rank"] or NOWHERE)
        ]
        assert len(worse) > len(SCORED) / 2


@pytest.mark.skipif(not PAGE.is_file(), reason="the documents are not here")
class TestPage:
    @each_scored
    def test_the_page_shows_the_rank_that_is_recorded(self, case):
        rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if f"| {case['id']} |" in line]
        (row,) = rows
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        assert cells[3] == (str(case["rank"]) if case["rank"] else "missed")
        assert cells[4].startswith(f"{case['grade']}:")

    def test_the_page_shows_the_figures_that_are_recorded(self):
        page = PAGE.read_text(encoding="utf-8")
        rows = [
            ("first", "first"),
            ("among the first three", "first_three"),
            ("among the first six", "first_six"),
        ]
        for words, name in rows:
            assert f"| {words} | {FILE['recorded'][name]} |" in page

    def test_every_question_of_the_page_has_an_answer(self, capsys):
        """The scores may change with the pack; a name that is gone must not stay."""
        commands = re.findall(r"^bodymap (.*)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
        assert len([words for words in commands if words.startswith("rank")]) > 20
        for words in commands:
            assert main(shlex.split(words)) == 0, words
            said = capsys.readouterr().out
            assert "Nothing was raised" not in said, words
            assert words.startswith("screen") or " 1. " in said, words
