"""The luck of places and rooms: the town, the side a draft leans to, the error a room shares."""

from typing import Any, NamedTuple

import numpy as np

from coprod_sim.draws import DRAFT, from_table, philox, uniform

ALWAYS = -1.0
"""Luck that keeps a draft on its side, whatever the assumptions."""
PURPOSE, NOBODY, FIRST_DAY = np.uint64(DRAFT), np.uint64(0), np.uint64(0)


class TownLuck(NamedTuple):
    """The luck of places and rooms, for several runs.

    `town` holds three standard normal rows: of trust, of heat, of the body; `sides` (uniform) and `errors`
    (standard normal) are decisions x runs.
    """

    town: np.ndarray
    sides: np.ndarray
    errors: np.ndarray


def luck_of_town(normal: np.ndarray, key: Any, run: Any) -> tuple[Any, Any, Any]:
    """Draw the luck of the towns of some runs.

    Args:
        normal: the quantile table of the standard normal distribution.
        key: both words of the seed.
        run: the run, one number or an array of them.

    Returns:
        Standard normal luck of trust, of heat and of the body.
    """
    trust, heat, body, _ = philox(NOBODY, FIRST_DAY, run, PURPOSE, key[0], key[1])
    return from_table(normal, trust), from_table(normal, heat), from_table(normal, body)


def luck_of_side(key: Any, decision: Any, run: Any) -> Any:
    """Draw what says on which side a draft stands.

    Args:
        key: both words of the seed.
        decision: which decision, from 1, one number or an array of them.
        run: the run, one number or an array of them.

    Returns:
        A uniform number for each decision and run.
    """
    return uniform(philox(NOBODY, decision, run, PURPOSE, key[0], key[1])[0])


def luck_of_room(normal: np.ndarray, key: Any, decision: Any, run: Any) -> Any:
    """Draw the error that a room shares.

    Args:
        normal: the quantile table of the standard normal distribution.
        key: both words of the seed.
        decision: which decision, from 1, one number or an array of them.
        run: the run, one number or an array of them.

    Returns:
        A standard normal number for each decision and run.
    """
    return from_table(normal, philox(NOBODY, decision, run, PURPOSE, key[0], key[1])[1])


def luck_of_series(
    luck: TownLuck, normal: np.ndarray, key: Any, drafts_key: Any, first_run: Any, either: bool
) -> None:
    """Fill in the luck of places and rooms number by number, as compiled code does.

    Args:
        luck: three x runs, and decisions x runs twice; overwritten.
        normal: the quantile table of the standard normal distribution.
        key: both words of the seed.
        drafts_key: both words of the seed that says on which side drafts stand.
        first_run: the first run, counted from 0.
        either: whether drafts may stand on either side.
    """
    for lane in range(luck.town.shape[1]):
        run = first_run + np.uint64(lane)
        luck.town[0, lane], luck.town[1, lane], luck.town[2, lane] = luck_of_town(normal, key, run)
        for k in range(len(luck.sides)):
            decision = np.uint64(k + 1)
            side = luck_of_side(drafts_key, decision, run)
            luck.sides[k, lane] = side if either else ALWAYS
            luck.errors[k, lane] = luck_of_room(normal, key, decision, run)
