"""Compares ways of involving people on one case: the same citizens, the same luck, honest ranges."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from coprod_sim.assumptions import Assumptions, implausible
from coprod_sim.display import plotted
from coprod_sim.engagement import Engagement
from coprod_sim.engagement.set_here import as_set_here
from coprod_sim.errors import Caution, InputError, known
from coprod_sim.model.buffers import LANES
from coprod_sim.model.measures import MEASURES
from coprod_sim.model.totals import EVERY_GROUP, GROUPS
from coprod_sim.population import Population, population_of
from coprod_sim.quantities import whole_number
from coprod_sim.results.dictionary import described
from coprod_sim.results.effort import Effort
from coprod_sim.results.frame import MeasuredRuns, measure, tidy
from coprod_sim.results.in_short import InShort
from coprod_sim.results.own_figures import OwnFigures, way_called
from coprod_sim.results.played_people import with_its_people
from coprod_sim.results.player import MOST_RUNS, Trial, first_run_of, play, play_draws, trial_of
from coprod_sim.results.ranges import differences_of, losses_of, ranges_of
from coprod_sim.results.store import provenance
from coprod_sim.results.uncertainty import LUCK, PLAUSIBLE, Enough, draws_over, sets_over
from coprod_sim.results.variant import Variant, told_apart, variants_of
from coprod_sim.results.workbook import write_workbook
from coprod_sim.scenarios import Campaign, Scenario, load_scenario, scenario_names
from coprod_sim.taking import takes_what_it_says

RUNS, DRAWS, SEED = 100, 32, 1
"""Runs of the assumptions as they stand, other sets of them, and the seed, unless told otherwise."""
RUNS_A_DRAW = LANES
"""Runs, each in a town of its own, of every other set of assumptions [runs]."""
MOST_ROWS = 10_000_000
"""The longest table of runs; it takes about two gigabytes [rows]."""
HEADLINE = "acceptance"
"""The measure that a comparison is printed with."""
TEST_CAMPAIGN = (0.5, 0.6)
"""Strength and reach of the campaign that resilience is measured with (assumption)."""
RESILIENCE_RUNS = 24
"""Runs as assumed that are played again with that campaign, at most; of other sets all are [runs]."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Comparison(InShort, Enough):
    """The results of several variants on one scenario; `engagements` are those that stay.

    `measured` holds every measure in every run: `runs` of the assumptions as they stand, and those of
    `draws` other sets. `over` says what the ranges are taken over: a name in `uncertainty.OVER`. `split`
    says whether measures are also given for winners and losers, those in the room and outside, and thirds
    of first trust. `own` is what somebody entered about what engagements take.
    """

    scenario: Scenario
    variants: tuple[Variant, ...]
    engagements: tuple[Engagement, ...]
    measured: MeasuredRuns
    runs: int
    draws: int
    seed: int
    over: str
    split: bool = False
    own: OwnFigures = field(default_factory=OwnFigures)

    def _in_short(self) -> str:
        """Say what was played, and how many accept in the end."""
        last = self.scenario.decisions.count
        ends = self.ranges.xs((last, "all", HEADLINE), level=("decision", "group", "measure"))
        found = ", ".join(f"{v.name} {_cell(ends.loc[v.name])}" for v in self.variants)
        return (
            f"Comparison on {self.scenario.name!r}: {self.runs} runs and {self.draws} other sets of "
            f"assumptions ({self.over}), seed {self.seed}\n  {HEADLINE} after decision {last}: {found}"
        )

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups in which measures are given."""
        return self.measured.groups

    @property
    def cautions(self) -> tuple[str, ...]:
        """What does not fit together in what was played, in sentences."""
        return cautions_of(self.scenario, self.variants)

    @takes_what_it_says
    def money(self, name: str, participants: float) -> float:
        """Price one decision of an engagement, with what it costs besides hours, in the case's currency.

        Args:
            name: the name of the engagement.
            participants: how many take part [people]; who of them is paid, `own` says.

        Returns:
            Money for one decision.
        """
        paid = self.own.paid(way_called(name, self.engagements), participants)
        return self.efforts[name].money(self.scenario, paid) + self.own.besides.get(name, 0.0)

    @cached_property
    def population(self) -> Population:
        """The citizens, the same for all."""
        return population_of(self.scenario)

    @cached_property
    def origin(self) -> dict[str, Any]:
        """Where the results come from: full inputs, their hash, versions, and when this was written."""
        return provenance(
            self.scenario, self.variants, self.engagements, runs=self.runs, draws=self.draws,
            seed=self.seed, over=self.over, split=self.split,
        )  # fmt: skip

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The tidy table: a row for each engagement, draw, run, decision and group; made when asked for.

        `attrs` says where it comes from, and in `columns` what each column means.
        """
        frame = tidy(self.measured, self.scenario.name)
        frame.attrs.update(self.origin)
        return described(frame)

    @cached_property
    def ranges(self) -> pd.DataFrame:
        """Means and ranges: a row for each engagement, decision, group and measure.

        `mean` is over the runs of the assumptions as they stand; `run_low` to `run_high` holds 9 in 10
        of these runs: luck alone, which is another town and chance. `low` to `high` holds 9 in 10 of all
        runs under the other sets of assumptions, and is widened where needed to take in the former.
        """
        return described(ranges_of(self.measured))

    @cached_property
    def differences(self) -> pd.DataFrame:
        """Paired differences to the first engagement, with ranges; same draw, same run, same luck."""
        if len(self.engagements) < 2:
            return self.ranges.iloc[:0]
        return described(differences_of(self.measured))

    @cached_property
    def resilience(self) -> pd.DataFrame:
        """Acceptance lost to a campaign before the last decision: a row for each engagement.

        The columns are those of `ranges`, over the same as there. Paired run by run; played when it is
        first asked for.
        """
        strength, reach = TEST_CAMPAIGN
        attack = Campaign(decision=self.scenario.decisions.count, strength=strength, reach=reach)
        calm = self._with_campaign(None) if self.scenario.campaign else self.measured
        return described(losses_of(calm, self._with_campaign(attack), "acceptance"))

    def _with_campaign(self, campaign: Campaign | None) -> MeasuredRuns:
        """Play the runs that resilience is measured in, with another campaign in place of the case's."""
        case = self.scenario.but(campaign=campaign and campaign.model_dump())
        trials = [trial_of(case, variant) for variant in self.variants]
        sets = sets_over(self.over, case, self.draws, self.seed)
        runs = min(self.runs, RESILIENCE_RUNS)
        return _play(trials, sets, runs, seed=self.seed, threads=None, split=False)

    @cached_property
    def start_trust(self) -> np.ndarray:
        """Mean trust before the first decision, the same for all: runs x groups (`GROUPS`)."""
        trial = trial_of(self.scenario, self.variants[0])
        return play([trial], self.runs, seed=self.seed, from_start=True)[0].start

    @cached_property
    def efforts(self) -> dict[str, Effort]:
        """What each engagement takes for one decision."""
        return {e.name: self.own.effort(e) for e in self.engagements}

    @cached_property
    def weeks(self) -> dict[str, float]:
        """The weeks that one decision takes, as they are shown and judged: the kit's own rounded up."""
        return {e.name: self.own.weeks(e) for e in self.engagements}

    @takes_what_it_says
    def plot(self, kind: str = "dots", **how: Any) -> Any:
        """Draw a picture; as the last line of a cell it shows itself.

        Args:
            kind: `dots` (where each way ends), `over_time`, `paired` (differences), `groups`, `costs` or
                `resilience`.
            **how: for `dots`, `paired` and `groups`: `measures`, a list; for `over_time`: `measure` and
                `group`.

        Returns:
            A `Chart`: `svg` is the picture, `finding` what it shows in words, `table` the numbers.

        Raises:
            InputError: for a picture, a measure or a setting that is not there, with the nearest name.
        """
        return plotted(self, kind, **how)

    @takes_what_it_says
    def to_excel(self, path: str | Path) -> Path:
        """Write everything into an Excel workbook: ranges, differences, every run, columns, origin.

        Args:
            path: where the file goes; its name must end in `.xlsx`.

        Returns:
            The path.

        Raises:
            InputError: for another ending, more runs than a sheet holds, or a place that cannot be written.
        """
        tables = {"ranges": self.ranges, "differences": self.differences, "runs": self.frame}
        return write_workbook(path, tables, self.origin)

    @takes_what_it_says
    def value(
        self,
        engagement: Engagement | Variant | str,
        measure: str,
        *,
        decision: int | None = None,
        group: str = "all",
    ) -> dict[str, float]:
        """Give mean, run_low, run_high, low and high of a measure, in its own unit.

        Args:
            engagement: one of those compared, its name or its title.
            measure: a name in `MEASURES`.
            decision: after which decision, from 1 (the last).
            group: one of `groups`.

        Raises:
            InputError: for an engagement, a measure or a group that is not there, with the nearest name,
                for a decision that is not taken, and for a group of runs that were not split.
        """
        named: Any = getattr(engagement, "name", engagement)
        titled = {e.title: e.name for e in self.engagements}
        name = titled.get(named, named) if isinstance(named, str) else named
        known(name, [v.name for v in self.variants], "one of those compared")
        known(measure, MEASURES, "a measure")
        known(group, EVERY_GROUP, "a group")
        if group not in self.groups:
            raise InputError(f"{group} is measured when asked for: compare(..., split=True)")
        count = self.scenario.decisions.count
        after = whole_number("decision", count if decision is None else decision, 1, count)
        row = self.ranges.loc[(name, after, group, measure)]
        return {str(column): float(value) for column, value in row.items()}


def _cell(row: pd.Series) -> str:
    return f"{row['mean']:.3f} ({row['low']:.3f} to {row['high']:.3f})"


@takes_what_it_says
def compare(
    scenario: Scenario | str | Path, engagements: Sequence[Variant | Engagement | str] | None = None, *,
    runs: int = RUNS, draws: int | None = None, seed: int = SEED, over: str = PLAUSIBLE,
    split: bool = False, threads: int | None = None, own: OwnFigures | None = None,
) -> Comparison:  # fmt: skip
    """Play several ways of involving people on one scenario and return everything measured.

    All meet the same citizens and the same luck: same input, same numbers, on any number of threads.

    Args:
        scenario: a case, its name in the library, or the path of its `.toml` file.
        engagements: variants, engagements or their names, the baseline first (those the case names).
        runs: runs with the assumptions as they stand (draw 0).
        draws: other sets of assumptions, with 8 runs each (32; none over luck alone).
        seed: the seed of all luck.
        over: what the ranges are taken over: `plausible` assumptions, each anywhere in its plausible
            range; `not_ruled_out`, the models that fit the published findings; or `luck` alone, which
            is towns and chance and is part of the other two.
        split: also measure by winners and losers, in the room or not, and thirds of first trust.
        threads: threads (all cores).
        own: what somebody entered about what they take, in place of what the kit assumes.

    Returns:
        Everything measured, and what was played.

    Raises:
        InputError: for unknown names and impossible numbers.
    """
    runs, draws, seed = check_counts(runs, draws_over(over, draws, DRAWS), seed)
    case, trials = trials_on(scenario, engagements)
    own = (own or OwnFigures()).checked([t.variant.name for t in trials])
    groups = len(EVERY_GROUP if split else GROUPS)
    _check_room((runs + draws * RUNS_A_DRAW) * len(trials) * case.decisions.count * groups)
    sets = sets_over(over, case, draws, seed)
    found = _play(trials, sets, runs, seed=seed, threads=threads, split=split)
    return Comparison(
        scenario=case, variants=tuple(t.variant for t in trials),
        engagements=told_apart([_named(trial) for trial in trials]), measured=found, runs=runs,
        draws=len(sets), seed=seed, over=over if sets else LUCK, split=split, own=own,
    )  # fmt: skip


def _named(trial: Trial) -> Engagement:
    """Give what is played last under a title that says which dials were turned."""
    return as_set_here(trial.engagements[-1], trial.variant.own)


def _play(
    trials: Sequence[Trial], sets: Sequence[Assumptions], runs: int, *, seed: int,
    threads: int | None, split: bool,
) -> MeasuredRuns:  # fmt: skip
    """Play and measure everything a comparison asks for: the model as it stands, then each other set."""
    found = [play(trials, runs, seed=seed, threads=threads, split=split)]
    others = [[trial.under(p) for trial in trials] for p in sets]
    found += play_draws(others, RUNS_A_DRAW, seed=seed, threads=threads, split=split)
    firsts = [first_run_of(draw, RUNS_A_DRAW) for draw in range(len(found))]
    return measure([trial.variant.name for trial in trials], found, firsts)


def trials_on(
    scenario: Scenario | str | Path, engagements: Sequence[Variant | Engagement | str] | None
) -> tuple[Scenario, list[Trial]]:
    """Give a case, and what is to be compared on it (by default the engagements it names).

    Args:
        scenario: a case, its name in the library, or the path of its `.toml` file.
        engagements: variants, engagements or their names, the baseline first (those the case names).

    Returns:
        The case, and a trial for each variant.

    Raises:
        InputError: for unknown names, and for a variant with a case or a baseline of its own: one
            comparison has one of each.
    """
    case = with_its_people(load_scenario(scenario))
    variants = variants_of(case.engagements if engagements is None else engagements)
    for sentence in cautions_of(case, variants):
        warnings.warn(sentence, Caution, stacklevel=3)
    for one in variants:
        if one.settings:
            raise InputError(
                f"{one.name} changes settings of the case, but a comparison has one case for all: "
                "change the case, or make it an experiment"
            )
        if one.compare_with:
            raise InputError(
                f"{one.name} names what it is compared with, but a comparison has one baseline for all: "
                "name that one first, or make it an experiment"
            )
    return case, [trial_of(case, one) for one in variants]


def cautions_of(case: Scenario, variants: Sequence[Variant]) -> tuple[str, ...]:
    """Say what does not fit together in a case, and which assumptions lie outside their plausible range.

    What a case of the library sets on purpose is told among what it assumes.

    Args:
        case: the case, with its own assumptions.
        variants: what is compared on it, with theirs.

    Returns:
        A sentence each.
    """
    meant = load_scenario(case.name).cautions if case.name in scenario_names() else ()
    own = [sentence for one in variants for sentence in implausible(one.assumptions)]
    return tuple(dict.fromkeys((*(c for c in case.cautions if c not in meant), *own)))


def check_counts(runs: int, draws: int, seed: int) -> tuple[int, int, int]:
    """Give the size and the seed as plain whole numbers; refuse impossible ones.

    Args:
        runs: 1 to 1,000,000.
        draws: 0 to 4096 other sets of assumptions.
        seed: 0 or more, in 64 bits.

    Returns:
        The runs, the draws and the seed.

    Raises:
        InputError: for a number outside these, and for what is no whole number.
    """
    return (
        whole_number("runs", runs, 1, MOST_RUNS),
        whole_number("draws", draws, 0, 4096),
        whole_number("seed", seed, 0, 2**64 - 1),
    )


def _check_room(rows: int) -> None:
    """Refuse a table that would not fit into the memory of a small computer.

    Raises:
        InputError: for more than `MOST_ROWS`.
    """
    if rows > MOST_ROWS:
        raise InputError(
            f"this asks for a table of {rows:,} rows, the limit is {MOST_ROWS:,}; ask for fewer runs, or "
            "for means and ranges alone: --streaming, in Python results.streaming.stream"
        )
