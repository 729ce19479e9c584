"""Names beside a drawing: whatever is asked for, nothing crosses, overlaps or leaves the widget."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.ui.label_layout import lay_out
from bodymap.ui.label_room import ROW, SLOT, Field, Spot, Wish

LENGTHS = st.floats(0, 1, allow_nan=False)


@st.composite
def rooms(draw):
    width, height = draw(st.integers(320, 1400)), draw(st.integers(320, 1100))
    middle, half = width / 2, draw(st.floats(0.05, 0.6)) * width
    skin = [(middle - half * draw(LENGTHS), middle + half * draw(LENGTHS)) for _ in range(4)]
    rows = int(height / SLOT) + 1
    skin = [skin[number * len(skin) // rows] for number in range(rows)]
    face = ((middle, height * 0.3, middle + half / 3, height * 0.4),)
    return Field(
        width,
        height,
        44.0,
        height - 46.0,
        skin,
        draw(st.sampled_from([(), skin])),
        draw(st.sampled_from([(0.0, 0.0), (62.0, 130.0)])),
        midline=draw(st.sampled_from([None, middle])),
        face=draw(st.sampled_from([(), face])),
    )


@st.composite
def questions(draw):
    room = draw(rooms())
    shares = st.tuples(LENGTHS, LENGTHS, st.floats(1, 30))
    shapes = draw(
        st.lists(st.tuples(st.lists(shares, min_size=1, max_size=6), LENGTHS, LENGTHS), max_size=24)
    )
    return room, [
        Wish(
            f"shape-{number}",
            20 + width * 0.4 * room.width,
            area * 10_000,
            tuple(
                Spot(10 + x * (room.width - 20), 10 + y * (room.height - 20), deep) for x, y, deep in spots
            ),
        )
        for number, (spots, width, area) in enumerate(shapes)
    ]


def turn(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def crossing(one, other):
    """Whether two lines cross, touch or lie in each other."""
    (a, b), (c, d) = one, other
    apart = any(
        max(a[axis], b[axis]) < min(c[axis], d[axis]) or max(c[axis], d[axis]) < min(a[axis], b[axis])
        for axis in (0, 1)
    )
    return not apart and turn(a, b, c) * turn(a, b, d) <= 0 and turn(c, d, a) * turn(c, d, b) <= 0


def sides(box):
    left, top, right, bottom = box
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    return list(pairwise(corners))


def letters(box):
    """Return the part of a text's box that may hold letters; a leader may graze the pixel above or below."""
    left, top, right, bottom = box
    return left, top + 1, right, bottom - 1


def enters(leader, box):
    left, top, right, bottom = box
    inside = any(left <= x <= right and top <= y <= bottom for x, y in leader)
    return inside or any(crossing(leg, side) for leg in pairwise(leader) for side in sides(box))


@given(asked=questions())
@settings(deadline=None, max_examples=40)
def test_no_two_texts_overlap_and_all_lie_in_the_widget(asked):
    room, wishes = asked
    placed = lay_out(wishes, room)
    for one, other in combinations(placed, 2):
        (left, top, right, bottom), (x, y, to_x, to_y) = one.box, other.box
        assert right <= x or to_x <= left or bottom <= y or to_y <= top
    for name in placed:
        left, top, right, bottom = name.box
        assert 0 <= left < right <= room.width
        assert room.top <= top < bottom <= room.bottom
        assert all(0 <= x <= room.width and 0 <= y <= room.height for x, y in name.leader)
        assert bottom - top == pytest.approx(ROW)


@given(asked=questions())
@settings(deadline=None, max_examples=40)
def test_no_leader_crosses_another_or_a_text(asked):
    room, wishes = asked
    placed = lay_out(wishes, room)
    for one, other in combinations(placed, 2):
        legs, others = list(pairwise(one.leader)), list(pairwise(other.leader))
        assert not any(crossing(leg, foot) for leg in legs for foot in others)
        assert not enters(one.leader, letters(other.box))
        assert not enters(other.leader, letters(one.box))
    assert not any(enters(name.leader, letters(name.box)) for name in placed)


@given(asked=questions())
@settings(deadline=None, max_examples=40)
def test_leaders_keep_to_their_half_and_end_in_their_shape(asked):
    room, wishes = asked
    spots = {wish.key: {(spot.x, spot.y) for spot in wish.spots} for wish in wishes}
    for name in lay_out(wishes, room):
        assert name.leader[-1] in spots[name.key]
        assert len(name.leader) in {2, 3}
        if room.midline is not None:
            assert all((x <= room.midline) is name.is_left or x == room.midline for x, _ in name.leader)


@given(asked=questions())
@settings(deadline=None, max_examples=40)
def test_the_same_question_is_laid_out_the_same_whatever_its_order(asked):
    room, wishes = asked
    assert lay_out(wishes, room) == lay_out(wishes, room) == lay_out(wishes[::-1], room)


@given(asked=questions())
@settings(deadline=None, max_examples=40)
def test_texts_stand_flush_with_their_margin_and_keep_off_the_face_and_the_corner(asked):
    room, wishes = asked
    for name in lay_out(wishes, room):
        left, top, right, bottom = name.box
        in_corner = bottom > room.height - room.corner[1]
        edge = room.width - (max(room.edges[1], room.corner[0]) if in_corner else room.edges[1])
        assert (left == room.edges[0]) if name.is_left else (right == pytest.approx(edge))
        assert not any(left < x1 and x < right and top < y1 and y < bottom for x, y, x1, y1 in room.face)


def column(count):
    """Return shapes in a column in the middle, the larger the lower."""
    return [Wish(f"{number:02}", 60, number, (Spot(300, 200 + 2 * number, 9),)) for number in range(count)]


def test_where_there_is_no_room_the_smallest_are_left_out():
    room = Field(600, 600, 150, 300)
    placed = {name.key for name in lay_out(column(40), room)}
    assert 0 < len(placed) <= 2 * int(150 / ROW)
    assert "39" in placed
    assert "00" not in placed


def test_a_name_that_has_room_stands_beside_its_spot():
    (name,) = lay_out([Wish("one", 60, 1, (Spot(200, 300, 9),))], Field(600, 600, 44, 554))
    assert name.is_left
    assert abs((name.box[1] + name.box[3]) / 2 - 300) <= SLOT
    assert len(name.leader) == 2


def test_the_shorter_way_out_of_the_skin_is_taken():
    skin = [(100.0, 500.0)] * 64
    room = Field(600, 600, 44, 554, skin)
    near_left, near_right = Spot(180, 200, 9), Spot(420, 200, 9)
    for spots, is_left in (((near_left,), True), ((near_right,), False)):
        (name,) = lay_out([Wish("one", 60, 1, spots)], room)
        assert name.is_left is is_left
