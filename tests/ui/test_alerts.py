"""A bad extra pack never stops the program: it is left out, and the strip says why."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from bodymap import app, resources
from bodymap.content.pack import load

BROKEN = Path(__file__).parent.parent / "packs" / "broken"
HEAD = "id: mine\ntitle: My pack\nversion: '1'\nlanguage: en\nauthor: Eve\nlicence: CC0-1.0\nextends: core\n"


def with_pack(folder):
    return load(
        [resources.packs() / "core", folder], assets=resources.assets(), cache=resources.cache_folder()
    )


@pytest.fixture
def mine(tmp_path):
    """A pack over the core with two mistakes in it."""
    muscles = tmp_path / "mine" / "muscles"
    muscles.mkdir(parents=True)
    (muscles.parent / "pack.yaml").write_text(HEAD, encoding="utf-8")
    (muscles / "first.yaml").write_text("id: first\nname: 7\n", encoding="utf-8")
    (muscles / "second.yaml").write_text("id: [\n", encoding="utf-8")
    return muscles.parent


def test_without_problems_nothing_is_said(window):
    assert not window.alerts.isVisible()
    assert window.alerts.lines == ()


@pytest.mark.parametrize("mistake", ["broken_pack_file", "gone"])
def test_a_pack_that_is_none_is_left_out_and_told(open_window, loaded, mistake):
    window = open_window(content=with_pack(BROKEN / mistake))
    assert window.alerts.isVisible()
    assert any(mistake in line for line in window.alerts.lines)
    assert len(window._screen.rows) == sum(
        shape.startswith("muscle-") for shape in loaded.atlas.plates["side"].shapes
    )


def test_each_mistake_is_a_line_with_its_file_and_the_strip_can_be_put_away(open_window, mine):
    window = open_window(content=with_pack(mine))
    lines = window.alerts.lines
    assert any("first.yaml" in line for line in lines)
    assert any("second.yaml" in line for line in lines)
    more, close = (button for button in window.alerts.findChildren(QPushButton) if button.isVisible())
    more.click()
    assert not more.isVisible()
    assert all(line in window.alerts._text.text() for line in lines)
    close.click()
    assert not window.alerts.isVisible()


def test_one_line_needs_no_way_to_more(window):
    window.alerts.show_problems(["something"])
    assert "something" in window.alerts._text.text()
    assert not window.alerts._more.isVisible()


def test_advice_to_the_author_is_not_shown_to_the_reader(mine):
    (mine / "muscles" / "first.yaml").unlink()
    (mine / "muscles" / "second.yaml").unlink()
    content = with_pack(mine)
    assert app.name_problems(content) == [str(problem) for problem in content.problems if problem.is_fatal]
