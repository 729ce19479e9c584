"""The wiring: packs, settings and window are put together, and taken apart again."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QFontDatabase

from bodymap import app, resources
from bodymap.content.pack import load
from bodymap.ui.settings import Settings

LEAVE = """
import sys
from PySide6.QtCore import QTimer
from bodymap import app
QTimer.singleShot(int(sys.argv[1]), app.make_application().quit)
raise SystemExit(app.run(app.Options()))
"""


@pytest.fixture
def settings(tmp_path):
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


def test_the_typeface_is_its_own(qapp):
    assert app.make_application() is qapp
    assert app.FAMILY in QFontDatabase.families()
    assert qapp.font().family() == app.FAMILY


def test_without_any_drawing_there_is_no_window_but_a_reason(qapp, settings):
    with pytest.raises(app.NoDrawingError, match="drawing"):
        app.build(load([]), app.Options(), settings)


def test_a_pack_without_the_first_plate_shows_its_own(qtbot, settings, loaded):
    plate = replace(loaded.atlas.plates["side"], id="other")
    atlas = replace(loaded.atlas, plates={"other": plate})
    window = app.build(replace(loaded, atlas=atlas), app.Options(), settings)
    qtbot.addWidget(window)
    assert window._screen.plate == "other"


def test_settings_lie_in_a_file_that_can_be_read(qapp):
    assert app.own_settings().fileName().endswith("settings.ini")


@pytest.mark.slow
def test_who_leaves_while_pictures_are_painted_leaves_quietly(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", LEAVE, "200"],
        cwd=str(resources.root()),
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    noise = [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]
    assert (done.returncode, noise) == (0, [])
