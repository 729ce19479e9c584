"""The page of settings: words, look, clinic and paper, each shown and kept as soon as it is chosen."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bodymap.inquiry.screen import Screen
from bodymap.inquiry.state import SideNames
from bodymap.language import mark, say
from bodymap.ui.controls import Choice, label_of
from bodymap.ui.desk_page import DeskPage
from bodymap.ui.entry import Entry
from bodymap.ui.measures import SPACE_1, SPACE_2, SPACE_3, SPACE_4, TEXT_SIZES
from bodymap.ui.roll import Roll
from bodymap.ui.settings import TABLE
from bodymap.ui.theme import Tokens

GROUPS = {
    mark("Words"): ("voice", "sides"),
    mark("Look"): ("theme", "skin", "text_size", "targets", "motion"),
    mark("Clinic"): ("emergency_number", "clinic"),
    mark("Paper"): ("page_words", "paper"),
}
CHOICES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "voice": (mark("Speak in"), {"plain": mark("Plain words"), "clinical": mark("Clinical words")}),
    "sides": (
        mark("Call the sides"),
        {
            SideNames.WORDS: mark("right, left"),
            SideNames.PATIENT: mark("patient's right, left"),
            SideNames.LETTERS: mark("R, L"),
        },
    ),
    "theme": (
        mark("Colours"),
        {
            "system": mark("As the system"),
            "light": mark("Light"),
            "dark": mark("Dark"),
            "contrast": mark("High contrast"),
            "print": mark("For printing"),
        },
    ),
    "skin": (mark("Skin of the figure"), {"light": mark("Light skin"), "dark": mark("Dark skin")}),
    "text_size": (mark("Text size"), {str(size): mark("{percent} %") for size in TEXT_SIZES}),
    "targets": (
        mark("Size of the buttons"),
        {"auto": mark("As the machine"), "small": mark("For a mouse"), "large": mark("For fingers")},
    ),
    "motion": (mark("Motion"), {"system": mark("As the system"), "off": mark("Off")}),
    "page_words": (
        mark("Words of a page to take home"),
        {"plain": mark("Plain words"), "clinical": mark("Clinical words")},
    ),
    "paper": (
        mark("Size of a page"),
        {"locale": mark("As usual here"), "a4": mark("A4"), "letter": mark("US Letter")},
    ),
}
"""The settings that are chosen among few, with what they are called and what each value is called."""
ENTRIES = {
    "emergency_number": (
        mark("Number to call in an emergency"),
        mark("Such as 112 or 911. It is shown with every emergency."),
        mark("This is no number to call. Use digits and spaces only, at least three digits."),
    ),
    "clinic": (
        mark("Head of the page to take home"),
        mark("Name, street, telephone: up to three lines."),
        mark("Too long: three lines at most, with 60 letters each."),
    ),
}
"""The settings that are typed: what each is called, what it is for, and what is said of a wrong one."""
ALLOWS = {setting.key: setting.allows for setting in TABLE}


class SeatPage(DeskPage):
    """All settings of this seat.

    Signals:
        taken: settings by their keys, each with its new value.
    """

    taken = Signal(object)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._values = {setting.key: setting.default for setting in TABLE}
        self._before: Mapping[str, str] | None = None
        self.choices: dict[str, Choice] = {}
        self.entries: dict[str, Entry] = {}
        self.forget, self._note = QPushButton(self), label_of("soft")
        self.forget.clicked.connect(self._on_forget)

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show what is set."""
        self._values = dict(values)
        for key, choice in self.choices.items():
            choice.show_choice(values[key])
        for key, entry in self.entries.items():
            entry.show_value(values[key])
        self._show_forget()

    def show_tokens(self, tokens: Tokens) -> None:
        """Make room for letters of some size; the colours are the window's."""
        self._tokens = tokens
        for entry in self.entries.values():
            entry.show_tokens(tokens)

    def show_screen(self, screen: Screen) -> None:
        """Show all settings; they are laid out when the page is first opened."""
        if not self.choices:
            self._fill()
        self.choices["voice"].show_choice(screen.voice.value)

    def _fill(self) -> None:
        self.choices = {key: self._make_choice(key) for key in CHOICES}
        self.entries = {key: self._make_entry(key) for key in ENTRIES}
        self._lay_out()
        self.show_values(self._values)
        self.show_tokens(self._tokens)

    # making

    def _make_choice(self, key: str) -> Choice:
        name, values = CHOICES[key]
        options = {value: (say(words, percent=value), "") for value, words in values.items()}
        made = Choice(say(name), options, self, wraps=True)
        made.chosen.connect(partial(self._on_chosen, key))
        return made

    def _make_entry(self, key: str) -> Entry:
        name, hint, fault = ENTRIES[key]
        made = Entry(say(name), say(hint), say(fault), ALLOWS[key], self, lines=3 if key == "clinic" else 1)
        made.told.connect(partial(self._on_chosen, key))
        return made

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, SPACE_2, SPACE_3)
        column.setSpacing(SPACE_1)
        title = label_of("heading")
        title.setText(say("Settings"))
        column.addWidget(title)
        for heading, keys in GROUPS.items():
            column.addWidget(_heading(say(heading)))
            for key in keys:
                self._lay_setting(column, key)
        column.addWidget(_heading(say("All settings")))
        column.addWidget(self._note)
        column.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.sheet = Roll(body, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sheet)

    def _lay_setting(self, column: QVBoxLayout, key: str) -> None:
        if key in self.entries:
            column.addWidget(self.entries[key])
        else:
            name = label_of("soft")
            name.setText(say(CHOICES[key][0]))
            column.addWidget(name)
            column.addWidget(self.choices[key])
        column.addSpacing(SPACE_2)

    # what is pressed

    def _on_chosen(self, key: str, value: str) -> None:
        self._before = None
        self.taken.emit({key: value})

    def _on_forget(self) -> None:
        """Set everything as it was at the beginning; or, pressed again, as it was before that."""
        for entry in self.entries.values():
            entry.drop()
        if self._before is not None:
            before, self._before = self._before, None
            self.taken.emit(before)
        else:
            self._before = dict(self._values)
            self.taken.emit({setting.key: setting.default for setting in TABLE})

    def _show_forget(self) -> None:
        is_gone = self._before is not None
        self.forget.setText(say("Undo: bring them back") if is_gone else say("Forget these settings"))
        self._note.setText(
            say("Bodymap has forgotten them.")
            if is_gone
            else say("They are kept on this computer only. Nothing about a patient is.")
        )


def _heading(words: str) -> QWidget:
    made = label_of("group")
    made.setText(words)
    made.setContentsMargins(0, SPACE_4, 0, 0)
    return made
