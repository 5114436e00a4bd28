"""Answers on any scale become shares on eleven steps by overlap; any range and any words can be a scale."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coprod_sim.population.answer_scales import (
    BINS,
    AnswerScale,
    parse_scale,
    share_trusting,
    trust_table,
)

ENDS = {
    "0-10": (0, 10), "1-5": (1, 5), "1-7": (1, 7), "1-4": (1, 4), "0-3": (0, 3), "1-10": (1, 10),
    "-3-3": (-3, 3), "0-1": (0, 1), "0-100": (0, 100), "1-100": (1, 100),
}  # fmt: skip
POINTS = ["0-10", "1-5", "1-7", "1-4", "0-3", "1-10", "-3-3"]


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
    return list(trust_table(np.array(answers, dtype=float), heights, parse_scale(scale)))


def test_a_range_is_a_scale_of_points_or_of_places_on_a_line():
    assert BINS == 11
    for name, (low, high) in ENDS.items():
        found = parse_scale(name)
        assert (found.low, found.high, found.name, found.words) == (low, high, name, ())
    assert [name for name in ENDS if parse_scale(name).has_points] == POINTS
    assert parse_scale("0-20").has_points
    assert not parse_scale("0-21").has_points


@pytest.mark.parametrize(
    "given", ["1-5", "1 to 5", "1\N{EN DASH}5", " 1 - 5 ", "1to5", "1..5", "+1-5"]
)
def test_a_range_is_known_however_it_is_written(given):
    assert parse_scale(given) == AnswerScale(1, 5)


@pytest.mark.parametrize(
    "given", ["low < middle < high", ["low", " middle", "high"], ("low", "middle", "high")]
)
def test_words_from_least_to_most_trust_are_a_scale(given):
    found = parse_scale(given)
    assert found == AnswerScale(1, 3, ("low", "middle", "high"))
    assert (found.name, found.has_points) == ("low < middle < high", True)
    assert parse_scale("no < yes").has_points


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("x", "'x' is not a scale; a scale is a range of whole numbers, such as 1-4, or the answers"),
        ("1", "is not a scale"), ("1-2-3", "is not a scale"), ("0.5-1", "is not a scale"),
        ("5-1", "must rise"), ("1-1", "must rise"), ("0-1001", "stay within 1,000 of 0"),
        ("a <", "at least two different answers"), ("a < A", "at least two different answers"),
        (["a"], "at least two different answers"), ("a < b < a", "at least two different answers"),
    ],
)  # fmt: skip
def test_what_is_no_scale_is_refused_with_what_is_one(given, said):
    with pytest.raises(ValueError, match=said):
        parse_scale(given)


@pytest.mark.parametrize("name", ENDS)
def test_a_scale_holds_its_ends_and_nothing_beyond_and_can_be_turned_round(name):
    low, high = ENDS[name]
    asked = np.array([low - 0.01, low, (low + high) / 2, high, high + 0.01])
    assert parse_scale(name).holds(asked).tolist() == [False, True, True, True, False]
    assert parse_scale(name).turned(asked[1:4]).tolist() == [high, (low + high) / 2, low]


def test_a_scale_cannot_be_changed():
    with pytest.raises(AttributeError):
        parse_scale("0-1").low = 1  # pyright: ignore[reportAttributeAccessIssue]
    assert AnswerScale(0, 1) == AnswerScale(0, 1)


@pytest.mark.parametrize("scale", POINTS)
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
     ("0-100", 91, 10), ("0-100", 100, 10), ("1-100", 1, 0), ("1-100", 10, 1), ("1-100", 100, 10)],
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


@pytest.mark.parametrize(
    ("scale", "answers", "weights", "share"),
    [
        ("1-5", [1, 2, 3, 4, 5], None, 0.4),  # the middle itself is not above it
        ("1-4", [1, 2, 3, 4], None, 0.5),
        ("0-10", [5, 6], [1.0, 3.0], 0.75),
        ("0-100", [50, 50.5], None, 0.5),
        ("0-1", [0, 0], None, 0.0),
    ],
)
def test_the_share_that_trusts_is_counted_on_the_answers_themselves(scale, answers, weights, share):
    heights = np.ones(len(answers)) if weights is None else np.array(weights)
    found = share_trusting(np.array(answers, dtype=float), heights, parse_scale(scale))
    assert found == pytest.approx(share)
