"""An ensemble over theories: in how many models each way wins, and what decides it.

A model is the rules with one set of assumptions. Where two schools disagree, the plausible range takes in
both, so the models disagree as the schools do.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from coprod_sim.assumptions import DECLARED
from coprod_sim.errors import InputError, known
from coprod_sim.model.measures import MEASURES
from coprod_sim.model.totals import GROUPS
from coprod_sim.quantities import Quantity, whole_number
from coprod_sim.results.comparison import Comparison
from coprod_sim.results.discovery.believing import NONE, TOLD, beliefs_of
from coprod_sim.results.discovery.boxes import Box, box_around, falls_short
from coprod_sim.results.discovery.sample import Sample
from coprod_sim.results.in_short import InShort
from coprod_sim.results.ranges import mean_and_spread
from coprod_sim.results.uncertainty import FREE, OVER, WORTH_HAVING, check_over, sets_over
from coprod_sim.taking import takes_what_it_says

WON = ("acceptance", "losers_acceptance", "trust", "quality", "fairness")
"""The measures on which it is counted who wins."""
ALL_FOUR = WON[:4]
"""The measures on all of which a way must win to be counted as the winner over all."""
TOO_CLOSE = "too_close"
"""The row of `winners` for models in which luck hides who comes out best."""
ERRORS = 2.0
"""Standard errors, over the towns of a model, that a lead must have to be one."""
RIVAL = "told_openly"
"""The way that tells people as much as co-production does, and asks nobody."""
CORNER_DOUBT = 0.01
"""A limit of the corner counts if luck would do as well more rarely than this."""
MOST = 6
"""Assumptions that may draw a corner."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Theories(InShort):
    """What several ways of involving people bring in each of many models.

    `models` has a row for each model and a column for each assumption that differs between them.
    `towns` are models x ways x towns x decisions x `MEASURES`; all ways meet the same towns. `over` names
    the models: a name in `uncertainty.OVER`. `ways` gives titles by name, the baseline first.
    """

    models: pd.DataFrame
    towns: np.ndarray
    ways: dict[str, str]
    over: str

    @cached_property
    def means(self) -> np.ndarray:
        """The means over the towns of a model: models x ways x decisions x `MEASURES`."""
        return mean_and_spread(np.moveaxis(self.towns, 2, 0))[0]

    def value(self, way: str, measure: str, decision: int = 0) -> np.ndarray:
        """Give a measure in every model after a decision, counted from 1; 0 is the last.

        Args:
            way: the name of one of the ways.
            measure: a name in `MEASURES`.
            decision: after which decision.

        Returns:
            A value for each model, in the measure's unit; nan where nobody can be measured.

        Raises:
            InputError: for an unknown name, with the nearest one, and for a decision that is not taken.
        """
        known(way, list(self.ways), "one of those compared")
        known(measure, MEASURES, "a measure")
        decision = whole_number("decision", decision, 0, self.towns.shape[3])
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


@takes_what_it_says
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
        raise InputError(
            "draws must be 1 or more, and not over luck alone: without other models there is nothing to count"
        )
    sets = sets_over(comparison.over, comparison.scenario, comparison.draws, comparison.seed)
    models = pd.DataFrame(sets)[[n for n in FREE if n not in comparison.scenario.assumptions]]
    found, everybody = comparison.measured, GROUPS.index("all")
    others = found.numbers[:, found.draws > 0][..., everybody, :]
    towns = others.reshape(len(others), len(sets), -1, *others.shape[2:])
    return Theories(
        models=models, towns=np.moveaxis(towns, 0, 1),
        ways={e.name: e.title for e in comparison.engagements}, over=comparison.over,
    )  # fmt: skip


def check_models(over: str) -> None:
    """Refuse to count models where ranges are over none.

    Args:
        over: a name in `uncertainty.OVER`.

    Raises:
        InputError: for luck alone, and for a name that is not there.
    """
    check_over(over)
    if not OVER[over].models:
        able = " or ".join(name for name, one in OVER.items() if one.models)
        raise InputError(
            f"{OVER[over].words} there is one model, so there is nothing to count; over must be {able}"
        )


@takes_what_it_says
def winners(theories: Theories, decision: int = 0) -> pd.DataFrame:
    """Count in how many models each way comes out best.

    Args:
        theories: several ways in many models.
        decision: after which decision, from 1; 0 is the last.

    Returns:
        A row for each way, a column for each measure of `WON`: the number of models in which its mean
        is the highest, and ahead of the second by `ERRORS` standard errors or more over the towns of the
        model, taken town by town. Then a row, `TOO_CLOSE`, for the models in which no way is.
    """
    names, counts = list(theories.ways), {}
    for measure in WON:
        values = np.stack([theories.value(way, measure, decision) for way in names])
        values = np.where(np.isfinite(values), values, -np.inf)
        best = values.argmax(axis=0)
        np.put_along_axis(values, best[None], -np.inf, axis=0)
        leads = _leads(theories, best, values.argmax(axis=0), measure, decision)
        best = np.where(_too_small(leads), len(names), best)
        counts[measure] = np.bincount(best, minlength=len(names) + 1)
    return pd.DataFrame(counts, index=[*names, TOO_CLOSE])


def _leads(
    theories: Theories, best: np.ndarray, second: np.ndarray, measure: str, decision: int
) -> np.ndarray:
    """Give by how much one way, by its place in each model, leads another: towns x models."""
    place, each = list(MEASURES).index(measure), np.arange(len(theories.models))
    towns = theories.towns[:, :, :, decision - 1, place]
    return (towns[each, best] - towns[each, second]).T


def _too_small(leads: np.ndarray) -> np.ndarray:
    """Say in which models a lead is below `ERRORS` standard errors over the towns: too close to call."""
    mean, spread = mean_and_spread(leads)
    return mean < ERRORS * spread / np.sqrt(len(leads))


@takes_what_it_says
def wins_over(
    theories: Theories, way: str, others: Sequence[str], measures: Sequence[str] = ALL_FOUR,
    decision: int = 0,
) -> np.ndarray:  # fmt: skip
    """Say in which models a way wins over all the others on all the measures, by the lead `winners` asks for.

    Args:
        theories: several ways in many models.
        way: the name of one of them.
        others: the names of those it must win over.
        measures: names in `MEASURES`.
        decision: after which decision, from 1; 0 is the last.

    Returns:
        True or false for each model; false where it is too close to call.

    Raises:
        InputError: for an unknown name, with the nearest one.
    """
    pairs = [_wins(theories, way, other, m, decision) for m in measures for other in others]
    return np.all(pairs, axis=0)


def _wins(theories: Theories, way: str, other: str, measure: str, decision: int) -> np.ndarray:
    """Say in which models one way leads another on a measure by more than luck would explain."""
    higher = theories.value(way, measure, decision) > theories.value(other, measure, decision)
    one, two = (np.full(len(higher), list(theories.ways).index(name)) for name in (way, other))
    return higher & ~_too_small(_leads(theories, one, two, measure, decision))


@takes_what_it_says
def against(
    comparison: Comparison,
    way: str,
    base: str = "",
    *,
    at_least: float = WORTH_HAVING,
    decision: int = 0,
) -> tuple[np.ndarray, Sample]:
    """Say in which models a way does not gain enough on a case.

    It does not gain enough where, after a decision, it adds less than `at_least` to acceptance among
    those who lose, or makes the decision worse. `report.beliefs.against_in_words` says it in a sentence.

    Args:
        comparison: the ways on the case, with other sets of assumptions: over `not_ruled_out`, with 100
            draws, for "in so many of 100 models that fit the findings".
        way: the name of the way.
        base: the name of what it is set beside (the first of those compared).
        at_least: the smallest gain that is enough.
        decision: after which decision, from 1; 0 is the last.

    Returns:
        True or false for each model, and the models with their gains.

    Raises:
        InputError: for an unknown name, with the nearest one.
    """
    theories = theories_of(comparison)
    sample = theories.gains(way, base or next(iter(theories.ways)), decision)
    return falls_short(sample, at_least=at_least), sample


@takes_what_it_says
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
    names, about = list(sample.inputs), [DECLARED[name] for name in sample.inputs]
    found = np.full((len(names), TOLD), np.nan)
    beliefs_of(
        sample.frame[names].to_numpy(dtype=float).ravel(), against.astype(float),
        np.array([a.least for a in about]), np.array([a.most for a in about]), found.ravel(),
    )  # fmt: skip
    told = found[found[:, 0] != NONE]
    index = [names[int(place)] for place in told[:, 0]]
    return pd.DataFrame(told[:, 1:], index=index, columns=["low", "high", "doubt"])


@takes_what_it_says
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
