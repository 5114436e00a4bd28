"""The compiled ensemble's seats: lots are drawn in bins, and only the bin where seats run out is sorted."""

from typing import Any

import numpy as np

from coprod_sim import draws
from coprod_sim.model import rules
from coprod_sim.model.kernel import ONE_U8, TOLD, TWO_U8, ZERO_U8, numbers_of

LOT_BINS = 254
"""Bins of lots, so that one fits a byte beside 0 for those who do not come [bins]."""
BINS_PER_UNIT = 64.0
"""Bins per unit of a lot; lots beyond the last bin share it [bins]."""


def draw_lots(ready: Any, aware: Any, lot: Any, weight: float, asked: float, part: Any) -> None:
    """Event 4: a willing person's byte is 1 plus the bin of their lot; everybody else's is 0."""
    for k in range(len(part)):
        place = np.int32(min(lot[k] / weight * BINS_PER_UNIT, LOT_BINS - 1.0))
        comes = (ready[k] * asked > 0.0) & (aware[k] != ZERO_U8)
        part[k] = np.uint8(place + 1) if comes else ZERO_U8


def find_last_bins(part: Any, lanes: int, seats: int, bins: Any, last: Any, spare: Any) -> None:
    """Find, for each run, the bin of lots in which the seats run out, and the seats left for it."""
    bins[:] = 0
    for i in range(0, len(part), lanes):
        for lane in range(lanes):
            bins[lane, part[i + lane]] += 1
    for lane in range(lanes):
        k, taken = 1, 0
        while k <= LOT_BINS and taken + bins[lane, k] <= seats:
            taken += bins[lane, k]
            k += 1
        last[lane], spare[lane] = k, seats - taken


def mark_seats(part: Any, last: Any) -> None:
    """Turn a block's lot bins into flags: 1 is in, 0 is out, 2 is to be settled."""
    for k in range(len(part)):
        edge = last[k]
        inside = (part[k] > ZERO_U8) & (part[k] < edge)
        part[k] = ONE_U8 if inside else (TWO_U8 if part[k] == edge else ZERO_U8)


def seat_all(part: Any) -> None:
    """Turn lot bins into flags where there is a seat for everybody."""
    for k in range(len(part)):
        part[k] = ONE_U8 if part[k] > ZERO_U8 else ZERO_U8


def settle_seats(
    part: Any,
    lane: int,
    lanes: int,
    spare: int,
    weights: Any,
    less_heard: int,
    run: Any,
    decision: Any,
    table: Any,
    key: Any,
) -> None:
    """Give a run's last seats to the lowest lots in the bin where they run out; ties to the first."""
    lots, places = [0.0 for _ in range(0)], [0 for _ in range(0)]
    for i in range(len(part) // lanes):
        place = i * lanes + lane
        if part[place] == TWO_U8:
            word = draws.philox(np.uint64(i), decision, run, TOLD, key[0], key[1])[2]
            lots.append(draws.from_table(table, word) / weights[0 if i < less_heard else 1])
            places.append(place)
            part[place] = ZERO_U8
    order = np.argsort(np.array(lots), kind="mergesort")
    for k in range(min(spare, len(places))):
        part[places[order[k]]] = ONE_U8


def wishes(part: Any, ideal_luck: Any, mean: float, row: Any, wish: Any, here: Any) -> None:
    """Event 5: what each participant of a block wishes, and that they are there."""
    p = numbers_of(row)
    for k in range(len(part)):
        comes = part[k] != ZERO_U8
        wish[k] = rules.ideal_point(ideal_luck[k], mean, p) if comes else 0.0
        here[k] = 1.0 if comes else 0.0
