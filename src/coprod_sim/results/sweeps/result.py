"""What a sweep gave: the table, what was varied, gains at every point, and the points that failed."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from coprod_sim.display import plotted
from coprod_sim.errors import InputError, did_you_mean, known
from coprod_sim.quantities import Quantity
from coprod_sim.results.experiments import Experiment
from coprod_sim.results.experiments.loaded import Loaded, read_in
from coprod_sim.results.in_short import InShort
from coprod_sim.results.ranges import mean_and_ends
from coprod_sim.results.sweeps.sweep_table import digest_of
from coprod_sim.results.workbook import write_workbook
from coprod_sim.taking import takes_what_it_says


@dataclass(frozen=True, kw_only=True, repr=False)
class SweepResult(InShort):
    """The result of a sweep.

    `frame` has a row for each point, variant or pair, decision and group: the inputs, then the mean over
    the runs of every measure and its spread (standard deviation; run by run for pairs).
    """

    experiment: Experiment
    frame: pd.DataFrame
    failed: dict[int, str] = field(default_factory=dict)

    def _in_short(self) -> str:
        """Say what was asked, and how far what each variant brings is spread over the points."""
        failed = f", {len(self.failed)} failed" if self.failed else ""
        measure, pairs = self.experiment.measures[0], self.experiment.pairs
        there = pairs if len(self.frame) else ()
        spread = [f"{way} {_middle(self.gains(measure, way))} more" for way in there]
        return (
            f"Sweep: {self.experiment.question} ({len(self.points)} points{failed})\n"
            f"  {measure}, 9 in 10 points: {', '.join(spread) or 'nothing to compare'}"
        )

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

    @takes_what_it_says
    def plot(self, kind: str = "what_matters", **how: Any) -> Any:
        """Draw a picture of what a variant brings; as the last line of a cell it shows itself.

        Args:
            kind: `what_matters` (what each input explains), or `threshold` (from where on it pays).
            **how: `measure`; `variant` where several are compared; for `threshold` the `name` of an input and
                `line`, the gain to be crossed.

        Returns:
            A `Chart`: `svg` is the picture, `finding` what it shows in words, `table` the numbers.

        Raises:
            InputError: for what is not there, with the nearest name, and for too few points.
        """
        return plotted(self, kind, **how)

    @takes_what_it_says
    def to_excel(self, path: str | Path) -> Path:
        """Write the table with every point into an Excel workbook, with its columns and its origin.

        Args:
            path: where the file goes; its name must end in `.xlsx`.

        Returns:
            The path.

        Raises:
            InputError: for another ending, a table too long for a sheet, or a place that cannot be written.
        """
        return write_workbook(path, {"points": self.frame}, self.frame.attrs)

    @takes_what_it_says
    def values(
        self, measure: str, variant: str, *, group: str = "all", decision: int | None = None
    ) -> pd.Series:
        """Give a measure of one variant at every point."""
        return self._column(measure, "value", variant, group, decision)

    @takes_what_it_says
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
        known(group, frame["group"].unique().tolist(), "a group of this sweep")
        rows = (
            (frame["what"] == what)
            & (frame["variant"] == variant)
            & (frame["group"] == group)
            & (frame["decision"] == last)
        )
        if not rows.any():
            able = ", ".join(map(str, sorted(frame["decision"].unique())))
            raise InputError(
                f"there is no {what} of {variant[:60]!r} after decision {last} (there are: {able})"
            )
        return frame[rows].set_index("point")[measure]


def _middle(gains: pd.Series) -> str:
    found = mean_and_ends(gains.to_numpy())
    return f"{found['low']:.3f} to {found['high']:.3f}"
