"""Child: makes the page to take home as PDF, and says how long that took and how large it is."""

import time
from datetime import date
from functools import cache
from statistics import median

from benchmarks.machine import tell
from bodymap.anatomy.answer import Answer
from bodymap.anatomy.atlas import Atlas
from bodymap.anatomy.finding import Finding
from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import PlateId
from bodymap.anatomy.region import Pain, Side
from bodymap.app import load_packs, make_application
from bodymap.inquiry.handout import write_handout
from bodymap.inquiry.state import Inquiry
from bodymap.ui.map_print import MapPrint
from bodymap.ui.printing import make_pdf
from bodymap.ui.shapes import Outlines
from bodymap.ui.tracing import trace
from bodymap.ui.typeset import set_leaf

ROUNDS = 5


def inquire(atlas: Atlas) -> Inquiry:
    """Return an inquiry that fills the page: three findings, and all treatments agreed on."""
    muscles = [muscle.id for muscle in atlas.muscles.values() if muscle.is_candidate][:3]
    regions = [region for region in atlas.regions.values() if region.is_paired][:5]
    return Inquiry(
        next(iter(atlas.plates)),
        pains=tuple(Pain(region.id, Side.RIGHT) for region in regions),
        findings=tuple((Place(name, Side.RIGHT), Finding(Answer.YES)) for name in muscles),
        agreed=tuple(atlas.treatments),
        is_screened=True,
    )


def main() -> None:
    make_application()
    atlas = load_packs().atlas

    @cache
    def outlines(plate: PlateId) -> Outlines:
        return trace(atlas.plates[plate].svg)

    took, worked, size = [], [], 0
    for plate in atlas.plates:
        outlines(plate)  # the window has them
    for _ in range(ROUNDS):
        began, busy = time.perf_counter(), time.process_time()
        maps = MapPrint(atlas.plates, outlines)
        size = len(make_pdf(set_leaf(write_handout(atlas, inquire(atlas), date(2026, 1, 1)), maps), maps))
        took.append((time.perf_counter() - began) * 1000)
        worked.append((time.process_time() - busy) * 1000)
    tell(first=took[0], again=median(took[1:]), worked=[worked[0], median(worked[1:])], size=size)


if __name__ == "__main__":
    main()
