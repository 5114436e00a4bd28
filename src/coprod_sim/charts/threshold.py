"""From where on it gains enough: what is gained along a dial, with its band and the line it has to cross."""

import math

import pandas as pd

from coprod_sim.charts.axes import LinearScale, around, axis_number
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.labels import text_width, wrap
from coprod_sim.charts.svg import line, outline, picture, tag, text
from coprod_sim.charts.theme import GRID, INK, LEADING, PLAIN, QUIET, TEXT, WIDTH
from coprod_sim.charts.words import number, span, unit_of
from coprod_sim.model.measures import MEASURES
from coprod_sim.quantities import Quantity
from coprod_sim.results.discovery import Threshold

TITLE = "From where on it gains enough"
TALL = 150.0
"""Height of the plot [drawing units]."""
HEAD = 2 * LEADING + 6.0
"""Height of the words above it [drawing units]."""


def draw(result: Threshold) -> Chart:
    """Draw the gain along an input."""
    about = result.about
    times = 100.0 if (about.low, about.high) == (0.0, 1.0) else 1.0
    curve = result.curve.assign(value=result.curve["value"] * times)
    curve[["mean", "low", "high"]] *= 100.0
    foot = HEAD + TALL
    y = around([*curve["low"], *curve["high"], result.line * 100], foot, HEAD)
    left = max(text_width(axis_number(m)) for m in y.marks) + 8.0
    x = around(curve["value"], left, WIDTH - 14.0)
    named = wrap(f"{about.label}, {'in 100' if times > 1 else about.unit}", x.end - left, 3)
    parts = [*_frame(result, named, x, y), *_curve(curve, x, y)]
    level = y.at(result.line * 100)
    parts.append(line(left, level, x.end, level, INK, 1.5, "4 3"))
    if math.isfinite(result.at):
        parts += _crossing(result, x, y, times)
    finding = _finding(result, about, times)
    table = curve.round(1).set_axis([about.label, "Gain", "Low", "High"], axis=1)
    svg = picture(TITLE, finding, foot + (1 + len(named)) * LEADING + 6.0, parts)
    return Chart(svg, finding, table, TITLE)


def example(said: str) -> tuple[Threshold]:
    """Give a gain that rises along an input to draw."""
    rows = [(0.0, -0.05, -0.08, -0.02), (0.5, 0.06, 0.03, 0.09), (1.0, 0.15, 0.1, 0.2)]
    curve = pd.DataFrame(rows, columns=["value", "mean", "low", "high"])
    result = Threshold(
        name="influence", about=Quantity(label=said), measure="acceptance", line=0.05, at=0.45, low=0.4,
        high=0.5, crosses=1.0, rising=True, curve=curve,
    )  # fmt: skip
    return (result,)


def _frame(result: Threshold, named: list[str], x: LinearScale, y: LinearScale) -> list[str]:
    measure = MEASURES[result.measure][0]
    parts = [
        text(0.0, TEXT, f"Gain in {measure.label.lower()},", fill=QUIET),
        text(0.0, TEXT + LEADING, unit_of(measure), fill=QUIET),
    ]
    for mark in y.marks:
        parts.append(line(x.start, y.at(mark), x.end, y.at(mark), GRID))
        place = y.at(mark) + TEXT * 0.36
        parts.append(text(x.start - 6.0, place, axis_number(mark), anchor="end", fill=QUIET))
    foot = y.start + LEADING
    parts += [text(x.at(m), foot, axis_number(m), anchor="middle", fill=QUIET) for m in x.marks]
    return parts + [
        text(x.start, foot + k * LEADING, line_, fill=QUIET) for k, line_ in enumerate(named, 1)
    ]


def _curve(curve: pd.DataFrame, x: LinearScale, y: LinearScale) -> list[str]:
    def along(column: str) -> list[tuple[float, float]]:
        return [(x.at(v), y.at(m)) for v, m in zip(curve["value"], curve[column], strict=True)]

    band = [*along("high"), *reversed(along("low"))]
    return [
        outline(band, fill=PLAIN.colour, fill_opacity=0.15),
        outline(along("mean"), fill="none", stroke=PLAIN.colour, stroke_width=2.2),
    ]


def _crossing(result: Threshold, x: LinearScale, y: LinearScale, times: float) -> list[str]:
    """Mark the band of the crossing on the line."""
    level = y.at(result.line * 100)
    low, high = (x.at(v * times) for v in (result.low, result.high))
    return [
        tag("rect", x=low, y=level - 5.0, width=max(high - low, 2.0), height=10.0, fill=INK,
            fill_opacity=0.35),
        line(x.at(result.at * times), level - 8.0, x.at(result.at * times), level + 8.0, INK, 2.5),
    ]  # fmt: skip


def _finding(result: Threshold, about: Quantity, times: float) -> str:
    least = f"{number(result.line * 100)} {unit_of(MEASURES[result.measure][0])}"
    if not math.isfinite(result.at):
        where = "above" if result.curve["mean"].iloc[0] >= result.line else "below"
        return f"Along {about.label.lower()}, the gain stays {where} {least} throughout."
    side = "above" if result.rising else "below"
    ends = span(result.low * times, result.high * times, digits=0 if times > 1 else 2)
    return f"The gain is {side} {least} once {about.label.lower()} is past {ends}."
