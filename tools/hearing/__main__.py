"""Writes down what a screen reader meets: ``python -m tools.hearing --out tree.txt --press "Temple (right)"``."""

import argparse
import sys
from pathlib import Path

from tools.hearing.session import hear, lacks


def main() -> int:
    """Hear the program, and say what was announced."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--press", action="append", default=[], help="beginning of the name of what is pressed")
    parser.add_argument("--out", type=Path, default=Path("tree.txt"), help="file for the tree")
    parser.add_argument("--words", default="clinical", choices=("plain", "clinical"))
    given = parser.parse_args()
    if missing := lacks():
        sys.stderr.write(f"missing: {missing}\n")
        return 1
    found = hear(given.press, words=given.words, out=given.out)
    sys.stdout.write("".join(f"announced: {words}\n" for words in found["announced"]))
    sys.stdout.write(f"{given.out}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
