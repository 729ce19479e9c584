"""The manual page says what the grammar says, and is a page that its readers take."""

import subprocess
from shutil import which

import pytest

manual = pytest.importorskip("tools.manual", reason="the tools are not here")

if not manual.PAGE.is_file():
    pytest.skip("the documents are not here", allow_module_level=True)


def test_the_page_is_up_to_date():
    assert manual.PAGE.read_text(encoding="utf-8") == manual.write(), "run: python -m tools.manual"


@pytest.mark.skipif(which("mandoc") is None, reason="mandoc is not here")
def test_the_page_is_well_formed():
    done = subprocess.run(
        ["mandoc", "-Tlint", manual.PAGE], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(which("mandoc") is None, reason="mandoc is not here")
def test_every_command_and_option_can_be_read_in_it():
    done = subprocess.run(
        ["mandoc", "-Tutf8", manual.PAGE], capture_output=True, text=True, check=True, timeout=60
    )
    shown = "".join(
        letter
        for letter, after in zip(done.stdout, done.stdout[1:] + " ", strict=True)
        if "\b" not in {letter, after}
    )
    for words in (
        "--emergency-number",
        "--version",
        "FILE.bodymap",
        "errors.log",
        "bodymap doctor",
        "--out FILE",
    ):
        assert words in shown, words
