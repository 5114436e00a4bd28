"""What matters: how much of the spread of outcomes each input explains, alone and together with the rest."""

import warnings

import numpy as np
import pandas as pd
from scipy.stats import qmc

from coprod_sim.errors import Caution, InputError
from coprod_sim.results.discovery.emulator import MOST_TO_LEARN, SOUND, Emulator, learn
from coprod_sim.results.discovery.explaining import RESAMPLES, adds, first_order
from coprod_sim.results.discovery.sample import Sample
from coprod_sim.results.ranges import ends
from coprod_sim.taking import takes_what_it_says

BASE = 512
"""Points from which each input in turn is moved, for total effects; a power of two."""
EMULATED = 40
"""Resamples of the known answers behind the band of a total effect."""
FEWEST, ENOUGH = 2, 10
"""Points for each input below which nothing is said of total effects, and from which an emulator usually
learns enough (Loeppky, Sacks and Welch 2009) [points an input]."""


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
        input is known not to move, with `total_low` to `total_high`, which hold 9 in 10 resamples and what
        the emulator does not foretell. What `total` has beyond `share` is interplay. `attrs` holds the
        emulator's `score` and `error`, and in `caution` what else to keep in mind, which is also warned of.

    Raises:
        InputError: for what was not measured, or has a value at too few points, of all or for so many inputs.

    Source: Jansen 1999; Saltelli et al. 2010.
    """
    table = resampled_effects(sample, measure, emulator)
    if table.attrs["caution"]:
        warnings.warn(table.attrs["caution"], Caution, stacklevel=2)
    return with_the_emulators_error(table)


def resampled_effects(
    sample: Sample, measure: str = "losers_acceptance", emulator: Emulator | None = None
) -> pd.DataFrame:
    """Give total effects as `total_effects` does, with bands that hold resamples of the emulator alone.

    Args:
        sample: the points played.
        measure: whose gain.
        emulator: what was learnt from these points; learnt here if left out.

    Returns:
        The table.

    Raises:
        InputError: as `total_effects`.
    """
    sample = sample.measured(measure)
    inputs = len(sample.inputs)
    if sample.points < FEWEST * inputs:
        raise InputError(
            f"total effects of {inputs} inputs need {FEWEST * inputs} points or more, but "
            f" {measure} has a value at {sample.points}; first_order_effects needs fewer"
        )
    known = emulator or learn(sample.cube, sample.gains(measure))
    totals = _totals(known, list(sample.inputs))
    table = first_order_effects(sample, measure).join(totals)
    table.attrs.update(
        measure=measure, score=known.score, error=known.error, points=sample.points,
        caution=_caution(known.score, sample.points, inputs),
    )  # fmt: skip
    return table.sort_values("total", ascending=False)


def with_the_emulators_error(table: pd.DataFrame) -> pd.DataFrame:
    """Widen the bands of total effects by what the emulator does not foretell.

    That part of the spread may hang on an input not at all, or wholly.

    Args:
        table: what `resampled_effects` found.

    Returns:
        The table, with wider bands.
    """
    foretold = float(np.clip(table.attrs["score"], 0.0, 1.0))
    return table.assign(
        total_low=foretold * table["total_low"],
        total_high=foretold * table["total_high"] + 1.0 - foretold,
    )


def _caution(score: float, points: int, inputs: int) -> str:
    """Say that an emulator learnt too little to be leaned on; nothing where it did not."""
    if score < SOUND:
        share = max(0.0, 100 * score)
        return (
            f"Total effects come from a copy of the model that explained only {share:.0f} in 100 of the "
            "differences on points kept back. Do not rely on them; play more points."
        )
    if min(points, MOST_TO_LEARN) < ENOUGH * inputs:
        return (
            f"Total effects of {inputs} inputs were learnt from {points} points. From fewer than "
            f"{ENOUGH * inputs} they are rough, and how good they are was tried on few."
        )
    return ""


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
