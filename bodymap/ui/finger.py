"""Room for fingers: buttons at least 44 pixels high, where a screen is touched or that is wished."""

from PySide6.QtGui import QInputDevice

LEAST = 44
"""The least height and width of what a finger presses, in pixels that no scaling of the screen changes."""
MOUSE_SHEET = ""
FINGER_SHEET = f"""
QPushButton {{ min-height: {LEAST - 16}px; min-width: {LEAST - 30}px; }}
QPushButton#chip {{ min-height: {LEAST - 12}px; }}
QPushButton#quiet {{ min-height: {LEAST - 8}px; }}
#diagram QPushButton#zoom {{ min-height: {LEAST - 10}px; min-width: {LEAST}px; }}
QMenu::item {{ padding-top: 13px; padding-bottom: 13px; }}
QScrollBar:vertical {{ width: 20px; }}
QScrollBar::handle:vertical {{ min-height: {LEAST}px; }}
"""
"""What the style sheet of a theme is followed by where fingers press; the same paddings, higher insides."""


def sheet(*, is_touched: bool) -> str:
    """Return what follows the style sheet of a theme."""
    return FINGER_SHEET if is_touched else MOUSE_SHEET


def is_touched(wish: str) -> bool:
    """Whether fingers press here: as it was set, or else as the machine has a screen that can be touched."""
    if wish != "auto":
        return wish == "large"
    kind = QInputDevice.DeviceType.TouchScreen
    return any(device.type() is kind for device in QInputDevice.devices())
