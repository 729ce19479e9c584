"""What people type, and what they mean by it."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.anatomy.region import Side
from bodymap.reasoning import spelling
from bodymap.reasoning.lexicon import Subject, lexicon_of
from bodymap.reasoning.search import read_side, search
from bodymap.reasoning.spelling import fold, likeness, sound, stem, words_of

FIRST = {
    # plain
    "temple": "temple",
    "top of the head": "vertex",
    "roof of the mouth": "hard_palate",
    "back of my head": "back_of_head",
    "behind the eye": "behind_eye",
    "earache": "deep_ear",
    "my ear hurts": "behind_ear",
    "sinus": "maxillary_sinus",
    "smile muscle": "zygomaticus_major",
    "shrug muscle": "trapezius_upper",
    "stiff neck": "stiff_neck",
    "ringing": "ringing",
    "dizzy": "dizziness",
    "lump in my throat": "swallowing_trouble",
    "hurts to chew": "pain_on_chewing",
    "clicking jaw": "jaw_click",
    "locked jaw": "opening_limited",
    "grinding my teeth": "clenching",
    "text neck": "forward_head",
    "car accident": "crash",
    "massage": "manual_therapy",
    "muscle knots": "trigger_points",
    "night guard": "wider_plan",
    "blood thinners and needles": "needle_safety",
    "double vision": "double_vision",
    "chest pain": "chest_front",
    "collarbone": "bone-clavicle",
    "spit gland under the jaw": "danger-submandibular_gland",
    # clinical and Latin
    "tinnitus": "ringing",
    "bruxism": "clenching",
    "occipital region": "back_of_head",
    "musculus temporalis": "temporalis",
    "splenius cervicis": "splenius_cervicis",
    "trapezius pars descendens": "trapezius_upper",
    "carotid artery": "danger-carotid",
    # short
    "SCM": "sternocleidomastoid_sternal",
    "tmj": "tmj",
    "UT": "trapezius_upper",
    "DN": "dry_needling",
    "TPI": "trigger_point_injection",
    # begun
    "sternoc": "sternocleidomastoid_sternal",
    "acup": "acupuncture",
    "whipl": "crash",
    # misspelt
    "toothake": "upper_front_teeth",
    "masester": "masseter_superficial",
    "trapezious": "trapezius_upper",
    "temperalis": "temporalis",
    "terygoid": "medial_pterygoid",
    "sternoclydomastoid": "sternocleidomastoid_sternal",
    "tinitus": "ringing",
    "dizzyness": "dizziness",
    "acupunture": "acupuncture",
    "dry nedling": "dry_needling",
    "migrane": "migraine",
    "farinx": "throat",
    "stuned jaw": "tmj",
    # in any order, run together or parted
    "needling dry": "dry_needling",
    "neck stiff": "stiff_neck",
    "deep masseter": "masseter_deep",
    "jawpain": "tmj",
    "tooth ache": "upper_front_teeth",
    "selfcare": "self_care",
    "neck-shoulder": "neck_shoulder_angle",
}
WORDS = ("jaw", "left", "hurts", "the", "temple", "masester", "SCM", "'s", "’", "-", "É", "muscle")
AMONG_THE_FIRST = {
    "jaw hurts": {"tmj", "jaw_body", "jaw_angle"},
    "toothake": {"upper_front_teeth", "upper_side_teeth", "upper_molars"},
    "tooth pain": {"upper_front_teeth", "upper_side_teeth", "upper_molars"},
    "scm": {"sternocleidomastoid_sternal", "sternocleidomastoid_clavicular"},
    "suboccipitals": {"rectus_capitis_posterior_minor"},
    "headache": {"headache_kinds"},
    "needles": {"dry_needling", "acupuncture", "needle_safety"},
}


def ids(core, text, number=None):
    return [hit.id for hit in search(core, text)][:number]


class TestCore:
    @pytest.mark.parametrize(("typed", "meant"), FIRST.items(), ids=FIRST)
    def test_what_is_meant_comes_first(self, core, typed, meant):
        assert ids(core, typed, 1) == [meant]

    @pytest.mark.parametrize(("typed", "meant"), AMONG_THE_FIRST.items(), ids=AMONG_THE_FIRST)
    def test_several_that_may_be_meant_are_among_the_first(self, core, typed, meant):
        assert meant <= set(ids(core, typed, 6))

    def test_where_it_hurts_the_places_come_before_all_else(self, core):
        subjects = [hit.subject for hit in search(core, "jaw hurts")][:8]
        assert subjects[:3] == [Subject.REGION] * 3
        assert set(subjects) == {Subject.REGION, Subject.MUSCLE}
        assert "masseter_superficial" in ids(core, "jaw hurts", 8)

    def test_all_muscles_of_a_group_go_by_its_name(self, core):
        mapped = [muscle.id for muscle in core.muscles.values() if muscle.pattern == "scalene_muscles"]
        assert set(mapped) <= set(ids(core, "scalene muscles"))

    def test_everything_is_found_by_its_own_names(self, core):
        lost = []
        lexicon = lexicon_of(core)
        for entry, phrases in zip(lexicon.entries, lexicon.of_entry, strict=True):
            for text in {lexicon.phrases[number].text for number in phrases}:
                found = [(hit.subject, hit.id) for hit in search(core, text, 60)]
                if (entry.subject, entry.id) not in found[:12]:
                    lost.append((entry.id, text))
        assert lost == []

    def test_every_beginning_of_a_name_finds_it(self, core):
        name = "sternocleidomastoid"
        for end in range(3, len(name) + 1):
            assert "sternocleidomastoid_sternal" in ids(core, name[:end], 10), name[:end]

    @pytest.mark.parametrize("typed", ["xqzv", "zzzq", "qwertzuiop", "12345", "", "   ", "?!"])
    def test_nonsense_finds_nothing(self, core, typed):
        assert search(core, typed) == ()

    @given(text=st.text(max_size=60))
    def test_no_text_is_too_strange(self, core, text):
        for hit in search(core, text, 5):
            assert hit.score > 0

    @given(
        words=st.lists(
            st.sampled_from(
                ["jaw", "left", "hurts", "the", "temple", "masester", "SCM", "'s", "’", "-", "É"]
            ),
            max_size=9,
        )
    )
    def test_the_best_come_first_and_none_comes_twice(self, core, words):
        hits = search(core, " ".join(words))
        assert list(hits) == sorted(hits, key=lambda hit: -hit.score)
        assert len({(hit.subject, hit.id) for hit in hits}) == len(hits)

    def test_no_more_come_than_are_asked_for(self, core):
        assert len(search(core, "neck", 3)) == 3
        assert search(core, "neck", 3) == search(core, "neck")[:3]

    def test_capitals_accents_and_hyphens_do_not_matter(self, core):
        assert ids(core, "TÉMPLE") == ids(core, "temple")
        assert ids(core, "self-care", 1) == ids(core, "self care", 1)

    def test_it_says_by_which_name_something_was_found(self, core):
        assert search(core, "scm")[0].matched == "SCM"
        assert search(core, "tinnitus")[0].matched == "Tinnitus"


class TestSide:
    @pytest.mark.parametrize(
        ("typed", "rest", "side"),
        [
            ("left temple", "temple", Side.LEFT),
            ("l temple", "temple", Side.LEFT),
            ("Temple  RIGHT", "Temple", Side.RIGHT),
            ("rt scm", "scm", Side.RIGHT),
            ("temple", "temple", None),
            ("left", "left", None),
            ("l", "l", None),
            ("", "", None),
        ],
    )
    def test_a_side_is_read_beside_something_else(self, typed, rest, side):
        assert read_side(typed) == (rest, side)

    def test_a_side_does_not_change_what_is_found(self, core):
        assert search(core, "l temple") == search(core, "temple")


class TestSpelling:
    def test_words_are_folded(self):
        assert fold("Ménière’s “Œdème”") == "menieres “oedeme”"
        assert words_of("Neck-shoulder; C5/C6_x") == ("neck", "shoulder", "c5", "c6", "x")

    @pytest.mark.parametrize(
        ("one", "other"), [("pharynx", "farinx"), ("toothache", "toothake"), ("pterygoid", "terigoid")]
    )
    def test_what_is_spoken_alike_sounds_alike(self, one, other):
        assert sound(one) == sound(other)

    def test_endings_fall_away_but_not_of_short_words_or_latin(self):
        assert [stem(word) for word in ("temples", "clenching", "trapezius", "pelvis", "abs", "ring")] == [
            *("temple", "clench", "trapezius", "pelvis", "abs", "ring")
        ]

    def test_long_words_may_hold_more_slips_than_short_ones(self):
        known = likeness(["temple", "jaw", "sternocleidomastoid"])
        assert [each for each, _ in known.near("tenple")] == ["temple"]
        assert known.near("jav") == []
        assert [each for each, _ in known.near("sternacliedomastod")] == [sound("sternocleidomastoid")]

    def test_fewer_slips_are_worth_more(self):
        known = likeness(["masseter"])
        assert known.near("maseter")[0][1] > known.near("masester")[0][1] > known.near("mabester")[0][1]


def test_the_lexicon_is_worked_out_once(core):
    assert lexicon_of(core) is lexicon_of(core)


def test_nothing_is_brought_in_for_it_before_somebody_misspells():
    told = (
        "import sys; import bodymap.inquiry.screen; from bodymap.reasoning.spelling import likeness;"
        "assert not [name for name in sys.modules if name.startswith('rapidfuzz')];"
        "likeness(['temple']).near('tenple'); assert 'rapidfuzz' in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_measure_of_its_own_agrees_with_a_plain_one():
    """Transposed letters are one slip."""
    assert spelling._distance()("masester", "masseter") == 1
