"""Luck: every random number has an address, so all engagements meet the same luck.

This makes common random numbers: arms differ by what is done, not by what is drawn. The generator is Philox
4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"). Its key is the seed, its counter
says whose luck it is: (citizen, decision, run, purpose). Nothing depends on the order, the grouping or the
thread in which numbers are drawn.
"""

from functools import cache
from typing import Any

import numpy as np
from scipy import special

Array = Any
MULTIPLIERS = (0xD2511F53, 0xCD9E8D57)
WEYL = (0x9E3779B9, 0xBB67AE85)
LOW = np.uint64(0xFFFFFFFF)
BITS = np.uint64(32)
M0, M1 = (np.uint64(m) for m in MULTIPLIERS)
W0, W1 = (np.uint64(w) for w in WEYL)

# Purposes: which four numbers of a citizen's luck in a decision are drawn together
TOLD = 0
"""(told, patience, lot, exposure to a campaign)"""
TOPIC = 1
"""(ideal point, knowledge, hearsay, readiness)"""
VERDICT = 2
"""(feedback, fairness, acceptance, spare)"""
FIRST_DAY = 3
"""(trust, expected influence, lasting part of the ideal point, spare), at decision 0"""
DRAFT = 4
"""(side of the draft, shared error of the room, spare, spare), one for each run and decision; at decision 0
(trust, heat, body, spare) of the town"""
NETWORK = 5
"""(whether inside the group, whom) twice; the decision counts pairs of attempts, the run is the network"""

CELLS = 1024
"""Cells of a quantile table."""
CELL_BITS, INSIDE, ONE = np.uint64(22), np.uint64(2**22 - 1), np.uint64(1)


def _round(c0: Any, c1: Any, c2: Any, c3: Any, k0: Any, k1: Any) -> Any:
    p0, p1 = c0 * M0, c2 * M1
    return (p1 >> BITS) ^ c1 ^ k0, p1 & LOW, (p0 >> BITS) ^ c3 ^ k1, p0 & LOW


def _next_key(k0: Any, k1: Any) -> Any:
    return (k0 + W0) & LOW, (k1 + W1) & LOW


def philox(c0: Any, c1: Any, c2: Any, c3: Any, k0: Any, k1: Any) -> Any:
    """Turn a counter and a key into four random 32-bit words, each held in a uint64.

    The ten rounds are written out: compilers turn straight lines into vector code, not loops.

    Args:
        c0: the citizen.
        c1: the decision.
        c2: the run.
        c3: the purpose.
        k0: the lower word of the seed.
        k1: the upper word of the seed.

    Returns:
        Four words, each of the shape of the counter.
    """
    c0, c1, c2, c3, k0, k1 = c0 & LOW, c1 & LOW, c2 & LOW, c3 & LOW, k0 & LOW, k1 & LOW
    c0, c1, c2, c3 = _round(c0, c1, c2, c3, k0, k1)
    k0, k1 = _next_key(k0, k1)
    c0, c1, c2, c3 = _round(c0, c1, c2, c3, k0, k1)
    k0, k1 = _next_key(k0, k1)
    c0, c1, c2, c3 = _round(c0, c1, c2, c3, k0, k1)
    k0, k1 = _next_key(k0, k1)
    c0, c1, c2, c3 = _round(c0, c1, c2, c3, k0, k1)
    k0, k1 = _next_key(k0, k1)
    c0, c1, c2, c3 = _round(c0, c1, c2, c3, k0, k1)
    k0, k1 = _next_key(k0, k1)
    c0, c1, c2, c3 = _round(c0, c1, c2, c3, k0, k1)
    k0, k1 = _next_key(k0, k1)
    c0, c1, c2, c3 = _round(c0, c1, c2, c3, k0, k1)
    k0, k1 = _next_key(k0, k1)
    c0, c1, c2, c3 = _round(c0, c1, c2, c3, k0, k1)
    k0, k1 = _next_key(k0, k1)
    c0, c1, c2, c3 = _round(c0, c1, c2, c3, k0, k1)
    k0, k1 = _next_key(k0, k1)
    c0, c1, c2, c3 = _round(c0, c1, c2, c3, k0, k1)
    return c0, c1, c2, c3


def uniform(word: Any) -> Any:
    """Turn a word into a number between 0 and 1, never either of them.

    Args:
        word: 32 random bits, one word or an array of them.

    Returns:
        A uniform number for each word.
    """
    return (word + 0.5) * 2.0**-32


def from_table(table: Any, word: Any) -> Any:
    """Look a random word up in a quantile table: straight lines between its 1,025 points.

    Args:
        table: a quantile table, from `quantile_table`.
        word: 32 random bits, one word or an array of them.

    Returns:
        A number from the table's distribution for each word.
    """
    cell = word >> CELL_BITS
    place = ((word & INSIDE) + 0.5) * 2.0**-22
    return table[cell] + place * (table[cell + ONE] - table[cell])


def words(seed: int, citizen: Any, decision: Any, run: Any, purpose: int) -> Any:
    """Draw four words for each citizen and run.

    Args:
        seed: the seed, up to 64 bits.
        citizen: the number of the citizen.
        decision: the decision, from 1; 0 is the first day.
        run: the replication. These three are numbers or arrays that broadcast against each other.
        purpose: what the words are for, one of the purposes above.

    Returns:
        Four arrays of uint64 below 2**32, of the broadcast shape.
    """
    citizen, decision, run = np.broadcast_arrays(
        *(np.asarray(x, dtype=np.uint64) for x in (citizen, decision, run))
    )
    k0, k1 = split(seed)
    return philox(citizen, decision, run, np.uint64(purpose), k0, k1)


def split(seed: int) -> tuple[np.uint64, np.uint64]:
    """Split a seed into the two words of the key.

    Args:
        seed: a whole number; bits above the 64th are left out.

    Returns:
        The lower and the upper 32 bits.
    """
    return np.uint64(seed & 0xFFFFFFFF), np.uint64((seed >> 32) & 0xFFFFFFFF)


def quantile_table(quantile: Any) -> np.ndarray:
    """Tabulate a quantile function at 1,025 points from 0 to 1.

    An end that runs off to infinity is cut where the last straight piece keeps the mean of what it
    replaces. Rounded to 12 decimals, so that the last bits of another maths library do not matter.

    Args:
        quantile: the quantile function, for arrays of probabilities from 0 to 1.

    Returns:
        1,025 finite numbers, in rising order.
    """
    with np.errstate(divide="ignore"):
        table = np.array(quantile(np.linspace(0.0, 1.0, CELLS + 1)), dtype=np.float64)
    inner = (np.arange(4096) + 0.5) / 4096 / CELLS
    for end, beside, where_ in ((0, 1, inner), (-1, -2, 1.0 - inner)):
        if not np.isfinite(table[end]):
            table[end] = 2.0 * np.mean(quantile(where_)) - table[beside]
    return np.round(table, 12)


@cache
def luck_tables() -> np.ndarray:
    """Tabulate the standard normal, Beta(2.2, 5) and standard exponential quantiles (3 rows)."""
    normal = quantile_table(special.ndtri)
    beta = quantile_table(lambda u: special.betaincinv(2.2, 5.0, u))
    exponential = quantile_table(lambda u: -np.log1p(-u))
    table = np.stack([normal, beta, exponential])
    table.setflags(write=False)
    return table


def mentions_needed(patience: Any, per_mention: float) -> Any:
    """How many mentions a person needs to notice, from their exponential luck; 255 means never.

    Args:
        patience: standard exponential numbers.
        per_mention: -ln(1 - `word_of_mouth`), so that each mention by itself works with that chance.

    Returns:
        Whole numbers from 0 to 255, of the shape of `patience` [mentions].
    """
    return np.minimum(np.ceil(patience / per_mention), 255.0)
