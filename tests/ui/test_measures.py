"""One scale of type: nothing else says how large letters are, and nothing is cut off at any size."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QPushButton, QScrollArea, QWidget

import bodymap
from bodymap.anatomy.answer import Answer
from bodymap.anatomy.finding import Finding, Spread
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Matter, Voice
from bodymap.inquiry.intents import (
    Agree,
    Ask,
    ChooseMuscle,
    Compare,
    Find,
    Mind,
    OpenPage,
    StartOver,
    ToggleRegion,
    UseVoice,
)
from bodymap.inquiry.state import Asking, Page
from bodymap.ui.cut_button import CutButton
from bodymap.ui.measures import TEXT_SIZES, USUAL, Scale, fit_text

pytestmark = pytest.mark.usefixtures("application")

PROGRAM = Path(bodymap.__file__).parent
LITERAL = re.compile(r"font-size: ?\d|setPixelSize\(\d|setPointSize")
STEPS = ("small", "note", "body", "text", "strong", "section", "heading", "title")
TEMPORALIS, MASSETER = (Place(name, Side.RIGHT) for name in ("temporalis", "masseter_superficial"))
ELSEWHERE = Finding(Answer.YES, Answer.YES, Spread.REFERRED)
TEMPLE, EYE = Pain("temple", Side.RIGHT), Pain("around_eye", Side.RIGHT)
PRESSING = (ToggleRegion(TEMPLE), ToggleRegion(EYE), ChooseMuscle(TEMPORALIS), OpenPage(Page.EXAMINE))
STATES = {
    "all muscles": (),
    "a list": (ToggleRegion(TEMPLE), ToggleRegion(EYE)),
    "a muscle": (ToggleRegion(TEMPLE), ChooseMuscle(Place("temporalis", Side.RIGHT))),
    "what goes with it": (ToggleRegion(TEMPLE), Ask(Asking.FACTORS)),
    "settings": (ToggleRegion(TEMPLE), OpenPage(Page.SETTINGS)),
    "press and check": (ToggleRegion(TEMPLE), OpenPage(Page.EXAMINE)),
    "pressed": (*PRESSING, Find(TEMPORALIS, Finding(hurts=Answer.YES))),
    "where is it felt": (*PRESSING, Find(TEMPORALIS, ELSEWHERE)),
    "compare": (ToggleRegion(TEMPLE), Compare(TEMPORALIS), Compare(MASSETER), OpenPage(Page.COMPARE)),
    "treatments": (ToggleRegion(TEMPLE), OpenPage(Page.WEIGH), Mind(Matter.NEEDLES)),
    "hand over": (ToggleRegion(TEMPLE), OpenPage(Page.HAND_OVER), Agree("acupuncture"), Agree("self_care")),
}


@pytest.mark.parametrize("file", sorted(PROGRAM.rglob("*.py")), ids=lambda file: file.name)
def test_only_the_scale_says_how_large_letters_are(file):
    assert LITERAL.findall(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_each_step_is_larger_than_the_one_before(percent):
    sizes = [getattr(Scale(percent), step) for step in STEPS]
    assert sizes == sorted(set(sizes))
    assert all(size >= getattr(USUAL, step) for size, step in zip(sizes, STEPS, strict=True))


def test_on_a_very_large_window_text_grows_of_itself():
    sizes = [(1024, 700), (1920, 1080), (2560, 1400), (3840, 2160)]
    grown = [fit_text(100, *size).percent for size in sizes]
    assert grown == [100, 100, 120, 140]
    assert fit_text(150, 3840, 2160).percent == 210
    assert fit_text(100, 3840, 900).percent == 100  # wide, but low: there is no room for it


def cut_off(window) -> list[str]:
    """Name what is written and seen, but has not the room that its words need."""
    return [
        f"{type(widget).__name__}: {widget.text()!r} has {widget.size().toTuple()}"
        for widget in window.findChildren(QWidget)
        if isinstance(widget, (QPushButton, QLabel)) and widget.isVisible() and widget.text()
        if not _has_room(widget)
    ]


def _has_room(widget) -> bool:
    hint, size = widget.sizeHint(), widget.size()
    if isinstance(widget, CutButton):  # what is cut says so with a sign and a hint
        hint = QPushButton.sizeHint(widget)
        assert widget.text() == widget.whole or "…" in widget.text()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(size.width()) <= size.height() and size.width() > 0
    return hint.width() <= size.width() and hint.height() <= size.height()


def astray(window) -> list[str]:
    """Name what can be pressed and lies outside of the window or over its neighbour."""
    boxes = [(widget, _box(window, widget)) for widget in window.findChildren(QWidget) if _counts(widget)]
    outside = [widget.text() for widget, box in boxes if not window.rect().contains(box)]
    over = [
        f"{one.text()!r} over {other.text()!r}"
        for number, (one, box) in enumerate(boxes)
        for other, its_box in boxes[:number]
        if box.intersects(its_box)
    ]
    return outside + over


def _counts(widget) -> bool:
    """Whether it stands still: what scrolls may lie out of sight, and some float over the drawing."""
    is_seen = isinstance(widget, (QPushButton, QLabel)) and widget.isVisible() and bool(widget.text())
    return is_seen and not any(
        isinstance(holder, QAbstractScrollArea) or holder.objectName() == "diagram"
        for holder in _holders(widget)
    )


def _holders(widget):
    while widget := widget.parentWidget():
        yield widget


def _box(window, widget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


@pytest.mark.parametrize(
    ("size", "percent"),
    [*(((1024, 700), percent) for percent in TEXT_SIZES), ((683, 467), 100), ((820, 560), 100)],
    ids=lambda value: "x".join(map(str, value)) if isinstance(value, tuple) else f"{value}%",
)
@pytest.mark.parametrize("voice", Voice)
def test_nothing_is_cut_off_and_nothing_covers_another(open_window, settings, size, percent, voice):
    settings.keep("text_size", str(percent))
    window = open_window()
    window.resize(*size)
    window.dispatch(UseVoice(voice))
    found = {}
    for state, intents in STATES.items():
        for intent in (StartOver(), *intents):
            window.dispatch(intent)
        for _ in range(3):
            QApplication.processEvents()
        found[state] = cut_off(window) + astray(window)
        assert window.size().toTuple() == size
        assert window.top.minimumSizeHint().width() <= window.top.width(), state
        drawn = window.diagram if window.diagram.isVisible() else window.handing.desk
        assert drawn.width() * 2.9 > window.width(), state  # the drawing stays large
    assert {state: faults for state, faults in found.items() if faults} == {}


def test_the_drawing_does_not_grow_with_the_text(open_window, settings):
    window = open_window()
    window.resize(1024, 700)
    seen = {}
    for size in ("100", "150"):
        window._on_settings({"text_size": size})
        QApplication.processEvents()
        seen[size] = window.panel._heading.font().pixelSize(), window.diagram.view.scale
    assert seen["150"][0] > 1.4 * seen["100"][0]
    assert seen["150"][1] <= seen["100"][1]
    assert settings.text("text_size") == "150"


def test_a_column_of_text_is_no_wider_than_can_be_read(open_window):
    window = open_window()
    window.resize(3840, 2160)
    QApplication.processEvents()
    letters = window.aside.page.fontMetrics().averageCharWidth()
    assert window._tokens.scale.percent == 140
    assert window.aside.width() / letters < 90
    assert window.diagram.width() > window.width() / 2


def test_the_page_of_settings_scrolls_rather_than_being_cut(open_window, settings):
    settings.keep("text_size", "150")
    window = open_window()
    window.resize(1024, 700)
    window.dispatch(OpenPage(Page.SETTINGS))
    QApplication.processEvents()
    sheet = window.seat.findChild(QScrollArea)
    assert sheet.verticalScrollBar().maximum() > 0
    assert sheet.widget().width() <= sheet.viewport().width()
