"""Switches steps and channels on and off, in numbers: the binary digits of a set say what is on in it."""

import numpy as np

from coprod_sim.assumptions import Assumptions
from coprod_sim.engagement.dials import FIVE_STEPS, Dials

CHANNELS: dict[str, tuple[str, dict[str, float]]] = {
    "decision": ("a better decision", {"plan_moves": 0.0}),
    "understanding": (
        "better understanding",
        {"openness_teaches": 0.0, "session_teaches": 0.0, "feedback_teaches": 0.0, "slant": 0.0},
    ),
    "fairness": ("feeling fairly treated", {"acceptance_fairness": 0.0}),
    "trust": ("trust that grows or falls", {"signal_fairness": 0.0, "signal_merit": 0.0}),
}
"""The channels: their names in words, and the assumptions that switch each one off."""
CHANNEL_COUNT = len(CHANNELS)
STEPS = tuple(Dials._fields.index(step) for step in FIVE_STEPS)
"""The place of each step among the dials."""
OFF = tuple(
    (channel, Assumptions._fields.index(name), value)
    for channel, (_, changes) in enumerate(CHANNELS.values())
    for name, value in changes.items()
)
"""For each assumption that switches a channel off: the channel's place, the assumption's, its value."""


def is_on(number: int, place: int, count: int) -> bool:
    """Say whether something is in a set.

    Args:
        number: the set's number; its first binary digit stands for the first thing.
        place: the place of the thing, from 0.
        count: how many things there are.

    Returns:
        Whether it is in the set.
    """
    return (number >> (count - 1 - place)) & 1 == 1


def switch_steps(start: np.ndarray, goal: np.ndarray, on: float, dials: np.ndarray) -> None:
    """Turn the steps that are on as the goal has them, the others as at the start; all else is the goal's.

    Args:
        start: the dials of the baseline.
        goal: those of the way set beside it.
        on: the number of the set of steps that are on.
        dials: filled in.
    """
    for place in range(len(dials)):
        dials[place] = goal[place]
    for k, step in enumerate(STEPS):
        if not is_on(int(on), k, len(STEPS)):
            dials[step] = start[step]


def switch_channels(numbers: np.ndarray, on: float, changed: np.ndarray) -> None:
    """Switch off the channels that are not on.

    Args:
        numbers: a set of assumptions.
        on: the number of the set of channels that are on.
        changed: the assumptions with which they are off; filled in.
    """
    for place in range(len(changed)):
        changed[place] = numbers[place]
    for channel, which, value in OFF:
        if not is_on(int(on), channel, CHANNEL_COUNT):
            changed[which] = value
