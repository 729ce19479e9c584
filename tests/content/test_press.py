"""How an examiner presses: what the pack that ships says of it."""

from bodymap.anatomy.words import Technique


def test_every_technique_is_in_use(core):
    named = {
        each for muscle in core.muscles.values() for known in muscle.how_found for each in known.technique
    }
    assert named == set(Technique)


def test_a_force_is_only_given_by_the_exam_that_gives_it(core):
    presses = [known for muscle in core.muscles.values() for known in muscle.how_found if known.press]
    forces = {known.press.force_kg for known in presses}
    assert forces == {None, 0.5, 1.0}
    assert all("DCTMD_P" in known.sources for known in presses if known.press.force_kg)
    assert all(known.press.seconds and known.press.sites for known in presses)
