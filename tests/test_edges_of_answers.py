"""Every number that can come out belongs to one answer alone, by the words of the answers as well."""

import re
from itertools import pairwise

import pytest
from counted_apart import every_question

from coprod_sim.learning.items import FARTHEST

QUESTIONS = [
    one for one in every_question() if one[1].read.rule not in ("highest", "lowest", "order")
]
N = r"(\d+(?:\.\d+)?)"
HOLDS = (
    rf"within {N}",
    rf"up to {N}",
    rf"{N} (?:points?|in 100 people)? ?or more",
    rf"(?<!up to ){N} (?:points? )?to {N}",
)
LEAVES_OUT = (rf"(?:less|more|fewer) than {N}",)


def edges(text: str, patterns: tuple[str, ...]) -> set[float]:
    """Find the numbers that the words of an answer take in, or leave out."""
    plain = text.lower().replace("half a point", "0.5 points")
    found = [m.groups() for p in patterns for m in re.finditer(p, plain)]
    return {float(number) for groups in found for number in groups}


@pytest.mark.parametrize(("name", "question"), [pytest.param(*q[:2], id=q[0]) for q in QUESTIONS])
def test_no_result_is_two_answers_at_once_by_their_words(name, question):
    for one, other in pairwise(sorted(question.options, key=lambda o: o.low)):
        edge = abs(one.high)
        assert edge < FARTHEST, name
        taken = [edge in edges(o.text, HOLDS) for o in (one, other)]
        left = [edge in edges(o.text, LEAVES_OUT) for o in (one, other)]
        assert taken.count(True) <= 1, f"{edge:g} is both in {one.text!r} and in {other.text!r}"
        assert left.count(True) <= 1, f"{edge:g} is neither in {one.text!r} nor in {other.text!r}"


@pytest.mark.parametrize(
    ("text", "held", "out"),
    [
        ("About the same (within 1)", {1.0}, set()),
        ("From 1 to 20 more", {1.0, 20.0}, set()),
        ("More than 10 and up to 20 fewer", {20.0}, {10.0}),
        ("Behind by 2 points or more", {2.0}, set()),
        ("It is the same (less than half a point apart)", set(), {0.5}),
    ],
)
def test_the_words_of_an_answer_say_which_ends_belong_to_it(text, held, out):
    assert (edges(text, HOLDS), edges(text, LEAVES_OUT)) == (held, out)
