"""What one decision takes: staff hours, people's hours, weeks, and money in the case's currency."""

from collections.abc import Callable

import pandas as pd

from coprod_sim.charts.axes import around
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.labels import listing
from coprod_sim.charts.panels import FULL, LEFT, Panel, Row, stack
from coprod_sim.charts.svg import picture
from coprod_sim.charts.theme import look
from coprod_sim.charts.values import last, titles
from coprod_sim.charts.words import about, money
from coprod_sim.results import Comparison

TITLE = "What one decision takes"


def draw(comparison: Comparison) -> Chart:
    """Draw the costs of one decision; the range comes from how many people take part."""
    spent = spending(comparison)
    named = titles(comparison)
    currency = comparison.scenario.money.currency
    finding = _finding(spent, named, currency)
    drawn, height = stack(_panels(spent, comparison), 0.0)
    return Chart(
        picture(TITLE, finding, height, drawn), finding, _table(spent, named, currency), TITLE
    )


def spending(comparison: Comparison) -> pd.DataFrame:
    """Count what each engagement takes for the last decision: mean, low and high of every cost.

    People's hours are those who took part, times the hours each gives. Weeks and staff hours follow
    from the dials alone, so they have no range.
    """
    people = last(comparison, "took_part") / 100.0 * comparison.population.citizens
    efforts, columns = comparison.efforts, {}
    for end in ("mean", "low", "high"):
        took_part = {name: float(people.loc[name, end]) for name in efforts}
        columns["staff", end] = {n: e.staff_hours for n, e in efforts.items()}
        columns["people", end] = {n: took_part[n] * e.hours_each for n, e in efforts.items()}
        columns["weeks", end] = {n: e.weeks for n, e in efforts.items()}
        columns["money", end] = {
            n: e.money(comparison.scenario, took_part[n]) for n, e in efforts.items()
        }
    return pd.DataFrame(columns)


def money_of(spent: pd.DataFrame, name: str, currency: str) -> str:
    """Write the money an engagement takes, as a range where it is one."""
    paid = spent["money"].loc[name]
    return money(float(paid["low"]), float(paid["high"]), currency)


def _panels(spent: pd.DataFrame, comparison: Comparison) -> list[Panel]:
    named, paid = titles(comparison), comparison.scenario.money
    weeks = paid.weeks_available
    return [
        _panel("Staff time", "hours", spent["staff"], named, _hours),
        _panel("People's time", "hours, all together", spent["people"], named, _hours),
        _panel("Calendar time", "weeks", spent["weeks"], named, _hours, limit=weeks),
        _panel(
            "Money", paid.currency, spent["money"], named,
            lambda low, high: money(low, high, paid.currency),
        ),
    ]  # fmt: skip


def _panel(
    title: str, unit: str, values: pd.DataFrame, named: dict[str, str],
    words: Callable[[float, float], str], *, limit: float | None = None,
) -> Panel:  # fmt: skip
    rows = [
        Row(
            look=look(k), mean=v["mean"], low=v["low"], high=v["high"], bar=True,
            name=title_, words=words(v["low"], v["high"]),
        )
        for k, (title_, v) in enumerate((t, values.loc[n]) for n, t in named.items())
    ]  # fmt: skip
    ends = [*values.to_numpy().ravel(), limit or 0.0]
    return Panel(
        title=title, unit=unit, rows=rows, scale=around(ends, LEFT, FULL),
        limit=(limit, f"{limit:g} weeks available") if limit is not None else None,
    )  # fmt: skip


def _hours(low: float, high: float) -> str:
    return " to ".join(dict.fromkeys((about(low), about(high))))


def _finding(spent: pd.DataFrame, named: dict[str, str], currency: str) -> str:
    parts = [
        f"{title} about {about(spent.loc[name, ('weeks', 'mean')])} weeks and "
        f"{money_of(spent, name, currency)}"
        for name, title in named.items()
    ]
    return f"One decision takes: {listing(parts)}."


def _table(spent: pd.DataFrame, named: dict[str, str], currency: str) -> pd.DataFrame:
    ordered = spent.loc[list(named)]
    return pd.DataFrame(
        {
            "Way of involving people": list(named.values()),
            "Staff hours": ordered["staff", "mean"].to_numpy(),
            "People's hours, low": ordered["people", "low"].to_numpy().round(),
            "People's hours, high": ordered["people", "high"].to_numpy().round(),
            "Weeks": ordered["weeks", "mean"].to_numpy(),
            f"{currency}, low": ordered["money", "low"].to_numpy().round(),
            f"{currency}, high": ordered["money", "high"].to_numpy().round(),
        }
    )
