"""What the documents promise: links that lead somewhere, commands that exist, an example that works."""

import argparse
import re
import shlex
from dataclasses import fields
from pathlib import Path
from urllib.parse import unquote

import pytest

from bodymap import resources
from bodymap.anatomy.atlas import Atlas
from bodymap.cli import main
from bodymap.cli.grammar import Commands, make_parser, name_file
from bodymap.content.pack import check

HERE = Path(__file__).resolve().parent.parent
PACKAGE = Path(resources.__file__).parent
PAGES = sorted([*HERE.glob("*.md"), *HERE.glob("docs/**/*.md"), *HERE.glob("tools/**/*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
MODULE = re.compile(r"`((?:\w+/)+\w+\.py)`")
FILE_OF_PACK = re.compile(r"^`(our_clinic/[\w/]+\.yaml)`\n\n```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)

if not (HERE / "README.md").is_file():
    pytest.skip("the documents are not here", allow_module_level=True)


def read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    """The names under which a page's headings can be linked to."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(HERE).as_posix())
def test_every_link_leads_somewhere(page: Path):
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if link.startswith(("https://", "http://", "mailto:")):
            continue
        file, _, anchor = unquote(link).partition("#")
        target = (page.parent / file).resolve() if file else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("page", ["README.md", "docs/writing-packs.md"])
def test_every_command_is_one(page: str):
    parser = make_parser(Commands(*[lambda _given: 0] * len(fields(Commands))))
    lines = [line for block in BLOCK.findall(read(page)) for line in block.splitlines()]
    commands = [shlex.split(line)[1:] for line in lines if line.startswith("bodymap ")]
    assert commands
    for words in commands:
        assert isinstance(parser.parse_args(name_file(parser, words)), argparse.Namespace)


@pytest.mark.parametrize(
    "asked",
    [
        "rank lower_front_teeth:left",
        "screen --age 68 --region temple --answer new_headache --answer jaw_ache_chewing",
    ],
)
def test_the_readme_shows_what_is_answered(asked: str, capsys: pytest.CaptureFixture[str]):
    assert main(asked.split()) == 0
    assert f"bodymap {asked}\n" in read("README.md")
    assert capsys.readouterr().out in read("README.md"), f"paste it anew: bodymap {asked}"


def test_the_readme_counts_what_the_pack_holds(core: Atlas):
    said = " ".join(read("README.md").split())
    points = sum(len(muscle.trigger_points) for muscle in core.muscles.values())
    for words in (
        f"{len(core.regions)} regions, {len(core.muscles)} muscles, {points} trigger points",
        f"{len(core.structures)} structures",
        f"{len(core.treatments)} treatments, {len(core.topics)} topics, {len(core.signs)} signs in",
        f"{len(core.rules)} rules of red flags, {len(core.terms)} terms, {len(core.sources)} sources",
        f"{sum(muscle.is_candidate for muscle in core.muscles.values())} of the muscles have a referral map",
    ):
        assert words in said
    assert f"{len(core.terms)} terms, from {len(core.sources)} sources" in read("CHANGELOG.md")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(HERE).as_posix())
def test_every_module_that_is_named_exists(page: Path):
    for name in MODULE.findall(page.read_text(encoding="utf-8")):
        assert (HERE / name).exists() or (PACKAGE / name).exists(), name


def test_the_pack_of_the_example_has_no_problems(tmp_path: Path):
    files = FILE_OF_PACK.findall(read("docs/writing-packs.md"))
    assert len(files) == 3
    for name, text in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    under = [resources.packs() / "core"]
    assert check(tmp_path / "our_clinic", under=under, assets=resources.assets()) == ()


def test_the_decisions_are_numbered_without_gaps():
    numbers = sorted(int(page.name[:4]) for page in (HERE / "docs" / "adr").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))
