"""The page of a sweep: what matters, when too little is gained, from where on enough, and how sure it is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import pandas as pd

from coprod_sim.charts import corner, foretold
from coprod_sim.charts import effects as effects_chart
from coprod_sim.charts import threshold as threshold_chart
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.labels import listing
from coprod_sim.charts.words import difference, small, unit_of
from coprod_sim.errors import InputError
from coprod_sim.report import sentences
from coprod_sim.report.analysis import effects_in_words, emulator_in_words, threshold_in_words
from coprod_sim.report.discovered import when_not_in_words
from coprod_sim.report.pages import environment
from coprod_sim.results import MEASURES
from coprod_sim.results.discovery import (
    Emulator,
    Sample,
    discover_scenario,
    learn,
    sample_of,
    threshold,
    title_of,
    total_effects,
)
from coprod_sim.results.ranges import ends
from coprod_sim.results.sweeps import SweepResult
from coprod_sim.results.uncertainty import WORTH_HAVING


class Answer(NamedTuple):
    """One answer: a sentence or two, a picture, and the table behind it."""

    said: str
    chart: Chart


@dataclass(frozen=True, kw_only=True)
class Part:
    """All answers about one measure; `spread` says how far the gain goes from point to point."""

    measure: str
    label: str
    spread: str
    answers: list[Answer]


def sweep_page(swept: SweepResult, variant: str) -> str:
    """Write the page for one way beside its baseline; it needs no script, network or other file.

    Costs are left out, for they are worked out and not played. Raises `InputError` when there are too few
    points, or when the variant is not set beside another.
    """
    sample = sample_of(swept, variant)
    measures = [m for m in swept.experiment.measures if m in MEASURES]
    if not measures:
        raise InputError("nothing was measured but costs, and those are worked out, not played")
    emulators = {m: learn(sample.measured(m).cube, sample.gains(m)) for m in measures}
    return (
        environment()
        .get_template("sweep.html.j2")
        .render(
            swept=swept,
            sample=sample,
            beside=title_of(swept.experiment.pairs[variant]),
            inputs=listing([small(q.label) for q in sample.inputs.values()]),
            parts=[_part(sample, m, e) for m, e in emulators.items()],
            copies=_copies(emulators),
            words=sentences,
        )
    )


def _part(sample: Sample, measure: str, emulator: Emulator) -> Part:
    declared = MEASURES[measure][0]
    low, high = (100.0 * float(end) for end in ends(sample.gains(measure)))
    return Part(
        measure=measure,
        label=declared.label,
        spread=f"At 9 in 10 points, {sample.way} brings {difference(low, high, unit_of(declared))}.",
        answers=[_named(a, declared.label) for a in _answers(sample, measure, emulator)],
    )


def _answers(sample: Sample, measure: str, emulator: Emulator) -> Iterator[Answer]:
    table: pd.DataFrame = total_effects(sample, measure, emulator)
    yield Answer(effects_in_words(table, sample), effects_chart.draw(table, sample))
    if measure != "quality":
        box = discover_scenario(sample, measure=measure, at_least=WORTH_HAVING)
        yield Answer(when_not_in_words(box, sample), corner.draw(box, sample))
    name = str(table.index[0])
    line = 0.0 if measure == "quality" else WORTH_HAVING
    crossing = threshold(sample, name, line=line, measure=measure, emulator=emulator)
    yield Answer(threshold_in_words(crossing), threshold_chart.draw(crossing))


def _named(answer: Answer, label: str) -> Answer:
    """Give a picture a name that no other on the page has."""
    chart = answer.chart
    return Answer(answer.said, replace(chart, title=f"{label}: {small(chart.title)}"))


def _copies(emulators: dict[str, Emulator]) -> Answer:
    worst = min(emulators.values(), key=lambda e: e.score)
    return Answer(emulator_in_words(worst.score, worst.error), foretold.draw(emulators))
