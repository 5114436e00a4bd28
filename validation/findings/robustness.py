"""Asks what plausible assumptions leave open: who is ahead, and whether openness helps."""

import os

import numpy as np

from coprod_sim.engagement import load_engagement
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.setting import arm_of, setting_of
from coprod_sim.model.sums import PLACE
from coprod_sim.population import population_of
from coprod_sim.results.uncertainty import plausible
from validation.findings.acceptance import openness_and_acceptance
from validation.findings.reference_case import SEED, reference

COPIES, RUNS_A_COPY = 128, 8
"""Sets of plausible assumptions, and the runs of each."""


def gains_over_tickbox(copies: int = COPIES, seed: int = SEED) -> np.ndarray:
    """Give the acceptance co-production gains over tickbox after the last decision, for each copy.

    All assumptions are drawn at once, each from its plausible range; both engagements meet the same
    citizens and the same luck.

    Args:
        copies: sets of assumptions.
        seed: names the luck, and how the sets are drawn.

    Returns:
        The gain of each copy as a share of citizens, from -1 to 1.
    """
    population = population_of(reference())
    setting = setting_of(reference(), population, seed)
    both = [load_engagement(name) for name in ("tickbox", "co_production")]
    arms = [arm_of(e, p) for p in plausible(copies, seed) for e in both]
    sums = play_all(setting, arms, RUNS_A_COPY, threads=os.cpu_count() or 1)
    accepted = sums[:, :, -1, :, PLACE["acceptance"]].sum(axis=-1).mean(axis=-1)
    return (accepted[1::2] - accepted[::2]) / population.citizens


def gains_from_openness(copies: int = COPIES, seed: int = SEED) -> np.ndarray:
    """Give the acceptance gained by openness alone (N15), for each copy.

    Args:
        copies: sets of assumptions.
        seed: names the luck, and how the sets are drawn.

    Returns:
        The gain of each copy in percentage points.
    """
    return np.array(
        [openness_and_acceptance(p, RUNS_A_COPY, seed) for p in plausible(copies, seed)]
    )
