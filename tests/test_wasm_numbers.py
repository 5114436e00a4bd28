"""Whatever stands between sums and what a screen says comes out of the module as it does in Python."""

import inspect
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from coprod_sim.assumptions import REFERENCE
from coprod_sim.engagement import load_engagement
from coprod_sim.engagement.scored import how_far_apart
from coprod_sim.engine.laying_out import lay_out
from coprod_sim.engine.offered import OFFERED
from coprod_sim.gate import gate_duty, gate_outcome, gate_reasons
from coprod_sim.model.civic_model import CivicModel
from coprod_sim.model.setting import arm_of, setting_of
from coprod_sim.model.story import Story, in_words
from coprod_sim.population import population_of
from coprod_sim.population.population import fill_trust_table, mix_shares
from coprod_sim.results import deciding, judging
from coprod_sim.results.discovery import searching, trust_repair
from coprod_sim.results.discovery.believing import beliefs_of
from coprod_sim.results.discovery.coming_out import gains_of, outcome_at
from coprod_sim.results.discovery.explaining import explained
from coprod_sim.results.discovery.searching import weigh
from coprod_sim.results.paying import which_do_not_pay
from coprod_sim.results.ranges_loops import mean_and_ends_of
from coprod_sim.results.shapley import shapley_value
from coprod_sim.results.switches import switch_channels, switch_steps
from coprod_sim.scenarios import load_scenario
from coprod_sim.wasm import machine

LUCK = np.random.default_rng(12)
NAN = math.nan
MODELS = LUCK.random((100, 6))
TICKBOX, CO_PRODUCTION = (
    np.array(load_engagement(name).dials) for name in ("tickbox", "co_production")
)
OUTS: list[tuple[Callable[..., Any], tuple[Any, ...], int]] = [
    (mean_and_ends_of, (LUCK.normal(size=24),), 3),
    (mean_and_ends_of, (LUCK.normal(size=1),), 3),
    *((shapley_value, (LUCK.normal(size=32 * 24), 5.0, float(k)), 24) for k in range(5)),
    *((shapley_value, (LUCK.normal(size=16 * 3), 4.0, float(k)), 3) for k in range(4)),
    *((switch_steps, (TICKBOX, CO_PRODUCTION, float(on)), 10) for on in range(32)),
    *((switch_channels, (np.array(REFERENCE), float(on)), len(REFERENCE)) for on in range(16)),
    *((gate_reasons, (LUCK.integers(0, 4, 12) * 1.0, 2.0, 1.0), 14) for _ in range(40)),
    *((fill_trust_table, (LUCK.integers(0, 9, 11) * (LUCK.random(11) < 0.7) + 0.0,), 1025)
      for _ in range(8)),
    (mix_shares, (np.array([0.3, 0.5, 0.1]), LUCK.random(33)), 11),
    *((which_do_not_pay, (LUCK.normal(0.05, 0.1, 30 * 2 * 4 * 8), 2.0, 4.0, 1.0, 1.0, 3.0, least), 30)
      for least in (0.0, 0.05)),
    *((beliefs_of, (MODELS.ravel(), (MODELS[:, k] + MODELS[:, 2] > 1.0) * 1.0, np.zeros(6), np.ones(6)), 24)
      for k in range(4)),
    *((outcome_at, (LUCK.random(10), TICKBOX, CO_PRODUCTION), 13) for _ in range(9)),
    (gains_of, (np.where(LUCK.random(40 * 2 * 8) < 0.1, NAN, LUCK.random(40 * 2 * 8)), 8.0), 40),
    *((weigh, (mode, 0.4, 0.8, 30_000.0, 12.0, hours, least, 35.0, 9.5, 900.0, np.array([400.0, 2.5, 11.0]),
               LUCK.random(24), LUCK.random(24)), 7)
      for mode in (0.0, 1.0) for hours in (399.0, 401.0) for least in (0.0, 800.0)),
    (lay_out, (LUCK.integers(0, 40, 300).astype(float),), 80),
]  # fmt: skip
"""Functions that fill a row in, what they are given, and how long the row is."""
NUMBERS: list[tuple[Callable[..., Any], tuple[Any, ...]]] = [
    *((gate_outcome, (LUCK.integers(0, 4, 12) * 1.0, float(s), float(t)))
      for s in range(3) for t in range(4)),
    *((gate_outcome, (np.ones(12), float(s), float(t))) for s in range(3) for t in range(4)),
    *((gate_duty, (LUCK.integers(0, 4, 12) * 1.0,)) for _ in range(40)),
    *((deciding.side, ends) for ends in ((1.0, 2.0), (-2.0, -1.0), (-1.0, 1.0), (NAN, NAN))),
    *((deciding.best_way, (np.array([1.0, NAN, 3.0, 3.0]), low)) for low in (0.0, 1.0)),
    *((deciding.lead, (top, np.array([-3.0, 1.0]), np.array([-1.0, 2.0]))) for top in (0.0, 1.0, 2.0)),
    (deciding.count_open, (np.array([-3.0, 1.0, -1.0]), np.array([-1.0, 2.0, 1.0]))),
    *((deciding.is_misled, tuple(LUCK.normal(size=5).tolist())) for _ in range(30)),
    *((how_far_apart, pair) for pair in ((0.3, 0.4), (0.7, 0.4), (0.2, 0.9))),
    *((judging.band_of, (value, np.array([-2.0, 2.0, 5.0]), np.array([2.0, 5.0, 9.0])))
      for value in (-3.0, -2.0, 1.9, 2.0, 8.0, 9.0, NAN)),
    *((judging.first_reaching, (np.array([1.0, 3.0, 2.0, 3.0]), mark)) for mark in (0.0, 2.5, 4.0)),
    *((judging.out_of_order, (LUCK.normal(size=5), close)) for close in (0.0, 0.5, 2.0, 9.0)),
    *((deciding.how_often, (count, 100.0)) for count in (0.0, 3.0, 20.0, 21.0, 49.0, 50.0, 99.0, 100.0)),
]  # fmt: skip
"""Functions that give a number, and what they are given."""


def names(cases: list) -> list[str]:
    return sorted({case[0].__name__ for case in cases})


@pytest.mark.parametrize("name", names(OUTS))
def test_a_row_is_filled_in_with_the_same_bits(name: str):
    for function, given, size in OUTS:
        if function.__name__ == name:
            here, there = np.full(size, 7.0), np.full(size, 7.0)
            function(*given, here)
            machine().call(name, *given, out=there)
            assert here.tobytes() == there.tobytes(), given
            assert not (here == 7.0).all()


@pytest.mark.parametrize("name", names(NUMBERS))
def test_a_number_comes_out_the_same(name: str):
    for function, given in NUMBERS:
        if function.__name__ == name:
            assert machine().call(name, *given) == function(*given), given


def test_everything_offered_is_compared_here_or_beside():
    beside = {
        "play", "play_series", "network", "measure", "cost", "ranges_of_runs", "ranges_of_gains",
        "gains_over", "share_of", "lean_of", "sets_below",
    }  # fmt: skip
    beside |= {"begin_search", "propose", "take", "how_far", "explained", "wait_for_trust"}
    beside |= {"measure_splits"}
    here = {*names(OUTS), *names(NUMBERS), "watch", "link_up", "tell"}
    assert {function.__name__ for function in OFFERED} == beside | here


def test_a_town_is_watched_as_the_mesa_model_plays_it():
    case, way = (
        load_scenario("west_dulwich").but({"people.citizens": 90}),
        load_engagement("co_production"),
    )
    town = setting_of(case, population_of(case), 5)
    arm, people, row = (
        arm_of(way, case.rules, case.campaign),
        town.population,
        np.array(town.case_row()),
    )
    trusts = np.stack([people.trust_less_heard, people.trust_well_connected])
    ways = np.array([*arm.dials, *arm.p, arm.strength, arm.reach, arm.at])
    seen = np.zeros((town.decisions + 1, 7, 90))
    machine().call("watch", row, trusts, ways, 11.0, out=seen)
    model = CivicModel(case, way, run=11, rng=5)
    assert seen[0, 0].tolist() == [c.trust for c in model.people]
    for moment in seen[1:]:
        model.step()
        for what, name in enumerate(
            ("trust", "aware", "part", "acceptance", "vote", "merit", "fairness")
        ):
            assert moment[what].tolist() == [getattr(c, name) for c in model.people], name
    for citizen in model.people:
        told = np.zeros(len(Story._fields))
        machine().call("tell", seen, 90.0, float(citizen.number), float(town.decisions), out=told)
        assert in_words(citizen.number, citizen.group, Story(*told)) == citizen.story()
    links = np.zeros(2 * 90 * 63)
    pairs = int(machine().call("link_up", row, 11.0, out=links))
    there = [tuple(pair) for pair in links[: 2 * pairs].reshape(-1, 2).astype(int).tolist()]
    assert there == sorted(tuple(sorted(pair)) for pair in model.graph.edges)


@pytest.mark.parametrize("function", OFFERED, ids=lambda one: one.__name__)
def test_what_is_offered_says_what_goes_in(function):
    said = inspect.getdoc(function) or ""
    assert all(f"{name}" in said for name in inspect.signature(function).parameters)


@pytest.mark.parametrize("mode", [searching.CHEAPEST, searching.BEST])
def test_a_search_goes_the_same_way_in_the_module_step_by_step(mode: float):
    state = np.empty(searching.STATE)
    searching.begin_search(mode, state)
    began = np.empty_like(state)
    machine().call("begin_search", mode, out=began)
    assert began.tobytes() == state.tobytes()
    tried, steps = np.round(LUCK.random((20, searching.WIDTH)) * 20) / 20, 0
    while state[searching.PHASE] != searching.DONE:
        weighed = np.zeros((len(tried), searching.WEIGHED))
        hilly = ((tried - 0.4) ** 2).sum(axis=1) + 0.3 * np.sin(9 * tried[:, 0] + 5 * tried[:, 1])
        weighed[:, searching.WORTH], weighed[:, searching.FITS] = hilly, tried.sum(axis=1) > 1.5
        here, there = np.empty_like(state), np.empty_like(state)
        searching.take(state, tried.ravel(), weighed.ravel(), here)
        machine().call("take", state, tried.ravel(), weighed.ravel(), out=there)
        assert here.tobytes() == there.tobytes()
        assert machine().call("how_far", here) == searching.how_far(here)
        next_here, next_there = np.zeros((2, searching.MOST * searching.WIDTH))
        count = int(searching.propose(here, next_here))
        assert machine().call("propose", here, out=next_there) == count
        assert next_here.tobytes() == next_there.tobytes()
        state, tried, steps = here, next_here.reshape((-1, searching.WIDTH))[:count], steps + 1
    assert steps > 10
    assert np.isfinite(state[searching.SCORE])


def test_what_an_input_explains_is_the_same_in_the_module_but_for_rounding():
    x = LUCK.random(512)
    y = np.where(LUCK.random(512) < 0.05, NAN, x + 0.3 * LUCK.normal(size=512))
    here, there = np.empty(6), np.empty(6)
    explained(x, y, here)
    machine().call("explained", x, y, out=there)
    assert here == pytest.approx(there, abs=1e-12)
    assert here[1] < here[0] < here[2]
    assert here[4] < here[3] < here[5]
    machine().call("explained", x[:40], y[:40] * NAN, out=there)
    assert np.isnan(there).all()


def test_trust_comes_back_in_the_module_after_as_many_decisions_as_in_python():
    case, bad, good = (
        load_scenario("west_dulwich").but({"people.citizens": 200}),
        load_engagement("in_name_only"),
        load_engagement("co_production"),
    )
    found = trust_repair(case, bad, good, most_bad=2, decisions=9, runs=8)
    town = setting_of(case.but({"decisions.count": 11}), population_of(case), 1)
    people = town.population
    trusts = np.stack([people.trust_less_heard, people.trust_well_connected])
    ways = [[*way.dials, *case.rules, 0.0, 0.0, 0.0] for way in (bad, bad, *[good] * 9)]
    waited = np.empty(8)
    row = np.array(town.case_row())
    machine().call("wait_for_trust", row, trusts, np.array(ways), 0.0, 2.0, out=waited)
    assert waited.mean() == found.table.loc[2, "mean"]
    assert (waited > 9).mean() == found.table.loc[2, "not_back"]
    assert waited.min() >= 1
