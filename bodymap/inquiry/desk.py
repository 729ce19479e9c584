"""What the pages beside the drawing make of an inquiry."""

from dataclasses import replace

from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.muscle import Place
from bodymap.inquiry.intents import Agree, Compare, Desk, Mind, OpenPage, WriteDown
from bodymap.inquiry.state import MOST_COMPARED, MOST_WRITTEN, Inquiry, Page


def arrange(atlas: Atlas, inquiry: Inquiry, intent: Desk) -> Inquiry:
    """Return the inquiry that follows from opening a page, or from what is done on it."""
    match intent:
        case OpenPage(page):
            return open_page(inquiry, page)
        case Compare(place):
            return compare(atlas, inquiry, place)
        case Mind(matter):
            return inquiry.step(matters=inquiry.matters ^ {matter})
        case Agree() | WriteDown():
            return write_down(atlas, inquiry, intent)


def open_page(inquiry: Inquiry, page: Page | None) -> Inquiry:
    """Open a page in the place of what is read.

    Settings lie over whatever is open, and leave it as it is. A muscle that is open when muscles are to be
    compared is the first of them.
    """
    if Page.SETTINGS in {page, inquiry.page} and page in {Page.SETTINGS, None}:
        return inquiry.step(page=page)
    compared = inquiry.compared
    if page is Page.COMPARE and inquiry.place and inquiry.place not in compared:
        compared = (inquiry.place, *compared)[:MOST_COMPARED]
    return inquiry.step(page=page, place=None, compared=compared, structure=None, guide=None, asking=None)


def compare(atlas: Atlas, inquiry: Inquiry, place: Place) -> Inquiry:
    """Lay a muscle beside the others, or take it away; of too many, the first one goes."""
    if place.muscle not in atlas.muscles:
        return inquiry
    kept = tuple(known for known in inquiry.compared if known != place)
    compared = kept if place in inquiry.compared else (*kept, place)[-MOST_COMPARED:]
    return inquiry.step(compared=compared)


def write_down(atlas: Atlas, inquiry: Inquiry, intent: Agree | WriteDown) -> Inquiry:
    """Take what was agreed on, and what is typed for the page; a typed letter is no step of its own."""
    match intent:
        case Agree(treatment):
            kept = tuple(known for known in inquiry.agreed if known != treatment)
            agreed = kept if treatment in inquiry.agreed else (*kept, treatment)
            return inquiry.step(agreed=agreed) if treatment in atlas.treatments else inquiry
        case WriteDown(field, text):
            return replace(inquiry, **{field.value: text[: MOST_WRITTEN[field]]})  # type: ignore[arg-type]
