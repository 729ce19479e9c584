"""What the settings of this seat come to: its look, its words, its paper."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication

from bodymap.anatomy.words import Voice
from bodymap.inquiry.state import Paper, Seat, SideNames
from bodymap.ui.measures import fit_text
from bodymap.ui.settings import Settings
from bodymap.ui.stillness import wishes_stillness
from bodymap.ui.theme import Tokens, worn

LETTER_LANDS = frozenset(
    {
        *(QLocale.Country.UnitedStates, QLocale.Country.Canada, QLocale.Country.Mexico),
        *(QLocale.Country.Philippines, QLocale.Country.Chile, QLocale.Country.Colombia),
        *(QLocale.Country.PuertoRico, QLocale.Country.CostaRica, QLocale.Country.Guatemala),
    }
)
"""Where a page is Letter."""


def seat_of(settings: Settings) -> Seat:
    """Return what of the settings changes words."""
    return Seat(
        emergency_number=settings.text("emergency_number"),
        clinic=settings.text("clinic"),
        paper=Paper(choose_paper(settings.text("paper"), QLocale.system())),
        page_voice=Voice(settings.text("page_words")),
        sides=SideNames(settings.text("sides")),
    )


def look_of(settings: Settings, theme: str | None = None, size: tuple[int, int] = (0, 0)) -> Tokens:
    """Return the tokens that the settings ask for, in a window of some size; a theme that is told wins."""
    wanted = theme or settings.text("theme")
    scale = fit_text(int(settings.text("text_size")), *size)
    return worn(theme_of_system() if wanted == "system" else wanted, settings.text("skin"), scale)


def may_move(settings: Settings) -> bool:
    """Whether anything may move by itself: neither the settings nor the system are against it."""
    return settings.text("motion") == "system" and not wishes_stillness()


def choose_paper(wanted: str, locale: QLocale) -> str:
    """Return the size of paper, by where the system is at home if nothing else is wanted."""
    if wanted != "locale":
        return wanted
    return "letter" if locale.territory() in LETTER_LANDS else "a4"


def theme_of_system() -> str:
    """Return the theme nearest to what the system shows: its contrast first (Qt tells it from 6.10 on)."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    if accessibility and accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
