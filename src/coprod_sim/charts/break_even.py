"""Break-even: what ways cost along the chance that a decision is challenged and lost."""

from collections.abc import Sequence

import pandas as pd

from coprod_sim.charts.axes import LinearScale, around, axis_number
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.labels import listing, text_width
from coprod_sim.charts.panels import key
from coprod_sim.charts.svg import line, marker, outline, picture, text
from coprod_sim.charts.theme import GRID, INK, LEADING, QUIET, TEXT, WIDTH, look
from coprod_sim.charts.values import held
from coprod_sim.charts.words import entered, money
from coprod_sim.results.discovery import BreakEven
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)
TALL = 150.0
"""Height of the plot [drawing units]."""
HEAD = LEADING + 4.0
"""Height of the words above it [drawing units]."""
GOAL = 2
"""The place by which the last way is drawn, so that two ways look as they do elsewhere."""
MANY = 10_000.0
"""Money from which on it is written in thousands."""


def draw(results: Sequence[BreakEven], chance: float | None = None) -> Chart:
    """Draw the ways' money, risk counted in, along the chance; marks the user's own, if there is one.

    Each result sets one way beside the first, which is the same in all; the last is drawn as the goal is.
    """
    named = (results[0].base_title, *(result.other_title for result in results))
    looks = (look(0), *(look(GOAL + 1 - len(results) + k) for k in range(len(results))))
    head, top = key(named, looks, 0.0)
    ends = [v for p in (0.0, 1.0) for way in _expected(results, p) for v in way]
    unit = 1000.0 if max(ends) >= MANY else 1.0
    above = top + HEAD
    foot = above + TALL
    y = around([v / unit for v in ends], foot, above)
    left = max(text_width(axis_number(m)) for m in y.marks) + 8.0
    x = LinearScale(0.0, 100.0, left, WIDTH - 14.0, 25.0)
    parts = [*head, *_frame(results[0].currency, unit, left, top, x, y)]
    for k, look_ in enumerate(looks):
        parts += _way([_expected(results, p / 100)[k] for p in (0, 100)], look_, x, y, unit)
    if chance is not None:
        own = x.at(chance * 100)
        parts.append(line(own, above, own, foot, INK, 1.5, "4 3"))
        for look_, way in zip(looks, _expected(results, chance), strict=True):
            parts.append(marker(look_, own, y.at(sum(way) / 2 / unit)))
    finding = _finding(results, named, chance or 0.0)
    title = t("chart-even")
    svg = picture(title, finding, foot + 2 * LEADING + 6.0, parts)
    return Chart(svg, finding, _table(results, named), title)


def example(said: str) -> tuple[tuple[BreakEven, ...], float]:
    """Give two small ways and a chance to draw."""
    result = BreakEven(
        base_title=said,
        other_title="Co-production",
        base=(20_000.0, 21_000.0, 22_000.0),
        other=(60_000.0, 64_000.0, 68_000.0),
        apart=(40_000.0, 43_000.0, 46_000.0),
        challenge=200_000.0,
        left=0.25,
        currency="GBP",
        over="plausible",
    )
    return (result,), 0.2


def _expected(results: Sequence[BreakEven], chance: float) -> list[tuple[float, float]]:
    """Give (low, high) of every way's money at a chance, the first way's before the others'."""
    return [results[0].expected(chance)[0], *(result.expected(chance)[1] for result in results)]


def _frame(
    currency: str, unit: float, left: float, top: float, x: LinearScale, y: LinearScale
) -> list[str]:
    name = t("chart-even-unit", size="thousands" if unit > 1 else "ones", currency=currency)
    parts = [text(0.0, top + TEXT - 2.0, name, fill=QUIET)]
    for mark in y.marks:
        parts.append(line(left, y.at(mark), x.end, y.at(mark), GRID))
        parts.append(
            text(left - 6.0, y.at(mark) + TEXT * 0.36, axis_number(mark), anchor="end", fill=QUIET)
        )
    foot = y.start + LEADING
    parts += [text(x.at(m), foot, f"{m:g}", anchor="middle", fill=QUIET) for m in x.marks]
    return [*parts, text(left, foot + LEADING, t("chart-even-foot"), fill=QUIET)]


def _way(
    ends: list[tuple[float, float]], look_, x: LinearScale, y: LinearScale, unit: float
) -> list[str]:
    places = (0.0, 100.0)
    over = [(x.at(p), y.at(v[1] / unit)) for p, v in zip(places, ends, strict=True)]
    under = [(x.at(p), y.at(v[0] / unit)) for p, v in zip(places, ends, strict=True)]
    middle = [(x.at(p), y.at(sum(v) / 2 / unit)) for p, v in zip(places, ends, strict=True)]
    stroke = {"stroke": look_.colour, "stroke_width": 2.2, "stroke_dasharray": look_.dash}
    return [
        outline([*over, *reversed(under)], fill=look_.colour, fill_opacity="0.15"),
        outline(middle, fill="none", **stroke),
    ]


def _finding(results: Sequence[BreakEven], named: Sequence[str], chance: float) -> str:
    first = results[0]
    known = [first.exact[0], *(result.exact[1] for result in results)]
    parts = [
        t("chart-even-way", way=way, money=money(*ends, first.currency, exact=exact))
        for way, ends, exact in zip(named, _expected(results, chance), known, strict=True)
    ]
    said = t("chart-even-said", chance=entered(chance * 100), parts=listing(parts))
    return f"{said} {held(first.over)}"


def _table(results: Sequence[BreakEven], named: Sequence[str]) -> pd.DataFrame:
    chances = range(0, 101, 10)
    rows = [(c, *(v for way in _expected(results, c / 100) for v in way)) for c in chances]
    names = [f"{way}, {end}" for way in named for end in ("low", "high")]
    return pd.DataFrame(rows, columns=["Chance, in 100", *names]).round()
