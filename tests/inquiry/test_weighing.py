"""Treatments side by side: every one in every row, each cell with its source."""

import pytest

from bodymap.anatomy.words import Matter, Voice
from bodymap.inquiry.intents import GoBack, Mind, OpenPage, StartOver, UseVoice
from bodymap.inquiry.screen import compose
from bodymap.inquiry.state import Page
from bodymap.inquiry.weighing import BRIEF, MATTERS, told_of

OPEN = OpenPage(Page.WEIGH)
NEEDLED = ("acupuncture", "dry_needling", "trigger_point_injection")


@pytest.fixture
def page(core, after):
    return lambda *intents: compose(core, after(*intents)).weighing


def row(shown, heading):
    return next(each for each in shown.rows if each.heading == heading)


def words(cell):
    return " ".join(item.text for item in cell.items)


def test_a_matter_said_again_does_not_matter(after):
    assert after(OPEN, Mind(Matter.NEEDLES)).matters == {Matter.NEEDLES}
    assert after(OPEN, Mind(Matter.NEEDLES), Mind(Matter.NEEDLES)).matters == frozenset()
    assert after(OPEN, Mind(Matter.NEEDLES), GoBack()).matters == frozenset()
    assert after(OPEN, Mind(Matter.NEEDLES), StartOver()).matters == frozenset()


@pytest.mark.parametrize(
    "matters", [(), (Matter.PREGNANCY,), (Matter.NEEDLES, Matter.BLOOD_THINNER), tuple(Matter)]
)
def test_what_matters_is_told_first_and_nothing_is_ever_left_out(core, page, matters):
    shown = page(OPEN, *map(Mind, matters))
    assert len(shown.rows) == len(Matter) + len(BRIEF)
    chosen = [MATTERS[each][1] for each in Matter if each in matters]
    assert [each.heading for each in shown.rows if each.is_chosen] == chosen
    assert [each.heading for each in shown.rows[: len(chosen)]] == chosen
    titles = [each.name.plain for each in core.treatments.values()]
    for each in shown.rows:
        assert [cell.title for cell in each.cells] == titles  # in the order of the pack, whatever matters


@pytest.mark.parametrize("voice", Voice)
def test_every_cell_has_a_source_or_is_empty(page, voice):
    shown = page(UseVoice(voice), OPEN, *map(Mind, Matter))
    assert all(item.citations for each in shown.rows for cell in each.cells for item in cell.items)
    assert shown.nothing == "Nothing found about this"


def test_a_treatment_with_a_needle_says_so_plainly(page, core):
    cells = row(page(OPEN, Mind(Matter.NEEDLES)), "Needle or not").cells
    for name, cell in zip(core.treatments, cells, strict=True):
        assert ("needle" in words(cell).lower()) or name == "manual_therapy"
        assert bool(cell.items)
    for name in NEEDLED:
        assert any("needle" in said.words.plain for _, said in told_of(core.treatments[name], Matter.NEEDLES))


def test_a_stage_says_of_which_visits_it_is(page):
    cells = row(page(OPEN), "How fast it may help").cells
    assert any(item.text.startswith("Visits 1–3: ") for cell in cells for item in cell.items)


def test_where_nothing_is_known_nothing_is_said(core, page):
    cells = dict(zip(core.treatments, row(page(OPEN), "With a blood thinner").cells, strict=True))
    assert cells["wider_plan"].items == ()
    assert cells["dry_needling"].items != ()


def test_the_first_of_each_list_is_told_and_how_many_more_there_are(core, page):
    shown = page(OPEN)
    for name, cell in zip(core.treatments, row(shown, "What it is").cells, strict=True):
        known = core.treatments[name].what_it_is
        assert [item.text for item in cell.items] == [known[0].words.plain]
        assert cell.more == len(known) - 1
        assert cell.guide == f"treatment/{name}"


def test_it_says_that_it_does_not_choose(page):
    shown = page(OPEN)
    assert "does not choose" in shown.framing
    said = [words(cell).lower() for each in shown.rows for cell in each.cells]
    assert not any(" best " in each for each in said)
