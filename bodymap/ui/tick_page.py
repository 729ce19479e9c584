"""A page of ticks: lines under headings, with "none of these" and the way on always in sight."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from bodymap.inquiry.ticks import Tick, TickPage
from bodymap.language import say
from bodymap.ui.answer_line import AnswerLine
from bodymap.ui.controls import label_of
from bodymap.ui.measures import LEAST_HEIGHT
from bodymap.ui.overlay import paint_ring
from bodymap.ui.theme import Tokens

BOX, PAD = 22, 10
SEEN_AT_ONCE = 20
"""How many lines are made before the press is answered."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_FLAGS: int = Qt.TextFlag.TextWordWrap.value | _MIDDLE.value


class TickPanel(QWidget):
    """Shows a page of ticks.

    Signals:
        ticked: the id of the line that was pressed.
        answered: the id of a line, and the Answer that was pressed there, or nothing.
        finished: whether "none of these" was pressed, rather than the way on.
        closed: the user leaves the page as it is.
    """

    ticked = Signal(str)
    answered = Signal(str, object)
    finished = Signal(bool)
    closed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._shape: tuple[object, ...] = ()
        self._boxes: dict[str, TickBox] = {}
        self._lines: dict[str, AnswerLine] = {}
        self._has_no = False
        self._waiting: list[str | Tick] = []
        self._column = QVBoxLayout()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._add)
        self._title, self._hint = label_of("heading"), label_of("soft")
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its lines take it, and are brought into sight
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none, self.done, self.close_button = QPushButton(), QPushButton(), QPushButton(say("Close"))
        self.none.setObjectName("strong")
        self.none.clicked.connect(self._on_none)
        self.done.clicked.connect(self._on_done)
        self.close_button.clicked.connect(self.closed)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.none, 1)
        buttons.addWidget(self.done, 1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addWidget(self._scroll, 1)
        column.addLayout(buttons)

    @property
    def boxes(self) -> dict[str, "TickBox"]:
        """The lines, by their ids."""
        self._add()
        return self._boxes

    @property
    def lines(self) -> dict[str, AnswerLine]:
        """The lines that are answered with yes or no, by their ids."""
        self._add()
        return self._lines

    def show_tokens(self, tokens: Tokens) -> None:
        """Paint in the colours of a theme."""
        self._tokens = tokens
        for box in self._boxes.values():
            box.show_tokens(tokens)

    def show_page(self, page: TickPage) -> None:
        """Show a page; where only ticks changed, the lines stay."""
        self._title.setText(page.title)
        self._hint.setText(page.hint)
        self._has_no = page.has_no
        shape = tuple((g.heading, tuple((t.id, t.words) for t in g.ticks)) for g in page.groups)
        if shape != self._shape:
            self._shape = shape
            self._fill(page)
        else:
            self._show_answers(tick for group in page.groups for tick in group.ticks)
        self.none.setText(page.none)
        self.none.setVisible(bool(page.none) and not page.done)
        self.done.setText(page.done)
        self.done.setVisible(bool(page.done))
        self.close_button.setVisible(page.can_close and not page.done)

    def _show_answers(self, ticks: Iterable[Tick]) -> None:
        for tick in ticks:
            if self._has_no:
                self.lines[tick.id].show_line(tick.id, tick.words, tick.answer)
            else:
                self.boxes[tick.id].show_tick(is_on=tick.is_on)

    def _fill(self, page: TickPage) -> None:
        """Make the lines anew: at once as many as can be seen, the others when the press is answered."""
        self._boxes, self._lines = {}, {}
        self._waiting = []
        for group in page.groups:
            self._waiting += [group.heading, *group.ticks]
        body = QWidget()
        body.setObjectName("panel")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self._add(SEEN_AT_ONCE)
        self._scroll.setWidget(body)
        self._later.start()

    def _add(self, number: int | None = None) -> None:
        """Add some of the lines that wait, or all."""
        for line in self._waiting[:number]:
            self._column.insertWidget(self._column.count() - 1, self._make(line))
        self._waiting = self._waiting[number:] if number else []

    def _make(self, line: str | Tick) -> QWidget:
        if isinstance(line, str):
            heading = label_of("group")
            heading.setText(line)
            return heading
        if self._has_no:
            return self._make_line(line)
        box = TickBox(line.words, self._tokens)
        box.setChecked(line.is_on)
        box.toggled.connect(lambda _on, name=line.id: self.ticked.emit(name))
        self._boxes[line.id] = box
        return box

    def _make_line(self, tick: Tick) -> AnswerLine:
        line = AnswerLine()
        line.show_line(tick.id, tick.words, tick.answer)
        line.answered.connect(self.answered)
        self._lines[tick.id] = line
        return line

    def _on_none(self) -> None:
        self.finished.emit(True)  # noqa: FBT003 - Qt takes no keywords

    def _on_done(self) -> None:
        self.finished.emit(False)  # noqa: FBT003


class TickBox(QCheckBox):
    """A line that can be ticked, as high as its words need, and pressed anywhere."""

    def __init__(self, words: str, tokens: Tokens) -> None:
        super().__init__(words)
        self._tokens = tokens
        self._heights: dict[int, int] = {}
        """How high it is at each width that was asked for; a layout asks again and again."""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_tokens(self, tokens: Tokens) -> None:
        """Paint in the colours of a theme."""
        self._tokens = tokens
        self.update()

    def show_tick(self, *, is_on: bool) -> None:
        """Show whether it is ticked, without telling it as somebody's press."""
        self.blockSignals(True)  # noqa: FBT003 - Qt takes no keywords
        self.setChecked(is_on)
        self.blockSignals(False)  # noqa: FBT003

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            needed = self.fontMetrics().boundingRect(self._room(width), _FLAGS, self.text())
            self._heights[width] = max(LEAST_HEIGHT, needed.height() + 2 * PAD)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._heights.clear()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        width = max(self.width(), 200)
        return QSize(200, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, LEAST_HEIGHT)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, is_on = self._tokens, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = tokens.accent if is_on else tokens.line
        painter.setPen(QPen(QColor(edge), 2 if is_on else 1))
        painter.setBrush(QColor(tokens.raised))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 8, 8)
        if self.hasFocus():
            paint_ring(painter, self.rect(), tokens)
        self._paint_box(painter, is_on=is_on)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(self._room(self.width(), self.height()), _FLAGS, self.text())

    def _paint_box(self, painter: QPainter, *, is_on: bool) -> None:
        tokens = self._tokens
        box = QRect(PAD, (self.height() - BOX) // 2, BOX, BOX)
        painter.setPen(QPen(QColor(tokens.accent if is_on else tokens.ink_soft), 2))
        painter.setBrush(QColor(tokens.accent if is_on else tokens.raised))
        painter.drawRoundedRect(box, 4, 4)
        if is_on:
            painter.setPen(QPen(QColor(tokens.accent_ink), 3))
            left, top = box.left(), box.top()
            corners = (QPoint(left + 5, top + 11), QPoint(left + 9, top + 16), QPoint(left + 17, top + 6))
            painter.drawPolyline(corners)

    @staticmethod
    def _room(width: int, height: int = 10_000) -> QRect:
        left = PAD + BOX + PAD
        return QRect(left, 0, max(1, width - left - PAD), height)
