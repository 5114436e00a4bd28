"""Plays the points of a sweep on this computer: all cores, one process, threads."""

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from coprod_sim.results.experiments.loaded import Loaded
from coprod_sim.results.player import threads_of
from coprod_sim.results.sweeps.alone import play_alone
from coprod_sim.results.sweeps.finished import Finished
from coprod_sim.results.sweeps.points import Numbered, PointResults, play_points

Stretch = Sequence[Numbered]
"""Points that are played together and kept in one file."""
Keep = Callable[[Stretch, PointResults], None]
"""What is done with a finished stretch."""


def play_here(
    loaded: Loaded,
    stretches: Sequence[Stretch],
    keep: Keep,
    parts: Finished | None,
    threads: int | None,
) -> None:
    """Play stretches with threads; those that may have ended a process before come first, apart.

    Args:
        loaded: the experiment, read in.
        stretches: runs of points, each kept in one file.
        keep: is given each stretch with what it gave.
        parts: the folder in which stretches begun are marked, if there is one.
        threads: threads (all cores).
    """
    workers = threads_of(threads)
    marked = parts.marked() if parts is not None else []
    fresh, suspect = _sorted_out(stretches, {number for span in marked for number in span})
    for stretch in suspect:
        keep(stretch, play_alone(loaded, stretch, workers))
    for span in marked:
        _unmark(parts, span)
    inside = max(1, workers // max(1, len(fresh)))
    pool = ThreadPoolExecutor(workers)
    waiting: dict[Future[PointResults], Stretch] = {}
    try:
        for stretch in fresh:
            if len(waiting) > workers:
                _take(waiting, keep)
            waiting[pool.submit(_play, loaded, stretch, inside, parts)] = stretch
        while waiting:
            _take(waiting, keep)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        for stretch in waiting.values():
            _unmark(parts, [number for number, _ in stretch])


def _play(loaded: Loaded, stretch: Stretch, threads: int, parts: Finished | None) -> PointResults:
    if parts is not None:
        parts.mark([number for number, _ in stretch])
    return play_points(loaded, stretch, threads)


def _take(waiting: dict[Future[PointResults], Stretch], keep: Keep) -> None:
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        found = future.result()
        keep(waiting[future], found)
        del waiting[future]


def _unmark(parts: Finished | None, numbers: Sequence[int]) -> None:
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
