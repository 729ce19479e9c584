"""Every sentence that a reader sees can be said in another language."""

from collections.abc import Iterator

import pytest

from bodymap import language
from bodymap.language import mark, say, say_number, use


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    use({})


class TestSay:
    def test_without_a_translation_it_is_english(self):
        assert say("{name} hurts", name="Temple") == "Temple hurts"

    def test_a_translation_may_change_the_order(self):
        use({"{part} of {whole}": "{whole}: {part}"})
        assert say("{part} of {whole}", part=1, whole=3) == "3: 1"

    def test_what_is_not_translated_stays_english(self):
        use({"Back": "Zurück"})
        assert (say("Back"), say("Start over")) == ("Zurück", "Start over")

    def test_another_translation_replaces_the_first(self):
        use({"Back": "Zurück", "Skin": "Haut"})
        use({"Back": "Retour"})
        assert (say("Back"), say("Skin")) == ("Retour", "Skin")

    @pytest.mark.parametrize(
        "phrase",
        ["", "{nam} schmerzt", "schmerzt", "{name} {more}", "{} schmerzt", "{name", "name}", "{name!r}"],
    )
    def test_a_broken_translation_falls_back_to_english(self, phrase):
        use({"{name} hurts": phrase})
        assert say("{name} hurts", name="Temple") == "Temple hurts"

    @pytest.mark.parametrize("phrase", ["{name.__class__}", "{name:>999999}", "{name[0]}", "{name:{name}}"])
    def test_a_translation_reaches_no_deeper_than_its_english(self, phrase):
        use({"{name} hurts": phrase})
        assert say("{name} hurts", name="Temple") == "Temple hurts"

    def test_a_part_is_never_read_as_a_phrase(self):
        use({"{name} hurts": "{name} schmerzt"})
        assert say("{name} hurts", name="{0.__class__}") == "{0.__class__} schmerzt"


@pytest.mark.parametrize(("number", "said"), [(0, "0 Quellen"), (1, "eine Quelle"), (2, "2 Quellen")])
def test_a_number_has_two_forms(number, said):
    use({"1 source": "eine Quelle", "{number} sources": "{number} Quellen"})
    assert say_number(number, "1 source", "{number} sources") == said


def test_what_is_marked_is_said_later():
    title = mark("Back")
    use({"Back": "Zurück"})
    assert (title, say(title)) == ("Back", "Zurück")


def test_the_phrases_are_those_of_the_translation_and_cannot_be_changed_from_outside():
    phrases = {"Back": "Zurück"}
    use(phrases)
    phrases["Back"] = "Retour"
    assert say("Back") == "Zurück"
    assert language.parts_of("{a} of {b:.2f}") == {("a", "", ""), ("b", ".2f", "")}
