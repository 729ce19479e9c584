"""How the page lies in the window: sums without a window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect, QRectF, QSize

from bodymap.ui.view import GRID, INTEREST, LEAST_ZOOM, MOST_ZOOM, View, on_grid

VIEWS = st.builds(
    View,
    st.builds(QSize, st.integers(320, 2000), st.integers(320, 2000)),
    st.sampled_from([1.0, 1.25, 1.5, 2.0]),
    st.floats(LEAST_ZOOM, MOST_ZOOM),
    st.builds(QPointF, st.floats(-300, 300), st.floats(-300, 300)),
    st.booleans(),
)


@given(view=VIEWS, x=st.floats(0, 1000), y=st.floats(0, 1300))
def test_to_the_page_and_back(view, x, y):
    there = view.transform.map(QPointF(x, y))
    assert (view.to_page(there) - QPointF(x, y)).manhattanLength() < 1e-6


@given(view=VIEWS)
def test_the_page_begins_on_a_whole_pixel_of_the_screen(view):
    for length in (view.origin.x(), view.origin.y()):
        assert length * view.ratio == pytest.approx(round(length * view.ratio), abs=1e-6)


@given(view=VIEWS, factor=st.floats(0.1, 10))
def test_zoom_keeps_its_bounds_and_what_it_is_about(view, factor):
    about = QPointF(view.size.width() / 2, view.size.height() / 2)
    zoomed = view.zoomed(factor, about)
    assert LEAST_ZOOM <= zoomed.zoom <= MOST_ZOOM
    if zoomed.kept_in_sight() == zoomed and view.kept_in_sight() == view and zoomed.shift != view.shift:
        moved = zoomed.to_page(about) - view.to_page(about)
        reach = QPointF(INTEREST.width(), INTEREST.height()) * zoomed.scale / 2
        held = abs(zoomed.shift.x()) < reach.x() - 1 and abs(zoomed.shift.y()) < reach.y() - 1
        assert not held or moved.manhattanLength() * zoomed.scale < 3


@given(view=VIEWS, x=st.floats(-5000, 5000), y=st.floats(-5000, 5000))
def test_no_pan_loses_the_page(view, x, y):
    panned = view.panned(QPointF(x, y))
    shown = panned.transform.mapRect(INTEREST)
    assert shown.adjusted(-1, -1, 1, 1).intersects(QRectF(QPointF(), view.size))


@given(view=VIEWS)
def test_what_is_ordered_lies_on_the_page_and_in_the_window(view):
    x, y, width, height = view.clip()
    scale = view.scale * view.ratio
    assert x >= 0
    assert y >= 0
    assert x + width <= round(1000 * scale)
    assert y + height <= round(1300 * scale)
    assert width <= round(view.size.width() * view.ratio)
    assert height <= round(view.size.height() * view.ratio)


@given(x=st.integers(-99, 999), y=st.integers(-99, 999), width=st.integers(1, 99), height=st.integers(1, 99))
def test_a_rectangle_grows_to_the_grid_and_no_further(x, y, width, height):
    frame = QRect(x, y, width, height)
    grown = on_grid(frame)
    assert grown.contains(frame)
    assert [length % GRID for length in grown.getRect()] == [0, 0, 0, 0]
    assert grown.width() < width + 2 * GRID
    assert grown.height() < height + 2 * GRID


@given(view=VIEWS)
def test_a_picture_of_what_is_seen_belongs_where_it_is_seen_on_any_screen(view):
    scale = view.scale * view.ratio
    x, y, width, height = view.clip()
    target = view.target((x, y, width, height), scale)
    place = view.transform.map(QPointF(x / scale, y / scale))
    if not view.is_mirrored:
        assert (target.topLeft() - place).manhattanLength() < 0.01
    assert target.width() == pytest.approx(width / view.ratio)
    assert target.height() == pytest.approx(height / view.ratio)
