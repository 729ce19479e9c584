"""A table of settings over Qt's own store."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSettings

from bodymap.inquiry.state import SideNames
from bodymap.ui.measures import TEXT_SIZES


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that is remembered between starts."""

    key: str
    default: str
    choices: tuple[str, ...]
    help: str
    form: str = ""
    """What a value looks like, as a regular expression, where there are no choices."""

    def allows(self, value: str) -> bool:
        """Whether a value may be kept."""
        return value in self.choices or bool(self.form and re.fullmatch(self.form, value))


THREE_LINES = r"[^\x00-\x1f]{0,60}(?:\n[^\x00-\x1f]{0,60}){0,2}"

TABLE = (
    Setting("theme", "system", ("system", "light", "dark", "contrast", "print"), "colours of the window"),
    Setting("skin", "light", ("light", "dark"), "skin of the figure"),
    Setting("targets", "auto", ("auto", "small", "large"), "size of the buttons: by the machine, or set"),
    Setting("voice", "plain", ("plain", "clinical"), "words of the window"),
    Setting("text_size", "100", tuple(map(str, TEXT_SIZES)), "size of the text, in percent"),
    Setting("motion", "system", ("system", "off"), "whether anything moves by itself"),
    Setting("sides", "words", tuple(SideNames), "how the patient's sides are called"),
    Setting("clinic", "", (), "head of a page to take home", THREE_LINES),
    Setting("paper", "locale", ("locale", "a4", "letter"), "size of a page to take home"),
    Setting("page_words", "plain", ("plain", "clinical"), "words of a page to take home"),
    Setting("emergency_number", "", (), "number to call in an emergency", r"(?:\+?\d[\d -]{1,14}\d)?"),
)


class Settings:
    """Reads and keeps settings; a value that is none of its choices counts as the default."""

    def __init__(self, store: QSettings, table: Sequence[Setting] = TABLE) -> None:
        """Read from a store of Qt's."""
        self._store = store
        self._table = {setting.key: setting for setting in table}

    def text(self, key: str) -> str:
        """Return a setting."""
        setting = self._table[key]
        value = str(self._store.value(key, setting.default, type=str))
        return value if setting.allows(value) else setting.default

    def allows(self, key: str, value: str) -> bool:
        """Whether a setting may have a value."""
        return self._table[key].allows(value)

    def keep(self, key: str, value: str) -> None:
        """Remember a setting; what is as it always was need not be remembered."""
        if value == self._table[key].default:
            self._store.remove(key)
        else:
            self._store.setValue(self._table[key].key, value)

    def all(self) -> dict[str, str]:
        """Return all settings."""
        return {key: self.text(key) for key in self._table}

    def defaults(self) -> dict[str, str]:
        """Return all settings as they are where nobody chose."""
        return {key: setting.default for key, setting in self._table.items()}
