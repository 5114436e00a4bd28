"""What is said of the law names every ground that the answers give, side by side, in both languages."""

from itertools import product
from typing import Any, cast

import node_stage
import pytest

from coprod_sim.board.leading import entered_elsewhere
from coprod_sim.briefing.law import law_in_words
from coprod_sim.gate import duty
from coprod_sim.words import ENGLISH, Words, words_in

FIVE = ("loses", "promised", "listed", "groups", "elsewhere")
EVERY = [
    {name: said for name, said in zip(FIVE, answers, strict=True) if said}
    for answers in product(("", "yes", "no", "unsure"), repeat=5)
]
FILLED = ("answer", "grounds", "left")
SECTION = "(Equality Act 2010, section 149)"
LIKELY = "a duty to ask or to involve people is likely"
GROUND = {
    "loses": "some people would lose something they have now",
    "promised": "asking was promised, or is what has always been done",
    "listed": "it is the kind of decision for which an Act may ask that people are consulted or involved",
}
TOLD = """given.every.map(([answers, duty]) => m.dutySaid({declared: given.declared,
  view: {gate: answers}, words: {say: (key, a = {}) => [key, a.answer, a.grounds, a.left].join("|") + "."}},
  {duty}))"""


def english(**answers: str) -> str:
    return law_in_words(dict.fromkeys(FIVE, "no") | answers, words_in(ENGLISH))


@pytest.mark.parametrize("law", [{"loses": "yes"}, {"promised": "yes"}, {"listed": "yes"}, {}])
def test_equality_is_named_whatever_else_is_likely(law: dict[str, str]):
    assert SECTION in english(groups="yes", **law)
    assert SECTION in english(groups="unsure", **law)
    assert SECTION not in english(**law)
    assert (LIKELY in english(groups="yes", **law)) == bool(law)


def test_equality_is_named_beside_what_is_open_unsure_or_elsewhere():
    t = words_in(ENGLISH)
    assert SECTION in law_in_words({"groups": "yes"}, t)
    assert SECTION in english(groups="yes", listed="unsure")
    assert SECTION in english(groups="yes", elsewhere="yes")


def test_each_ground_of_a_duty_to_ask_that_is_answered_with_yes_is_named_and_no_other():
    for answers in EVERY:
        said = law_in_words(answers, words_in(ENGLISH))
        for name, ground in GROUND.items():
            sure = said.replace(f"whether {ground}", "")
            named = f"{ground};" in sure or f"{ground}." in sure
            assert named == (answers.get(name) == "yes"), answers


def test_no_two_sets_of_answers_with_another_yes_or_doubt_are_told_the_same():
    told: dict[str, frozenset[tuple[str, str]]] = {}
    for answers in EVERY:
        said = law_in_words(answers, words_in(ENGLISH))
        given = frozenset((k, v) for k, v in answers.items() if v != "no")
        assert told.setdefault(said, given) == given


def test_the_page_says_the_same():
    """The words are stood in for by their names and what they are filled with."""

    def say(key: str, **a: Any) -> str:
        return "|".join(str(x) for x in (key, *map(a.get, FILLED, ("", "", "")))) + "."

    every = [(one, duty(one)) for one in EVERY]
    given = {"declared": entered_elsewhere(), "every": every}
    told = node_stage.worked_out("leaders/gate.tsx", TOLD, given)
    assert told == [law_in_words(one, cast("Words", say)) for one in EVERY]
