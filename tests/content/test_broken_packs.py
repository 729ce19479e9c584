"""One folder per mistake: one message for it, and the sound rest is there."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.plate import POINTS, STRUCTURES, Kind, read_shape
from bodymap.anatomy.words import Statement
from bodymap.content.crosscheck import REFERENCES
from bodymap.content.pack import check, load
from bodymap.content.weights import NEUTRAL

BROKEN = Path(__file__).parent.parent / "packs" / "broken"
MISTAKES = sorted(folder.name for folder in BROKEN.iterdir())
NO_PACK = {"no_pack_file", "broken_pack_file"}


def assert_sound(atlas: Atlas) -> None:
    """Assert that nothing in an atlas leads nowhere, and that nothing is said without a source."""
    for muscle in atlas.muscles.values():
        assert muscle.pattern is None or muscle.pattern in atlas.patterns
        for point in muscle.trigger_points:
            assert point.where.sources
            for referral in point.referrals:
                assert referral.region in atlas.regions
                assert referral.sources
                assert set(referral.sources) <= set(atlas.sources)
        assert {each.complaint for each in muscle.frequencies} <= set(atlas.complaints)
        assert all(each.sources for each in muscle.frequencies)
    for region in atlas.regions.values():
        assert set(region.adjacent) <= set(atlas.regions)
    assert all(each.regions and set(each.regions) <= set(atlas.regions) for each in atlas.complaints.values())
    for statement in statements((atlas.muscles, atlas.otherwise, atlas.structures, atlas.rules, atlas.terms)):
        assert_said_soundly(atlas, statement)
    assert_screened_soundly(atlas)
    assert_guided_soundly(atlas)
    assert_drawn_soundly(atlas)
    assert set(atlas.weights) == set(NEUTRAL)


def statements(held: object) -> Iterator[Statement]:
    """Go through every statement anywhere in something."""
    if isinstance(held, Statement):
        yield held
    elif isinstance(held, dict):
        yield from statements(tuple(held.values()))
    elif isinstance(held, tuple):
        for each in held:
            yield from statements(each)
    elif is_dataclass(held):
        yield from statements(tuple(getattr(held, field.name) for field in fields(held)))


def assert_said_soundly(atlas: Atlas, statement: Statement) -> None:
    """Assert that a statement has a source and names only what there is."""
    assert statement.sources
    assert set(statement.sources) <= set(atlas.sources)
    assert statement.symptom is None or statement.symptom in atlas.symptoms
    assert set(statement.habits) <= set(atlas.habits)
    assert statement.about is None or statement.about in atlas.treatments


def assert_screened_soundly(atlas: Atlas) -> None:
    """Assert that every sign can be asked, and every rule met, by no fewer signs than it was written for."""
    assert {sign.under for sign in atlas.signs.values()} <= {group.id for group in atlas.sign_groups}
    for rule in atlas.rules:
        assert rule.signs
        assert set(rule.signs) <= set(atlas.signs)
        assert set(rule.regions) <= set(atlas.regions)
        assert not rule.any_of or rule.least <= len(rule.any_of)
        assert bool(rule.regions) is (rule.id == "artery")  # one that lost its place would be met anywhere


def assert_guided_soundly(atlas: Atlas) -> None:
    """Assert that no chapter is empty, and no cell under a wrong column."""
    for statement in statements((atlas.treatments, atlas.topics)):
        assert_said_soundly(atlas, statement)
    assert all(treatment.what_it_is for treatment in atlas.treatments.values())
    assert all(topic.chapters for topic in atlas.topics.values())
    for guide in (*atlas.treatments.values(), *atlas.topics.values()):
        assert all(chapter.statements for chapter in getattr(guide, "parts", getattr(guide, "chapters", ())))
        for table in guide.tables:
            assert table.rows
            assert all(len(row.cells) == len(table.columns) for row in table.rows)
    assert all(term.forms for term in atlas.terms.values())


def assert_drawn_soundly(atlas: Atlas) -> None:
    """Assert that every structure says what it must, and that every shape stands for something."""
    for structure in atlas.structures.values():
        assert (structure.mind is not None) is (structure.kind is Kind.DANGER)
        assert structure.mind is None or structure.mind.sources
        assert set(structure.sources) <= set(atlas.sources)
    spots = {point.id for muscle in atlas.muscles.values() for point in muscle.trigger_points}
    for plate in atlas.plates.values():
        for shape in map(read_shape, plate.shapes):
            assert shape
            assert shape.kind is not Kind.REGION or shape.name in atlas.regions
            assert shape.kind is not Kind.MUSCLE or shape.name in atlas.muscles
            assert shape.kind not in POINTS or shape.name in spots
            assert shape.kind not in STRUCTURES or (shape.kind, shape.name) in atlas.structures


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_once_and_the_sound_rest_loads(mistake: str, broken: Callable[[str], Path]):
    loaded = load([broken(mistake)])
    told = [str(problem) for problem in loaded.problems]
    assert told == (BROKEN / mistake / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert len(told) == 1
    assert_sound(loaded.atlas)
    assert len(loaded.atlas.muscles) >= (0 if mistake in NO_PACK else 2)
    assert bool(loaded.left_out) == (mistake in NO_PACK)


@pytest.mark.parametrize(
    ("mistake", "rules"),
    [
        ("rule_with_unknown_sign", ["artery", "new"]),
        ("sign_under_unknown_group", ["artery", "new"]),
        ("rule_with_unknown_region", ["bleed", "new"]),
        ("rule_asks_for_too_many", ["bleed", "artery"]),
        ("rule_with_unknown_source", ["artery", "new"]),
        ("rule_with_age_alone", ["bleed", "artery", "new"]),
    ],
)
def test_a_rule_that_lost_something_is_left_out_and_the_others_stand(
    mistake: str, rules: list[str], broken: Callable[[str], Path]
):
    assert [rule.id for rule in load([broken(mistake)]).atlas.rules] == rules


def test_a_row_that_lost_a_cell_goes_whole(
    broken: Callable[[str], Path],
):
    assert load([broken("table_with_cell_of_unknown_source")]).atlas.treatments["needling"].tables == ()


def test_a_treatment_that_is_left_out_takes_the_ways_to_it_along(broken: Callable[[str], Path]):
    atlas = load([broken("treatment_whose_last_source_is_unknown")]).atlas
    assert not atlas.treatments
    (statement,) = atlas.muscles["temporalis"].treatment
    assert statement.about is None


def test_a_file_of_two_hundred_megabytes_is_one_problem(tiny: Path):
    with (tiny / "muscles" / "buccinator.yaml").open("r+b") as file:
        file.truncate(200 * 1024 * 1024)
    (problem,) = check(tiny)
    assert (
        str(problem) == "muscles/buccinator.yaml: the file is larger than 4 MB. Split it or make it smaller"
    )


def test_a_drawing_of_two_hundred_megabytes_is_one_problem(tiny: Path):
    with (tiny / "svg" / "side.svg").open("r+b") as file:
        file.truncate(200 * 1024 * 1024)
    (problem,) = check(tiny)
    assert str(problem).startswith('pack.yaml:14: the file is larger than 8 MB: "svg/side.svg".')


def test_a_file_that_is_wrong_throughout_fills_no_screen(tiny: Path):
    text = (tiny / "muscles" / "buccinator.yaml").read_text(encoding="utf-8")
    wrong = "".join(f"field_{number}: x\n" for number in range(3000))
    (tiny / "muscles" / "buccinator.yaml").write_text(text + wrong, encoding="utf-8")
    *_, last = problems = check(tiny)
    assert len(problems) == 21
    assert last.what == "2980 more mistakes follow in this file"


def test_several_mistakes_are_told_at_once(broken: Callable[[str], Path]):
    for mistake in ("unknown_region", "yes_for_true", "typo_in_weight", "drawing_with_script"):
        root = broken(mistake)
    assert [problem.file for problem in check(root)] == [
        "muscles/masseter_deep.yaml",
        "pack.yaml",
        "regions.yaml",
        "svg/side.svg",
    ]


def test_every_field_that_refers_is_checked():
    assert set(REFERENCES) == {
        "sources",
        "code_sources",
        "adjacent",
        "region",
        "symptom",
        "habits",
        "about",
        "complaint",
        "regions",
        "lies_under",
        "under",
        "all",
        "any",
        "pattern",
        "best_for",
    }
