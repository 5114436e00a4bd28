"""What matters, alone and together with the rest: first-order and total effects with their bands."""

import numpy as np
import pandas as pd
from scipy.stats import qmc

from coprod_sim.results.analysis.emulator import Emulator, learn
from coprod_sim.results.exploring.matters import what_matters
from coprod_sim.results.exploring.sample import Sample

BASE = 512
"""Points from which each input in turn is moved, for total effects; a power of two."""
RESAMPLES = 40
"""Resamples of the known answers behind a band."""


def effects(
    sample: Sample, measure: str = "losers_acceptance", emulator: Emulator | None = None
) -> pd.DataFrame:
    """Rank the inputs by what they explain together with the others.

    Adds to the columns of `what_matters` the `total` effect (the part of the spread that goes when only
    this input is known not to move) with `total_low` to `total_high`, which hold 9 in 10 resamples. What
    `total` has beyond `share` is interplay. Totals come from an emulator: `attrs` holds its `score` and
    `error` on points kept back. Source: Jansen 1999; Saltelli et al. 2010.
    """
    sample = sample.measured(measure)
    known = emulator or learn(sample.cube, sample.gains(measure))
    totals = total_effects(known, list(sample.inputs))
    table = what_matters(sample, measure).join(totals)
    table.attrs.update(measure=measure, score=known.score, error=known.error, points=sample.points)
    return table.sort_values("total", ascending=False)


def total_effects(emulator: Emulator, names: list[str]) -> pd.DataFrame:
    """Work out the total effect of every input on an emulator, with its band."""
    width = len(names)
    both = qmc.Sobol(2 * width, rng=np.random.default_rng(1)).random(BASE)
    base, other = both[:, :width], both[:, width:]
    moved = [np.where(np.arange(width) == k, other, base) for k in range(width)]
    places = np.vstack([base, *moved])
    means = emulator.mean(places).reshape(width + 1, BASE)
    again = emulator.resampled(places, RESAMPLES).reshape(width + 1, BASE, RESAMPLES)
    best = _jansen(means[:, :, None])[:, 0]
    picks = np.random.default_rng(2).integers(0, BASE, (RESAMPLES, BASE))
    rough = np.stack([_jansen(again[:, pick, k : k + 1])[:, 0] for k, pick in enumerate(picks)])
    low, high = np.quantile(rough, (0.05, 0.95), axis=0)
    return pd.DataFrame(
        {"total": best, "total_low": np.minimum(low, best), "total_high": np.maximum(high, best)},
        index=names,
    )


def _jansen(values: np.ndarray) -> np.ndarray:
    """Give half the mean square of what moving one input does, as a share of the whole spread."""
    base, moved = values[0], values[1:]
    whole = np.maximum(base.var(axis=0), 1e-18)
    return np.clip(0.5 * ((moved - base) ** 2).mean(axis=1) / whole, 0.0, 1.0)
