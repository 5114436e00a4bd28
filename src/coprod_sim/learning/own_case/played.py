"""Plays the learner's own case: over everything the raters say, against what else could be done."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import qmc

from coprod_sim.engagement import Engagement, load_engagement
from coprod_sim.engagement.scored import SCORED, STEP, scored
from coprod_sim.learning.own_case.ratings import column_of, filled, side_of, summary_of
from coprod_sim.learning.own_case.worksheet import OwnCase, Round
from coprod_sim.results import Comparison, compare
from coprod_sim.results.ranges import HIGH, LOW
from coprod_sim.results.uncertainty import FEWEST_SETS
from coprod_sim.scenarios import Scenario
from coprod_sim.scenarios.described import described

MEASURES = ("acceptance", "losers_acceptance", "trust")
"""What the band is given for."""
MIDDLE, STAFF, CITIZENS = "our_way", "as_staff_see_it", "as_citizens_see_it"
PLANNED, HALF = "if_all_is_done", "if_half_is_done"
YARDSTICKS = ("tickbox", "co_production")
BETWEEN = 8
"""Points played inside the range of the raters' scores, besides the raters' own [points]."""
RUNS, DRAWS = 24, FEWEST_SETS
"""Runs with the model as it stands, and plausible models, for each point."""


@dataclass(frozen=True, kw_only=True)
class Band:
    """What the model gives for a round of scores.

    `ranges` has a row for each measure and each of `all`, `staff`, `citizen` and the yardsticks: mean,
    low and high, as shares. `all` holds 9 in 10 results over every point inside the raters' range, all
    runs and all plausible models; `by_raters` is how far the raters' scores alone move the mean.
    """

    comparison: Comparison
    ranges: pd.DataFrame
    by_raters: pd.DataFrame
    points: int


def scenario_of(own: OwnCase) -> Scenario:
    """Make the scenario of a worksheet."""
    return described(own.case)


def engagement_of(own: OwnCase, which: str = "middle") -> Engagement:
    """Make the engagement of the open round: `which` is a column of the summary, such as low or high."""
    words = {
        "low": ("our_way_low", "Our way, by the lowest scores"),
        "middle": (MIDDLE, "Our way today"),
        "high": ("our_way_high", "Our way, by the highest scores"),
    }
    name, title = words[which]
    return scored(column_of(summary_of(own.now), which), name=name, title=title)


def points_of(round_: Round, between: int = BETWEEN) -> list[Engagement]:
    """List the ways of working that the raters' scores allow: each rater's own, the ends, and between."""
    summary = summary_of(round_)
    low, high = column_of(summary, "low"), column_of(summary, "high")
    found = [filled(r, summary) for r in round_.raters] + [low, high]
    if low != high:
        grid = qmc.Sobol(len(low), seed=1).random(between)
        found += [
            {d: low[d] + float(u) * (high[d] - low[d]) for d, u in zip(low, row, strict=True)}
            for row in grid
        ]
    unlike = list({tuple(sorted(p.items())): p for p in found}.values())
    return [scored(p, name=f"point_{k}", title=f"Point {k}") for k, p in enumerate(unlike)]


def band_of(own: OwnCase, round_: Round | None = None, *, seed: int = 1) -> Band:
    """Play a round of scores: by default the open one."""
    chosen = round_ or own.now
    summary, points = summary_of(chosen), points_of(chosen)
    ways = [
        scored(column_of(summary, "middle"), name=MIDDLE, title="Our way today"),
        scored(side_of(summary, "staff"), name=STAFF, title="As staff see it"),
        scored(side_of(summary, "citizen"), name=CITIZENS, title="As citizens see it"),
        *(load_engagement(name) for name in YARDSTICKS),
    ]
    played = compare(scenario_of(own), [*ways, *points], runs=RUNS, draws=DRAWS, seed=seed)
    by_raters = _by_raters(played, [p.name for p in points])
    ranges = {m: _ranges(played, m, by_raters) for m in MEASURES}
    return Band(
        comparison=played,
        ranges=pd.concat(ranges, names=["measure", "who"]),
        by_raters=by_raters,
        points=len(points),
    )


def planned(own: OwnCase, share: float = 1.0) -> Engagement:
    """Make the engagement when a share of the plan's way is gone; a plan never lowers a dial."""
    start = engagement_of(own)
    to: dict[str, float] = {}
    for a in own.actions:
        if a.to is not None and a.step in SCORED:
            to[a.step] = max(a.to, to.get(a.step, 0.0))
    dials = {
        d: now + share * max(0.0, aim - now)
        for d, aim in to.items()
        for now in [float(getattr(start, d))]
    }
    name, title = (PLANNED, "If all of the plan is done")
    if share < 1.0:
        name, title = HALF, "If half of the plan is done"
    return start.but(dials, name=name, title=title)


def plan_of(own: OwnCase, *, seed: int = 1) -> Comparison:
    """Play today's way, the plan half done, and the plan done; the differences are to today's way."""
    ways = [engagement_of(own), planned(own, 0.5), planned(own)]
    return compare(scenario_of(own), ways, runs=100, draws=32, seed=seed)


def has_targets(own: OwnCase) -> bool:
    """Say whether the plan would move any dial at all."""
    start, goal = engagement_of(own), planned(own)
    return start.dials != goal.dials


def up_one(value: float) -> float:
    """Give the next anchor above a score: one step up, at most to the top."""
    return min(1.0, (np.floor(value / STEP + 1e-9) + 1) * STEP)


def _by_raters(played: Comparison, points: list[str]) -> pd.DataFrame:
    """Give the lowest and highest mean over the raters' points, by the reference assumptions alone."""
    means = {m: [played.value(p, m)["mean"] for p in points] for m in MEASURES}
    return pd.DataFrame({"low": {m: min(v) for m, v in means.items()},
                         "high": {m: max(v) for m, v in means.items()}})  # fmt: skip


def _ranges(played: Comparison, measure: str, by_raters: pd.DataFrame) -> pd.DataFrame:
    rows = {"all": _pooled(played, measure, by_raters)}
    for who, name in {"staff": STAFF, "citizen": CITIZENS, **{y: y for y in YARDSTICKS}}.items():
        found = played.value(name, measure)
        rows[who] = {k: found[k] for k in ("mean", "low", "high")}
    return pd.DataFrame.from_dict(rows, orient="index")


def _pooled(played: Comparison, measure: str, by_raters: pd.DataFrame) -> dict[str, float]:
    """Hold 9 in 10 results of all points, runs and plausible models together, every point alike."""
    frame = played.frame
    last = frame[(frame["decision"] == played.scenario.decisions.count) & (frame["group"] == "all")]
    mine = last[last["engagement"].astype(str).str.startswith("point_")]
    models = mine[mine["draw"] > 0][measure]
    middle = played.value(MIDDLE, measure)["mean"]
    low, high = float(models.quantile(LOW)), float(models.quantile(HIGH))
    ends = by_raters.loc[measure]
    return {
        "mean": middle,
        "low": min(low, middle, float(ends["low"])),
        "high": max(high, middle, float(ends["high"])),
    }
