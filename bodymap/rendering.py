"""Draws what the window would show into a picture, without a window."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from PySide6.QtCore import QSize

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import PlateId
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice
from bodymap.app import make_application
from bodymap.inquiry.handout import write_handout
from bodymap.inquiry.screen import compose
from bodymap.inquiry.state import Inquiry, Layer, Switch
from bodymap.ui.inks import Inks
from bodymap.ui.leaf_html import write_html
from bodymap.ui.map_print import MapPrint
from bodymap.ui.printing import make_pdf
from bodymap.ui.still import draw_png
from bodymap.ui.theme import worn
from bodymap.ui.tracing import trace
from bodymap.ui.typeset import set_leaf
from bodymap.ui.vector import draw_svg


@dataclass(frozen=True, slots=True)
class Still:
    """What the command line asks of a still picture."""

    plate: PlateId
    pains: tuple[Pain, ...]
    place: Place | None
    side: str | None
    size: tuple[int, int]
    theme: str | None
    layer: str | None = None
    opens_jaw: bool = False
    switches: frozenset[Switch] = frozenset()
    skin: str = "light"
    voice: str | None = None


def draw(atlas: Atlas, asked: Still, suffix: str) -> bytes:
    """Draw what the window would show, as ``.png`` or ``.svg``."""
    make_application()
    sides = (
        [asked.place.side]
        if asked.place
        else [pain.side for pain in asked.pains if pain.side is not Side.MIDLINE]
    )
    side = Side(asked.side) if asked.side else next(iter(sides), Side.RIGHT)
    plate = atlas.plates[asked.plate]
    jaw = asked.opens_jaw and plate.can_open_jaw
    inquiry = Inquiry(
        asked.plate,
        side=side,
        layer=Layer(asked.layer) if asked.layer else Layer.DEEP if jaw else Layer.SKIN,
        opens_jaw=jaw,
        switches=asked.switches,
        voice=Voice(asked.voice or Voice.PLAIN),
        pains=tuple(dict.fromkeys(asked.pains)),
        is_screened=True,  # whoever draws a still picture is no patient who asks
        place=asked.place,
    )
    draw_as = draw_svg if suffix == ".svg" else draw_png
    tokens = worn(asked.theme or "light", asked.skin)
    inks = Inks(asked.skin, tokens.printing)
    return draw_as(plate, compose(atlas, inquiry), tokens, QSize(*asked.size), inks)


def make_page(atlas: Atlas, inquiry: Inquiry, today: date, suffix: str) -> bytes:
    """Make the page to take home, as ``.pdf`` or ``.html``."""
    make_application()
    handout = write_handout(atlas, inquiry, today)
    if suffix == ".html":
        return write_html(handout).encode()
    maps = MapPrint(atlas.plates, cache(lambda plate: trace(atlas.plates[plate].svg)))
    return make_pdf(set_leaf(handout, maps), maps)
