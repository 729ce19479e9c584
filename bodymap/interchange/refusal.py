"""Why a file is not taken."""


class RefusedError(Exception):
    """A file is not taken, or not written; its text says why, and then what can be done."""

    def __init__(self, why: str, remedy: str) -> None:
        """Say why, and what can be done, each as a whole sentence."""
        super().__init__(f"{why} {remedy}")
        self.why = why
        self.remedy = remedy
