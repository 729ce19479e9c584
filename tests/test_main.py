"""The parts of the front door that can be tried without going through it."""

import ast
from pathlib import Path

import pytest

import main


def test_every_python_can_at_least_read_the_refusal():
    ast.parse(Path(main.__file__).read_text("utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize(("version", "words"), [((3, 6), "this is 3.6"), ((3, 9), "this is 3.9")])
def test_old_pythons_are_refused_with_their_number(version, words):
    assert words in main.refusal(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 14)])
def test_other_pythons_are_not(version):
    assert main.refusal(version) == ""


@pytest.mark.parametrize(
    ("verb", "wanted"),
    [
        ("", {"libraries", "window"}),
        ("--kiosk", {"libraries", "window"}),
        ("ms_a.bodymap", {"libraries", "window"}),
        ("--version", {"libraries"}),
        ("rank", {"libraries"}),
        ("test", {"libraries", "test"}),
        ("dev", {"libraries", "test", "dev"}),
    ],
)
def test_what_each_verb_needs(verb, wanted):
    assert main.wants(verb) == wanted


@pytest.mark.parametrize(
    ("words", "becomes"),
    [
        ([], ["python", "-P", "-m", "bodymap"]),
        (["--yes", "rank", "temple"], ["python", "-P", "-m", "bodymap", "rank", "temple"]),
        (["test"], ["python", "-m", "pytest", "-n", "auto"]),
        (["test", "-x"], ["python", "-m", "pytest", "-x"]),
    ],
)
def test_words_are_handed_on(monkeypatch, words, becomes):
    became = []
    monkeypatch.chdir(main.HERE)
    monkeypatch.setattr(main, "ready_python", lambda _, may_install: "python")
    monkeypatch.setattr(main, "become", became.append)
    main.main(words)
    assert became == [becomes]
