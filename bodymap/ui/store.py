"""The one place where the inquiry changes, and the one signal that says so."""

from PySide6.QtCore import QObject, Signal

from bodymap.anatomy.atlas import Atlas
from bodymap.inquiry.intents import Intent
from bodymap.inquiry.screen import Screen, compose
from bodymap.inquiry.state import Inquiry
from bodymap.inquiry.update import update
from bodymap.inquiry.wording import call_sides
from bodymap.language import use


class Store(QObject):
    """Holds the inquiry.

    Signals:
        screen_changed: the Screen that is now to be seen.
    """

    screen_changed = Signal(object)

    def __init__(self, atlas: Atlas, inquiry: Inquiry, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._atlas = atlas
        self._inquiry = inquiry
        self._speak()

    @property
    def inquiry(self) -> Inquiry:
        """Where the user is now."""
        return self._inquiry

    def screen(self) -> Screen:
        """Compose the present screen."""
        return compose(self._atlas, self._inquiry)

    def dispatch(self, intent: Intent) -> None:
        """Do what the user asks; when that changes nothing, nothing happens."""
        following = update(self._atlas, self._inquiry, intent)
        if following != self._inquiry:
            changed, self._inquiry = following.seat != self._inquiry.seat, following
            if changed:
                self._speak()
            self.screen_changed.emit(self.screen())

    def _speak(self) -> None:
        """Speak the language of the atlas, with the sides called as this seat has it."""
        use(call_sides(self._atlas.phrases, self._inquiry.seat.sides))
