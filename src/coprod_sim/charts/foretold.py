"""How far a quick copy of the model can be trusted: what it foretold of points that were kept back."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from coprod_sim.charts.axes import hundred
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.panels import FULL, LEFT, Panel, Row, stack
from coprod_sim.charts.svg import picture
from coprod_sim.charts.theme import PLAIN
from coprod_sim.charts.words import number
from coprod_sim.model.measures import MEASURES
from coprod_sim.results.discovery import Emulator

TITLE = "How good the quick copy of the model is"


def draw(emulators: Mapping[str, Emulator]) -> Chart:
    """Draw, measure by measure, how much of the spread on points kept back an emulator foretells."""
    scores = {m: max(e.score, 0.0) * 100.0 for m, e in emulators.items()}
    worst = min(scores, key=lambda m: scores[m])
    finding = (
        f"It foretells least of {MEASURES[worst][0].label.lower()}: {number(scores[worst])} in 100 of the "
        "spread on points it had not seen."
    )
    panel = Panel(
        title="Spread foretold on points kept back", unit="in 100", scale=hundred(LEFT, FULL),
        rows=[
            Row(look=PLAIN, mean=score, name=MEASURES[m][0].label, words=number(score), bar=True)
            for m, score in scores.items()
        ],
    )  # fmt: skip
    drawn, height = stack([panel], 0.0)
    return Chart(picture(TITLE, finding, height, drawn), finding, _table(emulators), TITLE)


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
