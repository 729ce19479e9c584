"""The kinds of field that records are made of: texts without markup, ids, sources, a part of the page."""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from bodymap.anatomy.plate import PAGE_HEIGHT, PAGE_WIDTH, WHOLE_HEAD

_MARKUP = re.compile(r"</?[a-zA-Z!][^>]*>|&(?:[a-z]+|#x?[0-9a-fA-F]+);|`|\*\*|\]\(|^#+ ", re.MULTILINE)


def _unmarked(text: str) -> str:
    """Refuse markup other than emphasis, and line breaks."""
    if "\n" in text:
        raise PydanticCustomError(
            "text", "the text has a line break", {"remedy": "Fold it with > instead of |"}
        )
    found = _MARKUP.search(text)
    if found or text.count("*") % 2:
        what = "the text holds markup: {sign}"
        remedy = {
            "sign": found[0] if found else "a single *",
            "remedy": "Only *emphasis* is shown; remove the rest",
        }
        raise PydanticCustomError("text", what, remedy)
    return text


def _on_the_page(place: list[float]) -> list[float]:
    """Refuse what is no part of the page."""
    page = (PAGE_WIDTH, PAGE_HEIGHT)
    if len(place) == len(WHOLE_HEAD):
        corner, size = place[:2], place[2:]
        fits = (low >= 0 < long <= whole - low for low, long, whole in zip(corner, size, page, strict=True))
        if all(fits):
            return place
    remedy = f"Write [x, y, width, height] within the frame of {PAGE_WIDTH} by {PAGE_HEIGHT}"
    raise PydanticCustomError("text", "the place of interest is no part of the page", {"remedy": remedy})


def _as_text(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Text = Annotated[str, StringConstraints(min_length=1, max_length=4000), AfterValidator(_unmarked)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=64)]
SourceKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$", max_length=64)]
Code = Annotated[str, StringConstraints(min_length=1, max_length=64), BeforeValidator(_as_text)]
Rectangle = Annotated[list[float], AfterValidator(_on_the_page)]
Sources = Annotated[list[SourceKey], Field(min_length=1)]
