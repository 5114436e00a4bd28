"""Plays many runs of many arms, fast: the door to the compiled loops, or to NumPy without numba."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from inspect import isfunction
from itertools import batched
from threading import Lock
from typing import Any

import numpy as np

from coprod_sim import draws
from coprod_sim.compiled import HAVE_NUMBA, compiled
from coprod_sim.five_steps import awareness, buy_in, expectations, feedback, performance
from coprod_sim.model import (
    adding_up,
    batch,
    buffers,
    contacts,
    involvement,
    involvement_loops,
    kernel,
    response,
    response_loops,
    rules,
)
from coprod_sim.model.arrays import play
from coprod_sim.model.setting import LANES, Arm, Setting, TownLuck
from coprod_sim.model.sums import SPLITS, SUMS, group_sums, split_sums, with_splits
from coprod_sim.population.network import MOST_LINKS, Network

ARMS_TOGETHER = 8
"""Arms that go through one pass and share its luck, in towns that fit the cache [arms]."""
LARGE_TOWN = 100_000
"""From this size on, a few runs, or runs that need too much room, go one by one [citizens]."""
FEW = 4
"""Fewer runs than this leave more than half of the places side by side empty [runs]."""
ROOM = 2**30
"""What one pass may take so that runs are still played side by side in a large town [bytes]."""
APART = 40
"""Places between arrays that are read side by side: five lines of the cache, so that the same place in
each does not fall into the same set of it [numbers]."""
STATE, KEPT = 43, 32
"""What a citizen takes in one run: for each arm, and once for luck that is kept [bytes]."""


@dataclass(frozen=True)
class Ensemble:
    """Everything the batches of one call share."""

    setting: Setting
    arms: Sequence[Arm]
    first_run: int
    lanes: int
    luck: TownLuck
    trusts: np.ndarray
    split: bool
    out: np.ndarray
    networks: dict[int, Network] = field(default_factory=dict)
    lock: Any = field(default_factory=Lock)

    def network(self, number: int) -> Network:
        """Build a network or find it again; of large ones only the last is kept."""
        with self.lock:
            if number not in self.networks:
                if self.setting.population.citizens >= LARGE_TOWN:
                    self.networks.clear()
                self.networks[number] = self.setting.network(number)
            return self.networks[number]


def play_all(
    setting: Setting, arms: Sequence[Arm], runs: int, *, threads: int = 1, first_run: int = 0,
    split: bool = False,
) -> np.ndarray:  # fmt: skip
    """Play every arm in every run, all on common random numbers.

    The numbers do not depend on `threads`, on how arms are grouped, or on which runs are asked for
    together.

    Args:
        setting: the town, its decisions and the seed.
        arms: the ways of involving people.
        runs: how many replications.
        threads: how many threads play at once.
        first_run: the number of the first run; a multiple of `LANES`.
        split: also add up over `SPLITS`, which takes about twice as long.

    Returns:
        Sums of every decision: arms x runs x decisions x groups (less-heard, well-connected) x `SUMS`; if
        split, `SPLITS` come behind the groups, and a count of people behind the sums, as in `split_sums`.
    """
    people, lanes = setting.population, lanes_for(setting, runs)
    ensemble = Ensemble(
        setting=setting,
        arms=arms,
        first_run=first_run,
        lanes=lanes,
        luck=setting.town_luck(first_run, runs + lanes),
        trusts=np.stack([people.trust_less_heard, people.trust_well_connected]),
        split=split,
        out=np.empty((len(arms), runs, setting.decisions, *_shape(split=split))),
    )
    groups = list(batched(range(len(arms)), _arms_together(setting, lanes)))
    tasks = [(k, list(g)) for k in range(0, runs, lanes) for g in groups]
    work = _compiled_worker(ensemble) if HAVE_NUMBA else partial(_play_arrays, ensemble)
    _do_all(work, tasks, threads)
    return ensemble.out


def _do_all(work: Callable[[Any], None], tasks: list[Any], threads: int) -> None:
    """Do all tasks, in threads if there is something to share out."""
    if threads == 1 or len(tasks) == 1:
        for task in tasks:
            work(task)
    else:
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(work, tasks))


def _shape(*, split: bool) -> tuple[int, int]:
    """Give how many groups there are, and how many sums in each."""
    return (2 + len(SPLITS), len(SUMS) + 1) if split else (2, len(SUMS))


def lanes_for(setting: Setting, runs: int) -> int:
    """How many runs are played side by side: 8, or 1 where a large town has few runs or little room.

    Side by side, what is fetched for a contact serves eight runs; that costs less than half as much.

    Args:
        setting: the town and its decisions.
        runs: how many replications are asked for.

    Returns:
        8 or 1 [runs].
    """
    citizens = setting.population.citizens
    alone = runs < FEW or citizens * LANES * (STATE + KEPT) > ROOM
    return 1 if citizens >= LARGE_TOWN and alone else LANES


def _arms_together(setting: Setting, lanes: int) -> int:
    """How many arms go through one pass and share its luck: as many as fit the room, one at least."""
    if lanes == 1:
        return 1
    fitting = ROOM // (setting.population.citizens * lanes * STATE)
    return max(1, min(ARMS_TOGETHER, fitting))


def _play_arrays(ensemble: Ensemble, task: tuple[int, list[int]]) -> None:
    begin, chosen = task
    first, less = ensemble.first_run + begin, ensemble.setting.population.less_heard
    runs = range(first, min(first + ensemble.lanes, ensemble.first_run + ensemble.out.shape[1]))
    links = ensemble.network(first // LANES)
    thirds = _thirds(ensemble, runs)
    for arm in chosen:
        played = play(ensemble.setting, ensemble.arms[arm], runs, links)
        sums = [
            split_sums(now, thirds, less) if ensemble.split else group_sums(now, less)
            for now in played
        ]
        ensemble.out[arm, begin : begin + len(runs)] = np.stack(sums, axis=1)


def _thirds(ensemble: Ensemble, runs: range) -> np.ndarray:
    """Find the thirds of first trust, citizens x runs, where they are needed."""
    return ensemble.setting.thirds(np.array(runs)) if ensemble.split else np.empty(0, np.uint8)


def _compiled_worker(ensemble: Ensemble) -> Callable[[tuple[int, list[int]]], None]:
    """Make the function that plays one task; finished tasks hand their memory on to the next."""
    rows = np.array([ensemble.setting.row(arm) for arm in ensemble.arms])
    spare: list[tuple[int, buffers.AgentState, buffers.Scratch]] = []
    citizens, play_batch = ensemble.setting.population.citizens, _play_batch[ensemble.lanes]

    def work(task: tuple[int, list[int]]) -> None:
        begin, chosen = task
        size = len(chosen)
        state, scratch = _room(spare, size, citizens, ensemble.lanes)
        sums, splits = _room_for_sums(ensemble, size)
        play_batch(rows[chosen], _inputs(ensemble, begin), state, scratch, sums, splits)
        runs = min(ensemble.lanes, ensemble.out.shape[1] - begin)
        found = _put_together(ensemble, sums, splits)
        ensemble.out[chosen, begin : begin + runs] = found[:, :runs]
        spare.append((size, state, scratch))

    return work


def _room_for_sums(ensemble: Ensemble, arms: int) -> tuple[np.ndarray, np.ndarray]:
    head, groups = (ensemble.setting.decisions, arms, 2), len(SPLITS) if ensemble.split else 0
    return (
        np.zeros((*head, len(SUMS), ensemble.lanes)),
        np.zeros((*head, groups, len(SUMS) + 1, ensemble.lanes)),
    )


def _put_together(ensemble: Ensemble, sums: np.ndarray, splits: np.ndarray) -> np.ndarray:
    """Bring what a task has added up into the shape of `play_all`: arms x runs x decisions x ..."""
    found = np.moveaxis(sums, (1, -1), (0, 1))
    if not ensemble.split:
        return found
    people = np.broadcast_to(
        np.array(ensemble.setting.population.group_sizes, dtype=np.float64)[:, None],
        (*found.shape[:-1], 1),
    )
    return with_splits(
        np.concatenate([found, people], axis=-1), np.moveaxis(splits, (1, -1), (0, 1))
    )


def _room(
    spare: list[tuple[int, buffers.AgentState, buffers.Scratch]],
    arms: int,
    citizens: int,
    lanes: int,
) -> tuple[buffers.AgentState, buffers.Scratch]:
    """Take the room a finished task has left, if it fits; otherwise make some."""
    size, state, scratch = spare.pop() if spare else (0, None, None)
    if size != arms or state is None or scratch is None:
        return _agent_state(arms, citizens, lanes), _scratch(lanes)
    return state, scratch


def _inputs(ensemble: Ensemble, begin: int) -> buffers.BatchInputs:
    first, lanes = ensemble.first_run + begin, ensemble.lanes
    links, setting, luck = ensemble.network(first // LANES), ensemble.setting, ensemble.luck
    here = slice(begin, begin + lanes)
    return buffers.BatchInputs(
        start=links.start,
        links=links.links,
        less_heard=setting.population.less_heard,
        trusts=ensemble.trusts,
        tables=draws.luck_tables(),
        town=luck.town[:, here].copy(),
        sides=luck.sides[:, here].copy(),
        errors=luck.errors[:, here].copy(),
        draft=setting.draft,
        heat=setting.heat,
        share_less_heard=setting.share_less_heard,
        thirds=_thirds(ensemble, range(first, first + lanes)).ravel(),
        first_run=np.uint64(first),
        key=setting.key,
        lanes=lanes,
        shift=np.uint64(lanes.bit_length() - 1),
        one=np.uint64(1) if lanes == LANES else np.uint8(1),
        ones=np.uint64(0x0101010101010101) if lanes == LANES else np.uint8(1),
    )


def _agent_state(arms: int, citizens: int, lanes: int) -> buffers.AgentState:
    n = citizens * lanes
    word = np.uint64 if lanes == LANES else np.uint8
    flags = [np.empty((arms, n), dtype=np.uint8) for _ in range(3)]
    return buffers.AgentState(
        *(row.reshape(arms, n) for row in _apart(5, arms * n)),
        *flags[:2],
        *(f.view(word) for f in flags[:2]),
        counts=flags[2],
        count_words=flags[2].view(word),
        **dict(zip(buffers.KEPT_LUCK, _apart(4, n if lanes == LANES else 0), strict=True)),
        crowd=np.empty((arms, 2, len(buffers.CROWD), lanes)),
        towns=np.zeros((arms, len(buffers.TOWN), lanes)),
        tiles=np.empty((arms, len(buffers.TOWN), kernel.BLOCK + APART)),
    )


def _scratch(lanes: int) -> buffers.Scratch:
    rows = np.empty((18 + len(SUMS), kernel.BLOCK + APART))
    words = rows[:9].view(np.uint64)
    return buffers.Scratch(
        words[:4],
        *rows[9:18],
        shown=words[4],
        spare=words[5:],
        out=rows[18:],
        gathered=np.empty(kernel.BLOCK * MOST_LINKS if lanes == 1 else 0),
    )


def _apart(count: int, size: int) -> list[np.ndarray]:
    """Make room for arrays that are read side by side."""
    return (
        [row[:size] for row in np.empty((count, size + APART))] if size else [np.empty(0)] * count
    )


def _rule_functions(*modules: Any) -> tuple[Any, ...]:
    return tuple(
        f for m in modules for f in vars(m).values() if isfunction(f) and f.__module__ == m.__name__
    )


_PIECES = (
    kernel.dials_of,
    kernel.numbers_of,
    kernel.constants_of,
    *_rule_functions(
        awareness,
        buy_in,
        expectations,
        performance,
        feedback,
        rules,
        kernel,
        adding_up,
        contacts,
        involvement_loops,
        response_loops,
        buffers,
        involvement,
        response,
        batch,
    ),
)
_play_batch = {
    LANES: compiled(batch.play_batch, uses=_PIECES, what="the model"),
    1: compiled(batch.play_batch, uses=(), what="the model for large towns"),
}
