"""What was found, in the place of the list: groups under headings, one hit the current one."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from bodymap.inquiry.find import Found, FoundHit
from bodymap.language import say
from bodymap.ui.controls import label_of
from bodymap.ui.found_painter import FoundPainter
from bodymap.ui.row_painter import ROW_ROLE, Index
from bodymap.ui.theme import Tokens

_NOWHERE = QModelIndex()


class _Lines(QAbstractListModel):
    """Headings and hits as Qt's list reads them; a heading cannot be gone to."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[str | FoundHit, ...] = ()

    def take(self, found: Found) -> None:
        """Replace all lines."""
        self.beginResetModel()
        lines: list[str | FoundHit] = []
        for group in found.groups:
            lines += [group.heading, *group.hits]
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, _parent: Index = _NOWHERE) -> int:
        return len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.lines[index.row()], FoundHit):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == ROW_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title if isinstance(line, FoundHit) else line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return read_out(line) if isinstance(line, FoundHit) else line
        return None


def read_out(hit: FoundHit) -> str:
    """Return a hit as a screen reader reads it."""
    return f"{hit.title}. {hit.subtitle}" if hit.subtitle else hit.title


class FoundList(QListView):
    """The hits.

    Signals:
        asked: the intent of the hit that was chosen.
    """

    asked = Signal(object)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Lines()
        self.setViewport(QWidget())  # as of the list of muscles
        self._painter = FoundPainter(tokens, self)
        self.setModel(self._lines)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setAccessibleName(say("Found"))
        self.clicked.connect(self._on_clicked)

    def show_tokens(self, tokens: Tokens) -> None:
        """Paint in the colours of a theme."""
        self._painter.take_tokens(tokens)
        self.viewport().update()

    def show_found(self, found: Found) -> None:
        """Show these hits, the first of them the current one; the same again stay as they are."""
        before = self._lines.lines
        kept = self.currentIndex().row()
        self._lines.take(found)
        hits = self._hits()
        if hits:
            stays = before == self._lines.lines and kept in hits
            self.setCurrentIndex(self._lines.index(kept if stays else hits[0]))
            if not stays:
                self.scrollToTop()

    @property
    def current(self) -> FoundHit | None:
        """The hit that Enter would choose."""
        index = self.currentIndex()
        line = self._lines.lines[index.row()] if index.isValid() else None
        return line if isinstance(line, FoundHit) else None

    def go(self, steps: int) -> None:
        """Go some hits further, or back; headings are passed over."""
        hits = self._hits()
        if not hits:
            return
        here = hits.index(self.currentIndex().row()) if self.currentIndex().row() in hits else 0
        there = min(len(hits) - 1, max(0, here + steps))
        self.setCurrentIndex(self._lines.index(hits[there]))
        if there == 0:
            self.scrollToTop()  # with its heading

    def choose(self) -> None:
        """Choose the current hit."""
        if self.current:
            self.asked.emit(self.current.intent)

    def rect_of(self, title: str) -> QRect:
        """Return where a hit lies in the list, by its title."""
        titles = [line.title if isinstance(line, FoundHit) else "" for line in self._lines.lines]
        return self.visualRect(self._lines.index(titles.index(title)))

    def _hits(self) -> list[int]:
        return [n for n, line in enumerate(self._lines.lines) if isinstance(line, FoundHit)]

    def _on_clicked(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self.choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.choose()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class FoundPage(QWidget):
    """What was found, and how much that is; the keys stay in the box.

    Signals:
        asked: the intent of the hit that was chosen.
    """

    asked = Signal(object)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = ""
        self._said, self._hint = label_of("heading"), label_of("soft")
        self.list = FoundList(tokens, self)
        self.list.asked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._said)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        column.addStretch()

    def show_tokens(self, tokens: Tokens) -> None:
        """Paint in the colours of a theme."""
        self.list.show_tokens(tokens)

    def show_found(self, found: Found | None) -> None:
        """Show what was found; or nothing, where nobody looks for anything."""
        self.setVisible(found is not None)
        if found is None:
            return
        is_news = (found.said, found.query) != (self._said.text(), self._query)
        self._query = found.query
        self._said.setText(found.said)
        self._hint.setText(found.hint)
        self._hint.setVisible(bool(found.hint))
        self.list.setVisible(bool(found.groups))
        self.list.show_found(found)
        if is_news:
            self._announce(found.said)

    def go(self, steps: int) -> None:
        """Go some hits further, or back."""
        self.list.go(steps)
        self._announce()

    def _announce(self, said: str = "") -> None:
        """Tell a screen reader how much was found, and the current hit."""
        heard = [said, read_out(self.list.current) if self.list.current else ""]
        words = ". ".join(part for part in heard if part)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
