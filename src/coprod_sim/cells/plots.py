"""The pictures that `.plot()` of a result draws, by their names."""

import inspect
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from coprod_sim.charts import Chart, of_a_comparison, what_matters
from coprod_sim.charts import threshold as threshold_chart
from coprod_sim.errors import InputError, did_you_mean, known
from coprod_sim.model.measures import MEASURES
from coprod_sim.model.totals import EVERY_GROUP
from coprod_sim.results import Comparison
from coprod_sim.results.discovery import first_order_effects, sample_of, threshold
from coprod_sim.results.sweeps import SweepResult
from coprod_sim.taking import fitting

MEASURE = "losers_acceptance"
"""What is drawn of a sweep unless told otherwise."""


def plotted(value: Comparison | SweepResult, kind: str, **how: Any) -> Chart:
    """Draw one of the pictures that there are of a result.

    Args:
        value: the result.
        kind: the name of the picture.
        **how: what else it can be told.

    Returns:
        The picture.

    Raises:
        InputError: for a picture, a setting or a name that is not there, with the nearest one.
    """
    pictures = _of_a_comparison() if isinstance(value, Comparison) else OF_A_SWEEP
    known(kind, pictures, f"a picture of this result ({', '.join(pictures)})")
    takes = list(inspect.signature(pictures[kind]).parameters)[1:]
    for name in how:
        if name not in takes:
            hint = did_you_mean(name, takes)
            raise InputError(
                f"{kind} knows no {name!r:.60}{hint} (known: {', '.join(takes) or 'none'})"
            )
    how = fitting(pictures[kind], how)
    if "measures" in how and not how["measures"]:
        raise InputError("measures is empty: name at least one, such as ['trust']")
    for measure in (*how.get("measures", ()), *([how["measure"]] if "measure" in how else [])):
        known(measure, MEASURES, "a measure")
    if "group" in how:
        known(
            how["group"], value.groups if isinstance(value, Comparison) else EVERY_GROUP, "a group"
        )
    drawn = pictures[kind](value, **how)
    return replace(drawn, title=f"{drawn.title}: {_of_what(value)}")


def _of_what(value: Comparison | SweepResult) -> str:
    """Name the case, or what a sweep asks: a picture of its own has no page around it that does."""
    return value.scenario.title if isinstance(value, Comparison) else value.experiment.question


def _of_a_comparison() -> dict[str, Callable[..., Chart]]:
    return {name: chart.draw for name, chart in of_a_comparison().items()}


def _matters(swept: SweepResult, measure: str = MEASURE, variant: str | None = None) -> Chart:
    sample = sample_of(swept, variant)
    return what_matters.draw(first_order_effects(sample, measure), sample)


def _threshold(
    swept: SweepResult, name: str = "", measure: str = MEASURE, variant: str | None = None, line: float = 0.05
) -> Chart:  # fmt: skip
    sample = sample_of(swept, variant)
    first = name or next(iter(sample.inputs))
    return threshold_chart.draw(threshold(sample, first, line=line, measure=measure))


OF_A_SWEEP: dict[str, Callable[..., Chart]] = {"what_matters": _matters, "threshold": _threshold}
"""The pictures of a sweep, by name."""
