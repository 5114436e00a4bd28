"""The way from the first round of scoring to the last: each dial, and what the model gives."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from coprod_sim.charts.chart import Chart
from coprod_sim.charts.dial_tracks import JOINED, TALL, Mark, foot, told_apart, track
from coprod_sim.charts.labels import wrap
from coprod_sim.charts.panels import LEFT, stack
from coprod_sim.charts.rater_band import panels_of
from coprod_sim.charts.svg import marker, picture, text
from coprod_sim.charts.theme import LEADING, TEXT, WIDTH
from coprod_sim.charts.values import label_of
from coprod_sim.charts.words import number
from coprod_sim.engagement import DIALS
from coprod_sim.words import ENGLISH, Words, words_in


def draw(
    days: Sequence[str], scores: Sequence[pd.Series], ranges: Sequence[pd.DataFrame], finding: str,
    t: Words,
) -> Chart:  # fmt: skip
    """Draw several rounds, earlier ones hollow.

    Args:
        days: when each round was, in words.
        scores: the middle score of every dial (0 to 1) in each round; nan where there is none.
        ranges: what the model gives for each round, as in `rater_band`; empty when it was not asked.
        finding: what the picture shows, in words.
        t: the words.
    """
    title, scores = t("own-path-title"), [s * 100 for s in scores]
    measures = list(ranges[0].index.get_level_values("measure").unique()) if ranges else []
    parts, y = _key(t("own-path-then", day=days[0]), t("own-path-now", day=days[-1]))
    for dial in DIALS:
        values = [float(s[dial]) for s in scores if not np.isnan(s.get(dial, np.nan))]
        if not values:
            continue
        marks: list[Mark] = [(v, JOINED, k < len(values) - 1) for k, v in enumerate(values)]
        words = f"{number(values[0])} \N{RIGHTWARDS ARROW} {number(values[-1])}"
        parts += track(DIALS[dial].label, words, marks, (values[0], values[-1]), y)
        y += TALL
    parts += foot(y)
    panels = panels_of(measures, list(zip(days, ranges, strict=bool(ranges))), JOINED)
    drawn, height = stack(panels, y + LEADING + 14.0)
    table = _table(days, scores, ranges, measures, t)
    return Chart(picture(title, finding, height, [*parts, *drawn]), finding, table, title)


def example(said: str) -> tuple[list[str], list[pd.Series], list[pd.DataFrame], str, Words]:
    """Give two rounds on two dials to draw, with what the model gives."""
    scores = [pd.Series({"awareness": a, "feedback": b}) for a, b in ((0.25, 0.5), (0.5, 0.5))]
    index = pd.MultiIndex.from_tuples([("acceptance", "all")], names=["measure", "who"])
    ranges = [pd.DataFrame({"mean": [m], "low": [0.2], "high": [0.8]}, index) for m in (0.4, 0.6)]
    return [said, said], scores, ranges, f"It went up since {said}.", words_in(ENGLISH)


def _key(then: str, now: str) -> tuple[list[str], float]:
    parts: list[str] = []
    y = 0.0
    for name, hollow in ((then, True), (now, False)):
        parts.append(marker(JOINED, LEFT, y + TEXT * 0.65, hollow=hollow))
        for words in wrap(name, WIDTH - 24):
            y += LEADING
            parts.append(text(22.0, y - 4.0, words))
        y += 3.0
    return parts, y + 6.0


def _table(
    days: Sequence[str], scores: Sequence[pd.Series], ranges: Sequence[pd.DataFrame],
    measures: list[str], t: Words,
) -> pd.DataFrame:  # fmt: skip
    dials = list(scores[0].index)
    ends = [(m, end) for m in measures for end in ("low", "high")]
    named = [DIALS[str(d)].label for d in dials] + [f"{label_of(m)}, {end}" for m, end in ends]
    columns: dict[str, list[Any]] = {t("own-path-what"): named}
    for k, (day, mine) in enumerate(zip(days, scores, strict=True)):
        values = [float(mine[d]) for d in dials]
        values += [float(ranges[k].loc[(m, "all"), end]) * 100 for m, end in ends]
        columns[told_apart(day, columns)] = [round(v, 1) for v in values]
    return pd.DataFrame(columns)
