"""What a search finds is checked in runs that it never saw."""

from dataclasses import replace

from coprod_sim import (
    load_scenario,
)  # fmt: skip
from coprod_sim.results import discovery
from coprod_sim.results.discovery import goals

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
