"""What is gained, twice: over plausible assumptions, and over the models that fit the findings."""

import pandas as pd

from coprod_sim.charts.axes import around
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.panels import FULL, LEFT, Panel, Row, stack
from coprod_sim.charts.svg import picture
from coprod_sim.charts.theme import COLOURS, PLAIN, Look
from coprod_sim.charts.words import difference, large, span
from coprod_sim.model.measures import MEASURES
from coprod_sim.results.uncertainty import NOT_RULED_OUT, OVER, PLAUSIBLE

TITLE = "What is gained, by what we assume"
SHORT = {"losers_acceptance": "Acceptance, those who lose"}
"""Names that would not fit beside their range."""
ENDS = ("posterior_low", "posterior_high", "prior_low", "prior_high")
FITTING, USUAL = OVER[NOT_RULED_OUT], OVER[PLAUSIBLE]
POSTERIOR = Look(COLOURS[0], "diamond", "")


def draw(table: pd.DataFrame) -> Chart:
    """Draw the result of `prior_and_posterior_gains`: both ranges of every measure."""
    rows = table * 100.0
    top = rows.iloc[0]
    left, usual = (difference(top[low], top[high]) for low, high in (ENDS[:2], ENDS[2:]))
    finding = f"{MEASURES[str(top.name)][0].label}: {left} {FITTING.words}; {usual} {USUAL.words}."
    scale = around(rows[list(ENDS)].to_numpy().ravel(), LEFT, FULL)
    panels = [
        Panel(
            title=title, unit="more, in points", scale=scale,
            rows=[
                Row(look=look, mean=v["mean"], low=v[low], high=v[high],
                    name=SHORT.get(str(m), MEASURES[str(m)][0].label), words=span(v[low], v[high], sign=True))
                for m, v in rows.iterrows()
            ],
        )
        for title, look, low, high in (
            (large(FITTING.words), POSTERIOR, *ENDS[:2]),
            (large(USUAL.words), PLAIN, *ENDS[2:]),
        )
    ]  # fmt: skip
    drawn, height = stack(panels, 0.0)
    return Chart(picture(TITLE, finding, height, drawn), finding, _table(rows), TITLE)


def example(_said: str) -> tuple[pd.DataFrame]:
    """Give the gains in two measures to draw."""
    names = (
        "mean",
        "posterior_low",
        "posterior_high",
        "prior_low",
        "prior_high",
        "posterior_above",
    )
    rows = [(0.1, 0.08, 0.12, 0.02, 0.3, 1.0), (0.0, -0.01, 0.02, -0.1, 0.1, 0.6)]
    return (pd.DataFrame(rows, columns=names, index=["acceptance", "losers_acceptance"]),)


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    named = rows.round(1).rename(index=lambda m: MEASURES[str(m)][0].label)
    columns = {
        "mean": "As the rules stand",
        "posterior_low": f"{large(FITTING.words)}, low", "posterior_high": f"{large(FITTING.words)}, high",
        "prior_low": f"{large(USUAL.words)}, low", "prior_high": f"{large(USUAL.words)}, high",
        "posterior_above": f"Above 0, in 100 {FITTING.models}",
    }  # fmt: skip
    return named[list(columns)].rename(columns=columns).rename_axis("What").reset_index()
