"""What the questions are asked of: many points that were played, and what each one brought."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from coprod_sim.engagement import engagement_names, load_engagement
from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.quantities import Quantity, number_between
from coprod_sim.results.in_short import InShort
from coprod_sim.results.sweeps import SweepResult
from coprod_sim.taking import takes_what_it_says

FEWEST = 32
"""Points that must have a value before anything is said about them."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Sample(InShort):
    """Points played: a row each in `frame`, with its inputs and what it brings over the start.

    `inputs` declares each input. The other columns are paired differences in measures, by name. `way`
    names the way of involving people that is set beside the start.
    """

    frame: pd.DataFrame
    inputs: dict[str, Quantity]
    way: str

    @property
    def points(self) -> int:
        """How many points were played."""
        return len(self.frame)

    @cached_property
    def ends(self) -> tuple[np.ndarray, np.ndarray]:
        """The lowest and the highest value of every input among the points."""
        values = self.frame[list(self.inputs)].to_numpy(dtype=float)
        return values.min(axis=0), values.max(axis=0)

    @cached_property
    def cube(self) -> np.ndarray:
        """The points with every input from 0 to 1."""
        low, high = self.ends
        values = self.frame[list(self.inputs)].to_numpy(dtype=float)
        return (values - low) / np.where(high > low, high - low, 1.0)

    def place(self, values: Mapping[str, float]) -> np.ndarray:
        """Give a point of the cube for values of inputs; those left out stand in the middle.

        Args:
            values: values of inputs, in their own units.

        Returns:
            One number an input, from 0 to 1.

        Raises:
            InputError: for unknown names and for values outside what was played.
        """
        low, high = self.ends
        point = np.full(len(low), 0.5)
        for name, value in values.items():
            k = self.number(name)
            number_between(name, value, -np.inf, np.inf)
            if not low[k] <= value <= high[k]:
                raise InputError(
                    f"{name} must be between {low[k]:.3g} and {high[k]:.3g}, but is {value:g}: "
                    "nothing was played outside"
                )
            point[k] = (value - low[k]) / max(high[k] - low[k], 1e-12)
        return point

    def number(self, name: str) -> int:
        """Give the place of an input in the order of the inputs.

        Raises:
            InputError: for what is not varied.
        """
        if name not in self.inputs:
            hint = did_you_mean(str(name).rpartition(".")[2], self.inputs)
            raise InputError(f"{str(name)[:60]!r} is not varied{hint}")
        return list(self.inputs).index(name)

    def measured(self, measure: str) -> "Sample":
        """Leave out the points at which a measure has no value, as where nobody loses.

        Raises:
            InputError: for a measure with a value at too few points.
        """
        there = np.isfinite(self.gains(measure))
        if there.sum() < FEWEST:
            raise InputError(
                f"{measure} has a value at {there.sum()} of {self.points} points; {FEWEST} are needed"
            )
        return self if there.all() else replace(self, frame=self.frame[there])

    def gains(self, measure: str) -> np.ndarray:
        """Give what every point brings in a measure.

        Raises:
            InputError: for what was not measured.
        """
        if measure not in self.frame or measure in self.inputs:
            known = [c for c in self.frame if c not in self.inputs]
            raise InputError(f"{measure[:60]!r} was not measured{did_you_mean(measure, known)}")
        return self.frame[measure].to_numpy(dtype=float)


@takes_what_it_says
def sample_of(
    swept: SweepResult, variant: str | None = None, *, group: str | None = None
) -> Sample:
    """Take from a sweep what one way brings over the baseline at each point, after the last decision.

    Args:
        swept: the sweep.
        variant: which way; may be left out when only one is set beside the baseline.
        group: one of those measured (everybody, or else the first there is).

    Returns:
        The points at which all could be measured.

    Raises:
        InputError: when there is no such point or no such way.
    """
    gains = {m: swept.gains(m, variant, group=group) for m in swept.experiment.measures}
    frame = swept.points.join(pd.DataFrame(gains), how="inner").dropna().reset_index(drop=True)
    if frame.empty:
        raise InputError("no point of this sweep has all its measures, so there is nothing to ask")
    name = variant or next(iter(swept.experiment.pairs))
    return Sample(frame=frame, inputs=swept.inputs, way=title_of(name))


def title_of(variant: str) -> str:
    """Name a variant for people: by the title of the engagement that it is, or in its own words.

    Args:
        variant: the name of a variant.

    Returns:
        Its title.
    """
    if variant in engagement_names():
        return load_engagement(variant).title
    return (variant[:1].upper() + variant[1:]).replace("_", " ")
