"""Which dial first: what each single step up brings for ten hours of work, best first."""

import pandas as pd

from coprod_sim.charts.axes import around
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.panels import FULL, LEFT, Panel, Row, stack
from coprod_sim.charts.svg import picture
from coprod_sim.charts.theme import PLAIN
from coprod_sim.charts.values import label_of
from coprod_sim.charts.words import span
from coprod_sim.engagement import DIALS
from coprod_sim.words import ENGLISH, Words, words_in


def draw(steps: pd.DataFrame, measure: str, sure: float, finding: str, t: Words) -> Chart:
    """Draw the result of `first_step`.

    Args:
        steps: a row a dial, best first: `per_hour` with `per_low` to `per_high`, `low` to `high`, `hours`,
            `first`, and `up`, the share of plays in which the step brought anything.
        measure: what is gained.
        sure: a step that brings something in fewer plays than this is drawn hollow.
        finding: what the picture shows, in words.
        t: the words.
    """
    title = t("own-first-chart")
    shown = steps[["per_hour", "per_low", "per_high"]] * 100
    panel = Panel(
        title=t("own-first-panel", measure=label_of(measure)), unit=t("own-first-unit"),
        scale=around(shown[["per_low", "per_high"]].to_numpy().ravel(), LEFT, FULL),
        rows=[
            Row(
                look=PLAIN, mean=v["per_hour"], low=v["per_low"], high=v["per_high"],
                name=DIALS[str(d)].label, hollow=steps.loc[d, "up"] < sure,
                words=span(v["per_low"], v["per_high"], digits=1, sign=True),
            )
            for d, v in shown.iterrows()
        ],
    )  # fmt: skip
    drawn, height = stack([panel], 0.0)
    table = pd.DataFrame(
        {
            t("rubric-dial"): [DIALS[str(d)].label for d in steps.index],
            t("own-first-gain_low"): (steps["low"] * 100).to_numpy(),
            t("own-first-gain_high"): (steps["high"] * 100).to_numpy(),
            t("own-first-hours"): steps["hours"].round().to_numpy(),
            t("own-first-per_ten"): shown["per_hour"].round(2).to_numpy(),
            t("own-first-first"): (steps["first"] * 100).round().to_numpy(),
        }
    )
    return Chart(picture(title, finding, height, drawn), finding, table.round(1), title)


def example(_said: str) -> tuple[pd.DataFrame, str, float, str, Words]:
    """Give two steps to draw, the second of them not sure."""
    steps = pd.DataFrame(
        {"per_hour": [0.02, 0.001], "per_low": [0.01, -0.002], "per_high": [0.03, 0.004],
         "low": [0.05, -0.01], "high": [0.15, 0.02], "hours": [50.0, 50.0], "first": [0.9, 0.1],
         "up": [1.0, 0.6]},
        index=["feedback", "awareness"],
    )  # fmt: skip
    return steps, "acceptance", 0.8, "Feedback brings most.", words_in(ENGLISH)
