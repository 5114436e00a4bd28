"""The sets of assumptions that ranges are taken over are those that docs/odd.md, section 7.17, describes."""

from importlib import resources

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.stats import qmc

from coprod_sim.assumptions import DECLARED, Assumptions
from coprod_sim.errors import InputError
from coprod_sim.results.uncertainty import moved, sets_over
from coprod_sim.scenarios import load_scenario

FIXED = (
    "knowledge_floor", "knowledge_ceiling", "responsiveness_start", "plan_moves", "seats_floor",
)  # fmt: skip
FREE = [name for name in Assumptions._fields if name not in FIXED]


def described(draws: int, seed: int) -> np.ndarray:
    """Give the points of the unit cube: the first of the smallest power of two that is enough."""
    m = 0
    while 2**m < draws:
        m += 1
    cube = qmc.Sobol(len(FREE), scramble=True, rng=np.random.default_rng(seed))
    return cube.random_base2(m)[:draws]


@pytest.mark.parametrize(("draws", "seed"), [(1, 1), (2, 1), (3, 7), (8, 2), (9, 2)])
def test_moved_copies_are_the_described_ones(draws, seed):
    start = Assumptions()
    copies = moved(start, draws, seed)
    assert len(copies) == draws
    for copy, point in zip(copies, described(draws, seed), strict=True):
        for name, coordinate in zip(FREE, point, strict=True):
            value = getattr(start, name) * (0.5 + coordinate)
            kept = min(max(value, DECLARED[name].low), DECLARED[name].high)
            assert getattr(copy, name) == pytest.approx(kept), name
        for name in FIXED:
            assert getattr(copy, name) == getattr(start, name), name


def test_no_draws_are_no_copies():
    assert list(moved(Assumptions(), 0, 1)) == []


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**63), reach=st.sampled_from([0.5, 0.1]))
@example(seed=0, reach=0.5)
def test_a_number_moves_by_its_reach_at_most_and_uses_it(seed, reach):
    start = Assumptions()
    ratios = np.array(
        [[getattr(c, n) / getattr(start, n) for n in FREE] for c in moved(start, 16, seed, reach)]
    )
    assert (abs(ratios - 1) <= reach + 1e-12).all()
    assert ratios.min() < 1 - 0.9 * reach
    assert ratios.max() > 1 + 0.9 * reach


def test_a_moved_number_stays_inside_its_range_and_0_stays_0():
    start = Assumptions()._replace(word_of_mouth=0.45, others_weight=0.9, hearsay_mean=0.0)
    copies = moved(start, 32, 1)
    assert max(c.word_of_mouth for c in copies) == 0.5
    assert max(c.others_weight for c in copies) == 1.0
    assert {c.hearsay_mean for c in copies} == {0.0}


def test_the_copies_of_a_case_start_from_its_own_numbers():
    case = load_scenario("reference").but({"assumptions.trust_speed": 0.4})
    (copy,) = sets_over("moved", case, 1, 5)
    place = FREE.index("trust_speed")
    assert copy.trust_speed == pytest.approx(0.4 * (0.5 + described(1, 5)[0, place]))
    assert copy == moved(case.rules, 1, 5)[0]


def test_sets_not_ruled_out_are_those_that_ship_and_leave_the_cases_own_numbers_alone():
    shipped = resources.files("coprod_sim.results") / "data" / "not_ruled_out.parquet"
    with resources.as_file(shipped) as path:
        kept = pd.read_parquet(path)
    case = load_scenario("reference").but({"assumptions.trust_speed": 0.4})
    first, second = sets_over("not_ruled_out", case, 2, 5)
    assert {first.trust_speed, second.trust_speed} == {0.4}
    names = [n for n in FREE if n in kept.columns and n != "trust_speed"]
    assert len(names) > 50
    for found, row in zip((first, second), kept.head(2).to_dict("records"), strict=True):
        assert [getattr(found, n) for n in names] == [row[n] for n in names]
    assert len(sets_over("not_ruled_out", case, 4096, 5)) == 100


def test_sets_of_no_known_kind_are_refused_with_those_there_are():
    with pytest.raises(InputError) as caught:
        sets_over("not_ruled_owt", load_scenario("reference"), 1, 1)
    assert str(caught.value) == (
        "over must be one of moved, not_ruled_out, but is 'not_ruled_owt'; "
        "did you mean 'not_ruled_out'?"
    )
