"""The words, numbers and scales of the charts: they fit, read well and hold everything."""

import doctest
import math
import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_sim.charts import over_time, words
from coprod_sim.charts.axes import around, hundred
from coprod_sim.charts.labels import listing, spread, text_width, wrap
from coprod_sim.charts.theme import WIDTH


@given(st.lists(st.tuples(st.floats(-50, 250), st.floats(5, 60)), min_size=1, max_size=12))
def test_labels_are_pushed_apart_and_keep_their_order(labels: list[tuple[float, float]]):
    wanted, heights = [w for w, _ in labels], [h for _, h in labels]
    places = spread(wanted, heights, 0.0, 200.0)
    order = sorted(range(len(labels)), key=lambda k: (places[k], k))
    assert [wanted[k] for k in order] == sorted(wanted)
    for one, other in pairwise(order):
        room = (heights[one] + heights[other]) / 2
        assert places[other] - places[one] >= room - 1e-6
    assert min(p - h / 2 for p, h in zip(places, heights, strict=True)) >= -1e-6
    if sum(heights) <= 200.0:
        assert max(p + h / 2 for p, h in zip(places, heights, strict=True)) <= 200.0 + 1e-6


@given(st.text(max_size=80), st.floats(40, 320), st.integers(1, 3))
def test_words_are_broken_to_fit(said: str, width: float, lines: int):
    broken = wrap(said, width, lines)
    assert len(broken) <= lines
    assert all(text_width(part) <= width for part in broken)
    joined = "".join(broken).rstrip("…").replace(" ", "")
    assert "".join(said.split()).startswith(joined.replace("…", "")) or "…" in said


@given(st.lists(st.floats(-1e6, 1e6), max_size=6))
def test_a_scale_has_round_ends_and_holds_zero_and_everything(values: list[float]):
    scale = around([*values, math.nan], 10.0, 200.0)
    hair = 1e-6 * (1.0 + max(0.0, *values, 0.0) - min(0.0, *values, 0.0))
    assert scale.low <= min(0.0, *values, 0.0) + hair
    assert scale.high >= max(0.0, *values, 0.0) - hair
    assert 2 <= len(scale.marks) <= 8
    assert scale.at(scale.low) == pytest.approx(10.0)


def test_where_there_is_nothing_to_show_the_scale_goes_from_0_to_1():
    assert around([math.nan], 0.0, 100.0).marks == [0.0, 0.25, 0.5, 0.75, 1.0]


def test_shares_always_stand_on_the_same_scale():
    assert hundred(0.0, 200.0).marks == [0.0, 25.0, 50.0, 75.0, 100.0]
    assert hundred(0.0, 200.0).at(50.0) == 100.0


def test_lists_read_like_a_sentence():
    assert [listing(list("abc")[:k]) for k in range(4)] == ["", "a", "a and b", "a, b and c"]


def test_the_examples_in_words_hold():
    assert doctest.testmod(words).failed == 0
    assert doctest.testmod(words).attempted > 5


def test_minus_zero_is_never_written():
    assert words.number(-0.2) == "0"
    assert words.span(-0.2, 0.3, sign=True) == "\N{MINUS SIGN}0.2 to +0.3"
    assert words.difference(-0.3, -0.2) == "0.2 to 0.3 in 100 less"


def test_a_wide_range_at_the_end_of_a_line_keeps_clear_of_the_edge():
    """As for decision quality of the captured room: its range was cut by the edge of the picture."""
    row = [[-15.0, -20.0, -10.0, -91.4, 62.5]] * 2
    told = over_time.Series("t", "f", "h", "f", share=False, ways=["A room"], digits=1)
    svg = over_time.picture_of(told, np.array([row]))
    ((start, numbers),) = re.findall(
        r'<text x="([\d.]+)"[^>]*>(\N{MINUS SIGN}91\.4 to 62\.5)<', svg
    )
    assert float(start) + text_width(numbers, bold=True) <= WIDTH - over_time.MARGIN + 0.1
