"""Puts the pieces together and runs; the only wiring."""

import gc
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import PySide6
from PySide6.QtCore import QByteArray, QSettings, QStandardPaths, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from bodymap import __version__, resources
from bodymap.anatomy.plate import PlateId
from bodymap.anatomy.words import Voice
from bodymap.content.pack import Loaded, load
from bodymap.inquiry.state import Inquiry, Paper, Seat
from bodymap.language import mark, say, use
from bodymap.qt_needs import is_deadly
from bodymap.ui.inks import Inks
from bodymap.ui.settings import Settings
from bodymap.ui.sheets import Sheets
from bodymap.ui.store import Store
from bodymap.ui.theme import THEMES
from bodymap.ui.window import Window

FAMILY = "Atkinson Hyperlegible Next"
STYLE = "Fusion"
FIRST_PLATE = PlateId("front")
LEFT_OUT = mark("The pack “{title}” was left out; tell {author}.")
SIZE = (1280, 860)
"""The size of the window at the start, where the screen has the room."""
KEPT_PICTURES = 24
"""How many pictures and outlines of plates are kept from one start to the next."""
REST_MS = 1000
"""How long after the start what can wait is done."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks of the window."""

    packs: tuple[Path, ...] = ()
    theme: str | None = None
    voice: str | None = None
    plate: str | None = None


class NoDrawingError(RuntimeError):
    """There is no drawing to show."""


def refuse_qt() -> str:
    """Return why this Qt must not be used with this Python, or nothing."""
    if not is_deadly(sys.version_info[:2], PySide6.__version_info__[:2]):
        return ""
    return (
        f"PySide6 {PySide6.__version__} aborts every Python below 3.12. "
        'Run: python3 -m pip install "PySide6-Essentials<6.12"'
    )


def run(options: Options) -> int:
    """Open the window and stay until it is closed."""
    application = make_application()
    loaded = load_packs(options.packs)
    try:
        window = build(loaded, options)
    except NoDrawingError as problem:
        sys.stderr.write(f"{problem}\n" + "".join(f"  {line}\n" for line in loaded.problems))
        return 1
    application.aboutToQuit.connect(window.diagram.stop)
    window.resize(window.size().boundedTo(window.screen().availableSize()))
    window.show()
    QTimer.singleShot(REST_MS, collect_again)
    return application.exec()


def collect_again() -> None:
    """Take up Python's collecting of garbage, which a start does without; what stands now stays."""
    gc.freeze()
    gc.enable()


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """Make the Qt application with the program's own typeface."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setStyle(STYLE)
    else:  # told so, Qt chooses the style itself; Python need not load all styles to be handed this one
        application = QApplication(["bodymap", "-style", STYLE, *arguments])
    application.setApplicationName("bodymap")
    application.setApplicationVersion(__version__)
    add_fonts(application)
    font = QFont(FAMILY)
    font.setPixelSize(14)
    application.setFont(font)
    return application


def add_fonts(application: QApplication) -> None:
    """Make the typeface that ships with the program known to Qt, once; to ask Qt for it would take longer."""
    if application.property(FAMILY):
        return
    application.setProperty(FAMILY, True)  # noqa: FBT003 - Qt takes no keywords
    for file in resources.fonts().iterdir():
        if file.name.endswith((".ttf", ".otf")):
            QFontDatabase.addApplicationFontFromData(QByteArray(file.read_bytes()))


def load_packs(extra: Sequence[Path] = ()) -> Loaded:
    """Load the core pack and any others over it."""
    folders = [resources.packs() / "core", *extra]
    return load(folders, assets=resources.assets(), cache=resources.cache_folder())


def build(loaded: Loaded, options: Options, settings: Settings | None = None) -> Window:
    """Build the window without running it."""
    settings = settings or Settings(own_settings())
    atlas = loaded.atlas
    use(atlas.phrases)
    wanted = atlas.plates.get(PlateId(options.plate)) if options.plate else None
    plate = wanted or atlas.plates.get(FIRST_PLATE) or next(iter(atlas.plates.values()), None)
    if plate is None:
        raise NoDrawingError("Bodymap has no drawing that it can show. Install it again, or mend the pack:")
    voice = Voice(options.voice or settings.text("voice"))
    shelf = resources.Shelf(resources.cache_folder() / "pictures", most=KEPT_PICTURES)
    store = Store(atlas, Inquiry(plate.id, voice=voice, seat=take_seat(settings)))
    tokens = THEMES[options.theme or settings.text("theme")]
    sheets = Sheets(atlas.plates, shelf, Inks(settings.text("skin"), tokens.printing))
    window = Window(store, sheets, settings, theme=options.theme)
    window.resize(*SIZE)
    window.alerts.show_problems(name_problems(loaded))
    return window


def take_seat(settings: Settings) -> Seat:
    """Return how this seat is set."""
    return Seat(settings.text("emergency_number"), settings.text("clinic"), Paper(settings.text("paper")))


def name_problems(loaded: Loaded) -> list[str]:
    """Put what is wrong into lines, with the person to tell."""
    lines = [str(problem) for problem in loaded.problems if problem.is_fatal]
    lines += [say(LEFT_OUT, title=pack.title, author=pack.author) for pack in loaded.left_out]
    return lines


def own_settings() -> QSettings:
    """Return Qt's store of settings, as a file that can be read."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
