"""Plays the points of a sweep on this computer: all cores, one process, threads."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from coprod_sim.results.sweeping.alone import play_alone
from coprod_sim.results.sweeping.job import Job
from coprod_sim.results.sweeping.parts import Parts
from coprod_sim.results.sweeping.playing import Found, Numbered, play_points

Stretch = Sequence[Numbered]
"""Points that are played together and kept in one file."""
Keep = Callable[[Stretch, Found], None]
"""What is done with a finished stretch."""


def play_here(
    job: Job, stretches: Sequence[Stretch], keep: Keep, parts: Parts | None, threads: int | None
) -> None:
    """Play stretches with threads; those that may have ended a process before come first, apart."""
    workers = threads or os.cpu_count() or 1
    marked = parts.marked() if parts is not None else []
    fresh, suspect = _sorted_out(stretches, {number for span in marked for number in span})
    for stretch in suspect:
        keep(stretch, play_alone(job, stretch, workers))
    for span in marked:
        _unmark(parts, span)
    inside = max(1, workers // max(1, len(fresh)))
    pool = ThreadPoolExecutor(workers)
    waiting: dict[Future[Found], Stretch] = {}
    try:
        for stretch in fresh:
            if len(waiting) > workers:
                _take(waiting, keep)
            waiting[pool.submit(_play, job, stretch, inside, parts)] = stretch
        while waiting:
            _take(waiting, keep)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        for stretch in waiting.values():
            _unmark(parts, [number for number, _ in stretch])


def _play(job: Job, stretch: Stretch, threads: int, parts: Parts | None) -> Found:
    if parts is not None:
        parts.mark([number for number, _ in stretch])
    return play_points(job, stretch, threads)


def _take(waiting: dict[Future[Found], Stretch], keep: Keep) -> None:
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        found = future.result()
        keep(waiting[future], found)
        del waiting[future]


def _unmark(parts: Parts | None, numbers: Sequence[int]) -> None:
    if parts is not None:
        parts.unmark(numbers)


def _sorted_out(
    stretches: Sequence[Stretch], marked: set[int]
) -> tuple[list[Stretch], list[Stretch]]:
    """Part the stretches in fresh ones, and those with a point that was being played at a sudden end."""
    fresh: list[Stretch] = []
    suspect: list[Stretch] = []
    for stretch in stretches:
        (suspect if any(n in marked for n, _ in stretch) else fresh).append(stretch)
    return fresh, suspect
