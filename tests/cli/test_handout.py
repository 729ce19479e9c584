"""bodymap handout: the page and the chart's text, without a window."""

import pytest

from bodymap.cli import main

ASKED = ["handout", "temple:right", "--pressed", "temporalis:right=yes", "--day", "2026-11-26"]


def test_the_page_is_written_as_pdf(tmp_path, capsys):
    page = tmp_path / "page.pdf"
    assert main([*ASKED, "--agree", "dry_needling", "--out", str(page)]) == 0
    assert page.read_bytes().startswith(b"%PDF")
    assert capsys.readouterr().out == f"{page}\n"


def test_the_page_is_written_as_html(tmp_path):
    page = tmp_path / "page.html"
    words = ["--agree", "dry_needling", "--note", "Soft food", "--emergency-number", "112"]
    assert main([*ASKED, *words, "--out", str(page)]) == 0
    html = page.read_text(encoding="utf-8")
    assert all(
        each in html for each in ("Soft food", "Call 112 at once", "Sunday 29 November 2026", "Temple muscle")
    )


def test_the_chart_says_whether_red_flags_were_asked(tmp_path):
    chart = tmp_path / "chart.txt"
    said = {}
    for words in ((), ("--none-of-these",), ("--sign", "fever")):
        assert main([*ASKED, *words, "--out", str(chart)]) == 0
        said[words[:1]] = chart.read_text(encoding="utf-8").splitlines()[2]
    assert said == {
        (): "Red flags: not asked",
        ("--none-of-these",): "Red flags: asked, none present",
        ("--sign",): "Red flags: Fever or rigors with the pain",
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--agree", "dry_needle", "--out", "a.pdf"], "unknown treatment “dry_needle”"),
        (["--sign", "feverish", "--out", "a.pdf"], "unknown sign “feverish”"),
        (["--out", "a.doc"], "--out must end in .pdf, .html, .txt"),
        (["--day", "tomorrow", "--out", "a.pdf"], "“tomorrow” is no day"),
    ],
)
def test_what_is_unknown_is_named(words, told, capsys):
    assert main(["handout", "temple:right", *words]) == 2
    assert told in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told(tmp_path, capsys):
    assert main([*ASKED, "--out", str(tmp_path / "gone" / "chart.txt")]) == 1
    assert "could not be written" in capsys.readouterr().err
