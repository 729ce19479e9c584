"""Which questions would most change the order: by hand, then held against ranking twice for each of them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.anatomy.answer import Answer
from bodymap.anatomy.region import Pain, Side
from bodymap.reasoning.account import Account
from bodymap.reasoning.asking import LOOKED_AT, find_questions
from bodymap.reasoning.ranking import NOTHING, rank

TEMPLE = Pain("temple", Side.RIGHT)
ALL = 1000


def ask(atlas, pains=(TEMPLE,), answers=None, most=ALL):
    return find_questions(rank(atlas, Account(tuple(pains), answers or {})), most)


def factors(found):
    return [each.factor for each in found]


def shares(atlas, account):
    """The share of each of the first few, by whoever stands for it."""
    found = {}
    for place, each in enumerate(rank(atlas, account).candidates[:LOOKED_AT], 1):
        muscle = atlas.muscles[each.place.muscle]
        found[muscle.pattern or muscle.id, each.place.side] = 1 / place
    return found


def worth(atlas, account, factor):
    """What a question is worth, the long way: by ranking as if it were answered."""
    now, change = shares(atlas, account), 0.0
    for answer in (Answer.YES, Answer.NO):
        then = shares(atlas, replace(account, answers={**account.answers, factor: answer}))
        change += sum(abs(now.get(who, 0.0) - then.get(who, 0.0)) for who in {**now, **then})
    return round(change / 2, 9)


class TestByHand:
    @pytest.fixture
    def known(self, knowing, muscle, felt, symptom, habit):
        """Two muscles close together, and one far behind that gum would not bring to the top."""
        return knowing(
            muscle("a", [felt("temple")], feels_like=(), keeps_it_going=()),
            muscle(
                "b", [felt("temple"), felt("throat")], feels_like=(symptom("ringing"),), keeps_it_going=()
            ),
            muscle("c", [], [felt("neck")], feels_like=(), keeps_it_going=(habit("gum"),)),
            symptom=0.3,
        )

    def test_a_yes_that_turns_two_around_is_worth_half_of_what_they_move(self, known):
        (found,) = ask(known)
        assert (found.factor, found.muscles) == ("ringing", ("b",))
        yes = 2 * (1 - 1 / 2)  # each of the two moves between the first place and the second
        assert found.worth == pytest.approx(yes / 2)

    def test_nothing_is_asked_that_was_answered(self, known):
        for answer in Answer:
            assert ask(known, answers={"ringing": answer}) == ()

    def test_nothing_is_asked_where_nothing_is_listed(self, known):
        assert find_questions(NOTHING) == ()

    def test_nothing_is_asked_where_nothing_can_move(self, knowing, muscle, felt, symptom):
        alone = muscle("a", [felt("temple")], feels_like=(symptom("ringing"),), keeps_it_going=())
        assert ask(knowing(alone)) == ()

    def test_of_questions_that_do_the_same_one_is_asked(self, knowing, muscle, felt, symptom):
        both = (symptom("ringing"), symptom("nausea"))
        known = knowing(
            muscle("a", [felt("temple")], feels_like=(), keeps_it_going=()),
            muscle("b", [felt("temple"), felt("throat")], feels_like=both, keeps_it_going=()),
            symptom=0.3,
        )
        assert factors(ask(known)) == ["nausea"]
        assert factors(ask(known, answers={"nausea": Answer.NOT_SURE})) == ["ringing"]

    def test_where_nothing_hurts_a_yes_may_let_others_in(self, knowing, muscle, symptom, felt):
        known = knowing(
            muscle("a", [felt("temple")], feels_like=(symptom("nausea"),), keeps_it_going=()),
            muscle("b", [felt("temple")], feels_like=(symptom("ringing"),), keeps_it_going=()),
        )
        (found,) = ask(known, (), {"nausea": Answer.YES})
        assert found.factor == "ringing"
        assert found.worth == worth(known, Account((), {"nausea": Answer.YES}), "ringing")


@pytest.fixture(scope="module")
def words(core):
    """What can be asked in the core, and every place that can hurt."""
    sides = {True: (Side.RIGHT, Side.LEFT), False: (Side.MIDLINE,)}
    pains = [Pain(each.id, side) for each in core.regions.values() for side in sides[each.is_paired]]
    return sorted({**core.symptoms, **core.habits}), pains


def draw_account(data, words, least=0):
    names, pains = words
    chosen = data.draw(st.lists(st.sampled_from(pains), min_size=least, max_size=5, unique=True))
    answers = data.draw(st.dictionaries(st.sampled_from(names), st.sampled_from(Answer), max_size=5))
    return Account(tuple(chosen), answers)


class TestLawsOnTheCore:
    @given(data=st.data())
    def test_it_is_what_ranking_twice_would_find(self, core, words, data):
        account = draw_account(data, words)
        for found in find_questions(rank(core, account), ALL):
            assert found.worth == pytest.approx(worth(core, account, found.factor), abs=1e-8)

    @given(data=st.data())
    def test_nothing_is_worth_more_than_what_is_asked_first(self, core, words, data):
        account = draw_account(data, words, least=1)
        best = max(worth(core, account, name) for name in words[0] if name not in account.answers)
        found = find_questions(rank(core, account))
        assert (found[0].worth if found else 0.0) == pytest.approx(best, abs=1e-8)

    @given(data=st.data())
    def test_it_never_asks_what_changes_nothing_nor_what_was_answered(self, core, words, data):
        account = draw_account(data, words)
        for found in find_questions(rank(core, account), ALL):
            assert found.worth > 0
            assert found.factor not in account.answers

    @given(data=st.data())
    def test_the_order_of_presses_does_not_matter(self, core, words, data):
        account = draw_account(data, words)
        pains = data.draw(st.permutations(account.pains))
        answers = dict(data.draw(st.permutations(sorted(account.answers.items()))))
        turned = Account(tuple(pains), answers)
        assert find_questions(rank(core, turned), ALL) == find_questions(rank(core, account), ALL)
