"""Draws what the room answered to one question: bars of people, small groups left out by name."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from coprod_sim.charts.axes import around
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.panels import FULL, LEFT, Panel, Row, stack
from coprod_sim.charts.svg import picture
from coprod_sim.charts.theme import PLAIN
from coprod_sim.live.disclosure import MINIMUM
from coprod_sim.live.scale_words import mean_in_words
from coprod_sim.words import ENGLISH, words_in

HIDDEN = "hidden"
"""What stands for a count that is small, or that would give a small one away."""


def counts(question: Mapping[str, Any], title: str = "") -> Chart:
    """Draw the counts of one question as the room gives them; hidden ones stay hidden.

    Where too few answered, or every count is hidden, there is no picture, and the words say why.

    Args:
        question: the question with its counts, as from `tally.count_answers`.
        title: what stands over it, if not what was asked.
    """
    title, cells = title or str(question["text"]), question["cells"]
    shown = [c["count"] for c in cells if c["count"] is not None]
    rows = [
        Row(
            look=PLAIN,
            mean=float(c["count"] or 0),
            bar=True,
            name=c["label"],
            words=_words(c["count"]),
        )
        for c in cells
    ]
    panel = Panel(title="People", scale=around([*shown, 1], LEFT, FULL), rows=rows)
    drawn, height = stack([panel], 0.0)
    said = finding(question)
    svg = picture(title, said, height, drawn) if cells and not all_hidden(question) else ""
    table = pd.DataFrame(
        {"Answer": [c["label"] for c in cells], "People": [_words(c["count"]) for c in cells]}
    )
    return Chart(svg, said, table, title)


def all_hidden(question: Mapping[str, Any]) -> bool:
    """Say whether there are counts, and every one of them is hidden."""
    cells = question["cells"]
    return bool(cells) and all(c["count"] is None for c in cells)


def finding(question: Mapping[str, Any]) -> str:
    """Say in a sentence what the counts show."""
    t = words_in(ENGLISH)
    if question["few"]:
        return t("room-too_few", floor=question.get("floor", MINIMUM))
    answered = t("room-people", count=question["n"])
    if "mean" in question:
        return f"{answered} {mean_in_words(question, t)}"
    if all_hidden(question):
        return f"{answered} {t('room-all_hidden', floor=question.get('floor', MINIMUM))}"
    shown = [c for c in question["cells"] if c["count"] is not None]
    top = max(shown, key=lambda c: c["count"], default=None)
    most = f" Most often: {top['label']}, {top['count']}." if top and top["count"] else ""
    return f"{answered}{most}"


def _words(count: int | None) -> str:
    return HIDDEN if count is None else str(count)
