"""The order in which Tab goes through the window: part by part, and in each as one reads."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget

from bodymap.ui.accessible import Target

LINE = 12
"""Pixels within which widgets count as side by side."""


def stops(parts: Sequence[QWidget]) -> list[QWidget]:
    """Return what takes the focus now, in the order in which Tab goes through it.

    The drawing is two stops: as a whole, and at the shape where the keyboard was last.
    """
    found: list[QWidget] = []
    for part in parts:
        within = [part, *part.findChildren(QWidget)]
        here = [each for each in within if _takes_focus(each) and each not in found]
        found += sorted(here, key=lambda widget: _reading_order(widget, part))
    return found


def stop_after(parts: Sequence[QWidget], current: QWidget | None, *, is_forward: bool) -> QWidget | None:
    """Return where Tab goes from a widget."""
    order = stops(parts)
    if not order:
        return None
    here = next((each for each in _upwards(current) if each in order), None)
    if here is None:
        return order[0 if is_forward else -1]
    return order[(order.index(here) + (1 if is_forward else -1)) % len(order)]


def go_to(stop: QWidget, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
    """Give the focus to something, and bring it into sight where it was scrolled out of it."""
    stop.setFocus(reason)
    for each in _upwards(stop.parentWidget()):
        if isinstance(each, QScrollArea):
            each.ensureWidgetVisible(stop)


def enter(part: QWidget) -> None:
    """Give the focus to what a part of the window is for: its list or its text before its buttons."""
    found = stops([part])
    areas = [each for each in found if isinstance(each, QAbstractScrollArea) and each is not part]
    for each in (areas or found)[:1]:
        go_to(each)


def part_of(parts: Iterable[QWidget], widget: QWidget | None) -> QWidget | None:
    """Return the part of the window in which a widget lies."""
    return next((part for part in parts if widget and (part is widget or part.isAncestorOf(widget))), None)


def _takes_focus(widget: QWidget) -> bool:
    if isinstance(widget, Target) and not widget.is_stop:
        return False
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _reading_order(widget: QWidget, part: QWidget) -> tuple[tuple[int, int], ...]:
    """Return a key that sorts widgets by lines; the part itself comes first, then the shape of a drawing.

    What can be scrolled stands where its frame stands, however far it was scrolled.
    """
    if widget is part:
        return ((-2, 0),)
    if isinstance(widget, Target):
        return ((-1, 0),)
    scrolled = (each for each in _upwards(widget.parentWidget()) if part.isAncestorOf(each))
    frame = next((each for each in scrolled if isinstance(each, QAbstractScrollArea)), None)
    place = _place(widget, part)
    return (_place(frame, part), place) if frame else (place,)


def _place(widget: QWidget, part: QWidget) -> tuple[int, int]:
    """Return the line on which a widget stands, and where it begins there."""
    if isinstance(widget, QAbstractScrollArea):
        corner = widget.mapTo(part, QPoint(0, LINE))
    else:
        corner = widget.mapTo(part, QPoint(0, widget.height() // 2))
    return corner.y() // LINE, corner.x()


def _upwards(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()
