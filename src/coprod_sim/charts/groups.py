"""Who loses: less-heard people beside the well-connected, for each engagement."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from coprod_sim.charts.axes import LinearScale, around, hundred
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.dots import row_of
from coprod_sim.charts.panels import LEFT, RIGHT, Panel, Row, key, stack
from coprod_sim.charts.svg import marker, picture, text
from coprod_sim.charts.theme import INK, LEADING, TEXT, Look, look
from coprod_sim.charts.values import label_of, last, table_of, titles
from coprod_sim.charts.words import between, is_share, unit_of
from coprod_sim.results import MEASURES, Comparison

SHOWN = ("acceptance", "quality", "trust")
"""Where the two groups are set side by side, unless told otherwise."""
NAMES = {"less_heard": "Less-heard people", "well_connected": "Well-connected people"}
"""The groups in words; hollow markers stand for the first."""
TITLE = "Less-heard people beside the well-connected"

Ends = dict[str, pd.DataFrame]


def draw(comparison: Comparison, measures: Sequence[str] = SHOWN) -> Chart:
    """Draw both groups after the last decision, one measure after the other."""
    ends = {m: {g: last(comparison, m, g) for g in NAMES} for m in measures}
    named = titles(comparison)
    finding = _finding(measures[0], ends[measures[0]], named)
    head, y = key(list(named.values()), [look(k) for k in range(len(named))], 0.0)
    more, y = _group_key(y)
    drawn, height = stack([_panel(m, ends[m]) for m in measures], y)
    svg = picture(TITLE, finding, height, [*head, *more, *drawn])
    return Chart(svg, finding, _table(ends, named), TITLE)


def _group_key(y: float) -> tuple[list[str], float]:
    parts = []
    for group, words in NAMES.items():
        hollow = group == "less_heard"
        parts.append(marker(Look(INK, "circle", ""), LEFT, y + TEXT * 0.65, hollow=hollow))
        parts.append(text(22.0, y + TEXT, f"{words}: {'hollow' if hollow else 'filled'}"))
        y += LEADING + 3.0
    return parts, y + 8.0


def _panel(measure: str, ends: Ends) -> Panel:
    kind = MEASURES[measure][0]
    places = enumerate(ends["less_heard"].index)
    return Panel(
        title=kind.label,
        unit=unit_of(kind),
        scale=_scale(measure, ends),
        rows=[row for k, name in places for row in _pair(k, name, ends)],
    )


def _pair(place: int, name: str, ends: Ends) -> list[Row]:
    """Give both groups' rows for one engagement, with some room before the next."""
    less, well = (ends[group].loc[name] for group in NAMES)
    above = 6.0 if place else 0.0
    return [replace(row_of(less, place, hollow=True), above=above), row_of(well, place)]


def _scale(measure: str, ends: Ends) -> LinearScale:
    if is_share(MEASURES[measure][0]):
        return hundred(LEFT, RIGHT)
    return around(pd.concat(ends)[["low", "high"]].to_numpy().ravel(), LEFT, RIGHT)


def _finding(measure: str, ends: Ends, named: dict[str, str]) -> str:
    unit = unit_of(MEASURES[measure][0])
    parts = []
    for name, title in named.items():
        less, well = (ends[g].loc[name] for g in NAMES)
        parts.append(
            f"{title} {between(less['low'], less['high'], unit)} among less-heard people, "
            f"{between(well['low'], well['high'], unit)} among the well-connected"
        )
    return f"{label_of(measure)}: {'; '.join(parts)}."


def _table(ends: dict[str, Ends], named: dict[str, str]) -> pd.DataFrame:
    tables = []
    for measure, both in ends.items():
        for group, rows in both.items():
            table = table_of(rows.rename(index=named))
            table.insert(1, "Group", NAMES[group])
            table.insert(1, "Measure", label_of(measure))
            tables.append(table)
    return pd.concat(tables, ignore_index=True)
