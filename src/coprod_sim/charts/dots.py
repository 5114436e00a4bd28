"""Where each engagement ends: a dot for the mean and a bar for the range, one measure a panel."""

from collections.abc import Sequence

import pandas as pd

from coprod_sim.charts.axes import LinearScale, around, hundred
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.labels import listing
from coprod_sim.charts.panels import LEFT, RIGHT, Panel, Row, key, stack
from coprod_sim.charts.svg import picture
from coprod_sim.charts.theme import look
from coprod_sim.charts.values import label_of, last, tables_of, titles
from coprod_sim.charts.verdict import verdict
from coprod_sim.charts.words import after, between, is_share, large, span, unit_of
from coprod_sim.results import MEASURES, Comparison

SHOWN = ("acceptance", "losers_acceptance", "trust", "reasoned_judgement", "fairness", "quality")
"""The measures a decision is judged by, unless told otherwise."""


def draw(comparison: Comparison, measures: Sequence[str] = SHOWN) -> Chart:
    """Draw each engagement's mean and range after the last decision."""
    ends = {m: last(comparison, m) for m in measures}
    named = titles(comparison)
    title = f"{large(after(comparison.scenario.decisions))}, measure by measure"
    said = [_sentence(m, ends[m], named) for m in measures[:2]]
    finding = " ".join(filter(None, [verdict(comparison, measures[0]), *said]))
    parts, y = key(list(named.values()), [look(k) for k in range(len(named))], 0.0)
    panels = [_panel(m, ends[m], last_=closes(measures, k)) for k, m in enumerate(measures)]
    drawn, height = stack(panels, y)
    table = tables_of(ends, named)
    return Chart(picture(title, finding, height, [*parts, *drawn]), finding, table, title)


def row_of(values: pd.Series, place: int, *, hollow: bool = False, sign: bool = False) -> Row:
    """Make the row of an engagement from its mean and ranges."""
    low, high = float(values["low"]), float(values["high"])
    return Row(
        look=look(place),
        mean=float(values["mean"]),
        low=low,
        high=high,
        run_low=float(values["run_low"]),
        run_high=float(values["run_high"]),
        words=span(low, high, sign=sign),
        hollow=hollow,
    )


def scale_of(measure: str, values: pd.DataFrame) -> LinearScale:
    """Give shares the scale from 0 to 100, everything else one around its values."""
    if is_share(MEASURES[measure][0]):
        return hundred(LEFT, RIGHT)
    return around(values[["low", "high"]].to_numpy().ravel(), LEFT, RIGHT)


def closes(measures: Sequence[str], k: int) -> bool:
    """Say whether the scale ends here, so that its numbers are written under the panel."""
    units = [unit_of(MEASURES[m][0]) for m in measures[k : k + 2]]
    return units != ["in 100", "in 100"]


def _panel(measure: str, ends: pd.DataFrame, *, last_: bool) -> Panel:
    rows = [row_of(values, k) for k, (_, values) in enumerate(ends.iterrows())]
    return Panel(
        title=label_of(measure), scale=scale_of(measure, ends), rows=rows, marks=last_,
        unit=unit_of(MEASURES[measure][0]),
    )  # fmt: skip


def _sentence(measure: str, ends: pd.DataFrame, named: dict[str, str]) -> str:
    unit = unit_of(MEASURES[measure][0])
    parts = [f"{named[str(n)]} {between(v['low'], v['high'], unit)}" for n, v in ends.iterrows()]
    return f"{label_of(measure)}: {listing(parts)}."
