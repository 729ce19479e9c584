"""The ranked list: each candidate with its number, its share and its reasons."""

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from bodymap.anatomy.muscle import Place
from bodymap.inquiry.rows import Row
from bodymap.language import say
from bodymap.ui.accessible import heard
from bodymap.ui.row_painter import PAD, ROW_ROLE, Index, RowPainter
from bodymap.ui.theme import Tokens

_NOWHERE = QModelIndex()


class _Rows(QAbstractListModel):
    """The rows as Qt's list reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def take(self, rows: tuple[Row, ...]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, _parent: Index = _NOWHERE) -> int:
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _read_out(row)
        return None


def _read_out(row: Row) -> str:
    """Return a row as a screen reader reads it."""
    number = f"{row.rank}. " if row.rank else ""
    state = say("open") if row.is_open else ""
    elsewhere = ""
    if row.elsewhere:
        elsewhere = say("{elsewhere}: press the right arrow", elsewhere=heard(row.elsewhere.words))
    parts = (f"{number}{row.title}, {row.subtitle}", row.found, state, *row.reasons, row.against, elsewhere)
    return ". ".join(part.rstrip(". ") for part in parts if part) + "."


def _opened(rows: tuple[Row, ...]) -> int | None:
    """Return which row is open."""
    return next((number for number, row in enumerate(rows) if row.is_open), None)


class Candidates(QListView):
    """The list of muscles.

    Signals:
        muscle_chosen: the Place whose row was pressed.
        view_chosen: the Place, and the plate on which the user wants to see it.
        muscle_pointed: the Place whose row is under the pointer or the arrow keys, or nothing.
    """

    muscle_chosen = Signal(object)
    view_chosen = Signal(object, str)
    muscle_pointed = Signal(object)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows()
        self.setViewport(QWidget())  # Qt's own would be met as a stranger, for which all widgets are loaded
        self._painter = RowPainter(tokens, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setAccessibleName(say("Muscles"))
        self._pressed_y = 0
        self.clicked.connect(self._on_clicked)
        self.entered.connect(self._on_pointed)
        self.selectionModel().selectionChanged.connect(self._on_selected)

    def show_tokens(self, tokens: Tokens) -> None:
        """Paint in the colours of a theme."""
        if tokens.scale != self._painter.tokens.scale:
            self.scheduleDelayedItemsLayout()
        self._painter.take_tokens(tokens)
        self.viewport().update()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; an open one is brought into sight."""
        if rows == self._rows.rows:
            return
        is_same_list = [row.place for row in rows] == [row.place for row in self._rows.rows]
        offset = self.verticalScrollBar().value() if is_same_list else 0
        current = self.currentIndex().row() if is_same_list else -1
        was_open = _opened(self._rows.rows) if is_same_list else None
        self._rows.take(rows)
        if current >= 0:
            self.setCurrentIndex(self._rows.index(current))
        if offset:
            self.doItemsLayout()
        self.verticalScrollBar().setValue(offset)
        opened = _opened(rows)
        if opened is not None and opened != was_open:
            self.scrollTo(self._rows.index(opened))

    def place_at(self, number: int) -> Place:
        """Return the muscle of a row."""
        return self._rows.rows[number].place

    def way_elsewhere(self, number: int) -> QPoint:
        """Return a pixel of the list on which a row's way to another view can be pressed."""
        return self.visualRect(self._rows.index(number)).bottomLeft() + QPoint(
            self._painter.indent(self._rows.rows[number]) + 4, -PAD
        )

    def _on_chosen(self, index: QModelIndex) -> None:
        self.muscle_chosen.emit(self.place_at(index.row()))

    def _on_clicked(self, index: QModelIndex) -> None:
        """Open the muscle; or turn to where it is seen best, where that was pressed."""
        row, rect = self._rows.rows[index.row()], self.visualRect(index)
        if row.elsewhere and self._painter.is_link_at(rect, row, self._pressed_y):
            self.view_chosen.emit(row.place, row.elsewhere.plate)
        else:
            self._on_chosen(index)

    def _on_pointed(self, index: QModelIndex) -> None:
        self.muscle_pointed.emit(self.place_at(index.row()))

    def _on_selected(self, selected: QItemSelection) -> None:
        """Open the muscle whose row was chosen by a screen reader; nothing else selects here."""
        indexes = selected.indexes()
        if indexes:
            self.clearSelection()
            self._on_chosen(indexes[0])

    def selectionCommand(
        self, _index: Index, _event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.muscle_pointed.emit(self.place_at(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._rows.rows[self.currentIndex().row()] if self.currentIndex().isValid() else None
        if row and row.elsewhere and event.key() == Qt.Key.Key_Right:
            self.view_chosen.emit(row.place, row.elsewhere.plate)
        elif (
            event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
            and self.currentIndex().isValid()
        ):
            self._on_chosen(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_y = event.position().toPoint().y()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # of itself the list minds its height only
            self.scheduleDelayedItemsLayout()

    def leaveEvent(self, event: QEvent) -> None:
        self.muscle_pointed.emit(None)
        super().leaveEvent(event)
