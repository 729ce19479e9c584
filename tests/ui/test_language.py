"""In a made-up language that brackets what is translated, no letter that a reader meets is outside."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListView, QTextBrowser, QWidget

from bodymap import app, language
from bodymap.anatomy.answer import Answer
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.finding import Finding, Spread
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import Kind, PlateId, Shape
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Matter, Voice
from bodymap.cli.telling import as_text
from bodymap.content.pack import Loaded
from bodymap.inquiry.intents import (
    Ask,
    ChooseMuscle,
    ClickShape,
    Compare,
    Find,
    Mind,
    OpenJaw,
    OpenPage,
    Reply,
    ShowLayer,
    ShowView,
    StartOver,
    ToggleRegion,
    Turn,
    UseVoice,
)
from bodymap.inquiry.screen import compose
from bodymap.inquiry.state import Asking, Inquiry, Layer, Page, Switch
from bodymap.reasoning.account import told
from bodymap.reasoning.ranking import rank
from bodymap.ui.keys import all_keys
from bodymap.ui.row_painter import _lines
from bodymap.ui.seat_page import CHOICES
from bodymap.ui.theme import LIGHT
from bodymap.ui.vector import draw_svg
from tools.language import phrases, pseudo

TEXTS = {"plain", "clinical", "latin", "also", "title", "by", "short", "published_in", "note"}
"""The fields of the atlas that readers see; what is added to a pack is added here."""
IDS = {"plate", "chosen", "guide", "rule", "about", "id", "factor", "names", "address"}
"""The fields of a screen that hold ids, and names that libraries gave."""
BRACKETED = re.compile(r"⟦[^⟦⟧]*(?:⟧|$)")
NAMED_BY_LIBRARIES = re.compile(r"doi:\S+|PMID \d+|PMC\d+|ISBN [\dX-]+")
ON_KEYS = re.compile(
    "|".join(rf"(?<![^\s⟧]){re.escape(name)}(?![^\s⟦])" for key in all_keys() for name in key.keys)
)
"""What is printed on keys, standing alone as in the table of keys."""
TEMPLE, THROAT = Pain("temple", Side.RIGHT), Pain("throat", Side.MIDLINE)
TEMPORALIS = Place("temporalis", Side.RIGHT)


def outside(text: str) -> str:
    """Return the letters of a text that are in no brackets, however these are nested."""
    text, found = ON_KEYS.sub("", NAMED_BY_LIBRARIES.sub("", text)), 1
    while found:
        text, found = BRACKETED.subn("", text)
    return "".join(filter(str.isalpha, text))


@pytest.mark.parametrize(
    ("text", "letters"),
    [("⟦one ⟦two⟧ three⟧ · 4", ""), ("⟦one⟧ two", "two"), ("⟦one⟧a⟦b", "a"), ("⟦cut ⟦sho…", "")],
)
def test_letters_outside_are_seen(text, letters):
    assert outside(text) == letters


def foreign(value: Any, name: str = "") -> Any:
    """Return what is known with every text for readers in brackets."""
    if is_dataclass(value):
        kept = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
        return replace(value, **{each: foreign(known, each) for each, known in kept.items()})
    if isinstance(value, tuple):
        return tuple(foreign(each, name) for each in value)
    if isinstance(value, Mapping):
        return {key: foreign(each) for key, each in value.items()}
    return pseudo(value) if name in TEXTS and type(value) is str and value else value


@pytest.fixture(scope="module")
def abroad(core: Atlas) -> Atlas:
    """The core pack and the program's phrases, all in brackets."""
    said = {phrase: pseudo(phrase) for found in phrases().values() for phrase in found}
    return replace(foreign(core), phrases=said)


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    language.use({})


@pytest.fixture
def hand(open_window, abroad, hand_on):
    return hand_on(open_window(content=Loaded(abroad, ())))


def texts_of(screen: Any, name: str = "") -> Iterator[str]:
    """Go through all texts of a screen, or of a part of it."""
    if isinstance(screen, Place | Pain | Shape) or name in IDS:
        return
    if type(screen) is str:  # and no member of an enumeration
        yield screen
    for part, each in parts_of(screen, name):
        yield from texts_of(part, each)


def parts_of(screen: Any, name: str) -> list[tuple[Any, str]]:
    """Return the parts of a part of a screen, each with its name."""
    if is_dataclass(screen):
        return [(getattr(screen, field.name), field.name) for field in fields(screen)]
    if isinstance(screen, Mapping):
        return [(each, name) for each in screen.values()]
    return [(each, name) for each in screen] if isinstance(screen, tuple) else []


def words_of(widget: QWidget) -> Iterator[str]:
    """Go through all that a widget shows and tells."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    yield from (widget.statusTip(), widget.whatsThis(), widget.windowTitle())
    if isinstance(widget, QTextBrowser):
        yield widget.toPlainText()
    elif isinstance(widget, QListView):
        model = widget.model()
        for index in (model.index(number, 0) for number in range(model.rowCount())):
            yield from (
                index.data(Qt.ItemDataRole.DisplayRole),
                index.data(Qt.ItemDataRole.AccessibleTextRole),
            )
    elif hasattr(widget, "text"):
        yield str(widget.text())


def met_in(hand) -> set[str]:
    """Return everything that a reader can meet now."""
    hand.settle()
    hand.window.diagram.offer_targets()
    window, screen = hand.window, hand.screen
    met = {text for widget in (window, *window.findChildren(QWidget)) for text in words_of(widget)}
    met |= {text for action in window.findChildren(QAction) for text in (action.text(), action.toolTip())}
    met |= {text for row in screen.rows for text, _ in _lines(row)}
    met |= {label.text for label in hand.diagram.scene.labels()}
    return met | set(texts_of(screen))


def escaped(met: set[str]) -> set[str]:
    return {text for text in met if outside(text)}


def ask(hand, *intents) -> set[str]:
    for intent in intents:
        hand.window.dispatch(intent)
    return escaped(met_in(hand))


def test_the_atlas_abroad_holds_what_is_known(core, abroad):
    assert abroad.muscles.keys() == core.muscles.keys()
    assert outside(abroad.muscles["temporalis"].name.plain) == ""
    assert abroad.plates["side"].svg == core.plates["side"].svg


def test_every_text_of_the_window_as_it_opens(hand):
    assert hand.window.strip.buttons
    hand.window.dispatch(OpenPage(Page.SETTINGS))
    met = met_in(hand)
    assert {pseudo(words) for words in CHOICES["theme"][1].values()} <= met
    assert len(met) > 100
    assert escaped(met) == set()


@pytest.mark.parametrize("voice", Voice)
class TestInEitherVoice:
    @pytest.fixture(autouse=True)
    def _speak(self, hand, voice):
        hand.window.dispatch(UseVoice(voice))

    def test_chosen_regions(self, hand):
        assert ask(hand, ToggleRegion(TEMPLE)) == set()
        assert ask(hand, ToggleRegion(THROAT), ToggleRegion(Pain("tongue", Side.LEFT))) == set()

    def test_an_open_muscle(self, hand):
        assert ask(hand, ToggleRegion(TEMPLE), ChooseMuscle(TEMPORALIS)) == set()
        assert "⟦" in hand.page()
        assert ask(hand, StartOver(), ChooseMuscle(TEMPORALIS)) == set()

    def test_pressing_muscle_by_muscle(self, hand):
        begin = OpenPage(Page.EXAMINE)
        assert ask(hand, begin) == set()
        for finding in (
            Finding(),
            Finding(hurts=Answer.NO),
            Finding(hurts=Answer.YES),
            Finding(Answer.YES, Answer.YES),
            Finding(Answer.YES, Answer.YES, Spread.REFERRED, (TEMPLE,)),
        ):
            found = Find(TEMPORALIS, finding)
            assert ask(hand, ToggleRegion(TEMPLE), ChooseMuscle(TEMPORALIS), begin, found) == set()
            hand.settle()
            assert escaped(met_in(hand)) == set()
            assert ask(hand, begin, StartOver()) == set()
        neck = Place("sternocleidomastoid_sternal", Side.LEFT)
        assert ask(hand, ChooseMuscle(neck), begin) == set()

    def test_questions_and_what_was_told(self, hand):
        told = Reply("clenching", Answer.YES), Reply("desk_work", Answer.NO)
        assert ask(hand, ToggleRegion(TEMPLE), *told) == set()
        assert ask(hand, Ask(Asking.FACTORS)) == set()

    def test_side_by_side(self, hand):
        assert ask(hand, ToggleRegion(TEMPLE), OpenPage(Page.COMPARE)) == set()
        assert ask(hand, OpenPage(Page.WEIGH), Mind(Matter.NEEDLES)) == set()
        letters = ask(hand, OpenPage(Page.COMPARE), Compare(TEMPORALIS))
        assert set("".join(map(outside, letters))) == {"A"}  # a sign, and no word

    def test_structures(self, hand, abroad):
        hand.window.dispatch(Turn(Switch.DANGERS, is_on=True))
        shapes = {
            kind: shape for shape in abroad.plates["side"].named_faces.values() for kind in [shape.kind]
        }
        for kind in (Kind.BONE, Kind.CARTILAGE, Kind.JOINT, Kind.DANGER):
            assert ask(hand, ClickShape(shapes[kind].id)) == set()
            assert hand.screen.structure is not None

    def test_help_and_safety(self, hand):
        for show in (hand.window.foot.help_asked, hand.window.panel.safety_asked):
            show.emit()
            assert escaped(met_in(hand)) == set()
        hand.window.dispatch(ToggleRegion(TEMPLE))
        hand.window.panel.safety_asked.emit()
        assert escaped(met_in(hand)) == set()

    @pytest.mark.parametrize("plate", ["front", "side", "back", "mouth"])
    def test_every_layer_and_switch_of_a_plate(self, hand, plate):
        assert ask(hand, ShowView(PlateId(plate), Side.LEFT)) == set()
        switches = [Turn(switch, is_on=True) for switch in Switch if switch is not Switch.DANGERS]
        assert ask(hand, *switches, OpenJaw(opens=True)) == set()
        assert hand.diagram.scene.labels()
        for layer in Layer:
            assert ask(hand, ShowLayer(layer)) == set()
        assert ask(hand, Turn(Switch.DANGERS, is_on=True)) == set()

    def test_every_card(self, abroad, voice):
        for muscle in abroad.muscles:
            inquiry = Inquiry(PlateId("side"), voice=voice, place=Place(muscle, Side.LEFT))
            assert escaped(set(texts_of(compose(abroad, inquiry).card))) == set(), muscle

    def test_a_ranking_in_text(self, abroad, voice):
        ranking = rank(abroad, told([TEMPLE, THROAT], ["ringing"]))
        assert outside(as_text(abroad, ranking, voice)) == ""


def test_alerts(hand):
    hand.window.alerts.show_problems(["⟦one⟧", "⟦two⟧", "⟦three⟧"])
    assert escaped(met_in(hand)) == set()


def test_a_pack_that_was_left_out(abroad):
    language.use(abroad.phrases)
    lines = app.name_problems(Loaded(abroad, (), left_out=(abroad.about,)))
    assert list(map(outside, lines)) == [""]


def test_a_still_picture(abroad, qapp):
    language.use(abroad.phrases)
    inquiry = Inquiry(PlateId("front"), pains=(TEMPLE,), place=TEMPORALIS, switches=frozenset({Switch.NAMES}))
    svg = draw_svg(abroad.plates["front"], compose(abroad, inquiry), LIGHT, QSize(700, 900))
    written = {part.text or "" for part in ElementTree.fromstring(svg).iter() if part.tag.endswith("}text")}
    assert len(written) > 5
    assert escaped(written) == set()
