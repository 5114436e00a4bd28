"""Why two engagements differ: what each step, or each channel, brings to the difference."""

import pandas as pd

from coprod_sim.charts.axes import around
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.labels import listing, wrap
from coprod_sim.charts.panels import FULL, LEFT, Panel, Row, stack
from coprod_sim.charts.svg import picture, text
from coprod_sim.charts.theme import LEADING, PLAIN, QUIET, TEXT, WIDTH
from coprod_sim.charts.values import label_of
from coprod_sim.charts.words import difference, is_share, span, unit_of
from coprod_sim.engagement import DIALS, Engagement, load_engagement
from coprod_sim.results import MEASURES
from coprod_sim.results.attribution import CHANNELS

OTHERS = {"conditions": "What the steps stand on", "other": "Everything else"}
"""The lines that are neither a step nor a channel."""


def draw(
    table: pd.DataFrame, start: Engagement, goal: Engagement, measure: str = "acceptance"
) -> Chart:
    """Draw the result of `step_shares` or `channel_shares` for the way from start to goal."""
    kind = "channel" if set(table.index) & set(CHANNELS) else "step"
    title = f"What each {kind} brings"
    rows = table[["share", "low", "high"]] * 100.0
    unit = unit_of(MEASURES[measure][0])
    finding = _finding(rows, start, goal, measure)
    head, y = _head(start, goal)
    panel = Panel(
        title=f"Share in {label_of(measure).lower()}", unit=unit, rows=_rows(rows),
        scale=around(rows.to_numpy().ravel(), LEFT, FULL),
    )  # fmt: skip
    drawn, height = stack([panel], y)
    return Chart(picture(title, finding, height, [*head, *drawn]), finding, _table(rows), title)


def example(said: str) -> tuple[pd.DataFrame, Engagement, Engagement]:
    """Give the shares of two steps and of everything else to draw."""
    rows = [(0.2, 0.18, 0.22), (-0.03, -0.05, -0.01), (0.1, 0.05, 0.12)]
    parts = ["performance", "awareness", "conditions"]
    table = pd.DataFrame(rows, columns=["share", "low", "high"], index=parts)
    start = load_engagement("tickbox").model_copy(update={"title": said})
    return table, start, load_engagement("co_production")


def name_of(part: str) -> str:
    """Name a step, a channel, or the rest, in words that can stand alone."""
    if part in DIALS:
        return DIALS[part].label
    words = CHANNELS[part][0] if part in CHANNELS else OTHERS.get(part, part)
    return words[:1].upper() + words[1:]


def ranked(table: pd.DataFrame) -> pd.DataFrame:
    """Sort the shares, largest first; the rest stays last."""
    rest = [name for name in table.index if name in OTHERS]
    parts = table.drop(index=rest).sort_values("share", ascending=False)
    return pd.concat([parts, table.loc[rest]])


def _head(start: Engagement, goal: Engagement) -> tuple[list[str], float]:
    lines = wrap(f"From {start.title} to {goal.title}", WIDTH)
    parts = [text(0.0, TEXT + k * LEADING, words, fill=QUIET) for k, words in enumerate(lines)]
    return parts, len(lines) * LEADING + 6.0


def _rows(rows: pd.DataFrame) -> list[Row]:
    return [
        Row(
            look=PLAIN, mean=v["share"], low=v["low"], high=v["high"], bar=True,
            name=name_of(str(part)), words=span(v["low"], v["high"], digits=1),
        )
        for part, v in rows.iterrows()
    ]  # fmt: skip


def _finding(rows: pd.DataFrame, start: Engagement, goal: Engagement, measure: str) -> str:
    """Name the two largest shares, and whatever works against the rest."""
    kind = MEASURES[measure][0]
    unit = unit_of(kind) if is_share(kind) else "points"
    top = ranked(rows).sort_values("share", ascending=False).head(2)
    parts = [
        f"{name_of(str(p))}, {difference(v['low'], v['high'], unit, digits=1)}"
        for p, v in top.iterrows()
    ]
    against = [name_of(str(p)) for p, v in rows.iterrows() if v["high"] < 0]
    said = f" {listing(against)} works the other way." if against else ""
    way = f"From {start.title} to {goal.title}, {label_of(measure).lower()} changes most through"
    return f"{way} these: {listing(parts)}.{said}"


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    named = rows.round(1).rename(index=lambda p: name_of(str(p)))
    named.columns = ["Mean", "Low", "High"]
    return named.rename_axis("Part").reset_index()
