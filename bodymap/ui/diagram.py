"""The plate in the window: it shows tones and tells which shape was pressed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEventPoint,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from bodymap.anatomy.plate import PlateId, ShapeId
from bodymap.inquiry.geography import Way
from bodymap.inquiry.screen import Screen
from bodymap.language import say
from bodymap.ui.accessible import BY_KEYBOARD, Targets
from bodymap.ui.drawing import STACKS
from bodymap.ui.fingertips import TOUCH_REACH
from bodymap.ui.gesture import Gesture
from bodymap.ui.overlay import paint_ring
from bodymap.ui.scene import Scene
from bodymap.ui.sheets import THUMB, Sheets
from bodymap.ui.spread import Spread
from bodymap.ui.theme import Tokens
from bodymap.ui.view import View, on_grid

REST_MS = 120
"""How long a zoom or a resize must rest before the picture is painted sharp again."""
SETTLE_MS = 400
"""How long after the start the pictures of single muscles are begun."""
FINGER = 14.0
"""Radius of a fingertip in pixels, for presses that hit nothing."""
OFFER_MS = 80
"""How long after it is made the drawing is offered to keyboard and screen reader."""
LONG_MS = 600
"""How long a finger rests on something to be told its name, rather than to press it."""
STEP = 1.25
PINCH = Qt.NativeGestureType.ZoomNativeGesture
RELEASED = QEventPoint.State.Released
PAN_KEYS = {
    Qt.Key.Key_Left: QPointF(60, 0),
    Qt.Key.Key_Right: QPointF(-60, 0),
    Qt.Key.Key_Up: QPointF(0, 60),
    Qt.Key.Key_Down: QPointF(0, -60),
}


class Diagram(QWidget):
    """The drawing, with what stands out in it; knows shape ids, not what they mean.

    Signals:
        shape_clicked: the id of the pressed shape, on the patient's side.
        shape_pointed: the id of the shape under the pointer, or an empty text.
        edge_passed: the way by which an arrow key led over the edge of the drawing.
    """

    shape_clicked = Signal(str)
    shape_pointed = Signal(str)
    edge_passed = Signal(str)

    def __init__(self, sheets: Sheets, plate: PlateId, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("diagram")
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(QSize(240, 240))
        self.setAccessibleName(say("Drawing of the head and neck"))
        self._sheets, self._tokens = sheets, tokens
        self._scene = Scene(sheets.sheet(plate), tokens)
        self._scenes = {plate: self._scene}
        self._targets = Targets(self)
        self.spread = Spread(self)
        self._screen: Screen | None = None
        self._lay: View | None = None
        self._offered: tuple[object, ...] = ()
        self._offers = self._shows_focus = self._asks = False
        self._pointed: ShapeId | None = None
        self._last_press = QPointF(-FINGER, -FINGER)
        self._gesture = Gesture(QApplication.startDragDistance())
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._idle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._long = QTimer(self, singleShot=True, interval=LONG_MS)
        self._connect()
        sheets.note_shown(plate)

    def _connect(self) -> None:
        self._targets.chosen.connect(self.shape_clicked)
        self.spread.grown.connect(self._on_grown)
        self._targets.focus_moved.connect(self._show_focus)
        self._targets.edge_passed.connect(self.edge_passed)
        self._rest.timeout.connect(self._sharpen)
        self._idle.timeout.connect(self._order_sprites)
        self._long.timeout.connect(self._name_held)
        QTimer.singleShot(OFFER_MS, self, self.offer_targets)
        self._sheets.finished.connect(self._on_picture)
        self._sheets.inks_changed.connect(self._on_inks_changed)

    @property
    def view(self) -> View:
        """How the page lies in the widget now."""
        return self._scene.view

    @property
    def scene(self) -> Scene:
        """What is painted."""
        return self._scene

    def show_tokens(self, tokens: Tokens) -> None:
        """Paint in the colours of a theme."""
        self._tokens = tokens
        for scene in self._scenes.values():
            scene.tokens = tokens
            scene.forget_made()
        self.update()

    def show_screen(self, screen: Screen) -> None:
        """Show what a screen says of the shapes; only what changed is painted again."""
        self.spread.end()
        before = self._scene.opened
        moved = self._show_plate(screen.plate)
        turned = self._scene.takes(screen) or moved
        dirty = self._scene.show(screen)
        self._screen = screen
        if self.spread.may_move and self._scene.opened not in {None, before}:
            self.spread.begin()
        called = screen.voice, screen.sides, screen.is_flipped
        offered = screen.plate, screen.side, screen.layer, screen.opens_jaw, screen.pressable, called
        is_same, self._offered = offered == self._offered, offered
        if self._offers and is_same:
            self._targets.follow(screen, self._scene)
        elif self._offers:
            self.offer_targets()
        if turned:
            self._tell_pointed(None)
            self._place_targets()
            self._scene.ground.take_backdrop()
            self._sharpen()
            self.update()
            return
        self._paint_again(dirty)

    def offer_targets(self) -> None:
        """Offer the shapes to keyboard and screen reader; at the start they follow the first picture."""
        self._offers = True
        if self._screen:
            self._targets.offer(self._screen, self._scene)
            self._place_targets()

    def enter(self) -> None:
        """Give the keyboard's focus to the shape that had it last, or to the first."""
        self._targets.enter()

    def enter_from(self, way: Way, turn: Callable[[], None]) -> None:
        """Go on over the edge: turn the drawing, and stand on the same shape there, or where one comes in."""
        shape = self._targets.focused
        height = self._scene.pressing.middles()[shape][1] if shape else 0.0
        turn()
        if shape:
            self._targets.enter_from(shape, height, way.opposite)

    def show_light(self, shapes: frozenset[ShapeId]) -> None:
        """Let some shapes shine, as the list is walked through."""
        self._paint_again(self._scene.point_out(shapes))

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom in or out, about the cursor or the middle; by nothing, the whole plate is shown."""
        if not factor:
            self.fit()
            return
        self._move(self.view.zoomed(factor, about or QRectF(self.rect()).center()))

    def fit(self) -> None:
        """Show the whole plate again."""
        self._move(self.view.fitted(self.view.size, self.view.ratio))

    def stop(self) -> None:
        """Leave off painting; for the end of the program."""
        self._rest.stop()
        self._idle.stop()
        self._sheets.stop()

    def shapes_at(self, pixel: QPointF, *, is_touch: bool = False) -> tuple[ShapeId, ...]:
        """Return the pressable shapes under a pixel, topmost first; a finger reaches further than a mouse."""
        return self._scene.pressing.at(self.view.to_page(pixel), is_touch=is_touch)

    def pixel_of(self, shape: ShapeId) -> QPointF:
        """Return a pixel well inside a shape."""
        return self._scene.middle(shape)

    def _show_plate(self, plate: PlateId) -> bool:
        """Turn to a plate, seen whole; say whether it is another one."""
        if plate == self._scene.sheet.id:
            return False
        old, self._lay = self.view, None
        self._scene.ground.forget_made()
        self._scene.forget_made()
        if plate not in self._scenes:
            self._scenes[plate] = Scene(self._sheets.sheet(plate), self._tokens)
        self._scene = self._scenes[plate]
        self._scene.move(self.view.fitted(old.size, old.ratio))
        self._scene.ground.take_backdrop()
        self._sheets.note_shown(plate)
        return True

    def _order_sprites(self) -> None:
        self._scene.ground.order_sprites()

    def _on_inks_changed(self) -> None:
        """Paint everything anew, in the colours that are now asked for."""
        for plate, scene in self._scenes.items():
            scene.take_sheet(self._sheets.sheet(plate))
        self._sharpen()

    def _move(self, view: View) -> None:
        self._lay = None
        if view != self.view:
            self.spread.end()
            self._scene.move(view)
            self._rest.start()
            self.update()

    def _paint_again(self, frames: Iterable[QRect]) -> None:
        """Paint some rectangles again, grown to where a screen of any scale has whole pixels."""
        corner = self.mapTo(self.window(), QPoint())
        for frame in frames:
            self.update(on_grid(frame.translated(corner)).translated(-corner))

    def _sharpen(self) -> None:
        self._scene.order_pictures()
        self._place_targets()
        self.update()

    def _place_targets(self) -> None:
        self._targets.place()

    def _on_picture(self, plate: str, what: str) -> None:
        if plate != self._scene.sheet.id or what == THUMB:
            return
        if what in STACKS:
            self._idle.start()
            self._scene.ground.prepare(self._scene.tokens)
            self.update()
        else:
            self._paint_again([self._scene.frame_of_drawn(what)])

    def _show_ring(self, *, is_shown: bool) -> None:
        """Show, to who goes by the keyboard, that the drawing as a whole has the focus."""
        if is_shown != self._shows_focus:
            self._shows_focus = is_shown
            self.update()

    def _show_focus(self, shape: str) -> None:
        self._bring_into_sight(ShapeId(shape) if shape else None)
        self._tell_pointed(ShapeId(shape) if shape else None)
        self._paint_again(self._scene.focus(ShapeId(shape) if shape else None))

    def _bring_into_sight(self, shape: ShapeId | None) -> None:
        """Move the drawing as far as the shape with the focus needs; without one, back to where it lay.

        Who presses elsewhere leaves it as it is: under the hand nothing moves.
        """
        if self._lay is not None and (shape or self._targets.were_left_by_keys):
            self._move(self._lay)
        if shape is None:
            return
        lay = self.view
        self._move(lay.panned(self._scene.way_into_sight(shape)))
        self._lay = lay if lay != self.view else None

    def _on_grown(self, grown: float) -> None:
        self._paint_again(self._scene.spread(grown))

    def _follow(self, points: Sequence[QPointF]) -> None:
        """Let the drawing follow the fingers, or the mouse."""
        step = self._gesture.follow(points)
        if step:
            view = self.view.panned(step.pan)
            self._move(view.zoomed(step.factor, step.about) if step.factor != 1.0 else view)

    def _let_go(self, *, is_touch: bool = False) -> None:
        self._long.stop()
        pressed, self._asks = self._gesture.end() if not self._asks else None, False
        self._gesture.end()
        if pressed is not None:
            self._press(pressed, is_touch=is_touch)

    def _name_held(self) -> None:
        """Name what a finger rests on, as the pointer of a mouse does; that is no press."""
        resting = self._gesture.resting
        if resting is not None:
            self._asks = True
            self._point(resting)

    def _touch(self, event: QTouchEvent) -> None:
        """Follow the fingers; a screen that is let go by a system's own gesture was not pressed."""
        self.spread.end()
        ended = event.type() in {QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}
        if event.type() is QEvent.Type.TouchBegin:
            self._point(None)
            self._long.start()
        if event.type() is QEvent.Type.TouchEnd:
            self._let_go(is_touch=True)
        elif ended:
            self._long.stop()
            self._asks = False
            self._gesture.end()
        else:
            down = [point.position() for point in event.points() if point.state() is not RELEASED]
            if down:
                self._follow(down)

    def _press(self, pixel: QPointF, *, is_touch: bool = False) -> None:
        """Tell what was pressed; pressing an open muscle again asks for the one beneath it.

        A number stands for its muscle, unless it came to lie where the last press was: that is "again".
        """
        is_again = QLineF(pixel, self._last_press).length() < FINGER
        numbered = None if is_again else self._marked_at(pixel)
        self._last_press = pixel
        found = (numbered,) if numbered else self.shapes_at(pixel, is_touch=is_touch)
        if not found:
            reach = (TOUCH_REACH if is_touch else FINGER) / self.view.scale
            touched = self._scene.pressing.near(self.view.to_page(pixel), reach)
            found = (touched,) if touched else ()
        if found:
            opened = self._scene.opened
            below = found.index(opened) + 1 if opened in found else 0
            self.shape_clicked.emit(found[below] if below < len(found) else found[-1])

    def _point(self, pixel: QPointF | None) -> None:
        """Mark and tell what lies under the pointer; a number stands for its muscle."""
        numbered = self._marked_at(pixel) if pixel is not None else None
        found = self.shapes_at(pixel) if pixel is not None and not numbered else ()
        shape = found[0] if found else None
        self._paint_again(self._scene.hover(shape))
        self._tell_pointed(numbered or shape)

    def _marked_at(self, pixel: QPointF) -> ShapeId | None:
        """Return what a mark under a pixel stands for: a number its muscle, a cross its trigger point."""
        return self._scene.numbered_at(pixel) or self._scene.point_at(pixel, FINGER)

    def _tell_pointed(self, shape: ShapeId | None) -> None:
        if shape != self._pointed:
            self._pointed = shape
            self.setCursor(Qt.CursorShape.PointingHandCursor if shape else Qt.CursorShape.ArrowCursor)
            self.shape_pointed.emit(shape or "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._scene.paint(painter, event.region())
        if self._shows_focus:
            paint_ring(painter, self.rect(), self._tokens)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.spread.end()
        self._lay = None
        self._scene.move(replace(self.view, size=event.size(), ratio=self.devicePixelRatioF()))
        self._scene.ground.take_backdrop()
        if event.oldSize().isValid():
            self._rest.start()
        else:
            self._scene.ground.order_backdrop()
            self._idle.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.spread.end()
            self._follow([event.position()])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._gesture.is_under_way:
            self._follow([event.position()])
        else:
            self._point(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._let_go()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is PINCH:
            self.zoom_by(1 + event.value(), event.position())
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(STEP ** (event.angleDelta().y() / 120), event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.spread.end()
        self._show_ring(is_shown=True)
        if event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_by(STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_by(1 / STEP)
        elif event.key() == Qt.Key.Key_0:
            self.fit()
        elif Qt.Key(event.key()) in PAN_KEYS:
            self._move(self.view.panned(PAN_KEYS[Qt.Key(event.key())]))
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, _event: QEvent) -> None:
        self._point(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_ring(is_shown=event.reason() in BY_KEYBOARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_ring(is_shown=False)
