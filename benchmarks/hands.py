"""Random hands: ``python -m benchmarks.hands --events 20000 --seed 1``.

Presses, types, turns, resizes and undoes at random, and tells what went wrong: errors, Qt's warnings, states
that Start over does not lead home from, and how memory grew in the second half.
"""

import argparse
import ctypes
import faulthandler
import gc
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest

from benchmarks.hand import PATIENCE, SAMPLE_EVERY, SIZES, WATCH_EVERY, Hands, put_away
from benchmarks.machine import memory
from benchmarks.watching import Seen, kept_in, watching
from bodymap import app
from bodymap.anatomy.plate import PlateId
from bodymap.inquiry.intents import ShowLayer, ShowView, StartOver
from bodymap.inquiry.state import Layer
from bodymap.ui.settings import Settings
from bodymap.ui.window import Window


def shake(
    window: Window,
    seen: Seen,
    *,
    events: int,
    seed: int,
    folder: Path,
    before: Callable[[int], None] = lambda _number: None,
) -> Hands:
    """Do so many things in a window; `before` is told the number of each, from nought."""
    dice = random.Random(seed)
    hands = Hands(window, seen, dice)
    with kept_in(folder, dice):
        for number in range(events):
            before(number)
            hands.act()
            if number % SAMPLE_EVERY == SAMPLE_EVERY - 1:
                hands.try_start_over()
                hands.done["start over"] += 1
        put_away()
    return hands


def rest(window: Window) -> tuple[float, float]:
    """Bring the window home, and return its memory in MB: as it is, and without what was freed already.

    Freed memory that the C library keeps for later comes and goes with the pictures; what grows without it
    would be a leak.
    """
    put_away()
    for intent in (StartOver(), ShowView(PlateId("front")), ShowLayer(Layer.SKIN)):
        window.dispatch(intent)
    window.resize(*SIZES[2])
    window.diagram.fit()
    for _ in range(5):
        window.diagram.scene.wait()
        QTest.qWait(50)
    gc.collect()
    resident = memory().get("rss", 0.0)
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):  # musl has no such call
            ctypes.CDLL(None).malloc_trim(0)
    return resident, memory().get("rss", 0.0)


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hands", description=__doc__)
    parser.add_argument("--events", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", choices=("plain", "clinical"), default="plain")
    given = parser.parse_args(words)
    application = app.make_application()
    with tempfile.TemporaryDirectory(prefix="bodymap-hands-") as name, watching() as seen:
        folder = Path(name)
        settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
        window = app.build(app.load_packs(), app.Options(voice=given.words), settings)
        application.setQuitOnLastWindowClosed(False)
        window.show()
        window.activateWindow()
        QTest.qWait(100)
        figures = _measure(window, seen, given, folder)
        window.diagram.stop()
        window.close()
        window.close()
    for text in dict.fromkeys([*seen.errors, *seen.warnings, *seen.stuck]):
        print(text, file=sys.stderr)
    print(json.dumps(figures, indent=1))
    return 0 if seen.is_well else 1


def _measure(window: Window, seen: Seen, given: argparse.Namespace, folder: Path) -> dict[str, object]:
    began, at_half = time.monotonic(), []

    def watch(number: int) -> None:
        if number == given.events // 2:
            at_half.append(rest(window))
        if number % WATCH_EVERY == 0:
            faulthandler.dump_traceback_later(PATIENCE, exit=True)  # what hangs is told

    hands = shake(window, seen, events=given.events, seed=given.seed, folder=folder, before=watch)
    faulthandler.cancel_dump_traceback_later()
    (half, half_used), (end, end_used) = at_half[0], rest(window)
    return {
        "events": given.events,
        "seed": given.seed,
        "seconds": round(time.monotonic() - began, 1),
        "errors": len(seen.errors),
        "warnings": len(seen.warnings),
        "start over tried": hands.done.pop("start over", 0),
        "stuck": len(seen.stuck),
        "MB resident at half and at end": [round(half, 1), round(end, 1)],
        "MB without what was freed": [round(half_used, 1), round(end_used, 1)],
        "growth in %": [_growth(half, end), _growth(half_used, end_used)],
        "kinds": dict(hands.done.most_common()),
    }


def _growth(half: float, end: float) -> float | None:
    return round(100 * (end / half - 1), 2) if half else None


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # what is left of Qt need not be taken apart
