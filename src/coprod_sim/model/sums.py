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
SPLITS = (
    "winners", "losers", "participants", "non_participants", "low_trust", "middle_trust", "high_trust",
)  # fmt: skip
"""Further groups, added up when asked for; the last three are thirds of `Setting.thirds`."""


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
    return np.stack([_by_group(values, less_heard) for values in summands(now)], axis=-1)


def split_sums(now: Any, thirds: np.ndarray, less_heard: int) -> np.ndarray:
    """Add up every summand, and the people, over the two groups and over each of `SPLITS`.

    Args:
        now: everything known after a decision, as attributes: citizens x runs, or citizens.
        thirds: the third of first trust everybody belongs to, in the shape of the attributes.
        less_heard: how many citizens are less heard; they come first.

    Returns:
        Runs x (2 groups, then `SPLITS`) x (`SUMS`, then people), added up as in `group_sums`.
    """
    values = [*summands(now), np.ones(np.shape(now.merit))]
    both = np.stack([_by_group(v, less_heard) for v in values], axis=-1)
    parts = [
        [_by_group(np.where(mask, v, 0.0), less_heard) for v in values]
        for mask in _masks(now, thirds)
    ]
    return with_splits(both, np.moveaxis(np.array(parts), (0, 1), (-2, -1)))


def with_splits(groups: np.ndarray, splits: np.ndarray) -> np.ndarray:
    """Put the sums of the groups and of the splits together.

    Args:
        groups: ... x 2 groups x sums.
        splits: ... x 2 groups x `SPLITS` x sums.

    Returns:
        ... x (2 groups, then `SPLITS`) x sums.
    """
    return np.concatenate([groups, splits[..., 0, :, :] + splits[..., 1, :, :]], axis=-2)


def _by_group(values: np.ndarray, less_heard: int) -> np.ndarray:
    return np.stack([total(part) for part in (values[:less_heard], values[less_heard:])], axis=-1)


def _masks(now: Any, thirds: np.ndarray) -> list[np.ndarray]:
    """Say who belongs to each of `SPLITS`."""
    lose, part = np.asarray(now.merit) < 0.0, np.asarray(now.part, dtype=bool)
    return [~lose, lose, part, ~part, *(thirds == third for third in range(3))]
