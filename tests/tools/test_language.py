"""What a translator is handed."""

from pathlib import Path

import pytest
import yaml

from bodymap.language import parts_of
from tools import language

PACK = """id: small
plates:
- {id: side, name: {plain: 'The side: of the head', clinical: Lateral view}}
symptoms:
- {id: ringing, name: {plain: Ringing, clinical: Tinnitus}, also: [no, noise]}
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    made = tmp_path / "small"
    made.mkdir()
    (made / "pack.yaml").write_text(PACK, encoding="utf-8")
    (made / "sources.yaml").write_text("sources:\n- {id: A, plain: not for readers}\n", encoding="utf-8")
    return made


def read(file: Path) -> dict[str, str]:
    return {entry["of"]: entry["is"] for entry in yaml.safe_load(file.read_text(encoding="utf-8"))["texts"]}


def test_the_texts_of_a_pack_are_those_that_readers_see(pack):
    known = ["The side: of the head", "Lateral view", "Ringing", "Tinnitus", "no", "noise"]
    assert language.texts(pack) == {"pack.yaml": known}


def test_a_template_holds_every_text_once_and_keeps_what_is_translated(pack, tmp_path):
    out = tmp_path / "texts.yaml"
    language.main(["template", str(out), "--pack", str(pack)])
    texts = read(out)
    assert {"Ringing", "‹ Back", "{number} sources"} <= texts.keys()
    assert set(texts.values()) == {""}
    out.write_text('texts:\n- {of: Ringing, is: "Klingeln"}\n', encoding="utf-8")
    language.main(["template", str(out), "--pack", str(pack)])
    assert read(out) == {**texts, "Ringing": "Klingeln"}


def test_the_pseudo_language_is_a_pack_that_keeps_every_part(pack, tmp_path):
    language.main(["pseudo", str(tmp_path / "out"), "--pack", str(pack)])
    about = yaml.safe_load((tmp_path / "out" / "pack.yaml").read_text(encoding="utf-8"))
    assert about["extends"] == "small"
    texts = read(tmp_path / "out" / "texts.yaml")
    assert texts["Ringing"] == "⟦Rîñgîñg⟧"
    assert all(parts_of(said) == parts_of(text) for text, said in texts.items())
