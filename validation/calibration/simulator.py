"""Reads the findings off the model at points of the prior, on all cores, and keeps them."""

import json
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Self

import numpy as np
import pandas as pd

from coprod_sim.results.discovery.emulator import Emulator, learn
from coprod_sim.results.uncertainty import plausible_at
from validation.findings.halves import CHECK
from validation.findings.table import FINDINGS, ids_of, published

RUNS, SEED = 8, 1
"""Runs behind every value read, and their seed."""
QUICK = (
    "F1", "N4", "F2", "F2b", "F12", "F6", "N1", "N3", "N7a", "N10c", "N5b", "N5c", "N10b", "N10a", "N8b",
    "N8a", "F3", "F15", "N17",
)  # fmt: skip
"""Findings of one decision by which sets are ruled out, in the order they are read: what rules out most, and
soonest, comes first."""
SIX = ("N6b", "F18a", "F13", "F9", "F9b", "N9a", "N13b", "F17a", "N6a")
"""Those of six decisions, read after them."""
LONG = ("N11b", "N11c")
"""Those of sixty, read last; nothing is learnt of them in the waves."""
LEARNT = QUICK + SIX
READ = LEARNT + LONG
"""All findings by which sets are ruled out: those in `fit`."""
CHECKED = tuple(ids_of(CHECK))
"""The findings that only check what is left."""
MOST_MISSED = 2
"""Findings of `READ` that a set may miss and still be kept: a band that is ours, or one study that errs,
should rule nothing out by itself. Waves of history matching rule out by the largest implausibility, so a set
that misses one finding by far is gone before."""


RATIOS = ("F1", "N4")
"""Ratios whose lower part may come near 0: emulators learn them upside down, as what is then smooth."""


def bands() -> tuple[np.ndarray, np.ndarray]:
    """Give the lower and the upper ends of the published bands, in the order of `READ`."""
    table = published().loc[list(READ)]
    return table["low"].fillna(-np.inf).to_numpy(), table["high"].fillna(np.inf).to_numpy()


def emulable(values: np.ndarray) -> np.ndarray:
    """Turn `LEARNT` (on the last axis) into what an emulator can learn: ratios upside down."""
    out = values.copy()
    for place, key in enumerate(LEARNT):
        if key in RATIOS:
            out[..., place] = 1.0 / out[..., place]
    return out


def learnt_bands() -> tuple[np.ndarray, np.ndarray]:
    """Give the lower and the upper ends of the bands of `LEARNT`, on the scale of `emulable`."""
    ends = [emulable(end[: len(LEARNT)]) for end in bands()]
    return np.minimum(*ends), np.maximum(*ends)


def learnt_at(point: np.ndarray) -> list[float]:
    """Read `LEARNT` off the model."""
    p = plausible_at(point)
    return [FINDINGS[key].read(p, RUNS, SEED) for key in LEARNT]


def fitting_at(point: np.ndarray) -> list[float]:
    """Read `READ` off the model, no further than where more are missed than may be."""
    p, outputs, missed = plausible_at(point), [], 0
    for key, low, high in zip(READ, *bands(), strict=True):
        outputs.append(FINDINGS[key].read(p, RUNS, SEED))
        missed += not low < outputs[-1] < high
        if missed > MOST_MISSED:
            break
    return outputs


def rest_at(point: np.ndarray) -> list[float]:
    """Read what no emulator learns off the model: `LONG`, then `CHECKED`."""
    p = plausible_at(point)
    return [FINDINGS[key].read(p, RUNS, SEED) for key in (*LONG, *CHECKED)]


class Simulator:
    """Simulates points on all cores and writes each output down at once, so that a break loses little."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        self._known: dict[str, list[float]] = dict(json.loads(line) for line in lines)
        # Each worker does its own sums; more threads would only wait for each other.
        os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        # Spawned, because a forked child would inherit the locks of threads that it does not have.
        spawn = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(os.cpu_count(), mp_context=spawn)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def learnt(self, points: np.ndarray) -> np.ndarray:
        """Give what emulators learn at every point (points x `LEARNT`)."""
        return emulable(np.array(list(self._outputs(points, "learnt"))))

    def all(self, points: np.ndarray, learnt: np.ndarray) -> pd.DataFrame:
        """Give every finding at every point where `LEARNT` is known: a row for each."""
        keys = [*LEARNT, *LONG, *CHECKED]
        rest = np.array(list(self._outputs(points, "rest"))).reshape(len(points), -1)
        return pd.DataFrame(np.hstack([learnt, rest]), columns=keys)

    def fitting(self, points: Sequence[np.ndarray]) -> Iterable[np.ndarray | None]:
        """Give the outputs of each point that is not ruled out, and nothing elsewhere."""
        for outputs in self._outputs(points, "fitting"):
            yield np.array(outputs) if stays(outputs) else None

    def learn_all(self, points: np.ndarray, outputs: np.ndarray) -> list[Emulator]:
        """Learn every output, several at a time."""
        return list(self._pool.map(partial(learn, points), outputs.T))

    def _outputs(self, points: Iterable[np.ndarray], what: str) -> Iterator[list[float]]:
        points = list(points)
        keys = [sha256(point.tobytes()).hexdigest() + what for point in points]
        new = [(k, p) for k, p in zip(keys, points, strict=True) if k not in self._known]
        found = self._pool.map(WORK[what], [point for _, point in new])
        with self.path.open("a", encoding="utf-8") as file:
            for (key, _), outputs in zip(new, found, strict=True):
                self._known[key] = outputs
                file.write(json.dumps([key, outputs]) + "\n")
                file.flush()
        return iter([self._known[key] for key in keys])


WORK: dict[str, Callable[[np.ndarray], list[float]]] = {
    "learnt": learnt_at,
    "fitting": fitting_at,
    "rest": rest_at,
}
"""What is read off at a point, by the end of the key under which it is kept."""


def stays(outputs: Sequence[float]) -> bool:
    """Say whether a set with these outputs stays: all were read, and no more missed than may be."""
    low, high = bands()
    if len(outputs) < len(low):
        return False
    values = np.array(outputs)
    return int((~((values > low) & (values < high))).sum()) <= MOST_MISSED
