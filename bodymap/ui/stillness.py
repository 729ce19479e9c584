"""Whether the system wishes for less motion, as far as it can be asked."""

import ctypes
import os
import sys
from functools import cache
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtGui import QGuiApplication

UNSEEN = frozenset({"offscreen", "minimal"})
"""Platforms without a screen: nobody watches, and a picture must be the same each time."""
GETS_ANIMATION = 0x1042
"""Windows' own name for the question whether parts of a window may move (SPI_GETCLIENTAREAANIMATION)."""
FILES = (
    ("gtk-4.0/settings.ini", "Settings/gtk-enable-animations", {"0", "false"}),
    ("gtk-3.0/settings.ini", "Settings/gtk-enable-animations", {"0", "false"}),
    ("kdeglobals", "KDE/AnimationDurationFactor", {"0", "0.0"}),
)
"""Where desktops on Linux write the wish down: the file, the key, and the values that mean it."""
DESKTOP = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop")
WISHES: tuple[tuple[str, str, object], ...] = (
    ("org.freedesktop.appearance", "reduced-motion", 1),
    ("org.gnome.desktop.interface", "enable-animations", False),
)
"""What the desktop portal of Linux is asked, and the answer that means the wish."""
PATIENCE_MS = 150
"""How long its answer is waited for."""


@cache
def wishes_stillness() -> bool:
    """Whether nothing should move by itself; what cannot be asked counts as no wish.

    Qt tells it from 6.12 on; before that each system is asked in its own way. It is asked once.
    """
    if QGuiApplication.platformName() in UNSEEN:
        return True
    hints = getattr(QGuiApplication.styleHints(), "accessibility", None)
    preference = getattr(hints(), "motionPreference", None) if hints else None
    if preference:
        return bool(preference().name == "ReducedMotion")
    return _ask_system()


def _ask_system() -> bool:
    """Ask the system itself, for Qt before 6.12."""
    if sys.platform == "win32":
        moves = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(GETS_ANIMATION, 0, ctypes.byref(moves), 0)
        return not moves.value
    if sys.platform == "darwin":
        return bool(
            QSettings("apple.com", "universalaccess").value("reduceMotion", defaultValue=False, type=bool)
        )
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.ConfigLocation)
    return stands_in_file(Path(folder)) or stands_in_portal()


def stands_in_file(folder: Path) -> bool:
    """Whether a desktop's own file of settings in a folder says so."""
    for name, key, values in FILES:
        file = folder / name
        if file.is_file():
            said = str(QSettings(str(file), QSettings.Format.IniFormat).value(key, ""))
            if said.strip().lower() in values:
                return True
    return False


def stands_in_portal() -> bool:
    """Whether the portal of the desktop says so, over the bus of the session; nothing is started for it."""
    if "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
        return False
    bus = import_module("PySide6.QtDBus")  # only where it is asked
    session = bus.QDBusConnection.sessionBus()
    for *where, wish in WISHES:
        question = bus.QDBusMessage.createMethodCall(*DESKTOP, "org.freedesktop.portal.Settings", "Read")
        question.setArguments(where)
        answer = session.call(question, bus.QDBus.CallMode.Block, PATIENCE_MS)
        if answer.type() is bus.QDBusMessage.MessageType.ReplyMessage and _unwrap(answer.arguments()) == wish:
            return True
    return False


def _unwrap(arguments: list[object]) -> object:
    """Take the answer out of its wrappings."""
    value = arguments[0] if arguments else None
    while hasattr(value, "variant"):
        value = value.variant()
    return value
