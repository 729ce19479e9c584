"""A pack that says the texts of another one, and of the program, in a language of its own."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from bodymap import resources
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.words import Words
from bodymap.content.pack import Loaded, load
from bodymap.content.translation import translate
from bodymap.language import parts_of, say, use

HELD = (
    *("regions", "muscles", "plates", "symptoms", "patterns", "otherwise", "structures", "habits"),
    *("complaints", "sign_groups", "signs", "rules", "treatments", "topics", "terms", "weights"),
)
"""Everything of an atlas that holds texts for readers; sources are cited as they are called."""


def read(held: object, name: str = "") -> Iterator[str]:
    """Go through every text for readers anywhere in something."""
    if isinstance(held, Words):
        yield from (held.plain, held.clinical)
    elif isinstance(held, dict):
        yield from read(tuple(held.values()))
    elif isinstance(held, tuple):
        for each in held:
            yield from [each] if name in {"also", "forms"} else read(each)
    elif is_dataclass(held):
        for field in fields(held):
            yield from read(getattr(held, field.name), field.name)


def seen(atlas: Atlas) -> list[str]:
    return [text for name in HELD for text in read(getattr(atlas, name))]


@pytest.fixture
def pseudo(tmp_path: Path) -> Callable[[Path], Path]:
    """Write the pseudo-language of a pack, as translators make it."""
    tool = pytest.importorskip("tools.language")

    def make(pack: Path) -> Path:
        tool.main(["pseudo", str(tmp_path / "pseudo"), "--pack", str(pack)])
        return tmp_path / "pseudo"

    return make


def assert_all_translated(loaded: Loaded, english: Atlas) -> None:
    assert [str(problem) for problem in loaded.problems] == []
    assert not loaded.left_out
    assert len(seen(loaded.atlas)) == len(seen(english))
    assert [text for text in seen(loaded.atlas) if not (text.startswith("⟦") and text.endswith("⟧"))] == []
    assert loaded.atlas.sources == english.sources
    assert all(parts_of(said) == parts_of(text) for text, said in loaded.atlas.phrases.items())
    assert loaded.atlas.phrases["‹ Back"] == "⟦‹ Bàck⟧"


def test_every_text_of_the_core_can_be_said_in_another_language(pseudo: Callable[[Path], Path], core: Atlas):
    pack = resources.packs() / "core"
    loaded = load([pack, pseudo(pack)], assets=resources.assets())
    assert_all_translated(loaded, core)


@pytest.mark.parametrize("name", ["tiny", "small"])
def test_a_translation_is_kept_in_the_cache(
    name: str, pseudo: Callable[[Path], Path], tmp_path: Path, request: pytest.FixtureRequest
):
    pack = request.getfixturevalue(name)
    packs, cache = [pack, pseudo(pack)], tmp_path / "cache"
    first, second = load(packs, cache=cache), load(packs, cache=cache)
    assert (first.is_from_cache, second.is_from_cache) == (False, True)
    assert first.atlas == second.atlas
    for loaded in (first, second):
        assert_all_translated(loaded, load([pack]).atlas)


def test_the_program_speaks_as_the_pack_says(tiny: Path, overlay: Callable[..., Path]):
    texts = 'texts:\n- {of: "‹ Back", is: ‹ Zurück}\n- {of: Temple, is: Schläfe}\n- {of: Throat, is: ""}\n'
    mine = overlay()
    (mine / "texts.yaml").write_text(texts, encoding="utf-8")
    loaded = load([tiny, mine])
    assert loaded.problems == ()
    names = {region.name.plain for region in loaded.atlas.regions.values()}
    assert {"Schläfe", "Throat"} <= names
    use(loaded.atlas.phrases)
    try:
        assert say("‹ Back") == "‹ Zurück"
    finally:
        use({})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{number} sources", "Quellen"),
        ("{number} sources", "{zahl} Quellen"),
        ("{percent:.0f} of 100", "{percent} von 100"),
        ("{percent:.0f} of 100", "{percent!r:.0f} von 100"),
        ("Temple", "Schläfe {number}"),
        ("Temple", "Schläfe {"),
    ],
)
def test_what_loses_or_changes_a_part_is_told_and_stays_in_english(
    tiny: Path, overlay: Callable[..., Path], text: str, said: str
):
    mine = overlay()
    (mine / "texts.yaml").write_text(f'texts:\n- {{of: "{text}", is: "{said}"}}\n', encoding="utf-8")
    loaded = load([tiny, mine])
    (problem,) = loaded.problems
    assert str(problem).startswith("mine/texts.yaml:2: the translation has other parts in braces. ")
    assert not problem.is_fatal
    assert loaded.atlas.phrases == {}
    use({text: said})
    try:
        assert say(text, number=1, percent=2.0) == text.format(number=1, percent=2.0)
    finally:
        use({})


def test_a_long_text_can_be_translated(tiny: Path, overlay: Callable[..., Path]):
    long = "Closes the jaw. " * 200
    mine = overlay()
    (mine / "texts.yaml").write_text(f"texts:\n- {{of: {long}, is: {long * 2}}}\n", encoding="utf-8")
    assert load([tiny, mine]).problems == ()


def test_only_texts_for_readers_are_touched():
    data = {
        "id": "Temple",
        "title": "Temple",
        "name": {"plain": "Temple", "clinical": "x"},
        "also": ["Temple"],
    }
    assert translate(data, {"Temple": "Schläfe"}) == {
        "id": "Temple",
        "title": "Temple",
        "name": {"plain": "Schläfe", "clinical": "x"},
        "also": ["Schläfe"],
    }
