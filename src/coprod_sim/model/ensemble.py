"""Plays many runs of many arms, fast: the door to the compiled loops, or to NumPy without numba."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import batched
from threading import Lock
from typing import Any

import numpy as np

from coprod_sim import draws, wasm
from coprod_sim.compiled import HAVE_NUMBA, Compiled
from coprod_sim.engine_choice import engine_choice
from coprod_sim.model import batch, buffers, memory
from coprod_sim.model.arrays import play
from coprod_sim.model.buffers import LANES
from coprod_sim.model.compile_later import compile_later
from coprod_sim.model.kernel import WORDS
from coprod_sim.model.setting import Arm, Setting
from coprod_sim.model.sums import SPLITS, SUMS, group_sums, split_sums, with_splits
from coprod_sim.model.town_luck import TownLuck
from coprod_sim.population.network import Network, refuse_many

ARMS_TOGETHER = 8
"""Arms that go through one pass and share its luck, in towns that fit the cache [arms]."""
LARGE_TOWN = 100_000
"""From this size on, a few runs, or runs that need too much room, go one by one [citizens]."""
FEW = 4
"""Fewer runs than this leave more than half of the places side by side empty [runs]."""
ROOM = 2**30
"""What one pass may take so that runs are still played side by side in a large town [bytes]."""
NOT_KEPT = np.empty(0)
"""Room for luck that stays in the module from play to play: none, since nobody turns a dial here."""
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
    blocks: tuple[np.ndarray, np.ndarray]
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
        blocks=buffers.blocks(people.citizens, people.less_heard, lanes),
        out=np.empty((len(arms), runs, setting.decisions, *_shape(split=split))),
    )
    groups = list(batched(range(len(arms)), _arms_together(setting, lanes)))
    tasks = [(k, list(g)) for k in range(0, runs, lanes) for g in groups]
    _do_all(_worker(ensemble), tasks, threads)
    return ensemble.out


def compiled() -> bool:
    """Say whether the loops are compiled and may be used, so that a play waits for nothing."""
    return _play_batch[LANES].ready


def _worker(ensemble: Ensemble) -> Callable[[tuple[int, list[int]]], None]:
    """Choose what plays: compiled loops once they are there, till then the module, else NumPy."""
    citizens, asked = ensemble.setting.population.citizens, engine_choice()
    ready = _play_batch[ensemble.lanes].ready
    if not ready and ensemble.lanes == LANES and wasm.plays(citizens):
        if not asked:
            compile_later()
        return partial(_play_in_module, ensemble)
    if HAVE_NUMBA and asked != "arrays":
        return _compiled_worker(ensemble)
    return partial(_play_arrays, ensemble)


def _play_in_module(ensemble: Ensemble, task: tuple[int, list[int]]) -> None:
    begin, chosen = task
    sums, splits = _room_for_sums(ensemble, len(chosen))
    both = np.zeros(sums.size + splits.size)
    most = wasm.machine().call(
        "play",
        np.array(ensemble.setting.case_row()),
        ensemble.trusts,
        np.array([ensemble.arms[arm].numbers() for arm in chosen]),
        ensemble.first_run + begin,
        NOT_KEPT,
        out=both,
    )
    refuse_many(most)
    sums, splits = both[: sums.size].reshape(sums.shape), both[sums.size :].reshape(splits.shape)
    _keep(ensemble, task, sums, splits)


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
        state, scratch = _take_room(spare, size, citizens, ensemble.lanes)
        sums, splits = _room_for_sums(ensemble, size)
        play_batch(rows[chosen], _inputs(ensemble, begin), state, scratch, sums, splits)
        _keep(ensemble, task, sums, splits)
        spare.append((size, state, scratch))

    return work


def _keep(
    ensemble: Ensemble, task: tuple[int, list[int]], sums: np.ndarray, splits: np.ndarray
) -> None:
    """Put what a task has added up where it belongs; runs nobody asked for are left out."""
    begin, chosen = task
    runs = min(ensemble.lanes, ensemble.out.shape[1] - begin)
    ensemble.out[chosen, begin : begin + runs] = _put_together(ensemble, sums, splits)[:, :runs]


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


def _take_room(
    spare: list[tuple[int, buffers.AgentState, buffers.Scratch]],
    arms: int,
    citizens: int,
    lanes: int,
) -> tuple[buffers.AgentState, buffers.Scratch]:
    """Take the room a finished task has left, if it fits; otherwise make some."""
    size, state, scratch = spare.pop() if spare else (0, None, None)
    if size != arms or state is None or scratch is None:
        word = np.uint64 if lanes == LANES else np.uint8
        return (
            memory.make_state(arms, citizens * lanes, lanes, word),
            memory.make_scratch(lanes, word),
        )
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
        ones=np.uint64(0x0101010101010101) if lanes == LANES else np.uint8(1),
        spans=ensemble.blocks[0],
        ends=ensemble.blocks[1],
        keep_luck=lanes == LANES,
        words=np.empty((0, WORDS, 0), dtype=np.uint32),
    )


_play_batch = {
    LANES: Compiled(batch.play_batch, "the model", makes_arrays=False),
    1: Compiled(batch.play_batch, "the model for large towns", makes_arrays=False),
}
