"""Starts the program and reads it through AT-SPI; run by a Python that has pyatspi, inside a D-Bus session.

Told what to press, it presses by the action interface, and prints as JSON what it found: the states of the
shapes before and after, the rows of the list, and what was announced.
"""

import argparse
import json
import subprocess
import sys
import time

import pyatspi
from gi.repository import GLib

WAIT_S = 30
STATES = ("focused", "checked", "enabled", "visible", "showing", "selected", "checkable", "expandable")
announced: list[str] = []


def main() -> int:
    """Read the program."""
    given = _parse()
    pyatspi.Registry.registerEventListener(_on_announcement, "object:announcement")
    child = subprocess.Popen(given.program)
    try:
        found = _read(given)
    finally:
        child.terminate()
        child.wait(10)
    json.dump(found, sys.stdout)
    return 0


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--press", action="append", default=[], help="beginning of the name of what is pressed")
    parser.add_argument("--out", help="file for the tree as it is at the end")
    parser.add_argument("program", nargs="+")
    return parser.parse_args()


def _read(given: argparse.Namespace) -> dict[str, object]:
    """Find the program, press what is asked, and tell what there is then."""
    application = _wait(_application, "the program")
    names = list(given.press)
    first = names[0] if names else "Temple"
    _wait(lambda: _find(application, first), first)
    _pause(0.5)  # states and neighbours are told a moment after the names
    steps = [_tell(application)]
    for name in names:
        target = _wait(lambda name=name: _find(application, name), name)
        before = target.name
        _press(target)
        _wait(lambda target=target, before=before: target.name != before or announced, "an answer")
        _pause(0.8)
        steps.append(_tell(application))
    if given.out:
        with open(given.out, "w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in _lines(application))
    return {"steps": steps, "announced": announced}


def _tell(application: "pyatspi.Accessible") -> dict[str, object]:
    """Return what is there now: everything with its name, role, description, states and actions."""
    return {"nodes": [_node(each, depth) for depth, each in _walk(application)]}


def _node(each: "pyatspi.Accessible", depth: int) -> dict[str, object]:
    states = {pyatspi.stateToString(state) for state in each.getState().getStates()}
    return {
        "depth": depth,
        "role": each.getRoleName(),
        "name": each.name,
        "description": each.description,
        "states": [state for state in STATES if state in states],
        "actions": _actions(each),
        "text": _text(each),
    }


def _lines(application: "pyatspi.Accessible"):
    for depth, each in _walk(application):
        node = _node(each, depth)
        said = f"{'  ' * depth}[{node['role']}] {node['name']!r}"
        for key in ("description", "text"):
            said += f" {key}={node[key]!r}" if node[key] else ""
        yield said + f" {' '.join(node['states'])}" + (f" do={','.join(node['actions'])}" if node["actions"] else "")


def _actions(each: "pyatspi.Accessible") -> list[str]:
    try:
        found = each.queryAction()
    except NotImplementedError:
        return []
    return [found.getName(number) for number in range(found.nActions)]


def _text(each: "pyatspi.Accessible") -> str:
    try:
        return each.queryText().getText(0, -1)
    except NotImplementedError:
        return ""


def _press(each: "pyatspi.Accessible") -> None:
    actions = each.queryAction()
    names = [actions.getName(number) for number in range(actions.nActions)]
    actions.doAction(names.index("Press") if "Press" in names else 0)


def _walk(each: "pyatspi.Accessible", depth: int = 0):
    """Go through everything that is on the screen, from the outside in."""
    yield depth, each
    for child in each:
        if child is not None and (depth < 1 or child.getState().contains(pyatspi.STATE_VISIBLE)):
            yield from _walk(child, depth + 1)


def _find(application: "pyatspi.Accessible", name: str) -> "pyatspi.Accessible | None":
    found = (each for _, each in _walk(application) if each.name.startswith(name) and _actions(each))
    return next(found, None)


def _application() -> "pyatspi.Accessible | None":
    desktop = pyatspi.Registry.getDesktop(0)
    return next((each for each in desktop if each and each.name == "bodymap" and each.childCount), None)


def _on_announcement(event: "pyatspi.Event") -> None:
    announced.append(str(event.any_data))


def _wait(look, what: str, seconds: float = WAIT_S):
    """Look again and again until there is something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = look()
        except (GLib.Error, RuntimeError):  # what is looked at may just be going
            found = None
        if found:
            return found
        _pause(0.1)
    raise SystemExit(f"waited in vain for {what}; there are {_names()}")


def _names() -> list[str]:
    """Return what is there, to be told when it is not what was looked for."""
    desktop = pyatspi.Registry.getDesktop(0)
    return [f"{each.name}: {[n.name for _, n in _walk(each)][:40]}" for each in desktop if each]


def _pause(seconds: float) -> None:
    """Let events come in for a while."""
    context, end = GLib.MainContext.default(), time.monotonic() + seconds
    while time.monotonic() < end:
        while context.pending():
            context.iteration(False)
        time.sleep(0.02)


if __name__ == "__main__":
    sys.exit(main())
