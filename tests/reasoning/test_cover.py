"""The fewest masks that cover everything, held against trying out every set."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from bodymap.reasoning.cover import smallest_set

MASKS = st.integers(1, 8).flatmap(
    lambda pains: st.lists(st.tuples(st.integers(0, 2**pains - 1), st.integers(1, 50).map(float)), max_size=9)
)


def union(masks) -> int:
    whole = 0
    for mask in masks:
        whole |= mask
    return whole


def try_all(masks: list[int], scores: list[float]) -> tuple[int, float]:
    """Return how few masks do, and the most that the scores of so few add up to."""
    whole = union(masks)
    for size in range(len(masks) + 1):
        sums = [
            sum(scores[n] for n in chosen)
            for chosen in combinations(range(len(masks)), size)
            if union(masks[n] for n in chosen) == whole
        ]
        if sums:
            return size, max(sums)
    raise AssertionError


@given(MASKS)
def test_no_smaller_set_covers_all_and_none_as_small_is_better(drawn):
    masks, scores = [mask for mask, _ in drawn], [score for _, score in drawn]
    chosen = smallest_set(masks, scores)
    assert union(masks[n] for n in chosen) == union(masks)
    assert (len(chosen), sum(scores[n] for n in chosen)) == try_all(masks, scores)
    assert list(chosen) == sorted(set(chosen))


def test_nothing_is_covered_by_nothing():
    assert smallest_set([], []) == ()
    assert smallest_set([0, 0], [1.0, 2.0]) == ()


def test_the_greedy_choice_is_not_taken_where_two_do():
    masks = [0b00111100, 0b00001111, 0b11110000]
    assert smallest_set(masks, [9.0, 1.0, 1.0]) == (1, 2)


def test_of_the_same_mask_the_better_is_taken_and_of_equals_the_first():
    assert smallest_set([1, 1, 1], [1.0, 2.0, 2.0]) == (1,)


def test_more_than_twelve_pains_are_covered_too():
    masks = [1 << bit | 1 << (bit + 1) for bit in range(19)]
    chosen = smallest_set(masks, [1.0] * 19)
    assert union(masks[n] for n in chosen) == (1 << 20) - 1
    assert len(chosen) in {10, 11}
