"""What a sweep gave: the table, what was varied, gains at every point, and the points that failed."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from coprod_sim.display import plotted
from coprod_sim.errors import InputError, did_you_mean, known
from coprod_sim.model.totals import IN_WORDS
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
        there = pairs if len(self.frame) else {}
        spread = [
            f"{way} {_middle(self.gains(measure, way))} more than {base}"
            for way, base in there.items()
        ]
        when = f"after decision {self.last_decision}, {IN_WORDS[self.group]}, " if spread else ""
        return (
            f"Sweep on {', '.join(self.experiment.case_names)}: {self.experiment.question} "
            f"({len(self.points)} points{failed})\n"
            f"  {measure}, {when}9 in 10 points: {', '.join(spread) or 'nothing to compare'}"
        )

    @property
    def group(self) -> str:
        """The group that is looked at unless another is named: everybody, or else the first there is."""
        groups = self.experiment.groups
        return "all" if "all" in groups else groups[0]

    @property
    def last_decision(self) -> int:
        """The last decision after which there are numbers."""
        return int(self.frame["decision"].max())

    @cached_property
    def _loaded(self) -> Loaded:
        return read_in(self.experiment)

    @property
    def inputs(self) -> dict[str, Quantity]:
        """What each input is, with the ends it was moved between."""
        return self._loaded.inputs

    @property
    def cases(self) -> tuple[str, ...]:
        """The titles of the cases it was played on."""
        return tuple(case.title for case in self._loaded.cases)

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
            kind: `what_matters` (what each input explains), or `threshold` (from where on it gains enough).
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
        self,
        measure: str,
        variant: str,
        *,
        group: str | None = None,
        decision: int | None = None,
    ) -> pd.Series:
        """Give a measure of one variant at every point; the group is `group` unless another is named."""
        return self._column(measure, "value", variant, group, decision)

    @takes_what_it_says
    def gains(
        self,
        measure: str,
        variant: str | None = None,
        *,
        group: str | None = None,
        decision: int | None = None,
    ) -> pd.Series:
        """Give how far a variant lies above the one it is compared with, at every point.

        Args:
            measure: what was measured.
            variant: which one; may be left out where only one is compared.
            group: one of those measured (`self.group`: everybody, or else the first there is).
            decision: after which decision (the last there is).

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
        self, measure: str, what: str, variant: str, group: str | None, decision: int | None
    ) -> pd.Series:
        frame = self.frame
        if measure not in frame:
            hint = did_you_mean(measure, self.experiment.measures)
            raise InputError(f"{measure[:60]!r} was not measured{hint}")
        last = self.last_decision if decision is None else decision
        group = self.group if group is None else group
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
