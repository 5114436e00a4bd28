"""Trust repair: good decisions needed after one, two or three bad ones."""

import pandas as pd

from coprod_sim.charts.axes import around
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.panels import FULL, LEFT, Panel, Row, stack
from coprod_sim.charts.svg import picture
from coprod_sim.charts.theme import PLAIN
from coprod_sim.charts.words import duration, span
from coprod_sim.engagement import load_engagement
from coprod_sim.results.discovery import TrustRepair

TITLE = "Good decisions until trust is back"


def draw(result: TrustRepair) -> Chart:
    """Draw the result of `repair`: a row for each number of bad decisions."""
    rows = result.table
    worst = rows.iloc[-1]
    finding = (
        f"After {rows.index[-1]} bad decisions it takes {span(worst['low'], worst['high'])} good ones "
        f"until trust is back where it was. Each takes {duration(result.months)}."
    )
    panel = Panel(
        title=f"Good decisions ({duration(result.months)} each)",
        unit=f"{result.decisions + 1} = not back in time",
        scale=around([result.decisions + 1.0, *rows["high"]], LEFT, FULL),
        rows=[
            Row(look=PLAIN, mean=v["mean"], low=v["low"], high=v["high"],
                name=f"After {n} bad", words=span(v["low"], v["high"]))
            for n, v in rows.iterrows()
        ],
    )  # fmt: skip
    drawn, height = stack([panel], 0.0)
    table = rows.round(1).reset_index()
    table["not_back"] = (rows["not_back"] * 100).round().to_numpy()
    table.columns = ["Bad decisions", "Mean", "Low", "High", "Not back in time, in 100"]
    return Chart(picture(TITLE, finding, height, drawn), finding, table, TITLE)


def example(_said: str) -> tuple[TrustRepair]:
    """Give one and two bad decisions to draw."""
    columns = ("mean", "low", "high", "not_back")
    rows = [(2.5, 1.0, 4.0, 0.0), (5.0, 3.0, 9.0, 0.2)]
    table = pd.DataFrame(rows, columns=columns, index=pd.Index([1, 2], name="bad"))
    bad, good = load_engagement("tickbox"), load_engagement("co_production")
    return (TrustRepair(table=table, bad=bad, good=good, decisions=8, months=6.0),)
