"""The real program, heard from another process as a screen reader hears it."""

import pytest

from tools.hearing.session import hear, lacks

if missing := lacks():
    pytest.skip(f"to hear the program from outside, {missing} is missing", allow_module_level=True)

PRESSED = (
    "Temporal region (right)",
    "Dangers",
    "Lateral view, right",
    "1. ",
    "Close this muscle",
)
ROLES = {
    *("application", "frame", "filler", "push button", "check box", "slider", "label", "list", "list item"),
    *("scroll bar", "text", "document frame"),
}


@pytest.fixture(scope="module")
def heard():
    """What was there before and after each press, and what was announced."""
    return hear(PRESSED)


@pytest.fixture(scope="module")
def steps(heard):
    return [step["nodes"] for step in heard["steps"]]


def named(nodes, beginning):
    return [node for node in nodes if node["name"].startswith(beginning)]


def rows(nodes):
    return [node["name"] for node in nodes if node["role"] == "list item"]


def shapes(nodes):
    return [node for node in nodes if node["description"].startswith("Press to")]


def test_every_region_of_the_plate_is_a_button_with_neighbours_that_can_be_pressed(steps, core):
    drawn = [shape for shape in core.plates["front"].shapes if shape.startswith("region-")]
    found = shapes(steps[0])
    assert len(found) == len(drawn)
    for node in found:
        assert node["role"] == "push button"
        assert node["actions"][0] == "Press"
        assert any(f"{way}: " in node["description"] for way in ("Left", "Right", "Up", "Down"))
    assert len({node["name"] for node in found}) == len(found)


def test_pressing_a_region_tells_its_state_and_fills_the_list(steps):
    before, after = steps[0], steps[1]
    assert not named(before, "Temporal region (right): chosen")
    assert named(after, "Temporal region (right): chosen")[0]["description"].startswith(
        "Press to take it away."
    )
    assert rows(after)[0].startswith("1. ")
    assert not any(row.startswith("1. ") for row in rows(before))


def test_what_can_be_switched_answers_to_the_first_action(steps):
    assert "checked" not in named(steps[1], "Dangers")[0]["states"]
    assert "checked" in named(steps[2], "Dangers")[0]["states"]
    assert any("artery" in node["name"].lower() for node in shapes(steps[2]))
    assert "checked" in named(steps[3], "Lateral view, right")[0]["states"]
    assert "checked" not in named(steps[3], "Anterior view")[0]["states"]


def test_a_row_opens_its_muscle_whose_page_can_be_read(steps):
    page = named(steps[4], "About this muscle")[0]
    assert "Education, not a diagnosis" in page["text"]
    assert rows(steps[5])[0].startswith("1. ")


def test_each_press_is_announced_once(heard):
    said = heard["announced"]
    assert said[0].startswith("Temporal region (right): chosen. ")
    assert ". First: " in said[0]
    assert said[1:3] == ["Dangers: shown.", "Lateral view, right."]
    assert said[3].endswith("(right): open.")
    assert said[4:] == ["Closed."]


def test_everything_has_a_role_that_is_known_and_what_acts_has_a_name(steps):
    for nodes in steps:
        assert {node["role"] for node in nodes} <= ROLES
        nameless = [n for n in nodes if n["actions"] and not n["name"] and n["role"] != "scroll bar"]
        assert nameless == []
        signs = [
            node["name"] for node in nodes if node["role"] != "label" and set("‹›▾✕⚠") & set(node["name"])
        ]
        assert signs == []


def test_things_are_heard_in_the_order_in_which_they_are_seen(steps):
    names = [node["name"] for node in steps[1]]
    order = [
        "Back",
        "How deep",
        "Anterior view",
        "Drawing",
        "Vertex (right)",
        "Dangers",
        "Temporal region (right): take",
    ]
    order += ["Muscles", "Red flags"]
    found = [next(n for n, name in enumerate(names) if name.startswith(beginning)) for beginning in order]
    assert found == sorted(found)
