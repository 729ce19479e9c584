"""What is painted again is enough: the screen never differs from one painted afresh."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.inquiry.intents import (
    ChooseMuscle,
    CloseMuscle,
    GoBack,
    ShowLayer,
    ShowSide,
    ShowView,
    StartOver,
    ToggleRegion,
    Turn,
)
from bodymap.inquiry.state import Layer, Switch

STEPS = 20
ALIKE = {True: 0, False: 1}
"""How far two pixels may differ, 0 to 255: not at all, but where a screen is scaled by fractions."""


def differing(hand):
    """Return where and how much the drawing changes when all of it is painted again."""
    shown = hand.seen()
    hand.diagram.update()
    fresh = hand.seen()
    if shown == fresh:
        return None
    apart = painted_over(shown, fresh)
    pixels = memoryview(apart.constBits()).cast("I")
    changed = [
        (number % apart.width(), number // apart.width())
        for number, pixel in enumerate(pixels)
        if pixel & 0xFFFFFF
    ]
    most = max(max(pixel & 255, pixel >> 8 & 255, pixel >> 16 & 255) for pixel in pixels)
    if most <= ALIKE[hand.diagram.devicePixelRatioF() % 1 == 0]:
        return None
    columns, rows = (sorted(ends) for ends in zip(*changed, strict=True))
    where = f"x {columns[0]}..{columns[-1]}, y {rows[0]}..{rows[-1]}"
    return f"{len(changed)} pixels by up to {most} in {where}"


def painted_over(one, other):
    """Return the difference of two images, channel by channel."""
    apart = one.copy()
    painter = QPainter(apart)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    return apart


def something(dice, hand, core):
    """Return something that a user might do next, and its name."""
    side = hand.screen.side
    region = dice.choice(list(core.regions.values()))
    pain = Pain(region.id, side if region.is_paired else Side.MIDLINE)
    muscle = Place(dice.choice(list(core.muscles)), side)
    target = dice.choice(list(hand.diagram.scene.target_names()))
    row = dice.choice(hand.screen.rows)
    intents = [ToggleRegion(pain)] * 5 + [ChooseMuscle(muscle)] * 3 + [CloseMuscle(), GoBack(), GoBack()]
    intents += [StartOver(), ShowLayer(dice.choice(list(Layer)))]
    deeds = [(str(intent), lambda intent=intent: hand.window.dispatch(intent)) for intent in intents]
    deeds += [(f"point at {target}", lambda: hand.point(hand.diagram.pixel_of(target)))] * 4
    deeds += [(f"focus {target}", lambda: hand.diagram._targets.target(target).setFocus())] * 3
    deeds += [(f"light {row.place}", lambda: hand.window.panel.muscle_pointed.emit(row.place))] * 3
    return dice.choice(deeds)


@pytest.mark.parametrize(
    ("seed", "side", "names"), [(1, Side.RIGHT, False), (2, Side.LEFT, False), (3, Side.RIGHT, True)]
)
def test_the_screen_is_as_if_painted_afresh_after_each_step(hand, core, seed, side, names):
    dice = random.Random(seed)
    hand.window.dispatch(ShowSide(side))
    hand.window.dispatch(Turn(Switch.NAMES, names))
    hand.settle()
    assert not hand.seen().isNull()
    done = []
    for _ in range(STEPS):
        name, deed = something(dice, hand, core)
        deed()
        hand.settle()
        done.append(name)
        assert differing(hand) is None, done[-3:]


@pytest.mark.parametrize("plate", ["front", "side"])
def test_names_are_painted_where_they_come_go_and_turn_bold(hand, plate):
    hand.window.dispatch(ShowView(plate, Side.RIGHT))
    hand.window.dispatch(ShowLayer(Layer.SURFACE))
    hand.settle()
    bare = hand.seen()
    for intent in (
        Turn(Switch.NAMES, True),
        ToggleRegion(Pain("temple", Side.RIGHT)),
        ToggleRegion(Pain("forehead", Side.RIGHT)),
        ChooseMuscle(Place("temporalis", Side.RIGHT)),
        ChooseMuscle(Place("masseter_superficial", Side.RIGHT)),
        CloseMuscle(),
        Turn(Switch.DANGERS, True),
        Turn(Switch.DANGERS, False),
        ToggleRegion(Pain("temple", Side.RIGHT)),
        ToggleRegion(Pain("forehead", Side.RIGHT)),
    ):
        hand.window.dispatch(intent)
        hand.settle()
        assert differing(hand) is None, intent
        assert hand.diagram.scene.labels()
    hand.window.dispatch(Turn(Switch.NAMES, False))
    hand.settle()
    assert hand.seen() == bare


def test_the_measure_sees_what_is_left_behind(hand):
    """Without this the test above would pass on a screen that nobody can grab."""
    hand.settle()
    before = hand.seen()
    hand.diagram.setUpdatesEnabled(False)
    hand.press_shape("region-temple-right")
    assert hand.seen() == before
    hand.diagram.setUpdatesEnabled(True)
    assert hand.seen() != before


@pytest.mark.slow
def test_the_same_holds_where_a_pixel_is_not_a_pixel():
    test = (
        f"{Path(__file__)}::{test_the_screen_is_as_if_painted_afresh_after_each_step.__name__}[2-left-False]"
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", test],
        env={**os.environ, "QT_SCALE_FACTOR": "1.25"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_the_drawing_begins_on_a_whole_pixel_of_every_screen(hand):
    for size in ((1280, 860), (1001, 701), (1900, 1003)):
        hand.window.resize(*size)
        QApplication.processEvents()
        corner = hand.diagram.mapTo(hand.window, QPoint())
        assert (corner.x() % 4, corner.y() % 4) == (0, 0)
