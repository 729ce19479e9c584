"""A child: the least window that Qt for Python can show."""

import sys
import time

from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.machine import memory, tell

SIZE = (1280, 860)


def main(words: list[str]) -> None:
    application = QApplication(["empty"])
    window = QMainWindow()
    size = (int(words[0]), int(words[1])) if len(words) > 1 else SIZE
    window.resize(*size)
    window.show()
    application.processEvents()
    tell(ready=time.monotonic(), **memory())


if __name__ == "__main__":
    main(sys.argv[1:])
