"""What docs/writing-packs.md shows of every file works when it is laid over its own example."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bodymap import resources
from bodymap.anatomy.atlas import Atlas
from bodymap.content.pack import load
from bodymap.inquiry.intents import FinishScreening
from bodymap.inquiry.safety import raised
from bodymap.inquiry.state import Inquiry
from bodymap.inquiry.update import update

PAGE = Path(__file__).parents[2] / "docs" / "writing-packs.md"
OWN_FILE = re.compile(r"^`our_clinic/([\w/]+\.yaml)`\n\n```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
BEGINS = {"structures": None, "sign_groups": "screening", "terms": "glossary", "texts": "texts"}
"""For what an example begins with, the file that it shows; a drawing would be needed for a structure."""

if not PAGE.is_file():
    pytest.skip("the documents are not here", allow_module_level=True)


def files() -> Iterator[tuple[str, str]]:
    """Go through the files that the page shows, and what they say."""
    text = PAGE.read_text(encoding="utf-8")
    own = dict(OWN_FILE.findall(text))
    yield from ((name, said) for name, said in own.items() if not name.startswith("muscles/"))
    muscle = own["muscles/buccinator.yaml"]
    for said in BLOCK.findall(text):
        if said in own.values():
            continue
        first = re.match(r"\w+", said)[0]
        if first == "how_found":  # the rest of the muscle
            muscle += said
        elif first == "id":
            name = re.match(r"id: (\w+)", said)[1]
            yield f"{'topics' if 'chapters:' in said else 'treatments'}/{name}.yaml", said
        elif BEGINS[first]:
            yield f"{BEGINS[first]}.yaml", said
    yield "muscles/buccinator.yaml", muscle


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """The core with the pack of the page over it."""
    root = tmp_path_factory.mktemp("packs") / "our_clinic"
    for name, said in files():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(said, encoding="utf-8")
    loaded = load([resources.packs() / "core", root], assets=resources.assets())
    assert [str(problem) for problem in loaded.problems] == []
    return loaded.atlas


def test_every_file_is_shown():
    assert sorted({name.partition("/")[0] for name, _ in files()}) == [
        *("glossary.yaml", "muscles", "pack.yaml", "screening.yaml", "sources.yaml", "texts.yaml"),
        *("topics", "treatments"),
    ]


def test_what_is_shown_of_a_muscle_is_read(shown: Atlas):
    muscle = shown.muscles["buccinator"]
    assert muscle.how_found[0].press.seconds == (2, 5)
    assert muscle.how_found[0].technique == ("pincer",)
    assert muscle.keeps_it_going[0].habits == ("gum_chewing",)
    assert (muscle.treatment[0].about, muscle.treatment[0].certainty) == ("dry_needling", "very_low")
    assert (muscle.frequencies[0].percent, muscle.frequencies[0].controls) == (12, 4)


def test_what_is_shown_of_guides_and_terms_is_read(shown: Atlas):
    assert shown.treatments["warm_cloth"].stages[1].visits == "4+"
    assert shown.topics["our_rooms"].chapters
    assert shown.terms["cheek_ridge"].forms == ("cheek ridge", "cheek ridges")


def test_the_rules_that_are_shown_are_met(shown: Atlas):
    ticked = Inquiry("side", signs=frozenset({"animal_bite", "bite_swollen"}))
    found = raised(shown, update(shown, ticked, FinishScreening()))
    assert [each.rule.id for each in found] == ["bite_infection", "bite"]


def test_the_texts_that_are_shown_are_of_this_program_and_this_pack(shown: Atlas):
    assert shown.regions["temple"].name.plain == "Schläfe"
    program = pytest.importorskip("tools.language").phrases()
    known = {text for found in program.values() for text in found}
    assert {text for text in shown.phrases if "{" in text} <= known
