"""The compiled ensemble's loops that add up: what each citizen of a block adds to which sum."""

from typing import Any

import numpy as np

from coprod_sim.eight import load, store
from coprod_sim.model.kernel import ZERO_U8
from coprod_sim.model.sums import PLACE

ONE, THREE = np.uint64(1), np.uint64(3)
ACCEPTANCE, INFORMED, SQUARED = PLACE["acceptance"], PLACE["informed"], PLACE["acceptance_squared"]
INFORMED_SQUARED, BOTH = PLACE["informed_squared"], PLACE["acceptance_informed"]


def flag(bytes_: Any, out: Any) -> None:
    """Turn flags into numbers to add up."""
    for k in range(len(bytes_)):
        out[k] = 1.0 if bytes_[k] != ZERO_U8 else 0.0


def copy(values: Any, out: Any) -> None:
    """Write numbers down again to add them up."""
    for k in range(len(values)):
        out[k] = values[k]


def oppose(view: Any, part: Any, opposed: Any, opposed_part: Any) -> None:
    """Who saw the draft as bad for them, and who of those took part."""
    for k in range(len(view)):
        against = view[k] < 0.0
        opposed[k] = 1.0 if against else 0.0
        opposed_part[k] = 1.0 if against & (part[k] != ZERO_U8) else 0.0


def compare_answers(
    chance: Any, informed: Any, squared: Any, squared_informed: Any, both: Any
) -> None:
    """Multiply each answer with itself, and both with each other."""
    for k in range(len(chance)):
        squared[k] = chance[k] * chance[k]
        squared_informed[k] = informed[k] * informed[k]
        both[k] = chance[k] * informed[k]


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
    whole = size - size % four
    if lanes == 8:
        add_up_eight(values, whole, into)
    else:
        a = into[0]
        for k in range(0, whole, 4):
            a += (values[k] + values[k + 1]) + (values[k + 2] + values[k + 3])
        into[0] = a
    for k in range(whole, min(whole + lanes, size)):
        b, c = at(values, k + lanes, size), at(values, k + 2 * lanes, size)
        into[k - whole] += (values[k] + b) + (c + 0.0)


def add_up_eight(v: Any, whole: int, into: Any) -> None:
    """Add fours of citizens to the sums of their group in eight runs at once."""
    added = load(into, 0)
    for k in range(0, whole, 32):
        a, b, c, d = fours_at(v, k)
        added = added + ((a + b) + (c + d))
    store(into, 0, added)


def at(values: Any, k: int, size: int) -> float:
    """The value at a place of a block, 0 behind its end."""
    return values[k] if k < size else 0.0


def add_up_answers(chance: Any, informed: Any, size: int, into: Any) -> None:
    """Add up both answers and their products in eight runs; zeros fill the last four citizens up."""
    whole = (size + 31) // 32 * 32
    for k in range(size, whole):
        chance[k] = informed[k] = 0.0
    c, i = load(into[ACCEPTANCE], 0), load(into[INFORMED], 0)
    cc, ii, ci = load(into[SQUARED], 0), load(into[INFORMED_SQUARED], 0), load(into[BOTH], 0)
    for k in range(0, whole, 32):
        c1, c2, c3, c4 = fours_at(chance, k)
        i1, i2, i3, i4 = fours_at(informed, k)
        c = c + ((c1 + c2) + (c3 + c4))
        i = i + ((i1 + i2) + (i3 + i4))
        cc = cc + ((c1 * c1 + c2 * c2) + (c3 * c3 + c4 * c4))
        ii = ii + ((i1 * i1 + i2 * i2) + (i3 * i3 + i4 * i4))
        ci = ci + ((c1 * i1 + c2 * i2) + (c3 * i3 + c4 * i4))
    store(into[ACCEPTANCE], 0, c)
    store(into[INFORMED], 0, i)
    store(into[SQUARED], 0, cc)
    store(into[INFORMED_SQUARED], 0, ii)
    store(into[BOTH], 0, ci)


def fours_at(values: Any, k: int) -> Any:
    """Take the numbers of four citizens in eight runs."""
    return load(values, k), load(values, k + 8), load(values, k + 16), load(values, k + 24)


def count_flags(words: Any, begin: int, size: int, ones: Any, into: Any, lanes: int) -> None:
    """Count the flags of a block in all runs at once: a word holds a byte for each.

    A flag is raised if one of the two lowest bits of its byte is. With 8 lanes a block has too few people
    for a byte to run over.
    """
    counted, mask = np.uint64(0), np.uint64(0xFF if lanes == 8 else 0xFFFFFFFF)
    for i in range(begin // lanes, (begin + size) // lanes):
        word = np.uint64(words[i])
        counted += (word | (word >> ONE)) & np.uint64(ones)
    for lane in range(lanes):
        into[lane] += np.float64((counted >> (np.uint64(lane) << THREE)) & mask)
