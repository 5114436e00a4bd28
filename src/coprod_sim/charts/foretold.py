"""How far a quick copy of the model can be trusted: what it foretold of points that were kept back."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from coprod_sim.charts.chart import Chart
from coprod_sim.charts.recipe import HUNDRED, Line, PanelNumbers, Recipe, Values, picture_of
from coprod_sim.charts.words import number
from coprod_sim.model.measures import MEASURES
from coprod_sim.results.discovery import Emulator
from coprod_sim.words import ENGLISH, words_in

RECIPE = Recipe(named=True, bar=True, look="plain", scale="hundred", words="given")
t = words_in(ENGLISH)


def draw(emulators: Mapping[str, Emulator]) -> Chart:
    """Draw, measure by measure, how much of the spread on points kept back an emulator foretells."""
    scores = {m: max(e.score, 0.0) * 100.0 for m, e in emulators.items()}
    worst, title = min(scores, key=lambda m: scores[m]), t("chart-foretold")
    finding = t(
        "chart-foretold-least", what=MEASURES[worst][0].label.lower(), share=number(scores[worst])
    )
    lines = [
        Line(k, Values(score), MEASURES[m][0].label, words=number(score))
        for k, (m, score) in enumerate(scores.items())
    ]
    svg = picture_of(
        RECIPE, title, finding, [PanelNumbers(t("chart-foretold-panel"), HUNDRED, lines)]
    )
    return Chart(svg, finding, _table(emulators), title)


def example(_said: str) -> tuple[dict[str, Emulator]]:
    """Give the scores of two measures to draw."""
    x, y = np.zeros((2, 1)), np.zeros(2)
    copies = {
        name: Emulator(x=x, y=y, lengths=np.ones(1), noise=0.1, score=score, error=0.01)
        for name, score in (("acceptance", 0.97), ("quality", -0.1))
    }
    return (copies,)


def _table(emulators: Mapping[str, Emulator]) -> pd.DataFrame:
    rows = [
        (MEASURES[m][0].label, round(e.score * 100), round(e.error * 100, 2))
        for m, e in emulators.items()
    ]
    return pd.DataFrame(rows, columns=["Measure", "Foretold, in 100", "Usual error, in 100"])
