"""The names beside the drawing: what can be pressed, written in the margins with leaders to it."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from bodymap.anatomy.plate import Kind, ShapeId, read_shape
from bodymap.anatomy.region import Side
from bodymap.inquiry.screen import Screen
from bodymap.inquiry.tones import Tone
from bodymap.ui.drawing import STACKS
from bodymap.ui.label_layout import lay_out
from bodymap.ui.label_paint import Label, font, paint_leader, paint_text
from bodymap.ui.label_room import SLOT, Field, Placed, Reach, Spot, Wish
from bodymap.ui.label_sites import FINE, Site, reaches, survey
from bodymap.ui.lines import Box
from bodymap.ui.places import Places
from bodymap.ui.shapes import PAGE, Outline, Outlines
from bodymap.ui.stamps import Stamps
from bodymap.ui.theme import Tokens

MOST_SURVEYS = 6
"""How many surveys of a plate are kept: each is of other shapes on top, as it is peeled and opened."""
MOST_WIDTH = 250.0
MOST_SHARE = 0.40
"""How wide a name may be, in pixels and as a share of the widget; a longer one is elided."""
LONG = 170.0
"""A name wider than this does without what it adds in brackets."""
HEAD, FOOT = 68.0, 46.0
"""Room at the head and the foot of the drawing that belongs to captions."""
CORNER = (62.0, 130.0)
"""Room in the lower right corner that belongs to the buttons for zooming."""
EDGE = 14.0
FAR = 60.0
"""How far from the figure a margin may be, where there is much room, beyond the widest name."""
SIGHT = 10.0
"""How far within the widget a spot must lie to count as in sight."""
LIT = (Tone.LEADING, Tone.LIKELY, Tone.POSSIBLE, Tone.OPENED)
LOUD = frozenset({*LIT, Tone.CHOSEN, Tone.ESSENTIAL, Tone.EXAMINED})
"""Tones that make a name bold."""
DRAWN = frozenset(f"layer-{name}" for name in ("behind", "bone", "deep", "jaw", "surface"))
"""The layers whose shapes cover what lies beneath them."""
FACE = ("region-around_eye-", "region-lips-")
"""The shapes of a face, over which neither text nor leader goes that does not belong to them."""

NOSE, SURFACE, BONES = "region-nose-", "layer-surface", "view-bone"


class Labels:
    """Lays names out, once for each view and choice of names, and paints them."""

    def __init__(self, places: Places, outlines: Outlines) -> None:
        self._places = places
        self._outlines = outlines
        self._is_symmetric = any(shape.endswith("-left") for shape in outlines.by_id)
        self._names: Mapping[ShapeId, str] = {}
        self._cover: tuple[ShapeId, ...] = ()
        self._loud: frozenset[ShapeId] = frozenset()
        self._sites: Mapping[ShapeId, Site] = {}
        self._surveys: dict[tuple[ShapeId, ...], Mapping[ShapeId, Site]] = {}
        self._skin: Sequence[Reach | None] = ()
        self._reaches: Sequence[Reach | None] = ()
        self._placed: list[Placed] | None = None
        self._texts: dict[str, str] = {}
        self._stamps = Stamps()

    # what is written

    def show(self, screen: Screen, backdrop: str, pressable: Sequence[Outline]) -> list[QRect]:
        """Take over what can be pressed in a picture, and return what has to be painted again."""
        names = self._named(screen, pressable)
        cover = self._covering(backdrop, names)
        loud = frozenset(
            self._places.turned(shape) for shape, tones in screen.tones.items() if LOUD.intersection(tones)
        )
        old, self._loud = self._loud, loud
        whole = [QRect(QPointF(0, 0).toPoint(), self._places.view.size)]
        if names != self._names or cover != self._cover:
            had_any = bool(self._names)
            self._names, self._cover = names, cover
            self.move()
            return whole if names or had_any else []
        if old == loud or not names:
            return []
        if self._is_symmetric and (old ^ loud) & names.keys():  # the other one of a pair is to be named
            self.move()
            return whole
        self.forget()
        before = {label.placed.key: label for label in self._written(old)}
        changed = [
            label
            for label in self.written()
            if bool(old) != bool(loud) or label.is_bold != before[label.placed.key].is_bold
        ]
        return [label.frame.toAlignedRect() for label in changed]

    def move(self) -> None:
        """Lay all names out anew when next asked for, since the view is another one."""
        self._placed = None
        self.forget()

    def forget(self) -> None:
        """Paint all names anew when next asked for."""
        self._stamps.forget()

    def written(self) -> list[Label]:
        """Return the names that are written, each in its place, in the widget's pixels."""
        return self._written(self._loud)

    @property
    def are_soft(self) -> bool:
        """Whether the names that do not stand out step back, because others do."""
        return bool(self._loud)

    def _written(self, loud: frozenset[ShapeId]) -> list[Label]:
        stems = {_stem(shape) for shape in loud}
        return [
            Label(self._texts[placed.key], placed, _stem(placed.key) in stems) for placed in self._laid_out()
        ]

    def _named(self, screen: Screen, pressable: Iterable[Outline]) -> dict[ShapeId, str]:
        """Return the texts by the ids of the drawing; where dangers are shown, only theirs."""
        if not screen.labels:
            return {}
        only = {Kind.DANGER} if Kind.DANGER in screen.pressable else screen.pressable
        shapes = [outline.id for outline in pressable if outline.kind in only]
        texts = {shape: screen.labels.get(self._places.turned(shape), "") for shape in shapes}
        return {shape: text for shape, text in texts.items() if text}

    def _covering(self, backdrop: str, names: Mapping[ShapeId, str]) -> tuple[ShapeId, ...]:
        """Return the shapes that are named or lie over those in a picture, the deepest first."""
        if not names:
            return ()
        stack = STACKS[backdrop]
        solid = (DRAWN | stack.shown) - stack.hidden - stack.clear.keys()
        is_free = all(shape.startswith((f"{Kind.DANGER}-", f"{Kind.REGION}-")) for shape in names)
        under: list[ShapeId] = []
        face: list[ShapeId] = []
        over: list[ShapeId] = []
        for shape, outline in self._outlines.by_id.items():
            if shape in names or (not is_free and outline.layer in solid):
                (over if outline.layer == SURFACE else under).append(shape)
            elif not is_free and shape.startswith((*FACE, NOSE)):
                face.append(shape)  # eyes, nose, lips and teeth are drawn there
        if backdrop.startswith(BONES):
            return (*under, *over, *face)
        return (*under, *(face if SURFACE in solid else ()), *over)

    # where it is written

    def _laid_out(self) -> list[Placed]:
        if self._placed is None:
            self._placed = lay_out(self._wishes(), self._field()) if self._names else []
        return self._placed

    def _wishes(self) -> list[Wish]:
        """Return what is to be written; a pair counts once, and may lead to either of its sides."""
        if self._cover not in self._surveys:
            outlines = [self._outlines.by_id[shape] for shape in self._cover]
            self._surveys[self._cover] = survey(outlines, frozenset(self._names))
            if len(self._surveys) > MOST_SURVEYS:
                del self._surveys[next(iter(self._surveys))]
        if self._sites is not self._surveys[self._cover]:
            self._sites = self._surveys[self._cover]
            self._reaches = reaches([self._outlines.by_id[shape].path for shape in self._sites])
        size = self._places.view.size
        most = min(MOST_WIDTH, MOST_SHARE * size.width())
        metrics = QFontMetricsF(font())
        pairs: dict[str, list[ShapeId]] = {}
        for shape in self._sites:
            pairs.setdefault(_stem(shape), []).append(shape)
        wishes = []
        for shapes in pairs.values():
            key = min(shapes)
            text = _shortened(self._names[key], metrics, most)
            lit = [shape for shape in shapes if shape in self._loud]
            spots = self._in_sight(lit) or self._in_sight(shapes)
            if spots:
                self._texts[key] = text
                area = max(self._sites[shape].area for shape in shapes)
                wishes.append(Wish(key, metrics.horizontalAdvance(text), area, spots))
        return wishes

    def _in_sight(self, shapes: Iterable[ShapeId]) -> tuple[Spot, ...]:
        """Return the spots of some shapes that lie in the widget, in its pixels."""
        view = self._places.view
        width, height = view.size.width() - SIGHT, view.size.height() - SIGHT
        found = []
        for spot in (spot for shape in shapes for spot in self._sites[shape].spots):
            at = view.transform.map(QPointF(spot.x, spot.y))
            if SIGHT <= at.x() <= width and SIGHT <= at.y() <= height:
                found.append(Spot(at.x(), at.y(), spot.depth * view.scale))
        return tuple(found)

    def _field(self) -> Field:
        view = self._places.view
        width, height = view.size.width(), view.size.height()
        skin = self._in_slots(self._skin_rows())
        middle = view.transform.map(QPointF(PAGE.width() / 2, 0)).x() if self._is_symmetric else None
        has_eyes = any(shape.startswith(FACE[0]) for shape in self._outlines.by_id)
        face = [shape for shape in self._outlines.by_id if has_eyes and shape.startswith(FACE)]
        return Field(
            width,
            height,
            HEAD,
            height - FOOT,
            skin,
            self._in_slots(self._reaches),
            CORNER,
            edges=self._edges(skin),
            midline=middle,
            face=tuple(self._box(self._outlines.by_id[shape]) for shape in face),
        )

    def _edges(self, skin: Sequence[Reach | None]) -> tuple[float, float]:
        """Keep the margins within reach of the figure where the widget is much wider."""
        width = self._places.view.size.width()
        upper = [row for row in skin[: round(0.7 * len(skin))] if row]
        if not upper:
            return EDGE, EDGE
        least = min(MOST_WIDTH, MOST_SHARE * width) + FAR
        left, right = min(row[0] for row in upper), max(row[1] for row in upper)
        return max(EDGE, left - least), max(EDGE, width - right - least)

    def _box(self, outline: Outline) -> Box:
        box = self._places.view.transform.mapRect(outline.bounds)
        return box.left(), box.top(), box.right(), box.bottom()

    def _skin_rows(self) -> Sequence[Reach | None]:
        if not self._skin:
            self._skin = reaches([self._outlines.skin])
        return self._skin

    def _in_slots(self, rows: Sequence[Reach | None]) -> list[Reach | None]:
        """Return how far something reaches in each slot of the widget."""
        view = self._places.view
        found: list[Reach | None] = []
        for number in range(int(view.size.height() / SLOT) + 1):
            row = int((number * SLOT + SLOT / 2 - view.origin.y()) / view.scale / FINE)
            reach = rows[row] if 0 <= row < len(rows) else None
            if reach is None:
                found.append(None)
            else:
                ends = [view.transform.map(QPointF(x, 0)).x() for x in reach]
                found.append((min(ends), max(ends)))
        return found

    # painting

    def paint(self, painter: QPainter, dirty: QRectF, tokens: Tokens) -> None:
        """Paint the names that lie in a rectangle."""
        if not self._names or not any(label.frame.intersects(dirty) for label in self.written()):
            return
        whole = QRectF(QPointF(0, 0), self._places.view.size)
        self._stamps.lay(painter, "names", whole, lambda inner: self._paint_all(inner, tokens))

    def _paint_all(self, painter: QPainter, tokens: Tokens) -> None:
        """Paint first all leaders, then all texts."""
        labels = self.written()
        for label in labels:
            paint_leader(painter, label, tokens, are_soft=self.are_soft)
        for label in labels:
            paint_text(painter, label, tokens, are_soft=self.are_soft)


def _shortened(text: str, metrics: QFontMetricsF, most: float) -> str:
    """Leave out what a long name adds in brackets, and then as much of its end as must be."""
    if metrics.horizontalAdvance(text) > min(most, LONG):
        text = text.partition(" (")[0]
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, most)


def _stem(shape: str) -> str:
    """Return what a shape and its twin on the other side have in common."""
    known = read_shape(shape)
    return f"{known.kind}-{known.name}{'-mid' if known.side is Side.MIDLINE else ''}" if known else shape
