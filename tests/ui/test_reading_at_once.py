"""A picture is painted in a thread while the window loads an icon: neither waits for the other for ever."""

import subprocess
import sys

import pytest

from bodymap import resources

BOTH_AT_ONCE = """
import faulthandler, sys, threading
from PySide6.QtGui import QGuiApplication, QImageReader, QIcon, QImage
from bodymap.ui.picture import Order, paint
faulthandler.dump_traceback_later(20, exit=True)
application = QGuiApplication(["test"])
image = QImage(4, 4, QImage.Format.Format_RGB32)
image.fill(0)
image.save(sys.argv[1])
svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path d="M0 0h9v9z"/></svg>'
ends = threading.Event()

def paint_on():
    while not ends.is_set():
        paint(svg, Order("skin", 0.01, (0, 0, 4, 4), False))

thread = threading.Thread(target=paint_on)
thread.start()
for _ in range(4000):
    QImageReader(sys.argv[1]).canRead()  # as an icon does it; Python is not let go meanwhile
ends.set()
thread.join()
print("done")
"""


@pytest.mark.slow
def test_they_do_not_wait_for_each_other_for_ever(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", BOTH_AT_ONCE, str(tmp_path / "a.png")],
        cwd=str(resources.root()),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout == "done\n", done.stderr[-1500:]
