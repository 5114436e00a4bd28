"""Plays many runs of many arms, fast: the door to the compiled loops, or to NumPy without numba."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import batched, product
from typing import Any

import numpy as np

from coprod_sim import draws
from coprod_sim.compiled import HAVE_NUMBA, compiled
from coprod_sim.five_steps import awareness, buy_in, expectations, feedback, performance
from coprod_sim.model import batch, kernel, rules
from coprod_sim.model.arrays import play
from coprod_sim.model.setting import LANES, Arm, Setting
from coprod_sim.model.sums import SUMS, group_sums
from coprod_sim.population.network import Network

ARMS_TOGETHER = 8
"""Arms that go through one pass and share its luck [arms]."""
LARGE_TOWN = 100_000
"""From this size on, runs go one by one and luck is drawn again instead of kept [citizens]."""


def play_all(
    setting: Setting, arms: Sequence[Arm], runs: int, *, threads: int = 1, first_run: int = 0
) -> np.ndarray:
    """Play every arm in every run and return the sums of every decision.

    Shape: arms x runs x decisions x groups (less-heard, well-connected) x `SUMS`. The numbers do not
    depend on `threads`, on how arms are grouped, or on which runs are asked for together;
    `first_run` must be a multiple of `LANES`.
    """
    out = np.empty((len(arms), runs, setting.decisions, 2, len(SUMS)))
    lanes = lanes_for(setting)
    tasks = list(product(range(0, runs, lanes), batched(range(len(arms)), ARMS_TOGETHER)))

    def work(task: tuple[int, tuple[int, ...]]) -> None:
        begin, chosen = task
        end = min(begin + lanes, runs)
        sums = _play(setting, [arms[k] for k in chosen], first_run + begin, lanes)
        out[list(chosen), begin:end] = sums[:, : end - begin]

    if threads == 1 or len(tasks) == 1:
        for task in tasks:
            work(task)
    else:
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(work, tasks))
    return out


def lanes_for(setting: Setting) -> int:
    """How many runs are played side by side: 8, or 1 in a town too large for the cache."""
    return 1 if setting.population.citizens >= LARGE_TOWN else LANES


def _play(setting: Setting, arms: list[Arm], first_run: int, lanes: int) -> np.ndarray:
    links = setting.network(first_run // LANES)
    if HAVE_NUMBA:
        return _play_compiled(setting, arms, first_run, lanes, links)
    runs = range(first_run, first_run + lanes)
    less = setting.population.less_heard
    return np.stack([
        np.stack([group_sums(now, less) for now in play(setting, arm, runs, links)], axis=1)
        for arm in arms
    ])


def _play_compiled(
    setting: Setting, arms: list[Arm], first_run: int, lanes: int, links: Network
) -> np.ndarray:
    rows = np.array([arm.row for arm in arms])
    left = np.array([arm.left_after() for arm in arms])
    sums = np.zeros((setting.decisions, len(arms), 2, len(SUMS), lanes))
    town = _town(setting, first_run, lanes, links)
    memory = _memory(len(arms), setting.population.citizens, lanes)
    _play_batch(rows, left, town, memory, _desk(lanes), sums)
    return np.ascontiguousarray(sums.transpose(1, 4, 0, 2, 3))


def _town(setting: Setting, first_run: int, lanes: int, links: Network) -> batch.Town:
    people = setting.population
    runs = np.arange(first_run, first_run + lanes)
    return batch.Town(
        start=links.start,
        links=links.links,
        less_heard=people.less_heard,
        trusts=np.stack([people.trust_less_heard, people.trust_well_connected]),
        tables=draws.luck_tables(),
        drafts=np.stack([setting.drafts(k + 1, runs) for k in range(setting.decisions)]),
        first_run=np.uint64(first_run),
        key=setting.key,
        lanes=lanes,
        shift=np.uint64(lanes.bit_length() - 1),
    )


def _memory(arms: int, citizens: int, lanes: int) -> batch.Memory:
    n = citizens * lanes
    word = np.uint64 if lanes == LANES else np.uint8
    numbers = [np.empty((arms, n)) for _ in range(5)]
    flags = [np.empty((arms, n), dtype=np.uint8) for _ in range(2)]
    kept = n if lanes == LANES else 0
    return batch.Memory(
        *numbers,
        *flags,
        *(f.view(word) for f in flags),
        ideals=np.empty(kept),
        lots=np.empty(kept),
        responsiveness=np.empty((arms, lanes)),
        plans=np.empty((arms, 3, lanes)),
    )


def _desk(lanes: int) -> batch.Desk:
    block = kernel.BLOCK
    counts = np.empty(block // lanes, dtype=np.uint64 if lanes == LANES else np.uint8)
    return batch.Desk(
        np.empty((4, block), dtype=np.uint64),
        *(np.empty(block) for _ in range(6)),
        shown=np.empty(block, dtype=np.uint64),
        spare=np.empty((4, block), dtype=np.uint64),
        draft=np.empty(block),
        plan=np.empty(block),
        offered=np.empty(block),
        realised=np.empty(block),
        out=np.empty((len(SUMS), block)),
        counts=counts,
        count_bytes=counts.view(np.uint8),
    )


def _rule_functions(*modules: Any) -> tuple[Any, ...]:
    return tuple(
        f for m in modules for f in vars(m).values()
        if callable(f) and getattr(f, "__module__", "") == m.__name__ and not isinstance(f, type)
    )


_play_batch = compiled(
    batch.play_batch,
    uses=_rule_functions(
        awareness, buy_in, expectations, performance, feedback, rules, kernel, batch
    ),
    what="the model",
)
