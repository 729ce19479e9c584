"""Where names stand beside a drawing: rows in two margins, and leaders that cross nothing.

A name stands flush with the left or the right margin; its leader goes from the end of the text, straight or
with one elbow, to a spot inside the shape. What cannot be written without crossing something else is left
out, the smaller shape first. Plain numbers, in pixels.
"""

from collections.abc import Sequence

from bodymap.ui.label_room import ROW, SLOT, Field, Placed, Wish
from bodymap.ui.label_tag import NEVER, Pose, Tag, Way
from bodymap.ui.lines import cross

CROWD, NEIGHBOUR, CHOICE = 9.0, 2.5 * ROW, 20.0
"""What a name near by on the same margin costs, how near that is, and which ways count as equally long."""
DETOUR = 90.0
"""How much dearer the way to the other margin may be for a name that finds no room on its own."""
TRIES = 16
"""How many rows near a spot are tried for a name that is in the way where it stands."""


def lay_out(wishes: Sequence[Wish], room: Field) -> list[Placed]:
    """Place as many names as can be written without one being in another's way."""
    labels = _choose_margins([Tag(wish, room) for wish in wishes], room)
    for is_left in (True, False):
        side = [label for label in labels if label.is_left is is_left]
        for _ in range(2):
            _spread(side, room)
            for label in side:
                label.lead()
        _spread(side, room)
        _uncross(side)
        fences = [(label.end, label.frame) for label in side]
        for number, label in enumerate(side):
            label.bend([fence for other, fence in enumerate(fences) if other != number])
    kept = _settle(labels, room)
    return [label.placed() for label in sorted(kept, key=lambda label: (not label.is_left, label.y))]


def _cost_of(way: Way | None) -> float:
    return way[0] if way else NEVER


def _choose_margins(labels: list[Tag], room: Field) -> list[Tag]:
    """Share the names between the margins; the smallest shapes find no row where there are too many."""
    most = int((room.bottom - room.top) / ROW)
    taken: dict[bool, list[float]] = {True: [], False: []}
    kept = []
    for label in sorted(sorted(labels, key=_by_area)[: 2 * most], key=_by_choice):
        costs = {side: way[0] for side, way in label.ends.items() if way and len(taken[side]) < most}
        for side in costs:
            label.turn_to(is_left=side)
            costs[side] += CROWD * sum(abs(y - label.y) < NEIGHBOUR for y in taken[side])
        if costs:
            label.turn_to(is_left=min(costs, key=costs.__getitem__))
            taken[label.is_left].append(label.y)
            kept.append(label)
    return kept


def _by_choice(label: Tag) -> tuple[float, str]:
    """Sort those first that have the least choice between the margins."""
    left, right = label.ends[True], label.ends[False]
    return -(abs(left[0] - right[0]) // CHOICE if left and right else NEVER), label.wish.key


def _by_area(label: Tag) -> tuple[float, str]:
    return -label.wish.area, label.wish.key


def _spread(side: list[Tag], room: Field) -> None:
    """Give each name of a margin a row near its spot, in order, where its text covers little skin."""
    if not side:
        return
    side.sort(key=lambda label: (label.aim, label.spot.y, label.wish.key))
    count, apart = len(room.rows), round(ROW / SLOT)
    best = [0.0] * count
    choices: list[list[int]] = []
    for number, label in enumerate(side):
        least, at = NEVER, -1
        totals, chosen = [NEVER] * count, [-1] * count
        for slot, cost in enumerate(label.costs_of_rows()):
            before = slot - apart if number else slot
            if before >= 0 and best[before] < least:
                least, at = best[before], before
            totals[slot], chosen[slot] = least + cost, at
        best = totals
        choices.append(chosen)
    slot = min(range(count), key=best.__getitem__)
    for label, chosen in zip(reversed(side), reversed(choices), strict=True):
        label.y = room.rows[slot]
        slot = chosen[slot]


def _uncross(side: list[Tag]) -> None:
    """Let names whose leaders cross change their rows; that makes the ways shorter."""
    legs = [label.straight for label in side]
    for _ in range(len(side)):
        swapped = False
        for number, one in enumerate(side):
            for further in range(number + 1, len(side)):
                if cross(legs[number], legs[further]):
                    other = side[further]
                    one.y, other.y = other.y, one.y
                    legs[number], legs[further] = one.straight, other.straight
                    swapped = True
        if not swapped:
            return


def _settle(labels: list[Tag], room: Field) -> list[Tag]:
    """Keep the names that are in nobody's way, the largest shapes first; move or leave out the others."""
    kept: list[Tag] = []
    poses: list[Pose] = []
    for label in sorted(labels, key=_by_area):
        if _stands(label, poses) or _finds_room(label, kept, poses, room):
            kept.append(label)
            poses.append(label.pose())
    return kept


def _stands(label: Tag, poses: Sequence[Pose]) -> bool:
    pose = label.pose()
    return label.fits(pose) and not any(pose.is_in_the_way_of(other) for other in poses)


def _finds_room(label: Tag, kept: Sequence[Tag], poses: Sequence[Pose], room: Field) -> bool:
    """Try other spots and other rows, the nearest first, on this margin and then on the other."""
    mine = label.is_left
    limit = _cost_of(label.ends[mine]) + DETOUR
    for is_left in (mine, not mine):
        if _cost_of(label.ends[is_left]) > limit:
            continue
        label.turn_to(is_left=is_left)
        home, same = label.aim, [other for other in kept if other.is_left is is_left]
        fences = [(other.end, other.frame) for other in same]
        rows = [y for y in room.rows if all(abs(y - other.y) >= ROW for other in same)]
        for row in sorted(rows, key=lambda y: (abs(y - home), y))[:TRIES]:
            label.y = row
            for _, _, _, spot in label.ways(row):
                label.spot = spot
                label.bend(fences)
                if _stands(label, poses):
                    return True
    return False
