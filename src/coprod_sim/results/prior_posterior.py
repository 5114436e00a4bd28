"""What one way brings over another: over plausible assumptions, and over the models that fit the findings."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from coprod_sim.engagement import Engagement
from coprod_sim.results.comparison import DRAWS, RUNS, RUNS_A_DRAW, SEED, Comparison, compare
from coprod_sim.results.discovery.theories import RIVAL
from coprod_sim.results.nroy import not_ruled_out
from coprod_sim.results.ranges import HIGH, LOW
from coprod_sim.results.uncertainty import NOT_RULED_OUT, PLAUSIBLE
from coprod_sim.results.variant import Variant
from coprod_sim.scenarios import Scenario

type Compared = Variant | Engagement | str
SHOWN = ("acceptance", "losers_acceptance", "trust", "reasoned_judgement", "fairness", "quality")
"""The measures given, the same as a comparison shows first."""


def prior_and_posterior_gains(
    scenario: Scenario | str = "reference",
    base: Engagement | str = "tickbox",
    other: Engagement | str = "co_production",
    *,
    seed: int = SEED,
) -> pd.DataFrame:
    """Measure what one way brings over another after the last decision.

    Args:
        scenario: a case, or its name.
        base: the way that is compared with.
        other: the way whose gains are given.
        seed: names the luck.

    Returns:
        A row for each measure of `SHOWN`, in its own unit. `mean` is over runs of the assumptions as
        they stand. `prior_low` to `prior_high` holds 9 in 10 runs over plausible assumptions, as
        `compare` gives it; `posterior_low` to `posterior_high` holds 9 in 10 runs over the models that fit
        the findings. Both are widened where needed to take in the range over luck alone.
        `posterior_above` is the share of the models that fit in which the gain is above 0.

    Raises:
        InputError: for unknown names, and when the sets that ship are of another model.
    """
    plausible = compare(scenario, [base, other], runs=RUNS, draws=DRAWS, seed=seed)
    usual, prior = _gains(plausible.frame)
    _, posterior = _gains(over_models(scenario, base, other, seed=seed).frame)
    low, high = usual.quantile(LOW), usual.quantile(HIGH)
    columns = {
        "mean": usual.mean(),
        "prior_low": np.minimum(prior.quantile(LOW), low),
        "prior_high": np.maximum(prior.quantile(HIGH), high),
        "posterior_low": np.minimum(posterior.quantile(LOW), low),
        "posterior_high": np.maximum(posterior.quantile(HIGH), high),
        "posterior_above": (posterior.groupby("draw").mean() > 0.0).mean(),
    }  # fmt: skip
    return pd.DataFrame(columns)


def over_models(
    scenario: Scenario | str, base: Compared, *others: Compared, seed: int = SEED,
    over: str = NOT_RULED_OUT, threads: int | None = None,
) -> Comparison:  # fmt: skip
    """Compare ways over all models that fit the findings, or over as many others to set beside them.

    Args:
        scenario: a case, or its name.
        base: the way that is compared with.
        *others: the ways set beside it.
        seed: names the luck.
        over: a name in `uncertainty.OVER`.
        threads: threads (all cores).

    Returns:
        The comparison, with a draw for each model that ships, or as many.

    Raises:
        InputError: for unknown names, and when the sets that ship are of another model.
    """
    kept = len(not_ruled_out().sets)
    return compare(
        scenario,
        [base, *others],
        runs=RUNS_A_DRAW,
        draws=kept,
        seed=seed,
        over=over,
        threads=threads,
    )


def both_sets(
    scenario: Scenario | str, ways: Sequence[Variant | Engagement], *, seed: int = SEED,
    threads: int | None = None,
) -> tuple[Comparison, Comparison]:  # fmt: skip
    """Compare ways, and `RIVAL` beside them, over the models that fit the findings and over plausible ones.

    Args:
        scenario: a case, or its name.
        ways: the ways, the baseline first.
        seed: names the luck.
        threads: threads (all cores).

    Returns:
        The comparison over models that fit, then over as many plausible ones.

    Raises:
        InputError: for unknown names, and when the sets that ship are of another model.
    """
    rival = () if RIVAL in {way.name for way in ways} else (RIVAL,)
    fitting, wide = (
        over_models(scenario, *ways, *rival, seed=seed, over=over, threads=threads)
        for over in (NOT_RULED_OUT, PLAUSIBLE)
    )
    return fitting, wide


def _gains(frame: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the paired gains after the last decision, run by run: as assumed, and under the other sets."""
    end = frame[(frame["decision"] == frame["decision"].max()) & (frame["group"] == "all")]
    values = end.set_index(["engagement", "draw", "run"])[list(SHOWN)]
    names = list(dict.fromkeys(end["engagement"]))
    gains = values.loc[names[1]] - values.loc[names[0]]
    return gains.loc[[0]], gains.drop(0, level="draw")
