"""Sheets side by side: what every rater gives each dial, and the line from staff to citizens."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from coprod_sim.charts.chart import Chart
from coprod_sim.charts.dial_tracks import TALL, foot, told_apart, track
from coprod_sim.charts.panels import key
from coprod_sim.charts.svg import picture
from coprod_sim.charts.theme import LEADING, Look
from coprod_sim.charts.words import number
from coprod_sim.engagement import DIALS
from coprod_sim.words import ENGLISH, Words, words_in

LOOKS = {"staff": Look("#0a5c9e", "circle", ""), "citizen": Look("#b8401a", "square", "")}
"""How a side's sheets are drawn; the shape tells them apart without colour."""


def draw(
    scores: pd.DataFrame, sides: pd.DataFrame, people: Sequence[tuple[str, str]], finding: str,
    t: Words,
) -> Chart:  # fmt: skip
    """Draw the sheets of one round.

    Args:
        scores: a row a dial, a column a person, from 0 to 1; nan where none was given.
        sides: a row a dial; the means `staff` and `citizen`, and their `gap`.
        people: label and side of each person, in the order of the columns.
        finding: what the picture shows, in words.
        t: the words.
    """
    scores, sides, title = scores * 100, sides * 100, t("own-sheets-title")
    parts, y = key([t("rubric-staff"), t("rubric-citizens")], list(LOOKS.values()), 0.0)
    for dial, row in sides.iterrows():
        marks = [
            (float(v), LOOKS[side], side == "citizen")
            for (_, side), v in zip(people, scores.loc[dial], strict=True)
            if not np.isnan(v)
        ]
        gap = abs(row["gap"])
        words = "" if np.isnan(gap) else t("own-sheets-gap", gap=number(gap))
        parts += track(DIALS[str(dial)].label, words, marks, (row["staff"], row["citizen"]), y)
        y += TALL
    svg = picture(title, finding, y + LEADING, [*parts, *foot(y)])
    return Chart(svg, finding, _table(scores, sides, people, t), title)


def example(said: str) -> tuple[pd.DataFrame, pd.DataFrame, list[tuple[str, str]], str, Words]:
    """Give two sheets on two dials to draw."""
    dials = ["awareness", "feedback"]
    scores = pd.DataFrame({0: [0.5, 0.75], 1: [0.5, 0.25]}, index=dials)
    sides = pd.DataFrame({"staff": scores[0], "citizen": scores[1], "gap": scores[0] - scores[1]})
    people = [(said, "staff"), (said, "citizen")]
    return scores, sides, people, f"{said} gives more.", words_in(ENGLISH)


def _table(
    scores: pd.DataFrame, sides: pd.DataFrame, people: Sequence[tuple[str, str]], t: Words
) -> pd.DataFrame:
    columns: dict[str, list[Any]] = {t("rubric-dial"): [DIALS[str(d)].label for d in scores.index]}
    for column, (label, _) in zip(scores, people, strict=True):
        columns[told_apart(label, columns)] = scores[column].tolist()
    columns[t("own-sheets-staff_mean")] = sides["staff"].tolist()
    columns[t("own-sheets-citizen_mean")] = sides["citizen"].tolist()
    columns[t("rubric-gap")] = sides["gap"].abs().tolist()
    return pd.DataFrame(columns)
