"""One measure over the series of decisions: a line an engagement, with the range around it."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from coprod_sim.charts.axes import LinearScale, around, axis_number, hundred
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.labels import listing, spread, text_width, wrap
from coprod_sim.charts.svg import line, marker, outline, picture, text
from coprod_sim.charts.theme import AXIS, GRID, INK, LEADING, QUIET, TEXT, WIDTH, Look, look
from coprod_sim.charts.values import IN_WORDS, PARTS, WAY, among, held, series, titles
from coprod_sim.charts.verdict import verdict
from coprod_sim.charts.words import after, between, duration, is_share, span, unit_of
from coprod_sim.model.totals import IN_WORDS as GROUPS_IN_WORDS
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)

TOP = LEADING + 12.0
MARGIN = 12.0
"""Free room beside the heading, for fonts that are wider than we think [drawing units]."""
LABELS = 114.0
"""Room for the names at the ends of the lines [drawing units]."""
NAMED = 5
"""Lines that a name may take, so that the dial that sets it apart is read to its end [lines]."""
WHISKER = 8.0
"""From one engagement's bar at the end to the next [drawing units]."""
SHORTEST = 190.0
"""Height of the plot, unless the labels need more [drawing units]."""
MANY = 12
"""Beyond so many decisions, lines carry their marker only at the end."""
type Places = dict[str, list[tuple[float, float]]]
"""Where the values of an engagement stand: for each of `PARTS`, a point a decision."""
type Ends = dict[str, float]
"""What an engagement ends with: a value for each of `PARTS`."""


def draw(
    comparison: Comparison, measure: str = "acceptance", *, group: str = "all", digits: int = 0,
    judged: bool = True,
) -> Chart:  # fmt: skip
    """Draw a measure over the decisions: lines for means, light bands for ranges, dark for luck.

    Where there is one decision, each way has its mark, with the ranges beside it. Unless `judged`, the
    finding says where each way ends, and not which ends best.
    """
    over, decisions = series(comparison, measure, group), comparison.scenario.decisions
    named, kind = titles(comparison), MEASURES[measure][0]
    what = among(measure, group)
    ahead = verdict(comparison, measure, group) if judged else ""
    told = Series(
        title=t("chart-over_time", what=what, count=decisions.count),
        finding=f"{ahead} {_finding(comparison, measure, over[:, -1], group, digits)}".lstrip(),
        heading=f"{what}, {unit_of(kind)}",
        foot=t("chart-over_time-foot", count=decisions.count, each=duration(decisions.months)),
        share=is_share(kind),
        ways=list(named.values()),
        digits=digits,
    )
    return Chart(picture_of(told, over), told.finding, _table(over, named, group), told.title)


class Series(NamedTuple):
    """The words of a picture over decisions, and whether it stands on the scale from 0 to 100."""

    title: str
    finding: str
    heading: str
    foot: str
    share: bool
    ways: Sequence[str]
    digits: int = 0


def picture_of(told: Series, over: np.ndarray) -> str:
    """Draw the picture of numbers, ways x decisions x `PARTS`."""
    ends: list[Ends] = [dict(zip(PARTS, row, strict=True)) for row in over[:, -1]]
    labels = _labels(ends, told.ways, told.digits)
    tall = max(SHORTEST, sum(len(words) * LEADING + 6.0 for words in labels))
    heading = wrap(told.heading, WIDTH - MARGIN, bold=True)
    top = TOP + (len(heading) - 1) * LEADING
    y = _up(told, over, top, tall)
    left = max(text_width(axis_number(mark)) for mark in y.marks) + 8.0
    x = _across(over.shape[1], len(told.ways), left)
    foot = wrap(told.foot, WIDTH - left - MARGIN)
    parts = [text(0.0, TEXT + k * LEADING, words, bold=True) for k, words in enumerate(heading)]
    parts += _frame(foot, over.shape[1], left, x, y)
    lines = [_places(values, x, y) for values in over]
    for draw in (_band, _curve):
        for k, places in enumerate(lines):
            parts += draw(places, look(k))
    parts += _ends(ends, labels, x, y, top)
    return picture(told.title, told.finding, top + tall + LEADING * (1 + len(foot)) + 8.0, parts)


def _across(count: int, engagements: int, left: float) -> LinearScale:
    end = WIDTH - LABELS - WHISKER * engagements - 12.0
    step = next(s for s in (1.0, 2.0, 5.0, 10.0) if count / s <= 8)
    if count == 1:
        return LinearScale(1.0, 2.0, (left + end) / 2, end, 2.0)
    return LinearScale(1.0, float(count), left + 6.0, end, step)


def _up(told: Series, over: np.ndarray, top: float, tall: float) -> LinearScale:
    foot = top + tall
    if told.share:
        return hundred(foot, top)
    return around(over[..., [PARTS.index("low"), PARTS.index("high")]].ravel(), foot, top)


def _places(values: np.ndarray, x: LinearScale, y: LinearScale) -> Places:
    """Place an engagement's values, decisions x `PARTS`; decisions without a value are left out."""
    there = np.flatnonzero(~np.isnan(values).any(axis=1))
    across = x.at(there + 1.0).tolist()
    up = y.at(values[there]).T.tolist()
    return {part: list(zip(across, v, strict=True)) for part, v in zip(PARTS, up, strict=True)}


def _frame(foot: list[str], count: int, left: float, x: LinearScale, y: LinearScale) -> list[str]:
    """Draw what stands behind the lines: guide lines, numbers and the names of both scales."""
    right = x.end + 4.0
    parts = []
    for mark in y.marks:
        colour = AXIS if abs(mark) < 1e-9 else GRID
        parts.append(line(left, y.at(mark), right, y.at(mark), colour))
        words = axis_number(mark)
        parts.append(text(left - 6.0, y.at(mark) + TEXT * 0.36, words, anchor="end", fill=QUIET))
    under = y.start + LEADING
    if count > 1:
        parts += [text(x.at(m), under, f"{m:g}", anchor="middle", fill=QUIET) for m in x.marks]
        under += LEADING
    return parts + [
        text(left, under + k * LEADING, words, fill=QUIET) for k, words in enumerate(foot)
    ]


def _band(places: Places, look_: Look) -> list[str]:
    parts = []
    for low, high, strength in (("low", "high", 0.1), ("run_low", "run_high", 0.26)):
        area = [*places[high], *reversed(places[low])]
        if len(area) > 2:
            parts.append(outline(area, fill=look_.colour, fill_opacity=strength))
    return parts


def _curve(places: Places, look_: Look) -> list[str]:
    points = places["mean"]
    if not points:
        return []
    stroke = {"stroke": look_.colour, "stroke_width": 2.2, "stroke_dasharray": look_.dash}
    shown = points if len(points) <= MANY else points[-1:]
    joined = len(points) > 1
    curve = [outline(points, fill="none", stroke_linejoin="round", **stroke)] if joined else []
    return [*curve, *(marker(look_, *point, size=4.2) for point in shown)]


def _labels(ends: list[Ends], ways: Sequence[str], digits: int) -> list[list[str]]:
    """Write each engagement's name and final range, broken into lines."""
    room = LABELS - 16.0
    return [
        [*wrap(title, room, NAMED), span(values["low"], values["high"], digits=digits)]
        for title, values in zip(ways, ends, strict=True)
    ]


def _ends(
    ends: list[Ends], labels: list[list[str]], x: LinearScale, y: LinearScale, top: float
) -> list[str]:
    """Draw the final ranges as bars, and the names beside them, pushed apart to be readable."""
    wanted = [y.at(v) if math.isfinite(v) else y.start for v in (e["mean"] for e in ends)]
    heights = [len(words) * LEADING + 6.0 for words in labels]
    places = spread(wanted, heights, top - 6.0, y.start + 6.0)
    parts: list[str] = []
    for k, values in enumerate(ends):
        if math.isfinite(values["mean"]):
            parts += _whisker(values, look(k), x.end + 12.0 + WHISKER * k, y)
        parts += _label(labels[k], look(k), WIDTH - LABELS, places[k])
    return parts


def _whisker(values: Ends, look_: Look, x: float, y: LinearScale) -> list[str]:
    low, high = y.at(values["low"]), y.at(values["high"])
    return [
        line(x, low, x, high, look_.colour, 1.6),
        line(x, y.at(values["run_low"]), x, y.at(values["run_high"]), look_.colour, 5.0),
        marker(look_, x, y.at(values["mean"]), 3.2),
    ]


def _label(words: list[str], look_: Look, x: float, middle: float) -> list[str]:
    foot = middle - len(words) * LEADING / 2 + TEXT
    names = [text(x + 16.0, foot + k * LEADING, w) for k, w in enumerate(words[:-1])]
    start = min(
        x + 16.0, WIDTH - MARGIN - text_width(words[-1], bold=True)
    )  # a wide range stays whole
    numbers = text(start, foot + (len(words) - 1) * LEADING, words[-1], bold=True, fill=INK)
    return [marker(look_, x + 6.0, foot - TEXT * 0.36), *names, numbers]


def _finding(
    comparison: Comparison, measure: str, ends: np.ndarray, group: str, digits: int
) -> str:
    unit = unit_of(MEASURES[measure][0])
    lows, highs = (ends[:, PARTS.index(end)].tolist() for end in ("low", "high"))
    named = titles(comparison).values()
    parts = [
        f"{title} {between(low, high, unit, digits=digits)}"
        for title, low, high in zip(named, lows, highs, strict=True)
    ]
    what = f"{among(measure, group)} {after(comparison.scenario.decisions)}"
    said = t("chart-ends", what=what, ends=listing(parts))
    return f"{said} {held(comparison.over, comparison.draws)}"


def _table(over: np.ndarray, named: dict[str, str], group: str) -> pd.DataFrame:
    decisions = range(1, over.shape[1] + 1)
    ways = [title for title in named.values() for _ in decisions]
    numbers = dict(zip(IN_WORDS.values(), over.reshape(-1, len(PARTS)).round(1).T, strict=True))
    whose = {} if group == "all" else {"Among": GROUPS_IN_WORDS[group]}
    return pd.DataFrame({WAY: ways, **whose, "Decision": [*decisions] * len(named)} | numbers)
