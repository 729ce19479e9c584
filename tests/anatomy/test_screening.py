"""How urgent something is, what a rule looks at, and what a treatment rests on."""

import pytest

from bodymap.anatomy.screening import Rule, Urgency
from bodymap.anatomy.treatment import Chapter, Stage, Table, TableRow, Topic, sources_of
from bodymap.anatomy.words import Statement, Sureness, Words

SAID = Words("said plainly", "said clinically")


def statement(*sources: str) -> Statement:
    return Statement(SAID, Sureness.HIGH, sources)


def test_urgency_has_an_order_and_the_first_two_cannot_wait():
    assert sorted(Urgency, key=lambda urgency: urgency.order) == list(Urgency)
    assert [urgency.value for urgency in Urgency if urgency.is_pressing] == ["emergency", "same_day"]


def test_a_rule_looks_at_all_of_its_signs():
    rule = Rule(
        "r", SAID, Urgency.SOON, ("a", "b"), ("c",), 1, None, (), do=statement("A"), why=statement("B")
    )
    assert rule.signs == ("a", "b", "c")


@pytest.mark.parametrize(("last", "visits"), [(3, "1–3"), (1, "1–1"), (None, "1+")])
def test_a_stage_says_its_visits(last, visits):
    assert Stage(1, last, statement("A")).visits == visits


def test_the_sources_of_a_guide_are_those_of_all_that_it_says_each_once_in_the_order_of_reading():
    row = TableRow(SAID, (statement("C"), statement("A")))
    topic = Topic(
        "t",
        SAID,
        also=("A name",),
        chapters=(Chapter(SAID, (statement("B", "A"),)), Chapter(SAID, (statement("A"),))),
        tables=(Table(SAID, (SAID, SAID), (row,)),),
    )
    assert sources_of(topic) == ("B", "A", "C")
    assert sources_of(Stage(1, None, statement("D"))) == ("D",)
