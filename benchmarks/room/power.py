"""How often a room sees an effect that is there: made-up rooms, scored and worked out as the kit does.

The effect is half a spread: one point where people's scores spread by two. "Without noise" is the textbook
room: scores of any size, everybody scores twice, the effect is the same for all, and the two scores of a
person go together with r = 0.5. "As people are" has whole numbers from 0 to 10, an effect that differs from
one to the next, people who mind the two decisions differently, and one in twelve who leaves a score out.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from coprod_sim.live.arms import treatment_sequences
from coprod_sim.live.treatment_effect import Effect, effect

SIZES = (12, 20, 25, 30, 60)
ROOMS, SEED = 1000, 1
MEAN, SPREAD, EFFECT = 5.0, 2.0, 1.0
OWN = 0.5
"""The share of the spread (as variance) that is a person's own in both rounds."""
DIFFERS, MINDS, LEFT_OUT = 0.7, 0.8, 1 / 12
"""How far the effect differs, how far people mind one decision more, and how many leave a score out."""
KEYS = ("library_hours", "bus_route")


def power_table(rooms: int = ROOMS) -> Iterator[tuple[int, float, float]]:
    """Give for each size of room the share of rooms that see the effect: without noise, and as people are."""
    luck = np.random.default_rng(SEED)
    for people in SIZES:
        alike = _seen(luck, people, rooms, noisy=False)
        yield people, alike, _seen(luck, people, rooms, noisy=True)


def _seen(luck: np.random.Generator, people: int, rooms: int, *, noisy: bool) -> float:
    found = (effect(_room(luck, people, noisy=noisy), "acceptance") for _ in range(rooms))
    return float(np.mean([isinstance(e, Effect) and e.clear and e.mean > 0 for e in found]))


def _room(luck: np.random.Generator, people: int, *, noisy: bool) -> pd.DataFrame:
    ways = treatment_sequences("crossover")
    order = luck.permutation(np.arange(people) % len(ways))
    own = luck.normal(MEAN, SPREAD * OWN**0.5, people)
    mine = EFFECT + luck.normal(0.0, DIFFERS if noisy else 0.0, people)
    minds = luck.normal(0.0, MINDS if noisy else 0.0, people)
    rows = []
    for person, cell in enumerate(order):
        for turn, part in enumerate(("first", "second"), 1):
            place, arm = ways[cell].decision(part), ways[cell].arm(part)
            score = own[person] + luck.normal(0.0, SPREAD * (1 - OWN) ** 0.5)
            score += mine[person] * (arm == "co_production") + minds[person] * (place - 0.5)
            if noisy and luck.random() < LEFT_OUT:
                continue
            told = float(np.clip(np.round(score), 0, 10)) if noisy else score
            rows.append((person, KEYS[place], arm, turn, False, told))
    names = ["person", "decision", "arm", "turn", "lost", "acceptance"]
    return pd.DataFrame(rows, columns=names)
