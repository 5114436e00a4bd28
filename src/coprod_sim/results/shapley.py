"""Shapley's value in plain loops, which also compile: what a player adds, whoever joined before."""

from typing import Any

import numpy as np


def shapley_value(worth: np.ndarray, players: float, player: float, value: np.ndarray) -> None:
    """Find a player's mean gain over every order in which players could join.

    Small sets are counted before large ones, and among those of one size the first players' first.

    Args:
        worth: sets x runs, what each set of players brings; the binary digits of a set's number say who is
            in it, the first player's digit first.
        players: how many players there are.
        player: the place of the one asked for, from 0.
        value: one number a run, in the unit of `worth`; filled in.

    Source: Shapley 1953.
    """
    count = int(players)
    every, bit = 1 << count, 1 << (count - 1 - int(player))
    sets = worth.reshape((every, len(value)))
    value[:] = 0.0
    for size in range(count):
        weight = factorial(size) * factorial(count - size - 1) / factorial(count)
        for back in range(every):
            on = every - 1 - back
            if on & bit == 0 and digits_in(on) == size:
                value += weight * (sets[on | bit] - sets[on])


def digits_in(number: int) -> int:
    """Count the binary digits that are 1.

    Args:
        number: 0 or more.

    Returns:
        How many.
    """
    found = 0
    while number > 0:
        found += number & 1
        number >>= 1
    return found


def factorial(number: int) -> Any:
    """Multiply the whole numbers up to one.

    Args:
        number: 0 or more, small.

    Returns:
        The product.
    """
    found = 1
    for k in range(2, number + 1):
        found *= k
    return found
