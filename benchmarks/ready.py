"""A child: the program from its start until the plate is painted and a press is answered."""

import sys
import time
from importlib import import_module
from typing import Any

from bodymap import cli


def main(words: list[str]) -> None:
    """Start as ``python -m bodymap`` does, and watch in place of the event loop."""
    vars(cli)["import_module"] = _Watcher(stays="stay" in words).fetch
    cli.main([])


class _Watcher:
    """Watches the window; what it needs for that is fetched when the window is there."""

    def __init__(self, *, stays: bool) -> None:
        self._stays = stays
        self._application: Any = None

    def fetch(self, name: str) -> Any:  # noqa: ANN401 - a module
        module = import_module(name)
        self._application = module.QApplication
        self._application.exec = self.run
        return module

    def run(self) -> int:
        """Watch from within Qt's event loop, so that the program ends as it always does."""
        import_module("PySide6.QtCore").QTimer.singleShot(0, self.watch)
        return int(import_module("PySide6.QtGui").QGuiApplication.exec())

    def watch(self) -> None:
        """Wait for the plate, press a region, and tell when both were seen; or stay until all is kept."""
        shown = time.monotonic()
        application = self._application.instance()
        found = import_module("bodymap.ui.window").Window
        window = next(widget for widget in application.topLevelWidgets() if isinstance(widget, found))
        while not window.diagram.scene.is_sharp:
            application.processEvents()
            time.sleep(0.0005)
        application.processEvents()
        painted = time.monotonic()
        region = next(iter(window.diagram.scene.target_names()))
        import_module("benchmarks.bare").press(window.diagram, window.diagram.pixel_of(region))
        application.processEvents()
        if not window.top.start_over.isEnabled():
            raise RuntimeError("the press was not answered")
        ready = time.monotonic()
        machine = import_module("benchmarks.machine")
        machine.tell(shown=shown, painted=painted, ready=ready, **machine.memory())
        for _ in range(20 if self._stays else 0):
            window.diagram.scene.wait()
            application.processEvents()
            time.sleep(0.02)
        application.quit()


if __name__ == "__main__":
    main(sys.argv[1:])
