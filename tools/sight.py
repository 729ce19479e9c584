"""Shows the window as three kinds of colour blindness see it: ``python -m tools.sight --out FOLDER``.

The matrices are those of Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of
color vision deficiency" (IEEE Transactions on Visualization and Computer Graphics 15, 2009), full severity;
they are applied to linear light. Of tritanopia the authors say themselves that it is an approximation.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from bodymap import app
from bodymap.anatomy.answer import Answer
from bodymap.anatomy.finding import Finding
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.region import Pain, Side
from bodymap.inquiry.intents import (
    ChooseMuscle,
    Compare,
    Find,
    FinishScreening,
    Intent,
    OpenPage,
    ShowLayer,
    ShowView,
    TickSign,
    ToggleRegion,
    Turn,
)
from bodymap.inquiry.state import Layer, Page, Switch
from bodymap.ui.settings import Settings
from bodymap.ui.window import Window

KINDS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TEMPLE = ToggleRegion(Pain("temple", Side.RIGHT))  # type: ignore[arg-type]
COMPARED = [Place(name, Side.RIGHT) for name in ("temporalis", "trapezius_upper", "masseter_superficial")]  # type: ignore[arg-type]
SCENES: dict[str, tuple[Intent, ...]] = {
    "lit": (ShowView("side"), TEMPLE, ShowLayer(Layer.SURFACE)),  # type: ignore[arg-type]
    "opened": (ShowView("side"), TEMPLE, ChooseMuscle(Place("trapezius_upper", Side.RIGHT))),  # type: ignore[arg-type]
    "dangers": (ShowView("side"), ShowLayer(Layer.SURFACE), Turn(Switch.DANGERS, is_on=True)),  # type: ignore[arg-type]
    "compared": (ShowView("side"), TEMPLE, *map(Compare, COMPARED), OpenPage(Page.COMPARE)),  # type: ignore[arg-type]
    "found": (
        ShowView("side"),  # type: ignore[arg-type]
        TEMPLE,
        Find(COMPARED[0], Finding(Answer.YES)),
        Find(COMPARED[1], Finding(Answer.NO)),
    ),
    "flag": (TEMPLE, TickSign("new_headache"), FinishScreening()),
}


def see(colour: int, kind: str) -> int:
    """Return a colour, 0xRRGGBB, as one kind of colour blindness sees it."""
    light = [_linear((colour >> shift & 255) / 255) for shift in (16, 8, 0)]
    seen = 0
    for row in KINDS[kind]:
        part = sum(weight * value for weight, value in zip(row, light, strict=True))
        seen = seen << 8 | round(_displayed(min(1.0, max(0.0, part))) * 255)
    return seen


def look(image: QImage, kind: str) -> QImage:
    """Return a picture as one kind of colour blindness sees it."""
    shown = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(shown.bits()).cast("I")
    known: dict[int, int] = {}
    for place, pixel in enumerate(pixels):
        colour = pixel & 0xFFFFFF
        if colour not in known:
            known[colour] = see(colour, kind)
        pixels[place] = 0xFF000000 | known[colour]
    return shown


def main() -> int:
    """Paint each scene as each kind sees it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("sight"), help="folder for the pictures")
    parser.add_argument("--theme", default="light", help="colours of the window")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    app.make_application()
    for scene, image in _scenes(given.out / "settings.ini", given.theme):
        image.save(str(given.out / f"{scene}.png"))
        for kind in KINDS:
            look(image, kind).save(str(given.out / f"{scene}-{kind}.png"))
    sys.stdout.write(f"{given.out}\n")
    return 0


def _scenes(settings: Path, theme: str) -> Iterator[tuple[str, QImage]]:
    loaded = app.load_packs()
    for scene, intents in SCENES.items():
        store = Settings(QSettings(str(settings), QSettings.Format.IniFormat))
        window = app.build(loaded, app.Options(theme=theme, voice="clinical"), store)
        window.resize(1400, 860)
        window.show()
        for intent in intents:
            window.dispatch(intent)
        yield scene, _grab(window)
        window.diagram.stop()


def _grab(window: Window) -> QImage:
    """Return the window as soon as all its pictures are there."""
    for _ in range(4):
        QApplication.processEvents()
        window.diagram.scene.order_pictures()
        window.diagram.scene.wait()
        QApplication.processEvents()
    return window.grab().toImage()


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _displayed(value: float) -> float:
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


if __name__ == "__main__":
    sys.exit(main())
