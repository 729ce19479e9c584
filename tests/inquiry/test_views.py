"""Which views there are, what is seen in each, and where a muscle is seen best."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.anatomy.muscle import Place
from bodymap.anatomy.plate import Aspect, Kind, Plate, Shape
from bodymap.anatomy.region import Pain, Side
from bodymap.anatomy.words import Voice, Words
from bodymap.inquiry.state import Inquiry, Switch
from bodymap.inquiry.update import update
from bodymap.inquiry.views import best_plate, better_plate, list_views, seen_now

RIGHT, LEFT, MIDLINE = Side.RIGHT, Side.LEFT, Side.MIDLINE
TEMPLE, THROAT = Pain("temple", RIGHT), Pain("throat", MIDLINE)
TEMPORALIS, MASSETER = Place("temporalis", RIGHT), Place("masseter_deep", RIGHT)
BUCCINATOR = Place("buccinator", RIGHT)


def plate(name, *shapes, best_for=(), is_mirrored=False):
    """Make a plate that draws these shapes, and nothing to look at."""
    return Plate(
        name,
        Words(f"The {name}", f"{name.title()} view"),
        Aspect.RIGHT_LATERAL if is_mirrored else Aspect.ANTERIOR,
        b"",
        "",
        frozenset(shapes),
        is_mirrored,
        best_for=frozenset(best_for),
    )


@pytest.fixture(scope="module")
def turned(atlas):
    """The tiny pack, drawn from three sides."""
    front = plate(
        "front",
        *(
            f"{shape}-{side}"
            for shape in ("region-temple", "muscle-temporalis")
            for side in ("right", "left")
        ),
        "region-throat-mid",
    )
    side = plate(
        "side",
        "region-temple-right",
        "region-throat-mid",
        "muscle-temporalis-right",
        "muscle-masseter_deep-right",
        best_for=["temporalis"],
        is_mirrored=True,
    )
    back = plate("back", "muscle-masseter_deep-right", "muscle-masseter_deep-left")
    return replace(atlas, plates={known.id: known for known in (front, side, back)})


def views(turned, plate="front", **more):
    return {(view.plate, view.side): view for view in list_views(turned, Inquiry(plate, **more))}


class TestList:
    def test_views_come_in_the_order_of_the_pack_and_a_mirrored_plate_has_two(self, turned):
        assert list(views(turned)) == [("front", MIDLINE), ("side", RIGHT), ("side", LEFT), ("back", MIDLINE)]

    def test_each_is_named_in_the_readers_words_with_its_side_where_it_has_one(self, turned):
        plain, clinical = views(turned), views(turned, voice=Voice.CLINICAL)
        assert plain["front", MIDLINE].words == "The front"
        assert plain["side", LEFT].words == "The side, left"
        assert clinical["side", RIGHT].words == "Side view, right"

    @pytest.mark.parametrize(
        ("plate", "side", "shown"),
        [
            ("front", RIGHT, ("front", MIDLINE)),
            ("front", LEFT, ("front", MIDLINE)),
            ("side", RIGHT, ("side", RIGHT)),
            ("side", LEFT, ("side", LEFT)),
            ("back", LEFT, ("back", MIDLINE)),
        ],
    )
    def test_one_of_them_is_shown(self, turned, plate, side, shown):
        found = views(turned, plate, side=side)
        assert [key for key, view in found.items() if view.is_shown] == [shown]

    def test_the_left_side_is_flipped_and_a_mirror_flips_what_shows_both_sides(self, turned):
        flipped = {key for key, view in views(turned).items() if view.is_flipped}
        mirrored = views(turned, switches=frozenset({Switch.MIRROR}))
        assert flipped == {("side", LEFT)}
        assert {key for key, view in mirrored.items() if view.is_flipped} == {
            ("front", MIDLINE),
            ("side", LEFT),
            ("back", MIDLINE),
        }

    def test_a_pain_is_chosen_in_every_view_that_shows_its_side(self, turned):
        found = views(turned, pains=(TEMPLE, THROAT))
        temple, throat = "region-temple-right", "region-throat-mid"
        assert {key: view.chosen for key, view in found.items()} == {
            ("front", MIDLINE): (temple, throat),
            ("side", RIGHT): (temple, throat),
            ("side", LEFT): (throat,),
            ("back", MIDLINE): (),
        }

    def test_what_hurts_on_the_left_is_named_by_the_patients_side(self, turned):
        found = views(turned, pains=(Pain("temple", LEFT),))
        assert found["side", LEFT].chosen == ("region-temple-left",)
        assert found["side", RIGHT].chosen == ()


class TestSeen:
    @pytest.mark.parametrize(
        ("plate", "side", "is_seen"),
        [("front", RIGHT, True), ("side", RIGHT, True), ("side", LEFT, False), ("back", RIGHT, False)],
    )
    def test_a_muscle_is_seen_where_its_own_side_is_drawn(self, turned, plate, side, is_seen):
        shape = Shape(Kind.MUSCLE, "temporalis", RIGHT)
        assert seen_now(turned, Inquiry(plate, side=side), shape) is is_seen


class TestBest:
    def test_it_is_the_plate_named_for_a_muscle_and_not_the_first(self, turned):
        assert best_plate(turned, TEMPORALIS) == "side"
        assert best_plate(turned, replace(TEMPORALIS, side=LEFT)) == "side"

    def test_where_none_is_named_it_is_the_first_that_shows_it(self, turned):
        assert best_plate(turned, MASSETER) == "side"
        assert best_plate(turned, BUCCINATOR) is None

    @pytest.mark.parametrize(
        ("plate", "place", "better"),
        [
            ("front", TEMPORALIS, "side"),  # drawn here, but another is named for it
            ("side", TEMPORALIS, None),
            ("back", TEMPORALIS, "side"),  # not drawn here
            ("front", MASSETER, "side"),
            ("back", MASSETER, None),  # drawn here, and none is named
            ("side", MASSETER, None),
            ("front", BUCCINATOR, None),  # drawn nowhere
        ],
    )
    def test_another_plate_is_better_only_where_this_one_is_not_good(self, turned, plate, place, better):
        assert better_plate(turned, Inquiry(plate), place) == better

    def test_of_two_that_are_named_either_is_good(self, turned):
        front = replace(turned.plates["front"], best_for=frozenset({"temporalis"}))
        both = replace(turned, plates={**turned.plates, "front": front})
        for name in ("front", "side"):
            assert better_plate(both, Inquiry(name), TEMPORALIS) is None


class TestCore:
    def test_each_plate_draws_the_muscles_that_are_seen_best_on_it(self, core):
        for known in core.plates.values():
            drawn = {shape.split("-")[1] for shape in known.shapes if shape.startswith("muscle-")}
            assert known.best_for <= drawn, known.id

    def test_every_candidate_is_seen_somewhere(self, core):
        for muscle in core.muscles.values():
            if muscle.is_candidate:
                sides = (RIGHT, LEFT, MIDLINE)
                assert any(best_plate(core, Place(muscle.id, side)) for side in sides), muscle.id

    @given(data=st.data())
    def test_one_view_is_shown_whatever_is_asked(self, core, steps, data):
        inquiry = Inquiry("front")
        for intent in data.draw(st.lists(steps, max_size=8)):
            inquiry = update(core, inquiry, intent)
        found = list_views(core, inquiry)
        assert [(view.plate, view.side) for view in found if view.is_shown] in (
            [(inquiry.plate, MIDLINE)],
            [(inquiry.plate, inquiry.side)],
        )
        pains = {f"region-{p.region}-{'mid' if p.side is MIDLINE else p.side}" for p in inquiry.pains}
        assert all(pains.issuperset(view.chosen) for view in found)
