"""Shows how far a sweep has come and how long it will take, in a terminal and in a notebook."""

from collections.abc import Iterator
from contextlib import contextmanager

from tqdm.auto import tqdm

from coprod_sim.results.player import Progress


def silent(done: int, total: int) -> None:
    """Show nothing.

    Args:
        done: points done.
        total: all points.
    """


@contextmanager
def shown(on_progress: Progress | None, unit: str = "point") -> Iterator[Progress]:
    """Give the way of showing progress: the one asked for, or a bar with the time left.

    Args:
        on_progress: is told the points done and all points; a bar if left out.
        unit: what is counted.

    Yields:
        What is to be told.
    """
    if on_progress is not None:
        yield on_progress
        return
    with tqdm(unit=unit, smoothing=0.1) as bar:

        def move(done: int, total: int) -> None:
            if bar.total != total:
                bar.reset(total)
                bar.initial = done
            bar.update(done - bar.n)

        yield move
