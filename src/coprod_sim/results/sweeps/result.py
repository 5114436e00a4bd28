"""What a sweep gave: the table, what was varied, gains at every point, and the points that failed."""

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.quantities import Quantity
from coprod_sim.results.experiments import Experiment
from coprod_sim.results.experiments.loaded import Loaded, read_in
from coprod_sim.results.sweeps.sweep_table import digest_of


@dataclass(frozen=True, kw_only=True)
class SweepResult:
    """The result of a sweep.

    `frame` has a row for each point, variant or pair, decision and group: the inputs, then the mean over
    the runs of every measure and its spread (standard deviation; run by run for pairs).
    """

    experiment: Experiment
    frame: pd.DataFrame
    failed: dict[int, str] = field(default_factory=dict)

    @cached_property
    def _loaded(self) -> Loaded:
        return read_in(self.experiment)

    @property
    def inputs(self) -> dict[str, Quantity]:
        """What each input is, with the ends it was moved between."""
        return self._loaded.inputs

    @cached_property
    def digest(self) -> str:
        """The same text for the same numbers, whatever computer, order or number of threads made them."""
        return digest_of(self.frame, self.failed)

    @cached_property
    def points(self) -> pd.DataFrame:
        """The inputs of every point, by its number."""
        first = self.frame.drop_duplicates("point").set_index("point")
        return first[list(self.inputs)]

    def values(
        self, measure: str, variant: str, *, group: str = "all", decision: int | None = None
    ) -> pd.Series:
        """Give a measure of one variant at every point."""
        return self._column(measure, "value", variant, group, decision)

    def gains(
        self,
        measure: str,
        variant: str | None = None,
        *,
        group: str = "all",
        decision: int | None = None,
    ) -> pd.Series:
        """Give how far a variant lies above the one it is compared with, at every point.

        Raises:
            InputError: for what was not measured or compared.
        """
        pairs = self.experiment.pairs
        if variant is None:
            if len(pairs) != 1:
                raise InputError(f"name one of the variants: {', '.join(pairs) or 'there is one'}")
            variant = next(iter(pairs))
        if variant not in pairs:
            raise InputError(f"{variant[:60]!r} is not compared{did_you_mean(variant, pairs)}")
        name = f"{variant} minus {pairs[variant]}"
        return self._column(measure, "difference", name, group, decision)

    def _column(
        self, measure: str, what: str, variant: str, group: str, decision: int | None
    ) -> pd.Series:
        frame = self.frame
        if measure not in frame:
            hint = did_you_mean(measure, self.experiment.measures)
            raise InputError(f"{measure[:60]!r} was not measured{hint}")
        last = frame["decision"].max() if decision is None else decision
        rows = (
            (frame["what"] == what)
            & (frame["variant"] == variant)
            & (frame["group"] == group)
            & (frame["decision"] == last)
        )
        if not rows.any():
            raise InputError(f"there is no {what} of {variant[:60]!r} for {group!r}, {last}")
        return frame[rows].set_index("point")[measure]
