"""A table of settings over Qt's own store."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSettings


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


TABLE = (
    Setting("theme", "light", ("light", "dark", "contrast", "print"), "colours of the window"),
    Setting("skin", "light", ("light", "dark"), "skin of the figure"),
    Setting("voice", "plain", ("plain", "clinical"), "words of the window"),
    Setting("emergency_number", "", (), "number to call in an emergency", r"(?:\+?\d[\d -]{1,14}\d)?"),
    Setting("clinic", "", (), "lines at the head of the page to take home", r"[^\x00]{0,240}"),
    Setting("paper", "a4", ("a4", "letter"), "paper of the page to take home"),
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
        """Remember a setting."""
        self._store.setValue(self._table[key].key, value)
