"""Break-even: what two ways cost along the chance that a decision is challenged and lost."""

import pandas as pd

from coprod_sim.charts.axes import LinearScale, around, axis_number
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.labels import text_width
from coprod_sim.charts.panels import key
from coprod_sim.charts.svg import line, marker, outline, picture, text
from coprod_sim.charts.theme import GRID, INK, LEADING, QUIET, TEXT, WIDTH, look
from coprod_sim.charts.words import money
from coprod_sim.results.discovery import BreakEven

TITLE = "Cost with the risk of a lost challenge"
TALL = 150.0
"""Height of the plot [drawing units]."""
HEAD = LEADING + 4.0
"""Height of the words above it [drawing units]."""


def draw(result: BreakEven, chance: float) -> Chart:
    """Draw both ways' money, risk counted in, along the chance; the user's own chance is marked."""
    named = (result.base_title, result.other_title)
    looks = (look(0), look(2))
    head, top = key(named, looks, 0.0)
    ends = [v for p in (0.0, 1.0) for way in result.expected(p) for v in way]
    unit = 1000.0 if max(ends) >= 10_000 else 1.0
    above = top + HEAD
    foot = above + TALL
    y = around([v / unit for v in ends], foot, above)
    left = max(text_width(axis_number(m)) for m in y.marks) + 8.0
    x = LinearScale(0.0, 100.0, left, WIDTH - 14.0, 25.0)
    parts = [*head, *_frame(result.currency, unit, left, top, x, y)]
    for k in range(2):
        parts += _way([result.expected(p / 100)[k] for p in (0, 100)], looks[k], x, y, unit)
    own = x.at(chance * 100)
    parts.append(line(own, above, own, foot, INK, 1.5, "4 3"))
    for k, way in enumerate(result.expected(chance)):
        parts.append(marker(looks[k], own, y.at(sum(way) / 2 / unit)))
    finding = _finding(result, chance)
    svg = picture(TITLE, finding, foot + 2 * LEADING + 6.0, parts)
    return Chart(svg, finding, _table(result), TITLE)


def example(said: str) -> tuple[BreakEven, float]:
    """Give two small ways and a chance to draw."""
    result = BreakEven(
        base_title=said,
        other_title="Co-production",
        base=(20_000.0, 21_000.0, 22_000.0),
        other=(60_000.0, 64_000.0, 68_000.0),
        challenge=200_000.0,
        left=0.25,
        currency="GBP",
    )
    return result, 0.2


def _frame(
    currency: str, unit: float, left: float, top: float, x: LinearScale, y: LinearScale
) -> list[str]:
    name = (
        f"{currency}, thousands, for one decision" if unit > 1 else f"{currency}, for one decision"
    )
    parts = [text(0.0, top + TEXT - 2.0, name, fill=QUIET)]
    for mark in y.marks:
        parts.append(line(left, y.at(mark), x.end, y.at(mark), GRID))
        parts.append(
            text(left - 6.0, y.at(mark) + TEXT * 0.36, axis_number(mark), anchor="end", fill=QUIET)
        )
    foot = y.start + LEADING
    parts += [text(x.at(m), foot, f"{m:g}", anchor="middle", fill=QUIET) for m in x.marks]
    return [*parts, text(left, foot + LEADING, "Chance of a lost challenge, in 100", fill=QUIET)]


def _way(
    ends: list[tuple[float, float]], look_, x: LinearScale, y: LinearScale, unit: float
) -> list[str]:
    places = (0.0, 100.0)
    over = [(x.at(p), y.at(v[1] / unit)) for p, v in zip(places, ends, strict=True)]
    under = [(x.at(p), y.at(v[0] / unit)) for p, v in zip(places, ends, strict=True)]
    middle = [(x.at(p), y.at(sum(v) / 2 / unit)) for p, v in zip(places, ends, strict=True)]
    stroke = {"stroke": look_.colour, "stroke_width": 2.2, "stroke_dasharray": look_.dash}
    return [
        outline([*over, *reversed(under)], fill=look_.colour, fill_opacity=0.15),
        outline(middle, fill="none", **stroke),
    ]


def _finding(result: BreakEven, chance: float) -> str:
    base, other = result.expected(chance)
    return (
        f"At a chance of {chance * 100:.0f} in 100, {result.base_title} costs "
        f"{money(*base, result.currency)} and {result.other_title} {money(*other, result.currency)}."
    )


def _table(result: BreakEven) -> pd.DataFrame:
    chances = range(0, 101, 10)
    rows = [(c, *(v for way in result.expected(c / 100) for v in way)) for c in chances]
    names = [
        f"{t}, {end}" for t in (result.base_title, result.other_title) for end in ("low", "high")
    ]
    return pd.DataFrame(rows, columns=["Chance, in 100", *names]).round()
