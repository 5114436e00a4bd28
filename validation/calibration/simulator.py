"""Reads the summary statistics off the model at points of the prior, on all cores, and keeps them."""

import json
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Self

import numpy as np

from coprod_sim.results.discovery.emulator import Emulator, learn
from coprod_sim.results.uncertainty import plausible_at
from validation.findings.targets import HELD_OUT, TARGETS, published

RUNS, SEED = 8, 1
"""Runs behind every value read, and their seed."""
QUICK_FIRST = (
    "F12", "F14", "F2", "F6", "F5b", "F7", "F5a", "F1", "F9", "F11", "F13", "F18a", "F19", "F17a",
    "F17b", "F18b",
)  # fmt: skip
"""The targets in the order they are read: those of one decision before those of a whole series."""


def bands() -> tuple[np.ndarray, np.ndarray]:
    """Give the lower and the upper ends of the published bands, in the order of `QUICK_FIRST`."""
    table = published().set_index("id").loc[list(QUICK_FIRST)]
    return (
        table["low"].fillna(-np.inf).to_numpy(dtype=float),
        table["high"].fillna(np.inf).to_numpy(dtype=float),
    )


def targets_at(point: np.ndarray, *, stop_outside: bool) -> list[float]:
    """Read the targets off the model; with `stop_outside`, no further than the first outside its band."""
    p, outputs = plausible_at(point), []
    for key, low, high in zip(QUICK_FIRST, *bands(), strict=True):
        outputs.append(TARGETS[key](p, RUNS, SEED))
        if stop_outside and not low < outputs[-1] < high:
            break
    return outputs


def held_out_at(point: np.ndarray) -> list[float]:
    """Read the findings that are held out off the model; none of them rules anything out."""
    p = plausible_at(point)
    return [statistic(p, RUNS, SEED) for statistic in HELD_OUT.values()]


class Simulator:
    """Simulates points on all cores and writes each output down at once, so that a break loses little."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        self._known: dict[str, list[float]] = dict(json.loads(line) for line in lines)
        # Spawned, because a forked child would inherit the locks of threads that it does not have.
        spawn = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(os.cpu_count(), mp_context=spawn)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def targets(self, points: np.ndarray) -> np.ndarray:
        """Give every target at every point (points x targets)."""
        return np.array(list(self._outputs(points, stop_outside=False)))

    def fitting(self, points: Sequence[np.ndarray]) -> Iterable[np.ndarray | None]:
        """Give the targets of each point where all lie inside their bands, and nothing elsewhere."""
        low, high = bands()
        for outputs in self._outputs(points, stop_outside=True):
            whole = len(outputs) == len(low)
            fits = whole and bool(((low < outputs) & (outputs < high)).all())
            yield np.array(outputs) if fits else None

    def learn_all(self, points: np.ndarray, outputs: np.ndarray) -> list[Emulator]:
        """Learn every output, several at a time."""
        return list(self._pool.map(partial(learn, points), outputs.T))

    def held_out(self, points: Sequence[np.ndarray]) -> np.ndarray:
        """Give the findings that took no part in choosing, at every point (points x findings)."""
        return np.array(list(self._pool.map(held_out_at, points)))

    def _outputs(
        self, points: Iterable[np.ndarray], *, stop_outside: bool
    ) -> Iterator[list[float]]:
        points = list(points)
        keys = [_key(point, stop_outside=stop_outside) for point in points]
        new = [(k, p) for k, p in zip(keys, points, strict=True) if k not in self._known]
        if new:
            self._simulate(new, stop_outside=stop_outside)
        return iter([self._known[key] for key in keys])

    def _simulate(self, new: list[tuple[str, np.ndarray]], *, stop_outside: bool) -> None:
        work = partial(targets_at, stop_outside=stop_outside)
        found = self._pool.map(work, [point for _, point in new])
        with self.path.open("a", encoding="utf-8") as file:
            for (key, _), outputs in zip(new, found, strict=True):
                self._known[key] = outputs
                file.write(json.dumps([key, outputs]) + "\n")
                file.flush()


def _key(point: np.ndarray, *, stop_outside: bool) -> str:
    return sha256(point.tobytes()).hexdigest() + ("-" if stop_outside else "")
