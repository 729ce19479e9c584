"""Runs the program for ``python -m bodymap``."""

from bodymap.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
