"""What changes against the first engagement: paired differences with their ranges."""

from collections.abc import Sequence

import pandas as pd

from coprod_sim.charts.axes import LinearScale, around
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.dots import SHOWN, closes, row_of
from coprod_sim.charts.labels import listing, wrap
from coprod_sim.charts.panels import LEFT, RIGHT, Panel, key, stack
from coprod_sim.charts.svg import picture, text
from coprod_sim.charts.theme import LEADING, QUIET, TEXT, WIDTH, look
from coprod_sim.charts.values import against_first, label_of, tables_of, titles
from coprod_sim.charts.words import difference, is_clear, is_share, unit_of
from coprod_sim.results import MEASURES, Comparison

ALONE = "Only one way of involving people was played, so there is nothing to compare it with."


def draw(comparison: Comparison, measures: Sequence[str] = SHOWN) -> Chart:
    """Draw the differences to the first engagement, run by run; hollow markers are not clear."""
    first = comparison.engagements[0].title
    title = f"Differences to {first}"
    ends = {m: against_first(comparison, m) for m in measures}
    if len(comparison.engagements) == 1:
        return Chart(_empty(title), ALONE, _table(ends, {}), title)
    named = dict(list(titles(comparison).items())[1:])
    finding = f"{_sentence(measures[0], ends, named, first)} {_unclear(ends, named)}"
    head, y = _head(first, named)
    drawn, height = stack(_panels(ends), y)
    svg = picture(title, finding, height, [*head, *drawn])
    return Chart(svg, finding, _table(ends, named), title)


def _head(first: str, named: dict[str, str]) -> tuple[list[str], float]:
    looks = [look(k + 1) for k in range(len(named))]
    parts, y = key(list(named.values()), looks, 0.0)
    for words in wrap(f"0 = the same as {first}", WIDTH):
        parts.append(text(0.0, y + TEXT, words, fill=QUIET))
        y += LEADING
    parts.append(text(0.0, y + TEXT, "Hollow marker: not clear", fill=QUIET))
    return parts, y + LEADING + 8.0


def _panels(ends: dict[str, pd.DataFrame]) -> list[Panel]:
    measures = list(ends)
    return [_panel(m, ends, closes=closes(measures, k)) for k, m in enumerate(measures)]


def _panel(measure: str, ends: dict[str, pd.DataFrame], *, closes: bool) -> Panel:
    rows = [
        row_of(v, k + 1, hollow=not is_clear(v["low"], v["high"]), sign=True)
        for k, (_, v) in enumerate(ends[measure].iterrows())
    ]
    return Panel(
        title=label_of(measure), unit=unit_of(MEASURES[measure][0]), rows=rows, marks=closes,
        scale=_scale(measure, ends),
    )  # fmt: skip


def _scale(measure: str, ends: dict[str, pd.DataFrame]) -> LinearScale:
    """Give all shares one scale, and whatever counts in points one of its own."""
    kind = is_share(MEASURES[measure][0])
    alike = [rows for m, rows in ends.items() if is_share(MEASURES[m][0]) == kind]
    values = pd.concat(alike)[["low", "high"]].to_numpy().ravel()
    return around(values, LEFT, RIGHT)


def _sentence(
    measure: str, ends: dict[str, pd.DataFrame], named: dict[str, str], first: str
) -> str:
    unit = unit_of(MEASURES[measure][0])
    parts = [
        f"{named[str(name)]} {difference(v['low'], v['high'], unit)}"
        for name, v in ends[measure].iterrows()
    ]
    return f"{label_of(measure)} against {first}: {listing(parts)}."


def _unclear(ends: dict[str, pd.DataFrame], named: dict[str, str]) -> str:
    """Name the differences whose range includes zero."""
    found = [
        f"{label_of(measure).lower()} ({named[str(name)]})"
        for measure, rows in ends.items()
        for name, v in rows.iterrows()
        if not is_clear(v["low"], v["high"])
    ]
    if not found:
        return "No range includes zero."
    return f"These ranges include zero, so they are not clear: {listing(found)}."


def _table(ends: dict[str, pd.DataFrame], named: dict[str, str]) -> pd.DataFrame:
    table = tables_of(ends, named)
    table["Clear"] = [
        "yes" if is_clear(low, high) else "no"
        for rows in ends.values()
        for low, high in zip(rows["low"], rows["high"], strict=True)
    ]
    return table


def _empty(title: str) -> str:
    lines = wrap(ALONE, WIDTH, lines=4)
    parts = [text(0.0, LEADING * (k + 1), words) for k, words in enumerate(lines)]
    return picture(title, ALONE, LEADING * (len(lines) + 1), parts)
