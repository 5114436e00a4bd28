"""What a search finds is checked in runs that it never saw, and with seats as well as without."""

from dataclasses import replace

import pandas as pd
import pytest

from coprod_sim import (
    compare,
    load_engagement,
    load_scenario,
    scenario_names,
)  # fmt: skip
from coprod_sim.results import discovery
from coprod_sim.results.discovery import goals, precomputed, search_starts, searching

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


def test_the_cheapest_way_to_a_goal_worked_out_beforehand_may_ask_nobody():
    """It was one of GBP 9,042 with 40 seats, then one of 7,280 without any."""
    case, start, goal = load_scenario("west_dulwich"), *map(load_engagement, WAYS)
    known = precomputed.look_up(case, start, goal)
    assert known is not None
    assert known.goals is not None
    found = known.goals.toward(0.35)
    assert found is not None
    assert found.money == pytest.approx(1_260.0)
    assert (found.engagement.asked, found.engagement.seats) == (False, 0.0)


def test_a_search_also_tries_telling_people_and_asking_nobody():
    """A finance director found GBP 15,500 for a goal that the library's telling openly reached for 10,500."""
    found = discovery.goal_seek("west_dulwich", *WAYS, target=0.35, runs=8)
    assert found.reached
    assert not found.engagement.asked
    assert found.engagement.influence == found.engagement.buy_in == 0.0
    assert found.money < 3_000.0
    involving = discovery.goal_seek("west_dulwich", *WAYS, target=0.35, runs=8, involving=True)
    assert involving.engagement.asked
    assert involving.money > found.money


@pytest.mark.parametrize("dial", ["buy_in", "expectations", "performance", "influence"])
def test_a_dial_left_at_0_where_nobody_is_asked_changes_nothing_there(dial: str):
    told = load_engagement("told_openly")
    turned = told.but({dial: 1.0 - getattr(told, dial)}, name="turned")
    found = compare(CASE, [told, turned], runs=8, draws=0, over="luck")
    one, other = (
        found.frame[found.frame["engagement"] == name] for name in ("told_openly", "turned")
    )
    pd.testing.assert_frame_equal(
        one.drop(columns="engagement").reset_index(drop=True),
        other.drop(columns="engagement").reset_index(drop=True),
    )
    assert found.efforts["told_openly"] == found.efforts["turned"]


def test_a_search_tries_seats_only_where_there_are_any_and_asks_nobody_only_where_it_may():
    def tried(name: str, *, involving: bool) -> list[tuple[float, bool]]:
        kinds = search_starts.kinds_of(load_engagement(name), involving=involving)
        return [(one.seats, one.asked) for one in kinds]

    assert tried("tickbox", involving=True) == [(0.0, True)]
    assert tried("tickbox", involving=False) == [(0.0, True), (0.0, False)]
    assert tried("co_production", involving=True) == [(40.0, True), (0.0, True)]
    assert tried("co_production", involving=False) == [(40.0, True), (0.0, True), (0.0, False)]


def test_what_the_library_calls_cheapest_reaches_its_goal_in_runs_it_was_not_searched_with():
    """Of the goals of 20 cases 35 were reached in fewer than 8 of 10 such runs, one in 575 of 1,000."""
    start, goal = map(load_engagement, WAYS)
    short = {}
    for name in scenario_names():
        known = precomputed.look_up(load_scenario(name), start, goal)
        answers = known.goals.answers if known and known.goals else ()
        missed = {a.target for a in answers if a.reached and a.share_of_runs < 0.8}
        short |= {name: missed} if missed else {}
    # There more than was asked is out of reach; the answer says how often it holds.
    beyond = {
        "lewisham_hospital": {0.5},
        "somerset_schools": {0.55},
        "zero_sum_closure": {0.3, 0.35},
    }
    assert short == beyond


def test_a_find_that_does_not_hold_elsewhere_is_sought_again_for_more(monkeypatch):
    asked, holds = [], {0.8: 0.7, 0.85: 0.75, 0.9: 0.825}
    found = discovery.goal_seek(CASE, *WAYS, target=0.35, measure="acceptance", runs=8)

    def sought(_search, _start, terms, _tell):
        asked.append(round(terms.sure, 2))
        return replace(found, sure=terms.sure, share_of_runs=holds[asked[-1]], best=1 - terms.sure)

    monkeypatch.setattr(goals, "_cheapest", sought)
    terms = goals.LookedFor(searching.CHEAPEST, target=0.35)
    best = goals.cheapest_of([None], load_engagement("tickbox"), terms, goals.untold)
    assert asked == [0.8, 0.85, 0.9]
    assert (best.sure, best.share_of_runs) == (0.8, 0.825)
    assert best.best == pytest.approx(0.2)  # what can be reached at all is told for what was asked
