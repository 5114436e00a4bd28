"""What the module reads off a batch: measures, ranges, differences and costs, bit for bit as in Python."""

import numpy as np
import pytest

from coprod_sim.charts.values import gains_of
from coprod_sim.engagement import load_engagement
from coprod_sim.model.ensemble import NOT_KEPT
from coprod_sim.model.setting import arm_of, setting_of
from coprod_sim.population import population_of
from coprod_sim.results import MEASURES as MEASURED
from coprod_sim.results import Comparison, compare
from coprod_sim.results.ahead import lean_of, sets_below, share_of
from coprod_sim.results.effort import effort_of
from coprod_sim.results.uncertainty import sets_over
from coprod_sim.wasm import machine

WAYS = ("tickbox", "honest_consultation", "co_production")
RUNS, DRAWS, SEED = 20, 3, 9
GROUPS, SPLITS, MEASURES, SUMS, LANES = 3, 7, 21, 20, 8


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare("west_dulwich", WAYS, runs=RUNS, draws=DRAWS, seed=SEED)


@pytest.fixture(scope="module")
def batches(found: Comparison) -> tuple[np.ndarray, np.ndarray]:
    """Play what Python compares in the module: the batches as assumed, and those under other sets."""
    case = found.scenario
    town = setting_of(case, population_of(case), SEED)
    people = town.population
    trusts = np.stack([people.trust_less_heard, people.trust_well_connected])
    row = np.array(town.case_row())

    def batch(p, first: int) -> np.ndarray:
        arms = [arm_of(way, p, case.campaign) for way in found.engagements]
        ways = np.array([[*arm.dials, *arm.p, arm.strength, arm.reach, arm.at] for arm in arms])
        sums = np.zeros((town.decisions, len(arms), 2, SUMS, LANES))
        machine().call("play", row, trusts, ways, first, NOT_KEPT, out=sums)
        values = np.zeros((len(arms), town.decisions, GROUPS, MEASURES, LANES))
        machine().call("measure", row, ways, sums, out=values)
        return values

    assumed = [batch(case.rules, first) for first in range(0, RUNS, LANES)]
    sets = sets_over("plausible", case, DRAWS, SEED)
    others = [batch(p, (k + 1) * LANES) for k, p in enumerate(sets)]
    return np.stack(assumed), np.stack(others)


def test_ranges_are_pythons_to_the_last_bit(found: Comparison, batches) -> None:
    out = np.zeros(found.ranges.shape)
    machine().call("ranges_of_runs", *batches, float(len(out)), float(RUNS), out=out)
    assert np.array_equal(out, found.ranges.to_numpy(), equal_nan=True)


def test_differences_are_pythons_to_the_last_bit(found: Comparison, batches) -> None:
    rest = found.differences.loc[list(WAYS[1:])]
    table = np.concatenate([found.differences.loc[[way]].to_numpy() for way in WAYS[1:]])
    out = np.zeros(rest.shape)
    machine().call("ranges_of_gains", *batches, 3.0, float(RUNS), out=out)
    assert np.array_equal(out, table, equal_nan=True)


def test_how_often_a_way_is_ahead_is_counted_alike(found: Comparison, batches) -> None:
    columns = 6 * GROUPS * MEASURES
    asked = (3.0, float(columns), float(RUNS), 2.0, float((5 * GROUPS + 2) * MEASURES))
    out = np.zeros(DRAWS * LANES)
    machine().call("gains_over", *batches, *asked, out=out)
    first = next(iter(MEASURED))
    assert np.array_equal(out, gains_of(found, "co_production", first))
    for times in (1.0, -1.0):
        assert machine().call("share_of", out, times, 0.05) == share_of(out, times, 0.05)
        assert machine().call("sets_below", 0.1, times, out) == sets_below(0.1, times, out)
    for low in (-9.0, 1.0):
        assert machine().call("lean_of", low, 9.0, out) == lean_of(low, 9.0, out)


@pytest.mark.parametrize("name", [*WAYS, "no_exercise", "told_openly"])
def test_costs_are_pythons_to_the_last_bit(name: str) -> None:
    way, out = load_engagement(name), np.zeros(3)
    machine().call("cost", np.array(way.dials), out=out)
    assert tuple(out) == tuple(effort_of(way))


@pytest.mark.parametrize("seed", [9, 31])
def test_those_who_gain_and_lose_are_measured_apart_to_the_last_bit(seed: int) -> None:
    found = compare("west_dulwich", WAYS, runs=LANES, draws=0, seed=seed, split=True)
    case = found.scenario
    town = setting_of(case, population_of(case), seed)
    trusts = np.stack([town.population.trust_less_heard, town.population.trust_well_connected])
    arms = [arm_of(way, case.rules, case.campaign) for way in found.engagements]
    ways = np.array([[*arm.dials, *arm.p, arm.strength, arm.reach, arm.at] for arm in arms])
    row, head = np.array(town.case_row()), town.decisions * len(arms) * 2 * LANES
    sums = np.zeros(head * (SUMS + SPLITS * (SUMS + 1)))
    machine().call("play", row, trusts, ways, 0, NOT_KEPT, out=sums)
    values = np.zeros((len(arms), town.decisions, SPLITS, MEASURES, LANES))
    machine().call("measure_splits", row, ways, sums, out=values)
    table = found.frame
    for place, group in enumerate(
        (
            "winners",
            "losers",
            "participants",
            "non_participants",
            "low_trust",
            "middle_trust",
            "high_trust",
        )
    ):
        for way, name in enumerate(WAYS):
            rows = table[(table["engagement"] == name) & (table["group"] == group)]
            there = rows.iloc[:, -MEASURES:].to_numpy().reshape(LANES, town.decisions, MEASURES)
            assert np.array_equal(
                values[way, :, place], there.transpose(1, 2, 0), equal_nan=True
            ), (name, group)
    plain = np.zeros((len(arms), town.decisions, GROUPS, MEASURES, LANES))
    machine().call("measure", row, ways, sums, out=plain)
    everybody = table[(table["engagement"] == WAYS[-1]) & (table["group"] == "all")]["acceptance"]
    assert np.array_equal(plain[-1, :, 2, 0].T, everybody.to_numpy().reshape(LANES, town.decisions))
