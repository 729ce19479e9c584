"""bodymap handout: the page to take home and the chart's text, without a window."""

import argparse
from datetime import date

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.finding import Finding
from bodymap.anatomy.treatment import TreatmentId
from bodymap.anatomy.words import Voice
from bodymap.cli.asking import AskedWrongError, read_account, read_place, unknown
from bodymap.inquiry.state import Inquiry, Paper, Seat

SUFFIXES = (".pdf", ".html", ".txt")


def read_inquiry(atlas: Atlas, given: argparse.Namespace) -> Inquiry:
    """Read what the command line tells of one person; raises AskedWrongError."""
    account = read_account(atlas, given)
    for name in given.agree:
        if name not in atlas.treatments:
            raise AskedWrongError(unknown("treatment", name, atlas.treatments))
    for name in given.sign:
        if name not in atlas.signs:
            raise AskedWrongError(unknown("sign", name, atlas.signs))
    if given.out.suffix.lower() not in SUFFIXES:
        raise AskedWrongError(f"--out must end in {', '.join(SUFFIXES)}, not “{given.out.name}”")
    return Inquiry(
        next(iter(atlas.plates)),
        voice=Voice(given.words or Voice.PLAIN),
        pains=account.pains,
        answers=tuple(account.answers.items()),
        findings=tuple((place, Finding(familiar=answer)) for place, answer in account.findings.items()),
        opened=tuple(read_place(atlas, text) for text in given.muscle),
        agreed=tuple(dict.fromkeys(map(TreatmentId, given.agree))),
        agreement="\n".join(given.note),
        signs=frozenset(given.sign),
        is_screened=bool(given.sign) or given.none_of_these,
        seat=Seat(given.emergency_number, given.clinic.replace("\\n", "\n"), Paper(given.paper)),
    )


def read_day(text: str) -> date:
    """Read a day such as ``2026-11-26``."""
    try:
        return date.fromisoformat(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(f"“{text}” is no day: say YEAR-MONTH-DAY") from problem
