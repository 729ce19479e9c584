"""Writes a file whole or not at all, and says in one sentence why it could not be."""

from contextlib import suppress
from pathlib import Path

from bodymap.language import say


class CannotSaveError(Exception):
    """Something could not be written or printed; its text is a sentence for the reader."""


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; raises CannotSaveError with the reason and the remedy."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as problem:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        reason = problem.strerror or str(problem)
        raise CannotSaveError(
            say(
                "“{name}” could not be saved: {reason}. Choose another folder.", name=path.name, reason=reason
            )
        ) from problem
