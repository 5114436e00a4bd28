"""The compiled ensemble's loops over contacts: who passes it on, and what one's contacts say."""

from typing import Any

import numpy as np

from coprod_sim.eight import load, store

EIGHT = np.uint64(8)


def pass_on(
    start: Any, links: Any, flags: Any, ones: Any, counts: Any, first: int, end: int
) -> None:
    """Let everybody count the contacts in a block who carry a flag, in all runs at once.

    A word holds a byte for each run; the flag is the lowest bit of it.
    """
    for i in range(first, end):
        flagged = flags[i] & ones
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
            add_eight(links, begin, end, view, out, i * lanes)
        else:
            a = 0.0
            for link in range(begin, end):
                a += gathered[np.uint64(link - start[first])]
            out[i] = a * (1.0 / (end - begin))


def gather(links: Any, values: Any, out: Any) -> None:
    """Fetch a value for every link, with nothing else in the loop to hold memory up."""
    for k in range(len(links)):
        out[k] = values[links[k]]


def add_eight(links: Any, begin: Any, end: Any, view: Any, out: Any, k: Any) -> None:
    """Average a value over a citizen's contacts in eight runs at once."""
    added = 0.0 + load(view, np.uint64(links[begin]) * EIGHT)
    for link in range(begin + 1, end):
        added = added + load(view, np.uint64(links[np.uint64(link)]) * EIGHT)
    store(out, k, added * (1.0 / (end - begin)))
