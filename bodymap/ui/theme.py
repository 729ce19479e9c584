"""Colours as tokens, and what Qt makes of them: palette, style sheet, and the brush of each tone."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, as ``#rrggbb``."""

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
    warning: str
    warning_ink: str
    badge: str
    badge_ink: str
    rested: float
    """How much of the plate is left (0 to 1) where it steps back behind what stands out."""
    printing: str = "full"
    """How the plate itself is printed: one of the choices of the inks."""


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
    warning="#f2f2f2",
    warning_ink="#000000",
    badge="#000000",
    badge_ink="#ffffff",
    rested=0.55,
    printing="pale",
)
DARK_ON_DARK = 0.62
THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST, PRINT)}


def worn(theme: str, skin: str) -> Tokens:
    """Return the colours of a theme for a figure of some skin: dark skin on dark paper steps back less."""
    tokens = THEMES[theme]
    is_dark_on_dark = skin == "dark" and tokens is DARK
    return replace(tokens, rested=DARK_ON_DARK) if is_dark_on_dark else tokens


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
    faded = mix(tokens.ink_soft, tokens.panel, 0.55).name()
    see_through = clear(tokens.paper, 0.75).name(QColor.NameFormat.HexArgb)
    return f"""
QWidget {{ color: {tokens.ink}; }}
QMainWindow, #panel, #bar {{ background: {tokens.panel}; }}
#diagram {{ background: {tokens.paper}; }}
QPushButton {{
    background: {tokens.raised}; border: 1px solid {tokens.line}; border-radius: 8px;
    padding: 7px 14px; min-height: 22px; outline: none;
}}
QPushButton:hover {{ border-color: {tokens.accent}; }}
QPushButton:focus {{ border: 2px solid {tokens.accent}; padding: 6px 13px; }}
QPushButton:disabled {{ color: {faded}; background: {tokens.panel}; }}
QPushButton:checked {{
    background: {tokens.accent}; color: {tokens.accent_ink}; border-color: {tokens.accent};
}}
QPushButton:checked:focus {{ border: 3px double {tokens.accent_ink}; padding: 5px 12px; }}
QPushButton#chip {{ border-radius: 16px; padding: 4px 12px; background: {tokens.raised};
    border: 2px solid {tokens.chosen}; }}
QPushButton#quiet {{ background: transparent; border-color: transparent; text-align: left; padding: 4px 6px;
    color: {tokens.accent}; }}
QPushButton#strong {{ background: {tokens.accent}; color: {tokens.accent_ink}; font-weight: 600; }}
QPushButton#banner {{ background: {tokens.warning}; color: {tokens.warning_ink}; text-align: left;
    border-color: {tokens.warning_ink}; }}
QLabel#group {{ font-size: 15px; font-weight: 600; padding-top: 8px; }}
QScrollArea {{ background: transparent; }}
#term {{ background: {tokens.raised}; border: 2px solid {tokens.accent}; border-radius: 8px; }}
QPushButton#zoom {{ padding: 4px 0; min-width: 40px; }}
QMenu {{ background: {tokens.raised}; border: 1px solid {tokens.line}; padding: 4px; }}
QMenu::item {{ padding: 6px 18px 6px 26px; }}
QMenu::item:selected {{ background: {tokens.accent}; color: {tokens.accent_ink}; }}
QLabel#heading {{ font-size: 19px; font-weight: 600; }}
QLabel#side {{
    font-weight: 600; background: {see_through}; border-radius: 6px; padding: 1px 6px;
}}
QLabel#name {{
    font-size: 18px; font-weight: 600; background: {tokens.raised}; border: 1px solid {tokens.line};
    border-radius: 8px; padding: 5px 12px;
}}
QLabel#soft {{ color: {tokens.ink_soft}; }}
QLabel#warning, QLabel#safety {{
    background: {tokens.warning}; color: {tokens.warning_ink}; border-radius: 8px; padding: 9px 12px;
}}
QListView, QTextBrowser, QPlainTextEdit, QLineEdit {{
    background: {tokens.raised}; border: 1px solid {tokens.line};
}}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {tokens.line}; border-radius: 4px; min-height: 36px; }}
QScrollBar::handle:vertical:hover {{ background: {tokens.ink_soft}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{
    background: {tokens.raised}; color: {tokens.ink}; border: 1px solid {tokens.line}; padding: 4px;
}}
QListView:focus, QTextBrowser:focus, QPlainTextEdit:focus, QLineEdit:focus {{
    border: 2px solid {tokens.accent};
}}
"""
