"""The compiled ensemble's loops over contacts: who passes it on, and what one's contacts say."""

from typing import Any

import numpy as np

from coprod_sim.compiled import wide

U1, U2, U3, U4, U5, U6, U7, EIGHT = (np.uint64(k) for k in range(1, 9))


def pass_on(
    start: Any, links: Any, flags: Any, bit: Any, ones: Any, counts: Any, first: int, end: int
) -> None:
    """Let everybody count the contacts in a block who carry a flag, in all runs at once.

    A word holds a byte for each run; the flag is one bit of it (0: takes part, 1: newly aware).
    """
    for i in range(first, end):
        flagged = (flags[i] >> bit) & ones
        if flagged:
            for link in range(start[i], start[i + 1]):
                counts[links[np.uint64(link)]] += flagged


def ask_contacts(
    start: Any, links: Any, view: Any, out: Any, first: int, size: int, lanes: int, gathered: Any
) -> None:
    """Event 7: the mean first view among the contacts of each citizen of a block."""
    if lanes == 1:
        gather(links[start[first] : start[first + size]], view, gathered)
    for i in range(size):
        begin, end = start[first + i], start[first + i + 1]
        if begin == end:
            for lane in range(lanes):
                out[i * lanes + lane] = view[(first + i) * lanes + lane]
        elif lanes == 8:
            add_eight(links, begin, end, view, out, np.uint64(i) * EIGHT, 1.0 / (end - begin))
        else:
            a = 0.0
            for link in range(begin, end):
                a += gathered[np.uint64(link - start[first])]
            out[i] = a * (1.0 / (end - begin))


def gather(links: Any, values: Any, out: Any) -> None:
    """Fetch a value for every link, with nothing else in the loop to hold memory up."""
    for k in range(len(links)):
        out[k] = values[links[k]]


@wide("void(u4[::1], u4, u4, f8[::1], f8[::1], u8, f8)")
def add_eight(links: Any, begin: Any, end: Any, view: Any, out: Any, k: Any, weight: float) -> None:
    """Average a value over a citizen's contacts in eight runs at once."""
    a = b = c = d = e = f = g = h = 0.0
    for link in range(begin, end):
        j = np.uint64(links[np.uint64(link)]) * EIGHT
        a += view[j]
        b += view[j + U1]
        c += view[j + U2]
        d += view[j + U3]
        e += view[j + U4]
        f += view[j + U5]
        g += view[j + U6]
        h += view[j + U7]
    out[k], out[k + U1], out[k + U2], out[k + U3] = a * weight, b * weight, c * weight, d * weight
    out[k + U4], out[k + U5] = e * weight, f * weight
    out[k + U6], out[k + U7] = g * weight, h * weight
