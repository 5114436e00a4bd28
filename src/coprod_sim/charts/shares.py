"""Why two engagements differ: what each step, or each channel, brings to the difference."""

import pandas as pd

from coprod_sim.charts.chart import Chart
from coprod_sim.charts.labels import listing
from coprod_sim.charts.recipe import Line, PanelNumbers, Recipe, Values, picture_of
from coprod_sim.charts.values import held, label_of
from coprod_sim.charts.words import difference, small, unit_of
from coprod_sim.engagement import DIALS, Engagement, load_engagement
from coprod_sim.engagement.dials import FIVE_STEPS
from coprod_sim.results import MEASURES
from coprod_sim.results.attribution import CHANNELS, done_more
from coprod_sim.results.uncertainty import LUCK
from coprod_sim.words import ENGLISH, words_in

RECIPE = Recipe(named=True, bar=True, look="plain", words="tenths")
t = words_in(ENGLISH)
OTHERS = {"conditions": "What the steps stand on", "other": "Everything else"}
"""The lines that are neither a step nor a channel."""


def draw(
    table: pd.DataFrame, start: Engagement, goal: Engagement, measure: str = "acceptance"
) -> Chart:
    """Draw the result of `step_shares` or `channel_shares` for the way from start to goal."""
    kind = "channel" if set(table.index) & set(CHANNELS) else "step"
    title, what = t("chart-shares", kind=kind), small(label_of(measure))
    rows = table[["share", "low", "high"]] * 100.0
    finding = f"{_finding(rows, start, goal, measure)} {held(LUCK)}"
    numbers = zip(map(str, rows.index), rows.to_numpy().tolist(), strict=True)
    lines = [Line(k, Values(*row), name_of(part)) for k, (part, row) in enumerate(numbers)]
    panel = PanelNumbers(t("chart-shares-part", what=what), unit_of(MEASURES[measure][0]), lines)
    said = [t("chart-shares-way", start=start.title, goal=goal.title)]
    svg = picture_of(RECIPE, title, finding, [panel], said=said)
    return Chart(svg, finding, _table(rows), title)


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


def _finding(rows: pd.DataFrame, start: Engagement, goal: Engagement, measure: str) -> str:
    """Name the two largest shares, of steps only those that are done, and whatever works against the rest."""
    unit, done = unit_of(MEASURES[measure][0]), done_more(start, goal)
    idle = [name for name in rows.index if name in FIVE_STEPS and name not in done]
    top = rows.drop(index=idle).sort_values("share", ascending=False).head(2)
    parts = [
        f"{name_of(str(p))}, {difference(v['low'], v['high'], unit, digits=1)}"
        for p, v in top.iterrows()
    ]
    against = [name_of(str(p)) for p, v in rows.iterrows() if v["high"] < 0]
    most = t(
        "chart-shares-most", start=start.title, goal=goal.title, what=small(label_of(measure)),
        parts=listing(parts),
    )  # fmt: skip
    return f"{most} {t('chart-shares-against', parts=listing(against))}" if against else most


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    named = rows.round(1).rename(index=lambda p: name_of(str(p)))
    named.columns = ["Mean", "Low", "High"]
    return named.rename_axis("Part").reset_index()
