"""What the model gives for today's way, as all and as each side see it, and ways to measure it by."""

from typing import Any

import pandas as pd

from coprod_sim.charts.axes import hundred
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.panels import FULL, LEFT, RIGHT, Panel, Row, key, stack
from coprod_sim.charts.svg import picture
from coprod_sim.charts.theme import Look, look
from coprod_sim.charts.values import label_of
from coprod_sim.charts.words import span
from coprod_sim.words import ENGLISH, Words, words_in

LOOKS = {"all": look(2), "staff": look(3), "citizen": look(0)}
"""How each view is drawn; what they are measured by comes after, hollow."""
OTHERS = (look(1), look(4))


def draw(ranges: pd.DataFrame, finding: str, t: Words) -> Chart:
    """Draw a row for each view in a panel for each measure.

    Args:
        ranges: `mean`, `low` and `high` as shares, by `measure` and `who`: `all`, `staff`, `citizen` and
            the engagements they are measured by.
        finding: what the picture shows, in words.
        t: the words.
    """
    title, ranges = t("own-band-title"), ranges * 100
    measures, who = (list(level) for level in _levels(ranges))
    names = [t(f"own-band-{w}") for w in who]
    looks = [*LOOKS.values(), *OTHERS][: len(who)]
    parts, y = key(names, looks, 0.0)
    panels = [
        Panel(
            title=label_of(m), unit="in 100", scale=hundred(LEFT, RIGHT), marks=m == measures[-1],
            rows=[row_of(ranges.loc[(m, w)], lk, hollow=w not in LOOKS)
                  for w, lk in zip(who, looks, strict=True)],
        )
        for m in measures
    ]  # fmt: skip
    drawn, height = stack(panels, y)
    rows = [
        [name, label_of(m), *ranges.loc[(m, w), ["mean", "low", "high"]]]
        for m in measures
        for name, w in zip(names, who, strict=True)
    ]
    table = pd.DataFrame(rows, columns=[t("own-band-who"), "Measure", "Mean", "Low", "High"])
    return Chart(picture(title, finding, height, [*parts, *drawn]), finding, table.round(1), title)


def panels_of(
    measures: list[str], rows: list[tuple[str, pd.DataFrame]], looks: Look
) -> list[Panel]:
    """Make a panel for each measure, with a row for all raters together in each of several rounds."""
    return [
        Panel(
            title=label_of(m), unit="in 100", scale=hundred(LEFT, FULL), marks=m == measures[-1],
            rows=[row_of(r.loc[(m, "all")] * 100, looks, hollow=k < len(rows) - 1, name=name)
                  for k, (name, r) in enumerate(rows)],
        )
        for m in measures
    ]  # fmt: skip


def row_of(values: Any, drawn: Look, *, hollow: bool = False, name: str = "") -> Row:
    """Make a row of a panel from `mean`, `low` and `high`."""
    low, high = float(values["low"]), float(values["high"])
    return Row(
        look=drawn, mean=float(values["mean"]), low=low, high=high, words=span(low, high),
        hollow=hollow, name=name,
    )  # fmt: skip


def example(_said: str) -> tuple[pd.DataFrame, str, Words]:
    """Give three views and two ways to measure them by, for one measure."""
    who = ["all", "staff", "citizen", "tickbox", "co_production"]
    index = pd.MultiIndex.from_product([["acceptance"], who], names=["measure", "who"])
    rows = [(0.4, 0.2, 0.6), (0.5, 0.4, 0.6), (0.3, 0.2, 0.4), (0.2, 0.1, 0.3), (0.7, 0.6, 0.8)]
    ranges = pd.DataFrame(rows, index=index, columns=["mean", "low", "high"])
    return ranges, "Most accept it.", words_in(ENGLISH)


def _levels(ranges: pd.DataFrame) -> tuple[pd.Index, pd.Index]:
    index = ranges.index
    return index.get_level_values("measure").unique(), index.get_level_values("who").unique()
