"""Plays the points of a sweep on the user's own cluster, through the address of its Dask scheduler."""

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from queue import Empty, Queue
from typing import Any

from coprod_sim.errors import InputError
from coprod_sim.results.experiments.loaded import Loaded
from coprod_sim.results.sweeps.local import Keep, Stretch
from coprod_sim.results.sweeps.points import PointResults, play_points

POLL, PATIENCE, CONNECT = 2.0, 10.0, 30.0
"""How often the scheduler is looked at, how long it may be silent or take to answer first [seconds]."""
WINDOW = 256
"""Stretches that are handed over at a time."""
LOG = logging.getLogger(__name__)
KILLED = "it ends its process on every worker that tries it"


def play_there(loaded: Loaded, stretches: Sequence[Stretch], keep: Keep, where: Any) -> None:
    """Play stretches on a cluster; a point that kills its workers is found out and named.

    Args:
        loaded: the experiment, read in.
        stretches: runs of points, each kept in one file.
        keep: is given each stretch with what it gave.
        where: the scheduler's address, the path of its `.json` file, or a Dask `Client`.

    Raises:
        InputError: when the scheduler cannot be reached or no longer answers.
    """
    with _client_at(where) as client:
        hands = _Hands(client, loaded)
        suspect = hands.play(stretches, keep, WINDOW)
        # One point at a time, so that none is blamed for a neighbour's deed.
        for guilty in hands.play([[one] for s in suspect for one in s], keep, 1):
            keep(guilty, PointResults(failed={guilty[0][0]: KILLED}))


class _Hands:
    """Hands stretches to the cluster and takes back what they gave."""

    def __init__(self, client: Any, loaded: Loaded) -> None:
        self.client, self.loaded = client, loaded
        self.landed: Queue[Any] = Queue()
        self.silent_since: float | None = None
        self.told = False

    def play(self, stretches: Sequence[Stretch], keep: Keep, window: int) -> list[Stretch]:
        """Play stretches, so many at a time; gives back those that killed their workers.

        Raises:
            InputError: when the cluster cannot play a stretch.
        """
        todo, flying, killers = list(reversed(stretches)), {}, []
        while todo or flying:
            while todo and len(flying) < window:
                stretch = todo.pop()
                flying[self._hand_over(stretch)] = stretch
            future = self._next()
            stretch = flying.pop(future)
            found, problem = self._outcome(future)
            if found is not None:
                keep(stretch, found)
            elif _is_killed(problem):
                killers.append(stretch)
            elif problem is not None:
                raise InputError(_refused(problem))
            else:
                self._wait_for_scheduler()
                todo.append(stretch)
        return killers

    def _outcome(self, future: Any) -> tuple[PointResults | None, BaseException | None]:
        """Give what a stretch gave or why it failed; neither, if it was lost on the way here."""
        try:
            if future.status == "error":
                return None, future.exception(timeout=PATIENCE)
            if future.status == "finished":
                return future.result(timeout=PATIENCE), None
        except Exception:
            future.cancel()
        return None, None

    def _hand_over(self, stretch: Stretch) -> Any:
        try:
            future = self.client.submit(play_points, self.loaded, list(stretch), pure=False)
        except Exception as problem:
            raise InputError(_lost(self.client)) from problem
        future.add_done_callback(self.landed.put)
        return future

    def _next(self) -> Any:
        """Wait for the next finished stretch, but not for a scheduler that is gone."""
        while True:
            try:
                return self.landed.get(timeout=POLL)
            except Empty:
                self._look()

    def _wait_for_scheduler(self) -> None:
        while self.client.status != "running":
            self._look()
            time.sleep(0.1)

    def _look(self) -> None:
        """Stop if the scheduler has been silent for too long.

        Raises:
            InputError: when it has.
        """
        now = time.monotonic()
        if self.client.status == "running":
            self.silent_since = None
            self._look_for_workers()
            return
        self.silent_since = self.silent_since or now
        if self.client.status == "closed" or now - self.silent_since > PATIENCE:
            raise InputError(_lost(self.client))

    def _look_for_workers(self) -> None:
        """Say, once, that the bar stands still because nobody works."""
        try:
            nobody = not self.client.scheduler_info()["workers"]
        except Exception:
            return  # the next look says more
        if nobody and not self.told:
            LOG.warning("no worker has joined the scheduler yet; the sweep waits for one")
        self.told = nobody


@contextmanager
def _client_at(where: Any) -> Iterator[Any]:
    """Give the client asked for, or connect to an address or to what a scheduler's file says.

    Raises:
        InputError: when Dask is not installed, or no scheduler answers.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError:
        raise InputError(
            "a cluster needs Dask: install it beside the kit, python -m pip install distributed, "
            "here, on the scheduler and on every worker"
        ) from None
    if isinstance(where, Client):
        yield where
        return
    address = str(where)
    key = "scheduler_file" if address.endswith(".json") else "address"
    options: dict[str, Any] = {key: address, "timeout": CONNECT, "set_as_default": False}
    try:
        client = Client(**options)
    except Exception as problem:
        raise InputError(f"no scheduler answers at {address[:100]} ({problem})") from None
    try:
        yield client
    finally:
        client.close(timeout=POLL)


def _is_killed(problem: BaseException | None) -> bool:
    from distributed.scheduler import KilledWorker  # noqa: PLC0415 - an extra

    return isinstance(problem, KilledWorker)


def _lost(client: Any) -> str:
    address = getattr(client.scheduler, "address", "its address") if client.scheduler else "there"
    return (
        f"the scheduler at {address} no longer answers. What is finished is kept: type the same "
        "command again with a scheduler that runs, or without --where to finish on this computer"
    )


def _refused(problem: BaseException) -> str:
    if isinstance(problem, InputError):
        return str(problem)
    text = " ".join(str(problem).split())[:200]
    return (
        f"the cluster cannot play it ({type(problem).__name__}: {text}). The same version of coprod-sim "
        "must be installed on the scheduler and on every worker"
    )
