"""Which words are held for terms of art, and when the glossary has to explain them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bodymap.content.pack import check
from bodymap.content.termcheck import is_of_art

OF_ART = (
    *("arthritis", "neuralgia", "myalgias", "fibroma", "fibrosis", "neuropathy", "tonsillectomy", "anaemia"),
    *("hemiplegia", "dysphagia", "myofascial", "neurogenic", "cephalic", "arthrosis", "fascia", "referrals"),
    *("palpated", "ischaemia", "ischemic", "paraesthesia", "paresthesias", "spasms", "Bruxism", "occipital"),
)
EVERYDAY = (
    *("closes", "doses", "noses", "path", "sympathy", "artery", "coma", "diagnosis"),
    *("chemist", "item", "area", "muscle", "headache", "joint", "refer", "referee", "spa", "fast"),
)
TREATMENT = """
id: cloth
name: {{plain: a cloth, clinical: Cloth}}
what_it_is:
- {{plain: {plain}, clinical: Heat., sure: low, sources: [STUDY]}}
"""


@pytest.mark.parametrize("word", OF_ART)
def test_a_term_of_art_is_known_by_its_form(word):
    assert is_of_art(word.lower())


@pytest.mark.parametrize("word", EVERYDAY)
def test_an_everyday_word_is_none(word):
    assert not is_of_art(word)


@pytest.fixture
def complaints(small: Path, overlay: Callable[..., Path]) -> Callable[[str], list[str]]:
    """Say what is wrong with a plain text of a pack that lies over the small one."""

    def complaints(plain: str, glossary: str = "") -> list[str]:
        mine = overlay(extends="small")
        (mine / "treatments").mkdir()
        (mine / "treatments" / "cloth.yaml").write_text(TREATMENT.format(plain=plain), encoding="utf-8")
        if glossary:
            (mine / "glossary.yaml").write_text(glossary, encoding="utf-8")
        return [problem.what for problem in check(mine, under=[small])]

    return complaints


TERM = """terms:
- id: {id}
  name: {{plain: sore muscle, clinical: myalgia}}
  forms: [{forms}]
  means: {{plain: A muscle that hurts., clinical: Muscle pain., sure: low, sources: [STUDY]}}
"""


def test_the_glossary_beneath_explains_too_and_what_it_lacks_is_told(complaints):
    assert complaints("It eases myalgia on a sore spot.") == [
        'the plain text uses "myalgia", which the glossary does not explain'
    ]


def test_a_glossary_of_its_own_explains(complaints):
    assert complaints("It eases Myalgia.", TERM.format(id="myalgia", forms="myalgia")) == []


def test_a_form_explains_whole_words_only(complaints):
    assert complaints("It eases myalgias.", TERM.format(id="myalgia", forms="myalgia")) == [
        'the plain text uses "myalgias", which the glossary does not explain'
    ]


def test_a_form_that_the_glossary_beneath_has_under_another_term_is_told(complaints):
    found = complaints("It is warm.", TERM.format(id="myalgia", forms="'myalgia', 'SORE spots'"))
    assert found == ['the form "SORE spots" stands under the term "sore_spot" too']


def test_a_term_that_is_said_anew_is_no_second_one(complaints):
    assert complaints("It is warm.", TERM.format(id="sore_spot", forms="sore spot, sore spots")) == []


def test_where_no_glossary_is_nothing_has_to_be_explained(tiny: Path, overlay: Callable[..., Path]):
    mine = overlay()
    (mine / "treatments").mkdir()
    (mine / "treatments" / "cloth.yaml").write_text(
        TREATMENT.format(plain="Eases myalgia."), encoding="utf-8"
    )
    assert check(mine, under=[tiny]) == ()
