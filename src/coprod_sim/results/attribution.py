"""Why two engagements differ: what each step brings, and through which channel it works."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from coprod_sim.assumptions import Assumptions
from coprod_sim.engagement import Engagement
from coprod_sim.engagement.dials import DIALS, FIVE_STEPS
from coprod_sim.errors import known
from coprod_sim.model.measures import MEASURES
from coprod_sim.results.comparison import RUNS_A_DRAW
from coprod_sim.results.dictionary import described
from coprod_sim.results.given import Case, Way, loaded
from coprod_sim.results.player import Trial, play, play_draws, trial_of
from coprod_sim.results.ranges import mean_and_ends
from coprod_sim.results.shapley import shapley_value
from coprod_sim.results.switches import CHANNELS, OFF, STEPS, is_on, switch_steps
from coprod_sim.results.uncertainty import LUCK
from coprod_sim.results.variant import Variant
from coprod_sim.scenarios import Scenario
from coprod_sim.taking import takes_what_it_says

RUNS = 24
"""Runs behind every on/off combination, unless told otherwise."""


def explained_pair(
    engagements: Sequence[Engagement], chosen: str = ""
) -> tuple[Engagement, Engagement]:
    """Choose which two engagements to explain: the first, and the chosen one, co-production or the last.

    Args:
        engagements: those compared, the baseline first; of one alone, it is both.
        chosen: the name of the one that somebody recommends; unless it is among the others, none is.

    Returns:
        The baseline, and the one that is set beside it.
    """
    first, *others = engagements
    named = [e for name in (chosen, "co_production") for e in others if e.name == name]
    return first, (named or others[-1:] or [first])[0]


@takes_what_it_says
def step_shares(
    scenario: Case, start: Way, goal: Way, measure: str = "acceptance", *,
    runs: int = RUNS, seed: int = 1, threads: int | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Share the difference between two engagements out over the five steps, exactly (Shapley value).

    All 32 on/off combinations of the steps are played with the goal's conditions. The lines add up to the
    whole difference after the last decision.

    Args:
        scenario: a case, its name in the library, or the path of its `.toml` file.
        start: the baseline: an engagement, its name, or the path of its file.
        goal: the engagement set beside it.
        measure: a name in `MEASURES`.
        runs: runs behind every combination.
        seed: the seed of all luck.
        threads: threads (all cores).

    Returns:
        A row for each step, and `conditions`: what open information, equal access, influence, seats and
        being asked bring by themselves. `share` is the mean, `low` to `high` holds 9 in 10 runs, over
        luck alone, in the measure's unit. `attrs` says from where to where, over what, in how many runs,
        and which steps the goal does, and more fully than the baseline (`done`).

    Raises:
        InputError: for names that are not there and numbers that cannot be.
    """
    scenario, start, goal = loaded(scenario, start, goal)
    shares = step_values(scenario, start, goal, measure, runs=runs, seed=seed, threads=threads)
    table = _table(shares, start, goal, runs)
    table.attrs["done"] = list(done_more(start, goal))
    return table


def done_more(start: Engagement, goal: Engagement) -> tuple[str, ...]:
    """Name the steps that a way does, and does more fully than the baseline: only they can bring anything.

    Args:
        start: the baseline.
        goal: the way set beside it.

    Returns:
        Names of steps, in the order in which they are taught.
    """
    at = [(step, getattr(start, step), getattr(goal, step)) for step in FIVE_STEPS]
    return tuple(step for step, was, now in at if now > was and DIALS[step].place_of(now) > 0)


def step_values(
    scenario: Scenario, start: Engagement, goal: Engagement, measure: str, *,
    runs: int = RUNS, models: Sequence[Assumptions] = (), seed: int = 1, threads: int | None = None,
) -> dict[str, np.ndarray]:  # fmt: skip
    """Give what each step brings in every run, by the rules as they stand and then in other models.

    Args:
        scenario: a case.
        start: the baseline.
        goal: the engagement set beside it.
        measure: a name in `MEASURES`.
        runs: runs behind every combination, by the rules as they stand.
        models: the assumptions of other models; each adds `RUNS_A_DRAW` runs.
        seed: the seed of all luck.
        threads: threads (all cores).

    Returns:
        A number a run for each step, and for `conditions`; see `step_shares`.

    Raises:
        InputError: for a measure that is not there and numbers that cannot be.
    """
    known(measure, MEASURES, "a measure")
    sets = [set_of(number, FIVE_STEPS) for number in range(2 ** len(FIVE_STEPS))]
    ways = [_with_steps(start, goal, number) for number in range(len(sets))]
    trials = [_trial(scenario, way) for way in (*ways, start)]
    played = [play(trials, runs, seed=seed, threads=threads)]
    drawn = [[trial.under(p) for trial in trials] for p in models]
    played += play_draws(drawn, RUNS_A_DRAW, seed=seed, threads=threads)
    values = [np.concatenate([o.last(measure) for o in way]) for way in zip(*played, strict=True)]
    worth = dict(zip(sets, values, strict=False))
    shares = {step: shapley(step, FIVE_STEPS, worth) for step in FIVE_STEPS}
    return shares | {"conditions": worth[frozenset()] - values[-1]}


@takes_what_it_says
def channel_shares(
    scenario: Case, start: Way, goal: Way, measure: str = "acceptance", *,
    runs: int = RUNS, seed: int = 1, threads: int | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Share the difference out over the channels it works through (Shapley value over 16 switches).

    The shares and `other`, what is left with every channel off, add up to the whole difference.

    Args:
        scenario: a case, its name in the library, or the path of its `.toml` file.
        start: the baseline: an engagement, its name, or the path of its file.
        goal: the engagement set beside it.
        measure: a name in `MEASURES`.
        runs: runs behind every combination.
        seed: the seed of all luck.
        threads: threads (all cores).

    Returns:
        A row for each channel, and `other`: `share` (mean) and `low` to `high` (9 in 10 runs, over luck
        alone), in the measure's unit; `attrs` as in `step_shares`. `lost_without` is what the whole
        difference loses when only this channel is off; nan for `other`.

    Raises:
        InputError: for names that are not there and numbers that cannot be.
    """
    known(measure, MEASURES, "a measure")
    scenario, start, goal = loaded(scenario, start, goal)
    sets = [set_of(number, tuple(CHANNELS)) for number in range(2 ** len(CHANNELS))]
    trials = [_trial(scenario, way, number) for number in range(len(sets)) for way in (goal, start)]
    values = [one.last(measure) for one in play(trials, runs, seed=seed, threads=threads)]
    worth = {on: values[2 * k] - values[2 * k + 1] for k, on in enumerate(sets)}
    everything = frozenset(CHANNELS)
    shares = {c: shapley(c, tuple(CHANNELS), worth) for c in CHANNELS}
    table = _table(shares | {"other": worth[frozenset()]}, start, goal, runs)
    table["lost_without"] = [
        *((worth[everything] - worth[everything - {c}]).mean() for c in CHANNELS),
        np.nan,
    ]
    return described(table)


def shapley(
    player: str, players: Sequence[str], worth: dict[frozenset[str], np.ndarray]
) -> np.ndarray:
    """Give a player's Shapley value: its mean gain over every order in which players could join.

    Args:
        player: one of the players.
        players: all of them.
        worth: for every set of players what it brings, run by run.

    Returns:
        The value in every run, in the unit of `worth`.
    """
    sets = (set_of(number, players) for number in range(2 ** len(players)))
    table, value = np.concatenate([worth[on] for on in sets]), np.empty_like(worth[frozenset()])
    shapley_value(table, len(players), players.index(player), value)
    return value


def set_of(number: int, players: Sequence[str]) -> frozenset[str]:
    """Give the set of players with a number, whose binary digits say who is in it, the first player's first.

    Args:
        number: 0 for nobody, and so on, up to all.
        players: all of them.

    Returns:
        The set.
    """
    return frozenset(p for k, p in enumerate(players) if is_on(number, k, len(players)))


def _with_steps(start: Engagement, goal: Engagement, on: int) -> Engagement:
    """Give the goal with some steps on, and the others as they are at the start."""
    dials = np.empty(len(goal.dials))
    switch_steps(np.array(start.dials), np.array(goal.dials), on, dials)
    return goal.but(
        {name: float(dials[place]) for name, place in zip(FIVE_STEPS, STEPS, strict=True)}
    )


def _trial(scenario: Scenario, way: Engagement, on: int = 2 ** len(CHANNELS) - 1) -> Trial:
    """Put a way on the case, with the channels switched off that are not `on`."""
    fixed = {
        Assumptions._fields[place]: value
        for channel, place, value in OFF
        if not is_on(on, channel, len(CHANNELS))
    }
    return trial_of(scenario, Variant(name=way.name, engagement=way, assumptions=fixed))


def _table(
    shares: dict[str, np.ndarray], start: Engagement, goal: Engagement, runs: int
) -> pd.DataFrame:
    rows = {name: mean_and_ends(values) for name, values in shares.items()}
    table = pd.DataFrame.from_dict(rows, orient="index").rename(columns={"mean": "share"})
    table.attrs.update(start=start.title, goal=goal.title, over=LUCK, runs=runs)
    return described(table)
