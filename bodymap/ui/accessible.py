"""Regions and muscles as the keyboard and the screen reader meet them."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from bodymap.anatomy.plate import ShapeId

ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
SIDEWAYS = 2.0
"""How much a step aside counts against a neighbour, beside a step ahead."""


class Target(QAbstractButton):
    """An unseen button over a shape: the drawing paints it, this names it and lets it be pressed."""

    focus_changed = Signal(str)
    arrow_pressed = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shape = ShapeId("")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setUpdatesEnabled(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        return

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit(self.shape)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif Qt.Key(event.key()) in ARROWS:
            self.arrow_pressed.emit(self.shape, event.key())
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class Targets(QObject):
    """One target for every shape that can be pressed now.

    Signals:
        chosen: the id of the shape that was pressed.
        focus_moved: the id of the shape that has the focus, or an empty text.
    """

    chosen = Signal(str)
    focus_moved = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self._targets: dict[ShapeId, Target] = {}
        self._made: list[Target] = []

    def show_names(self, names: Mapping[ShapeId, str]) -> None:
        """Offer these shapes under these names."""
        if names.keys() != self._targets.keys():
            self._deal_out(names)
        for shape, name in names.items():
            if self._targets[shape].accessibleName() != name:
                self._targets[shape].setAccessibleName(name)

    def place(self, frames: Mapping[ShapeId, QRect]) -> None:
        """Lay the targets over their shapes."""
        for shape, frame in frames.items():
            if shape in self._targets:
                self._targets[shape].setGeometry(frame)

    def target(self, shape: ShapeId) -> Target | None:
        """Return the target of a shape, if it can be pressed now."""
        return self._targets.get(shape)

    def _deal_out(self, names: Mapping[ShapeId, str]) -> None:
        """Give each shape a target; they are used again, in the order in which the tabulator goes."""
        if any(target.hasFocus() for target in self._made):
            self._widget.setFocus()
        while len(self._made) < len(names):
            last = self._made[-1] if self._made else self._widget
            self._made.append(self._make())
            QWidget.setTabOrder(last, self._made[-1])
        self._targets = dict(zip(names, self._made, strict=False))
        for number, target in enumerate(self._made):
            target.setVisible(number < len(names))
        for shape, target in self._targets.items():
            target.shape = shape

    def _make(self) -> Target:
        target = Target(self._widget)
        target.clicked.connect(self._on_clicked)
        target.focus_changed.connect(self.focus_moved)
        target.arrow_pressed.connect(self._on_arrow)
        return target

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, Target):
            self.chosen.emit(sender.shape)

    def _on_arrow(self, shape: str, key: int) -> None:
        """Move the focus to the nearest neighbour in a direction."""
        ahead_x, ahead_y = ARROWS[Qt.Key(key)]
        here = self._targets[ShapeId(shape)].geometry().center()
        best: tuple[float, Target] | None = None
        for target in self._targets.values():
            way = target.geometry().center() - here
            ahead = way.x() * ahead_x + way.y() * ahead_y
            aside = abs(way.x() * ahead_y) + abs(way.y() * ahead_x)
            if ahead > 0 and (best is None or ahead + SIDEWAYS * aside < best[0]):
                best = ahead + SIDEWAYS * aside, target
        if best:
            best[1].setFocus(Qt.FocusReason.TabFocusReason)
