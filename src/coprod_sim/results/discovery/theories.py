"""An ensemble over theories: in how many models each way wins, and what decides it.

A model is the rules with one set of assumptions. Where two schools disagree, the plausible range takes in
both, so the models disagree as the schools do.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from scipy.stats import fisher_exact

from coprod_sim.assumptions import DECLARED
from coprod_sim.errors import InputError
from coprod_sim.model.measures import MEASURES
from coprod_sim.model.totals import GROUPS
from coprod_sim.quantities import Quantity
from coprod_sim.results.comparison import Comparison
from coprod_sim.results.discovery.boxes import Box, box_around, falls_short
from coprod_sim.results.discovery.sample import Sample
from coprod_sim.results.uncertainty import FREE, sets_over
from coprod_sim.results.variant import known

WON = ("acceptance", "losers_acceptance", "trust", "quality", "fairness")
"""The measures on which it is counted who wins."""
ALL_FOUR = WON[:4]
"""The measures on all of which a way must be ahead to be counted as ahead."""
PAYS = 0.05
"""The least gain in acceptance among those who lose with which a way pays (assumption)."""
CLEAR, CORNER_DOUBT = 0.001, 0.01
"""An assumption, and then a limit of the corner, counts if luck would do as well more rarely than this."""
FEWEST, MOST = 8, 6
"""Models in either half of a range that can be compared, and assumptions that may draw a corner."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Theories:
    """What several ways of involving people bring in each of many models.

    `models` has a row for each model and a column for each assumption that differs between them.
    `means` are models x ways x decisions x `MEASURES`: the means over the towns of a model. `over` names
    the models: a name in `uncertainty.OVER`. `ways` gives titles by name, the baseline first.
    """

    models: pd.DataFrame
    means: np.ndarray
    ways: dict[str, str]
    over: str

    def value(self, way: str, measure: str, decision: int = 0) -> np.ndarray:
        """Give a measure in every model after a decision, counted from 1; 0 is the last.

        Args:
            way: the name of one of the ways.
            measure: a name in `MEASURES`.
            decision: after which decision.

        Returns:
            A value for each model, in the measure's unit; nan where nobody can be measured.

        Raises:
            InputError: for an unknown name, with the nearest one.
        """
        known(way, list(self.ways), "one of those compared")
        known(measure, MEASURES, "a measure")
        place = list(self.ways).index(way), decision - 1, list(MEASURES).index(measure)
        return self.means[:, *place]

    def gains(self, way: str, base: str, decision: int = 0) -> Sample:
        """Give what a way brings over another in every model, ready for questions to many points.

        Args:
            way: the name of one of the ways.
            base: the name of the other.
            decision: after which decision, from 1; 0 is the last.

        Returns:
            A point for each model: its assumptions, and the differences in `WON`.

        Raises:
            InputError: for an unknown name, with the nearest one.
        """
        columns = {m: self.value(way, m, decision) - self.value(base, m, decision) for m in WON}
        inputs: dict[str, Quantity] = {str(name): DECLARED[str(name)] for name in self.models}
        return Sample(frame=self.models.assign(**columns), inputs=inputs, way=self.ways[way])


def theories_of(comparison: Comparison) -> Theories:
    """Take the models behind a comparison's ranges apart: what each way brings in each of them.

    Args:
        comparison: several ways on a case, with other sets of assumptions (`draws`).

    Returns:
        The models, and the means over the towns of each.

    Raises:
        InputError: when fewer than two ways were compared, or under no other set of assumptions.
    """
    if len(comparison.measured.engagements) < 2:
        raise InputError("name at least two ways: one alone wins nothing")
    if comparison.draws < 1:
        raise InputError("draws must be 1 or more: without other models there is nothing to count")
    sets = sets_over(comparison.over, comparison.scenario, comparison.draws, comparison.seed)
    models = pd.DataFrame(sets)[[n for n in FREE if n not in comparison.scenario.assumptions]]
    found, everybody = comparison.measured, GROUPS.index("all")
    others = found.numbers[:, found.draws > 0][..., everybody, :]
    towns = others.reshape(len(others), len(sets), -1, *others.shape[2:])
    there = np.isfinite(towns)
    total = np.where(there, towns, 0.0).sum(axis=2)
    means = np.divide(
        total, there.sum(axis=2), out=np.full(total.shape, np.nan), where=there.any(axis=2)
    )
    return Theories(
        models=models, means=np.moveaxis(means, 0, 1),
        ways={e.name: e.title for e in comparison.engagements}, over=comparison.over,
    )  # fmt: skip


def winners(theories: Theories, decision: int = 0) -> pd.DataFrame:
    """Count in how many models each way comes out best.

    Args:
        theories: several ways in many models.
        decision: after which decision, from 1; 0 is the last.

    Returns:
        A row for each way, a column for each measure of `WON`: the number of models in which its mean
        is the highest.
    """
    names, counts = list(theories.ways), {}
    for measure in WON:
        values = np.stack([theories.value(way, measure, decision) for way in names])
        best = np.where(np.isfinite(values), values, -np.inf).argmax(axis=0)
        counts[measure] = np.bincount(best, minlength=len(names))
    return pd.DataFrame(counts, index=names)


def ahead(
    theories: Theories, way: str, others: Sequence[str], measures: Sequence[str] = ALL_FOUR,
    decision: int = 0,
) -> np.ndarray:  # fmt: skip
    """Say in which models a way is ahead of all the others on all the measures.

    Args:
        theories: several ways in many models.
        way: the name of one of them.
        others: the names of those it must be ahead of.
        measures: names in `MEASURES`.
        decision: after which decision, from 1; 0 is the last.

    Returns:
        True or false for each model.

    Raises:
        InputError: for an unknown name, with the nearest one.
    """
    pairs = [
        theories.value(way, m, decision) > theories.value(other, m, decision)
        for m in measures
        for other in others
    ]
    return np.all(pairs, axis=0)


def against(
    comparison: Comparison, way: str, base: str = "", *, at_least: float = PAYS
) -> tuple[np.ndarray, Sample]:
    """Say in which models a way does not pay on a case.

    It does not pay where, after the last decision, it adds less than `at_least` to acceptance among
    those who lose, or makes the decision worse. `report.beliefs.against_in_words` says it in a sentence.

    Args:
        comparison: the ways on the case, with other sets of assumptions: over `not_ruled_out`, with 100
            draws, for "in so many of 100 models that fit the findings".
        way: the name of the way.
        base: the name of what it is set beside (the first of those compared).
        at_least: the smallest gain that pays.

    Returns:
        True or false for each model, and the models with their gains.

    Raises:
        InputError: for an unknown name, with the nearest one.
    """
    theories = theories_of(comparison)
    sample = theories.gains(way, base or next(iter(theories.ways)))
    return falls_short(sample, at_least=at_least), sample


def beliefs(sample: Sample, against: np.ndarray) -> pd.DataFrame:
    """Rank the assumptions that tell the models that speak against a way from the others.

    Args:
        sample: the models.
        against: whether each model speaks against the way.

    Returns:
        A row for each assumption that clearly matters, the strongest first: `low` and `high` are the
        shares of models against, among those in the lower and in the upper half of its plausible range,
        and `doubt` the chance that luck would part them as much (Fisher's exact test).
    """
    rows = {}
    for name in sample.inputs:
        about, values = DECLARED[name], sample.frame[name].to_numpy()
        upper = values > (about.least + about.most) / 2
        if min(upper.sum(), (~upper).sum()) < FEWEST:
            continue
        counts = [[(against & k).sum(), (~against & k).sum()] for k in (~upper, upper)]
        low, high = against[~upper].mean(), against[upper].mean()
        rows[name] = {"low": low, "high": high, "doubt": fisher_exact(counts).pvalue}
    table = pd.DataFrame.from_dict(rows, orient="index", columns=["low", "high", "doubt"])
    order = (table["low"] - table["high"]).abs().sort_values(ascending=False).index
    return table[table["doubt"] < CLEAR].reindex(order).dropna()


def corner(sample: Sample, against: np.ndarray) -> Box:
    """Find the corner of the assumptions in which the models lie together that speak against a way.

    Scenario discovery over the assumptions that clearly matter by themselves (`beliefs`); among all of
    them, luck would draw too many limits.

    Args:
        sample: the models.
        against: whether each model speaks against the way.

    Returns:
        The box; without limits where no rule names these models.
    """
    names = list(beliefs(sample, against).index[:MOST])
    some = replace(sample, inputs={name: sample.inputs[name] for name in names})
    return box_around(some, against, measure=ALL_FOUR[0], at_least=0.0, doubt=CORNER_DOUBT)
