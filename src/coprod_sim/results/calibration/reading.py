"""Reads the findings off the model for given assumptions, and keeps what was read."""

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

from coprod_sim.results.analysis.emulator import Emulator, learn
from coprod_sim.results.calibration.space import assumptions_at
from coprod_sim.results.findings.table import FINDINGS, SIGNS, published

RUNS, SEED = 8, 1
"""Runs behind every value read, and their seed."""
QUICK_FIRST = (
    "F12", "F14", "F2", "F6", "F5b", "F7", "F5a", "F1", "F9", "F11", "F13", "F18a", "F19", "F17a",
    "F17b", "F18b",
)  # fmt: skip
"""The findings in the order they are read: those of one decision before those of a whole series."""


def bands() -> tuple[np.ndarray, np.ndarray]:
    """Give the lower and upper ends of the published bands, in the order they are read."""
    table = published().set_index("id").loc[list(QUICK_FIRST)]
    return (
        table["low"].fillna(-np.inf).to_numpy(dtype=float),
        table["high"].fillna(np.inf).to_numpy(dtype=float),
    )


def read(place: np.ndarray, *, stop_outside: bool) -> list[float]:
    """Read the findings off the model; with `stop_outside`, no further than the first outside."""
    p, answers = assumptions_at(place), []
    for key, low, high in zip(QUICK_FIRST, *bands(), strict=True):
        answers.append(FINDINGS[key](p, RUNS, SEED))
        if stop_outside and not low < answers[-1] < high:
            break
    return answers


def read_signs(place: np.ndarray) -> list[float]:
    """Read the findings of which mostly the sign is known; none of them rules anything out."""
    p = assumptions_at(place)
    return [reading(p, RUNS, SEED) for reading in SIGNS.values()]


class Journal:
    """Reads places on all cores and writes each answer down at once, so that a break loses little."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        self._known: dict[str, list[float]] = dict(json.loads(line) for line in lines)
        spawn = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(os.cpu_count(), mp_context=spawn)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def all(self, places: np.ndarray) -> np.ndarray:
        """Give every finding at every place."""
        return np.array(list(self._answers(places, stop_outside=False)))

    def fitting(self, places: Sequence[np.ndarray]) -> Iterable[np.ndarray | None]:
        """Give the findings of each place where all lie inside their bands, and nothing elsewhere."""
        low, high = bands()
        for answers in self._answers(places, stop_outside=True):
            whole = len(answers) == len(low)
            fits = whole and bool(((low < answers) & (answers < high)).all())
            yield np.array(answers) if fits else None

    def learn_all(self, places: np.ndarray, answers: np.ndarray) -> list[Emulator]:
        """Learn every finding, several at a time."""
        return list(self._pool.map(partial(learn, places), answers.T))

    def signs(self, places: Sequence[np.ndarray]) -> np.ndarray:
        """Give the findings that took no part in choosing, at every place."""
        return np.array(list(self._pool.map(read_signs, places)))

    def _answers(
        self, places: Iterable[np.ndarray], *, stop_outside: bool
    ) -> Iterator[list[float]]:
        places = list(places)
        keys = [_key(place, stop_outside=stop_outside) for place in places]
        new = [(k, p) for k, p in zip(keys, places, strict=True) if k not in self._known]
        if new:
            self._play(new, stop_outside=stop_outside)
        return iter([self._known[key] for key in keys])

    def _play(self, new: list[tuple[str, np.ndarray]], *, stop_outside: bool) -> None:
        work = partial(read, stop_outside=stop_outside)
        found = self._pool.map(work, [place for _, place in new])
        with self.path.open("a", encoding="utf-8") as file:
            for (key, _), answers in zip(new, found, strict=True):
                self._known[key] = answers
                file.write(json.dumps([key, answers]) + "\n")
                file.flush()


def _key(place: np.ndarray, *, stop_outside: bool) -> str:
    return sha256(place.tobytes()).hexdigest() + ("-" if stop_outside else "")
