"""Says in plain sentences what the questions to a sweep brought: effects, thresholds, trust in them."""

import math

import pandas as pd

from coprod_sim.charts.labels import listing
from coprod_sim.charts.words import between, difference, number, small, span, unit_of
from coprod_sim.quantities import Quantity
from coprod_sim.results import MEASURES
from coprod_sim.results.discovery import Sample, Threshold

WORTH_NAMING = 0.05
"""From which part of the spread on an input is named."""
INTERPLAY = 0.03
"""From which gap between both effects on an input is said to work together with others."""


def effects_in_words(table: pd.DataFrame, sample: Sample) -> str:
    """Say what explains the differences, alone and together, and how far the emulator can be trusted."""
    measure = small(MEASURES[table.attrs["measure"]][0].label)
    top = table[table["total"] >= WORTH_NAMING].head(3)
    if top.empty:
        return f"Nothing varied here makes much difference to {measure}."
    parts = [
        f"{small(sample.inputs[str(n)].label)} ({between(100 * v['low'], 100 * v['high'])} alone)"
        for n, v in top.iterrows()
    ]
    first = top.iloc[0]
    unit = unit_of(MEASURES[table.attrs["measure"]][0])
    pull = difference(first["effect_low"] * 100, first["effect_high"] * 100, unit)
    name = small(sample.inputs[str(first.name)].label)
    return (
        f"We played {sample.points} ways this could come out. "
        f"Differences in {measure} come mostly from {listing(parts)}. "
        f"From its lowest quarter to its highest, {name} brings {pull}.{_together(table, sample)} "
        f"{emulator_in_words(table.attrs['score'], table.attrs['error'])}"
    )


def _together(table: pd.DataFrame, sample: Sample) -> str:
    gaps = table["total_low"] - table["high"]
    both = [small(sample.inputs[str(n)].label) for n in table.index[gaps > INTERPLAY]]
    if not both:
        return " Each works mostly alone: what one adds hangs little on the others."
    return f" What {listing(both)} can do hangs on the other inputs too."


def emulator_in_words(score: float, error: float) -> str:
    """Say how well the quick copy of the model foretells points that were kept back."""
    if score < 0.5:
        return (
            "A quick copy of the model could not foretell points kept back, so do not lean on this."
        )
    return (
        f"A quick copy of the model foretold {number(score * 100)} in 100 of the spread on points kept back. "
        f"It is off by {_about(error * 100)} in 100."
    )


def _about(error: float) -> str:
    return f"about {number(error, 1)}" if error >= 0.05 else "less than 0.1"


def threshold_in_words(result: Threshold, about: Quantity) -> str:
    """Say where along an input the gain crosses the line, and how sure that is."""
    measured = MEASURES[result.measure][0]
    measure, least = small(measured.label), f"{number(result.line * 100)} {unit_of(measured)}"
    name = small(about.label)
    if not math.isfinite(result.at):
        where = "above" if result.curve["mean"].iloc[0] >= result.line else "below"
        return f"At every value of {name}, the mean gain in {measure} stays {where} {least}."
    share = (about.low, about.high) == (0.0, 1.0)
    times, unit = (100.0, " in 100") if share else (1.0, "")
    side = "above" if result.rising else "below"
    ends = span(result.low * times, result.high * times, digits=0 if share else 2)
    sure = (
        ""
        if result.crosses > 0.95
        else f" It crosses at all in {number(result.crosses * 100)} of 100 resamples."
    )
    return (
        f"The mean gain in {measure} is {side} {least} once {name} is past {ends}{unit}. "
        f"All other inputs stand anywhere meanwhile.{sure}"
    )
