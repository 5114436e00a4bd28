"""Answers at once, from what was learnt: what a way would bring, with the room for error beside it."""

from collections.abc import Mapping
from functools import cached_property

import numpy as np
import pandas as pd

from coprod_sim.results.analysis.emulator import Emulator, learn
from coprod_sim.results.exploring.sample import Sample


class Instant:
    """An emulator for each measure of a sample; the first question makes them, the others are instant."""

    def __init__(self, sample: Sample) -> None:
        self.sample = sample

    @cached_property
    def emulators(self) -> dict[str, Emulator]:
        """One emulator a measure."""
        names = [str(c) for c in self.sample.frame if c not in self.sample.inputs]
        there = {m: np.isfinite(self.sample.gains(m)) for m in names}
        return {m: learn(self.sample.cube[k], self.sample.gains(m)[k]) for m, k in there.items()}

    @property
    def errors(self) -> pd.DataFrame:
        """How good the answers are on points kept back: `score` and `error` of each measure."""
        return pd.DataFrame(
            {m: {"score": e.score, "error": e.error} for m, e in self.emulators.items()}
        ).T

    def answer(self, **values: float) -> pd.DataFrame:
        """Give the gain expected with some inputs set, the others in the middle: mean, low to high.

        The band holds what the model itself would say in 9 of 10 cases.
        """
        place = self.sample.place(values)[None]
        rows: dict[str, Mapping[str, float]] = {}
        for measure, emulator in self.emulators.items():
            mean, half = (float(v[0]) for v in emulator.predict(place))
            rows[measure] = {"mean": mean, "low": mean - half, "high": mean + half}
        return pd.DataFrame(rows).T
