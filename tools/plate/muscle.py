"""What a person says of one muscle; all the rest is made from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tools.plate.path import number

if TYPE_CHECKING:
    from collections.abc import Mapping

LIGHT = (0.62, -0.78)
"""Where the light comes from on a plate that does not say: the upper right. A direction on the page."""
FASCIA = "fascia"
"""The group of a sheet that is drawn like a muscle and is none."""
WHOLE = ("order", "bundles", "fine", "seed", "flat", "reach")


@dataclass(frozen=True)
class Tendon:
    """A tendinous end: 0 origin or 1 insertion, its share of the length, its fingers."""

    end: int
    share: float
    fingers: int


@dataclass(frozen=True)
class Spec:
    """One muscle's numbers.

    A flat muscle lies close and throws no shadow; reach is how far its fading ends fade.
    """

    id: str
    layer: str = "surface"
    group: str = "neck"
    order: int = 50
    bundles: int = 8
    fine: int = 3
    seed: int = 1
    opacity: float = 1.0
    flat: int = 0
    reach: int = 24
    tendons: tuple[Tendon, ...] = ()
    light: tuple[float, float] = LIGHT

    def attributes(self) -> dict[str, str]:
        """The attributes that hold these numbers in a plate."""
        tendon = ";".join(f"{t.end},{number(t.share, 3)},{t.fingers}" for t in self.tendons)
        numbers = {"order": self.order, "bundles": self.bundles, "fine": self.fine, "seed": self.seed}
        numbers |= {"flat": self.flat} if self.flat else {}
        numbers |= {"reach": self.reach} if self.reach != Spec.reach else {}
        kind = self.group if self.group == FASCIA else f"muscle {self.group}"
        found = {"id": self.id, "class": kind}
        found |= {f"data-{key}": str(value) for key, value in numbers.items()}
        if tendon:
            found["data-tendon"] = tendon
        if self.opacity < 1:
            found["data-opacity"] = number(self.opacity, 2)
        return found


def from_words(name: str, words: Mapping[str, str]) -> Spec:
    """The numbers of a muscle out of key=value words."""
    known = {"layer", "group", "opacity", "tendon", *WHOLE}
    if unknown := set(words) - known:
        raise ValueError(f"{name}: does not know {', '.join(sorted(unknown))}")
    whole = {key: int(words[key]) for key in WHOLE if key in words}
    spec = Spec(
        name,
        layer=words.get("layer", "surface"),
        group=words.get("group", "neck"),
        opacity=float(words.get("opacity", "1")),
        tendons=_tendons(words.get("tendon", "")),
    )
    return replace(spec, **whole)  # type: ignore[arg-type]


def from_attributes(attributes: Mapping[str, str], layer: str) -> Spec:
    """The numbers of a muscle out of its group's attributes."""
    words = {key[5:]: value for key, value in attributes.items() if key.startswith("data-")}
    classes = [word for word in attributes.get("class", "").split() if word != "muscle"]
    known = {key: words[key] for key in (*WHOLE, "opacity", "tendon") if key in words}
    return from_words(attributes["id"], known | {"layer": layer, "group": classes[0] if classes else "neck"})


def _tendons(text: str) -> tuple[Tendon, ...]:
    found = []
    for word in text.split(";"):
        if word.strip():
            end, share, fingers = word.split(",")
            found.append(Tendon(int(end), float(share), int(fingers)))
    return tuple(found)
