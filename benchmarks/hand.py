"""What one pair of random hands does in a window."""

import random
from collections import Counter
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from benchmarks.watching import WORDS, Seen
from bodymap.inquiry.state import UNTOLD
from bodymap.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable

_Kind = TypeVar("_Kind", bound=QWidget)
LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
IDLE = "idle"
"""What is said when there was nothing of a kind to act upon."""
WATCH_EVERY, PATIENCE = 10, 60
"""How often it is made sure that nothing hangs, and how many seconds so many events may take."""
SAMPLE_EVERY = 50
"""How often Start over is tried."""
SIZES = ((1024, 700), (960, 560), (1280, 860), (1366, 768), (1500, 720), (1920, 1080))
PLAIN_KEYS = tuple(
    getattr(Qt.Key, f"Key_{name}")
    for name in (
        *(
            "Tab",
            "Backtab",
            "Up",
            "Down",
            "Left",
            "Right",
            "Return",
            "Enter",
            "Space",
            "Escape",
            "Home",
            "End",
        ),
        *(
            "PageUp",
            "PageDown",
            "Plus",
            "Minus",
            "0",
            "Slash",
            "Question",
            "Delete",
            "Backspace",
            "F1",
            "F2",
            "Menu",
        ),
    )
)


def let_go() -> None:
    """Delete what was to be deleted later, as the loop of a running program does; here none is running."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Hands:
    """Does one thing after the other in a window, at random but from a seed."""

    def __init__(self, window: Window, seen: Seen, dice: random.Random) -> None:
        self.window, self.seen, self.dice = window, seen, dice
        self.done: Counter[str] = Counter()
        self._ways: list[tuple[int, Callable[[QWidget], str]]] = [
            (30, self.press_button),
            (22, self.press_drawing),
            (8, self.press_row),
            (6, self.press_link),
            (14, self.press_key),
            (6, self.type_text),
            (4, self.turn_wheel),
            (3, self.drag),
            (3, self.point),
            (3, self.go_back),
            (2, self.resize),
            (1, self.close),
        ]

    def act(self) -> None:
        """Do one thing, and let the window answer."""
        popup = QApplication.activePopupWidget()
        if popup:
            said = self.leave(popup)
        else:
            said = IDLE
            while said == IDLE:
                (way,) = self.dice.choices(
                    [way for _, way in self._ways], [weight for weight, _ in self._ways]
                )
                said = way(self.dice.choice(self.windows()))
        if not self.window.isVisible():  # somebody closed it
            self.window.show()
        self.done[said.split(" ")[0]] += 1
        self.seen.last.append(said)
        QApplication.processEvents()
        let_go()

    def windows(self) -> list[QWidget]:
        """Return the windows that are open, the one window most often."""
        others = [
            each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not self.window
        ]
        return [self.window] * 4 + others

    # what hands do

    def leave(self, popup: QWidget) -> str:
        """Choose from a menu, or put away what popped up."""
        actions = [a for a in popup.actions() if a.isEnabled()] if isinstance(popup, QMenu) else []
        if isinstance(popup, QMenu) and actions and self.dice.random() < 0.7:
            action = self.dice.choice(actions)
            QTest.mouseClick(popup, LEFT, pos=popup.actionGeometry(action).center())
            said = f"menu {action.text()}"
        else:
            QTest.keyClick(popup, Qt.Key.Key_Escape)
            said = f"escape {type(popup).__name__}"
        if popup.isVisible():
            popup.hide()
        return said

    def press_button(self, window: QWidget) -> str:
        buttons = [b for b in _seen(window, QAbstractButton) if b.isEnabled()]
        if not buttons:
            return IDLE
        kinds = sorted({type(each).__name__ for each in buttons})  # there are many targets and few menus
        kind = self.dice.choice(kinds)
        button = self.dice.choice([each for each in buttons if type(each).__name__ == kind])
        said = f"button {type(button).__name__} {button.text()!r} {button.accessibleName()!r}"
        QTest.mouseClick(button, LEFT, pos=button.rect().center())
        return said

    def press_drawing(self, _window: QWidget) -> str:
        diagram = self.window.diagram
        pixel = self._pixel(diagram)
        names = list(diagram.scene.target_names()) if self.dice.random() < 0.7 else []
        if names:
            pixel = diagram.pixel_of(self.dice.choice(names)).toPoint()
        QTest.mouseClick(diagram, LEFT, pos=pixel)
        return f"drawing {pixel.x()},{pixel.y()}"

    def press_row(self, window: QWidget) -> str:
        lists = [
            each for each in _seen(window, QAbstractItemView) if each.model() and each.model().rowCount()
        ]
        if not lists:
            return IDLE
        view = self.dice.choice(lists)
        index = view.model().index(self.dice.randrange(view.model().rowCount()), 0)
        view.scrollTo(index)
        place = view.visualRect(index).center()
        place.setX(self.dice.randrange(max(1, view.viewport().width())))
        QTest.mouseClick(view.viewport(), LEFT, pos=place)
        return f"row {index.row()}"

    def press_link(self, window: QWidget) -> str:
        browsers = [each for each in _seen(window, QTextBrowser) if _links(each)]
        if not browsers:
            return IDLE
        browser = self.dice.choice(browsers)
        place, link = self.dice.choice(_links(browser))
        cursor = QTextCursor(browser.document())
        cursor.setPosition(place)
        browser.setTextCursor(cursor)
        browser.ensureCursorVisible()
        QTest.mouseClick(browser.viewport(), LEFT, pos=browser.cursorRect(cursor).center() + QPoint(2, 0))
        return f"link {link}"

    def press_key(self, window: QWidget) -> str:
        target = QApplication.focusWidget() or window
        shortcuts = [each.key() for each in window.findChildren(QShortcut) if each.isEnabled()]
        if shortcuts and self.dice.random() < 0.6:
            keys = self.dice.choice(shortcuts)
            QTest.keySequence(target, keys)
            return f"keys {keys.toString(QKeySequence.SequenceFormat.PortableText)}"
        key = self.dice.choice(PLAIN_KEYS)
        QTest.keyClick(target, key)
        return f"key {key.name}"

    def type_text(self, window: QWidget) -> str:
        fields: list[QWidget] = [each for each in _seen(window, QLineEdit) if not each.isReadOnly()]
        fields += [each for each in _seen(window, QTextEdit) if not each.isReadOnly()]
        fields += [each for each in _seen(window, QPlainTextEdit) if not each.isReadOnly()]
        fields += _seen(window, QComboBox)
        fields = [each for each in fields if each.isEnabled()]
        if not fields:
            return IDLE
        target = self.dice.choice(fields)
        target.setFocus()
        if isinstance(target, QComboBox):
            QTest.keyClick(target, self.dice.choice([Qt.Key.Key_Down, Qt.Key.Key_Up]))
            return "combo"
        words = self.dice.choice(WORDS)
        if isinstance(target, QLineEdit) and not words.isascii():
            target.insert(words)
        else:
            QTest.keyClicks(target, words if words.isascii() else "typed")
        return f"type {words[:20]}"

    def turn_wheel(self, window: QWidget) -> str:
        areas: list[QWidget] = [each.viewport() for each in _seen(window, QAbstractScrollArea)]
        target = self.dice.choice([self.window.diagram, *areas])
        place = QPointF(self._pixel(target))
        turn = QPoint(0, self.dice.choice([-240, -120, 120, 240]))
        event = QWheelEvent(
            *(place, target.mapToGlobal(place), QPoint(), turn),
            *(Qt.MouseButton.NoButton, NO_KEYS, Qt.ScrollPhase.NoScrollPhase, False),
        )
        QApplication.sendEvent(target, event)
        return f"wheel {type(target).__name__}"

    def drag(self, _window: QWidget) -> str:
        diagram = self.window.diagram
        start, end = self._pixel(diagram), self._pixel(diagram)
        QTest.mousePress(diagram, LEFT, pos=start)
        for step in range(1, 5):
            QTest.mouseMove(diagram, start + (end - start) * step / 4)
        QTest.mouseRelease(diagram, LEFT, pos=end)
        return "drag"

    def point(self, window: QWidget) -> str:
        target = self.dice.choice([self.window.diagram, *_seen(window, QWidget)])
        QTest.mouseMove(target, self._pixel(target))
        return f"point {type(target).__name__}"

    def go_back(self, _window: QWidget) -> str:
        for _ in range(self.dice.randrange(1, 6)):
            if self.window.top.back.isEnabled():
                QTest.mouseClick(self.window.top.back, LEFT)
        return "back"

    def resize(self, _window: QWidget) -> str:
        width, height = self.dice.choice(SIZES)
        self.window.resize(width, height)
        return f"resize {width}x{height}"

    def close(self, window: QWidget) -> str:
        """Close a window; the one window opens again."""
        window.close()
        return f"close {type(window).__name__}"

    def _pixel(self, target: QWidget) -> QPoint:
        size = target.size()
        return QPoint(self.dice.randrange(max(1, size.width())), self.dice.randrange(max(1, size.height())))

    # can it be left?

    def try_start_over(self) -> None:
        """See that Start over is in sight and leads home; then undo it, so that the walk goes on."""
        put_away()
        button, store = self.window.top.start_over, self.window._store  # noqa: SLF001 - as tests do
        if not button.isVisible():
            self.seen.note(self.seen.stuck, "Start over is not in sight")
        is_home = _is_home(store.inquiry)
        if button.isEnabled() is is_home:
            self.seen.note(
                self.seen.stuck, f"Start over is enabled: {button.isEnabled()}; at home: {is_home}"
            )
        QTest.mouseClick(button, LEFT)
        QApplication.processEvents()
        if not _is_home(store.inquiry):
            left = [name for name, value in UNTOLD.items() if getattr(store.inquiry, name) != value]
            self.seen.note(self.seen.stuck, f"Start over leaves {left}")
        if not is_home and self.dice.random() < 0.7:
            QTest.mouseClick(self.window.top.back, LEFT)


def put_away() -> None:
    """Put away what popped up."""
    for _ in range(3):
        popup = QApplication.activePopupWidget()
        if popup:
            popup.hide()


def _is_home(inquiry: object) -> bool:
    return all(getattr(inquiry, name) == value for name, value in UNTOLD.items())


def _seen(window: QWidget, kind: type[_Kind]) -> list[_Kind]:
    return [each for each in window.findChildren(kind) if each.isVisible()]


def _links(browser: QTextBrowser) -> list[tuple[int, str]]:
    """Return the places and targets of the links in a text."""
    found, block = [], browser.document().begin()
    while block.isValid():
        pieces: Any = block  # it can be gone through, which its types do not say
        for each in pieces:
            piece = each.fragment()
            if piece.charFormat().anchorHref():
                found.append((piece.position(), piece.charFormat().anchorHref()))
        block = block.next()
    return found
