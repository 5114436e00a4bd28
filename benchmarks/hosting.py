"""The kit for many visitors: how long they wait when they come at once, and what an open page takes.

Sessions are forked from one process where that can be; the same is measured beside it with sessions that each
begin by themselves, as they do where the temporary folder's path leaves no room for a socket.
"""

import argparse
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from benchmarks.figures import Figure, offer_json, publish
from benchmarks.opened_kit import warm_kit

PAGE = "voila/render/apps/run_a_session.ipynb"
LONGEST = 600
"""How long a page may take before it counts as lost [seconds]."""
MIB = 1024**2
LONG = 100
"""Letters in the name of a temporary folder below which no socket finds room."""


def measure_hosting(visitors: int, page: str = PAGE) -> list[Figure]:
    """Let visitors come all at once, to a kit that forks its sessions and to one that does not.

    Args:
        visitors: how many come.
        page: the address of the page they open, below the kit's own.

    Returns:
        The waits and the memory, and how many times as much it is without forks.

    Raises:
        RuntimeError: a page did not come whole.
    """
    forked = _measured(visitors, page, {})
    with tempfile.TemporaryDirectory() as name:
        long = Path(name, "x" * LONG)
        long.mkdir()
        apart = _measured(visitors, page, {"TMPDIR": str(long)})
    ratios = [
        Figure(
            f"{one.name}_apart", two.value / one.value, "times as much where each begins by itself"
        )
        for one, two in zip(forked, apart, strict=True)
    ]
    return [Figure("hosting_visitors", visitors, "all at once"), *forked, *ratios]


def _measured(visitors: int, page: str, settings: dict[str, str]) -> list[Figure]:
    with warm_kit(settings) as kit:
        before = _memory_below(kit.process.pid)
        with ThreadPoolExecutor(visitors) as crowd:
            waits = sorted(crowd.map(_wait_for, [kit.address + page] * visitors))
        after = _memory_below(kit.process.pid)
    return [
        Figure("hosting_wait_median_s", float(np.median(waits)), "till a page has come whole"),
        Figure("hosting_wait_longest_s", waits[-1], "till the last has"),
        Figure("hosting_page_mib", (after - before) / visitors / MIB, "memory of one open page"),
        Figure("hosting_kit_mib", before / MIB, "memory of the kit with two warm sessions"),
    ]


def _wait_for(address: str) -> float:
    begun = time.perf_counter()
    with urllib.request.urlopen(address, timeout=LONGEST) as reply:  # noqa: S310 - our own server
        text = reply.read().decode()
    if "cell-output+json" not in text or "There was an error" in text:
        raise RuntimeError(f"{address} came without its output")
    return time.perf_counter() - begun


def _memory_below(parent: int) -> int:
    """Add up what a process and those it began hold; what they share counts in parts [bytes]."""
    family, new = {parent}, {parent}
    while new:
        new = {child for one in new for child in _children(one)} - family
        family |= new
    return sum(_proportional(one) for one in family)


def _children(parent: int) -> set[int]:
    threads = Path(f"/proc/{parent}/task").glob("*/children")
    return {int(child) for file in threads for child in file.read_text().split()}


def _proportional(process: int) -> int:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and keep the figures if a file is given."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hosting", description=__doc__)
    offer_json(parser)
    parser.add_argument(
        "--visitors", type=int, default=20, metavar="N", help="how many come at once"
    )
    options = parser.parse_args(arguments)
    publish(measure_hosting(options.visitors), options.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
