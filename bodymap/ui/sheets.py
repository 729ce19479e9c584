"""The plates as the window needs them: outlines and pictures, each made when it is first asked for."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, Signal

from bodymap.anatomy.plate import Plate, PlateId
from bodymap.ui.drawing import STACKS
from bodymap.ui.inks import PLAIN, Inks
from bodymap.ui.picture import Shelf, Studio
from bodymap.ui.shapes import Outlines
from bodymap.ui.traced import outlines_of

THUMB = "thumb-skin"


@dataclass(frozen=True, eq=False)
class Sheet:
    """One plate: its outlines, the studio that paints it, and the part of it that is looked at."""

    id: PlateId
    outlines: Outlines
    studio: Studio
    interest: QRectF


class Sheets(QObject):
    """Hands out sheets; of the plates that were left, only the last one keeps its views.

    Signals:
        finished: the plate, and what was painted of it.
        inks_changed: all sheets have to be asked for again.
    """

    finished = Signal(str, str)
    inks_changed = Signal()

    def __init__(
        self,
        plates: Mapping[PlateId, Plate],
        shelf: Shelf,
        inks: Inks = PLAIN,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._plates = plates
        self._shelf = shelf
        self._inks = inks
        self._made: dict[PlateId, Sheet] = {}
        self._shown: PlateId | None = None

    @property
    def plates(self) -> Mapping[PlateId, Plate]:
        """The plates as they were drawn."""
        return self._plates

    @property
    def inks(self) -> Inks:
        """The colours in which everything is painted now."""
        return self._inks

    def sheet(self, plate_id: PlateId) -> Sheet:
        """Return the sheet of a plate."""
        if plate_id not in self._made:
            self._made[plate_id] = self._make(self._plates[plate_id], None)
        return self._made[plate_id]

    def has(self, plate_id: PlateId) -> bool:
        """Whether the sheet of a plate was made already."""
        return plate_id in self._made

    def note_shown(self, plate_id: PlateId) -> None:
        """Take note of which plate is shown now, and let go of the pictures of the others.

        Of the plate that was shown before, the whole views stay, since many go back and forth.
        """
        before = self._shown
        self._shown = plate_id
        for known, sheet in self._made.items():
            if known != plate_id:
                sheet.studio.forget(frozenset(STACKS) if known == before else frozenset({THUMB}))

    def use(self, inks: Inks) -> None:
        """Paint everything in other colours from now on."""
        if inks == self._inks:
            return
        self._inks = inks
        for plate_id, sheet in self._made.items():
            sheet.studio.stop()
            sheet.studio.deleteLater()
            self._made[plate_id] = self._make(self._plates[plate_id], sheet.outlines)
        self.inks_changed.emit()

    def stop(self) -> None:
        """Leave off painting; for the end of the program."""
        for sheet in self._made.values():
            sheet.studio.stop()

    def wait(self) -> None:
        """Wait until nothing is being painted."""
        for sheet in self._made.values():
            sheet.studio.wait()

    def _make(self, plate: Plate, outlines: Outlines | None) -> Sheet:
        studio = Studio(plate, self._shelf, self._inks, self)
        studio.finished.connect(lambda what: self.finished.emit(plate.id, what))
        return Sheet(plate.id, outlines or outlines_of(plate, self._shelf), studio, QRectF(*plate.interest))
