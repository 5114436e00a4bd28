"""Each measure is the sum or the ratio that docs/odd.md, section 7.15, says, worked out here by hand."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_sim.model.measures import GROUPS, MEASURES, measured_in, totals_of
from coprod_sim.model.sums import PLACE

ODD = (Path(__file__).resolve().parents[1] / "docs" / "odd.md").read_text(encoding="utf-8")

# 20 less-heard and 80 well-connected people: what each sum comes to in either group
SIZES = (20, 80)
SUMS = {
    "acceptance": (9.0, 44.0),
    "votes": (8.0, 47.0),
    "trust": (6.0, 36.0),
    "knowledge": (7.0, 34.0),
    "fairness": (9.5, 41.0),
    "merit": (-3.0, 10.0),
    "draft_merit": (-5.0, 8.0),
    "reasoned": (11.0, 46.0),
    "losers": (12.0, 28.0),
    "losers_acceptance": (4.0, 7.0),
    "aware": (10.0, 60.0),
    "part": (2.0, 6.0),
    "reached": (5.0, 31.0),
    "expected": (5.5, 27.0),
    "opposed": (13.0, 30.0),
    "opposed_part": (1.0, 4.0),
}
NAN = float("nan")
# less-heard, well-connected, all
EXPECTED = {
    "acceptance": (9 / 20, 44 / 80, 53 / 100),
    "votes": (8 / 20, 47 / 80, 55 / 100),
    "losers_acceptance": (4 / 12, 7 / 28, 11 / 40),
    "losers": (12 / 20, 28 / 80, 40 / 100),
    "trust": (6 / 20, 36 / 80, 42 / 100),
    "knowledge": (7 / 20, 34 / 80, 41 / 100),
    "fairness": (9.5 / 20, 41 / 80, 50.5 / 100),
    "reasoned_judgement": (11 / 20, 46 / 80, 57 / 100),
    "quality": (-3 / 20, 10 / 80, 7 / 100),
    "aware": (10 / 20, 60 / 80, 70 / 100),
    "took_part": (2 / 20, 6 / 80, 8 / 100),
    "reached": (5 / 20, 31 / 80, 36 / 100),
    "expected_influence": (5.5 / 20, 27 / 80, 32.5 / 100),
    "room_less_heard": (NAN, NAN, 2 / 8 - 20 / 100),
    "room_opposed": (1 / 2 - 13 / 20, 4 / 6 - 30 / 80, 5 / 8 - 43 / 100),
    "gap_acceptance": (NAN, NAN, 44 / 80 - 9 / 20),
    "gap_trust": (NAN, NAN, 36 / 80 - 6 / 20),
    "gap_quality": (NAN, NAN, 10 / 80 + 3 / 20),
}
LOWEST = {"quality": -3, "room_less_heard": -1, "room_opposed": -1}
LOWEST |= {"gap_acceptance": -1, "gap_trust": -1, "gap_quality": -3}
HIGHEST = {"quality": 0.5, "gap_quality": 3}


def sums_of(changes: dict[str, tuple[float, float]]) -> np.ndarray:
    """Make one arm's sums, groups x sums, in the order in which the drivers keep them."""
    sums = np.empty((2, len(SUMS)))
    for name, values in (SUMS | changes).items():
        sums[:, PLACE[name]] = values
    return sums


def measured(name: str, **changes: tuple[float, float]) -> list[float]:
    return MEASURES[name][1](totals_of(sums_of(changes), SIZES)).tolist()


def test_the_sums_are_kept_in_the_order_that_stored_results_were_made_with():
    assert list(PLACE) == list(SUMS)
    assert list(PLACE.values()) == list(range(16))


def test_there_is_an_expectation_for_every_measure_and_group():
    assert list(MEASURES) == list(EXPECTED)
    assert GROUPS == ("less_heard", "well_connected", "all")


@pytest.mark.parametrize("name", EXPECTED)
def test_a_measure_is_what_its_formula_says(name):
    assert measured(name) == pytest.approx(EXPECTED[name], nan_ok=True)


def test_a_ratio_with_nothing_below_the_line_is_missing():
    nobody = {"losers": (0.0, 28.0), "losers_acceptance": (0.0, 7.0)}
    assert measured("losers_acceptance", **nobody) == pytest.approx([NAN, 0.25, 0.25], nan_ok=True)
    empty = {"part": (0.0, 0.0), "opposed_part": (0.0, 0.0)}
    assert np.isnan(measured("room_opposed", **empty)).all()
    assert np.isnan(measured("room_less_heard", **empty)).all()


def test_a_share_of_a_single_person_is_a_share():
    one = {"losers": (1.0, 0.0), "losers_acceptance": (0.25, 0.0)}
    assert measured("losers_acceptance", **one) == pytest.approx([0.25, NAN, 0.25], nan_ok=True)


def test_many_runs_and_decisions_are_measured_at_once():
    sums = np.stack([sums_of({}), sums_of({"trust": (10.0, 20.0)})])[None]
    trust = MEASURES["trust"][1](totals_of(sums, SIZES))
    assert trust.shape == (1, 2, 3)
    assert trust[0, 1].tolist() == pytest.approx([0.5, 0.25, 0.3])
    assert trust[0, 0].tolist() == pytest.approx(EXPECTED["trust"])


@given(less=st.integers(1, 500), well=st.integers(1, 500), trust=st.tuples(*[st.floats(0, 1)] * 2))
def test_the_whole_public_is_both_groups_each_person_counting_once(less, well, trust):
    sums = np.zeros((2, len(SUMS)))
    sums[:, PLACE["trust"]] = less * trust[0], well * trust[1]
    found = MEASURES["trust"][1](totals_of(sums, (less, well)))
    assert found[:2] == pytest.approx(trust)
    assert found[2] == pytest.approx((less * trust[0] + well * trust[1]) / (less + well))


@pytest.mark.parametrize("name", EXPECTED)
def test_a_measure_is_declared_as_the_description_has_it(name):
    measure = MEASURES[name][0]
    row = f"| `{name}` | {measure.label} | {measure.formula} | {measure.unit} | {measure.better} |"
    assert f"{row} {measure.plain} | {measure.source} |" in ODD
    assert (measure.low, measure.high) == (LOWEST.get(name, 0), HIGHEST.get(name, 1))


def test_all_measures_are_read_off_together_in_their_order():
    found = measured_in(totals_of(sums_of({}), SIZES))
    assert found.shape == (3, 18)
    assert found[2].tolist() == pytest.approx([EXPECTED[name][2] for name in MEASURES])
