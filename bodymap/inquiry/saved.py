"""An inquiry as it is saved, and taken up again: what was told, and from where it was looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, get_type_hints

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.inquiry.coding import Decoder, UnknownError, encode
from bodymap.inquiry.state import MOST_COMPARED, MOST_WRITTEN, UNTOLD, Inquiry, Layer, layers_of
from bodymap.interchange.form import Saved
from bodymap.language import mark, say, say_number

LIES_OPEN = frozenset({"query", "asking", "page", "guide", "place", "structure"})
"""What only lies open: it was not told, and is not saved."""
VIEW = ("plate", "side", "layer", "opens_jaw")
TOLD = tuple(name for name in UNTOLD if name not in LIES_OPEN)
"""What is saved; a new field of an inquiry belongs to it unless it is listed above."""
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """What a saved file comes to with this content."""

    told: tuple[tuple[str, object], ...]
    """The fields of an inquiry."""
    remarks: tuple[str, ...]
    """What was left out, in words."""


def told_of(inquiry: Inquiry) -> dict[str, Any]:
    """Return what was told, as plain data; what was not told is left out."""
    said = {name: getattr(inquiry, name) for name in TOLD}
    return {name: encode(value) for name, value in said.items() if value != UNTOLD[name]}


def save(atlas: Atlas, inquiry: Inquiry, program: str, day: str) -> Saved:
    """Return what is to be saved of an inquiry."""
    view = {name: encode(getattr(inquiry, name)) for name in VIEW}
    return Saved(told_of(inquiry), view, program, f"{atlas.about.id} {atlas.about.version}", day)


def take_up(atlas: Atlas, inquiry: Inquiry, saved: Saved) -> Reading:
    """Read what was saved; what this content does not know is left out and said. Raises RefusedError."""
    decoder = Decoder(lambda value: _is_known(atlas, value))
    kinds = get_type_hints(Inquiry)
    told = {}
    for name in TOLD:
        if name in saved.told:
            try:
                told[name] = decoder.decode(kinds[name], saved.told[name], name)
            except UnknownError as unknown:
                decoder.left_out.append(str(unknown))
    _keep_known_names(atlas, told, decoder)
    seen = {name: decoder.decode(kinds[name], saved.view[name], name) for name in VIEW if name in saved.view}
    view = _view(atlas, inquiry, seen)
    strange = (*saved.unknown, *sorted(set(saved.told) - set(TOLD)), *sorted(set(saved.view) - set(VIEW)))
    return Reading((*told.items(), *view.items()), _remarks(saved, decoder.left_out, strange))


def _is_known(atlas: Atlas, value: object) -> bool:
    match value:
        case Pain(region, side):
            known = atlas.regions.get(region)
            return known is not None and known.is_paired is not (side is Side.MIDLINE)
        case Place(muscle):
            return muscle in atlas.muscles
        case _:
            return True


def _keep_known_names(atlas: Atlas, told: dict[str, Any], decoder: Decoder) -> None:
    """Leave out the names that are not known, and what is too long; of what was said twice, keep the last."""
    signs, answers = told.get("signs", frozenset()), dict(told.get("answers", ()))
    unknown = [name for name in sorted(signs) if name not in atlas.signs]
    unknown += [name for name in answers if atlas.factor(name) is None]
    decoder.left_out += unknown
    if "signs" in told:
        told["signs"] = signs - set(unknown)
    if "answers" in told:
        told["answers"] = tuple((name, said) for name, said in answers.items() if name not in unknown)
    if "findings" in told:
        told["findings"] = tuple(
            (place, said) for place, said in dict(told["findings"]).items() if not said.is_empty
        )
    if "agreed" in told:
        decoder.left_out += [name for name in told["agreed"] if name not in atlas.treatments]
        told["agreed"] = tuple(name for name in told["agreed"] if name in atlas.treatments)
    for field, most in MOST_WRITTEN.items():
        if field.value in told:
            told[field.value] = told[field.value][:most]
    if "compared" in told:
        told["compared"] = told["compared"][:MOST_COMPARED]


def _view(atlas: Atlas, inquiry: Inquiry, view: Mapping[str, Any]) -> dict[str, Any]:
    """Return a view that the plates of this content can show."""
    if view.get("plate") not in atlas.plates:
        return {}
    seen = replace(inquiry, **view)
    plate = atlas.plates[seen.plate]
    layer = seen.layer if seen.layer in layers_of(plate.aspect) else Layer.DEEP
    side = inquiry.side if seen.side is Side.MIDLINE else seen.side
    opens_jaw = seen.opens_jaw and plate.can_open_jaw and layer in {Layer.DEEP, Layer.BONE}
    return {"plate": plate.id, "side": side, "layer": layer, "opens_jaw": opens_jaw}


def _remarks(saved: Saved, left_out: list[str], strange: tuple[str, ...]) -> tuple[str, ...]:
    remarks = []
    if left_out:
        remarks.append(
            say_number(
                len(left_out),
                "1 entry is not known here and was left out: {names}. The file was made with {content}.",
                "{number} entries are not known here and were left out: {names}. Made with {content}.",
                names=_listed(left_out),
                content=_shown(saved.pack) or say("unknown content"),
            )
        )
    if strange:
        words = mark("This file says more than this program reads: {names}. Saving it here leaves that out.")
        remarks.append(say(words, names=_listed(list(strange))))
    return tuple(remarks)


def _listed(names: list[str]) -> str:
    shown = [_shown(name) for name in names[:MOST_NAMED]]
    return ", ".join([*shown, "…"] if len(names) > MOST_NAMED else shown)


def _shown(name: str) -> str:
    """Return the first letters of a name from a file, each of which can be shown."""
    return "".join(letter if letter.isprintable() else "?" for letter in name[:40])
