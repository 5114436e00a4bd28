"""When it would not pay: the limits of the corner in which the bad outcomes lie, and how sharp it is."""

import pandas as pd

from coprod_sim.charts.axes import hundred
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.panels import FULL, LEFT, Panel, Row, stack
from coprod_sim.charts.svg import picture
from coprod_sim.charts.theme import COLOURS, PLAIN, Look
from coprod_sim.charts.words import number
from coprod_sim.quantities import Quantity
from coprod_sim.results.discovery import Box, Limit, Sample, Trade

TITLE = "When it would not pay"
BACK = Look(COLOURS[0], "diamond", "")


def draw(box: Box, sample: Sample) -> Chart:
    """Draw how well the rule names what does not pay, and how often each of its limits comes back."""
    finding = (
        f"The rule covers {number(box.coverage * 100)} in 100 of the outcomes that do not pay. "
        f"Of those it names, {number(box.density * 100)} in 100 do not pay; of all outcomes, "
        f"{number(box.base_rate * 100)} in 100."
        if box.limits
        else "No simple rule tells the outcomes that do not pay from the others."
    )
    alone = _panel("How many do not pay", {"Of all": box.base_rate}, PLAIN)
    drawn, height = stack(_rule(box, sample) if box.limits else [alone], 0.0)
    return Chart(picture(TITLE, finding, height, drawn), finding, _table(box, sample), TITLE)


def example(said: str) -> tuple[Box, Sample]:
    """Give a rule of two limits to draw."""
    limits = (
        Limit(name="influence", above=False, value=0.34, comes_back=0.98),
        Limit(name="homophily", above=True, value=0.6, comes_back=0.7),
    )
    box = Box(
        limits=limits, coverage=0.7, density=0.8,
        trade_off=(Trade(coverage=0.9, density=0.5), Trade(coverage=0.5, density=0.9)),
        base_rate=0.2, cases=50, points=250, at_least=0.05, measure="losers_acceptance",
    )  # fmt: skip
    inputs = {"influence": Quantity(label=said), "homophily": Quantity(label="Own group")}
    return box, Sample(frame=pd.DataFrame(), inputs=inputs, way="Co-production")


def _rule(box: Box, sample: Sample) -> list[Panel]:
    """Show how sharp the rule is, what a wider or narrower one would give, and how sure its limits are."""
    sharp = {
        "Of the bad ones, named by the rule": box.coverage,
        "Of those it names, bad": box.density,
        "Of all, bad": box.base_rate,
    }
    wider = {
        f"A rule that names {number(x.coverage * 100)} in 100": x.density for x in box.trade_off
    }
    limits = {limit_in_words(x, sample): x.comes_back for x in box.limits}
    return [
        _panel("How sharp the rule is", sharp, PLAIN),
        _panel("Of those a wider or narrower rule names, bad", wider, PLAIN),
        _panel("Each limit comes back, in resamples", limits, BACK),
    ]


def limit_in_words(limit: Limit, sample: Sample) -> str:
    """Write one limit: "Influence below 34"."""
    about = sample.inputs[limit.name]
    share = (about.low, about.high) == (0.0, 1.0)
    value = number(limit.value * 100) if share else f"{limit.value:.3g}"
    return f"{about.label} {'above' if limit.above else 'below'} {value}"


def _panel(title: str, shares: dict[str, float], look: Look) -> Panel:
    rows = [
        Row(look=look, mean=v * 100, name=name, words=number(v * 100), bar=look is PLAIN)
        for name, v in shares.items()
    ]
    return Panel(title=title, unit="in 100", scale=hundred(LEFT, FULL), rows=rows)


def _table(box: Box, sample: Sample) -> pd.DataFrame:
    rows = [(limit_in_words(x, sample), round(x.comes_back * 100)) for x in box.limits]
    rows += [
        ("Coverage: of the bad ones, named", round(box.coverage * 100)),
        ("Density: of those named, bad", round(box.density * 100)),
        ("Base rate: of all, bad", round(box.base_rate * 100)),
    ]
    rows += [
        (f"Density of a rule that covers {number(x.coverage * 100)}", round(x.density * 100))
        for x in box.trade_off
    ]
    return pd.DataFrame(rows, columns=["What", "In 100"])
