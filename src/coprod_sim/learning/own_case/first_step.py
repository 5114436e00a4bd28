"""Which dial first: plays each single step up the rubric and counts what it brings for an hour of work."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from coprod_sim.engagement import Engagement
from coprod_sim.engagement.scored import SCORED, scored
from coprod_sim.learning.own_case.played import MEASURES, scenario_of, up_one
from coprod_sim.learning.own_case.ratings import column_of, filled, summary_of
from coprod_sim.learning.own_case.worksheet import OwnCase
from coprod_sim.results import Comparison, compare
from coprod_sim.results.effort import effort_of
from coprod_sim.results.ranges import HIGH, LOW
from coprod_sim.results.uncertainty import FEWEST_SETS

RUNS, DRAWS = 24, FEWEST_SETS
"""Runs with the model as it stands, and plausible models, for each step."""
TEN_HOURS = 10.0
SURE = 0.8
"""A step counts as sure when it brings something in this share of plays, as in the search for a goal."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True)
class FirstStep:
    """What each single step up brings, best first.

    `table` has a row for each dial that can go up, over all raters' views and all plausible models:
    `gain` with `low` to `high` (shares), `hours` more (staff's and people's together, for one decision),
    `per_hour` (gain for each 10 hours) with `per_low` to `per_high`, `up`, the share of plays in which
    it brought anything at all, and `first`, the share in which it brought most per hour. `to` is where
    the dial stands after the step.
    """

    table: pd.DataFrame
    measure: str
    views: int
    plays: int


def first_step(own: OwnCase, *, seed: int = 1, on_progress: Progress | None = None) -> FirstStep:
    """Turn each dial up by one step from where each rater sees it, and from the middle of all."""
    bases = bases_of(own)
    case = scenario_of(own)
    parts = []
    for k, base in enumerate(bases):
        if on_progress is not None:
            on_progress(k, len(bases))
        steps = steps_from(base)
        played = compare(case, [base, *steps.values()], runs=RUNS, draws=DRAWS, seed=seed)
        parts += [_gains(played, base, d, way, k, own.measure) for d, way in steps.items()]
    if not parts:
        return FirstStep(table=pd.DataFrame(), measure=own.measure, views=len(bases), plays=0)
    every = pd.concat(parts, ignore_index=True)
    table = _table(every, bases[0])
    return FirstStep(
        table=table, measure=own.measure, views=len(bases),
        plays=len(every[["view", "draw"]].drop_duplicates()),
    )  # fmt: skip


def bases_of(own: OwnCase) -> list[Engagement]:
    """List where the steps start from: the middle of all, and each rater's own view of it."""
    summary = summary_of(own.now)
    views = [column_of(summary, "middle"), *(filled(r, summary) for r in own.now.raters)]
    unlike = list({tuple(sorted(v.items())): v for v in views}.values())
    return [scored(v, name=f"view_{k}", title=f"View {k}") for k, v in enumerate(unlike)]


def steps_from(base: Engagement) -> dict[str, Engagement]:
    """Make the ways of working that lie one step up, by the dial that is turned."""
    found = {d: float(getattr(base, d)) for d in SCORED}
    return {
        d: base.but({d: up_one(v)}, name=f"up_{d}", title=d) for d, v in found.items() if v < 1.0
    }


def _gains(
    played: Comparison, base: Engagement, dial: str, way: Engagement, view: int, measure: str
) -> pd.DataFrame:
    """Give the gain of one step in every draw, and the hours it takes more, people's time included.

    People's hours are counted for as many people as take part today, so that a step is not cheap only
    because it keeps people away.
    """
    means = _by_draw(played, way.name) - _by_draw(played, base.name)
    more = [b - a for a, b in zip(effort_of(base), effort_of(way), strict=True)]
    people = played.value(base.name, "took_part")["mean"] * played.population.citizens
    hours = more[0] + more[1] * people
    gain = means[measure]
    return pd.DataFrame(
        {"dial": dial, "view": view, "draw": gain.index, "gain": gain.to_numpy(), "hours": hours,
         "per_hour": gain.to_numpy() / hours * TEN_HOURS}
    )  # fmt: skip


def _by_draw(played: Comparison, name: str) -> pd.DataFrame:
    """Give the means after the last decision for each set of assumptions."""
    frame = played.frame
    mine = frame[
        (frame["engagement"] == name)
        & (frame["decision"] == played.scenario.decisions.count)
        & (frame["group"] == "all")
    ]
    return mine.groupby("draw")[list(MEASURES)].mean()


def _table(every: pd.DataFrame, today: Engagement) -> pd.DataFrame:
    best = every.loc[every.groupby(["view", "draw"])["per_hour"].idxmax(), "dial"]
    by_dial = every.groupby("dial")
    table = pd.DataFrame(
        {
            "gain": by_dial["gain"].mean(),
            "low": by_dial["gain"].quantile(LOW),
            "high": by_dial["gain"].quantile(HIGH),
            "up": (every["gain"] > 0).groupby(every["dial"]).mean(),
            "hours": by_dial["hours"].mean(),
            "per_hour": by_dial["per_hour"].mean(),
            "per_low": by_dial["per_hour"].quantile(LOW),
            "per_high": by_dial["per_hour"].quantile(HIGH),
        }
    )
    table["first"] = best.value_counts(normalize=True).reindex(table.index).fillna(0.0)
    table["to"] = [up_one(float(getattr(today, str(d)))) for d in table.index]
    return table.sort_values("per_hour", ascending=False)
