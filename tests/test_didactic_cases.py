"""Each teaching case teaches on the engine what its text says, and none of them flatters.

The texts stand in `scenarios/library/*.toml` under `outcome`. In every case but the plain reference
one, co-production does not simply win on terms that a leader would name.
"""

from functools import cache

import numpy as np
import pandas as pd
import pytest

from coprod_sim.engagement import load_engagement
from coprod_sim.results import Comparison, compare
from coprod_sim.results.effort import effort_of
from coprod_sim.scenarios import load_scenario

RUNS = 24
SEATED = 40
"""People in the co-production room."""

pytestmark = pytest.mark.slow


@cache
def played(name: str, peaceful: bool = False) -> Comparison:
    """Compare the ways the case names, besides no exercise and a broken promise."""
    case = load_scenario(name)
    if peaceful:
        case = case.model_copy(update={"campaign": None})
    broken = load_engagement("advice_not_adopted").but(expectations=0.1)
    extra = {"no_exercise": load_engagement("no_exercise"), "broken_promise": broken}
    chosen = {e: load_engagement(e) for e in case.engagements} | extra
    plans = [e.model_copy(update={"name": key}) for key, e in chosen.items()]
    return compare(case, plans, runs=RUNS, draws=0, seed=1)


def mean(
    case: str,
    engagement: str,
    measure: str,
    *,
    group: str = "all",
    decision: int | None = None,
    peaceful: bool = False,
) -> float:
    """Give the mean over runs, after the last decision unless told otherwise."""
    result = played(case, peaceful)
    return float(result.value(engagement, measure, decision=decision, group=group)["mean"])


def in_every_run(case: str, measure: str, one: str, other: str, group: str = "all") -> pd.Series:
    """Give one engagement's lead over another, run by run, after the last decision."""
    frame = played(case).frame
    last = frame[(frame["decision"] == frame["decision"].max()) & (frame["group"] == group)]
    runs = {e: last[last["engagement"] == e].set_index("run")[measure] for e in (one, other)}
    return runs[one] - runs[other]


def money(case: str, engagement: str) -> float:
    return effort_of(load_engagement(engagement)).money(load_scenario(case), SEATED)


# A good plan and no time
def test_a_good_plan_hardly_gets_better_by_co_production():
    """What it gains is workmanship alone, a small part of what a usual plan gains."""
    lead = in_every_run("good_plan_no_time", "quality", "co_production", "tickbox")
    usual = in_every_run("reference", "quality", "co_production", "tickbox")
    assert lead.mean() < 0.25 * usual.mean()


def test_co_production_takes_longer_and_costs_more_than_a_hurried_body_has():
    case = "good_plan_no_time"
    available = load_scenario(case).money.weeks_available
    weeks = {e: effort_of(load_engagement(e)).weeks for e in load_scenario(case).engagements}
    assert {e for e, needed in weeks.items() if needed <= available} == {"told_openly"}
    assert money(case, "co_production") > 2 * money(case, "tickbox")
    assert money(case, "co_production") > 3 * money(case, "told_openly")


def test_telling_people_openly_brings_most_of_the_acceptance_for_far_less():
    case = "good_plan_no_time"
    accepted = {e: mean(case, e, "acceptance") for e in load_scenario(case).engagements}
    rise = {e: accepted[e] - accepted["tickbox"] for e in accepted}
    assert rise["co_production"] > 0.05
    assert 0.5 * rise["co_production"] < rise["told_openly"] < rise["co_production"]
    assert rise["honest_consultation"] < rise["told_openly"]
    assert money(case, "honest_consultation") > money(case, "told_openly")


# The captured room
@pytest.mark.parametrize("measure", ["quality", "acceptance", "trust"])
def test_counted_over_everybody_the_captured_room_lies_between_tickbox_and_co_production(measure):
    case = "captured_room"
    assert in_every_run(case, measure, "captured_room", "tickbox").mean() > 0.0
    assert in_every_run(case, measure, "captured_room", "co_production").mean() < 0.0


def test_the_captured_room_leaves_less_heard_people_worse_off_than_the_draft():
    case = "captured_room"
    lead = in_every_run(case, "quality", "captured_room", "no_exercise", group="less_heard")
    assert lead.max() < 0.0


def test_the_captured_room_turns_the_gap_between_the_groups_round():
    case = "captured_room"
    assert mean(case, "no_exercise", "gap_quality") < 0.0
    assert mean(case, "captured_room", "gap_quality") > 0.0
    assert mean(case, "co_production", "gap_quality") < 0.0
    assert mean(case, "captured_room", "room_less_heard") < -0.1


# A closure where somebody must lose
def test_where_one_side_must_lose_sharing_power_makes_the_average_worse():
    case = "zero_sum_closure"
    assert in_every_run(case, "quality", "co_production", "tickbox").mean() < 0.0
    assert mean(case, "co_production", "losers") > mean(case, "tickbox", "losers") + 0.1


def test_losers_of_the_closure_feel_better_treated_and_still_lose():
    case, who = "zero_sum_closure", "less_heard"
    assert in_every_run(case, "fairness", "co_production", "tickbox", group=who).min() > 0.1
    assert in_every_run(case, "trust", "co_production", "tickbox", group=who).max() < 0.0
    assert mean(case, "co_production", "losers", group=who) > 0.95
    assert mean(case, "co_production", "quality", group=who) < -0.5


# The advice that was set aside
def test_advice_that_is_set_aside_changes_nothing_in_the_plan():
    case = "advice_not_adopted"
    lead = in_every_run(case, "quality", "advice_not_adopted", "told_openly")
    assert np.allclose(lead, 0.0)


@pytest.mark.parametrize("measure", ["acceptance", "trust", "fairness"])
def test_asking_for_advice_and_dropping_it_gains_nothing_over_telling(measure: str):
    case = "advice_not_adopted"
    assert in_every_run(case, measure, "advice_not_adopted", "told_openly").mean() < 0.0
    assert money(case, "advice_not_adopted") > money(case, "told_openly")


def test_dropped_advice_looks_good_only_beside_a_closed_door():
    case = "advice_not_adopted"
    lead = in_every_run(case, "acceptance", "advice_not_adopted", "no_exercise")
    open_lead = in_every_run(case, "acceptance", "told_openly", "no_exercise")
    assert 0.0 < lead.mean() < open_lead.mean()


def test_a_broken_promise_does_harm():
    case = "advice_not_adopted"
    assert in_every_run(case, "acceptance", "broken_promise", "told_openly").max() < 0.0
    assert in_every_run(case, "trust", "broken_promise", "told_openly").max() < 0.0
    assert abs(in_every_run(case, "trust", "broken_promise", "no_exercise").mean()) < 0.01


# A plan that is bad for everyone
@pytest.mark.parametrize("base", ["no_exercise", "tickbox"])
def test_a_warm_process_wins_consent_to_a_plan_that_harms_everybody(base: str):
    case = "bad_for_everyone"
    assert mean(case, "co_production", "losers") > 0.99
    assert in_every_run(case, "acceptance", "co_production", base).min() > 0.0
    assert in_every_run(case, "reasoned_judgement", "co_production", base).min() > 0.0
    assert np.allclose(in_every_run(case, "quality", "co_production", base), 0.0)


def test_people_see_through_a_much_worse_plan():
    case = load_scenario("bad_for_everyone")
    worse = case.decisions.model_copy(update={"draft": 2.5})
    plans = ["no_exercise", "co_production"]
    result = compare(case.model_copy(update={"decisions": worse}), plans, runs=8, draws=0, seed=1)
    accepted = {name: result.value(name, "acceptance")["mean"] for name in plans}
    assert accepted["co_production"] < accepted["no_exercise"]


# A false story before the vote
def lost(engagement: str, measure: str, decision: int) -> float:
    """Give what the campaign takes: the same runs without it minus with it."""
    case = "misinformation_vote"
    calm = mean(case, engagement, measure, decision=decision, peaceful=True)
    return calm - mean(case, engagement, measure, decision=decision)


ASKED = ("tickbox", "honest_consultation", "co_production")


def test_less_of_a_false_story_sticks_where_people_know_more():
    drops = [lost(name, "acceptance", 4) for name in ASKED]
    known = [mean("misinformation_vote", name, "knowledge", decision=4) for name in ASKED]
    assert known == sorted(known)
    assert drops == sorted(drops, reverse=True)


@pytest.mark.parametrize("name", ASKED)
def test_nobody_is_safe_from_a_false_story_and_nobody_is_quite_over_it_soon(name: str):
    drops = [lost(name, "acceptance", decision) for decision in (3, 4, 5, 6)]
    assert drops[0] == 0.0
    assert drops[1] > drops[2] > drops[3] > 0.005


def test_a_false_story_hurts_sound_judgement_most_where_people_know_least():
    hurt = {name: lost(name, "reasoned_judgement", 4) for name in ASKED}
    assert hurt["tickbox"] > max(hurt["co_production"], hurt["honest_consultation"])
    assert min(hurt.values()) > 0.0


# How far plausible models agree with what the texts say
@cache
def by_model(case: str) -> pd.DataFrame:
    """Give the means of each of 64 plausible models, after the last decision."""
    ways = [*dict.fromkeys((*load_scenario(case).engagements, "no_exercise"))]
    frame = compare(case, ways, runs=8, draws=64, seed=1).frame
    last = frame[(frame["draw"] > 0) & (frame["decision"] == frame["decision"].max())]
    return last.groupby(["engagement", "group", "draw"], observed=True).mean(numeric_only=True)


@pytest.mark.parametrize(
    ("case", "measure", "group", "one", "other", "between"),
    [
        ("captured_room", "acceptance", "all", "captured_room", "co_production", (0.0, 0.15)),
        ("captured_room", "acceptance", "all", "captured_room", "tickbox", (0.65, 0.95)),
        ("captured_room", "quality", "less_heard", "captured_room", "no_exercise", (0.0, 0.2)),
        ("bad_for_everyone", "acceptance", "all", "co_production", "no_exercise", (0.5, 0.75)),
        ("good_plan_no_time", "acceptance", "all", "co_production", "told_openly", (0.3, 0.6)),
        ("zero_sum_closure", "quality", "all", "co_production", "tickbox", (0.0, 0.2)),
        ("zero_sum_closure", "trust", "less_heard", "co_production", "tickbox", (0.0, 0.2)),
    ],
)
def test_as_many_plausible_models_agree_as_the_case_says(
    case: str, measure: str, group: str, one: str, other: str, between: tuple[float, float]
):
    means = by_model(case)[measure]
    ahead = float((means[one, group] > means[other, group]).mean())
    assert between[0] <= ahead <= between[1]
