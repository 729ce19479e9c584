"""The kinds of field that records are made of: texts without markup, ids, sources, a part of the page."""

import re
from functools import partial
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from bodymap.anatomy.plate import PAGE_HEIGHT, PAGE_WIDTH, WHOLE_HEAD
from bodymap.content.problem import quoted

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


_FORMS = {
    "doi": (r"10\.\d{4,9}/\S*[^\s.,;]", "Write it bare, such as 10.1093/pm/pnx207"),
    "pmid": (r"[1-9]\d{0,7}", "Write its digits, such as '29025044'"),
    "pmc": (r"PMC[1-9]\d{0,8}", "Write it as PMC3484251"),
    "address": (r"https?://[^\s/?#]+\.[^\s]+", "Write it whole, beginning with https://"),
    "ta2": (r"[1-9]\d{0,3}", "Write the number of the TA2 list, such as '2106'"),
    "fma": (r"FMA:[1-9]\d{0,6}", "Write it as FMA:49006"),
    "uberon": (r"UBERON:\d{7}", "Write it as UBERON:0001598"),
    "snomed": (r"[1-9]\d{5,17}", "Write its digits, such as '181739008'"),
    "meddra": (r"[1-9]\d{7}", "Write its eight digits"),
    "icd11": (r"[0-9A-Z]{4}(?:\.[0-9A-Z]{1,2})?", "Write it as DA0E.8"),
}
"""For each kind of name that others give, what it looks like, and how to write it."""
CODE_SYSTEMS = ("ta2", "fma", "uberon", "snomed", "meddra", "icd11")
_ISBN_WEIGHTS = {10: range(10, 0, -1), 13: (1, 3) * 7}


def _formed(kind: str, text: str) -> str:
    """Refuse a name that does not look as its kind does."""
    form, remedy = _FORMS[kind]
    if re.fullmatch(form, text):
        return text
    called = {"doi": "DOI", "pmid": "PMID", "pmc": "PMC number", "address": "address"}
    what = f"{quoted(text)} is no {called.get(kind, f'code of {kind.upper()}')}"
    raise PydanticCustomError("text", "{what}", {"what": what, "remedy": remedy})


def _isbn(text: str) -> str:
    """Refuse an ISBN whose last digit does not check; hyphens and blanks do not count."""
    digits = [10 if sign in "xX" else int(sign) for sign in text if sign.isdigit() or sign in "xX"]
    weights = _ISBN_WEIGHTS.get(len(digits))
    modulus = 11 if len(digits) == min(_ISBN_WEIGHTS) else 10
    if weights and sum(weight * digit for weight, digit in zip(weights, digits, strict=False)) % modulus == 0:
        return text
    remedy = "Compare it with the book; its last digit checks the others"
    raise PydanticCustomError("text", "{isbn} is no ISBN", {"isbn": quoted(text), "remedy": remedy})


def _coded(codes: dict[str, str]) -> dict[str, str]:
    """Refuse a code of an unknown system, and one that does not look as its system's do."""
    for system, code in codes.items():
        if system not in CODE_SYSTEMS:
            what = f"unknown coding system {quoted(system)}"
            remedy = f"Known are: {', '.join(CODE_SYSTEMS)}"
            raise PydanticCustomError("text", "{what}", {"what": what, "remedy": remedy})
        _formed(system, code)
    return codes


def _as_text(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Text = Annotated[str, StringConstraints(min_length=1, max_length=4000), AfterValidator(_unmarked)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=64)]
SourceKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$", max_length=64)]
Code = Annotated[str, StringConstraints(min_length=1, max_length=64), BeforeValidator(_as_text)]
Rectangle = Annotated[list[float], AfterValidator(_on_the_page)]
Codes = Annotated[dict[Id, Code], AfterValidator(_coded)]
Doi = Annotated[str, AfterValidator(partial(_formed, "doi"))]
Pmid = Annotated[str, BeforeValidator(_as_text), AfterValidator(partial(_formed, "pmid"))]
Pmc = Annotated[str, AfterValidator(partial(_formed, "pmc"))]
Isbn = Annotated[str, AfterValidator(_isbn)]
Address = Annotated[str, AfterValidator(partial(_formed, "address"))]
FOUNDING = r"^S[0-4]-\d{2}[a-z]?$"
FoundingKey = Annotated[str, StringConstraints(pattern=FOUNDING)]
"""An item of the founding documents that a statement carries."""
Sources = Annotated[list[SourceKey], Field(min_length=1)]
