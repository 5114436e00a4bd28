"""Says in plain sentences what the questions to a sweep brought: effects, thresholds, trust in them."""

import math

import pandas as pd

from coprod_sim.charts.labels import listing
from coprod_sim.charts.words import between, difference, number, small, span, unit_of
from coprod_sim.results import MEASURES
from coprod_sim.results.discovery import Sample, Threshold
from coprod_sim.results.discovery.emulator import SOUND
from coprod_sim.words import ENGLISH, words_in

WORTH_NAMING = 0.05
"""From which part of the spread on an input is named."""
LEAST = 0.05
"""Errors below this are too small to write [in 100]."""
CERTAIN = 0.95
"""A line crossed in more resamples than this is crossed."""
t = words_in(ENGLISH)
INTERPLAY = 0.03
"""From which gap between both effects on an input is said to work together with others."""


def effects_in_words(table: pd.DataFrame, sample: Sample) -> str:
    """Say what explains the differences, alone and together, and how far the emulator can be trusted."""
    measure = small(MEASURES[table.attrs["measure"]][0].label)
    top = table[table["total"] >= WORTH_NAMING].head(3)
    if top.empty:
        return t("found-effects-nothing", measure=measure)
    labels = [sample.inputs[str(n)].label for n in top.index]
    ranges = [between(v["low"] * 100, v["high"] * 100) for _, v in top.iterrows()]
    named = zip(labels, ranges, strict=True)
    parts = [t("found-effects-part", what=what, range=range_) for what, range_ in named]
    first = top.iloc[0]
    unit = unit_of(MEASURES[table.attrs["measure"]][0])
    pull = difference(first["effect_low"] * 100, first["effect_high"] * 100, unit)
    said = t(
        "found-effects", points=sample.points, measure=measure, parts=listing(parts), first=labels[0],
        pull=pull, together=_together(table, sample),
        emulator=emulator_in_words(table.attrs["score"], table.attrs["error"]),
    )  # fmt: skip
    few = table.attrs.get("caution", "") if table.attrs["score"] >= SOUND else ""
    return f"{said} {few}".rstrip()


def _together(table: pd.DataFrame, sample: Sample) -> str:
    gaps = table["total_low"] - table["high"]
    both = [f'"{sample.inputs[str(n)].label}"' for n in table.index[gaps > INTERPLAY]]
    return t("found-together", count=len(both), which=listing(both))


def emulator_in_words(score: float, error: float) -> str:
    """Say how well the quick copy of the model foretells points that were kept back."""
    size = "small" if error * 100 < LEAST else "large"
    return t(
        "found-emulator", sound="yes" if score >= SOUND else "no", share=number(score * 100),
        error=t("found-error", size=size, error=number(error * 100, 1)),
    )  # fmt: skip


def threshold_in_words(result: Threshold) -> str:
    """Say where along an input the gain crosses the line, and how sure that is."""
    measured, about = MEASURES[result.measure][0], result.about
    measure, least = small(measured.label), f"{number(result.line * 100)} {unit_of(measured)}"
    name = small(about.label)
    if not math.isfinite(result.at):
        where = "above" if result.curve["mean"].iloc[0] >= result.line else "below"
        return t("found-threshold-never", name=name, measure=measure, side=where, least=least)
    share = (about.low, about.high) == (0.0, 1.0)
    ends = (
        between(result.low * 100, result.high * 100)
        if share
        else span(result.low, result.high, digits=2)
    )
    side = "above" if result.rising else "below"
    said = t("found-threshold", measure=measure, side=side, least=least, name=name, ends=ends)
    if result.crosses > CERTAIN:
        return said
    return f"{said} {t('found-threshold-unsure', share=number(result.crosses * 100))}"
