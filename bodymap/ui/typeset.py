"""Sets the page to take home: where each picture and each text stands, and what finds no room.

Lengths are in twentieths of a point, so that one layout serves printer, file and preview alike.
"""

from bisect import bisect_left
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextDocument

from bodymap.inquiry.leaf import Handout, Kind, Part, Picture, Spot, leave_out, order_of_leaving
from bodymap.inquiry.state import Paper
from bodymap.inquiry.tones import Tone
from bodymap.language import mark, say
from bodymap.ui.leaf_text import INK, POINT, Writer, halve
from bodymap.ui.map_print import PAPER, MapPrint, paint_sign

SHEETS = {Paper.A4: QSizeF(595.276, 841.89) * POINT, Paper.LETTER: QSizeF(612, 792) * POINT}
MARGIN, GAP, INSET = 38 * POINT, 16 * POINT, 7 * POINT
SIZES = (10.5, 10.0, 9.5)
"""The sizes of the text in points, in which the whole page is tried."""
SMALLER = (9.0, 8.5, 8.0, 7.0, 6.0, 5.0)
"""What is tried when even the needed lines do not fit, for no sentence is ever cut off."""
MOST_TRIED = 30
"""How many of the lines that went are tried again, the most needed first: the page is set in a moment."""
ROW, COLUMN = 0.60, 0.41
"""How much of the width the drawings take, side by side or one below the other."""
LEAST_PICTURE = 95 * POINT
"""A picture is at least as high as this."""
RULE, SHADE = "#c9bfb4", "#f6f1ea"
BOXED = {Kind.FLAG, Kind.CALL, Kind.ASK}
WIDE = {Kind.CALL, Kind.TODAY}
"""The parts that stand at the foot of the page over its whole width."""
SIGNS = {
    Tone.CHOSEN: mark("It hurts here"),
    Tone.OPENED: mark("A muscle that we talked about"),
    Tone.ESSENTIAL: mark("Where most people feel this muscle"),
    Tone.SPILLOVER: mark("Where some people feel it"),
    Tone.POINT: mark("Trigger point: a sore spot in the muscle"),
}
SWATCH = QSizeF(22, 9) * POINT


@dataclass(frozen=True)
class Placed:
    """A text and where it stands."""

    text: QTextDocument
    at: QPointF


@dataclass(frozen=True)
class Leaf:
    """One page, set: its texts, boxes and pictures, each in its place."""

    handout: Handout
    size: QSizeF
    points: float
    texts: tuple[Placed, ...]
    boxes: tuple[tuple[QRectF, Kind], ...]
    pictures: tuple[tuple[Picture, QRectF], ...]
    rules: tuple[float, ...]
    signs: tuple[tuple[QRectF, Tone], ...]
    is_whole: bool
    """Whether everything stands within the page."""

    def paint(self, painter: QPainter, maps: MapPrint) -> None:
        """Paint the page; the painter's units are this page's."""
        for box, kind in self.boxes:
            _paint_box(painter, box, kind)
        for y in self.rules:
            rule = QRectF(MARGIN, y, self.size.width() - 2 * MARGIN, POINT * 0.6)
            painter.fillRect(rule, QColor(RULE))
        for picture, place in self.pictures:
            maps.paint(painter, picture, place)
        for place, tone in self.signs:
            paint_sign(painter, place, tone)
        for placed in self.texts:
            painter.save()
            painter.translate(placed.at)
            placed.text.drawContents(painter)
            painter.restore()


def set_leaf(handout: Handout, maps: MapPrint) -> Leaf:
    """Set a page: whole in the largest letters that it fits in, or else without the least needed lines."""
    for points in SIZES:
        for share in (ROW, COLUMN):
            leaf = _Setter(handout, points, maps, share).set()
            if leaf.is_whole:
                return leaf
    shorter = _shorten(handout, maps)
    for points in (SIZES[-1], *SMALLER):
        leaf = _Setter(shorter, points, maps, COLUMN).set()
        if leaf.is_whole:
            break
    return leaf


def _shorten(handout: Handout, maps: MapPrint) -> Handout:
    """Leave out as many of the least needed lines as must go, then put back those that still find room."""

    def fits(gone: list[Spot]) -> bool:
        return _Setter(leave_out(handout, gone), SIZES[-1], maps, COLUMN).set().is_whole

    order = order_of_leaving(handout)
    most = bisect_left(range(len(order)), 1, key=lambda number: fits(order[:number]))
    gone = order[:most]
    for spot in gone[: -MOST_TRIED - 1 : -1]:
        without = [each for each in gone if each != spot]
        if fits(without):
            gone = without
    return leave_out(handout, gone)


class _Setter:
    """Sets a page in letters of one size."""

    def __init__(self, handout: Handout, points: float, maps: MapPrint, share: float) -> None:
        self._handout = handout
        self._points = points
        self._maps = maps
        self._share = share
        self._writer = Writer(handout, points)
        self._size = SHEETS[handout.paper]
        self._width = self._size.width() - 2 * MARGIN
        self._texts: list[Placed] = []
        self._boxes: list[tuple[QRectF, Kind]] = []
        self._pictures: list[tuple[Picture, QRectF]] = []
        self._rules: list[float] = []
        self._signs: list[tuple[QRectF, Tone]] = []

    def set(self) -> Leaf:
        """Return the page."""
        top = self._set_head()
        for part in self._parts(Kind.FLAG):
            top = self._set_part(part, QPointF(MARGIN, top), self._width) + GAP / 2
        bottom = self._set_wide(self._set_foot(self._size.height() - MARGIN))
        drawn = self._width * self._share
        fits = self._set_drawings(QRectF(MARGIN, top, drawn, bottom - top))
        left, end = MARGIN + drawn + GAP, top
        for part in self._handout.parts:
            if part.kind not in {Kind.FLAG, Kind.ASK, *WIDE}:
                end = self._set_part(part, QPointF(left, end), self._width - drawn - GAP) + GAP / 2
        return Leaf(
            self._handout,
            self._size,
            self._points,
            tuple(self._texts),
            tuple(self._boxes),
            tuple(self._pictures),
            tuple(self._rules),
            tuple(self._signs),
            is_whole=fits and end - GAP / 2 <= bottom,
        )

    def _parts(self, *kinds: Kind) -> list[Part]:
        return [part for part in self._handout.parts if part.kind in kinds]

    def _put(self, text: QTextDocument, at: QPointF) -> float:
        """Let a text stand somewhere; return how high it is."""
        self._texts.append(Placed(text, at))
        return float(text.size().height())

    def _set_head(self) -> float:
        """Set the clinic, the day and the title; return where the page goes on."""
        half, write = self._width / 2, self._writer
        left = self._put(write.set(write.clinic(), half), QPointF(MARGIN, MARGIN))
        right = self._put(write.set(write.person(), half), QPointF(MARGIN + half, MARGIN))
        top = MARGIN + max(left, right) + 3 * POINT
        self._rules.append(top)
        top += 6 * POINT
        return top + self._put(write.set(write.title(), self._width), QPointF(MARGIN, top)) + 8 * POINT

    def _set_foot(self, bottom: float) -> float:
        """Set the sources and the version from the foot of the page up; return where they begin."""
        text = self._writer.set(self._writer.foot(), self._width)
        top = bottom - text.size().height()
        self._put(text, QPointF(MARGIN, top))
        self._rules.append(top - 4 * POINT)
        return top - 4 * POINT

    def _set_wide(self, bottom: float) -> float:
        """Set what is read in need above the foot, each in two columns; return where it begins."""
        write = self._writer
        width = (self._width - GAP - 2 * INSET) / 2
        for part in reversed(self._parts(*WIDE)):
            heading = write.set(write.heading(part), self._width - 2 * INSET)
            halves = [write.set(write.lines(part, lines), width) for lines in halve(part.lines)]
            head = heading.size().height()
            height = head + max(text.size().height() for text in halves) + 2 * INSET
            box = QRectF(MARGIN, bottom - GAP / 2 - height, self._width, height)
            self._boxes.append((box, part.kind))
            corner = box.topLeft() + QPointF(INSET, INSET)
            self._put(heading, corner)
            for number, text in enumerate(halves):
                self._put(text, corner + QPointF(number * (width + GAP), head))
            bottom = box.top()
        return bottom - GAP / 2

    def _set_part(self, part: Part, at: QPointF, width: float) -> float:
        """Set a part, on a ground of its own if it has one; return where it ends."""
        inset = INSET if part.kind in BOXED else 0
        text = self._writer.set(self._writer.part(part), width - 2 * inset)
        height = self._put(text, at + QPointF(inset, inset)) + 2 * inset
        if inset:
            self._boxes.append((QRectF(at, QSizeF(width, height)), part.kind))
        return at.y() + height

    def _set_drawings(self, room: QRectF) -> bool:
        """Set the pictures, what their signs mean, and the questions; say whether they fit."""
        tried = _Setter(self._handout, self._points, self._maps, self._share)
        kept = tried._set_below(room.topLeft(), room.width()) - room.top()
        end, fits = self._set_pictures(QRectF(room.x(), room.y(), room.width(), room.height() - kept))
        self._set_below(QPointF(room.left(), end), room.width())
        return fits

    def _set_pictures(self, room: QRectF) -> tuple[float, bool]:
        """Set the pictures with the patient's sides above; return where they end, and whether they fit."""
        pictures = self._handout.pictures
        number = max(1, len(pictures))
        is_row = self._share == ROW
        width = (room.width() - GAP * (number - 1)) / number if is_row else room.width()
        captions = [self._writer.set(self._writer.caption(picture), width) for picture in pictures]
        caption = max((text.size().height() for text in captions), default=0.0)
        most = room.height() - caption if is_row else room.height() / number - caption
        left, top, end = room.left(), room.top(), room.top()
        for picture, text in zip(pictures, captions, strict=True):
            frame = self._maps.frame(picture)
            room_for = QSizeF(width, max(most - 4 * POINT, 1))
            size = frame.size().scaled(room_for, Qt.AspectRatioMode.KeepAspectRatio)
            self._put(text, QPointF(left, top))
            aside = (width - size.width()) / 2
            place = QRectF(QPointF(left + aside, top + caption), size)
            self._pictures.append((picture, place))
            end = max(end, place.bottom() + 4 * POINT)
            left, top = (left + width + GAP, top) if is_row else (left, end)
        return end, most >= LEAST_PICTURE or not pictures

    def _set_below(self, at: QPointF, width: float) -> float:
        """Set what the signs on the pictures mean, and the questions; return where they end."""
        seen = {
            tone for picture in self._handout.pictures for each in picture.tones.values() for tone in each
        }
        top, beside = at.y(), SWATCH.width() + INSET
        for tone, words in SIGNS.items():
            if tone in seen:
                text = self._writer.set(self._writer.legend(say(words)), width - beside)
                height = self._put(text, QPointF(at.x() + beside, top))
                corner = QPointF(at.x(), top + (height - SWATCH.height()) / 2 - POINT)
                self._signs.append((QRectF(corner, SWATCH), tone))
                top += height
        for part in self._parts(Kind.ASK):
            top = self._set_part(part, QPointF(at.x(), top + GAP / 2), width)
        return top


def _paint_box(painter: QPainter, box: QRectF, kind: Kind) -> None:
    """Paint what a part stands on: a heavy frame for what cannot wait, a tint for the rest."""
    painter.save()
    is_flag = kind is Kind.FLAG
    painter.setBrush(QColor(PAPER if is_flag else SHADE))
    ink = INK if is_flag or kind is Kind.CALL else RULE
    painter.setPen(QPen(QColor(ink), (2.0 if is_flag else 0.9) * POINT))
    painter.drawRoundedRect(box, 4 * POINT, 4 * POINT)
    painter.restore()
