"""When too little is gained: the limits of the corner in which the bad outcomes lie, and how sharp it is."""

import pandas as pd

from coprod_sim.charts.chart import Chart
from coprod_sim.charts.recipe import (
    HUNDRED,
    Line,
    PanelNumbers,
    Recipe,
    RowLook,
    Values,
    picture_of,
)
from coprod_sim.charts.theme import COLOURS, PLAIN, Look
from coprod_sim.charts.words import number
from coprod_sim.quantities import Quantity
from coprod_sim.results.discovery import Box, Limit, Sample, Trade
from coprod_sim.words import ENGLISH, words_in

RECIPE = Recipe(
    named=True, scale="hundred", words="given",
    kinds={
        "rule": RowLook(look=PLAIN, bar=True),
        "limit": RowLook(look=Look(COLOURS[0], "diamond", "")),
    },
)  # fmt: skip
t = words_in(ENGLISH)


def draw(box: Box, sample: Sample) -> Chart:
    """Draw how well the rule names what gains too little, and how often each of its limits comes back."""
    finding = t(
        "chart-corner-said", limits=len(box.limits), covers=number(box.coverage * 100),
        right=number(box.density * 100), all=number(box.base_rate * 100),
    )  # fmt: skip
    alone = _panel("bad", {t("chart-corner-all"): box.base_rate}, "rule")
    svg = picture_of(
        RECIPE, t("chart-corner"), finding, _rule(box, sample) if box.limits else [alone]
    )
    return Chart(svg, finding, _table(box, sample), t("chart-corner"))


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


def _rule(box: Box, sample: Sample) -> list[PanelNumbers]:
    """Show how sharp the rule is, what a wider or narrower one would give, and how sure its limits are."""
    sharp = {
        t("chart-corner-covers"): box.coverage,
        t("chart-corner-right"): box.density,
        t("chart-corner-base"): box.base_rate,
    }
    wider = {
        t("chart-corner-wide", covers=number(x.coverage * 100)): x.density for x in box.trade_off
    }
    limits = {limit_in_words(x, sample): x.comes_back for x in box.limits}
    return [
        _panel("sharp", sharp, "rule"),
        _panel("wider", wider, "rule"),
        _panel("back", limits, "limit"),
    ]


def limit_in_words(limit: Limit, sample: Sample) -> str:
    """Write one limit: "Influence below 34"."""
    about = sample.inputs[limit.name]
    share = (about.low, about.high) == (0.0, 1.0)
    value = number(limit.value * 100) if share else f"{limit.value:.3g}"
    side = "above" if limit.above else "below"
    return t("chart-corner-limit", what=about.label, side=side, value=value)


def _panel(what: str, shares: dict[str, float], kind: str) -> PanelNumbers:
    lines = [
        Line(k, Values(v * 100), name, kind, number(v * 100))
        for k, (name, v) in enumerate(shares.items())
    ]
    return PanelNumbers(t("chart-corner-panel", what=what), HUNDRED, lines)


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
