"""Answers on any scale become shares on eleven steps by overlap, and a scale is guessed with its reasons."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coprod_sim.population.answer_scales import (
    BINS,
    MOST_OUTSIDE,
    SCALES,
    AnswerScale,
    explain_guess,
    guess_scale,
    trust_table,
)

ENDS = {"0-10": (0, 10), "1-5": (1, 5), "1-7": (1, 7), "0-1": (0, 1), "0-100": (0, 100)}


def overlap(answer: float, low: int, high: int) -> list[float]:
    """Share one answer among eleven equal stretches of the line from 0 to 1, in exact fractions."""
    points = high - low + 1
    start = Fraction(answer - low) / points
    end = start + Fraction(1, points)
    shares = [
        max(Fraction(0), min(end, Fraction(j + 1, 11)) - max(start, Fraction(j, 11)))
        for j in range(11)
    ]
    return [float(share * points) for share in shares]


def table(answers: list[float], scale: str, weights: list[float] | None = None) -> list[float]:
    heights = np.ones(len(answers)) if weights is None else np.array(weights)
    return list(trust_table(np.array(answers, dtype=float), heights, SCALES[scale]))


def test_there_are_five_scales_three_of_them_with_points():
    found = {name: (s.low, s.high) for name, s in SCALES.items()}
    assert found == ENDS
    assert [name for name, s in SCALES.items() if s.has_points] == ["0-10", "1-5", "1-7"]
    assert all(s.name == name for name, s in SCALES.items())
    assert (BINS, MOST_OUTSIDE) == (11, 0.2)


@pytest.mark.parametrize("name", ENDS)
def test_a_scale_holds_its_ends_and_nothing_beyond(name):
    low, high = ENDS[name]
    asked = np.array([low - 0.01, low, (low + high) / 2, high, high + 0.01])
    assert SCALES[name].holds(asked).tolist() == [False, True, True, True, False]


def test_a_scale_cannot_be_changed():
    with pytest.raises(AttributeError):
        SCALES["0-1"].low = 1  # pyright: ignore[reportAttributeAccessIssue]
    assert AnswerScale("x", 0, 1, True) == AnswerScale("x", 0, 1, True)


@pytest.mark.parametrize("scale", ["0-10", "1-5", "1-7"])
def test_every_point_is_shared_by_how_much_it_overlaps(scale):
    low, high = ENDS[scale]
    for answer in range(low, high + 1):
        assert table([answer], scale) == pytest.approx(overlap(answer, low, high), abs=1e-12)


@given(answer=st.floats(1, 5))
@example(answer=2.5)
def test_an_answer_between_two_points_covers_a_stretch_of_the_same_length(answer):
    expected = overlap(answer, 1, 5)
    total = sum(expected)  # beyond the last point a part of the stretch lies outside
    assert table([answer], "1-5") == pytest.approx(expected, abs=1e-9)
    assert total <= 1 + 1e-9


@pytest.mark.parametrize(
    ("scale", "answer", "step"),
    [("0-1", 0.0, 0), ("0-1", 0.09, 0), ("0-1", 0.1, 1), ("0-1", 0.95, 10), ("0-1", 1.0, 10),
     ("0-100", 0, 0), ("0-100", 9, 0), ("0-100", 10, 1), ("0-100", 54, 5), ("0-100", 55, 6),
     ("0-100", 91, 10), ("0-100", 100, 10)],
)  # fmt: skip
def test_an_answer_on_a_line_falls_whole_into_one_step(scale, answer, step):
    assert table([answer], scale) == [1.0 if k == step else 0.0 for k in range(11)]


def test_weights_say_how_much_each_answer_counts_also_when_it_comes_twice():
    found = table([0, 10, 0, 5], "0-10", [1.0, 4.0, 2.0, 1.0])
    assert found == pytest.approx([3 / 8, 0, 0, 0, 0, 1 / 8, 0, 0, 0, 0, 4 / 8])


@given(weights=st.lists(st.floats(1e-3, 1e9), min_size=1, max_size=20))
def test_no_share_is_above_1_however_weights_round(weights):
    found = table([7] * len(weights), "0-10", weights)
    assert max(found) <= 1.0
    assert all(type(share) is float for share in found)


# Guessing


@pytest.mark.parametrize(
    ("answers", "scale"),
    [
        ([0, 1], "0-1"),
        ([0.5], "0-1"),
        ([1], "1-5"),  # 1 alone is a point, no line
        ([0.99, 1.01], "0-10"),
        ([1, 5], "1-5"),
        ([1, 5.5], "1-7"),
        ([1, 7], "1-7"),
        ([1, 7.5], "0-10"),
        ([0, 5], "0-10"),
        ([2, 10], "0-10"),
        ([5] * 19 + [50], "1-5"),  # 1 in 20 is not more than 5 in 100
        ([5] * 18 + [50], "0-100"),
        ([5] * 18 + [10], "0-10"),  # 10 is no answer above 10
        ([5] * 18 + [10.5], "0-100"),
        ([5] * 18 + [77], "1-5"),  # 77 may be a code
        ([5] * 18 + [76.5], "0-100"),
        ([3, 3, 99, 88], "1-5"),  # half lie between 0 and 10
        ([3, 3, 99, 88, 80], "0-100"),
        ([3, 3, -1, -2, -3], "0-100"),
    ],
)
def test_the_scale_is_the_shortest_that_holds_the_answers(answers, scale):
    assert guess_scale(np.array(answers, dtype=float)).name == scale


def explained(answers: list[float], scale: str) -> str:
    return explain_guess(SCALES[scale], np.array(answers, dtype=float))


def test_a_guess_is_explained_with_how_far_the_answers_run_and_what_else_fits():
    assert explained([1, 2.5, 5, 99], "1-5") == (
        "The scale was guessed as 1-5, because the answers run from 1 to 5; they could also come from"
        " a 1-7 or 0-10 question. If the guess is wrong, give the scale with --scale."
    )
    assert explained([2, 8], "0-10") == (
        "The scale was guessed as 0-10, because the answers run from 2 to 8."
        " If the guess is wrong, give the scale with --scale."
    )
    assert "; they could also come from a 0-10 question." in explained([1, 7], "1-7")
    assert "run from 20 to 90. If" in explained([20, 90], "0-100")


@pytest.mark.parametrize(
    ("answers", "warned"),
    [([0, 5], True), ([0, 7], True), ([0, 7.5], False), ([0, 1.5], True), ([0, 1], False), ([1, 5], False)],
)  # fmt: skip
def test_a_zero_among_few_points_may_stand_for_no_answer(answers, warned):
    ending = " If 0 stands for no answer, use --missing to say so."
    assert explained(answers, "0-10").endswith(ending) == warned


def test_a_guess_without_any_answer_on_the_scale_runs_over_nothing():
    assert "run from 10 to 0" in explained([50], "0-10")
