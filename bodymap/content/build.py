"""Checked plain data becomes the nouns of anatomy."""

from collections.abc import Mapping

from bodymap.anatomy.atlas import About, Atlas, Complaint, Pattern, Symptom, Weight
from bodymap.anatomy.muscle import (
    Frequency,
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
from bodymap.anatomy.screening import Otherwise, Rule, Sign, SignGroup, Urgency
from bodymap.anatomy.source import Family, Source
from bodymap.anatomy.structure import Structure, StructureId
from bodymap.anatomy.treatment import Term, TopicId, TreatmentId
from bodymap.anatomy.words import SourceId
from bodymap.content.build_guides import build_topic, build_treatment
from bodymap.content.build_words import (
    SURENESS,
    Plain,
    build_maybe_words,
    build_statement,
    build_statements,
    build_words,
)

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
        patterns={each["id"]: Pattern(each["id"], build_words(each["name"])) for each in content["patterns"]},
        weights={name: _weight(each) for name, each in content["weights"].items()},
        otherwise=tuple(_otherwise(region["id"], each) for region in regions for each in region["otherwise"]),
        habits={each["id"]: _symptom(each) for each in content["habits"]},
        complaints={each["id"]: _complaint(each) for each in content["complaints"]},
        sign_groups=tuple(
            SignGroup(each["id"], build_words(each["name"])) for each in content["sign_groups"]
        ),
        signs={each["id"]: _sign(each) for each in content["signs"]},
        rules=tuple(map(_rule, content["rules"])),
        treatments={TreatmentId(each["id"]): build_treatment(each) for each in content["treatments"]},
        topics={TopicId(each["id"]): build_topic(each) for each in content["topics"]},
        terms={each["id"]: _term(each) for each in content["terms"]},
        phrases=content["phrases"],
        structures={(each.kind, each.id): each for each in map(_structure, content["structures"])},
    )


def build_about(header: Plain) -> About:
    """Build what a pack says of itself; what it does not say is empty."""
    return About(*(header.get(field, "") for field in About.__slots__))


def _symptom(data: Plain) -> Symptom:
    asked = build_maybe_words(data.get("ask"))
    return Symptom(data["id"], build_words(data["name"]), tuple(data["also"]), asked)


def _weight(data: Plain) -> Weight:
    return Weight(data["value"], build_words(data["why"]), tuple(data["sources"]))


def _otherwise(region: str, data: Plain) -> Otherwise:
    return Otherwise(RegionId(region), build_statement(data), Urgency(data["urgency"]))


def _complaint(data: Plain) -> Complaint:
    return Complaint(data["id"], build_words(data["name"]), tuple(data["regions"]))


def _sign(data: Plain) -> Sign:
    return Sign(data["id"], data["under"], build_words(data["ask"]), tuple(data["also"]), data.get("age"))


def _rule(data: Plain) -> Rule:
    return Rule(
        id=data["id"],
        name=build_words(data["name"]),
        urgency=Urgency(data["urgency"]),
        all_of=tuple(data["all"]),
        any_of=tuple(data["any"]),
        least=data["at_least"],
        age_from=data.get("age_from"),
        regions=tuple(data["regions"]),
        do=build_statement(data["do"]),
        why=build_statement(data["why"]),
    )


def _term(data: Plain) -> Term:
    return Term(data["id"], build_words(data["name"]), tuple(data["forms"]), build_statement(data["means"]))


def _frequency(data: Plain) -> Frequency:
    return Frequency(
        data["complaint"],
        build_words(data["people"]),
        data["percent"],
        data["number"],
        data.get("controls"),
        SURENESS[data["sure"]],
        tuple(data["sources"]),
    )


def _region(data: Plain) -> Region:
    return Region(
        id=data["id"],
        name=build_words(data["name"]),
        where=build_words(data["where"]),
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
        SURENESS[data["sure"]],
        _TESTED[data["tested"]],
        tuple(data["sources"]),
        data["publishers"],
        build_maybe_words(data.get("note")),
    )


def _trigger_point(data: Plain) -> TriggerPoint:
    essential = (_referral(each, Strength.ESSENTIAL) for each in data["essential"])
    spillover = (_referral(each, Strength.SPILLOVER) for each in data["spillover"])
    return TriggerPoint(
        id=TriggerPointId(data["id"]),
        name=build_words(data["name"]),
        where=build_statement(data["where"]),
        referrals=(*essential, *spillover),
        note=build_maybe_words(data.get("note")),
    )


def _muscle(data: Plain) -> Muscle:
    return Muscle(
        id=data["id"],
        name=build_words(data["name"]),
        latin=data["latin"],
        also=tuple(data["also"]),
        group=data["group"],
        pattern=data.get("pattern"),
        map_status=MapStatus(data["map"]),
        codes=tuple(data["codes"].items()),
        code_sources=tuple(data["code_sources"]),
        side_note=build_statement(data["side_note"]) if data.get("side_note") else None,
        frequencies=tuple(map(_frequency, data["frequencies"])),
        lies_under=tuple(data["lies_under"]),
        trigger_points=tuple(map(_trigger_point, data["trigger_points"])),
        what_it_is=build_statements(data["what_it_is"]),
        feels_like=build_statements(data["feels_like"]),
        keeps_it_going=build_statements(data["keeps_it_going"]),
        how_found=build_statements(data["how_found"]),
        dangers=build_statements(data["dangers"]),
        self_care=build_statements(data["self_care"]),
        treatment=build_statements(data["treatment"]),
        disputed=build_statements(data["disputed"]),
    )


def _structure(data: Plain) -> Structure:
    return Structure(
        id=StructureId(data["id"]),
        kind=Kind(data["kind"]),
        name=build_words(data["name"]),
        codes=tuple(data["codes"].items()),
        sources=tuple(data["sources"]),
        mind=build_statement(data["mind"]) if data.get("mind") else None,
        also=tuple(data["also"]),
    )


def _source(data: Plain) -> Source:
    return Source(
        id=data["id"],
        short=data["short"],
        title=data["title"],
        by=data["by"],
        year=data.get("year"),
        published_in=data.get("in", ""),
        doi=data.get("doi", ""),
        pmid=data.get("pmid", ""),
        pmc=data.get("pmc", ""),
        isbn=data.get("isbn", ""),
        url=data.get("url", ""),
        note=data.get("note", ""),
        kind=data["kind"],
        family=Family(data["family"]),
        read=data["read"],
        reliability=data["reliability"],
    )


def _plate(data: Plain, svg: bytes) -> Plate:
    return Plate(
        id=data["id"],
        name=build_words(data["name"]),
        aspect=Aspect(data["aspect"]),
        svg=svg,
        digest=data["digest"],
        shapes=frozenset(map(ShapeId, data["shapes"])),
        is_mirrored=data["mirrored"],
        interest=tuple(data["interest"]),
        best_for=frozenset(data["best_for"]),
    )
