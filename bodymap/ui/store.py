"""The one place where the inquiry changes, and the one signal that says so."""

from PySide6.QtCore import QObject, Signal

from bodymap.anatomy.atlas import Atlas
from bodymap.inquiry.intents import Intent, Resume
from bodymap.inquiry.saved import save, take_up, told_of
from bodymap.inquiry.screen import Screen, compose
from bodymap.inquiry.state import Inquiry
from bodymap.inquiry.update import update
from bodymap.inquiry.wording import call_sides
from bodymap.interchange.form import Saved
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
        """Do what the user asks; when that changes nothing, nothing happens, nor when it goes wrong."""
        before, following = self._inquiry, update(self._atlas, self._inquiry, intent)
        if following == before:
            return
        try:
            self._take(following)
            screen = self.screen()
        except Exception:
            self._take(before)
            raise
        self.screen_changed.emit(screen)

    def told(self) -> dict[str, object]:
        """Return what was told so far, as plain data."""
        return told_of(self._inquiry)

    def save(self, program: str, day: str) -> Saved:
        """Return what is to be saved."""
        return save(self._atlas, self._inquiry, program, day)

    def resume(self, saved: Saved) -> tuple[str, ...]:
        """Take up what was saved, and return remarks on it; raises RefusedError, and then nothing happens."""
        reading = take_up(self._atlas, self._inquiry, saved)
        self.dispatch(Resume(reading.told))
        return reading.remarks

    def _take(self, inquiry: Inquiry) -> None:
        """Take over an inquiry; another seat calls the sides in another way."""
        is_other_seat = inquiry.seat != self._inquiry.seat
        self._inquiry = inquiry
        if is_other_seat:
            self._speak()

    def _speak(self) -> None:
        """Speak the language of the atlas, with the sides called as this seat has it."""
        use(call_sides(self._atlas.phrases, self._inquiry.seat.sides))
