"""Reads what the command line names: regions, muscles, sides, sizes."""

import argparse
from collections.abc import Collection

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import MuscleId, Place
from bodymap.anatomy.region import Pain, RegionId, Side
from bodymap.content.nearest import did_you_mean
from bodymap.reasoning.account import Account

SIDES = ("right", "left")
LEAST, MOST = 64, 8192


class AskedWrongError(Exception):
    """The question names something that does not exist."""


def read_pain(atlas: Atlas, text: str) -> Pain:
    """Read ``temple:right``, or ``throat`` where a region has no side; raises AskedWrongError."""
    name, _, side = text.partition(":")
    region = atlas.regions.get(RegionId(name))
    if region is None:
        raise AskedWrongError(unknown("region", name, atlas.regions))
    if not region.is_paired:
        if side not in {"", "midline"}:
            raise AskedWrongError(f"{name} has no side: say {name}")
        return Pain(region.id, Side.MIDLINE)
    return Pain(region.id, _read_side(name, side))


def read_place(atlas: Atlas, text: str) -> Place:
    """Read ``trapezius_upper:right``; raises AskedWrongError."""
    name, _, side = text.partition(":")
    if name not in atlas.muscles:
        raise AskedWrongError(unknown("muscle", name, atlas.muscles))
    return Place(MuscleId(name), _read_side(name, side))


def read_region(atlas: Atlas, text: str) -> RegionId:
    """Read a region, with or without its side; raises AskedWrongError."""
    name, _, side = text.partition(":")
    if side:
        return read_pain(atlas, text).region
    if name not in atlas.regions:
        raise AskedWrongError(unknown("region", name, atlas.regions))
    return RegionId(name)


def read_sign(atlas: Atlas, text: str) -> str:
    """Read an answer: a red flag, or a symptom or habit, which raises none; raises AskedWrongError."""
    known = (*atlas.signs, *atlas.symptoms, *atlas.habits)
    if text not in known:
        raise AskedWrongError(unknown("answer", text, known))
    return text


def read_account(atlas: Atlas, given: argparse.Namespace) -> Account:
    """Read what the command line tells of pains, symptoms, habits and findings; raises AskedWrongError."""
    answers: dict[str, Answer] = {}
    for names, answer in ((given.symptom, Answer.YES), (given.habit, Answer.YES), (given.no, Answer.NO)):
        for name in names:
            if atlas.factor(name) is None:
                raise AskedWrongError(unknown("symptom or habit", name, (*atlas.symptoms, *atlas.habits)))
            answers[name] = answer
    findings = dict(_read_finding(atlas, text) for text in given.pressed)
    pains = dict.fromkeys(read_pain(atlas, text) for text in given.regions)
    return Account(tuple(pains), answers, findings)


def _read_finding(atlas: Atlas, text: str) -> tuple[Place, Answer]:
    """Read ``temporalis:right=yes``; raises AskedWrongError."""
    place, _, said = text.partition("=")
    answers = [answer.value for answer in Answer]
    if said not in answers:
        raise AskedWrongError(f"say what pressing brought, such as {place}=yes; one of: {', '.join(answers)}")
    return read_place(atlas, place), Answer(said)


def _read_side(name: str, side: str) -> Side:
    if side in SIDES:
        return Side(side)
    hint = did_you_mean(side, SIDES, f"Say {name}:right or {name}:left.")
    raise AskedWrongError(f"{name} needs the patient's side{f', not “{side}”' if side else ''}. {hint}")


def unknown(kind: str, name: str, known: Collection[str]) -> str:
    """Say that a name is unknown, and which is nearest."""
    everything = f"Known are: {', '.join(sorted(known))}."
    return f"unknown {kind} “{name}”. {did_you_mean(name, known, everything)}"


def read_size(text: str) -> tuple[int, int]:
    """Read ``1080x1400``, in pixels."""
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit()) or not all(
        LEAST <= int(length) <= MOST for length in (width, height)
    ):
        raise argparse.ArgumentTypeError(
            f"“{text}” is no size: say WIDTHxHEIGHT in pixels, such as 1080x1400, 64 to 8192"
        )
    return int(width), int(height)
