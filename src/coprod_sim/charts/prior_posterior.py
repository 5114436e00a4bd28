"""What is gained, twice: over plausible assumptions, and over the models that fit the findings."""

import pandas as pd

from coprod_sim.charts.chart import Chart
from coprod_sim.charts.recipe import Line, PanelNumbers, Recipe, RowLook, Values, picture_of
from coprod_sim.charts.theme import COLOURS, PLAIN, Look
from coprod_sim.charts.words import difference, large
from coprod_sim.model.measures import MEASURES
from coprod_sim.results.uncertainty import NOT_RULED_OUT, OVER, PLAUSIBLE
from coprod_sim.words import ENGLISH, words_in

SHORT = {"losers_acceptance": "Acceptance, those who lose"}
"""Names that would not fit beside their range."""
ENDS = {
    "fitting": ["posterior_low", "posterior_high"],
    "usual": ["prior_low", "prior_high"],
}
FITTING, USUAL = OVER[NOT_RULED_OUT], OVER[PLAUSIBLE]
RECIPE = Recipe(
    named=True, scale="alike", words="signed",
    kinds={
        "fitting": RowLook(look=Look(COLOURS[0], "diamond", "")),
        "usual": RowLook(look=PLAIN),
    },
)  # fmt: skip
t = words_in(ENGLISH)


def draw(table: pd.DataFrame) -> Chart:
    """Draw the result of `prior_and_posterior_gains`: both ranges of every measure."""
    rows, title = table * 100.0, t("chart-gains")
    top = rows.iloc[0]
    left, usual = (difference(*top[ends].tolist()) for ends in ENDS.values())
    finding = t(
        "chart-gains-said", what=MEASURES[str(top.name)][0].label, fitting=left,
        fitting_over=FITTING.words, usual=usual, usual_over=USUAL.words,
    )  # fmt: skip
    panels = [
        _panel(kind, large(over.words), rows)
        for kind, over in (("fitting", FITTING), ("usual", USUAL))
    ]
    return Chart(picture_of(RECIPE, title, finding, panels), finding, _table(rows), title)


def _panel(kind: str, title: str, rows: pd.DataFrame) -> PanelNumbers:
    names = [SHORT.get(str(m), MEASURES[str(m)][0].label) for m in rows.index]
    numbers = rows[["mean", *ENDS[kind]]].to_numpy().tolist()
    lines = [Line(k, Values(*row), names[k], kind) for k, row in enumerate(numbers)]
    return PanelNumbers(title, t("chart-gains-unit"), lines)


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
