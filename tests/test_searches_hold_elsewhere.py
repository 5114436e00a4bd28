"""What a search finds is checked in runs that it never saw, and with seats as well as without."""

from dataclasses import replace

import pytest

from coprod_sim import (
    load_engagement,
    load_scenario,
)  # fmt: skip
from coprod_sim.results import discovery
from coprod_sim.results.discovery import goals, precomputed

CASE = load_scenario("reference").but({"people.citizens": 40, "decisions.count": 2})
WAYS = ["tickbox", "co_production"]


def test_a_target_is_reached_only_where_runs_that_the_search_never_saw_reach_it_as_surely():
    found = [
        discovery.goal_seek(CASE, *WAYS, target=target, measure="acceptance", runs=8)
        for target in (0.35, 0.4, 0.45)
    ]
    missed = [one for one in found if one.share_of_runs < one.sure]
    assert missed, "a search over few runs takes what flatters it"
    assert not any(one.reached for one in missed)
    assert all(one.reached for one in found if one not in missed)


def test_a_way_fits_only_where_it_costs_no_more_in_runs_that_the_search_never_saw(monkeypatch):
    found = discovery.best_within(CASE, *WAYS, money=15_000.0, runs=8)
    assert found.fits
    dearer = replace(found, money=15_001.0)  # where more people came than in the runs searched with
    monkeypatch.setattr(goals, "_best_of_two", lambda *_: dearer)
    assert not discovery.best_within(CASE, *WAYS, money=15_000.0, runs=8).fits


def test_a_search_for_the_best_also_tries_ways_without_seats():
    """With 40 seats, 50 in 100 of those who lose accepted the best way; with room for all, 53 do."""
    once = load_scenario("west_dulwich").but({"decisions.count": 1})
    found = discovery.best_within(once, *WAYS, weeks=30.0, runs=8)
    assert found.fits
    assert found.engagement.seats == 0.0
    assert found.mean == pytest.approx(0.5279, abs=0.0001)


def test_the_cheapest_way_to_a_goal_worked_out_beforehand_may_have_no_seats():
    """It was one of GBP 9,042 with 40 seats."""
    case, start, goal = load_scenario("west_dulwich"), *map(load_engagement, WAYS)
    known = precomputed.look_up(case, start, goal)
    assert known is not None
    assert known.goals is not None
    found = known.goals.toward(0.35)
    assert found is not None
    assert found.money == pytest.approx(7_280.0)
    assert (found.engagement.seats, found.effort.weeks) == (0.0, pytest.approx(9.2))


def test_with_a_goal_that_has_no_seats_a_search_tries_nothing_else():
    assert [one.seats for one in goals.seatings_of(load_engagement("tickbox"))] == [0.0]
    assert [one.seats for one in goals.seatings_of(load_engagement("co_production"))] == [40.0, 0.0]
