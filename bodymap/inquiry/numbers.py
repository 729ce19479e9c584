"""The numbers that tie muscles in the drawing to their rows in the list."""

from collections.abc import Mapping

from bodymap.anatomy.plate import Kind, Shape, ShapeId
from bodymap.inquiry.rows import MOST_ROWS
from bodymap.inquiry.standing import shapes_found
from bodymap.inquiry.state import Inquiry, Page
from bodymap.inquiry.tones import tone_of_rank
from bodymap.reasoning.ranking import Ranking


def number_shapes(inquiry: Inquiry, ranking: Ranking) -> Mapping[ShapeId, int]:
    """Number the candidates that glow or were pressed, on their muscles; an open muscle puts them to rest.

    While a muscle is pressed, those that were pressed before it keep theirs.
    """
    found = dict(shapes_found(inquiry))
    examines = inquiry.page is Page.EXAMINE
    if inquiry.place and not examines:
        return {}
    if inquiry.place:
        found.pop(Shape(Kind.MUSCLE, inquiry.place.muscle, inquiry.place.side).id, None)
    numbers = {
        Shape(Kind.MUSCLE, candidate.place.muscle, candidate.place.side).id: number
        for number, candidate in enumerate(ranking.candidates[:MOST_ROWS], 1)
    }
    glows = not inquiry.place
    return {
        shape: number
        for shape, number in numbers.items()
        if shape in found or (glows and tone_of_rank(number))
    }
