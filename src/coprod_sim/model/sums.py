"""What is added up over citizens after every decision, in the order in which all drivers keep it."""

from typing import Any

import numpy as np

from coprod_sim.arithmetic import total

SUMS = (
    "acceptance",
    "votes",
    "trust",
    "knowledge",
    "fairness",
    "merit",
    "draft_merit",
    "informed",
    "acceptance_squared",
    "informed_squared",
    "acceptance_informed",
    "trust_before",
    "losers",
    "losers_acceptance",
    "aware",
    "part",
    "reached",
    "expected",
    "opposed",
    "opposed_part",
)
"""Names of the sums; losers are those with merit below 0, the opposed see merit below 0 at first."""
PLACE = {name: place for place, name in enumerate(SUMS)}


def summands(now: Any) -> list[np.ndarray]:
    """List what each citizen adds to each sum.

    Args:
        now: everything known after a decision, as attributes: citizens x runs, or citizens.

    Returns:
        One array for each of `SUMS`, of the shape of the attributes.
    """
    losers, opposed = now.merit < 0.0, now.view < 0.0
    values = (
        now.acceptance,
        now.vote,
        now.trust,
        now.knowledge,
        now.fairness,
        now.merit,
        now.draft_merit,
        now.informed,
        now.acceptance * now.acceptance,
        now.informed * now.informed,
        now.acceptance * now.informed,
        now.trust_before,
        losers,
        np.where(losers, now.acceptance, 0.0),
        now.aware,
        now.part,
        now.got_it,
        now.expected,
        opposed,
        opposed & now.part,
    )
    return [np.asarray(v, dtype=np.float64) for v in values]


def group_sums(now: Any, less_heard: int) -> np.ndarray:
    """Add up every summand over the less-heard and over the well-connected.

    Args:
        now: everything known after a decision, as attributes: citizens x runs, or citizens.
        less_heard: how many citizens are less heard; they come first.

    Returns:
        Runs x 2 groups x `SUMS` (without the first axis where the attributes have no runs), added up
        in the one order that all drivers keep.
    """
    return np.stack(
        [
            np.stack([total(part) for part in (values[:less_heard], values[less_heard:])], axis=-1)
            for values in summands(now)
        ],
        axis=-1,
    )
