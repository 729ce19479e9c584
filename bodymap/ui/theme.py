"""Colours and sizes as tokens, and what Qt makes of them: palette, and style sheet."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QPalette

from bodymap.ui import measures
from bodymap.ui.measures import RADIUS, SPACE_1, SPACE_2, SPACE_3, Scale


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, as ``#rrggbb``, and the sizes of its text."""

    name: str
    paper: str
    panel: str
    raised: str
    line: str
    ink: str
    ink_soft: str
    accent: str
    accent_ink: str
    chosen: str
    candidate: str
    zone: str
    first: str
    second: str
    third: str
    warning: str
    warning_ink: str
    badge: str
    badge_ink: str
    rested: float
    """How much of the plate is left (0 to 1) where it steps back behind what stands out."""
    printing: str = "full"
    """How the plate itself is printed: one of the choices of the inks."""
    scale: Scale = measures.USUAL


LIGHT = Tokens(
    name="light",
    paper="#fffdfa",
    panel="#f6f2ec",
    raised="#ffffff",
    line="#d8cfc3",
    ink="#241d18",
    ink_soft="#63574c",
    accent="#1f5c8f",
    accent_ink="#ffffff",
    chosen="#1f5c8f",
    candidate="#c77700",
    zone="#7b1fa2",
    first="#6a1b9a",
    second="#8f2a00",
    third="#00544a",
    warning="#fff1d6",
    warning_ink="#6b3f00",
    badge="#2b211a",
    badge_ink="#ffffff",
    rested=0.42,
)
DARK = Tokens(
    name="dark",
    paper="#16181c",
    panel="#1d2025",
    raised="#262a31",
    line="#3d434d",
    ink="#f1ece5",
    ink_soft="#b9b0a5",
    accent="#7fb8e8",
    accent_ink="#10202e",
    chosen="#8cc4f2",
    candidate="#ffb84d",
    zone="#d9a2f5",
    first="#e0b3ff",
    second="#ffb07a",
    third="#6ee0cd",
    warning="#3a2c10",
    warning_ink="#ffd48a",
    badge="#ffb84d",
    badge_ink="#1c1306",
    rested=0.38,
)
CONTRAST = Tokens(
    name="contrast",
    paper="#ffffff",
    panel="#ffffff",
    raised="#ffffff",
    line="#000000",
    ink="#000000",
    ink_soft="#1c1c1c",
    accent="#00309c",
    accent_ink="#ffffff",
    chosen="#00309c",
    candidate="#a84300",
    zone="#5b0085",
    first="#5b0085",
    second="#8f2d00",
    third="#004d43",
    warning="#fff0a8",
    warning_ink="#000000",
    badge="#000000",
    badge_ink="#ffffff",
    rested=0.30,
    printing="strong",
)
PRINT = Tokens(
    name="print",
    paper="#ffffff",
    panel="#ffffff",
    raised="#ffffff",
    line="#9a9a9a",
    ink="#000000",
    ink_soft="#404040",
    accent="#1f4e79",
    accent_ink="#ffffff",
    chosen="#1f4e79",
    candidate="#8a5200",
    zone="#5e1480",
    first="#5e1480",
    second="#8a3200",
    third="#00594f",
    warning="#f2f2f2",
    warning_ink="#000000",
    badge="#000000",
    badge_ink="#ffffff",
    rested=0.55,
    printing="pale",
)
DARK_ON_DARK = 0.62
THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST, PRINT)}


def worn(theme: str, skin: str, scale: Scale = measures.USUAL) -> Tokens:
    """Return the tokens of a theme for a figure of some skin: dark skin on dark paper steps back less."""
    tokens = THEMES[theme]
    if skin == "dark" and tokens is DARK:
        tokens = replace(tokens, rested=DARK_ON_DARK)
    return tokens if scale == tokens.scale else replace(tokens, scale=scale)


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of a theme."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.panel,
        QPalette.ColorRole.WindowText: tokens.ink,
        QPalette.ColorRole.Base: tokens.raised,
        QPalette.ColorRole.AlternateBase: tokens.panel,
        QPalette.ColorRole.Text: tokens.ink,
        QPalette.ColorRole.Button: tokens.raised,
        QPalette.ColorRole.ButtonText: tokens.ink,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.accent_ink,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.PlaceholderText: tokens.ink_soft,
        QPalette.ColorRole.Mid: tokens.line,
        QPalette.ColorRole.ToolTipBase: tokens.raised,
        QPalette.ColorRole.ToolTipText: tokens.ink,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        made.setColor(QPalette.ColorGroup.Disabled, role, mix(tokens.ink_soft, tokens.panel, 0.55))
    return made


def mix(first: str, second: str, share: float) -> QColor:
    """Return a colour that is ``share`` (0 to 1) of the first and the rest of the second."""
    one, two = QColor(first), QColor(second)
    return QColor.fromRgbF(
        one.redF() * share + two.redF() * (1 - share),
        one.greenF() * share + two.greenF() * (1 - share),
        one.blueF() * share + two.blueF() * (1 - share),
    )


def clear(colour: str, opacity: float) -> QColor:
    """Return a colour that lets something through; opacity is 0 to 1."""
    made = QColor(colour)
    made.setAlphaF(opacity)
    return made


def style_sheet(tokens: Tokens) -> str:
    """Return the style sheet of a theme."""
    return "\n".join((_sheet_of_buttons(tokens), _sheet_of_words(tokens), _sheet_of_lists(tokens)))


def _sheet_of_buttons(tokens: Tokens) -> str:
    """Return how what can be pressed looks: at rest, under the pointer, with the focus, down, and off."""
    faded, scale = mix(tokens.ink_soft, tokens.panel, 0.55).name(), tokens.scale
    down = mix(tokens.accent, tokens.raised, 0.18).name()
    return f"""
QWidget {{ color: {tokens.ink}; font-size: {scale.body}px; }}
QMainWindow, #panel, #bar {{ background: {tokens.panel}; }}
#diagram {{ background: {tokens.paper}; }}
QPushButton {{
    background: {tokens.raised}; border: 1px solid {tokens.line}; border-radius: {RADIUS}px;
    padding: 7px 14px; min-height: {scale.control}px; outline: none;
}}
QPushButton:hover {{ border-color: {tokens.accent}; }}
QPushButton:focus {{ border: 2px solid {tokens.accent}; padding: 6px 13px; }}
QPushButton:pressed {{ background: {down}; }}
QPushButton:disabled {{ color: {faded}; background: {tokens.panel}; }}
QPushButton:checked {{
    background: {tokens.accent}; color: {tokens.accent_ink}; border-color: {tokens.accent};
}}
QPushButton:checked:focus {{ border: 6px double {tokens.accent_ink}; padding: 2px 9px; }}
#bar QPushButton {{ padding: 7px 11px; }}
#bar QPushButton:focus {{ padding: 6px 10px; }}
#bar QPushButton:checked:focus {{ padding: 2px 6px; }}
QPushButton#step {{ padding: 7px 6px; }}
QPushButton#step:focus {{ padding: 6px 5px; }}
QPushButton#chip {{ border-radius: {RADIUS * 2}px; padding: 4px 12px; border: 2px solid {tokens.chosen}; }}
QPushButton#chip:focus {{ border: 4px solid {tokens.ink}; padding: 2px 10px; background: {down}; }}
QPushButton#quiet {{ background: transparent; border: 2px solid transparent; text-align: left;
    padding: 2px; min-height: {scale.control}px; color: {tokens.accent}; }}
QPushButton#quiet:hover {{ text-decoration: underline; }}
QPushButton#quiet:focus {{ border-color: {tokens.accent}; }}
QPushButton#told {{ background: transparent; padding: 1px 6px; min-height: {scale.control}px;
    color: {tokens.ink_soft}; border-color: {tokens.line}; text-align: left; }}
QPushButton#strong {{ background: {tokens.accent}; color: {tokens.accent_ink}; font-weight: 600; }}
QPushButton#banner {{ background: {tokens.warning}; color: {tokens.warning_ink}; text-align: left;
    border-color: {tokens.warning_ink}; }}
QPushButton#strong:focus {{ border: 6px double {tokens.accent_ink}; padding: 2px 9px; }}
QPushButton#banner:focus {{ border: 3px solid {tokens.warning_ink}; padding: 5px 12px; }}
#diagram QPushButton#zoom {{ padding: 4px 0; min-width: {scale.px(40)}px; }}
QLineEdit, QPlainTextEdit {{
    background: {tokens.raised}; border: 1px solid {tokens.ink_soft}; border-radius: {RADIUS}px;
    padding: 7px 10px; selection-background-color: {tokens.accent};
    selection-color: {tokens.accent_ink};
}}
QLineEdit {{ min-height: {scale.control}px; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {tokens.accent}; padding: 6px 9px; }}
"""


def _sheet_of_words(tokens: Tokens) -> str:
    """Return how words look by what they are for."""
    scale, see_through = tokens.scale, clear(tokens.paper, 0.75).name(QColor.NameFormat.HexArgb)
    return f"""
QLabel#title {{ font-size: {scale.title}px; font-weight: 600; }}
QLabel#heading {{ font-size: {scale.heading}px; font-weight: 600; }}
QLabel#group {{ font-size: {scale.text}px; font-weight: 600; padding-top: {SPACE_2}px; }}
QLabel#soft {{ color: {tokens.ink_soft}; }}
QLabel#side {{
    font-weight: 600; background: {see_through}; border-radius: 6px; padding: 1px 6px;
}}
QLabel#name {{
    font-size: {scale.section}px; font-weight: 600; background: {tokens.raised};
    border: 1px solid {tokens.line}; border-radius: {RADIUS}px; padding: 5px {SPACE_3}px;
}}
QLabel#warning, QLabel#safety {{
    background: {tokens.warning}; color: {tokens.warning_ink}; border-radius: {RADIUS}px;
    padding: {SPACE_2}px {SPACE_3}px;
}}
#term {{ background: {tokens.raised}; border: 2px solid {tokens.accent}; border-radius: {RADIUS}px; }}
QToolTip {{
    background: {tokens.raised}; color: {tokens.ink}; border: 1px solid {tokens.line};
    padding: {SPACE_1}px {SPACE_2}px; font-size: {scale.note}px;
}}
"""


def _sheet_of_lists(tokens: Tokens) -> str:
    """Return how what scrolls looks."""
    return f"""
QScrollArea {{ background: transparent; border: none; }}
QListView, QTextBrowser {{
    background: {tokens.raised}; border: 1px solid {tokens.line}; border-radius: {RADIUS}px; padding: 2px;
}}
QListView:focus, QTextBrowser:focus {{ border: 3px solid {tokens.accent}; padding: 0; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {tokens.line}; border-radius: 4px; min-height: 36px; }}
QScrollBar::handle:vertical:hover {{ background: {tokens.ink_soft}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {tokens.raised}; border: 1px solid {tokens.line}; padding: {SPACE_1}px; }}
QMenu::item {{ padding: 6px 18px 6px 26px; }}
QMenu::item:selected {{ background: {tokens.accent}; color: {tokens.accent_ink}; }}
"""
