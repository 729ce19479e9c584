"""The sizes: one scale of type, steps of space, and how high what can be pressed is."""

from dataclasses import dataclass

TEXT_SIZES = (100, 115, 130, 150)
"""The sizes of text that can be chosen, in percent."""
SPACE_1, SPACE_2, SPACE_3, SPACE_4 = 4, 8, 12, 16
"""Steps of space in pixels; they stay as they are when the text grows."""
LEAST_HEIGHT = 44
"""How tall, in pixels, a line or button is at least, so that a finger meets it."""
RADIUS = 8
"""How round a corner is, in pixels."""
LINE_OF_TEXT = 34
"""How wide, in heights of its letters, a column of text grows at most: about seventy characters."""
LARGE_ROOMS = ((3000, 1600, 1.4), (2300, 1250, 1.2))
"""From which width and height of the window on its text grows of itself, and by how much."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The sizes of text and of what grows with it; each name is a step, each step a size in pixels."""

    percent: int = 100

    @property
    def small(self) -> int:
        """Of what stands behind a statement: how sure it is, and who says so."""
        return self.px(12)

    @property
    def note(self) -> int:
        """Of what explains: reasons, hints, names on the drawing, numbers."""
        return self.px(13)

    @property
    def body(self) -> int:
        """Of what is pressed and filled in."""
        return self.px(14)

    @property
    def text(self) -> int:
        """Of what is read at length."""
        return self.px(15)

    @property
    def strong(self) -> int:
        """Of the name of a row."""
        return self.px(16)

    @property
    def section(self) -> int:
        """Of what stands above a part of a page."""
        return self.px(18)

    @property
    def heading(self) -> int:
        """Of what stands above a list."""
        return self.px(20)

    @property
    def title(self) -> int:
        """Of what stands above a page."""
        return self.px(24)

    @property
    def control(self) -> int:
        """How high the words of a button stand, without its edge and its room."""
        return self.px(22)

    @property
    def target(self) -> int:
        """How high a line is that a finger is to meet."""
        return max(LEAST_HEIGHT, self.px(40))

    def px(self, pixels: float) -> int:
        """Return how large something is that grows with the text, in whole pixels."""
        return round(pixels * self.percent / 100)


USUAL = Scale()
"""The sizes as they are where nobody chose: on the drawing, in pictures, on paper."""


def fit_text(percent: int, width: int, height: int) -> Scale:
    """Return the sizes for a window of some size: on a very large one the text is read from further away."""
    grown = [by for least, high, by in LARGE_ROOMS if width >= least and height >= high]
    return Scale(round(percent * max(grown, default=1.0)))
