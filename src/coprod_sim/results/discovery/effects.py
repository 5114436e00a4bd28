"""What matters: how much of the spread of outcomes each input explains, alone and together with the rest."""

import numpy as np
import pandas as pd
from scipy.stats import qmc

from coprod_sim.results.discovery.emulator import Emulator, learn
from coprod_sim.results.discovery.explaining import RESAMPLES, adds, first_order
from coprod_sim.results.discovery.sample import Sample
from coprod_sim.results.ranges import ends
from coprod_sim.taking import takes_what_it_says

BASE = 512
"""Points from which each input in turn is moved, for total effects; a power of two."""
EMULATED = 40
"""Resamples of the known answers behind the band of a total effect."""


@takes_what_it_says
def first_order_effects(sample: Sample, measure: str = "losers_acceptance") -> pd.DataFrame:
    """Rank the inputs by the share of the spread in a measure's gain that each explains by itself.

    Args:
        sample: the points played.
        measure: whose gain.

    Returns:
        A row for each input: `share` (first-order index, 0 to 1) with `low` to `high`, and `effect`, the
        gain in the highest quarter of the input less that in the lowest, in the measure's unit, with
        `effect_low` to `effect_high`; both ranges hold 9 in 10 resamples.

    Raises:
        InputError: for what was not measured, or has a value at too few points.

    Source: binned first-order indices on Sobol points (Saltelli et al. 2008).
    """
    sample = sample.measured(measure)
    gains = sample.gains(measure)
    rng = np.random.default_rng(0)
    picks = rng.integers(0, len(gains), (RESAMPLES, len(gains)))
    rows = {}
    for name in sample.inputs:
        x = sample.frame[name].to_numpy()
        shares = [first_order(x[p], gains[p]) for p in picks]
        effects = [adds(x[p], gains[p]) for p in picks]
        (low, high), (effect_low, effect_high) = ends(np.array(shares)), ends(np.array(effects))
        rows[name] = {
            "share": first_order(x, gains),
            "low": low,
            "high": high,
            "effect": adds(x, gains),
            "effect_low": effect_low,
            "effect_high": effect_high,
        }
    table = pd.DataFrame.from_dict(rows, orient="index")
    table["low"] = np.minimum(table["low"], table["share"])
    return table.sort_values("share", ascending=False)


@takes_what_it_says
def total_effects(
    sample: Sample, measure: str = "losers_acceptance", emulator: Emulator | None = None
) -> pd.DataFrame:
    """Rank the inputs by what they explain together with the others.

    Args:
        sample: the points played.
        measure: whose gain.
        emulator: what was learnt from these points; learnt here if left out.

    Returns:
        The columns of `first_order_effects`, and `total`, the part of the spread that goes when only this
        input is known not to move, with `total_low` to `total_high`, which hold 9 in 10 resamples. What
        `total` has beyond `share` is interplay. `attrs` holds the emulator's `score` and `error`.

    Raises:
        InputError: for what was not measured, or has a value at too few points.

    Source: Jansen 1999; Saltelli et al. 2010.
    """
    sample = sample.measured(measure)
    known = emulator or learn(sample.cube, sample.gains(measure))
    totals = _totals(known, list(sample.inputs))
    table = first_order_effects(sample, measure).join(totals)
    table.attrs.update(measure=measure, score=known.score, error=known.error, points=sample.points)
    return table.sort_values("total", ascending=False)


def _totals(emulator: Emulator, names: list[str]) -> pd.DataFrame:
    """Work out the total effect of every input on an emulator, with its band."""
    width = len(names)
    both = qmc.Sobol(2 * width, rng=np.random.default_rng(1)).random(BASE)
    base, other = both[:, :width], both[:, width:]
    moved = [np.where(np.arange(width) == k, other, base) for k in range(width)]
    places = np.vstack([base, *moved])
    means = emulator.mean(places).reshape(width + 1, BASE)
    again = emulator.resampled(places, EMULATED).reshape(width + 1, BASE, EMULATED)
    best = _jansen(means[:, :, None])[:, 0]
    picks = np.random.default_rng(2).integers(0, BASE, (EMULATED, BASE))
    rough = np.stack([_jansen(again[:, pick, k : k + 1])[:, 0] for k, pick in enumerate(picks)])
    low, high = ends(rough, axis=0)
    return pd.DataFrame(
        {"total": best, "total_low": np.minimum(low, best), "total_high": np.maximum(high, best)},
        index=names,
    )


def _jansen(values: np.ndarray) -> np.ndarray:
    """Give half the mean square of what moving one input does, as a share of the whole spread."""
    base, moved = values[0], values[1:]
    whole = np.maximum(base.var(axis=0), 1e-18)
    return np.clip(0.5 * ((moved - base) ** 2).mean(axis=1) / whole, 0.0, 1.0)
