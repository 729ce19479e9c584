"""Checked plain data becomes the nouns of anatomy."""

from collections.abc import Iterable, Mapping
from typing import Any

from bodymap.anatomy.atlas import About, Atlas, Otherwise, Pattern, RedFlag, Symptom, Weight
from bodymap.anatomy.muscle import (
    Laterality,
    MapStatus,
    Muscle,
    MuscleId,
    Referral,
    Strength,
    Tested,
    TriggerPoint,
    TriggerPointId,
)
from bodymap.anatomy.plate import Aspect, Kind, Plate, PlateId, ShapeId
from bodymap.anatomy.region import Region, RegionId
from bodymap.anatomy.source import Family, Source
from bodymap.anatomy.structure import Structure, StructureId
from bodymap.anatomy.words import SourceId, Statement, Sureness, Words

Plain = Mapping[str, Any]

_SURENESS = {str(each): each for each in Sureness}
_LATERALITY = {str(each): each for each in Laterality}
_TESTED = {str(each): each for each in Tested}


def build_atlas(content: Plain, drawings: Mapping[str, bytes]) -> Atlas:
    """Build the atlas from checked data and the drawings of its plates."""
    regions = content["regions"]
    return Atlas(
        about=build_about(content["about"]),
        regions={RegionId(each["id"]): _region(each) for each in regions},
        muscles={MuscleId(each["id"]): _muscle(each) for each in content["muscles"]},
        plates={PlateId(each["id"]): _plate(each, drawings[each["id"]]) for each in content["plates"]},
        sources={SourceId(each["id"]): _source(each) for each in content["sources"]},
        symptoms={each["id"]: _symptom(each) for each in content["symptoms"]},
        patterns={each["id"]: Pattern(each["id"], _words(each["name"])) for each in content["patterns"]},
        weights={name: _weight(each) for name, each in content["weights"].items()},
        otherwise=tuple(_otherwise(region["id"], each) for region in regions for each in region["otherwise"]),
        red_flags=tuple(
            RedFlag(each["id"], _statement(each), each["urgency"]) for each in content["red_flags"]
        ),
        structures={(each.kind, each.id): each for each in map(_structure, content["structures"])},
    )


def build_about(header: Plain) -> About:
    """Build what a pack says of itself; what it does not say is empty."""
    return About(*(header.get(field, "") for field in About.__slots__))


def _words(data: Plain) -> Words:
    return Words(data["plain"], data["clinical"])


def _maybe_words(data: Plain | None) -> Words | None:
    return None if data is None else Words(data["plain"], data["clinical"])


def _statement(data: Plain) -> Statement:
    words = Words(data["plain"], data["clinical"])
    caution = _maybe_words(data.get("caution"))
    return Statement(words, _SURENESS[data["sure"]], tuple(data["sources"]), caution, data.get("symptom"))


def _statements(data: Iterable[Plain]) -> tuple[Statement, ...]:
    return tuple(map(_statement, data))


def _symptom(data: Plain) -> Symptom:
    return Symptom(data["id"], _words(data["name"]), tuple(data["also"]))


def _weight(data: Plain) -> Weight:
    return Weight(data["value"], _words(data["why"]), tuple(data["sources"]))


def _otherwise(region: str, data: Plain) -> Otherwise:
    return Otherwise(RegionId(region), _statement(data), data["urgency"])


def _region(data: Plain) -> Region:
    return Region(
        id=data["id"],
        name=_words(data["name"]),
        where=_words(data["where"]),
        is_paired=data["paired"],
        is_inside=data["inside"],
        group=data["group"],
        also=tuple(data["also"]),
        adjacent=tuple(data["adjacent"]),
        codes=tuple(data["codes"].items()),
        sources=tuple(data["sources"]),
    )


def _referral(data: Plain, strength: Strength) -> Referral:
    return Referral(
        data["region"],
        strength,
        _LATERALITY[data["side"]],
        _SURENESS[data["sure"]],
        _TESTED[data["tested"]],
        tuple(data["sources"]),
        data["publishers"],
        _maybe_words(data.get("note")),
    )


def _trigger_point(data: Plain) -> TriggerPoint:
    essential = (_referral(each, Strength.ESSENTIAL) for each in data["essential"])
    spillover = (_referral(each, Strength.SPILLOVER) for each in data["spillover"])
    return TriggerPoint(
        id=TriggerPointId(data["id"]),
        name=_words(data["name"]),
        where=_statement(data["where"]),
        referrals=(*essential, *spillover),
        note=_maybe_words(data.get("note")),
    )


def _muscle(data: Plain) -> Muscle:
    return Muscle(
        id=data["id"],
        name=_words(data["name"]),
        latin=data["latin"],
        also=tuple(data["also"]),
        group=data["group"],
        pattern=data.get("pattern"),
        map_status=MapStatus(data["map"]),
        codes=tuple(data["codes"].items()),
        code_sources=tuple(data["code_sources"]),
        side_note=_statement(data["side_note"]) if data.get("side_note") else None,
        trigger_points=tuple(map(_trigger_point, data["trigger_points"])),
        what_it_is=_statements(data["what_it_is"]),
        feels_like=_statements(data["feels_like"]),
        keeps_it_going=_statements(data["keeps_it_going"]),
        how_found=_statements(data["how_found"]),
        dangers=_statements(data["dangers"]),
        self_care=_statements(data["self_care"]),
        treatment=_statements(data["treatment"]),
        disputed=_statements(data["disputed"]),
    )


def _structure(data: Plain) -> Structure:
    return Structure(
        id=StructureId(data["id"]),
        kind=Kind(data["kind"]),
        name=_words(data["name"]),
        codes=tuple(data["codes"].items()),
        sources=tuple(data["sources"]),
        mind=_statement(data["mind"]) if data.get("mind") else None,
    )


def _source(data: Plain) -> Source:
    return Source(
        id=data["id"],
        title=data["title"],
        by=data["by"],
        year=data.get("year"),
        locator=data["locator"],
        kind=data["kind"],
        family=Family(data["family"]),
        read=data["read"],
        reliability=data["reliability"],
    )


def _plate(data: Plain, svg: bytes) -> Plate:
    return Plate(
        id=data["id"],
        name=_words(data["name"]),
        aspect=Aspect(data["aspect"]),
        svg=svg,
        digest=data["digest"],
        shapes=frozenset(map(ShapeId, data["shapes"])),
        is_mirrored=data["mirrored"],
        interest=tuple(data["interest"]),
        best_for=frozenset(data["best_for"]),
    )
