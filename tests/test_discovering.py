"""The questions behind a comparison, checked on problems whose answer is known, and on the model."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import qmc

from coprod_sim.charts import break_even as break_even_chart
from coprod_sim.charts import repair as repair_chart
from coprod_sim.charts import what_matters as matters_chart
from coprod_sim.charts.words import duration
from coprod_sim.engagement import SHARES, load_engagement
from coprod_sim.errors import InputError, Stopped
from coprod_sim.report import discovered
from coprod_sim.results import compare
from coprod_sim.results.discovery import (
    best_within,
    boxes,
    break_even,
    discover_scenario,
    first_order_effects,
    goal_seek,
    play_outcomes,
    trust_repair,
)
from coprod_sim.results.discovery.boxes import prim, trade_off
from coprod_sim.results.discovery.explaining import first_order
from coprod_sim.scenarios import load_scenario

CASE = load_scenario("west_dulwich")
START, GOAL = load_engagement("tickbox"), load_engagement("co_production")


@pytest.fixture(scope="module")
def outcomes():
    return play_outcomes(CASE, START, GOAL, points=256)


def test_first_order_indices_are_those_of_a_function_with_known_ones():
    a = np.array([0.0, 1.0, 4.5, 9.0])
    x = qmc.Sobol(4, seed=3).random(2048)
    y = np.prod((np.abs(4 * x - 2) + a) / (1 + a), axis=1)
    parts = 1 / (3 * (1 + a) ** 2)
    known = parts / (np.prod(1 + parts) - 1)
    found = [first_order(x[:, k], y) for k in range(4)]
    assert found == pytest.approx(known, abs=0.03)


def test_the_corner_where_bad_outcomes_lie_is_found_through_noise():
    rng = np.random.default_rng(5)
    x = rng.random((800, 8))
    bad = (x[:, 2] < 0.35) & (x[:, 5] > 0.6)
    bad ^= rng.random(800) < 0.03
    box = prim(x, bad)
    assert set(box) == {(2, False), (5, True)}
    assert box[2, False] == pytest.approx(0.35, abs=0.06)
    assert box[5, True] == pytest.approx(0.6, abs=0.06)


def test_a_rule_that_names_more_of_the_bad_outcomes_is_right_less_often():
    rng = np.random.default_rng(5)
    x = rng.random((2000, 3))
    bad = rng.random(2000) < x[:, 0]  # the chance of a bad outcome rises all along the first input
    traded = trade_off(x, bad)
    assert [t.coverage for t in traded] == [0.9, 0.7, 0.5, 0.3]
    for (
        trade
    ) in traded:  # above c lie 1 - c^2 of the bad ones, and (1 + c) / 2 of what lies there is bad
        cut = np.sqrt(1.0 - trade.coverage)
        assert trade.density == pytest.approx((1.0 + cut) / 2.0, abs=0.05)


def test_no_corner_is_named_where_outcomes_are_bad_by_luck_alone():
    rng = np.random.default_rng(6)
    assert prim(rng.random((500, 8)), rng.random(500) < 0.3) == {}


def test_only_what_may_rise_or_fall_is_called_open_and_shares_are_read_as_shares():
    ends = pd.DataFrame(
        {"posterior_low": [0.09, -0.15, 0.004], "posterior_high": [0.27, 0.14, 0.02]},
        index=["acceptance", "reasoned_judgement", "trust"],
    )
    assert discovered.open_in_words(ends) == (
        "It is still open whether these would rise or fall: reasoned judgement and trust."
    )


def test_without_real_influence_the_goal_brings_less(outcomes):
    matters = first_order_effects(outcomes)
    dials = [name for name in matters.index if name in SHARES]
    assert dials[0] == "influence"
    assert matters.loc["influence", "effect_low"] > 0


def test_the_same_outcomes_come_out_whatever_the_threads(outcomes):
    again = play_outcomes(CASE, START, GOAL, points=256, threads=1)
    assert again.frame.equals(outcomes.frame)


def test_more_outcomes_do_not_pay_when_more_is_asked_of_them(outcomes):
    counts = [discover_scenario(outcomes, at_least=least).cases for least in (0.0, 0.03, 0.08, 0.5)]
    assert counts == sorted(counts)
    assert counts[-1] == 256
    assert discover_scenario(outcomes, at_least=0.5).limits == ()


def test_the_cheapest_way_reaches_its_target_on_runs_it_never_saw_and_no_single_dial_can_be_lowered():
    found = goal_seek(CASE, START, GOAL, target=0.38, runs=24, involving=True)
    assert found.reached
    assert found.share_of_runs >= 0.6
    assert found.money > 0
    dials = ("awareness", "expectations", "feedback", "influence")
    turned = {dial: getattr(found.engagement, dial) for dial in dials}
    assert max(turned.values()) >= 0.05
    for dial, value in turned.items():
        if value >= 0.05:
            less = found.engagement.model_copy(update={dial: round(value - 0.05, 2)})
            result = compare(CASE, [less], runs=24, draws=0)
            last = result.frame.query("decision == 6 and group == 'all'")["losers_acceptance"]
            assert (last >= 0.38).mean() < 0.8


@pytest.mark.parametrize("weeks", [8.5, 10.0])
def test_the_best_that_involves_somebody_has_people_in_it_and_gains_no_more(weeks):
    free, involving = (
        best_within(CASE, START, GOAL, weeks=weeks, involving=one, runs=8) for one in (False, True)
    )
    assert involving.fits
    assert involving.effort.weeks <= weeks
    came = [
        compare(CASE, [way.engagement], runs=8, draws=0).frame.query("group == 'all'")["took_part"]
        for way in (free, involving)
    ]
    assert came[0].max() == 0.0
    assert came[1].mean() > 0.001
    assert involving.mean <= free.mean


@pytest.mark.parametrize("money", [4_000.0, 8_000.0, 30_000.0])
def test_a_search_that_may_ask_nobody_never_wins_less_than_one_that_must_involve_somebody(money):
    wide, narrow = (
        best_within(CASE, START, GOAL, weeks=10.0, money=money, involving=one, runs=8)
        for one in (False, True)
    )
    assert not narrow.fits or (wide.fits and wide.mean >= narrow.mean)


@pytest.mark.parametrize(
    ("limit", "amounts"),
    [("weeks", (8.5, 9, 10, 12, 14, 18, 24, 30)), ("money", (6e3, 8e3, 1e4, 1.5e4, 2e4, 3e4))],
)
@pytest.mark.parametrize("involving", [False, True])
def test_wider_limits_never_win_less(limit, amounts, involving):
    once = load_scenario("west_dulwich").but({"decisions.count": 1})
    won = [
        best_within(
            once, "tickbox", "co_production", involving=involving, runs=8, **{limit: float(amount)}
        ).mean
        for amount in amounts
    ]
    assert won == sorted(won)
    assert won[-1] > won[0] + (0.1 if involving else 0.05)  # one may tell people well for little


def test_the_best_within_the_hours_there_are_of_staff_takes_no_more_of_them():
    wide, narrow = (
        best_within(CASE, START, GOAL, hours=hours, involving=True, runs=8) for hours in (500, 200)
    )
    assert narrow.effort.staff_hours <= 200 < wide.effort.staff_hours <= 500
    assert narrow.mean <= wide.mean
    assert not best_within(CASE, START, GOAL, hours=150, involving=True, runs=8).fits
    telling = best_within(CASE, START, GOAL, hours=150, runs=8)
    assert telling.fits
    assert not telling.engagement.asked


def test_a_target_out_of_reach_says_how_far_one_can_get():
    found = goal_seek(CASE, START, GOAL, target=0.99, runs=16)
    assert not found.reached
    assert found.best < 0.99
    assert "No setting" in discovered.found_in_words(found, CASE)


def test_a_limit_that_luck_explains_goes_and_the_one_that_matters_stays():
    rng = np.random.default_rng(6)
    x = rng.random((400, 3))
    bad = (x[:, 0] < 0.5) & (rng.random(400) < 0.8)
    found = {(0, False): 0.5, (1, True): 0.05, (2, False): 0.9}
    assert boxes._without_luck(x, bad, found, boxes.DOUBT) == {(0, False): 0.5}


def test_trust_takes_longer_to_come_back_after_more_bad_decisions():
    result = trust_repair(CASE, load_engagement("in_name_only"), GOAL, runs=64)
    assert result.months == CASE.decisions.months
    assert f"Each takes {duration(result.months)} here." in discovered.repair_in_words(result)
    assert result.table["mean"].is_monotonic_increasing
    assert result.table["mean"].iloc[-1] > result.table["mean"].iloc[0]


def test_at_the_break_even_chance_both_ways_cost_the_same():
    compared = compare(CASE, [START, GOAL], runs=16, draws=4)
    even = break_even(compared, "tickbox", "co_production", challenge=200_000.0, left=0.25)
    low, high = even.ends
    base, other = even.expected((low + high) / 2)
    assert base[0] <= other[1]
    assert other[0] <= base[1]
    p = (even.other[1] - even.base[1]) / (200_000 * 0.75)
    assert even.base[1] + p * 200_000 == pytest.approx(even.other[1] + p * 0.25 * 200_000)
    with pytest.raises(InputError, match="not among the ways compared"):
        break_even(compared, "tickbox", "ladder_1", challenge=1.0)


def test_work_stops_when_it_is_told_to():
    def stop(done: int, _total: int) -> None:
        if done:
            raise Stopped

    for work in (
        lambda: play_outcomes(CASE, START, GOAL, points=256, on_progress=stop),
        lambda: trust_repair(CASE, START, GOAL, on_progress=stop),
        lambda: goal_seek(CASE, START, GOAL, target=0.38, runs=8, on_progress=stop),
    ):
        with pytest.raises(Stopped):
            work()


def test_every_finding_is_said_in_short_sentences_and_drawn_with_a_table(outcomes):
    matters = first_order_effects(outcomes)
    fixed = trust_repair(CASE, START, GOAL, most_bad=2, runs=8)
    compared = compare(CASE, [START, GOAL], runs=8, draws=0)
    even = break_even(compared, "tickbox", "co_production", challenge=1e5)
    said = [
        discovered.matters_in_words(matters, outcomes),
        discovered.when_not_in_words(discover_scenario(outcomes), outcomes),
        discovered.repair_in_words(fixed),
        discovered.break_even_in_words([even], 0.2),
    ]
    for text in said:
        assert "in 100" in text or "decisions" in text
        assert max(len(s.split()) for s in text.split(". ")) <= 40
    drawn = (
        matters_chart.draw(matters, outcomes),
        repair_chart.draw(fixed),
        break_even_chart.draw([even], 0.2),
    )
    for chart in drawn:
        assert "<title>" in chart.svg
        assert chart.finding
        assert not chart.table.empty
