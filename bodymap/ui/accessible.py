"""Regions and muscles as the keyboard and the screen reader meet them."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from bodymap.anatomy.plate import ShapeId
from bodymap.inquiry.geography import Paths, Way, nearest
from bodymap.inquiry.hearing import News, describe_shape, name_shape
from bodymap.inquiry.screen import Screen
from bodymap.ui.cut_button import CutButton
from bodymap.ui.scene import Scene

ARROWS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}
BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
"""The reasons for which something has the focus where somebody goes by the keyboard."""
SIGNS = re.compile(r"[‹›▾⚠✕+−]")
NAMED = "heard_as"
"""The property of a button that holds the name which it was given here."""
TELL_MS = 60
"""How long states and neighbours wait to be told: a press is answered by the drawing first."""


def heard(text: str) -> str:
    """Return a text without the signs that are only to be seen, such as ``Red flags`` for ``Red flags ›``."""
    return SIGNS.sub("", text).strip()


def name_buttons(within: QWidget) -> None:
    """Give each button on which there are signs, or that may be cut, a name, unless it has one of its own."""
    for button in within.findChildren(QPushButton):
        words = button.whole if isinstance(button, CutButton) else button.text()
        name = heard(words)
        is_ours = button.accessibleName() in {"", button.property(NAMED)}
        if is_ours and name and (name != words or isinstance(button, CutButton)):
            button.setProperty(NAMED, name)
            button.setAccessibleName(name)


def announce(window: QWidget, news: News) -> None:
    """Say something to who listens; what is urgent interrupts."""
    event = QAccessibleAnnouncementEvent(window, news.words)
    if news.is_urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


class Target(QAbstractButton):
    """An unseen button over a shape: the drawing paints it, this names it and lets it be pressed."""

    focus_changed = Signal(str)
    arrow_pressed = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shape = ShapeId("")
        self.is_stop = False
        """Whether Tab stops here: at one shape of the drawing; from there the arrows lead on."""
        self.was_left_by_keys = False
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
        self.was_left_by_keys = event.reason() in BY_KEYBOARD
        self.focus_changed.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif Qt.Key(event.key()) in ARROWS:
            self.arrow_pressed.emit(self.shape, ARROWS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class Targets(QObject):
    """One target for every shape that can be pressed now, and the way from each to the next.

    Signals:
        chosen: the id of the shape that was pressed.
        focus_moved: the id of the shape that has the focus, or an empty text.
        edge_passed: the Way by which an arrow key led over the edge of the drawing.
    """

    chosen = Signal(str)
    focus_moved = Signal(str)
    edge_passed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self._targets: dict[ShapeId, Target] = {}
        self._made: list[Target] = []
        self._shown: tuple[Screen, Scene] | None = None
        self._paths: Paths | None = None
        self._came: tuple[Way, ShapeId, ShapeId] | None = None
        self._last: ShapeId | None = None
        self._rest = QTimer(self, singleShot=True, interval=TELL_MS)
        self._rest.timeout.connect(self.tell)

    def offer(self, screen: Screen, scene: Scene) -> None:
        """Offer the shapes that a screen lets be pressed, by their names."""
        self._shown, self._paths, self._came = (screen, scene), None, None
        names = scene.target_names()
        if names.keys() != self._targets.keys():
            self._deal_out(names)
        self._name()
        self._rest.start()

    def follow(self, screen: Screen, scene: Scene) -> None:
        """Take over how the same shapes now stand out; it is told when the press was answered."""
        self._shown = screen, scene
        self._rest.start()

    def tell(self) -> None:
        """Write down what each shape is now, and what lies beside it."""
        self._rest.stop()
        if self._shown is None:
            return
        self._name()
        for shape, target in self._targets.items():
            words = describe_shape(self._shown[0], shape, self.paths.get(shape, {}))
            if target.accessibleDescription() != words:
                target.setAccessibleDescription(words)

    def place(self) -> None:
        """Lay the targets over their shapes."""
        if self._shown:
            for shape, target in self._targets.items():
                target.setGeometry(self._shown[1].frame(shape))

    def target(self, shape: ShapeId) -> Target | None:
        """Return the target of a shape, if it can be pressed now."""
        return self._targets.get(shape)

    @property
    def paths(self) -> Paths:
        """Where each arrow key leads from each shape."""
        if self._paths is None:
            screen, scene = self._shown if self._shown else (None, None)
            self._paths = scene.pressing.paths(screen.beside) if screen and scene else {}
        return self._paths

    @property
    def focused(self) -> ShapeId | None:
        """The shape that has the focus, if one has it."""
        return next((shape for shape, target in self._targets.items() if target.hasFocus()), None)

    @property
    def were_left_by_keys(self) -> bool:
        """Whether the keyboard, and not a press, led away from the last shape."""
        last = self._targets.get(self._last) if self._last else None
        return last is not None and last.was_left_by_keys

    def enter(self) -> None:
        """Give the focus to the shape that had it last, or to the first."""
        last = self._targets.get(self._last) if self._last else None
        target = last or next(iter(self._targets.values()), None)
        if target:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def enter_from(self, shape: ShapeId, height: float, side: Way) -> None:
        """Give the focus to a shape, or to what lies at that height of the page on some side."""
        if self._shown is None:
            return
        places = self._shown[1].pressing.middles()
        found = shape if shape in places else nearest(height, places, side)
        if found in self._targets:
            self._targets[found].setFocus(Qt.FocusReason.TabFocusReason)

    def _name(self) -> None:
        if self._shown:
            for shape, target in self._targets.items():
                name = name_shape(self._shown[0], shape)
                if target.accessibleName() != name:
                    target.setAccessibleName(name)

    def _deal_out(self, names: Mapping[ShapeId, str]) -> None:
        """Give each shape a target; they are used again, in reading order.

        Who stood on a shape that is still there goes on standing on it.
        """
        focused = self.focused
        if focused:
            self._widget.setFocus(Qt.FocusReason.TabFocusReason)
        while len(self._made) < len(names):
            self._made.append(self._make())
        self._targets = dict(zip(names, self._made, strict=False))
        for number, target in enumerate(self._made):
            target.setVisible(number < len(names))
        for shape, target in self._targets.items():
            target.shape = shape
        self._let_tab_stop()
        if focused in self._targets:
            self._targets[focused].setFocus(Qt.FocusReason.TabFocusReason)

    def _let_tab_stop(self) -> None:
        """Let Tab stop where the keyboard was last, or else at the first shape."""
        last = self._last if self._last in self._targets else next(iter(self._targets), None)
        for shape, target in self._targets.items():
            target.is_stop = shape == last

    def _make(self) -> Target:
        target = Target(self._widget)
        target.clicked.connect(self._on_clicked)
        target.focus_changed.connect(self._on_focus)
        target.arrow_pressed.connect(self._on_arrow)
        return target

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, Target):
            self.chosen.emit(sender.shape)

    def _on_focus(self, shape: str) -> None:
        if shape:
            self._last = ShapeId(shape)
            self._let_tab_stop()
        self.focus_moved.emit(shape)

    def _on_arrow(self, shape: str, key: str) -> None:
        """Move the focus to what lies beside a shape; straight back leads to where one came from."""
        here, way = ShapeId(shape), Way(key)
        there = self.paths.get(here, {}).get(way)
        if self._came and self._came[:2] == (way.opposite, here):
            there = self._came[2]
        if there in self._targets:
            self._came = way, there, here
            self._targets[there].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.edge_passed.emit(way)
