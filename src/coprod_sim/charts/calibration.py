"""How sure somebody was, and how often it came out: one dot for each step of sureness."""

from collections import namedtuple
from collections.abc import Sequence
from typing import Protocol

import pandas as pd

from coprod_sim.charts.axes import LinearScale, axis_number, hundred
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.svg import line, marker, picture, text
from coprod_sim.charts.theme import AXIS, GRID, LEADING, PLAIN, QUIET, TEXT, WIDTH
from coprod_sim.charts.words import span

TITLE = "How sure you were, and how often you were right"
LEFT, TOP, FOOT = 40.0, LEADING + 12.0, 236.0


class Step(Protocol):
    """Bets of about the same sureness; all in points of 100."""

    @property
    def bets(self) -> int:
        """How many bets there are."""
        ...

    @property
    def sure(self) -> float:
        """How sure they were, on average."""
        ...

    @property
    def right(self) -> float:
        """How often they came out."""
        ...

    @property
    def low(self) -> float:
        """The low end of the range for how often."""
        ...

    @property
    def high(self) -> float:
        """The high end of that range."""
        ...


def draw(steps: Sequence[Step], whole: Step, few: int = 5) -> Chart:
    """Draw steps of sureness against how often the bets came out; on the line both are the same.

    `whole` is all bets together; from `few` bets on something is said of them.
    """
    x, y = hundred(LEFT, WIDTH - 14.0), hundred(FOOT, TOP)
    parts = [*_frame(x, y), *(p for step in steps for p in _dot(step, x, y))]
    finding = _finding(whole, few)
    svg = picture(TITLE, finding, FOOT + LEADING * 2 + 8.0, parts)
    return Chart(svg, finding, _table(steps), TITLE)


def example(_said: str) -> tuple[Sequence[Step], Step]:
    """Give two steps of sureness to draw, and both together."""
    step = namedtuple("step", "bets sure right low high")
    steps = [step(4, 55.0, 50.0, 20.0, 80.0), step(9, 90.0, 33.0, 15.0, 60.0)]
    return steps, step(13, 79.2, 38.5, 20.0, 60.8)


def _frame(x: LinearScale, y: LinearScale) -> list[str]:
    parts = [text(0.0, TEXT, "Came out right, in 100", bold=True)]
    for mark in y.marks:
        parts.append(line(LEFT, y.at(mark), x.end, y.at(mark), AXIS if not mark else GRID))
        at = y.at(mark) + TEXT * 0.36
        parts.append(text(LEFT - 6.0, at, axis_number(mark), anchor="end", fill=QUIET))
    parts += [
        text(x.at(m), FOOT + LEADING, axis_number(m), anchor="middle", fill=QUIET) for m in x.marks
    ]
    parts.append(
        text(LEFT, FOOT + LEADING * 2, "What chance you gave your bet, in 100", fill=QUIET)
    )
    return [*parts, line(x.at(0.0), y.at(0.0), x.at(100.0), y.at(100.0), AXIS, 1.4, "5 4")]


def _dot(step: Step, x: LinearScale, y: LinearScale) -> list[str]:
    at = x.at(step.sure)
    bar = line(at, y.at(step.low), at, y.at(step.high), PLAIN.colour, 2.0)
    return [bar, marker(PLAIN, at, y.at(step.right), size=4.0 + min(step.bets, 12) ** 0.5)]


def _finding(whole: Step, few: int) -> str:
    if whole.bets < few:
        return f"Bets so far: {whole.bets}. From {few} on, this says something."
    said = (
        f"You gave your bets a chance of {whole.sure:.0f} in 100 on average, "
        f"and {whole.right:.0f} in 100 came out. "
        f"With {whole.bets} bets that leaves {span(whole.low, whole.high)} (9 in 10)."
    )
    if whole.low <= whole.sure <= whole.high:
        return f"{said} So these bets do not show that you were too sure, or not sure enough."
    return (
        f"{said} You were {'surer' if whole.sure > whole.high else 'less sure'} than you could be."
    )


def _table(steps: Sequence[Step]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Chance you gave, in 100": [round(s.sure) for s in steps],
            "Bets": [s.bets for s in steps],
            "Right, in 100": [round(s.right) for s in steps],
            "9 in 10 range": [span(s.low, s.high) for s in steps],
        }
    )
