"""Problems: what is wrong with a pack, where, and how to mend it."""

from dataclasses import dataclass

_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A mistake in a pack, told in one line to the person who can mend it."""

    file: str
    line: int
    column: int
    what: str
    remedy: str = ""
    is_fatal: bool = True
    """Whether something had to be left out because of it."""

    def __str__(self) -> str:
        """The problem as ``file:line: what. Remedy.``, always on one line."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        return " ".join(f"{where}: {self.what}{self._joint}{self.remedy}".split())

    @property
    def _joint(self) -> str:
        return ". " if self.remedy else ""


class Refused(Exception):  # noqa: N818 - it is no error of the program
    """A text or a file that is not taken in, with the place and the remedy."""

    def __init__(self, what: str, remedy: str = "", line: int = 0, column: int = 0) -> None:
        """Remember what is wrong and how to mend it."""
        super().__init__(what)
        self.what = what
        self.remedy = remedy
        self.line = line
        self.column = column

    def in_file(self, file: str) -> Problem:
        """Return the refusal as a problem of a file."""
        return Problem(file, self.line, self.column, self.what, self.remedy)


def quoted(word: object) -> str:
    """Return a word from a pack in quotes, shortened and safe to print on one line."""
    text = "".join(letter if letter.isprintable() else " " for letter in str(word)[: _LONGEST_QUOTE + 1])
    return f'"{text[:_LONGEST_QUOTE]}…"' if len(text) > _LONGEST_QUOTE else f'"{text}"'
