"""The compiled ensemble's loops that add up: what each citizen of a block adds to which sum."""

from typing import Any

import numpy as np

from coprod_sim.compiled import wide
from coprod_sim.model.kernel import ZERO_U8


def flag(bytes_: Any, out: Any) -> None:
    """Turn flags into numbers to add up."""
    for k in range(len(bytes_)):
        out[k] = 1.0 if bytes_[k] != ZERO_U8 else 0.0


def oppose(view: Any, part: Any, opposed: Any, opposed_part: Any) -> None:
    """Who saw the draft as bad for them, and who of those took part."""
    for k in range(len(view)):
        against = view[k] < 0.0
        opposed[k] = 1.0 if against else 0.0
        opposed_part[k] = 1.0 if against & (part[k] != ZERO_U8) else 0.0


def choose(split: int, merit: Any, part: Any, third: Any, chosen: Any) -> None:
    """Mark a block's members of one of `SPLITS` with 1, all others with 0."""
    for k in range(len(chosen)):
        if split < 2:
            inside = (merit[k] < 0.0) == (split == 1)
        elif split < 4:
            inside = (part[k] == ZERO_U8) == (split == 3)
        else:
            inside = third[k] == split - 4
        chosen[k] = 1.0 if inside else 0.0


def only_chosen(values: Any, chosen: Any, out: Any) -> None:
    """A value where somebody is marked, 0 elsewhere."""
    for k in range(len(chosen)):
        out[k] = values[k] if chosen[k] > 0.0 else 0.0


def add_up(values: Any, size: int, into: Any, lanes: int) -> None:
    """Add a block to the sums of its group, in the order of `arithmetic.total` (1 or 8 lanes)."""
    four = 4 * lanes
    full = (size + four - 1) // four * four
    for k in range(size, full):
        values[k] = 0.0
    if lanes == 8:
        add_up_eight(values[:full], into)
    else:
        a = into[0]
        for k in range(0, full, 4):
            a += (values[k] + values[k + 1]) + (values[k + 2] + values[k + 3])
        into[0] = a


@wide("void(f8[::1], f8[::1])")
def add_up_eight(v: Any, into: Any) -> None:
    """Add a block to the sums of its group in eight runs at once."""
    a, b, c, d = into[0], into[1], into[2], into[3]
    e, f, g, h = into[4], into[5], into[6], into[7]
    for i in range(len(v) >> 5):
        k = np.uint64(i) << np.uint64(5)
        a += (v[k] + v[k + np.uint64(8)]) + (v[k + np.uint64(16)] + v[k + np.uint64(24)])
        b += (v[k + np.uint64(1)] + v[k + np.uint64(9)]) + (
            v[k + np.uint64(17)] + v[k + np.uint64(25)]
        )
        c += (v[k + np.uint64(2)] + v[k + np.uint64(10)]) + (
            v[k + np.uint64(18)] + v[k + np.uint64(26)]
        )
        d += (v[k + np.uint64(3)] + v[k + np.uint64(11)]) + (
            v[k + np.uint64(19)] + v[k + np.uint64(27)]
        )
        e += (v[k + np.uint64(4)] + v[k + np.uint64(12)]) + (
            v[k + np.uint64(20)] + v[k + np.uint64(28)]
        )
        f += (v[k + np.uint64(5)] + v[k + np.uint64(13)]) + (
            v[k + np.uint64(21)] + v[k + np.uint64(29)]
        )
        g += (v[k + np.uint64(6)] + v[k + np.uint64(14)]) + (
            v[k + np.uint64(22)] + v[k + np.uint64(30)]
        )
        h += (v[k + np.uint64(7)] + v[k + np.uint64(15)]) + (
            v[k + np.uint64(23)] + v[k + np.uint64(31)]
        )
    into[0], into[1], into[2], into[3] = a, b, c, d
    into[4], into[5], into[6], into[7] = e, f, g, h
